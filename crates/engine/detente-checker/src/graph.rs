//! A pattern of consent as a layered graph: every package is a path, and its utilities are the sum of its arcs' units.
//!
//! A layer settles one issue (or, folded, a group of tied issues). A node is what is left of the parts that are half done, so
//! two partial packages at one node have the same completions.

use crate::network::{Left, Network};
use crate::order::groups;
use crate::refusal::Reason;
use crate::steps::Steps;
use std::collections::BTreeMap;

/// Arcs from the nodes before to the nodes after.
#[derive(Clone, Debug, Default)]
pub(crate) struct Layer {
    /// The numbers of nodes before and after.
    pub(crate) nodes: (usize, usize),
    /// Per arc its nodes before and after.
    pub(crate) ends: Vec<(usize, usize)>,
    /// Per arc its units, one arc after another.
    pub(crate) units: Vec<i64>,
}

/// Layers one after another; the first begins and the last ends in a single node.
#[derive(Clone, Debug)]
pub(crate) struct Graph {
    pub(crate) width: usize,
    pub(crate) layers: Vec<Layer>,
}

impl Layer {
    /// The units of an arc.
    pub(crate) fn units(&self, arc: usize, width: usize) -> &[i64] {
        &self.units[arc * width..(arc + 1) * width]
    }
}

/// The groups of a network as graphs of their own, the first of them what every package has; `None` if no package meets the
/// conditions.
pub(crate) fn graphs(network: &Network<'_>, steps: &mut Steps) -> Result<Option<Vec<Graph>>, Reason> {
    let sizes = &network.ground.model.issues;
    let (settled, open): (Vec<usize>, Vec<usize>) =
        (0..sizes.len()).partition(|&issue| network.choices(issue).len() == 1);
    let mut base = vec![0; network.parties.len()];
    let mut lefts = Vec::new();
    for part in 0..network.parts.len() {
        let Some(left) = start(network, part, &settled, &mut base) else { return Ok(None) };
        lefts.push(left);
    }
    settled.iter().for_each(|&issue| network.add_values(issue, network.choices(issue).start, &mut base));
    let constant = Layer { nodes: (1, 1), ends: vec![(0, 0)], units: base };
    let width = network.parties.len();
    let mut graphs = vec![Graph { width, layers: vec![constant] }];
    let scopes: Vec<Vec<usize>> =
        lefts.iter().enumerate().map(|(part, left)| network.open_issues(part, left)).collect();
    // Of a graph of units few are half done where its edges decide the order.
    let mut ties = scopes.clone();
    for left in &lefts {
        if let Left::If(condition) = left {
            condition.pairs(&mut ties);
        }
    }
    for group in groups(&open, &ties, sizes) {
        let parts = (0..lefts.len()).filter(|&part| scopes[part].iter().any(|issue| group.contains(issue)));
        let parts: Vec<(usize, Left)> = parts.map(|part| (part, lefts[part].clone())).collect();
        match (Build { network, states: vec![parts.iter().map(|(_, left)| left.clone()).collect()], parts })
            .layers(&group, steps)?
        {
            Some(layers) => graphs.push(Graph { width, layers }),
            None => return Ok(None),
        }
    }
    Ok(Some(graphs))
}

/// What is left of a part once the issues without a choice are settled.
fn start(network: &Network<'_>, part: usize, settled: &[usize], units: &mut [i64]) -> Option<Left> {
    let whole = network.close(part, network.parts[part].whole.clone(), units);
    settled
        .iter()
        .try_fold(whole?, |left, &issue| network.settle(part, &left, issue, network.choices(issue).start, units))
}

/// The states reached so far.
struct Build<'n> {
    network: &'n Network<'n>,
    parts: Vec<(usize, Left)>,
    states: Vec<Vec<Left>>,
}

impl Build<'_> {
    fn layers(mut self, group: &[usize], steps: &mut Steps) -> Result<Option<Vec<Layer>>, Reason> {
        let mut layers = Vec::new();
        for &issue in group {
            layers.push(self.layer(issue, steps)?);
        }
        trim(&mut layers);
        Ok(Some(layers).filter(|layers| layers.iter().all(|layer| !layer.ends.is_empty())))
    }

    fn layer(&mut self, issue: usize, steps: &mut Steps) -> Result<Layer, Reason> {
        let mut after: BTreeMap<Vec<Left>, usize> = BTreeMap::new();
        let mut layer = Layer { nodes: (self.states.len(), 0), ..Layer::default() };
        for (before, state) in self.states.iter().enumerate() {
            for choice in self.network.choices(issue) {
                steps.take(state.len() + 1, 64)?;
                let mut units = vec![0; self.network.parties.len()];
                self.network.add_values(issue, choice, &mut units);
                let Some(next) = self.next(state, issue, choice, &mut units) else { continue };
                let number = after.len();
                let node = *after.entry(next).or_insert(number);
                layer.ends.push((before, node));
                layer.units.extend(units);
                Steps::admit(layer.units.len())?;
            }
        }
        layer.nodes.1 = after.len();
        let mut states: Vec<(usize, Vec<Left>)> = after.into_iter().map(|(state, node)| (node, state)).collect();
        states.sort_unstable_by_key(|(node, _)| *node);
        self.states = states.into_iter().map(|(_, state)| state).collect();
        Ok(layer)
    }

    fn next(&self, state: &[Left], issue: usize, choice: usize, units: &mut [i64]) -> Option<Vec<Left>> {
        let each = self.parts.iter().zip(state);
        each.map(|((part, _), left)| self.network.settle(*part, left, issue, choice, units)).collect()
    }
}

/// Drops the nodes from which the end is not reached, and the arcs to them.
fn trim(layers: &mut [Layer]) {
    let mut alive: Vec<bool> = vec![true; layers.last().map_or(0, |layer| layer.nodes.1)];
    for layer in layers.iter_mut().rev() {
        let width = layer.units.len().checked_div(layer.ends.len()).unwrap_or(0);
        let number: Vec<usize> =
            alive.iter().scan(0, |next, &is| Some(std::mem::replace(next, *next + usize::from(is)))).collect();
        let mut kept = Layer { nodes: (layer.nodes.0, alive.iter().filter(|is| **is).count()), ..Layer::default() };
        let mut before = vec![false; layer.nodes.0];
        for (arc, &(from, to)) in layer.ends.iter().enumerate().filter(|(_, ends)| alive[ends.1]) {
            before[from] = true;
            kept.ends.push((from, number[to]));
            kept.units.extend_from_slice(layer.units(arc, width));
        }
        *layer = kept;
        alive = before;
    }
    renumber_starts(layers);
}

/// Gives the nodes before each layer the numbers they have after the layer in front of it.
fn renumber_starts(layers: &mut [Layer]) {
    for at in 1..layers.len() {
        let mut seen = vec![false; layers[at].nodes.0];
        layers[at].ends.iter().for_each(|&(from, _)| seen[from] = true);
        let number: Vec<usize> =
            seen.iter().scan(0, |next, &is| Some(std::mem::replace(next, *next + usize::from(is)))).collect();
        layers[at].nodes.0 = layers[at - 1].nodes.1;
        layers[at].ends.iter_mut().for_each(|ends| ends.0 = number[ends.0]);
    }
}
