//! Syntax into meaning: names become the issues and choices of a case.

use detente_base::{Decimal, Table};

use super::{Comparison, Expr, ExprKind, Name, Problem, ProblemKind, Sum};
use crate::{Arrangement, ChoiceIdx, Formula, Issue, IssueIdx, Term};

type Issues = Table<IssueIdx, Issue>;

/// The meaning of `expr` over `issues`; every problem in it, not only the first.
///
/// # Cost
/// Linear in the expression times the issues' choices.
pub fn resolve(expr: &Expr, issues: &Issues) -> Result<Formula, Vec<Problem>> {
    let mut problems = Vec::new();
    let formula = Resolver { issues, problems: &mut problems }.formula(expr);
    if problems.is_empty() { Ok(formula) } else { Err(problems) }
}

struct Resolver<'c> {
    issues: &'c Issues,
    problems: &'c mut Vec<Problem>,
}

impl Resolver<'_> {
    fn problem(&mut self, kind: ProblemKind, start: usize, end: usize) {
        self.problems.push(Problem { kind, start, end });
    }

    fn formula(&mut self, expr: &Expr) -> Formula {
        match &expr.kind {
            ExprKind::Constant(true) => Formula::All(Vec::new()),
            ExprKind::Constant(false) => Formula::Any(Vec::new()),
            ExprKind::Not(inner) => Formula::Not(Box::new(self.formula(inner))),
            ExprKind::And(parts) => Formula::All(parts.iter().map(|part| self.formula(part)).collect()),
            ExprKind::Or(parts) => Formula::Any(parts.iter().map(|part| self.formula(part)).collect()),
            ExprKind::Implies(left, right) => self.formula(left).implies(self.formula(right)),
            ExprKind::In(issue, choices) => self.membership(issue, choices),
            ExprKind::Compare(left, comparison, right) => self.comparison(left, *comparison, right),
        }
    }

    fn issue(&mut self, name: &Name) -> Option<IssueIdx> {
        let found = self.issues.find(|issue| issue.id == *name.text);
        if found.is_none() {
            self.problem(ProblemKind::UnknownIssue(name.text.clone()), name.start, name.end);
        }
        found
    }

    fn membership(&mut self, issue: &Name, choices: &[Name]) -> Formula {
        let Some(issue) = self.issue(issue) else { return Formula::Any(Vec::new()) };
        let mut found: Vec<ChoiceIdx> = choices.iter().filter_map(|name| self.choice(issue, name)).collect();
        found.sort_unstable();
        found.dedup();
        Formula::Is(issue, found)
    }

    fn choice(&mut self, issue: IssueIdx, name: &Name) -> Option<ChoiceIdx> {
        let issue = &self.issues[issue];
        let found = issue.choice(&name.text);
        if found.is_none() {
            let id = issue.id.to_string();
            let kind = match (issue.is_range(), name.text.parse::<Decimal>()) {
                (true, Ok(_)) => ProblemKind::OffGrid { issue: id, amount: name.text.clone() },
                (true, Err(_)) => ProblemKind::NotAName(id),
                (false, _) => ProblemKind::UnknownChoice { issue: id, choice: name.text.clone() },
            };
            self.problem(kind, name.start, name.end);
        }
        found
    }

    fn comparison(&mut self, left: &Sum, comparison: Comparison, right: &Sum) -> Formula {
        if let Some(name) = left.as_name() {
            let Some(issue) = self.issue(name) else { return Formula::Any(Vec::new()) };
            if !self.issues[issue].is_range() {
                return self.named(issue, name, comparison, right);
            }
        }
        self.sums(left, comparison, right)
    }

    /// `issue = choice` and `issue != choice` where choices have names.
    fn named(&mut self, issue: IssueIdx, name: &Name, comparison: Comparison, right: &Sum) -> Formula {
        let equal = match comparison {
            Comparison::Equal => true,
            Comparison::Different => false,
            _ => {
                self.problem(ProblemKind::NotAnAmount(name.text.clone()), name.start, name.end);
                return Formula::Any(Vec::new());
            }
        };
        let Some(choice) = right.as_name() else {
            self.problem(ProblemKind::NotAnAmount(name.text.clone()), right.start, right.end);
            return Formula::Any(Vec::new());
        };
        let Some(choice) = self.choice(issue, choice) else { return Formula::Any(Vec::new()) };
        let is = Formula::Is(issue, vec![choice]);
        if equal { is } else { Formula::Not(Box::new(is)) }
    }

    fn sums(&mut self, left: &Sum, comparison: Comparison, right: &Sum) -> Formula {
        let mut sum = Linear::default();
        self.gather(left, 1, &mut sum);
        self.gather(right, -1, &mut sum);
        if !self.problems.is_empty() {
            return Formula::Any(Vec::new());
        }
        let (start, end) = (left.start, right.end);
        if sum.terms.is_empty() {
            self.problem(ProblemKind::NoIssue, start, end);
            return Formula::Any(Vec::new());
        }
        let Some(formula) = sum.compare(comparison, self.issues) else {
            self.problem(ProblemKind::TooLarge, start, end);
            return Formula::Any(Vec::new());
        };
        self.refuse_off_grid(left, comparison, right);
        formula
    }

    /// Adds the terms of `side`, times `sign`, to `sum`: what names an issue to its terms, numbers to its constant.
    fn gather(&mut self, side: &Sum, sign: i64, sum: &mut Linear) {
        for term in &side.terms {
            let Some(coefficient) = term.coefficient.thousandths().checked_mul(sign) else {
                self.problem(ProblemKind::TooLarge, side.start, side.end);
                continue;
            };
            let Some(name) = &term.name else {
                self.check_unit(term.unit.as_ref(), side);
                sum.constant += i128::from(coefficient) * i128::from(Decimal::UNIT);
                continue;
            };
            let Some(issue) = self.issue(name) else { continue };
            if self.issues[issue].is_range() {
                sum.add(issue, coefficient);
            } else {
                self.problem(ProblemKind::NotAnAmount(name.text.clone()), name.start, name.end);
            }
        }
    }

    /// A unit, where one is written, is the unit of some range issue of the case.
    fn check_unit(&mut self, unit: Option<&Name>, side: &Sum) {
        let Some(unit) = unit else { return };
        let mut wanted: Vec<&str> = self.issues.rows().filter_map(|issue| issue.unit()).collect();
        if !wanted.contains(&unit.text.as_str()) {
            wanted.sort_unstable();
            wanted.dedup();
            let kind = ProblemKind::WrongUnit { wanted: wanted.join(", "), found: unit.text.clone() };
            self.problem(kind, unit.start, side.end.max(unit.end));
        }
    }

    /// `issue = 52` where 52 is not on the grid can never hold: a slip, not a limit.
    fn refuse_off_grid(&mut self, left: &Sum, comparison: Comparison, right: &Sum) {
        if !matches!(comparison, Comparison::Equal | Comparison::Different) {
            return;
        }
        let (Some(name), [number]) = (left.as_name(), right.terms.as_slice()) else { return };
        let Some(issue) = self.issues.find(|issue| issue.id == *name.text) else { return };
        if number.name.is_none() && self.issues[issue].choice_at(number.coefficient).is_none() {
            let kind = ProblemKind::OffGrid { issue: name.text.clone(), amount: number.coefficient.to_string() };
            self.problem(kind, right.start, right.end);
        }
    }
}

