//! A staircase: of pairs seen so far those that no other pair beats, lower being better.

/// Pairs a block holds before it is split.
const BLOCK: usize = 512;

/// Pairs ascending by the first and descending by the second, in blocks, so that adding one moves few.
#[derive(Clone, Debug, Default)]
pub(super) struct Stairs<T> {
    /// The first coordinate of each block's first pair.
    heads: Vec<T>,
    blocks: Vec<Vec<(T, T)>>,
}

impl<T: Ord + Copy> Stairs<T> {
    /// No pairs.
    pub(super) fn new() -> Self {
        Self { heads: Vec::new(), blocks: Vec::new() }
    }

    /// Forgets all pairs.
    pub(super) fn clear(&mut self) {
        self.heads.clear();
        self.blocks.truncate(1);
        self.blocks.iter_mut().for_each(Vec::clear);
        self.blocks.clear();
    }

    /// Whether some pair is at most `x` and at most `y`.
    pub(super) fn covers(&self, x: T, y: T) -> bool {
        let block =
            if self.heads.len() <= 1 { self.heads.len() } else { self.heads.partition_point(|&head| head <= x) };
        let Some(block) = block.checked_sub(1).map(|block| &self.blocks[block]) else { return false };
        let at = block.partition_point(|&(first, _)| first <= x);
        at.checked_sub(1).is_some_and(|at| block[at].1 <= y)
    }

    /// Takes note of a pair; returns whether it is a new step.
    pub(super) fn add(&mut self, x: T, y: T) -> bool {
        if self.covers(x, y) {
            return false;
        }
        let Some(mut block) = self
            .heads
            .partition_point(|&head| head < x)
            .checked_sub(1)
            .or(if self.heads.is_empty() { None } else { Some(0) })
        else {
            self.heads.push(x);
            self.blocks.push(vec![(x, y)]);
            return true;
        };
        let place = self.blocks[block].partition_point(|&(first, _)| first < x);
        self.drop_beaten(block, place, y);
        self.blocks[block].insert(place, (x, y));
        self.heads[block] = self.blocks[block][0].0;
        if BLOCK < self.blocks[block].len() {
            let upper = self.blocks[block].split_off(BLOCK / 2);
            block += 1;
            self.heads.insert(block, upper[0].0);
            self.blocks.insert(block, upper);
        }
        true
    }

    /// Removes the pairs from a place on whose second coordinate is at least `y`.
    fn drop_beaten(&mut self, block: usize, place: usize, y: T) {
        let beaten = |pairs: &[(T, T)]| pairs.iter().take_while(|pair| y <= pair.1).count();
        let here = beaten(&self.blocks[block][place..]);
        self.blocks[block].drain(place..place + here);
        if place < self.blocks[block].len() {
            return;
        }
        let next = block + 1;
        let whole = self.blocks[next..].iter().take_while(|pairs| beaten(pairs) == pairs.len()).count();
        self.blocks.drain(next..next + whole);
        self.heads.drain(next..next + whole);
        if let Some(pairs) = self.blocks.get_mut(next) {
            let some = beaten(pairs);
            pairs.drain(..some);
            self.heads[next] = pairs[0].0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Stairs;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn covers_what_some_pair_covers(pairs in proptest::collection::vec((0..60_i32, 0..60_i32), 0..200)) {
            let mut stairs = Stairs::new();
            for (at, &(x, y)) in pairs.iter().enumerate() {
                let covered = pairs[..at].iter().any(|&(a, b)| a <= x && b <= y);
                prop_assert_eq!(stairs.covers(x, y), covered);
                prop_assert_eq!(stairs.add(x, y), !covered);
            }
        }
    }

    #[test]
    fn long_staircases_split_and_fall() {
        let mut stairs = Stairs::new();
        for step in 0..5000_i32 {
            let x = step * 2749 % 5000;
            assert!(stairs.add(x, 5000 - x));
        }
        assert!(4 < stairs.blocks.len());
        assert!((0..5000).all(|x| stairs.covers(x, 5000 - x) && !stairs.covers(x, 4999 - x)));
        assert!(stairs.add(10, 20));
        assert!(
            !stairs.covers(9, 4990) && stairs.covers(10, 20) && stairs.covers(4985, 15) && !stairs.covers(4984, 15)
        );
    }
}
