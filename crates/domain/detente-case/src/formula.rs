//! Conditions on packages, resolved to the issues and choices of one case.

use detente_base::{Decimal, Span};

use crate::expr::Expr;
use crate::{ChoiceIdx, Issue, IssueIdx};
use detente_base::Table;

/// A condition as written and as understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// What was written.
    pub text: String,
    /// Its syntax.
    pub expr: Expr,
    /// Its meaning.
    pub formula: Formula,
    /// Where it is written.
    pub span: Span,
}

/// What a condition means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Formula {
    /// The issue's choice is one of these, sorted.
    Is(IssueIdx, Vec<ChoiceIdx>),
    /// A sum of amounts is at most `bound`.
    AtMost {
        /// The terms, by issue, no issue twice.
        terms: Vec<Term>,
        /// Millionths: coefficients and amounts are thousandths.
        bound: i64,
    },
    /// It does not hold.
    Not(Box<Formula>),
    /// All hold; of none: always.
    All(Vec<Formula>),
    /// One holds; of none: never.
    Any(Vec<Formula>),
}

/// One issue's part of a sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// A range issue.
    pub issue: IssueIdx,
    /// Its coefficient.
    pub coefficient: Decimal,
}

impl Formula {
    /// "If this then that."
    #[must_use]
    pub fn implies(self, then: Self) -> Self {
        Self::Any(vec![Self::Not(Box::new(self)), then])
    }

    /// The issues it speaks of, sorted, each once.
    pub fn issues(&self) -> Vec<IssueIdx> {
        let mut issues = Vec::new();
        self.collect_issues(&mut issues);
        issues.sort_unstable();
        issues.dedup();
        issues
    }

    fn collect_issues(&self, into: &mut Vec<IssueIdx>) {
        match self {
            Self::Is(issue, _) => into.push(*issue),
            Self::AtMost { terms, .. } => into.extend(terms.iter().map(|term| term.issue)),
            Self::Not(inner) => inner.collect_issues(into),
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.collect_issues(into)),
        }
    }
}

impl Term {
    /// What this term adds when its issue takes `choice`, in millionths; `None` where it cannot be held.
    pub fn amount(&self, issues: &Table<IssueIdx, Issue>, choice: ChoiceIdx) -> Option<i64> {
        let amount = issues[self.issue].choices[choice].amount?;
        self.coefficient.thousandths().checked_mul(amount.thousandths())
    }
}
