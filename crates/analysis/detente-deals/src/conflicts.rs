//! When there is no package: the minimal sets of limits, bottom lines and fixed choices that cannot hold together.

use detente_base::{Index, Watch};
use detente_case::{Case, IssueIdx, PartyIdx};
use detente_engine::{self as engine, Ask};
use detente_estimate::EstimateSet;

use crate::ids::member_id;
use crate::{DealsError, LimitRef, Lowered};

/// One of the things that cannot hold together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Member {
    /// A limit.
    Limit(LimitRef),
    /// A party's bottom line.
    BottomLine(PartyIdx),
    /// A choice fixed by the draft.
    Fixed(IssueIdx),
}

/// The minimal sets that no package meets together. Without any one member of a set, the rest of that set can hold. That a
/// limit is listed does not mean that it should move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflicts {
    /// The sets: by size, then by the ids of their members (DEFINITIONS 14).
    pub sets: Vec<Vec<Member>>,
    /// Whether these are all there are.
    pub complete: bool,
}

/// With more members than this, one set is looked for instead of all.
const MOST_MEMBERS: usize = 16;

/// The minimal sets among limits in force, bottom lines and fixed choices; `None` where there is a package.
///
/// # Cost
/// A search for a package per minimal set, per maximal set that can hold, and per member of either; up to 2^16 sets are told
/// apart without a search.
pub(crate) fn conflicts(
    case: &Case,
    set: Option<&EstimateSet>,
    lowered: &Lowered,
    ask: &Ask,
    watch: &dyn Watch,
) -> Result<Option<Conflicts>, DealsError> {
    let members = members(lowered, ask);
    if engine::feasible(&lowered.model, ask, watch)?.is_some() {
        return Ok(None);
    }
    let complete = members.len() <= MOST_MEMBERS;
    let sets = if complete {
        Lattice { lowered, ask, members: &members, watch }.minimal_conflicts()?
    } else {
        engine::conflict(&lowered.model, ask, &members, watch)?.into_iter().collect()
    };
    let read = |found: &Vec<engine::Member>| found.iter().filter_map(|&member| read_back(lowered, member)).collect();
    let mut sets: Vec<Vec<Member>> = sets.iter().map(read).collect();
    let ids = |set_of: &Vec<Member>| {
        let mut ids: Vec<String> = set_of.iter().map(|&member| member_id(case, set, member)).collect();
        ids.sort_unstable();
        (ids.len(), ids)
    };
    sets.iter_mut().for_each(|members| members.sort_by_key(|&member| member_id(case, set, member)));
    sets.sort_by_cached_key(ids);
    Ok(Some(Conflicts { sets, complete }))
}

/// All sets of members, told apart as those that can hold together and those that cannot.
struct Lattice<'a> {
    lowered: &'a Lowered,
    ask: &'a Ask,
    members: &'a [engine::Member],
    watch: &'a dyn Watch,
}

impl Lattice<'_> {
    /// Every minimal set that cannot hold, smaller ones first.
    fn minimal_conflicts(&self) -> Result<Vec<Vec<engine::Member>>, DealsError> {
        let mut conflicts: Vec<u32> = Vec::new();
        let mut holding: Vec<u32> = Vec::new();
        let mut sets: Vec<u32> = (0..1_u32 << self.members.len()).collect();
        sets.sort_by_key(|set| set.count_ones());
        for set in sets {
            let is_known = conflicts.iter().any(|conflict| conflict & set == *conflict)
                || holding.iter().any(|held| held & set == set);
            if is_known {
                continue;
            }
            if self.holds(set)? {
                holding.push(self.grown(set)?);
            } else {
                conflicts.push(set);
            }
        }
        Ok(conflicts.iter().map(|&set| self.of(set)).collect())
    }

    /// A largest set around `set` that can still hold.
    fn grown(&self, set: u32) -> Result<u32, DealsError> {
        let mut grown = set;
        for bit in 0..self.members.len() {
            let with = grown | 1 << bit;
            if with != grown && self.holds(with)? {
                grown = with;
            }
        }
        Ok(grown)
    }

    /// Whether some package within the rules meets all members of `set`.
    fn holds(&self, set: u32) -> Result<bool, DealsError> {
        let mut model = self.lowered.model.clone();
        let mut ask = self.ask.clone();
        for (_, member) in self.members.iter().enumerate().filter(|(bit, _)| set >> bit & 1 == 0) {
            match *member {
                engine::Member::Limit(limit) => ask.limits[limit] = false,
                engine::Member::BottomLine(party) => model.parties[party].bottom_line = None,
                engine::Member::Fixed(issue) => ask.fixed[issue] = None,
                engine::Member::Rule(_) => {}
            }
        }
        Ok(engine::feasible(&model, &ask, self.watch)?.is_some())
    }

    fn of(&self, set: u32) -> Vec<engine::Member> {
        let chosen = self.members.iter().enumerate().filter(|(bit, _)| set >> bit & 1 == 1);
        chosen.map(|(_, member)| *member).collect()
    }
}

pub(crate) fn members(lowered: &Lowered, ask: &Ask) -> Vec<engine::Member> {
    let limits =
        ask.limits.iter().enumerate().filter(|(_, in_force)| **in_force).map(|(limit, _)| engine::Member::Limit(limit));
    let has_line = |party: &usize| ask.bottom_lines && lowered.model.parties[*party].bottom_line.is_some();
    let lines = (0..lowered.model.parties.len()).filter(has_line).map(engine::Member::BottomLine);
    let fixed =
        ask.fixed.iter().enumerate().filter(|(_, held)| held.is_some()).map(|(issue, _)| engine::Member::Fixed(issue));
    limits.chain(lines).chain(fixed).collect()
}

pub(crate) fn read_back(lowered: &Lowered, member: engine::Member) -> Option<Member> {
    Some(match member {
        engine::Member::Limit(limit) => Member::Limit(lowered.limits[limit]),
        engine::Member::BottomLine(party) => Member::BottomLine(PartyIdx::new(party)),
        engine::Member::Fixed(issue) => Member::Fixed(IssueIdx::new(issue)),
        engine::Member::Rule(_) => return None,
    })
}