/// A sum of coefficients times issues plus a constant, compared with zero.
#[derive(Default)]
struct Linear {
    /// Thousandths per issue.
    terms: Vec<(IssueIdx, i64)>,
    /// Millionths.
    constant: i128,
}

impl Linear {
    fn add(&mut self, issue: IssueIdx, coefficient: i64) {
        match self.terms.iter_mut().find(|(known, _)| *known == issue) {
            Some((_, sum)) => *sum = sum.saturating_add(coefficient),
            None => self.terms.push((issue, coefficient)),
        }
    }

    /// "This sum compares with zero"; `None` where an amount cannot be held.
    fn compare(mut self, comparison: Comparison, issues: &Issues) -> Option<Formula> {
        self.terms.sort_unstable_by_key(|&(issue, _)| issue);
        let terms: Vec<Term> = self
            .terms
            .iter()
            .map(|&(issue, coefficient)| Term { issue, coefficient: Decimal::from_thousandths(coefficient) })
            .collect();
        let reach = terms.iter().try_fold(0_i64, |reach, term| reach.checked_add(largest(term, issues)?))?;
        let bound = i64::try_from(-self.constant).ok()?;
        bound.checked_abs()?.checked_add(reach)?.checked_add(1)?;
        let at_most = |bound: i64| at_most(&terms, bound, issues);
        let not = |formula| Formula::Not(Box::new(formula));
        Some(match comparison {
            Comparison::AtMost => at_most(bound),
            Comparison::Less => at_most(bound - 1),
            Comparison::AtLeast => not(at_most(bound - 1)),
            Comparison::More => not(at_most(bound)),
            Comparison::Equal => Formula::All(vec![at_most(bound), not(at_most(bound - 1))]),
            Comparison::Different => not(Formula::All(vec![at_most(bound), not(at_most(bound - 1))])),
        })
    }
}

fn largest(term: &Term, issues: &Issues) -> Option<i64> {
    let amounts = issues[term.issue].choices.indices().map(|choice| term.amount(issues, choice)?.checked_abs());
    amounts.collect::<Option<Vec<i64>>>()?.into_iter().max()
}

/// A sum over one issue is a set of its choices.
fn at_most(terms: &[Term], bound: i64, issues: &Issues) -> Formula {
    let [term] = terms else { return Formula::AtMost { terms: terms.to_vec(), bound } };
    let within = |&choice: &ChoiceIdx| term.amount(issues, choice).is_some_and(|amount| amount <= bound);
    Formula::Is(term.issue, issues[term.issue].choices.indices().filter(within).collect())
}

impl Issue {
    /// The unit of a range issue.
    pub fn unit(&self) -> Option<&str> {
        match &self.arrangement {
            Arrangement::Range { unit } => unit.as_deref(),
            _ => None,
        }
    }
}
