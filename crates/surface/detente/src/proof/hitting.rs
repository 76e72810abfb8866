//! Minimal sets that meet every set of a list: conflicts from relaxations, and relaxations from conflicts.

use detente_checker::Piece;
use std::collections::BTreeSet;

pub(super) type Set = BTreeSet<Piece>;

/// More sets are not gone through.
const SETS: usize = 20_000;

/// All of them; `None` where they are too many on the way.
///
/// # Source
/// Berge's algorithm, one set after another, as described in \[Murakami2014\].
pub(super) fn hitting(sets: &[Set]) -> Option<Vec<Set>> {
    let mut meeting = vec![Set::new()];
    for set in sets {
        let (meets, fails): (Vec<Set>, Vec<Set>) = meeting.into_iter().partition(|own| !own.is_disjoint(set));
        let extended: BTreeSet<Set> =
            fails.iter().flat_map(|own| set.iter().map(move |&piece| own | &Set::from([piece]))).collect();
        let minimal = extended.into_iter().filter(|own| !meets.iter().any(|other| other.is_subset(own)));
        meeting = minimal.chain(meets.iter().cloned()).collect();
        if SETS < meeting.len() {
            return None;
        }
    }
    Some(meeting)
}
