//! Rules and model together: the same reading is one proposal with both marks.

use crate::coded::overlap_of_shorter;
use crate::proposal::{By, Proposal};

/// The rules' proposals and the model's in order of place. Where both read the same words, by half of the shorter, as the same
/// party's same stance on the same issue, the rules' proposal stays and is marked as both's; so do two of the model's.
///
/// # Cost
/// Their number squared at worst; those that cannot overlap are passed over.
pub fn merge(rules: Vec<Proposal>, model: Vec<Proposal>) -> Vec<Proposal> {
    let mut merged = rules;
    for next in model {
        match merged.iter_mut().find(|known| is_same(known, &next)) {
            Some(known) if known.by == By::Rules => known.by = By::Both,
            Some(_) => {}
            None => merged.push(next),
        }
    }
    merged.sort_by_key(|proposal| (proposal.bytes.start, proposal.bytes.end, proposal.issue, proposal.stance));
    merged
}

fn is_same(a: &Proposal, b: &Proposal) -> bool {
    (a.party, a.issue, a.stance, a.is_negated) == (b.party, b.issue, b.stance, b.is_negated)
        && overlap_of_shorter(&a.bytes, &b.bytes)
}
