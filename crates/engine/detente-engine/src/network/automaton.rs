//! Connectivity as a walk: unit after unit, what must be remembered of those behind is how the marked ones among them hang
//! together as far as open units are tied to them, and how many parts have come to an end.
//!
//! # Source
//! The frontier method of \[Knuth2011\] (Simpath) and \[Kawahara2017\], with its states merged where nothing tells them apart.

use super::admit_rows;
use crate::condition::{Unit, Units};
use crate::error::Stopped;
use std::collections::BTreeMap;

/// A deterministic layered automaton over the open units.
#[derive(Clone, Debug)]
pub(super) struct Automaton {
    /// The layers, one per open unit.
    pub(super) layers: Vec<Layer>,
    /// Per state after the last layer whether the condition holds.
    pub(super) holds: Vec<bool>,
}

/// What one unit's mark makes of each state.
#[derive(Clone, Debug)]
pub(super) struct Layer {
    /// The unit's place.
    unit: usize,
    /// Whether it is marked whatever the choice.
    settled: bool,
    /// Per state the next one where the unit is not marked, and where it is; `None`: not allowed.
    pub(super) next: Vec<[Option<usize>; 2]>,
}

/// What is remembered; `None` where there are too many parts already.
type State = Option<Memory>;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Memory {
    /// How many parts have come to an end.
    ended: usize,
    /// Per unit of the frontier 0 where it is not marked, else the number of its part; parts are numbered as they occur.
    parts: Vec<usize>,
}

impl Automaton {
    /// The automaton of a condition whose units are gone through in an order.
    ///
    /// # Errors
    /// [`Stopped::TooWide`] where there is too much to remember.
    pub(super) fn new(units: &Units, order: &[usize]) -> Result<Self, Stopped> {
        let mut walk = Walk::new(units, order);
        let mut layers = Vec::with_capacity(order.len());
        for &unit in order {
            layers.push(walk.step(unit)?);
        }
        let holds = walk.states.iter().map(Option::is_some).collect();
        let mut automaton = Self { layers, holds };
        automaton.minimise();
        automaton.settle();
        Ok(automaton)
    }

    /// The unit of a layer.
    pub(super) fn unit<'u>(&self, at: usize, units: &'u Units) -> &'u Unit {
        &units.all[self.layers[at].unit]
    }

    /// Leaves only what can still come to the outcome wanted.
    pub(super) fn trim(&mut self, wanted: bool) {
        let mut alive: Vec<bool> = self.holds.iter().map(|&holds| holds == wanted).collect();
        self.holds.retain(|&holds| holds == wanted);
        for layer in self.layers.iter_mut().rev() {
            let number = numbers(&alive);
            for next in layer.next.iter_mut().flatten() {
                *next = next.filter(|&state| alive[state]).map(|state| number[state]);
            }
            alive = layer.next.iter().map(|next| next.iter().any(Option::is_some)).collect();
            layer.next.retain(|next| next.iter().any(Option::is_some));
        }
    }

    /// States that no rest tells apart become one.
    fn minimise(&mut self) {
        let mut class: Vec<usize> = self.holds.iter().map(|&holds| usize::from(holds)).collect();
        let mut classes: BTreeMap<Vec<Option<usize>>, usize> = BTreeMap::new();
        self.holds = vec![false, true];
        for layer in self.layers.iter_mut().rev() {
            classes.clear();
            let mut kept = Vec::new();
            let known = std::mem::take(&mut layer.next).into_iter().map(|next| {
                let next = next.map(|state| state.map(|state| class[state]));
                *classes.entry(next.to_vec()).or_insert_with(|| {
                    kept.push(next);
                    kept.len() - 1
                })
            });
            class = known.collect();
            layer.next = kept;
        }
    }

    /// Units without a choice become part of the layer before them, or of the start.
    fn settle(&mut self) {
        let mut kept: Vec<Layer> = Vec::with_capacity(self.layers.len());
        let mut start = Some(0);
        for layer in std::mem::take(&mut self.layers) {
            let marked = |state: Option<usize>| state.and_then(|state| layer.next[state][1]);
            match kept.last_mut() {
                _ if !layer.settled => kept.push(layer),
                Some(before) => before.next.iter_mut().flatten().for_each(|next| *next = marked(*next)),
                None => start = marked(start),
            }
        }
        if let (Some(first), Some(start)) = (kept.first_mut(), start) {
            first.next = vec![first.next[start]];
        }
        self.layers = kept;
    }
}

