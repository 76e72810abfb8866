//! When there is no package: one minimal set of limits that cannot hold together.

use detente_base::{Index, Watch};
use detente_case::{IssueIdx, PartyIdx};
use detente_engine::{self as engine, Ask};

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

/// A minimal set: without any one member there is a package. That a limit is listed does not mean that it should move.
pub type Blocker = Vec<Member>;

/// One minimal set of limits in force, bottom lines and fixed choices that no package meets together; `None` where there is
/// a package. Others may exist.
///
/// # Cost
/// One search for a package per member.
pub(crate) fn blocker(lowered: &Lowered, ask: &Ask, watch: &dyn Watch) -> Result<Option<Blocker>, DealsError> {
    let found = engine::conflict(&lowered.model, ask, &members(lowered, ask), watch)?;
    Ok(found.map(|found| found.into_iter().filter_map(|member| read_back(lowered, member)).collect()))
}

fn members(lowered: &Lowered, ask: &Ask) -> Vec<engine::Member> {
    let limits =
        ask.limits.iter().enumerate().filter(|(_, in_force)| **in_force).map(|(limit, _)| engine::Member::Limit(limit));
    let has_line = |party: &usize| ask.bottom_lines && lowered.model.parties[*party].bottom_line.is_some();
    let lines = (0..lowered.model.parties.len()).filter(has_line).map(engine::Member::BottomLine);
    let fixed =
        ask.fixed.iter().enumerate().filter(|(_, held)| held.is_some()).map(|(issue, _)| engine::Member::Fixed(issue));
    limits.chain(lines).chain(fixed).collect()
}

fn read_back(lowered: &Lowered, member: engine::Member) -> Option<Member> {
    Some(match member {
        engine::Member::Limit(limit) => Member::Limit(lowered.limits[limit]),
        engine::Member::BottomLine(party) => Member::BottomLine(PartyIdx::new(party)),
        engine::Member::Fixed(issue) => Member::Fixed(IssueIdx::new(issue)),
        engine::Member::Rule(_) => return None,
    })
}
