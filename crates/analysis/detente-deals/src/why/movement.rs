//! The least movement of bottom lines that opens the space, in points.

use detente_base::{Decimal, Watch, half_even};
use detente_engine::{self as engine, Ask};

use super::depth::within_reach;
use crate::{DealsError, Lowered};

/// What opens the space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Movement {
    /// It is open.
    Open,
    /// No package meets rules and limits, whatever the bottom lines.
    CannotOpen,
    /// These movements open it.
    Opens(Least),
}

/// The least movements, in points; different parties' points stand side by side, and in the sum are added up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Least {
    /// Per party, how far its bottom line alone would have to fall; `None` if that opens nothing.
    pub alone: Vec<Option<Decimal>>,
    /// The least sum.
    pub sum: Decimal,
    /// Per party, what falls in a package that attains the sum.
    pub in_sum: Vec<Decimal>,
    /// The least that the party which moves most has to move.
    pub most: Decimal,
    /// Per party, what falls in a package that attains that.
    pub in_most: Vec<Decimal>,
}

/// The least movement (DEFINITIONS 15); `None` where it is out of reach, or where a point has no size common to all parties
/// that fits the integers.
pub(super) fn movement(lowered: &Lowered, ask: &Ask, watch: &dyn Watch) -> Result<Option<Movement>, DealsError> {
    let Some((model, per_point)) = in_common_units(lowered) else { return Ok(None) };
    let Some(found) = within_reach(engine::least_movement(&model, ask, watch))? else { return Ok(None) };
    let points = |units: i64| {
        let thousandths = half_even(i128::from(units) * i128::from(Decimal::UNIT), i128::from(per_point));
        Decimal::from_thousandths(i64::try_from(thousandths).unwrap_or(i64::MAX))
    };
    let all = |units: Vec<i64>| units.into_iter().map(points).collect();
    Ok(Some(match found {
        engine::Movement::Open => Movement::Open,
        engine::Movement::CannotOpen => Movement::CannotOpen,
        engine::Movement::Opens(least) => Movement::Opens(Least {
            alone: least.alone.into_iter().map(|units| units.map(points)).collect(),
            sum: points(least.sum),
            in_sum: all(least.in_sum),
            most: points(least.most),
            in_most: all(least.in_most),
        }),
    }))
}

/// The model with every party in units of which equally many make a point, and how many; `None` where they do not fit.
fn in_common_units(lowered: &Lowered) -> Option<(engine::Model, i64)> {
    let per_point = &lowered.units_per_point;
    let common = per_point.iter().try_fold(1_i64, |common, &own| (common / divisor(common, own)).checked_mul(own))?;
    let mut model = lowered.model.clone();
    for (party, &own) in model.parties.iter_mut().zip(per_point) {
        scale(party, common / own)?;
    }
    model.validate().is_ok().then_some((model, common))
}

fn scale(party: &mut engine::Party, factor: i64) -> Option<()> {
    let values = party.values.iter_mut().flatten();
    let tables = party.tables.iter_mut().flat_map(|table| &mut table.units);
    let linkages = party.linkages.iter_mut().map(|linkage| &mut linkage.units);
    for units in values.chain(tables).chain(linkages).chain(&mut party.bottom_line) {
        *units = units.checked_mul(factor)?;
    }
    Some(())
}

fn divisor(a: i64, b: i64) -> i64 {
    if b == 0 { a.max(1) } else { divisor(b, a % b) }
}
