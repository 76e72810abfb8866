//! The farthest package by measuring all.

use super::zone::zone;
use detente_engine::{Distance, Spacing};
use detente_model::{Ask, Model, Package};

/// The first package of the zone with the greatest least distance to `chosen`, with that distance as numerator and
/// denominator.
pub fn farthest(model: &Model, ask: &Ask, chosen: &[Package], distance: &Distance) -> Option<(Package, (u128, u128))> {
    let mut best: Option<(Package, (u128, u128))> = None;
    for package in zone(model, ask) {
        let distances = chosen.iter().map(|other| between(model, distance, &package, other));
        let least = distances.reduce(|a, b| if is_less(b, a) { b } else { a }).unwrap_or((1, 1));
        if best.as_ref().is_none_or(|(_, known)| is_less(*known, least)) {
            best = Some((package, least));
        }
    }
    best
}

fn is_less(a: (u128, u128), b: (u128, u128)) -> bool {
    a.0 * b.1 < b.0 * a.1
}

/// The mean over groups of the mean over issues, as a fraction.
fn between(model: &Model, distance: &Distance, a: &Package, b: &Package) -> (u128, u128) {
    let mut groups = distance.groups.clone();
    groups.sort_unstable();
    groups.dedup();
    let means = groups.iter().map(|group| {
        let issues: Vec<usize> = (0..a.len()).filter(|&issue| distance.groups[issue] == *group).collect();
        let apart =
            issues.iter().map(|&issue| apart(&distance.spacings[issue], model.issues[issue], a[issue], b[issue]));
        let (numerator, denominator) = apart.fold((0, 1), plus);
        (numerator, denominator * issues.len() as u128)
    });
    let (numerator, denominator) = means.fold((0, 1), plus);
    (numerator, denominator * groups.len().max(1) as u128)
}

fn plus(a: (u128, u128), b: (u128, u128)) -> (u128, u128) {
    (a.0 * b.1 + b.0 * a.1, a.1 * b.1)
}

fn apart(spacing: &Spacing, size: usize, a: usize, b: usize) -> (u128, u128) {
    match spacing {
        Spacing::Nominal => (u128::from(a != b), 1),
        Spacing::Scale(_) if size == 1 => (0, 1),
        Spacing::Scale(ranks) => (ranks[a].abs_diff(ranks[b]) as u128, (size - 1) as u128),
    }
}
