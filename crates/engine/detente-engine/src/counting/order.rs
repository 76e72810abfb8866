//! In which order variables are assigned: connected parts one after another, the largest at the two ends, and within a part
//! always next the variable that leaves the fewest combinations to remember.

use super::problem::Problem;
use crate::network::OFF_PATH;
use std::collections::{BTreeSet, VecDeque};

/// All variables.
pub(super) fn order(problem: &Problem) -> Vec<usize> {
    let ties = Ties::of(problem);
    let mut parts: Vec<Vec<usize>> = ties.parts().iter().map(|part| ties.path(part, problem)).collect();
    parts.sort_by_key(|part| std::cmp::Reverse(part.len()));
    let (mut front, mut back) = (Vec::new(), VecDeque::new());
    for (at, part) in parts.into_iter().enumerate() {
        if at % 2 == 0 {
            front.extend(part);
        } else {
            part.into_iter().for_each(|var| back.push_front(var));
        }
    }
    front.extend(back);
    front
}

/// Per place in an order, the combinations of the variables before it that relations tie to those behind; saturated.
pub(super) fn boundaries(problem: &Problem, order: &[usize]) -> Vec<usize> {
    let mut place = vec![0; problem.sizes.len()];
    order.iter().enumerate().for_each(|(at, &var)| place[var] = at);
    let mut last: Vec<usize> = place.clone();
    for relation in &problem.relations {
        let end = relation.scope.iter().map(|&var| place[var]).max().unwrap_or(0);
        relation.scope.iter().for_each(|&var| last[var] = last[var].max(end));
    }
    let cells = |cut: usize| {
        let tied = order[..cut].iter().filter(|&&var| cut <= last[var]);
        tied.fold(1, |cells: usize, &var| cells.saturating_mul(problem.sizes[var]))
    };
    (0..=order.len()).map(cells).collect()
}

struct Ties {
    /// Per variable the others in its relations.
    neighbours: Vec<BTreeSet<usize>>,
    /// Per variable the others that determine it; none for an issue.
    determined_by: Vec<Vec<usize>>,
}

impl Ties {
    fn of(problem: &Problem) -> Self {
        let mut neighbours = vec![BTreeSet::new(); problem.sizes.len()];
        let mut determined_by = vec![Vec::new(); problem.sizes.len()];
        for relation in &problem.relations {
            for &var in &relation.scope {
                neighbours[var].extend(relation.scope.iter().copied().filter(|&other| other != var));
            }
            if let Some((&last, rest)) = relation.scope.split_last()
                && !problem.is_issue(last)
                && determined_by[last].is_empty()
            {
                determined_by[last] = rest.to_vec();
            }
        }
        Self { neighbours, determined_by }
    }

    fn parts(&self) -> Vec<Vec<usize>> {
        let mut seen = vec![false; self.neighbours.len()];
        let mut parts = Vec::new();
        for start in 0..seen.len() {
            if std::mem::replace(&mut seen[start], true) {
                continue;
            }
            let (mut part, mut at) = (vec![start], 0);
            while at < part.len() {
                let fresh = self.neighbours[part[at]].iter().filter(|&&next| !std::mem::replace(&mut seen[next], true));
                let fresh: Vec<usize> = fresh.copied().collect();
                part.extend(fresh);
                at += 1;
            }
            parts.push(part);
        }
        parts
    }

    /// A part from one end to the other: first along the path through its units, if it has one; states of chains are few where
    /// their combinations are many.
    fn path(&self, part: &[usize], problem: &Problem) -> Vec<usize> {
        let mut done = vec![false; self.neighbours.len()];
        let (mut path, mut active) = (Vec::with_capacity(part.len()), BTreeSet::new());
        let mut left: BTreeSet<usize> = part.iter().copied().collect();
        let mut ranked: Vec<usize> = part.iter().copied().filter(|&var| problem.ranks[var] != OFF_PATH).collect();
        ranked.sort_by_key(|&var| (problem.ranks[var], var));
        for var in ranked {
            left.remove(&var);
            done[var] = true;
            active.insert(var);
            path.push(var);
        }
        active.retain(|&var| self.neighbours[var].iter().any(|&other| !done[other]));
        while !left.is_empty() {
            let near: BTreeSet<usize> = active.iter().flat_map(|var: &usize| &self.neighbours[*var]).copied().collect();
            let near: Vec<usize> = near.intersection(&left).copied().collect();
            let free: Vec<usize> = if near.is_empty() { left.iter().copied().collect() } else { near };
            let ready = |var: &&usize| self.determined_by[**var].iter().all(|&other| done[other]);
            let next = free.iter().filter(ready).min_by_key(|&&var| self.weight(var, &active, &done, &problem.sizes));
            let next = next.or_else(|| left.iter().find(ready)).or_else(|| left.first()).copied();
            let Some(next) = next else { break };
            left.remove(&next);
            done[next] = true;
            active.insert(next);
            active.retain(|&var| self.neighbours[var].iter().any(|&other| !done[other]));
            path.push(next);
        }
        path
    }

    /// What would have to be remembered, then what still hangs on the variable.
    fn weight(&self, var: usize, active: &BTreeSet<usize>, done: &[bool], sizes: &[usize]) -> (u128, u128, usize) {
        let is_open = |other: &usize| !done[*other] && *other != var;
        let stays = |held: &usize| self.neighbours[*held].iter().any(is_open);
        let cells = |vars: &mut dyn Iterator<Item = usize>| {
            vars.fold(1_u128, |cells, var| cells.saturating_mul(u128::try_from(sizes[var]).unwrap_or(u128::MAX)))
        };
        let remembered = cells(&mut active.iter().copied().chain([var]).filter(stays));
        let hanging = cells(&mut self.neighbours[var].iter().copied().filter(is_open));
        (remembered, hanging, var)
    }
}
