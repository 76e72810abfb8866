//! Random numbers that are a function of where they are used, so that any of them can be had alone.

/// The golden ratio as a fraction of 2^64: consecutive counters land far apart.
const STRIDE: u64 = 0x9e37_79b9_7f4a_7c15;

/// A number for the bytes of an id.
pub fn key(bytes: &[u8]) -> u64 {
    bytes.iter().fold(mixed(0), |hash, &byte| mixed(hash ^ u64::from(byte)))
}

/// The random number at `place`, evenly spread over all of `u64`.
///
/// # Source
/// The finalizer of \[Steele2014\], once per part of the place.
pub fn random(place: &[u64]) -> u64 {
    place.iter().fold(0, |state, &part| mixed(state ^ part))
}

fn mixed(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(STRIDE);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_of_a_place_counts() {
        let place = [7, 1, 2, 3];
        for part in 0..place.len() {
            let mut other = place;
            other[part] += 1;
            assert_ne!(random(&place), random(&other));
        }
        assert_ne!(key(b"water"), key(b"wader"));
    }

    #[test]
    fn bits_are_even() {
        let ones: u32 = (0..4096).map(|step| random(&[1, step]).count_ones()).sum();
        // 262,144 bits: 8 standard deviations are 2,048.
        assert!(ones.abs_diff(131_072) < 2_048, "{ones}");
    }
}
