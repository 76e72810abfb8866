//! The first answer: what follows from the stated limits alone, without any number.

use detente_base::Watch;
use detente_case::{Case, ChoiceIdx, IssueIdx};
use detente_engine::{Ask, Consent, Count, Model};
use num_bigint::BigUint;

use crate::examples::{Examples, examples};
use crate::why::{Conflicts, conflicts};
use crate::zone::{PerChoice, Zone, count, possible, space, within_draft, zone_of};
use crate::{DealsError, LimitRef, Lowered, Settings, lower};

/// What follows from the stated limits alone.
#[derive(Clone, Debug)]
pub struct StatedAnswer {
    /// The model it was read off; its utilities are all zero.
    pub lowered: Lowered,
    /// Per limit of the model, whether it is in force.
    pub in_force: Vec<bool>,
    /// The packages there are, rules aside.
    pub space: BigUint,
    /// The packages within the rules.
    pub within_rules: Count,
    /// The packages within the rules and every limit in force.
    pub zone: Zone,
    /// Of the zone, the packages with each choice.
    pub remaining: PerChoice,
    /// What each limit excludes by itself.
    pub excluded: Vec<Excluded>,
    /// Different packages of the zone.
    pub examples: Examples,
    /// What cannot hold together, where there is no package.
    pub conflicts: Option<Conflicts>,
}

/// What one limit excludes by itself, of what the rules allow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excluded {
    /// The limit.
    pub limit: LimitRef,
    /// Whether it is in force.
    pub in_force: bool,
    /// How many packages it excludes.
    pub packages: Count,
    /// The choices it is proved to exclude altogether.
    pub choices: Vec<(IssueIdx, ChoiceIdx)>,
}

/// Answers without any number.
///
/// # Cost
/// A count of what each limit excludes, one for the zone and one for the rules; see the engine's `counting`.
///
/// # Errors
/// [`DealsError::Stopped`] where whether there is a package is out of reach, or the search was cancelled.
pub fn stated(case: &Case, settings: &Settings, watch: &dyn Watch) -> Result<StatedAnswer, DealsError> {
    let lowered = lower(case, None)?;
    let drafted = lowered.drafted(case, settings).without_bottom_lines();
    let ask = drafted.ask();
    let open = Ask { limits: vec![false; ask.limits.len()], bottom_lines: false, ..lowered.undrafted(case, settings) };
    let (space, within_rules) = (space(&lowered.model), count(&lowered.model, &open, watch)?);
    let remaining = within_draft(&lowered, &lowered.model, &ask, watch)?;
    let zone = zone_of(&remaining, &lowered.model, &ask, watch)?;
    let excluded = excluded(&lowered, &open, &ask.limits, watch)?;
    let examples = examples(case, &lowered, &ask, settings, None, watch)?;
    let conflicts = if zone.feasible { None } else { conflicts(case, None, &lowered, &drafted, watch)? };
    Ok(StatedAnswer {
        space,
        within_rules,
        zone,
        remaining,
        excluded,
        examples,
        conflicts,
        in_force: ask.limits,
        lowered,
    })
}

fn excluded(lowered: &Lowered, open: &Ask, in_force: &[bool], watch: &dyn Watch) -> Result<Vec<Excluded>, DealsError> {
    if in_force.is_empty() {
        return Ok(Vec::new());
    }
    let model = &lowered.model;
    let within_rules = possible(lowered, model, open, watch)?;
    let by = |(limit, &in_force): (usize, &bool)| {
        let mut alone = open.clone();
        alone.limits[limit] = true;
        let left = possible(lowered, model, &alone, watch)?;
        let mut choices = Vec::new();
        for (issue, row) in left.iter() {
            let gone =
                row.iter().filter(|(choice, left)| **left == Some(false) && within_rules[issue][*choice] == Some(true));
            choices.extend(gone.map(|(choice, _)| (issue, choice)));
        }
        let packages = match crossing(model, open, limit) {
            Some(crossing) => count(model, &crossing, watch)?,
            None => Count::Exact(BigUint::ZERO),
        };
        Ok(Excluded { limit: lowered.limits[limit], in_force, packages, choices })
    };
    in_force.iter().enumerate().map(by).collect()
}

/// The packages of a zone that cross a limit whose owner's consent they need; `None` where nobody asks its owner.
pub(crate) fn crossing(model: &Model, ask: &Ask, limit: usize) -> Option<Ask> {
    let limit = &model.limits[limit];
    let mut crossing = asking(model, ask, limit.owner)?;
    crossing.require.push(limit.forbids.clone());
    Some(crossing)
}

/// The packages of a zone that need a party's consent; `None` where none does.
pub(crate) fn asking(model: &Model, ask: &Ask, party: usize) -> Option<Ask> {
    let mut asking = ask.clone();
    match &model.parties[party].consent {
        Consent::Always => {}
        Consent::Never => return None,
        Consent::When(when) => asking.require.push(when.clone()),
    }
    Some(asking)
}
