//! Partial assignments that can go on alike, as one state each: what a forward pass builds and a backward pass reads.

use super::number::Number;
use std::ops::Range;

/// No state: the assignment cannot reach the needs any more.
pub(super) const DEAD: u32 = u32::MAX;

/// States that share the values of the variables still tied to others.
#[derive(Clone, Debug)]
pub(super) struct Group {
    /// The values of the layer's active variables.
    pub(super) key: Vec<u32>,
    /// Its states.
    pub(super) states: Range<usize>,
}

/// All states after some variables are assigned.
#[derive(Clone, Debug)]
pub(super) struct Layer<N> {
    /// The variables still tied to others, ascending.
    pub(super) active: Vec<usize>,
    /// The states, by the values of those; ascending.
    pub(super) groups: Vec<Group>,
    /// Per state its units, clipped where it has what it needs.
    pub(super) units: Vec<i64>,
    /// Per state the number of assignments that lead there.
    pub(super) paths: Vec<N>,
}

/// How one variable leads from each state of a layer to the next.
#[derive(Clone, Debug)]
pub(super) struct Step<N> {
    /// The variable.
    pub(super) var: usize,
    /// Per group what is open to its states.
    pub(super) moves: Vec<Moves>,
    /// Group by group, state by state, value by value: the next state, or [`DEAD`].
    pub(super) edges: Vec<u32>,
    /// Per state the number of assignments that lead there.
    pub(super) paths: Vec<N>,
}

/// What is open to the states of a group.
#[derive(Clone, Debug)]
pub(super) struct Moves {
    states: Range<usize>,
    values: Vec<u32>,
    /// The first edge of the first state.
    first: usize,
}

impl<N: Number> Layer<N> {
    /// Nothing assigned.
    pub(super) fn start(width: usize) -> Self {
        let group = Group { key: Vec::new(), states: 0..1 };
        Self { active: Vec::new(), groups: vec![group], units: vec![0; width], paths: vec![N::of(1)] }
    }
}

impl<N> Layer<N> {
    /// The number of states.
    pub(super) fn len(&self) -> usize {
        self.groups.last().map_or(0, |group| group.states.end)
    }
}

impl<N: Number> Step<N> {
    /// A step that is not taken yet has no edges: the variable, and per group its states and the values open to them.
    pub(super) fn new(var: usize, moves: impl Iterator<Item = (Range<usize>, Vec<u32>)>, paths: Vec<N>) -> Self {
        let mut end = 0;
        let moves = moves.map(|(states, values)| {
            let first = end;
            end += states.len() * values.len();
            Moves { states, values, first }
        });
        Self { var, moves: moves.collect(), edges: Vec::new(), paths }
    }

    /// Per state, in order: the values open to it and where they lead.
    pub(super) fn states(&self) -> impl Iterator<Item = (usize, &[u32], &[u32])> {
        self.moves
            .iter()
            .flat_map(|moves| moves.states.clone().map(|state| (state, &*moves.values, self.edges(moves, state))))
    }

    /// The values open to one state and where they lead.
    pub(super) fn state(&self, state: usize) -> (&[u32], &[u32]) {
        let group = self.moves.partition_point(|moves| moves.states.end <= state);
        let found = self.moves.get(group).filter(|moves| moves.states.contains(&state));
        found.map_or((&[], &[]), |moves| (&*moves.values, self.edges(moves, state)))
    }

    fn edges(&self, moves: &Moves, state: usize) -> &[u32] {
        let first = moves.first + (state - moves.states.start) * moves.values.len();
        &self.edges[first..first + moves.values.len()]
    }

    /// Per state the number of ways to go on, from that of the states after.
    pub(super) fn back(&self, after: &[N]) -> Vec<N> {
        let ways = |(_, _, edges): (usize, &[u32], &[u32])| {
            let mut ways = N::of(0);
            targets(edges).for_each(|(_, to)| ways.add(&after[to]));
            ways
        };
        self.states().map(ways).collect()
    }

    /// Adds to `with`, per value of the variable, the whole assignments with it.
    pub(super) fn tally(&self, after: &[N], with: &mut [N]) {
        for (state, values, edges) in self.states() {
            for (at, to) in targets(edges) {
                if let Some(with) = usize::try_from(values[at]).ok().and_then(|value| with.get_mut(value)) {
                    with.add_product(&self.paths[state], &after[to]);
                }
            }
        }
    }
}

/// Positions and targets of the edges that lead somewhere.
pub(super) fn targets(edges: &[u32]) -> impl Iterator<Item = (usize, usize)> {
    let alive = edges.iter().enumerate().filter(|(_, to)| **to != DEAD);
    alive.map(|(at, &to)| (at, usize::try_from(to).unwrap_or(usize::MAX)))
}
