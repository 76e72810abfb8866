//! Which few answers exclude each other.

use std::collections::BTreeSet;

/// A smallest-by-inclusion set of members that cannot hold together: with any one of them left out the others can. `refute`
/// tells of a set of members which of them a proof of their contradiction uses, or `None` if they can hold. `None` if all can.
///
/// # Cost
/// One refutation per member of the first proof.
/// # Source
/// The deletion filter of \[Chinneck1991\], shortened by each proof it finds.
pub fn minimal_conflict(
    members: &BTreeSet<usize>,
    refute: impl Fn(&BTreeSet<usize>) -> Option<BTreeSet<usize>>,
) -> Option<BTreeSet<usize>> {
    let mut kept = refute(members)?;
    for member in kept.clone() {
        if !kept.contains(&member) {
            continue;
        }
        let mut without = kept.clone();
        without.remove(&member);
        if let Some(used) = refute(&without) {
            kept = used;
        }
    }
    Some(kept)
}
