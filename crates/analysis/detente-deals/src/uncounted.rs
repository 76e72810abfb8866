//! The second answer without what takes longer than a picture of it: no number of packages is told. Verdicts are proved; principles too,
//! or where they are wanted at once as far as some steps go, with what no package exceeds.

use detente_base::Watch;
use detente_case::Case;
use detente_engine::again::{Figures, Solver, Structure, WrittenOut};
use detente_engine::{self as engine, Ask, Count, Model};
use detente_estimate::EstimateSet;
use num_bigint::BigUint;

use crate::estimated::{at, drawn, leximin_witness, most_for, no_stake};
use crate::examples::examples;
use crate::zone::{PerChoice, Zone, in_steps, space, zone as counted};
use crate::{DealsError, EstimatedAnswer, Level, Lowered, Settings};

/// As [`estimated`](crate::estimated). No number of packages is told, no conflict is looked for, and what each party can get is left out.
pub(crate) fn uncounted(
    case: &Case,
    set: &EstimateSet,
    lowered: Lowered,
    settings: &Settings,
    written_out: &WrittenOut,
    watch: &dyn Watch,
) -> Result<EstimatedAnswer, DealsError> {
    let ask = lowered.ask(case, settings);
    let steps = settings.steps;
    let limited = steps.map_or_else(|| ask.clone(), |steps| in_steps(ask.clone(), steps));
    let zones = zones(&lowered, &ask, (steps.is_some(), written_out), watch)?;
    let wanted = (settings.frontier, steps);
    let (principles, frontier) = drawn(&lowered, &ask, zones[1].feasible, wanted, watch)?;
    // What is proved in steps may not be leximin's.
    let first = leximin_witness(&lowered, &principles).filter(|_| steps.is_none());
    Ok(EstimatedAnswer {
        zones,
        remaining: [PerChoice::default(), PerChoice::default()],
        frontier,
        reach: Vec::new(),
        best_for: settings.best_for.map(|party| most_for(&lowered, &limited, party, watch)).transpose()?,
        examples: examples(case, &lowered, &limited, settings, first, watch)?,
        conflicts: None,
        no_stake: no_stake(case, set),
        principals: settings.principals(case),
        in_force: ask.limits,
        principles,
        lowered,
    })
}

/// Whether there is a package at each level. What is acceptable under higher bottom lines is under lower ones. Where issues are tied so
/// loosely that the zone is soon written out, that is asked; elsewhere counting is the quicker proof, where there is time for it.
fn zones(
    lowered: &Lowered,
    ask: &Ask,
    (at_once, written_out): (bool, &WrittenOut),
    watch: &dyn Watch,
) -> Result<[Zone; 3], DealsError> {
    let structure = written_out.under_drafts(&lowered.model, ask)?;
    let mut solver = structure.as_deref().map(Structure::solver);
    let most = space(&lowered.model);
    let mut known = false;
    let mut zone = |level: Level| {
        let model = at(lowered, level);
        let feasible = known
            || match soon(solver.as_mut(), &model, &ask.fixed)? {
                Some(found) => found,
                None if at_once => engine::any_package(&model, ask, watch)?.is_some(),
                None => counted(&model, ask, watch)?.feasible,
            };
        known = feasible;
        let packages = Count::Bounded { least: BigUint::ZERO, most: most.clone() }.given(feasible);
        Ok::<_, DealsError>(Zone { feasible, packages })
    };
    let high = zone(Level::High)?;
    let centre = zone(Level::Centre)?;
    Ok([zone(Level::Low)?, centre, high])
}

/// Whether a zone that is written out holds a package under a model's numbers; `None` where that takes long.
fn soon(solver: Option<&mut Solver<'_>>, model: &Model, draft: &[Option<usize>]) -> Result<Option<bool>, DealsError> {
    let Some(solver) = solver else { return Ok(None) };
    solver.set_within(&Figures::of(model), draft)?;
    Ok(solver.soon().is_open())
}
