//! Connectivity over a graph of units: how many connected parts the marked ones make up.

use crate::error::ModelError;
use std::collections::BTreeSet;

/// A condition on a graph of units: those whose choice is marked make up at most so many connected parts. None marked: none.
///
/// # Source
/// DEFINITIONS 24.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connectivity {
    /// The units, each an issue of its own; no issue twice.
    pub units: Vec<ConnectedUnit>,
    /// Pairs of units, by their place in `units`, that are tied where both are marked; borders and corridors alike. Between
    /// two units there is one edge or none, in either direction.
    pub edges: Vec<(usize, usize)>,
    /// The most connected parts the marked units may make up; 1 for a whole, exclaves add.
    pub max_components: usize,
}

/// One unit of a graph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConnectedUnit {
    /// The issue that settles the unit.
    pub issue: usize,
    /// Per choice of the issue, whether it marks the unit.
    pub among: Vec<bool>,
}

impl Connectivity {
    /// Whether the units that `package` marks make up few enough connected parts.
    pub fn holds(&self, package: &[usize]) -> bool {
        let marked: Vec<bool> = self.units.iter().map(|unit| unit.among[package[unit.issue]]).collect();
        components(&marked, &self.edges) <= self.max_components
    }

    /// Checks that edges tie two different units of the graph, and no two twice.
    pub(crate) fn validate_edges(&self) -> Result<(), ModelError> {
        let units = self.units.len();
        let mut known = BTreeSet::new();
        for &(a, b) in &self.edges {
            let edge = (a.min(b), a.max(b));
            if units <= edge.1 {
                return Err(ModelError::UnknownUnit { unit: edge.1, units });
            }
            if a == b {
                return Err(ModelError::SelfLoop { unit: a });
            }
            if !known.insert(edge) {
                return Err(ModelError::EdgeTwice { edge });
            }
        }
        Ok(())
    }
}

/// The number of connected parts that the marked vertices of a graph make up. Edges to vertices beyond the marks tie nothing.
///
/// # Cost
/// Edges × the longest chain of merges; graphs of units are small.
pub fn components(marked: &[bool], edges: &[(usize, usize)]) -> usize {
    let mut leader: Vec<usize> = (0..marked.len()).collect();
    let root = |leader: &[usize], mut vertex: usize| {
        while leader[vertex] != vertex {
            vertex = leader[vertex];
        }
        vertex
    };
    let is_marked = |vertex: usize| marked.get(vertex) == Some(&true);
    let mut parts = marked.iter().filter(|is| **is).count();
    for &(a, b) in edges.iter().filter(|(a, b)| is_marked(*a) && is_marked(*b)) {
        let (a, b) = (root(&leader, a), root(&leader, b));
        if a != b {
            leader[a.max(b)] = a.min(b);
            parts -= 1;
        }
    }
    parts
}
