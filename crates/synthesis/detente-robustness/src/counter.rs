//! Random words that are a function of a seed, the number of a draw and an input, so that any of them can be had alone.

/// 64 random bits of an input in a draw.
///
/// # Source
/// Philox4x32-10, \[Salmon2011\]: the seed is its key, draw and input its counter.
pub(crate) fn word(seed: u64, draw: u64, input: u64) -> u64 {
    let [low, high] = halves(draw);
    let [input_low, input_high] = halves(input);
    let [a, b, _, _] = philox([low, high, input_low, input_high], halves(seed));
    u64::from(b) << 32 | u64::from(a)
}

/// An input's part of the counter: its id's bytes, mixed.
///
/// # Source
/// FNV-1a, \[Fowler2024\].
pub(crate) fn key(id: &str) -> u64 {
    const START: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    id.bytes().fold(START, |key, byte| (key ^ u64::from(byte)).wrapping_mul(PRIME))
}

fn halves(word: u64) -> [u32; 2] {
    let half = |word: u64| u32::try_from(word & u64::from(u32::MAX)).unwrap_or(0);
    [half(word), half(word >> 32)]
}

fn philox(mut counter: [u32; 4], mut key: [u32; 2]) -> [u32; 4] {
    const ROUNDS: usize = 10;
    const MULTIPLIERS: [u32; 2] = [0xd251_1f53, 0xcd9e_8d57];
    const STEPS: [u32; 2] = [0x9e37_79b9, 0xbb67_ae85];
    for round in 0..ROUNDS {
        if 0 < round {
            key = [key[0].wrapping_add(STEPS[0]), key[1].wrapping_add(STEPS[1])];
        }
        let [low_0, high_0] = halves(u64::from(MULTIPLIERS[0]) * u64::from(counter[0]));
        let [low_1, high_1] = halves(u64::from(MULTIPLIERS[1]) * u64::from(counter[2]));
        counter = [high_1 ^ counter[1] ^ key[0], low_1, high_0 ^ counter[3] ^ key[1], low_0];
    }
    counter
}

#[cfg(test)]
mod tests {
    use super::{key, philox, word};

    #[test]
    fn words_are_those_of_the_published_vectors() {
        let check = |counter, key, expect| assert_eq!(philox(counter, key), expect);
        check([0; 4], [0; 2], [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]);
        check([u32::MAX; 4], [u32::MAX; 2], [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]);
        check(
            [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344],
            [0xa409_3822, 0x299f_31d0],
            [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1],
        );
    }

    #[test]
    fn each_of_seed_draw_and_input_matters() {
        let words =
            [word(1, 2, 3), word(2, 2, 3), word(1, 3, 3), word(1, 2, 4), word(1 << 32, 2, 3), word(1, 2 << 32, 3)];
        for (at, word) in words.iter().enumerate() {
            assert!(!words[..at].contains(word));
        }
        assert_ne!(key("bottom-line/eastland"), key("bottom-line/westland"));
        assert_eq!(key("a"), 0xaf63_dc4c_8601_ec8c);
    }
}
