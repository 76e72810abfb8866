//! Sorting by 32-bit keys.

use super::codes::index;

/// Bits of a digit.
const DIGIT: u32 = 11;

/// Values of a digit.
const VALUES: usize = 1 << DIGIT;

/// Below so many a comparison sort is faster.
const FEW: usize = 3000;

/// A key in the high half, something of the owner's in the low half.
pub(super) type Keyed = u64;

/// Joins a key that is not negative and what it belongs to.
pub(super) fn keyed(key: i32, of: u32) -> Keyed {
    u64::from(key.cast_unsigned()) << 32 | u64::from(of)
}

/// What a key belongs to.
pub(super) fn owner(keyed: Keyed) -> u32 {
    u32::try_from(keyed & u64::from(u32::MAX)).unwrap_or(u32::MAX)
}

/// The key alone.
pub(super) fn key(keyed: Keyed) -> u64 {
    keyed >> 32
}

/// Sorts ascending by key; of equal keys by owner, if owners come ascending.
pub(super) fn sort(mut items: Vec<Keyed>) -> Vec<Keyed> {
    if items.len() < FEW {
        items.sort_unstable();
        return items;
    }
    let most = items.iter().copied().map(key).max().unwrap_or(0);
    let mut other = vec![0; items.len()];
    let mut shift = 32;
    while shift == 32 || 0 < most.checked_shr(shift - 32).unwrap_or(0) {
        scatter(&items, &mut other, shift);
        std::mem::swap(&mut items, &mut other);
        shift += DIGIT;
    }
    items
}

fn digit(item: Keyed, shift: u32) -> usize {
    index(owner(item >> shift)) & (VALUES - 1)
}

/// Stable by one digit.
fn scatter(items: &[Keyed], into: &mut [Keyed], shift: u32) {
    let mut places = [0_usize; VALUES];
    items.iter().for_each(|&item| places[digit(item, shift)] += 1);
    let mut place = 0;
    for count in &mut places {
        place += std::mem::replace(count, place);
    }
    for &item in items {
        let place = &mut places[digit(item, shift)];
        into[*place] = item;
        *place += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::{keyed, sort};

    #[test]
    fn sorts_by_key_and_then_by_owner() {
        for bound in [1_u32, 5, 3000, 1 << 22, i32::MAX as u32] {
            let key = |at: u32| (at.wrapping_mul(2_654_435_761) % bound).cast_signed();
            let items: Vec<u64> = (0..20_000).map(|at| keyed(key(at), at)).collect();
            let mut expected = items.clone();
            expected.sort_unstable();
            assert_eq!(sort(items), expected);
        }
    }
}
