//! When there is no package: the minimal sets of limits, bottom lines and what the draft holds that cannot hold together.

use detente_base::Watch;
use detente_case::Case;
use detente_engine as engine;
use detente_estimate::EstimateSet;

use super::member::{Member, by_id, read_all};
use crate::{DealsError, Drafted, Lowered};

/// The minimal sets that no package meets together. Without any one member of a set, the rest of that set can hold. That a
/// limit is listed does not mean that it should move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflicts {
    /// The sets: by size, then by the ids of their members (DEFINITIONS 14).
    pub sets: Vec<Vec<Member>>,
    /// Whether these are all there are.
    pub complete: bool,
}

/// The minimal sets among limits in force, bottom lines and what the draft holds; `None` where there is a package.
///
/// # Cost
/// See the engine's `conflicts_and_relaxations`.
pub(crate) fn conflicts(
    case: &Case,
    set: Option<&EstimateSet>,
    lowered: &Lowered,
    asked: &Drafted,
    watch: &dyn Watch,
) -> Result<Option<Conflicts>, DealsError> {
    let (lowered, ask) = asked.with_rules(lowered);
    let members = by_id(case, set, &lowered, &ask);
    let found = engine::conflicts_and_relaxations(&lowered.model, &ask, &members, engine::MOST_SETS, watch)?;
    let sets = found.conflicts.iter().map(|conflict| read_all(&lowered, &conflict.members)).collect();
    Ok(found.zone.is_none().then_some(Conflicts { sets, complete: found.complete }))
}
