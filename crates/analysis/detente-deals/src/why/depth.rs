//! The numbers behind the lists: how many packages each set aside opens, by how much bottom lines would have to fall.

use detente_base::{Decimal, Index, Watch};
use detente_case::PartyIdx;
use detente_engine as engine;

use super::Why;
use super::movement::{Movement, movement};
use crate::DealsError;

/// Steps for all relaxations together; how far they reach is the same on every machine.
const STEPS: u64 = 1_000_000_000;

/// What stands behind the lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Depth {
    /// Per relaxation, how many packages there are without it; `None` where that was out of reach.
    pub reopens: Vec<Option<engine::Count>>,
    /// Per relaxation that holds bottom lines, by how much they would have to fall instead.
    pub amounts: Vec<Option<Amounts>>,
    /// With estimates, the least movement of bottom lines that opens the space; `None` where that was out of reach.
    pub movement: Option<Movement>,
}

/// Reductions of bottom lines, the rest of their relaxation being set aside; none can be made smaller alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amounts {
    /// Whose.
    pub parties: Vec<PartyIdx>,
    /// Per vector and party, in the party's own points.
    pub vectors: Vec<Vec<Decimal>>,
    /// Whether these are all.
    pub complete: bool,
}

/// The numbers behind an answer.
///
/// # Errors
/// Only where the question does not hold together or was cancelled; what is out of reach is left out.
pub fn depth(why: &Why, watch: &dyn Watch) -> Result<Depth, DealsError> {
    let share = STEPS / u64::try_from(why.drops.len().max(1)).unwrap_or(u64::MAX);
    let (model, mut ask) = (&why.lowered.model, why.ask.clone());
    ask.effort.max_steps = ask.effort.max_steps.min(share);
    let (mut reopens, mut amounts) = (Vec::new(), Vec::new());
    for drop in &why.drops {
        reopens.push(within_reach(engine::reopened(model, &ask, &why.members, drop, watch))?);
        let has_line = drop.iter().any(|member| matches!(member, engine::Member::BottomLine(_)));
        amounts.push(if has_line { Some(amounts_of(why, &ask, drop, watch)?) } else { None });
    }
    let movement = match (why.ask.bottom_lines, why.is_open) {
        (false, _) => None,
        (true, true) => Some(Movement::Open),
        (true, false) => movement(&why.lowered, &why.ask, watch)?,
    };
    Ok(Depth { reopens, amounts, movement })
}

fn amounts_of(why: &Why, ask: &engine::Ask, drop: &[engine::Member], watch: &dyn Watch) -> Result<Amounts, DealsError> {
    let found = engine::amounts(&why.lowered.model, ask, &why.members, drop, watch)?;
    let parties: Vec<PartyIdx> = found.parties.iter().map(|&party| PartyIdx::new(party)).collect();
    let points = |vector: &Vec<i64>| {
        parties.iter().zip(vector).map(|(&party, &units)| why.lowered.points(party, units)).collect()
    };
    Ok(Amounts { vectors: found.vectors.iter().map(points).collect(), parties, complete: found.complete })
}

/// What was found, or nothing where more effort would have been needed.
pub(super) fn within_reach<T>(found: Result<T, engine::Stopped>) -> Result<Option<T>, DealsError> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(stopped @ (engine::Stopped::Model(_) | engine::Stopped::Cancelled)) => Err(stopped.into()),
        Err(_) => Ok(None),
    }
}
