//! Points in boxes, so that whole boxes of pairs can be passed over at once.

use crate::points::Points;

/// Points of a leaf.
const LEAF: usize = 64;

/// A binary tree of boxes over the points of a list; each box knows the most on every coordinate and the least loss.
pub(super) struct Boxes {
    nodes: Vec<Node>,
    /// Per place the index of its point, leaf after leaf.
    order: Vec<u32>,
    /// Per coordinate the units of the points, by place; last the losses.
    columns: Vec<Vec<i64>>,
}

/// A box.
pub(super) struct Node {
    /// The most on each coordinate, last minus the least loss.
    pub(super) most: Vec<i64>,
    /// Its places.
    pub(super) places: std::ops::Range<usize>,
    /// Its two halves, unless it is a leaf.
    pub(super) halves: Option<(usize, usize)>,
}

impl Boxes {
    /// The tree of a list that is not empty; `losses` has an entry per point.
    pub(super) fn new(points: &Points, losses: &[i64]) -> Self {
        let width = points.width();
        let mut columns: Vec<Vec<i64>> = (0..width).map(|at| points.rows().map(|row| row[at]).collect()).collect();
        columns.push(losses.iter().map(|loss| -loss).collect());
        let mut order: Vec<u32> = (0..).take(points.len()).collect();
        let mut nodes = Vec::new();
        build(&columns, &mut order, 0, &mut nodes);
        let by_place = |column: &Vec<i64>| order.iter().map(|&point| column[at(point)]).collect();
        let columns = columns.iter().map(by_place).collect();
        Self { nodes, order, columns }
    }

    /// A box; the root is the first.
    pub(super) fn node(&self, node: usize) -> &Node {
        &self.nodes[node]
    }

    /// The point at a place.
    pub(super) fn point(&self, place: usize) -> usize {
        at(self.order[place])
    }

    /// Units by place, and last minus the losses by place.
    pub(super) fn columns(&self) -> &[Vec<i64>] {
        &self.columns
    }
}

fn at(point: u32) -> usize {
    usize::try_from(point).unwrap_or(usize::MAX)
}

/// Builds the box of `order`, which begins at place `start`; returns its number.
fn build(columns: &[Vec<i64>], order: &mut [u32], start: usize, nodes: &mut Vec<Node>) -> usize {
    let range = |column: &Vec<i64>| {
        let units = order.iter().map(|&point| column[at(point)]);
        units.fold((i64::MAX, i64::MIN), |(least, most), units| (least.min(units), most.max(units)))
    };
    let ranges: Vec<(i64, i64)> = columns.iter().map(range).collect();
    let number = nodes.len();
    let most = ranges.iter().map(|range| range.1).collect();
    nodes.push(Node { most, places: start..start + order.len(), halves: None });
    if LEAF < order.len() {
        let root = |at: usize| columns[at].len();
        let widest =
            (0..columns.len()).max_by_key(|&at| (ranges[at].1.abs_diff(ranges[at].0), root(at), at)).unwrap_or(0);
        let middle = (order.len() / 2).next_multiple_of(LEAF).min(order.len() - 1);
        let column = &columns[widest];
        order.select_nth_unstable_by_key(middle, |&point| (std::cmp::Reverse(column[at(point)]), point));
        let (first, second) = order.split_at_mut(middle);
        let halves = (build(columns, first, start, nodes), build(columns, second, start + middle, nodes));
        nodes[number].halves = Some(halves);
    }
    number
}
