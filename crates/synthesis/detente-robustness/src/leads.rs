//! Which packages the principles lead to under one set of figures.

use detente_deals::Principle;
use detente_engine::again::{Known, Seen, Solver};
use detente_engine::{self as engine, Package, Stopped};

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
    for which in Principle::ALL {
        let led = solver.principle(of_engine(which), per_point, known, seen)?;
        let first = led.and_then(|led| led.answers.into_iter().next());
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
