//! Who can move what: on each issue, how much of its own value a party has at stake (DEALS 10, DEFINITIONS 18).

use detente_base::{Index, Table, Watch};
use detente_case::{Case, ChoiceIdx, IssueIdx, PartyIdx};
use detente_engine::{self as engine, Linkage, Stopped};
use detente_estimate::EstimateSet;

use crate::zone::possible;
use crate::{DealsError, Lowered, Settings, lower};

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
    let mut asked = lowered.ask(case, settings);
    asked.bottom_lines = false;
    open(&lowered, &asked, watch)
}

/// What each party has at stake on each issue, at the centres.
pub fn gives(case: &Case, set: &EstimateSet, settings: &Settings, watch: &dyn Watch) -> Result<Gives, DealsError> {
    let lowered = lower(case, Some(set))?;
    let open = open(&lowered, &lowered.ask(case, settings), watch)?;
    let stake = |(issue, open): (IssueIdx, &Vec<ChoiceIdx>)| -> Vec<i64> {
        case.parties.indices().map(|party| stake(&lowered, party, issue, open)).collect()
    };
    let stakes = open.iter().map(stake).collect();
    let units = |linkage: &Linkage| linkage.units;
    let linkages = lowered.model.parties.iter().map(|party| party.linkages.iter().map(units).collect()).collect();
    Ok(Gives { open, stakes, linkages, lowered })
}

fn open(lowered: &Lowered, asked: &engine::Ask, watch: &dyn Watch) -> Result<Open, DealsError> {
    let left = possible(lowered, &lowered.model, asked, watch)?;
    if left.rows().flat_map(Table::rows).any(Option::is_none) {
        return Err(Stopped::OutOfReach { max_steps: asked.effort.max_steps, space: None }.into());
    }
    let open = |left: &Table<ChoiceIdx, Option<bool>>| {
        left.iter().filter(|(_, left)| **left == Some(true)).map(|(choice, _)| choice).collect()
    };
    Ok(left.rows().map(open).collect())
}

fn stake(lowered: &Lowered, party: PartyIdx, issue: IssueIdx, open: &[ChoiceIdx]) -> i64 {
    let values = &lowered.model.parties[party.position()].values[issue.position()];
    let own = || open.iter().map(|&choice| values[lowered.rank(issue, choice)]);
    own().max().unwrap_or(0).saturating_sub(own().min().unwrap_or(0))
}
