//! Every package of a zone.

use detente_model::{Ask, Model, Package, in_zone};

/// All packages of a model, in the order of κ: the first issue is the most significant.
pub fn all_packages(model: &Model) -> Vec<Package> {
    let mut packages = vec![Vec::new()];
    for &size in &model.issues {
        let with = |package: &Package, choice: usize| package.iter().copied().chain([choice]).collect();
        packages = packages.iter().flat_map(|package| (0..size).map(move |choice| with(package, choice))).collect();
    }
    packages
}

/// The packages of a zone, in the order of κ.
pub fn zone(model: &Model, ask: &Ask) -> Vec<Package> {
    all_packages(model).into_iter().filter(|package| in_zone(model, ask, package)).collect()
}

/// Per issue and choice, how many of `packages` contain it.
pub fn count_with(model: &Model, packages: &[Package]) -> Vec<Vec<u128>> {
    let number =
        |issue: usize, choice: usize| packages.iter().filter(|package| package[issue] == choice).count() as u128;
    let row = |(issue, &size): (usize, &usize)| (0..size).map(|choice| number(issue, choice)).collect();
    model.issues.iter().enumerate().map(row).collect()
}

/// R(i, c) of DEFINITIONS 17: packages in the zone with the choice that keep to the draft on every other issue.
pub fn remaining(model: &Model, ask: &Ask) -> Vec<Vec<u128>> {
    let row = |(issue, &size): (usize, &usize)| {
        let mut released = ask.clone();
        released.fixed[issue] = None;
        let packages = zone(model, &released);
        (0..size).map(|choice| packages.iter().filter(|package| package[issue] == choice).count() as u128).collect()
    };
    model.issues.iter().enumerate().map(row).collect()
}
