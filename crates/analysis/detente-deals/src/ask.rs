//! The door to the engine for the small questions: for now each goes over the whole zone.

use detente_base::{Index, Watch};
use detente_case::PartyIdx;
use detente_engine::{self as engine, Ask, Attained, Model, Want, principles::Stakes};

use crate::principle::answer;
use crate::{DealsError, Lowered, Principle, PrincipleAnswer};

/// What a zone holds: how much, what is efficient, the most each party gets.
pub(crate) struct Efficient {
    pub(crate) count: u128,
    pub(crate) frontier: Vec<Attained>,
    /// Per party; empty without a package.
    pub(crate) most: Vec<i64>,
}

/// The efficient part of the zone of `model`.
pub(crate) fn efficient(model: &Model, ask: &Ask, watch: &dyn Watch) -> Result<Efficient, DealsError> {
    let scan = engine::scan(model, ask, Want::Frontier, watch)?;
    Ok(Efficient {
        count: scan.count,
        frontier: scan.frontier.unwrap_or_default(),
        most: scan.attainable.unwrap_or_default().iter().map(|reach| reach.most).collect(),
    })
}

/// Every principle on a frontier of `model`; none without a package. Gains are counted from the model's bottom lines.
pub(crate) fn principles(
    lowered: &Lowered,
    model: &Model,
    ask: &Ask,
    frontier: &[Attained],
) -> Result<Vec<PrincipleAnswer>, DealsError> {
    if frontier.is_empty() {
        return Ok(Vec::new());
    }
    let lines: Vec<Option<i64>> = model.parties.iter().map(|party| party.bottom_line).collect();
    let stakes = Stakes::new(frontier, &ask.principals, &lines, &lowered.units_per_point)?;
    Ok(Principle::ALL.iter().map(|&principle| answer(principle, lowered, frontier, &stakes)).collect())
}

/// How many packages there are.
pub(crate) fn count(model: &Model, ask: &Ask, watch: &dyn Watch) -> Result<u128, DealsError> {
    Ok(engine::scan(model, ask, Want::Count, watch)?.count)
}

/// Per issue and choice in κ's order, the packages of the zone with that choice that keep to the draft on the other issues.
pub(crate) fn remaining(model: &Model, ask: &Ask, watch: &dyn Watch) -> Result<Vec<Vec<u128>>, DealsError> {
    Ok(engine::remaining(model, ask, watch)?)
}

/// As [`remaining`] for the issues the draft leaves open; of the others only the choice it holds.
pub(crate) fn remaining_open(model: &Model, ask: &Ask, watch: &dyn Watch) -> Result<Vec<Vec<u128>>, DealsError> {
    Ok(engine::scan(model, ask, Want::Count, watch)?.remaining)
}

/// The parties of an ask's principals.
pub(crate) fn principals(ask: &Ask) -> Vec<PartyIdx> {
    ask.principals.iter().map(|&party| PartyIdx::new(party)).collect()
}
