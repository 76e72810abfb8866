//! In which order variables are eliminated: always next the one whose neighbours have the fewest combinations.

use super::Room;
use crate::network::{Network, OFF_PATH, cells};
use std::collections::BTreeSet;

/// The connected components of a network, each as its variables in an order of elimination.
///
/// # Source
/// Greedy minimum weight, as in any text on variable elimination, e.g. \[Dechter2013\].
pub(crate) fn orders(network: &Network) -> Vec<Vec<usize>> {
    let mut neighbours = neighbours(network);
    components(&neighbours).into_iter().map(|component| order(&component, &mut neighbours, network)).collect()
}

fn neighbours(network: &Network) -> Vec<BTreeSet<usize>> {
    let mut neighbours = vec![BTreeSet::new(); network.sizes.len()];
    for factor in &network.factors {
        for &var in &factor.scope {
            neighbours[var].extend(factor.scope.iter().copied().filter(|&other| other != var));
        }
    }
    neighbours
}

fn components(neighbours: &[BTreeSet<usize>]) -> Vec<Vec<usize>> {
    let mut seen = vec![false; neighbours.len()];
    let mut components = Vec::new();
    for start in 0..neighbours.len() {
        if seen[start] {
            continue;
        }
        seen[start] = true;
        let mut component = vec![start];
        let mut at = 0;
        while at < component.len() {
            for &next in &neighbours[component[at]] {
                if !std::mem::replace(&mut seen[next], true) {
                    component.push(next);
                }
            }
            at += 1;
        }
        component.sort_unstable();
        components.push(component);
    }
    components
}

/// Along the path where there is one, because the states of its chains are few where their combinations are many; the rest
/// greedily.
fn order(component: &[usize], neighbours: &mut [BTreeSet<usize>], network: &Network) -> Vec<usize> {
    if let [alone] = component {
        return vec![*alone];
    }
    let mut left: BTreeSet<usize> = component.iter().copied().collect();
    let mut order = Vec::with_capacity(component.len());
    let cost = |var: usize, neighbours: &[BTreeSet<usize>]| match network.ranks[var] {
        OFF_PATH => (OFF_PATH, weight(var, neighbours, &network.sizes), var),
        rank => (rank, 0, var),
    };
    while let Some(next) = left.iter().copied().min_by_key(|&var| cost(var, neighbours)) {
        left.remove(&next);
        order.push(next);
        eliminate(next, neighbours);
    }
    order
}

fn weight(var: usize, neighbours: &[BTreeSet<usize>], sizes: &[usize]) -> usize {
    cells(neighbours[var].iter().map(|&other| sizes[other]))
}

/// The widest elimination: the combinations of a variable's neighbours, and the variable with them.
fn widest(network: &Network) -> (usize, Vec<usize>) {
    let (mut neighbours, mut widest) = (neighbours(network), (0, Vec::new()));
    for component in components(&neighbours) {
        let mut left: BTreeSet<usize> = component.into_iter().collect();
        while let Some(next) = left.iter().copied().min_by_key(|&var| (weight(var, &neighbours, &network.sizes), var)) {
            let wide = weight(next, &neighbours, &network.sizes);
            if widest.0 < wide {
                widest = (wide, neighbours[next].iter().copied().chain([next]).collect());
            }
            left.remove(&next);
            eliminate(next, &mut neighbours);
        }
    }
    widest
}

/// Whether some elimination has more combinations than there is room for.
pub(crate) fn is_wide(network: &Network, room: Room) -> bool {
    room.rows < widest(network).0
}

/// The variable whose holding narrows a network most: of the widest elimination the one in most factors.
pub(crate) fn tightest(network: &Network) -> Option<usize> {
    let factors = |var: usize| network.factors.iter().filter(|factor| factor.scope.contains(&var)).count();
    let divisible = widest(network).1.into_iter().filter(|&var| 1 < network.sizes[var]);
    divisible.max_by_key(|&var| (factors(var), std::cmp::Reverse(var)))
}

/// Takes a variable out and connects its neighbours.
fn eliminate(var: usize, neighbours: &mut [BTreeSet<usize>]) {
    let around = std::mem::take(&mut neighbours[var]);
    for &other in &around {
        neighbours[other].remove(&var);
        neighbours[other].extend(around.iter().copied().filter(|&third| third != other));
    }
}
