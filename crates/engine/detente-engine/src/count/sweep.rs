//! The innermost loops: which rows of a table meet the lines.

use super::tail::Tail;

/// Marks the rows that reach every one of `lines` (axis, units still missing) with 1, the others with 0.
pub(super) fn mark(tail: &Tail, lines: &[(usize, i64)], mask: &mut Vec<u8>) {
    mask.clear();
    mask.resize(tail.rows(), 1);
    for &(axis, missing) in lines {
        mask.iter_mut().zip(&tail.units[axis]).for_each(|(mark, &units)| *mark &= u8::from(missing <= units));
    }
}

/// Counts every marked row once more; returns how many are marked.
pub(super) fn tick(mask: &[u8], hits: &mut [u64]) -> u64 {
    let mut marked = 0;
    for (hit, &mark) in hits.iter_mut().zip(mask) {
        *hit += u64::from(mark);
        marked += u64::from(mark);
    }
    marked
}

/// The least and the most units of the marked rows.
pub(super) fn extent(units: &[i64], mask: &[u8]) -> Option<(i64, i64)> {
    let marked = units.iter().zip(mask).filter(|(_, mark)| **mark == 1).map(|(&units, _)| units);
    marked.fold(None, |range, units| {
        Some(range.map_or((units, units), |(a, b): (i64, i64)| (a.min(units), b.max(units))))
    })
}
