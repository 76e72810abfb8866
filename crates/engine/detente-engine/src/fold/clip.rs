//! Sums that must reach a line: more than enough counts as enough, and what cannot reach it is dropped.

use super::{Part, Tree};
use crate::network::Network;
use crate::points::Points;

/// A coordinate with a line, and what everything beside each list of a tree can add to it.
pub(super) struct Clip {
    coordinate: usize,
    line: i64,
    /// Per bucket and key.
    ranges: Vec<Vec<Range>>,
}

/// What can be added on a coordinate.
#[derive(Clone, Copy, Debug)]
pub(super) struct Range {
    /// The least by what hangs on a key.
    pub(super) own_least: i64,
    /// The least by everything else.
    pub(super) least: i64,
    /// The most by everything else.
    pub(super) most: i64,
}

/// The sums of a network, each with the least and the most all its parts add.
pub(super) struct Clips(Vec<(usize, i64, (i64, i64))>);

impl Clips {
    /// What the parts add on each sum.
    pub(super) fn new(network: &Network, parts: &[Part]) -> Self {
        let range = |coordinate: usize| {
            let start = (network.base[coordinate], network.base[coordinate]);
            parts
                .iter()
                .map(|part| part.range(coordinate))
                .fold(start, |sum, part| (sum.0.saturating_add(part.0), sum.1.saturating_add(part.1)))
        };
        Self(network.sums.iter().map(|&(coordinate, line)| (coordinate, line, range(coordinate))).collect())
    }

    /// The clips of one part.
    pub(super) fn of(&self, tree: &Tree) -> Vec<Clip> {
        let clip = |&(coordinate, line, (least, most)): &(usize, i64, (i64, i64))| {
            let own = tree.ends(coordinate);
            let (least, most) = (least.saturating_sub(own.0), most.saturating_sub(own.1));
            let mut ranges = tree.ranges(coordinate);
            for range in ranges.iter_mut().flatten() {
                range.least = range.least.saturating_add(least);
                range.most = range.most.saturating_add(most);
            }
            Clip { coordinate, line, ranges }
        };
        self.0.iter().map(clip).collect()
    }
}

impl Part {
    /// The least and the most on a coordinate.
    fn range(&self, coordinate: usize) -> (i64, i64) {
        match self {
            Self::Tree(tree) => tree.ends(coordinate),
            Self::List(list) => {
                let column = list.rows().map(|row| row[coordinate]);
                column.fold((i64::MAX, i64::MIN), |ends, units| (ends.0.min(units), ends.1.max(units)))
            }
        }
    }
}

impl Tree {
    fn ends(&self, coordinate: usize) -> (i64, i64) {
        (self.extreme(coordinate, -1), self.extreme(coordinate, 1))
    }
}

/// The points of a list (bucket, key) that can still reach every line, none with more than is enough.
pub(super) fn clipped(points: Points, clips: &[Clip], (bucket, key): (usize, usize)) -> Points {
    if clips.is_empty() {
        return points;
    }
    let mut kept = Points::like(&points);
    kept.reserve(points.len());
    let mut row = Vec::with_capacity(points.width());
    for point in 0..points.len() {
        row.clear();
        row.extend_from_slice(points.units(point));
        let mut can_reach = true;
        for clip in clips {
            let (range, units) = (clip.ranges[bucket][key], &mut row[clip.coordinate]);
            can_reach &= clip.line <= units.saturating_add(range.most);
            // Never below what any point here has: others count on that.
            *units = (*units).min(clip.line.saturating_sub(range.least).max(range.own_least));
        }
        if can_reach {
            kept.push(&row, points.packages(point), points.kappa(point));
        }
    }
    kept
}
