//! What is wrong with what an expression says of a lens.

use detente_base::{Diagnostic, Span};
use detente_case::expr::{FUNCTIONS, ProblemKind};
use detente_case::{Case, Lens};

use super::context::known_here;
use crate::codes;
use crate::suggest::did_you_mean;

/// The problem as a diagnostic.
pub(super) fn explain(problem: &ProblemKind, case: &Case, span: Span) -> Diagnostic {
    match problem {
        ProblemKind::UnknownLens(id) => {
            let known: Vec<&str> = case.lenses.rows().map(|lens| lens.id.as_str()).collect();
            let hint = did_you_mean(id, known.iter().copied()).unwrap_or_else(|| known_here(&known));
            Diagnostic::new(&codes::DANGLING_ID, format!("no lens has the id \"{id}\""))
                .at(span, "named here")
                .hint(hint)
        }
        ProblemKind::UnknownUnit { lens, unit } => {
            let known = lens_of(case, lens).map_or_else(Vec::new, units);
            let hint = did_you_mean(unit, known.iter().copied()).unwrap_or_else(|| known_here(&known));
            Diagnostic::new(&codes::UNKNOWN_UNIT, format!("\"{lens}\" has no unit or bloc \"{unit}\""))
                .at(span, "named here")
                .hint(hint)
        }
        ProblemKind::UnknownStatus { lens, name } => unknown_status(lens, name, case, span),
        ProblemKind::UnknownFunction(name) => {
            let known: Vec<&str> = FUNCTIONS.iter().map(|(name, _)| *name).collect();
            let hint = did_you_mean(name, known.iter().copied()).unwrap_or_else(|| known_here(&known));
            Diagnostic::new(&codes::BAD_EXPRESSION, format!("nothing is called \"{name}\""))
                .at(span, "this function")
                .hint(hint)
        }
        ProblemKind::NothingMarked(lens) => {
            Diagnostic::new(&codes::BAD_EXPRESSION, "a function of a lens names no status")
                .at(span, "of what?")
                .hint(format!("name statuses or a party: area({lens}, STATUS)"))
        }
        ProblemKind::Unmeasured { what, of } => {
            Diagnostic::new(&codes::UNIT_UNMEASURED, format!("the {what} of {of} is needed here and not known"))
                .at(span, "adds it up")
                .hint("add it to the tables in territory/, with its source, or leave the unit out of the question")
        }
        ProblemKind::OutOfReach { function } => {
            Diagnostic::new(&codes::LENS_OUT_OF_REACH, format!("exactness out of reach: {function} over so many parts"))
                .at(span, "needs every way of marking them, or parts of one unit each")
                .hint("ask at the resolution of blocs (at most 8 parts), or bound the number of pieces instead")
        }
        _ => Diagnostic::new(&codes::BAD_COMPARISON, "line lengths and pieces do not add up with anything")
            .at(span, "this comparison")
            .hint("let the function stand alone on the left and a number on the right: components(land, a) <= 1"),
    }
}

/// A status that a lens does not have.
pub(super) fn unknown_status(lens: &str, name: &str, case: &Case, span: Span) -> Diagnostic {
    let known: Vec<&str> = lens_of(case, lens)
        .map_or_else(Vec::new, |lens| lens.statuses.iter().map(|status| status.id.as_str()).collect());
    let hint = did_you_mean(name, known.iter().copied()).unwrap_or_else(|| known_here(&known));
    Diagnostic::new(&codes::UNKNOWN_STATUS, format!("\"{lens}\" has no status \"{name}\""))
        .at(span, "named here")
        .hint(hint)
}

fn lens_of<'c>(case: &'c Case, id: &str) -> Option<&'c Lens> {
    case.lens(id).map(|lens| &case.lenses[lens])
}

fn units(lens: &Lens) -> Vec<&str> {
    let blocs = lens.blocs.iter().map(|bloc| bloc.id.as_str());
    blocs.chain(lens.units.iter().map(|unit| unit.id.as_str())).collect()
}