/// Per state its number among those alive.
fn numbers(alive: &[bool]) -> Vec<usize> {
    alive.iter().scan(0, |next, &is| Some(std::mem::replace(next, *next + usize::from(is)))).collect()
}

/// A way along the units, with all states it can be in.
struct Walk<'u> {
    units: &'u Units,
    /// Per unit those it is tied to.
    tied: Vec<Vec<usize>>,
    /// Per unit its place in the order.
    place: Vec<usize>,
    /// Units behind that are tied to units ahead.
    frontier: Vec<usize>,
    states: Vec<State>,
}

impl<'u> Walk<'u> {
    fn new(units: &'u Units, order: &[usize]) -> Self {
        let mut tied = vec![Vec::new(); units.all.len()];
        for &(a, b) in &units.edges {
            tied[a].push(b);
            tied[b].push(a);
        }
        let mut place = vec![0; units.all.len()];
        order.iter().enumerate().for_each(|(at, &unit)| place[unit] = at);
        let empty = Memory { ended: 0, parts: Vec::new() };
        Self { units, tied, place, frontier: Vec::new(), states: vec![Some(empty)] }
    }

    /// Goes on by a unit.
    fn step(&mut self, unit: usize) -> Result<Layer, Stopped> {
        let behind: Vec<bool> = self.frontier.iter().map(|other| self.tied[unit].contains(other)).collect();
        let mut wide = std::mem::take(&mut self.frontier);
        wide.push(unit);
        let stays: Vec<bool> = wide
            .iter()
            .map(|&other| self.tied[other].iter().any(|&next| self.place[unit] < self.place[next]))
            .collect();
        let mut numbers: BTreeMap<State, usize> = BTreeMap::new();
        let settled = self.units.all[unit].is_settled();
        let mut next = Vec::with_capacity(self.states.len());
        for state in &self.states {
            let mut to = |marked: bool| {
                let after = state.as_ref().and_then(|memory| memory.after(marked, &behind, &stays, self.units.most));
                let number = numbers.len();
                Some(*numbers.entry(after).or_insert(number))
            };
            next.push([to(settled), to(true)]);
            admit_rows(numbers.len(), self.units.all[unit].issue)?;
        }
        let mut states: Vec<(State, usize)> = numbers.into_iter().collect();
        states.sort_unstable_by_key(|(_, number)| *number);
        self.states = states.into_iter().map(|(state, _)| state).collect();
        self.frontier = wide.into_iter().zip(&stays).filter(|(_, stays)| **stays).map(|(unit, _)| unit).collect();
        Ok(Layer { unit, settled, next })
    }
}

impl Memory {
    /// The memory after one more unit: tied to which of the frontier, and which of the frontier and itself stay.
    fn after(&self, marked: bool, behind: &[bool], stays: &[bool], most: usize) -> State {
        let mut parts = self.parts.clone();
        let own = if marked { self.parts.len() + 1 } else { 0 };
        if marked {
            let joined: Vec<usize> = self
                .parts
                .iter()
                .zip(behind)
                .filter(|(part, tied)| **tied && **part != 0)
                .map(|(part, _)| *part)
                .collect();
            parts.iter_mut().filter(|part| joined.contains(part)).for_each(|part| *part = own);
        }
        parts.push(own);
        let kept: Vec<usize> = parts.iter().zip(stays).filter(|(_, stays)| **stays).map(|(part, _)| *part).collect();
        let mut gone: Vec<usize> = parts.into_iter().filter(|part| *part != 0 && !kept.contains(part)).collect();
        gone.sort_unstable();
        gone.dedup();
        let ended = self.ended + gone.len();
        // A part that is still open comes to an end some time.
        let too_many = most < ended || ended == most && kept.iter().any(|&part| part != 0);
        (!too_many).then(|| Self { ended, parts: numbered(&kept) })
    }
}

/// Parts numbered as they occur.
fn numbered(parts: &[usize]) -> Vec<usize> {
    let mut seen: Vec<usize> = Vec::new();
    let mut number = |part: usize| match seen.iter().position(|&other| other == part) {
        _ if part == 0 => 0,
        Some(at) => at + 1,
        None => {
            seen.push(part);
            seen.len()
        }
    };
    parts.iter().map(|&part| number(part)).collect()
}
