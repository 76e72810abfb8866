//! In which order the units of a graph are gone through, so that few of those behind are tied to those ahead.

use crate::condition::{Condition, Units};
use std::collections::{BTreeMap, BTreeSet};

/// Starts tried in each connected part of a graph.
const STARTS: usize = 48;

/// Issues and which of them are tied.
type Graph = BTreeMap<usize, BTreeSet<usize>>;

/// The units of all conditions on connectivity as one path; units tied by any of them are tied.
///
/// # Cost
/// A few dozen ways through each connected part, each units × frontier.
/// # Source
/// Greedy vertex separation, as the frontier methods use it \[Kawahara2017\].
pub(super) fn path<'c>(conditions: impl IntoIterator<Item = &'c Condition>) -> Vec<usize> {
    let mut graph = Graph::new();
    conditions.into_iter().for_each(|condition| gather(condition, &mut graph));
    let mut path = Vec::with_capacity(graph.len());
    let mut seen = BTreeSet::new();
    for &start in graph.keys() {
        if !seen.contains(&start) {
            let part = part(start, &graph);
            seen.extend(part.iter().copied());
            let step = part.len().div_ceil(STARTS).max(1);
            let ways = part.iter().step_by(step).map(|&start| way(start, &part, &graph));
            path.extend(ways.min().map(|(_, way)| way).unwrap_or_default());
        }
    }
    path
}

fn gather(condition: &Condition, into: &mut Graph) {
    match condition {
        Condition::Connected(units) => tie(units, into),
        Condition::Not(inner) => gather(inner, into),
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| gather(part, into)),
        Condition::Known(_) | Condition::Choice { .. } | Condition::AtMost { .. } => {}
    }
}

fn tie(units: &Units, into: &mut Graph) {
    for unit in &units.all {
        into.entry(unit.issue).or_default();
    }
    for (a, b) in units.edges.iter().flat_map(|&(a, b)| [(a, b), (b, a)]) {
        into.entry(units.all[a].issue).or_default().insert(units.all[b].issue);
    }
}

/// All that hangs together with an issue.
fn part(start: usize, graph: &Graph) -> BTreeSet<usize> {
    let (mut part, mut open) = (BTreeSet::from([start]), vec![start]);
    while let Some(issue) = open.pop() {
        let fresh: Vec<usize> = tied(issue, graph).filter(|&other| part.insert(other)).collect();
        open.extend(fresh);
    }
    part
}

fn tied(issue: usize, graph: &Graph) -> impl Iterator<Item = usize> + '_ {
    graph.get(&issue).into_iter().flatten().copied()
}

/// A way through a part from a start, and what it costs: next always the unit that leaves the smallest frontier, then the one
/// tied to what has waited longest.
fn way(start: usize, part: &BTreeSet<usize>, graph: &Graph) -> (u128, Vec<usize>) {
    let mut ahead = part.clone();
    let (mut cost, mut way, mut frontier) = (0_u128, Vec::with_capacity(part.len()), Vec::<usize>::new());
    let mut next = Some(start);
    while let Some(unit) = next {
        ahead.remove(&unit);
        way.push(unit);
        frontier.push(unit);
        frontier.retain(|&behind| tied(behind, graph).any(|other| ahead.contains(&other)));
        let states = 3_u128.saturating_pow(u32::try_from(frontier.len()).unwrap_or(u32::MAX));
        cost = cost.saturating_add(states);
        let near: BTreeSet<usize> =
            frontier.iter().flat_map(|&behind| tied(behind, graph)).filter(|other| ahead.contains(other)).collect();
        next = near
            .iter()
            .copied()
            .min_by_key(|&unit| (width_after(unit, &frontier, &ahead, graph), oldest(unit, &frontier, graph), unit));
    }
    (cost, way)
}

/// The size of the frontier after one more unit.
fn width_after(unit: usize, frontier: &[usize], ahead: &BTreeSet<usize>, graph: &Graph) -> usize {
    let is_tied = |behind: usize| tied(behind, graph).any(|other| other != unit && ahead.contains(&other));
    frontier.iter().filter(|&&behind| is_tied(behind)).count() + usize::from(is_tied(unit))
}

/// The place in the frontier of the first unit it is tied to.
fn oldest(unit: usize, frontier: &[usize], graph: &Graph) -> usize {
    frontier.iter().position(|&behind| tied(behind, graph).any(|other| other == unit)).unwrap_or(usize::MAX)
}
