//! Where limits are written.

use detente::Opened;
use detente::base::Span;
use detente::case::{Case, PartyIdx};
use detente::deals::{LimitRef, Member as Of};
use detente::estimate::EstimateSet;

use super::Place;

/// Where a stretch of a file stands.
pub fn place(opened: &Opened, span: Span) -> Option<Place> {
    let file = opened.folder.file(span.file)?;
    let line = file.text().get(..span.start)?.matches('\n').count() + 1;
    Some(Place { file: file.path.clone(), line })
}

/// Where a member is written.
pub fn member_span(case: &Case, set: Option<&EstimateSet>, member: Of) -> Option<Span> {
    let of = |party: PartyIdx| set.and_then(|set| set.party(party));
    match member {
        Of::Limit(LimitRef::RedLine(idx)) => Some(case.red_lines[idx].span),
        Of::Limit(LimitRef::Offer(idx)) => Some(case.offers[idx].span),
        Of::Limit(LimitRef::Estimated(party, rank)) => Some(of(party)?.red_lines.get(rank)?.span),
        Of::BottomLine(party) => Some(of(party)?.bottom_line.as_ref()?.span),
        Of::Fixed(_) | Of::Bracketed(_) => None,
    }
}
