//! A forward pass: variable after variable, partial assignments that can go on alike become one state.
//!
//! A state is the values of the variables that relations still tie to others, and the units so far; a coordinate that has what
//! it needs, whatever follows, is clipped there, and a state from which some need is out of reach is dropped.

use super::coarse::Rounding;
use super::layer::{DEAD, Group, Layer, Step, targets};
use super::number::Number;
use super::problem::Problem;
use super::relation::Index;
use super::rows;
use crate::budget::Meter;
use crate::error::Stopped;
use std::collections::BTreeMap;

/// Assignments of some of the variables.
pub(super) struct Side<'p, N> {
    problem: &'p Problem,
    /// The states now.
    pub(super) layer: Layer<N>,
    /// Per relation, whether its units are in.
    pub(super) taken: Vec<bool>,
    /// The steps so far, where they are kept.
    pub(super) trail: Option<Vec<Step<N>>>,
    rounding: Option<Rounding>,
    last_candidates: usize,
    done: Vec<bool>,
    /// Per coordinate the least that relations not taken add.
    rest_least: Vec<i64>,
    /// The most.
    rest_most: Vec<i64>,
}

/// What a variable's step adds to the units of each value open to a group.
struct Moves {
    values: Vec<u32>,
    units: Vec<i64>,
}

/// Partial assignments that lead to one group of the next layer.
#[derive(Default)]
struct Bucket {
    rows: Vec<i64>,
    /// Per row the edge it comes from.
    from: Vec<usize>,
}

impl<'p, N: Number> Side<'p, N> {
    /// Nothing assigned.
    pub(super) fn new(problem: &'p Problem, keep_trail: bool, rounding: Option<Rounding>) -> Self {
        let sum = |of: &dyn Fn(usize, usize) -> i64| -> Vec<i64> {
            (0..problem.width()).map(|at| (0..problem.relations.len()).map(|rel| of(rel, at)).sum()).collect()
        };
        Self {
            problem,
            layer: Layer::start(problem.width()),
            taken: vec![false; problem.relations.len()],
            trail: keep_trail.then(Vec::new),
            rounding,
            last_candidates: 0,
            done: vec![false; problem.sizes.len()],
            rest_least: sum(&|rel, at| problem.relations[rel].least[at]),
            rest_most: sum(&|rel, at| problem.relations[rel].most[at]),
        }
    }

    /// Whether there are many states and few of the last candidates merged or fell out of reach.
    pub(super) fn spreads(&self) -> bool {
        20_000 < self.layer.len() && self.last_candidates - self.last_candidates / 8 < self.layer.len()
    }

    /// Assigns a variable. Relations another side has taken are left alone; variables to `keep` stay told apart. `false`
    /// where there are more candidates for states than wanted; nothing has changed then.
    pub(super) fn step(
        &mut self,
        var: usize,
        other: &[bool],
        keep: &[usize],
        candidates: usize,
        meter: &mut Meter<'_, '_>,
    ) -> Result<bool, Stopped> {
        let closing = self.closing(var, other);
        let moves = self.moves(var, &closing);
        let sizes = self.layer.groups.iter().zip(&moves).map(|(group, moves)| group.states.len() * moves.values.len());
        let n_edges: usize = sizes.sum();
        if candidates < n_edges {
            return Ok(false);
        }
        meter.take_len(n_edges + self.layer.len())?;
        self.done[var] = true;
        for &rel in &closing {
            self.taken[rel] = true;
            let relation = &self.problem.relations[rel];
            self.rest_least.iter_mut().zip(&relation.least).for_each(|(rest, least)| *rest -= least);
            self.rest_most.iter_mut().zip(&relation.most).for_each(|(rest, most)| *rest -= most);
        }
        let active = self.next_active(var, other, keep);
        let (buckets, mut edges) = self.spread(var, &active, &moves, n_edges);
        let mut next = self.gather(active, buckets, &mut edges, meter)?;
        if let Some(rounding) = &mut self.rounding {
            rounding.apply(&mut next, self.problem.width(), &mut edges, meter)?;
        }
        let n_states = next.len();
        self.last_candidates = n_edges;
        let before = std::mem::replace(&mut self.layer, next);
        let moves = before.groups.into_iter().zip(moves).map(|(group, moves)| (group.states, moves.values));
        let step = Step { edges, ..Step::new(var, moves, before.paths) };
        self.layer.paths = paths(&step, n_states);
        if let Some(trail) = &mut self.trail {
            trail.push(step);
        }
        Ok(true)
    }

    /// The relations that speak of the variable and of assigned ones only.
    fn closing(&self, var: usize, other: &[bool]) -> Vec<usize> {
        let relations = self.problem.relations.iter().enumerate().filter(|(rel, _)| !self.taken[*rel] && !other[*rel]);
        let closes = |scope: &[usize]| scope.contains(&var) && scope.iter().all(|&of| of == var || self.done[of]);
        relations.filter(|(_, relation)| closes(&relation.scope)).map(|(rel, _)| rel).collect()
    }

    /// Per group what the variable can be and what that adds.
    fn moves(&self, var: usize, closing: &[usize]) -> Vec<Moves> {
        let sizes = &self.problem.sizes;
        let indices: Vec<Index<'_>> =
            closing.iter().map(|&rel| Index::new(&self.problem.relations[rel], var, sizes)).collect();
        self.layer.groups.iter().map(|group| self.moves_of(var, group, &indices)).collect()
    }

