//! Two and three coordinates: one pass over sorted codes.

use super::codes::Code;
use super::stairs::Stairs;

/// What was seen so far, as far as it can matter to later codes.
trait Seen<const W: usize> {
    /// Whether a code seen is as good on every coordinate; on the first all are.
    fn covers(&self, code: &Code<W>) -> bool;

    /// Takes note of a code.
    fn add(&mut self, code: &Code<W>);
}

/// The best second coordinate.
struct Best(Option<i32>);

impl<const W: usize> Seen<W> for Best {
    fn covers(&self, code: &Code<W>) -> bool {
        self.0.is_some_and(|best| best <= code[1])
    }

    fn add(&mut self, code: &Code<W>) {
        self.0 = Some(self.0.map_or(code[1], |best| best.min(code[1])));
    }
}

impl<const W: usize> Seen<W> for Stairs<i32> {
    fn covers(&self, code: &Code<W>) -> bool {
        self.covers(code[1], code[2])
    }

    fn add(&mut self, code: &Code<W>) {
        self.add(code[1], code[2]);
    }
}

/// The codes that none beats, of distinct ones ascending; two or three coordinates.
pub(super) fn unbeaten<const W: usize>(codes: &[Code<W>], n_principals: usize) -> Vec<u32> {
    if W == 2 { pass(codes, n_principals, Best(None)) } else { pass(codes, n_principals, Stairs::new()) }
}

fn pass<const W: usize>(codes: &[Code<W>], n_principals: usize, mut seen: impl Seen<W>) -> Vec<u32> {
    let mut kept = Vec::new();
    let mut item = 0;
    for group in codes.chunk_by(|a, b| a[..n_principals] == b[..n_principals]) {
        let first = kept.len();
        for code in group {
            if !seen.covers(code) {
                kept.push((item, code));
            }
            item += 1;
        }
        kept[first..].iter().for_each(|(_, code)| seen.add(code));
    }
    kept.into_iter().map(|(item, _)| item).collect()
}
