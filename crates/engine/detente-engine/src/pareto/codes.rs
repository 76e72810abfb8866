//! Points as small integers: how far each coordinate falls short of the most, so that lower is better.
//!
//! Codes of 32 bits sort by their digits and compare several at a time.

use super::radix::{self, key, keyed, owner};

/// A point's codes.
pub(super) type Code<const W: usize> = [i32; W];

/// Points in ascending order of their codes: lexicographically descending by units.
pub(super) struct Coded<const W: usize> {
    /// The codes, equal ones as one.
    pub(super) codes: Vec<Code<W>>,
    /// Per code where its points begin in `points`; one entry more than codes.
    pub(super) starts: Vec<u32>,
    /// The points.
    pub(super) points: Vec<u32>,
}

/// Codes the rows of some points; a coordinate's codes keep its order.
pub(super) fn coded<const W: usize>(rows: &[[i64; W]], points: &[u32]) -> Coded<W> {
    let picked: Vec<&[i64; W]> = points.iter().map(|&point| &rows[index(point)]).collect();
    let mut codes = vec![[0; W]; picked.len()];
    for at in 0..W {
        encode(&picked, at, &mut codes);
    }
    sorted(&codes, points)
}

pub(super) fn index(point: u32) -> usize {
    usize::try_from(point).unwrap_or(usize::MAX)
}

/// Fills in one coordinate: the shortfall itself if it fits, else its rank.
fn encode<const W: usize>(rows: &[&[i64; W]], at: usize, codes: &mut [Code<W>]) {
    let (least, most) =
        rows.iter().fold((i64::MAX, i64::MIN), |(least, most), row| (least.min(row[at]), most.max(row[at])));
    if rows.is_empty() || i32::try_from(most.abs_diff(least)).is_ok() {
        for (code, row) in codes.iter_mut().zip(rows) {
            code[at] = i32::try_from(most.abs_diff(row[at])).unwrap_or(i32::MAX);
        }
        return;
    }
    let mut order: Vec<(i64, u32)> = (0..).zip(rows).map(|(id, row)| (row[at], id)).collect();
    order.sort_unstable_by(|a, b| b.cmp(a));
    let mut rank = 0;
    let mut before = order[0].0;
    for (units, id) in order {
        rank += i32::from(units != before);
        before = units;
        codes[index(id)][at] = rank;
    }
}

fn sorted<const W: usize>(codes: &[Code<W>], points: &[u32]) -> Coded<W> {
    let mut keys = radix::sort((0..).zip(codes).map(|(id, code)| keyed(code[0], id)).collect());
    for run in keys.chunk_by_mut(|&a, &b| key(a) == key(b)).filter(|run| 1 < run.len()) {
        run.sort_unstable_by(|&a, &b| (&codes[index(owner(a))], a).cmp(&(&codes[index(owner(b))], b)));
    }
    let mut sorted =
        Coded { codes: Vec::with_capacity(keys.len()), starts: Vec::new(), points: Vec::with_capacity(keys.len()) };
    for (place, key) in (0..).zip(keys) {
        let id = index(owner(key));
        if sorted.codes.last() != Some(&codes[id]) {
            sorted.codes.push(codes[id]);
            sorted.starts.push(place);
        }
        sorted.points.push(points[id]);
    }
    sorted.starts.push(u32::try_from(sorted.points.len()).unwrap_or(u32::MAX));
    sorted
}
