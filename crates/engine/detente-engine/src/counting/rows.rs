//! Sorting rows of units and finding equal ones.

/// The rows' numbers in lexicographic order of the rows; equal rows in any order.
pub(super) fn sorted(rows: &[i64], width: usize, n_rows: usize) -> Vec<u32> {
    let numbers = 0..u32::try_from(n_rows).unwrap_or(u32::MAX);
    if width == 0 {
        return numbers.collect();
    }
    let packing = Packing::of(rows, width);
    let all = || rows.chunks_exact(width).zip(numbers.clone());
    match packing.bits {
        0..=32 => {
            let keys = all().map(|(row, at)| packing.narrow(row) << 32 | u64::from(at));
            let mut keys: Vec<u64> = keys.collect();
            keys.sort_unstable();
            keys.into_iter().map(|key| u32::try_from(key & u64::from(u32::MAX)).unwrap_or(0)).collect()
        }
        33..=96 => {
            let mut keys: Vec<u128> = all().map(|(row, at)| packing.wide(row) << 32 | u128::from(at)).collect();
            keys.sort_unstable();
            keys.into_iter().map(|key| u32::try_from(key & u128::from(u32::MAX)).unwrap_or(0)).collect()
        }
        97..=128 => {
            let mut keys: Vec<(u128, u32)> = all().map(|(row, at)| (packing.wide(row), at)).collect();
            keys.sort_unstable();
            keys.into_iter().map(|key| key.1).collect()
        }
        _ => {
            let mut keys: Vec<(&[i64], u32)> = all().collect();
            keys.sort_unstable();
            keys.into_iter().map(|key| key.1).collect()
        }
    }
}

/// Rows as one word, in the same order.
struct Packing {
    least: Vec<i64>,
    shifts: Vec<u32>,
    bits: u32,
}

impl Packing {
    fn of(rows: &[i64], width: usize) -> Self {
        let (least, most) = ends(rows, width);
        let range =
            |(&least, &most): (&i64, &i64)| u64::BITS - most.wrapping_sub(least).cast_unsigned().leading_zeros();
        let shifts: Vec<u32> = least.iter().zip(&most).map(range).collect();
        Self { bits: shifts.iter().sum(), least, shifts }
    }

    fn digits(&self, row: &[i64]) -> impl Iterator<Item = (u64, u32)> {
        let digit = |(&units, &least): (&i64, &i64)| units.wrapping_sub(least).cast_unsigned();
        row.iter().zip(&self.least).map(digit).zip(self.shifts.iter().copied())
    }

    /// For at most 64 bits.
    fn narrow(&self, row: &[i64]) -> u64 {
        self.digits(row).fold(0, |key, (digit, shift)| key.checked_shl(shift).unwrap_or(0) | digit)
    }

    /// For at most 128 bits.
    fn wide(&self, row: &[i64]) -> u128 {
        self.digits(row).fold(0, |key, (digit, shift)| key.checked_shl(shift).unwrap_or(0) | u128::from(digit))
    }
}

/// The least and the most of each column; of no rows, zeros.
pub(super) fn ends(rows: &[i64], width: usize) -> (Vec<i64>, Vec<i64>) {
    let mut ends = match rows.get(..width) {
        Some(first) => (first.to_vec(), first.to_vec()),
        None => return (vec![0; width], vec![0; width]),
    };
    for row in rows.chunks_exact(width.max(1)) {
        for (column, &units) in row.iter().enumerate() {
            ends.0[column] = ends.0[column].min(units);
            ends.1[column] = ends.1[column].max(units);
        }
    }
    ends
}

/// Rows put into classes.
pub(super) struct Classes {
    /// Per row its class.
    pub(super) of: Vec<u32>,
    /// The number of classes.
    pub(super) len: usize,
}

/// Equal rows as one class; classes in lexicographic order.
pub(super) fn classes(rows: &[i64], width: usize, n_rows: usize) -> Classes {
    if width == 0 {
        return Classes { of: vec![0; n_rows], len: n_rows.min(1) };
    }
    let row = |at: u32| {
        let at = usize::try_from(at).unwrap_or(0);
        &rows[at * width..(at + 1) * width]
    };
    let mut of = vec![0; n_rows];
    let (mut class, mut before) = (0_u32, None);
    for at in sorted(rows, width, n_rows) {
        if before.is_some_and(|before| row(before) != row(at)) {
            class += 1;
        }
        of[usize::try_from(at).unwrap_or(0)] = class;
        before = Some(at);
    }
    let len = if n_rows == 0 { 0 } else { usize::try_from(class).unwrap_or(0) + 1 };
    Classes { of, len }
}

#[cfg(test)]
mod tests {
    use super::sorted;

    fn check(rows: &[[i64; 2]]) {
        let flat = rows.concat();
        let order = sorted(&flat, 2, rows.len());
        let found: Vec<[i64; 2]> = order.iter().map(|&at| rows[usize::try_from(at).expect("small")]).collect();
        let mut expected = rows.to_vec();
        expected.sort_unstable();
        assert_eq!(found, expected);
    }

    #[test]
    fn sorts_at_every_width_of_key() {
        check(&[[3, -1], [2, 7], [3, -2], [2, 7], [-4, 0]]);
        check(&[[1 << 40, 5], [-(1 << 40), 1 << 30], [0, 0], [1 << 40, 4]]);
        check(&[[1 << 60, 5], [-(1 << 60), 1 << 60], [0, 0], [1 << 60, 4]]);
        check(&[[i64::MAX, i64::MIN], [i64::MIN, i64::MAX], [0, 0], [i64::MAX, i64::MAX]]);
        check(&[]);
    }
}
