//! Which packages the principles lead to under one set of figures.

use detente_base::Silent;
use detente_deals::Principle;
use detente_engine::again::{Known, Seen, Solver};
use detente_engine::{self as engine, Measure, Package, Stopped, principle};

/// Per principle that leads somewhere the κ-least package it leads to.
pub(crate) fn leads(
    solver: &mut Solver<'_>,
    known: &Known,
    seen: &Seen,
    per_point: &[i64],
) -> Result<Vec<(Principle, Package)>, Stopped> {
    let mut found = Vec::new();
    if solver.any()?.is_none() {
        return Ok(found);
    }
    let nash = solver.nash(known, seen)?.and_then(|nash| nash.answers.into_iter().next());
    found.extend(nash.map(|answer| (Principle::Nash, answer.attained.witness)));
    let (model, ask) = (solver.model(), solver.ask());
    let measure = Measure { units_per_point: per_point.to_vec(), exponents: vec![1; per_point.len()] };
    for which in Principle::ALL.into_iter().filter(|which| *which != Principle::Nash) {
        let chosen = principle(&model, &ask, of_engine(which), &measure, &Silent)?;
        let first = chosen.and_then(|chosen| chosen.answers.into_iter().next());
        found.extend(first.map(|answer| (which, answer.attained.witness)));
    }
    Ok(found)
}

fn of_engine(which: Principle) -> engine::Principle {
    match which {
        Principle::Nash => engine::Principle::Nash,
        Principle::KalaiSmorodinsky => engine::Principle::KalaiSmorodinsky,
        Principle::Egalitarian => engine::Principle::Egalitarian,
        Principle::Leximin => engine::Principle::Leximin,
        Principle::Utilitarian => engine::Principle::Utilitarian,
    }
}
