//! Connectivity over the choices left: the units that can still be marked, and what is known while some are open.

use super::truth::{Truth, UNSET};
use detente_model::{Connectivity, components};

/// Units of which some choice left marks them; at most `most` connected parts.
#[derive(Clone, Debug)]
pub(crate) struct Units {
    /// The units.
    pub(crate) all: Vec<Unit>,
    /// Pairs of units, by place.
    pub(crate) edges: Vec<(usize, usize)>,
    /// The most parts.
    pub(crate) most: usize,
}

/// A unit some choice of which marks it.
#[derive(Clone, Debug)]
pub(crate) struct Unit {
    pub(crate) issue: usize,
    pub(crate) among: Vec<bool>,
}

impl Unit {
    /// Whether it is marked whatever the choice.
    pub(crate) fn is_settled(&self) -> bool {
        !self.among.contains(&false)
    }
}

impl Units {
    /// Lowers a formula onto `allowed`, the choices left per issue.
    pub(super) fn new(connectivity: &Connectivity, allowed: &[Vec<usize>]) -> Self {
        let mut place = vec![None; connectivity.units.len()];
        let mut units = Vec::new();
        for (unit, place) in connectivity.units.iter().zip(&mut place) {
            let among: Vec<bool> = allowed[unit.issue].iter().map(|&choice| unit.among[choice]).collect();
            if among.contains(&true) {
                *place = Some(units.len());
                units.push(Unit { issue: unit.issue, among });
            }
        }
        let edges = connectivity.edges.iter().filter_map(|&(a, b)| Some((place[a]?, place[b]?))).collect();
        Self { all: units, edges, most: connectivity.max_components }
    }

    /// The units not settled yet.
    pub(crate) fn open(&self) -> impl Iterator<Item = &Unit> + '_ {
        self.all.iter().filter(|unit| !unit.is_settled())
    }

    /// Whether the condition holds, where that does not depend on any choice.
    pub(super) fn certain(&self) -> Option<bool> {
        if self.all.len() <= self.most {
            return Some(true);
        }
        let settled = self.open().next().is_none();
        settled.then(|| components(&vec![true; self.all.len()], &self.edges) <= self.most)
    }

    /// What is known of the condition; `assigned` has a position per issue, or [`UNSET`].
    pub(super) fn truth(&self, assigned: &[usize]) -> Truth {
        let mark = |unit: &Unit| match assigned[unit.issue] {
            UNSET => unit.is_settled().then_some(true),
            position => Some(unit.among[position]),
        };
        let marks: Option<Vec<bool>> = self.all.iter().map(mark).collect();
        marks.map_or(Truth::Open, |marks| Truth::from(components(&marks, &self.edges) <= self.most))
    }
}
