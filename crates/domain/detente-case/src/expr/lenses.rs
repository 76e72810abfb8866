//! What an expression says of lenses: their units, what these add up to, which of them touch.

use detente_base::Decimal;

use super::aggregate::{self, Function, function};
use super::linear::{Linear, compared};
use super::resolve::Resolver;
use super::{Comparison, Name, ProblemKind, Sum};
use crate::{Formula, Lens, Mark};

impl<'c> Resolver<'c, '_> {
    /// `line_length(…)` or `components(…)` beside a number.
    pub(super) fn graphic(&mut self, left: &Sum, comparison: Comparison, right: &Sum) -> Formula {
        let never = Formula::Any(Vec::new());
        let ([term], [number]) = (left.terms.as_slice(), right.terms.as_slice()) else {
            self.problem(ProblemKind::StandsAlone, left.start, right.end);
            return never;
        };
        let (Some(name), Some(arguments), None) = (&term.name, &term.arguments, &number.name) else {
            self.problem(ProblemKind::StandsAlone, left.start, right.end);
            return never;
        };
        if term.coefficient.thousandths() != Decimal::UNIT {
            self.problem(ProblemKind::StandsAlone, left.start, left.end);
            return never;
        }
        self.check_unit(number.unit.as_ref(), right);
        let (Some((lens, marks)), Some(function)) = (self.marked(name, arguments), function(&name.text)) else {
            return never;
        };
        let Some(bound) = number.coefficient.thousandths().checked_mul(Decimal::UNIT) else {
            self.problem(ProblemKind::TooLarge, right.start, right.end);
            return never;
        };
        let issues = self.scope.issues.len();
        let mut problem = None;
        let at_most = |bound: i64| {
            bounded(lens, function, &marks, bound, issues).unwrap_or_else(|kind| {
                problem.get_or_insert(kind);
                Formula::Any(Vec::new())
            })
        };
        let at_most = std::cell::RefCell::new(at_most);
        let formula = compared(comparison, bound, &|bound| (at_most.borrow_mut())(bound));
        if let Some(kind) = problem {
            self.problem(kind, left.start, left.end);
        }
        formula
    }

    /// The lens and the marks that a function's arguments name.
    fn marked(&mut self, name: &Name, arguments: &[Name]) -> Option<(&'c Lens, Vec<Mark>)> {
        if function(&name.text).is_none() {
            self.problem(ProblemKind::UnknownFunction(name.text.clone()), name.start, name.end);
            return None;
        }
        let (first, names) = arguments.split_first()?;
        let Some(lens) = self.scope.lenses.find(|lens| lens.id == *first.text) else {
            self.problem(ProblemKind::UnknownLens(first.text.clone()), first.start, first.end);
            return None;
        };
        let lens = &self.scope.lenses[lens];
        if names.is_empty() {
            self.problem(ProblemKind::NothingMarked(lens.id.to_string()), first.start, first.end);
            return None;
        }
        match aggregate::marks(lens, names) {
            Ok(marks) => Some((lens, marks)),
            Err(name) => {
                let kind = ProblemKind::UnknownStatus { lens: lens.id.to_string(), name: name.text.clone() };
                self.problem(kind, name.start, name.end);
                None
            }
        }
    }

    pub(super) fn gather_aggregate(&mut self, name: &Name, arguments: &[Name], coefficient: i64, sum: &mut Linear) {
        let Some((lens, marks)) = self.marked(name, arguments) else { return };
        let Some(Function::Sum(measure)) = function(&name.text) else { return };
        if let Err(kind) = aggregate::add(lens, measure, &marks, coefficient, sum) {
            self.problem(kind, name.start, arguments.last().map_or(name.end, |last| last.end));
        }
    }
}

/// "The function of the marked units is at most `bound`", in millionths.
fn bounded(lens: &Lens, function: Function, marks: &[Mark], bound: i64, issues: usize) -> Result<Formula, ProblemKind> {
    let most = bound.div_euclid(Decimal::UNIT * Decimal::UNIT);
    let components = |marks: &[Mark]| match usize::try_from(most) {
        Ok(most) => aggregate::components_at_most(lens, marks, most, issues),
        Err(_) => Ok(Formula::Any(Vec::new())),
    };
    match function {
        Function::LineLength => aggregate::line_at_most(lens, marks, bound),
        Function::Components => components(marks),
        Function::Phased => {
            let phases = (1..=marks.len()).map(|phase| components(&marks[..phase]));
            Ok(Formula::All(phases.collect::<Result<_, _>>()?))
        }
        Function::Sum(_) => Ok(Formula::Any(Vec::new())),
    }
}