    fn moves_of(&self, var: usize, group: &Group, indices: &[Index<'_>]) -> Moves {
        let width = self.problem.width();
        let value = |of: usize| self.layer.active.binary_search(&of).map_or(0, |place| group.key[place]);
        let mut lists: Vec<_> = indices.iter().map(|index| (index, index.rows(value))).collect();
        lists.sort_by_key(|(_, rows)| rows.len());
        let mut moves = Moves { values: Vec::new(), units: Vec::new() };
        let Some(((first, rows), rest)) = lists.split_first() else {
            moves.values.extend((0..).take(self.problem.sizes[var]));
            moves.units.resize(moves.values.len() * width, 0);
            return moves;
        };
        for &(_, value, row) in *rows {
            let mut units = first.units(row).to_vec();
            let is_allowed = rest.iter().all(|(index, rows)| {
                let Ok(at) = rows.binary_search_by_key(&value, |row| row.1) else { return false };
                units.iter_mut().zip(index.units(rows[at].2)).for_each(|(sum, units)| *sum += units);
                true
            });
            if is_allowed {
                moves.values.push(value);
                moves.units.extend(units);
            }
        }
        moves
    }

    fn next_active(&self, var: usize, other: &[bool], keep: &[usize]) -> Vec<usize> {
        let open = |of: &usize| {
            let relations = self.problem.relations.iter().enumerate();
            let mut open = relations.filter(|(rel, _)| !self.taken[*rel] && !other[*rel]);
            keep.contains(of) || open.any(|(_, relation)| relation.scope.contains(of))
        };
        let mut active: Vec<usize> = self.layer.active.iter().copied().chain([var]).filter(open).collect();
        active.sort_unstable();
        active
    }

    /// Every state with every value open to it, by the group it leads to.
    fn spread(
        &self,
        var: usize,
        active: &[usize],
        moves: &[Moves],
        n_edges: usize,
    ) -> (BTreeMap<Vec<u32>, Bucket>, Vec<u32>) {
        let width = self.problem.width();
        let mut places: BTreeMap<Vec<u32>, usize> = BTreeMap::new();
        let mut buckets: Vec<Bucket> = Vec::new();
        let mut edge = 0;
        let mut row = vec![0; width];
        for (group, moves) in self.layer.groups.iter().zip(moves) {
            let key = |value: u32| -> Vec<u32> {
                let of = |of: &usize| if *of == var { value } else { self.value(group, *of) };
                active.iter().map(of).collect()
            };
            let targets: Vec<usize> = moves
                .values
                .iter()
                .map(|&value| {
                    let fresh = buckets.len();
                    let target = *places.entry(key(value)).or_insert(fresh);
                    if target == fresh {
                        buckets.push(Bucket::default());
                    }
                    target
                })
                .collect();
            for state in group.states.clone() {
                let units = &self.layer.units[state * width..(state + 1) * width];
                for (at, &target) in targets.iter().enumerate() {
                    if self.add(units, &moves.units[at * width..(at + 1) * width], &mut row) {
                        buckets[target].rows.extend_from_slice(&row);
                        buckets[target].from.push(edge);
                    }
                    edge += 1;
                }
            }
        }
        let mut buckets: Vec<Option<Bucket>> = buckets.into_iter().map(Some).collect();
        let named = places.into_iter().filter_map(|(key, target)| Some((key, buckets[target].take()?)));
        (named.filter(|(_, bucket)| !bucket.from.is_empty()).collect(), vec![DEAD; n_edges])
    }

    fn value(&self, group: &Group, var: usize) -> u32 {
        self.layer.active.binary_search(&var).map_or(0, |place| group.key[place])
    }

    /// Adds units and clips them; `false` where a need is out of reach.
    fn add(&self, units: &[i64], more: &[i64], row: &mut [i64]) -> bool {
        for (at, sum) in row.iter_mut().enumerate() {
            let (need, units) = (self.problem.needs[at], units[at] + more[at]);
            if units + self.rest_most[at] < need {
                return false;
            }
            *sum = units.min(need.saturating_sub(self.rest_least[at]));
        }
        true
    }

    /// Equal rows of a group as one state.
    fn gather(
        &self,
        active: Vec<usize>,
        buckets: BTreeMap<Vec<u32>, Bucket>,
        edges: &mut [u32],
        meter: &mut Meter<'_, '_>,
    ) -> Result<Layer<N>, Stopped> {
        let width = self.problem.width();
        let mut layer = Layer { active, groups: Vec::new(), units: Vec::new(), paths: Vec::new() };
        for (key, bucket) in buckets {
            meter.take_len(bucket.from.len())?;
            let first = layer.len();
            let classes = rows::classes(&bucket.rows, width, bucket.from.len());
            layer.units.resize((first + classes.len) * width, 0);
            for (at, (&class, &edge)) in classes.of.iter().zip(&bucket.from).enumerate() {
                let state = first + usize::try_from(class).unwrap_or(0);
                let row = &bucket.rows[at * width..(at + 1) * width];
                layer.units[state * width..(state + 1) * width].copy_from_slice(row);
                edges[edge] = u32::try_from(state).unwrap_or(DEAD);
            }
            layer.groups.push(Group { key, states: first..first + classes.len });
        }
        Ok(layer)
    }
}

/// Per state of a layer the number of assignments that lead there.
fn paths<N: Number>(step: &Step<N>, n_states: usize) -> Vec<N> {
    let mut paths = vec![N::of(0); n_states];
    for (state, _, edges) in step.states() {
        targets(edges).for_each(|(_, to)| paths[to].add(&step.paths[state]));
    }
    paths
}
