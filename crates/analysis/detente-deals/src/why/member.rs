//! The things that can stand in each other's way, in the words of the case.

use detente_base::Index;
use detente_case::{Case, IssueIdx, PartyIdx, RuleIdx};
use detente_engine::{self as engine, Ask};
use detente_estimate::EstimateSet;

use crate::ids::member_id;
use crate::{LimitRef, Lowered};

/// One of the things that cannot hold together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Member {
    /// A limit.
    Limit(LimitRef),
    /// A party's bottom line.
    BottomLine(PartyIdx),
    /// A choice fixed by the draft.
    Fixed(IssueIdx),
    /// The choices in brackets, to which the draft holds an issue that it leaves open.
    Bracketed(IssueIdx),
}

/// The engine's members that can be set aside: limits, bottom lines, fixed choices, and brackets as the rules they became.
pub(crate) fn members(lowered: &Lowered, ask: &Ask) -> Vec<engine::Member> {
    let mut members = engine::soft_members(&lowered.model, ask);
    members.extend((own_rules(lowered)..lowered.model.rules.len()).map(engine::Member::Rule));
    members.sort_unstable();
    members
}

/// The same, in order of their ids.
pub(super) fn by_id(case: &Case, set: Option<&EstimateSet>, lowered: &Lowered, ask: &Ask) -> Vec<engine::Member> {
    let mut members = members(lowered, ask);
    members.sort_by_cached_key(|&member| read_back(lowered, member).map(|member| member_id(case, set, member)));
    members
}

/// How many of the model's rules are the case's.
pub(super) fn own_rules(lowered: &Lowered) -> usize {
    lowered.model.rules.len() - lowered.bracketed.len()
}

/// The case's own word for a member; rules have another.
pub(crate) fn read_back(lowered: &Lowered, member: engine::Member) -> Option<Member> {
    Some(match member {
        engine::Member::Limit(limit) => Member::Limit(lowered.limits[limit]),
        engine::Member::BottomLine(party) => Member::BottomLine(PartyIdx::new(party)),
        engine::Member::Fixed(issue) => Member::Fixed(IssueIdx::new(issue)),
        engine::Member::Rule(rule) => Member::Bracketed(*lowered.bracketed.get(rule.checked_sub(own_rules(lowered))?)?),
    })
}

pub(super) fn read_all(lowered: &Lowered, members: &[engine::Member]) -> Vec<Member> {
    members.iter().filter_map(|&member| read_back(lowered, member)).collect()
}

/// The rules among members, or by number.
pub(super) fn rules(numbers: &[usize]) -> Vec<RuleIdx> {
    numbers.iter().map(|&rule| RuleIdx::new(rule)).collect()
}
