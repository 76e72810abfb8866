//! Who can move what: on each issue, how much of its own value a party has at stake (DEALS 10, DEFINITIONS 18).

use detente_base::{Index, Table, Watch};
use detente_case::{Case, ChoiceIdx, IssueIdx, PartyIdx};
use detente_engine::{self as engine, Linkage, Stopped};
use detente_estimate::EstimateSet;

use crate::zone::possible_beside;
use crate::{DealsError, Drafted, Lowered, Settings, lower};

/// The choices of each issue that some package still has.
pub type Open = Table<IssueIdx, Vec<ChoiceIdx>>;

/// What is at stake under a set of estimates.
#[derive(Clone, Debug)]
pub struct Gives {
    /// The choices that some package of the zone at the centre has.
    pub open: Open,
    /// Per issue and party, the party's largest less its smallest own value over the open choices, in units.
    pub stakes: Table<IssueIdx, Vec<i64>>,
    /// Per party, the units of each of its linkages.
    pub linkages: Vec<Vec<i64>>,
    /// The model at the centres.
    pub lowered: Lowered,
}

/// The choices that are still open within the stated limits.
pub fn open_stated(case: &Case, settings: &Settings, watch: &dyn Watch) -> Result<Open, DealsError> {
    let lowered = lower(case, None)?;
    open(&lowered, &lowered.drafted(case, settings).without_bottom_lines(), watch)
}

/// What each party has at stake on each issue, at the centres.
pub fn gives(case: &Case, set: &EstimateSet, settings: &Settings, watch: &dyn Watch) -> Result<Gives, DealsError> {
    let lowered = lower(case, Some(set))?;
    let open = open(&lowered, &lowered.drafted(case, settings), watch)?;
    let stake = |(issue, open): (IssueIdx, &Vec<ChoiceIdx>)| -> Vec<i64> {
        case.parties.indices().map(|party| stake(&lowered, party, issue, open)).collect()
    };
    let stakes = open.iter().map(stake).collect();
    let units = |linkage: &Linkage| linkage.units;
    let own = |(party, along): (&engine::Party, &Vec<(IssueIdx, std::ops::Range<usize>)>)| {
        let own = along.first().map_or(party.linkages.len(), |(_, of)| of.start);
        party.linkages.iter().take(own).map(units).collect()
    };
    let linkages = lowered.model.parties.iter().zip(&lowered.along).map(own).collect();
    Ok(Gives { open, stakes, linkages, lowered })
}

fn open(lowered: &Lowered, asked: &Drafted, watch: &dyn Watch) -> Result<Open, DealsError> {
    let left = possible_beside(lowered, asked, watch)?;
    if left.rows().flat_map(Table::rows).any(Option::is_none) {
        return Err(Stopped::OutOfReach { max_steps: asked.ask().effort.max_steps, space: None }.into());
    }
    let open = |left: &Table<ChoiceIdx, Option<bool>>| {
        left.iter().filter(|(_, left)| **left == Some(true)).map(|(choice, _)| choice).collect()
    };
    Ok(left.rows().map(open).collect())
}

fn stake(lowered: &Lowered, party: PartyIdx, issue: IssueIdx, open: &[ChoiceIdx]) -> i64 {
    let values = &lowered.model.parties[party.position()].values[issue.position()];
    let own = || open.iter().map(|&choice| values[lowered.rank(issue, choice)]);
    let along = lowered.along[party.position()].iter().filter(|(of, _)| *of == issue);
    let linked: Vec<i64> = along
        .flat_map(|(_, of)| lowered.model.parties[party.position()].linkages[of.clone()].iter().map(|link| link.units))
        .collect();
    let spread = |units: &mut dyn Iterator<Item = i64>| {
        units.fold(None, |ends: Option<(i64, i64)>, unit| {
            let (low, high) = ends.unwrap_or((unit, unit));
            Some((low.min(unit), high.max(unit)))
        })
    };
    let width = |ends: Option<(i64, i64)>| ends.map_or(0, |(low, high)| high.saturating_sub(low));
    width(spread(&mut own())).saturating_add(width(spread(&mut linked.into_iter())))
}
