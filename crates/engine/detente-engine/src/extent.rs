//! What each party can get within a zone: the least and the most.

use crate::budget::Budget;
use crate::chosen::most_known;
use crate::error::Stopped;
use crate::feasible::space;
use detente_base::Watch;
use detente_model::{Ask, Consent, Model, Party, Table};

/// What a party can get within the zone, in its own units; both ends are attained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// The least.
    pub least: End,
    /// The most.
    pub most: End,
}

/// One end of what a party can get.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct End {
    /// Units some package gives it.
    pub units: i64,
    /// Whether no package goes beyond.
    pub proved: bool,
}

/// Steps after which an end is told as far as it is known: where many packages nearly reach a bottom line, which of them comes
/// nearest is a question of single units that costs more than all others.
const STEPS: u64 = 30_000_000;

/// Per party, principal or not, what it can get within the zone; `None` where the zone is empty.
///
/// # Cost
/// Two optima per party, as in [`principle`](crate::principle), none of more than a few seconds.
pub fn extents(model: &Model, ask: &Ask, watch: &dyn Watch) -> Result<Option<Vec<Extent>>, Stopped> {
    let mut mirrored = model.clone();
    mirrored.parties.extend(model.parties.iter().map(opposite));
    mirrored.validate()?;
    let n = model.parties.len();
    let mut extents = Vec::with_capacity(n);
    for party in 0..n {
        let Some(most) = end(&mirrored, ask, party, watch)? else { return Ok(None) };
        let Some(least) = end(&mirrored, ask, n + party, watch)? else { return Ok(None) };
        extents.push(Extent { least: End { units: -least.units, ..least }, most });
    }
    Ok(Some(extents))
}

/// Per party, principal or not, the most it can get within the zone; `None` where the zone is empty.
///
/// # Cost
/// An optimum per party, as in [`principle`](crate::principle), none of more than a few seconds.
pub fn mosts(model: &Model, ask: &Ask, watch: &dyn Watch) -> Result<Option<Vec<End>>, Stopped> {
    (0..model.parties.len()).map(|party| end(model, ask, party, watch)).collect()
}

fn end(model: &Model, ask: &Ask, party: usize, watch: &dyn Watch) -> Result<Option<End>, Stopped> {
    most_known(model, ask, party, &Budget::new(watch, ask.effort.max_steps.min(STEPS), space(model)))
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
