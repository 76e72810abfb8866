//! All smallest sets of members that, set aside, open a zone.

/// Members, a bit each.
pub(crate) type Members = u64;

/// The most sets kept on the way.
const MOST: usize = 1024;

/// The minimal sets of `members` that open the zone if they are set aside; `None` where there are too many of them. `opens` says
/// whether setting a set aside leaves a package.
///
/// Conflicts and the minimal sets that hit all of them are found in turn: one that does not open the zone shows a conflict among
/// the others.
///
/// # Cost
/// A question per set found, and one per member for each conflict.
///
/// # Source
/// \[Reiter1987\].
pub(crate) fn minimal<E>(
    members: Members,
    opens: &mut impl FnMut(Members) -> Result<bool, E>,
) -> Result<Option<Vec<Members>>, E> {
    if !opens(members)? {
        return Ok(Some(Vec::new()));
    }
    let mut found: Vec<Members> = Vec::new();
    let mut hitting: Vec<Members> = vec![0];
    while let Some(&next) = hitting.iter().find(|set| !found.contains(set)) {
        if opens(next)? {
            found.push(next);
            continue;
        }
        let conflict = conflict(members, next, opens)?;
        hitting = hit(&hitting, conflict);
        if MOST < hitting.len() {
            return Ok(None);
        }
    }
    found.sort_unstable_by_key(|set| (set.count_ones(), *set));
    Ok(Some(found))
}

/// A minimal set that cannot hold together, outside `aside`.
fn conflict<E>(
    members: Members,
    aside: Members,
    opens: &mut impl FnMut(Members) -> Result<bool, E>,
) -> Result<Members, E> {
    let mut kept = members & !aside;
    for member in bits(kept) {
        if !opens(members & !(kept & !member))? {
            kept &= !member;
        }
    }
    Ok(kept)
}

/// The minimal sets that hit one conflict more.
fn hit(hitting: &[Members], conflict: Members) -> Vec<Members> {
    let (mut kept, missing): (Vec<Members>, Vec<Members>) = hitting.iter().partition(|set| **set & conflict != 0);
    let already = kept.len();
    for set in missing {
        for member in bits(conflict) {
            let grown = set | member;
            if kept[..already].iter().all(|other| other & grown != *other) && !kept.contains(&grown) {
                kept.push(grown);
            }
        }
    }
    kept
}

/// The members of a set, each alone.
pub(crate) fn bits(set: Members) -> impl Iterator<Item = Members> {
    (0..Members::BITS).map(|place| 1 << place).filter(move |bit| set & bit != 0)
}

#[cfg(test)]
mod tests {
    use super::{Members, minimal};

    /// Against going through every set.
    fn check(conflicts: &[Members], members: Members) {
        let opens = |aside: Members| conflicts.iter().all(|conflict| conflict & aside != 0);
        let all: Vec<Members> = (0..=members).filter(|set| set & !members == 0 && opens(*set)).collect();
        let mut expect: Vec<Members> =
            all.iter().copied().filter(|set| !all.iter().any(|other| other != set && other & set == *other)).collect();
        expect.sort_unstable_by_key(|set| (set.count_ones(), *set));
        let found = minimal(members, &mut |aside| Ok::<_, ()>(opens(aside)));
        assert_eq!(found, Ok(Some(expect)), "{conflicts:?}");
    }

    #[test]
    fn sets_are_those_of_going_through_all() {
        check(&[], 0b111);
        check(&[0b1], 0b1);
        check(&[0b011, 0b110], 0b111);
        check(&[0b0_0111, 0b1_1100, 0b0_1010], 0b1_1111);
        check(&[0b11_0000, 0b00_1100, 0b00_0011, 0b01_0101], 0b11_1111);
        check(&[0b100, 0], 0b111);
        for seed in 0..200_u64 {
            let word = |at| crate::counter::word(seed, at, 1) & crate::counter::word(seed, at, 2) & 0xff;
            check(&(0..5).map(word).filter(|conflict| *conflict != 0).collect::<Vec<_>>(), 0xff);
        }
    }
}
