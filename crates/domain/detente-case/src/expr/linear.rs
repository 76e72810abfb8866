//! A sum of what issues add plus a constant, compared with zero.

use std::collections::BTreeMap;

use detente_base::{Decimal, Table};

use super::Comparison;
use crate::{ChoiceIdx, Formula, Issue, IssueIdx, Term};

type Issues = Table<IssueIdx, Issue>;

/// A sum, in millionths.
#[derive(Default)]
pub(super) struct Linear {
    terms: BTreeMap<IssueIdx, Table<ChoiceIdx, i64>>,
    pub(super) constant: i128,
}

impl Linear {
    pub(super) fn is_constant(&self) -> bool {
        self.terms.is_empty()
    }

    /// Adds an amount per choice of an issue; `None` where one cannot be held.
    pub(super) fn add(&mut self, issue: IssueIdx, amounts: impl Iterator<Item = Option<i64>>) -> Option<()> {
        let amounts: Table<ChoiceIdx, i64> = amounts.collect::<Option<Vec<i64>>>()?.into_iter().collect();
        let Some(sum) = self.terms.get_mut(&issue) else {
            self.terms.insert(issue, amounts);
            return Some(());
        };
        for (choice, amount) in amounts.iter() {
            sum[choice] = sum[choice].checked_add(*amount)?;
        }
        Some(())
    }

    /// Adds a range issue's amounts, each `coefficient` times, in thousandths both.
    pub(super) fn add_range(&mut self, issue: IssueIdx, coefficient: i64, issues: &Issues) -> Option<()> {
        let amount = |amount: Option<Decimal>| amount.unwrap_or_default().thousandths().checked_mul(coefficient);
        self.add(issue, issues[issue].choices.rows().map(|choice| amount(choice.amount)))
    }

    /// "This sum compares with zero"; `None` where an amount cannot be held.
    pub(super) fn compare(self, comparison: Comparison) -> Option<Formula> {
        let terms: Vec<Term> = self.terms.into_iter().map(|(issue, amounts)| Term { issue, amounts }).collect();
        let reach = terms.iter().try_fold(0_i64, |reach, term| reach.checked_add(largest(term)?))?;
        let bound = i64::try_from(-self.constant).ok()?;
        bound.checked_abs()?.checked_add(reach)?.checked_add(1)?;
        Some(compared(comparison, bound, &|bound| at_most(&terms, bound)))
    }
}

/// "What `at_most` bounds compares with `bound`", in whole numbers.
pub(super) fn compared(comparison: Comparison, bound: i64, at_most: &dyn Fn(i64) -> Formula) -> Formula {
    let not = |formula| Formula::Not(Box::new(formula));
    let below = bound.saturating_sub(1);
    match comparison {
        Comparison::AtMost => at_most(bound),
        Comparison::Less => at_most(below),
        Comparison::AtLeast => not(at_most(below)),
        Comparison::More => not(at_most(bound)),
        Comparison::Equal => Formula::All(vec![at_most(bound), not(at_most(below))]),
        Comparison::Different => not(Formula::All(vec![at_most(bound), not(at_most(below))])),
    }
}

fn largest(term: &Term) -> Option<i64> {
    term.amounts.rows().map(|amount| amount.checked_abs()).collect::<Option<Vec<i64>>>()?.into_iter().max()
}

/// A sum over one issue is a set of its choices.
fn at_most(terms: &[Term], bound: i64) -> Formula {
    let [term] = terms else { return Formula::AtMost { terms: terms.to_vec(), bound } };
    let within = term.amounts.iter().filter(|(_, amount)| **amount <= bound);
    Formula::Is(term.issue, within.map(|(choice, _)| choice).collect())
}
