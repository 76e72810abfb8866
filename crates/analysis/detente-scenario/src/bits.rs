//! Dominance among many coordinates: per coordinate and level, the set of rows at least as high, as bits.
//!
//! What beats a row lies in the intersection of such sets over all coordinates; with many coordinates the intersection of a
//! block of rows is empty after a few of them.

/// Levels per coordinate.
const LEVELS: usize = 32;

/// Words of a block.
const BLOCK: usize = 8;

/// The indices of rows that no other row beats, of equal rows the first; ascending.
///
/// # Shape
/// `rows` holds one row of `width` coordinates after another; higher is better.
pub(crate) fn nondominated(rows: &[i64], width: usize) -> Vec<usize> {
    let rows: Vec<&[i64]> = rows.chunks_exact(width).collect();
    let kept = first_of_equal(&rows);
    let distinct: Vec<&[i64]> = kept.iter().map(|&at| rows[at]).collect();
    let sets = Sets::new(&distinct, width);
    (0..distinct.len()).filter(|&row| !sets.beaten(row)).map(|row| kept[row]).collect()
}

fn first_of_equal(rows: &[&[i64]]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_unstable_by(|&a, &b| rows[a].cmp(rows[b]).then(a.cmp(&b)));
    order.dedup_by(|later, earlier| rows[*later] == rows[*earlier]);
    order.sort_unstable();
    order
}

/// Rows, and per coordinate sets of those at least as high as some level.
struct Sets<'r> {
    rows: &'r [&'r [i64]],
    /// Per coordinate, ascending.
    levels: Vec<Vec<i64>>,
    /// Per coordinate and level, a bit per row, padded to whole blocks.
    bits: Vec<Vec<Vec<u64>>>,
    /// Per coordinate and level how many rows are in the set.
    sizes: Vec<Vec<usize>>,
}

impl<'r> Sets<'r> {
    fn new(rows: &'r [&'r [i64]], width: usize) -> Self {
        let words = rows.len().div_ceil(64 * BLOCK) * BLOCK;
        let mut sets = Self { rows, levels: Vec::new(), bits: Vec::new(), sizes: Vec::new() };
        for coordinate in 0..width {
            let mut values: Vec<i64> = rows.iter().map(|row| row[coordinate]).collect();
            values.sort_unstable();
            let mut levels: Vec<i64> =
                (0..LEVELS).filter_map(|rank| values.get(rank * values.len() / LEVELS)).copied().collect();
            levels.dedup();
            let mut bits = vec![vec![0_u64; words]; levels.len()];
            for (at, row) in rows.iter().enumerate() {
                let reached = levels.partition_point(|level| *level <= row[coordinate]);
                bits[..reached].iter_mut().for_each(|bits| bits[at / 64] |= 1 << (at % 64));
            }
            sets.sizes.push(
                levels.iter().map(|level| values.len() - values.partition_point(|value| value < level)).collect(),
            );
            sets.levels.push(levels);
            sets.bits.push(bits);
        }
        sets
    }

    /// Whether another row is at least as high everywhere; rows are distinct.
    fn beaten(&self, row: usize) -> bool {
        let own = self.rows[row];
        let mut over: Vec<(usize, &[u64])> = Vec::with_capacity(own.len());
        for (coordinate, levels) in self.levels.iter().enumerate() {
            if let Some(level) = levels.partition_point(|level| *level <= own[coordinate]).checked_sub(1) {
                over.push((self.sizes[coordinate][level], &self.bits[coordinate][level]));
            }
        }
        // The smallest sets first: they empty a block soonest.
        over.sort_unstable_by_key(|(size, _)| *size);
        let blocks = over.first().map_or(0, |(_, bits)| bits.len() / BLOCK);
        (0..blocks).any(|block| {
            let mut left = [u64::MAX; BLOCK];
            for (_, bits) in &over {
                let mut any = 0;
                for (left, bits) in left.iter_mut().zip(&bits[block * BLOCK..(block + 1) * BLOCK]) {
                    *left &= bits;
                    any |= *left;
                }
                if any == 0 {
                    return false;
                }
            }
            left.iter().enumerate().any(|(word, &left)| self.any_beats(row, (block * BLOCK + word) * 64, left))
        })
    }

    fn any_beats(&self, row: usize, from: usize, mut left: u64) -> bool {
        let own = self.rows[row];
        while left != 0 {
            let at = from + usize::try_from(left.trailing_zeros()).unwrap_or(0);
            left &= left - 1;
            let is_as_high = |other: &&[i64]| other.iter().zip(own).all(|(other, own)| own <= other);
            if at != row && self.rows.get(at).is_some_and(is_as_high) {
                return true;
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_same_rows_stay_as_one_by_one(rows in prop::collection::vec(prop::array::uniform3(0_i64..40), 0..300)) {
            let flat = rows.concat();
            let beats = |a: &[i64; 3], b: &[i64; 3]| a != b && a.iter().zip(b).all(|(a, b)| a >= b);
            let is_kept = |at: &usize| {
                !rows[..*at].contains(&rows[*at]) && !rows.iter().any(|other| beats(other, &rows[*at]))
            };
            let expected: Vec<usize> = (0..rows.len()).filter(is_kept).collect();
            prop_assert_eq!(nondominated(&flat, 3), expected);
        }
    }
}
