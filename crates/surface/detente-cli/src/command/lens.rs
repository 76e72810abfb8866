//! Names of a lens, a bloc or a unit on the command line.

use detente::case::{Case, IssueIdx, Settled};

use crate::exit::Failure;

/// The issues that `name` covers: all parts of a lens, or those that hold a bloc's or unit's units. `None` where it names no lens;
/// a mistake where the lens has no such unit, or one that is not in question.
pub(super) fn parts(case: &Case, name: &str) -> Option<Result<Vec<IssueIdx>, Failure>> {
    let (lens, unit) = name.split_once('.').map_or((name, None), |(lens, unit)| (lens, Some(unit)));
    let lens = &case.lenses[case.lens(lens)?];
    let Some(unit) = unit else { return Some(Ok(lens.parts.iter().map(|part| part.issue).collect())) };
    let Some(units) = lens.named(unit) else {
        let blocs = lens.blocs.iter().map(|bloc| bloc.id.as_str());
        let known: Vec<&str> = blocs.chain(lens.units.iter().map(|unit| unit.id.as_str())).collect();
        return Some(Err(Failure::argument(
            format!("\"{}\" has no unit or bloc \"{unit}\"", lens.id),
            format!("its blocs and units: {}", known.join(", ")),
        )));
    };
    let part = |&unit: &usize| match lens.units.get(unit)?.settled {
        Settled::By(part) => lens.parts.get(part).map(|part| part.issue),
        Settled::At(_) => None,
    };
    let found: Option<Vec<IssueIdx>> = units.iter().map(part).collect();
    Some(found.ok_or_else(|| {
        let open: Vec<&str> = lens.parts.iter().map(|part| part.id.as_str()).collect();
        Failure::argument(format!("\"{name}\" is not in question"), format!("in question: {}", open.join(", ")))
    }))
}
