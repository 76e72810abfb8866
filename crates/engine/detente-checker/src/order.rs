//! Which issues are tied together, and in which order each such group is gone through. Any order is right.

use std::collections::BTreeSet;

/// The groups of `issues` that `scopes` tie together, each in an order that keeps few issues half done: next always the
/// issue after which the settled issues of unfinished scopes have the fewest combinations.
pub(crate) fn groups(issues: &[usize], scopes: &[Vec<usize>], sizes: &[usize]) -> Vec<Vec<usize>> {
    let mut left: BTreeSet<usize> = issues.iter().copied().collect();
    let mut groups = Vec::new();
    while let Some(first) = left.pop_first() {
        let mut group = BTreeSet::from([first]);
        loop {
            let meets = |scope: &&Vec<usize>| scope.iter().any(|issue| group.contains(issue));
            let tied: Vec<usize> =
                scopes.iter().filter(meets).flatten().copied().filter(|of| left.remove(of)).collect();
            if tied.is_empty() {
                break;
            }
            group.extend(tied);
        }
        let own: Vec<&Vec<usize>> = scopes.iter().filter(|scope| scope.iter().any(|of| group.contains(of))).collect();
        groups.push(in_order(group, &own, sizes));
    }
    groups
}

fn in_order(mut left: BTreeSet<usize>, scopes: &[&Vec<usize>], sizes: &[usize]) -> Vec<usize> {
    let mut order = Vec::new();
    while let Some(next) = left.iter().copied().min_by_key(|&next| (half_done(next, &left, scopes, sizes), next)) {
        left.remove(&next);
        order.push(next);
    }
    order
}

/// Combinations of settled issues that would still matter; a scope of many issues is a sum or a list, whose state is small
/// whatever the order.
fn half_done(next: usize, left: &BTreeSet<usize>, scopes: &[&Vec<usize>], sizes: &[usize]) -> u128 {
    let settled = |issue: &usize| *issue == next || !left.contains(issue);
    let unfinished = scopes.iter().filter(|scope| scope.len() <= 8 && !scope.iter().all(settled));
    let live: BTreeSet<usize> = unfinished.flat_map(|scope| scope.iter().copied().filter(settled)).collect();
    live.iter().map(|&issue| u128::try_from(sizes[issue]).unwrap_or(u128::MAX)).fold(1, u128::saturating_mul)
}
