//! κ as bits: the ranks of a package's choices packed side by side, the first issue in front.
//!
//! Comparing the words compares packages in the order of κ, and because every issue has bits of its own, the κ of two partial
//! packages over different issues add up by a bitwise or, in spaces of any size.

use detente_model::Package;

/// Where each issue's rank stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Layout {
    /// Per issue: word, shift and width in bits.
    places: Vec<(usize, u32, u32)>,
    words: usize,
}

impl Layout {
    /// The layout for issues of these sizes.
    pub(crate) fn new(sizes: &[usize]) -> Self {
        let (mut places, mut word, mut free) = (Vec::with_capacity(sizes.len()), 0, u64::BITS);
        for &size in sizes {
            let width = usize::BITS - size.saturating_sub(1).leading_zeros();
            if free < width {
                word += 1;
                free = u64::BITS;
            }
            free -= width;
            places.push((word, free, width));
        }
        Self { places, words: word + 1 }
    }

    /// How many words a package takes.
    pub(crate) fn words(&self) -> usize {
        self.words
    }

    /// Writes the bits of one choice, over those of another of the same issue.
    pub(crate) fn mark(&self, issue: usize, choice: usize, bits: &mut [u64]) {
        let (word, shift, width) = self.places[issue];
        if 0 < width {
            let mask = 1_u64.checked_shl(width).map_or(u64::MAX, |bit| bit - 1) << shift;
            bits[word] = bits[word] & !mask | u64::try_from(choice).unwrap_or(0) << shift;
        }
    }

    /// The bits of a package.
    pub(crate) fn pack(&self, package: &[usize]) -> Vec<u64> {
        let mut bits = vec![0; self.words];
        package.iter().enumerate().for_each(|(issue, &choice)| self.mark(issue, choice, &mut bits));
        bits
    }

    /// The package of some bits.
    pub(crate) fn package(&self, bits: &[u64]) -> Package {
        let choice = |&(word, shift, width): &(usize, u32, u32)| {
            let mask = 1_u64.checked_shl(width).map_or(u64::MAX, |bit| bit - 1);
            if width == 0 { 0 } else { usize::try_from(bits[word] >> shift & mask).unwrap_or(0) }
        };
        self.places.iter().map(choice).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Layout;

    #[test]
    fn packs_and_unpacks_in_order() {
        let sizes = [3, 1, 10_000, 2, 4096, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9];
        let layout = Layout::new(&sizes);
        let pack = |package: &[usize]| layout.pack(package);
        let low = [1, 0, 9_998, 1, 4095, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8];
        let high = [1, 0, 9_999, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        assert_eq!(layout.package(&pack(&low)), low);
        assert_eq!(layout.package(&pack(&high)), high);
        assert!(pack(&low) < pack(&high));
    }
}
