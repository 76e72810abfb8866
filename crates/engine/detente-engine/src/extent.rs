//! What each party can get within a zone: the least and the most.

use crate::budget::Budget;
use crate::chosen::most_of;
use crate::error::Stopped;
use crate::feasible::space;
use detente_base::Watch;
use detente_model::{Ask, Consent, Model, Party, Table};

/// What a party can get within the zone, in its own units; both ends are attained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// The least.
    pub least: i64,
    /// The most.
    pub most: i64,
}

/// Per party, principal or not, what it can get within the zone; `None` where the zone is empty.
///
/// # Cost
/// Two optima per party, as in [`principle`](crate::principle).
pub fn extents(model: &Model, ask: &Ask, watch: &dyn Watch) -> Result<Option<Vec<Extent>>, Stopped> {
    let budget = Budget::new(watch, ask.effort.max_steps, space(model));
    let mut mirrored = model.clone();
    mirrored.parties.extend(model.parties.iter().map(opposite));
    mirrored.validate()?;
    let n = model.parties.len();
    let mut extents = Vec::with_capacity(n);
    for party in 0..n {
        let Some(most) = most_of(&mirrored, ask, party, &budget)? else { return Ok(None) };
        let Some(least) = most_of(&mirrored, ask, n + party, &budget)? else { return Ok(None) };
        extents.push(Extent { least: -least, most });
    }
    Ok(Some(extents))
}

/// A party that gets what another loses, and binds nobody.
fn opposite(party: &Party) -> Party {
    let negated = |units: &Vec<i64>| units.iter().map(|units| -units).collect();
    let table = |table: &Table| Table { issues: table.issues.clone(), units: negated(&table.units) };
    let linkages = party.linkages.iter().cloned().map(|mut linkage| {
        linkage.units = -linkage.units;
        linkage
    });
    Party {
        values: party.values.iter().map(negated).collect(),
        tables: party.tables.iter().map(table).collect(),
        linkages: linkages.collect(),
        bottom_line: None,
        consent: Consent::Never,
    }
}
