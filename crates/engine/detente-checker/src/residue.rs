//! What is left of a connectivity condition when some units are settled: a smaller graph.
//!
//! A unit that is not marked leaves the graph. Marked units that are tied become one part, named by the open units around it;
//! a part with no open unit around it is counted and leaves the graph. Two ways of settling the same units that leave the same
//! graph have the same completions.

use detente_model::Connectivity;
use std::collections::{BTreeMap, BTreeSet};

/// Open units, parts of marked ones, and how many more parts there may be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Residue {
    /// How many parts may still come to an end; negative where too many have.
    left: i64,
    /// Per part of marked units the open units it touches, by issue; ascending, and none is empty.
    parts: Vec<BTreeSet<usize>>,
    /// Per open unit, by its issue.
    open: BTreeMap<usize, Open>,
}

/// An open unit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Open {
    /// Per choice, whether it marks the unit.
    among: Vec<bool>,
    /// The open units it is tied to.
    tied: BTreeSet<usize>,
}

impl Residue {
    /// Nothing is settled yet.
    pub(crate) fn new(connectivity: &Connectivity) -> Self {
        let issue = |unit: usize| connectivity.units[unit].issue;
        let alone = |unit: &detente_model::ConnectedUnit| Open { among: unit.among.clone(), tied: BTreeSet::new() };
        let mut open: BTreeMap<usize, Open> = connectivity.units.iter().map(|unit| (unit.issue, alone(unit))).collect();
        for (a, b) in connectivity.edges.iter().flat_map(|&(a, b)| [(a, b), (b, a)]) {
            open.entry(issue(a)).and_modify(|unit| {
                unit.tied.insert(issue(b));
            });
        }
        let left = i64::try_from(connectivity.max_components).unwrap_or(i64::MAX);
        Self { left, parts: Vec::new(), open }
    }

    /// What is left once an issue has its choice.
    pub(crate) fn given(&self, settled: usize, at: usize) -> Self {
        let mut after = self.clone();
        let Some(unit) = after.open.remove(&settled) else { return after };
        for other in &unit.tied {
            after.open.entry(*other).and_modify(|other| {
                other.tied.remove(&settled);
            });
        }
        if unit.among[at] {
            let (touching, others): (Vec<_>, Vec<_>) =
                std::mem::take(&mut after.parts).into_iter().partition(|part| part.contains(&settled));
            after.parts = others;
            after.parts.push(touching.into_iter().flatten().chain(unit.tied).filter(|of| *of != settled).collect());
        } else {
            after.parts.iter_mut().for_each(|part| {
                part.remove(&settled);
            });
        }
        after.close();
        after
    }

    /// Counts the parts with no open unit around them, and puts the others in order.
    fn close(&mut self) {
        let before = self.parts.len();
        self.parts.retain(|part| !part.is_empty());
        self.left -= i64::try_from(before - self.parts.len()).unwrap_or(0);
        self.parts.sort_unstable();
    }

    /// Whether there are few enough parts, where that is certain.
    pub(crate) fn verdict(&self) -> Option<bool> {
        let parts = i64::try_from(self.parts.len()).unwrap_or(i64::MAX);
        let open = i64::try_from(self.open.len()).unwrap_or(i64::MAX);
        // No more parts can come to an end than there are parts and open units.
        match (self.left < 0, parts.saturating_add(open) <= self.left) {
            (true, _) => Some(false),
            (false, true) => Some(true),
            (false, false) => self.stuck(),
        }
    }

    /// Nothing more may come to an end where nothing more is allowed.
    fn stuck(&self) -> Option<bool> {
        if self.left == 0 && !self.parts.is_empty() { Some(false) } else { None }
    }

    /// Pairs of open units that are tied.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = Vec<usize>> + '_ {
        let ahead = |(&issue, unit): (&usize, &Open)| {
            unit.tied
                .iter()
                .filter(move |&&other| issue < other)
                .map(move |&other| vec![issue, other])
                .collect::<Vec<_>>()
        };
        self.open.iter().flat_map(ahead)
    }

    /// The issues of the open units.
    pub(crate) fn issues(&self) -> impl Iterator<Item = usize> + '_ {
        self.open.keys().copied()
    }
}
