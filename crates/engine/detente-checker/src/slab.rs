//! The enumeration everything rests on: all packages at or above some lines whose weighted sum reaches a threshold.
//!
//! The most any package reaches of the weighted sum is the longest path through the graph. What an arc gives away of it is its
//! loss; a path may lose the difference to the threshold and no more. Partial sums that have lost more, or from which a line
//! cannot be reached with what may still be lost, are dropped. Dominated ones are dropped too: what dominates them is in the
//! slab with them. For many parties the two ends are enumerated towards each other and joined.

mod reach;

use crate::dominance::{COMPARED, efficient};
use crate::graph::{Graph, Layer};
use crate::join::join;
use crate::points::Points;
use crate::refusal::Reason;
use crate::steps::Steps;
use crate::weighed::{Slab, weigh};
use reach::{Direction, Reach, least};

/// A sweep over the layers of a graph.
struct Sweep<'a> {
    slab: &'a Slab<'a>,
    graph: &'a Graph,
    /// Per layer and arc what it loses; `None`: more than may be lost.
    losses: Vec<Vec<Option<i64>>>,
    budget: i64,
    to_end: Reach,
    to_start: Reach,
    /// Per boundary between layers, node and coordinate the least on any way to the end.
    rest: Vec<Vec<i64>>,
}

/// The utility vectors in the slab, dominated ones left out as far as that is cheap; `None` where there is no room.
pub(crate) fn enumerate(graph: &Graph, slab: &Slab<'_>, steps: &mut Steps) -> Result<Option<Points>, Reason> {
    match Sweep::new(graph, slab, steps)? {
        Some(sweep) => sweep.run(steps),
        None => Ok(Some(Points::new(graph.width))),
    }
}

impl<'a> Sweep<'a> {
    /// Longest paths, losses and reaches; `None` if no path reaches the threshold.
    fn new(graph: &'a Graph, slab: &'a Slab<'a>, steps: &mut Steps) -> Result<Option<Self>, Reason> {
        let longest = longest(graph, slab.weights, steps)?;
        let Some(best) = longest.first().and_then(|nodes| nodes.first().copied().flatten()) else { return Ok(None) };
        if best < slab.threshold {
            return Ok(None);
        }
        let budget = i64::try_from(best - slab.threshold).ok().ok_or(Reason::OutOfRange)?;
        let loss = |at: usize, layer: &Layer, arc: usize| {
            let (from, to) = layer.ends[arc];
            let through = weigh(layer.units(arc, graph.width), slab.weights) + longest[at + 1][to]?;
            i64::try_from(longest[at][from]? - through).ok().filter(|&loss| loss <= budget)
        };
        let layers = graph.layers.iter().enumerate();
        let losses: Vec<Vec<_>> =
            layers.map(|(at, layer)| (0..layer.ends.len()).map(|arc| loss(at, layer, arc)).collect()).collect();
        let to_end = Reach::new(graph, &losses, budget, Direction::ToEnd, steps)?;
        let to_start = Reach::new(graph, &losses, budget, Direction::ToStart, steps)?;
        Ok(Some(Self { slab, graph, losses, budget, to_end, to_start, rest: least(graph) }))
    }

    fn run(&self, steps: &mut Steps) -> Result<Option<Points>, Reason> {
        let (mut front, mut back) = (0, self.graph.layers.len());
        let origin = Points::origin(self.graph.width);
        let (mut fore, mut aft) = (vec![origin.clone()], vec![origin]);
        // Dominance keeps the lists of few parties short, and without weights nothing but dominance does.
        let short = self.graph.width <= 3 || self.slab.weights.iter().all(|&weight| weight == 0);
        let one_sided = short && self.slab.covered.is_empty();
        while front < back {
            if one_sided || total(&fore) <= total(&aft) {
                fore = self.extend(&fore, front, Direction::ToStart, steps)?;
                front += 1;
            } else {
                back -= 1;
                aft = self.extend(&aft, back, Direction::ToEnd, steps)?;
            }
            if self.slab.room.is_some_and(|room| room < total(&fore) + total(&aft)) {
                return Ok(None);
            }
        }
        let mut found = Points::new(self.graph.width);
        for (a, b) in fore.iter().zip(&aft) {
            join(a, b, self.budget, self.slab, &mut found, steps)?;
        }
        Ok(Some(found))
    }

