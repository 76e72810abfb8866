//! A first pass over many points: most of them are beaten by one of a few strong ones.

use crate::budget::Meter;
use crate::error::Stopped;

/// Points looked at to find strong ones.
const SAMPLE: usize = 1024;

/// Points that stay in the cache while all strong ones go over them.
const BLOCK: usize = 2048;

/// Strong points of one pass.
const STRONG: usize = 64;

/// A point is strong if it beats at least one in so many of those still standing.
const SHARE: u32 = 24;

/// Candidates for strong points.
const CANDIDATES: usize = 256;

/// Below so many points a pass does not pay.
const FEW: usize = 8192;

/// Whether `by` is at least as good on every coordinate and differs on one of the first `n_principals`.
fn is_beaten<const W: usize>(row: &[i64; W], by: &[i64; W], n_principals: usize) -> bool {
    let mut at_least = true;
    let mut differs = false;
    for at in 0..W {
        at_least &= row[at] <= by[at];
        differs |= at < n_principals && row[at] != by[at];
    }
    at_least & differs
}

/// The indices of rows that may be efficient, ascending.
///
/// # Cost
/// A few comparisons per row.
pub(super) fn thin<const W: usize>(
    rows: &[[i64; W]],
    n_principals: usize,
    meter: &mut Meter<'_, '_>,
) -> Result<Vec<u32>, Stopped> {
    let all = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let mut left: Vec<u32> = Vec::new();
    let mut first = true;
    loop {
        let len = if first { rows.len() } else { left.len() };
        let strong = if len < FEW { Vec::new() } else { strong(rows, &left, first, n_principals) };
        if strong.is_empty() {
            return Ok(if first { (0..all).collect() } else { left });
        }
        meter.take_len(len)?;
        left = if first {
            weed(
                rows,
                (0..all).step_by(BLOCK).map(|start| start..all.min(start.saturating_add(block_len()))),
                &strong,
                n_principals,
            )
        } else {
            weed(rows, left.chunks(BLOCK).map(|block| block.iter().copied()), &strong, n_principals)
        };
        first = false;
    }
}

fn block_len() -> u32 {
    u32::try_from(BLOCK).unwrap_or(u32::MAX)
}

/// The ids of blocks that none of the strong rows beats.
fn weed<const W: usize>(
    rows: &[[i64; W]],
    blocks: impl Iterator<Item = impl Iterator<Item = u32>>,
    strong: &[[i64; W]],
    n_principals: usize,
) -> Vec<u32> {
    let mut left = Vec::new();
    let mut block: Vec<(u32, [i64; W])> = Vec::with_capacity(BLOCK);
    for ids in blocks {
        block.clear();
        block.extend(ids.map(|id| (id, row(rows, id))));
        for by in strong {
            let mut kept = 0;
            for at in 0..block.len() {
                let entry = block[at];
                block[kept] = entry;
                kept += usize::from(!is_beaten(&entry.1, by, n_principals));
            }
            block.truncate(kept);
        }
        left.extend(block.iter().map(|entry| entry.0));
    }
    left
}

fn row<const W: usize>(rows: &[[i64; W]], id: u32) -> [i64; W] {
    usize::try_from(id).map_or([0; W], |id| rows[id])
}

/// Rows that beat many of a sample, the strongest first.
fn strong<const W: usize>(rows: &[[i64; W]], left: &[u32], first: bool, n_principals: usize) -> Vec<[i64; W]> {
    let len = if first { rows.len() } else { left.len() };
    let pick = |at: usize| if first { rows[at] } else { row(rows, left[at]) };
    let sample: Vec<[i64; W]> = (0..SAMPLE).map(|at| pick(at * (len / SAMPLE))).collect();
    let unbeaten = unbeaten(&sample, n_principals);
    let step = unbeaten.len().div_ceil(CANDIDATES).max(1);
    let candidates: Vec<[i64; W]> = unbeaten.into_iter().step_by(step).collect();
    let beats: Vec<Bits> = candidates.iter().map(|by| beaten_bits(&sample, by, n_principals)).collect();
    let mut standing: Bits = [u64::MAX; SAMPLE / 64];
    let mut chosen = Vec::new();
    while chosen.len() < STRONG {
        let beaten =
            |bits: &Bits| -> u32 { bits.iter().zip(&standing).map(|(bits, left)| (bits & left).count_ones()).sum() };
        let best = beats.iter().enumerate().map(|(at, bits)| (beaten(bits), std::cmp::Reverse(at))).max();
        let left: u32 = standing.iter().map(|word| word.count_ones()).sum();
        let Some((_, std::cmp::Reverse(at))) = best.filter(|&(beaten, _)| left < beaten.saturating_mul(SHARE)) else {
            break;
        };
        chosen.push(candidates[at]);
        standing.iter_mut().zip(&beats[at]).for_each(|(word, bits)| *word &= !bits);
    }
    chosen
}

/// A set of points of the sample.
type Bits = [u64; SAMPLE / 64];

fn beaten_bits<const W: usize>(sample: &[[i64; W]], by: &[i64; W], n_principals: usize) -> Bits {
    let mut bits = [0; SAMPLE / 64];
    for (word, rows) in bits.iter_mut().zip(sample.chunks(64)) {
        let marks = rows.iter().enumerate().map(|(bit, row)| u64::from(is_beaten(row, by, n_principals)) << bit);
        *word = marks.fold(0, |word, mark| word | mark);
    }
    bits
}

/// Those of a sample that no other of it beats.
fn unbeaten<const W: usize>(sample: &[[i64; W]], n_principals: usize) -> Vec<[i64; W]> {
    let mut kept: Vec<[i64; W]> = Vec::new();
    for row in sample {
        if !kept.iter().any(|by| is_beaten(row, by, n_principals)) {
            kept.retain(|other| !is_beaten(other, row, n_principals));
            kept.push(*row);
        }
    }
    kept
}
