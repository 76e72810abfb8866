//! The ids by which limits and members of conflicts are named, on the command line and in documents.

use detente_case::{Case, PartyIdx};
use detente_estimate::EstimateSet;

use crate::{LimitRef, Member};

/// A limit's id. An estimated one without an id is named after its party and its place.
pub fn limit_id(case: &Case, set: Option<&EstimateSet>, limit: LimitRef) -> String {
    match limit {
        LimitRef::RedLine(idx) => case.red_lines[idx].id.to_string(),
        LimitRef::Offer(idx) => case.offers[idx].id.to_string(),
        LimitRef::Estimated(owner, rank) => {
            let line = set.and_then(|set| set.party(owner)).and_then(|of| of.red_lines.get(rank));
            let own = line.and_then(|line| line.id.as_ref()).map(ToString::to_string);
            own.unwrap_or_else(|| format!("{}-estimated-{}", case.parties[owner].id, rank + 1))
        }
    }
}

/// Whose limit it is.
pub fn limit_owner(case: &Case, limit: LimitRef) -> PartyIdx {
    match limit {
        LimitRef::RedLine(idx) => case.red_lines[idx].party,
        LimitRef::Offer(idx) => case.offers[idx].party,
        LimitRef::Estimated(owner, _) => owner,
    }
}

/// The id of a member of a conflict.
pub fn member_id(case: &Case, set: Option<&EstimateSet>, member: Member) -> String {
    match member {
        Member::Limit(limit) => limit_id(case, set, limit),
        Member::BottomLine(party) => format!("bottom-line:{}", case.parties[party].id),
        Member::Fixed(issue) => format!("fixed:{}", case.issues[issue].id),
        Member::Bracketed(issue) => format!("brackets:{}", case.issues[issue].id),
    }
}
