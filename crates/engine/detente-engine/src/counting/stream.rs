//! Random words that are a function of a seed and the number of the draw, so that any draw can be repeated alone.

/// The words of one draw.
///
/// # Source
/// `SplitMix64` \[Steele2014\]; the start of a draw is its number, mixed.
pub(super) struct Stream {
    state: u64,
}

impl Stream {
    /// The stream of a draw.
    pub(super) fn new(seed: u64, draw: u64) -> Self {
        Self { state: mix(mix(seed).wrapping_add(draw)) }
    }

    /// The next 64 bits.
    pub(super) fn word(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mix(self.state)
    }

    /// The next 32 bits.
    pub(super) fn half(&mut self) -> u32 {
        u32::try_from(self.word() >> 32).unwrap_or(0)
    }
}

fn mix(word: u64) -> u64 {
    let word = (word ^ word >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let word = (word ^ word >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    word ^ word >> 31
}
