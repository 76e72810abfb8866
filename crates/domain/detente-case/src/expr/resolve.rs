//! Syntax into meaning: names become the issues and choices of a case.

use detente_base::Decimal;

use super::aggregate::{have, is_graphic};
use super::linear::Linear;
use super::{Comparison, Expr, ExprKind, FUNCTIONS, Name, Problem, ProblemKind, Sum};
use crate::{Arrangement, ChoiceIdx, Formula, Issue, IssueIdx, Lens, Scope, Settled};

/// The meaning of `expr` where names mean what `scope` says; every problem in it, not only the first.
///
/// # Cost
/// Linear in the expression times the issues' choices; for conditions on which units of a lens touch, see the book.
pub fn resolve(expr: &Expr, scope: Scope<'_>) -> Result<Formula, Vec<Problem>> {
    let mut problems = Vec::new();
    let formula = Resolver { scope, problems: &mut problems }.formula(expr);
    if problems.is_empty() { Ok(formula) } else { Err(problems) }
}

pub(super) struct Resolver<'c, 'p> {
    pub(super) scope: Scope<'c>,
    problems: &'p mut Vec<Problem>,
}

/// What a name stands for.
enum Named<'c> {
    Issue(IssueIdx),
    /// Units of a lens, by place.
    Units(&'c Lens, Vec<usize>),
}

impl<'c> Resolver<'c, '_> {
    pub(super) fn problem(&mut self, kind: ProblemKind, start: usize, end: usize) {
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

    /// An issue; a whole lens, a unit or a bloc of one; or a problem.
    fn named(&mut self, name: &Name) -> Option<Named<'c>> {
        if let Some(issue) = self.scope.issues.find(|issue| issue.id == *name.text) {
            return Some(Named::Issue(issue));
        }
        let (lens, unit) =
            name.text.split_once('.').map_or((name.text.as_str(), None), |(lens, unit)| (lens, Some(unit)));
        let Some(lens) = self.scope.lenses.find(|known| known.id == *lens) else {
            self.problem(ProblemKind::UnknownIssue(name.text.clone()), name.start, name.end);
            return None;
        };
        let lens = &self.scope.lenses[lens];
        let units = unit.map_or_else(|| Some((0..lens.units.len()).collect()), |unit| lens.named(unit));
        if units.is_none() {
            let (lens, unit) = (lens.id.to_string(), unit.unwrap_or_default().to_owned());
            self.problem(ProblemKind::UnknownUnit { lens, unit }, name.start, name.end);
        }
        let in_question = |unit: &usize| matches!(lens.units[*unit].settled, Settled::By(_));
        let whole = unit.is_none();
        units.map(|units| Named::Units(lens, units.into_iter().filter(|unit| !whole || in_question(unit)).collect()))
    }

    fn membership(&mut self, name: &Name, choices: &[Name]) -> Formula {
        match self.named(name) {
            None => Formula::Any(Vec::new()),
            Some(Named::Issue(issue)) => {
                let mut found: Vec<ChoiceIdx> = choices.iter().filter_map(|name| self.choice(issue, name)).collect();
                found.sort_unstable();
                found.dedup();
                Formula::Is(issue, found)
            }
            Some(Named::Units(lens, units)) => {
                let statuses: Vec<usize> = choices.iter().filter_map(|name| self.status(lens, name)).collect();
                have(lens, &units, &statuses)
            }
        }
    }

    fn status(&mut self, lens: &Lens, name: &Name) -> Option<usize> {
        let found = lens.status(&name.text);
        if found.is_none() {
            let kind = ProblemKind::UnknownStatus { lens: lens.id.to_string(), name: name.text.clone() };
            self.problem(kind, name.start, name.end);
        }
        found
    }

    fn choice(&mut self, issue: IssueIdx, name: &Name) -> Option<ChoiceIdx> {
        let issue = &self.scope.issues[issue];
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
            match self.named(name) {
                None => return Formula::Any(Vec::new()),
                Some(Named::Issue(issue)) if self.scope.issues[issue].is_range() => {}
                Some(_) => return self.equality(name, comparison, right),
            }
        }
        if left.terms.iter().chain(&right.terms).any(|term| is_graphic(term.arguments.as_deref(), term.name.as_ref())) {
            return self.graphic(left, comparison, right);
        }
        self.sums(left, comparison, right)
    }

    /// `issue = choice` and `issue != choice` where choices have names.
    fn equality(&mut self, name: &Name, comparison: Comparison, right: &Sum) -> Formula {
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
        let is = self.membership(name, std::slice::from_ref(choice));
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
        if sum.is_constant() {
            self.problem(ProblemKind::NoIssue, start, end);
            return Formula::Any(Vec::new());
        }
        let Some(formula) = sum.compare(comparison) else {
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
            if let Some(arguments) = &term.arguments {
                self.gather_aggregate(name, arguments, coefficient, sum);
                continue;
            }
            match self.named(name) {
                None => {}
                Some(Named::Issue(issue)) if self.scope.issues[issue].is_range() => {
                    let added = sum.add_range(issue, coefficient, self.scope.issues);
                    added.unwrap_or_else(|| self.problem(ProblemKind::TooLarge, side.start, side.end));
                }
                Some(_) => self.problem(ProblemKind::NotAnAmount(name.text.clone()), name.start, name.end),
            }
        }
    }

    /// A unit, where one is written, is the unit of some range issue of the case, or of what a lens adds up.
    pub(super) fn check_unit(&mut self, unit: Option<&Name>, side: &Sum) {
        let Some(unit) = unit else { return };
        let mut wanted: Vec<&str> = self.scope.issues.rows().filter_map(|issue| issue.unit()).collect();
        if !self.scope.lenses.is_empty() {
            wanted.extend(FUNCTIONS.iter().map(|(_, unit)| *unit).filter(|unit| !unit.is_empty()));
        }
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
        let Some(issue) = self.scope.issues.find(|issue| issue.id == *name.text) else { return };
        if number.name.is_none() && self.scope.issues[issue].choice_at(number.coefficient).is_none() {
            let kind = ProblemKind::OffGrid { issue: name.text.clone(), amount: number.coefficient.to_string() };
            self.problem(kind, right.start, right.end);
        }
    }
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