    /// Lists one layer further on: from the start, or from the end backwards.
    fn extend(
        &self,
        lists: &[Points],
        at: usize,
        towards: Direction,
        steps: &mut Steps,
    ) -> Result<Vec<Points>, Reason> {
        let layer = &self.graph.layers[at];
        let forward = towards == Direction::ToStart;
        let nodes = if forward { layer.nodes.1 } else { layer.nodes.0 };
        let mut extended = vec![Points::new(self.graph.width); nodes];
        for (arc, loss) in self.losses[at].iter().enumerate() {
            let Some(loss) = loss else { continue };
            let (from, to) = layer.ends[arc];
            let (near, far) = if forward { (from, to) } else { (to, from) };
            let units = layer.units(arc, self.graph.width);
            steps.take(lists[near].len(), self.graph.width)?;
            let step = Arc { units, loss: *loss, at, far, forward };
            self.add_sums(&lists[near], &step, &mut extended[far]);
            Steps::admit(extended[far].units.len())?;
        }
        let clipped = forward && self.slab.n_principals < self.graph.width;
        let compared = if self.budget == 0 { usize::MAX } else { COMPARED };
        extended.iter().map(|points| efficient(points, clipped, compared, steps)).collect()
    }

    /// The sums of points with an arc that can still come to something.
    fn add_sums(&self, points: &Points, arc: &Arc<'_>, into: &mut Points) {
        let (reach, boundary) = if arc.forward { (&self.to_end, arc.at + 1) } else { (&self.to_start, arc.at) };
        let rest = &self.rest[arc.at + 1][..];
        let mut row = vec![0; self.graph.width];
        for point in 0..points.len() {
            let loss = points.loss[point] + arc.loss;
            if self.budget < loss {
                continue;
            }
            row.iter_mut().zip(points.row(point)).zip(arc.units).for_each(|((sum, own), units)| *sum = own + units);
            if arc.forward {
                for at in self.slab.n_principals..row.len() {
                    row[at] = row[at].min(self.slab.lines[at] - rest[arc.far * row.len() + at]);
                }
            }
            let most = reach.most(boundary, arc.far, self.budget - loss);
            if row.iter().enumerate().all(|(at, own)| most(at).is_some_and(|most| self.slab.lines[at] <= own + most)) {
                into.push(&row, loss);
            }
        }
    }
}

/// An arc to go along, from a list at one end of it to the node at the other.
struct Arc<'a> {
    units: &'a [i64],
    loss: i64,
    at: usize,
    far: usize,
    forward: bool,
}

fn total(lists: &[Points]) -> usize {
    lists.iter().map(Points::len).sum()
}

/// Per boundary between layers and node the most of the weighted sum on a way to the end; `None` where there is no way.
fn longest(graph: &Graph, weights: &[i128], steps: &mut Steps) -> Result<Vec<Vec<Option<i128>>>, Reason> {
    let mut boundaries = vec![vec![Some(0)]];
    for layer in graph.layers.iter().rev() {
        steps.take(layer.ends.len(), graph.width)?;
        let after = boundaries.last().map_or(&[][..], |nodes| nodes);
        let mut before: Vec<Option<i128>> = vec![None; layer.nodes.0];
        for (arc, &(from, to)) in layer.ends.iter().enumerate() {
            let through = after[to].map(|rest| weigh(layer.units(arc, graph.width), weights) + rest);
            before[from] = before[from].max(through);
        }
        boundaries.push(before);
    }
    boundaries.reverse();
    Ok(boundaries)
}
