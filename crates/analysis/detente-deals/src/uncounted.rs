//! The second answer at once: verdicts are proved, principles as far as some steps go, with what no package exceeds.

use detente_base::{Table, Watch};
use detente_case::Case;
use detente_engine::{self as engine, Ask, Count};
use detente_estimate::EstimateSet;
use num_bigint::BigUint;

use crate::estimated::{at, most_for, no_stake};
use crate::examples::examples;
use crate::frontier::frontier;
use crate::principle::principles;
use crate::zone::{Left, PerChoice, Zone, in_steps, space};
use crate::{DealsError, EstimatedAnswer, Level, Lowered, Settings};

/// As [`estimated`](crate::estimated) where so many steps per search are allowed. Nothing is counted, no conflict is looked for, and
/// what each party can get is left out.
pub(crate) fn at_once(
    case: &Case,
    set: &EstimateSet,
    lowered: Lowered,
    (settings, steps): (&Settings, u64),
    watch: &dyn Watch,
) -> Result<EstimatedAnswer, DealsError> {
    let ask = lowered.ask(case, settings);
    let limited = in_steps(ask.clone(), steps);
    let zones = zones(&lowered, &ask, watch)?;
    let model = &lowered.model;
    let is_open = zones[1].feasible;
    let principles = if is_open { principles(&lowered, model, &ask, Some(steps), watch)? } else { Vec::new() };
    let left = nothing_known(&lowered);
    Ok(EstimatedAnswer {
        zones,
        remaining: [left.clone(), left],
        frontier: frontier(&lowered, model, &limited, settings.frontier, watch)?,
        reach: Vec::new(),
        best_for: settings.best_for.map(|party| most_for(&lowered, &limited, party, watch)).transpose()?,
        examples: examples(case, &lowered, &limited, settings, None, watch)?,
        conflicts: None,
        no_stake: no_stake(case, set),
        principals: settings.principals(case),
        in_force: ask.limits,
        principles,
        lowered,
    })
}

/// Whether there is a package at each level. What is acceptable under higher bottom lines is under lower ones.
fn zones(lowered: &Lowered, ask: &Ask, watch: &dyn Watch) -> Result<[Zone; 3], DealsError> {
    let most = space(&lowered.model);
    let mut known = false;
    let mut zone = |level: Level| {
        let model = at(lowered, level);
        let feasible = known || engine::any_package(&model, ask, watch)?.is_some();
        known = feasible;
        let packages = Count::Bounded { least: BigUint::ZERO, most: most.clone() }.given(feasible);
        Ok::<_, DealsError>(Zone { feasible, packages })
    };
    let high = zone(Level::High)?;
    let centre = zone(Level::Centre)?;
    Ok([zone(Level::Low)?, centre, high])
}

/// That nothing was counted.
fn nothing_known(lowered: &Lowered) -> PerChoice {
    let most = space(&lowered.model);
    let left = || Left { possible: None, packages: Count::Bounded { least: BigUint::ZERO, most: most.clone() } };
    lowered.order.rows().map(|row| row.iter().map(|_| left()).collect::<Table<_, _>>()).collect()
}
