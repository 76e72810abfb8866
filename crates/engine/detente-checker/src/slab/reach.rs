//! How much of each coordinate can still be added, given how much may still be lost.

use crate::graph::Graph;
use crate::refusal::Reason;
use crate::steps::Steps;

/// Which way a rest of a path leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    ToEnd,
    ToStart,
}

/// Per boundary between layers, node, coordinate and allowance the most the rest of a path adds.
///
/// Losses are rounded down to whole allowances arc by arc, so a rest that loses no more than is left is never left out.
pub(super) struct Reach {
    allowances: usize,
    /// What an allowance is.
    step: i64,
    width: usize,
    most: Vec<Vec<i64>>,
}

/// No rest at all.
const NONE: i64 = i64::MIN;

/// The most numbers the tables hold, and the most allowances.
const CELLS: usize = 1 << 22;
const ALLOWANCES: usize = 4096;

impl Reach {
    pub(super) fn new(
        graph: &Graph,
        losses: &[Vec<Option<i64>>],
        budget: i64,
        direction: Direction,
        steps: &mut Steps,
    ) -> Result<Self, Reason> {
        let nodes: usize = graph.layers.iter().map(|layer| layer.nodes.1 * graph.width.max(1)).sum();
        let fit = (CELLS / nodes.max(1)).clamp(1, ALLOWANCES);
        let allowances = usize::try_from(budget).map_or(fit, |budget| fit.min(budget.saturating_add(1)));
        let parts = i64::try_from(allowances).unwrap_or(1);
        let mut reach = Self { allowances, step: budget / parts + 1, width: graph.width, most: Vec::new() };
        reach.most.push(vec![0; graph.width * allowances]);
        let mut layers: Vec<usize> = (0..graph.layers.len()).collect();
        if direction == Direction::ToEnd {
            layers.reverse();
        }
        for at in layers {
            reach.add(graph, at, &losses[at], direction, steps)?;
        }
        if direction == Direction::ToEnd {
            reach.most.reverse();
        }
        Ok(reach)
    }

    /// One layer more.
    fn add(
        &mut self,
        graph: &Graph,
        at: usize,
        losses: &[Option<i64>],
        direction: Direction,
        steps: &mut Steps,
    ) -> Result<(), Reason> {
        let layer = &graph.layers[at];
        let backwards = direction == Direction::ToEnd;
        let row = self.width * self.allowances;
        steps.take(layer.ends.len(), row)?;
        let nodes = if backwards { layer.nodes.0 } else { layer.nodes.1 };
        let mut next = vec![NONE; nodes * row];
        let known = self.most.last().map_or(&[][..], |known| known);
        for (arc, &(from, to)) in layer.ends.iter().enumerate() {
            let Some(lost) = losses[arc].and_then(|loss| usize::try_from(loss / self.step).ok()) else { continue };
            let (near, far) = if backwards { (to, from) } else { (from, to) };
            for (at, &units) in layer.units(arc, self.width).iter().enumerate() {
                let known = &known[near * row + at * self.allowances..][..self.allowances];
                let next = &mut next[far * row + at * self.allowances..][..self.allowances];
                let pairs = next.iter_mut().skip(lost).zip(known).filter(|(_, known)| **known != NONE);
                pairs.for_each(|(next, known)| *next = (*next).max(known + units));
            }
        }
        self.most.push(next);
        Ok(())
    }

    /// Per coordinate the most a rest from a node adds that loses at most `left`; `None`: there is no such rest.
    pub(super) fn most(&self, boundary: usize, node: usize, left: i64) -> impl Fn(usize) -> Option<i64> + '_ {
        let allowance = usize::try_from(left / self.step).unwrap_or(0);
        let from = node * self.width * self.allowances + allowance;
        move |at| Some(self.most[boundary][from + at * self.allowances]).filter(|most| *most != NONE)
    }
}

/// Per boundary between layers, node and coordinate the least on any way to the end.
pub(super) fn least(graph: &Graph) -> Vec<Vec<i64>> {
    let mut boundaries = vec![vec![0; graph.width]];
    for layer in graph.layers.iter().rev() {
        let after = boundaries.last().map_or(&[][..], |known| known);
        let mut before = vec![i64::MAX; layer.nodes.0 * graph.width];
        for (arc, &(from, to)) in layer.ends.iter().enumerate() {
            let rest = &after[to * graph.width..(to + 1) * graph.width];
            let sums = layer.units(arc, graph.width).iter().zip(rest).map(|(units, rest)| units + rest);
            before[from * graph.width..].iter_mut().zip(sums).for_each(|(least, sum)| *least = (*least).min(sum));
        }
        boundaries.push(before);
    }
    boundaries.reverse();
    boundaries
}
