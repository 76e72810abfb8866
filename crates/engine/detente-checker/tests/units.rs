//! Units of a graph that must hang together: more of them than any table holds, followed along the graph.

use detente_checker::{Answer, Branch, Cover, Proof, Reason, Step, verify};
use detente_model::{Ask, ConnectedUnit, Connectivity, Consent, Formula, Model, Party};

/// Units in a strip two wide.
const LENGTH: usize = 9;

/// Each unit of the strip is held by the one or the other; those of either hang together, and both ends are given.
fn strip(line: i64) -> Model {
    let units = 2 * LENGTH;
    let rows = (0..units - 2).map(|unit| (unit, unit + 2));
    let edges: Vec<(usize, usize)> = rows.chain((0..LENGTH).map(|at| (2 * at, 2 * at + 1))).collect();
    let whole = |of: usize| {
        let among: Vec<bool> = (0..2).map(|choice| choice == of).collect();
        let units = (0..units).map(|issue| ConnectedUnit { issue, among: among.clone() }).collect();
        Formula::Connected(Connectivity { units, edges: edges.clone(), max_components: 1 })
    };
    let held = |issue: usize, by: usize| Formula::Choice { issue, among: (0..2).map(|choice| choice == by).collect() };
    // The first would have every second pair of units, the other the rest; neither can, without holes.
    let wants = |issue: usize| i64::from((issue / 2).is_multiple_of(2));
    let party = |values: Vec<Vec<i64>>| Party {
        values,
        tables: Vec::new(),
        linkages: Vec::new(),
        bottom_line: Some(line),
        consent: Consent::Always,
    };
    let first = (0..units).map(|issue| vec![wants(issue), 0]).collect();
    let second = (0..units).map(|issue| vec![0, 1 - wants(issue)]).collect();
    Model {
        issues: vec![2; units],
        parties: vec![party(first), party(second)],
        rules: vec![whole(0), whole(1), held(0, 0), held(units - 1, 1)],
        limits: Vec::new(),
    }
}

fn emptiness(line: i64) -> Result<(), Reason> {
    let (model, branch) = (strip(line), Branch { asked: vec![true, true], weights: vec![1, 1], ..Branch::default() });
    let proof = Proof::new(&model, &Ask::all(&model), vec![Step::Empty(vec![branch])]).sealed();
    verify(&model, &Ask::all(&model), &proof).map(|_| ()).map_err(|refusal| refusal.reason)
}

/// The largest line both can have, by looking at every package of the strip.
fn largest_line() -> i64 {
    let model = strip(0);
    let package = |bits: u32| -> Vec<usize> {
        let held = |unit: usize| usize::try_from(bits >> (unit - 1) & 1).expect("a bit");
        let ends = |unit: usize| usize::from(unit != 0);
        (0..2 * LENGTH).map(|unit| if unit.is_multiple_of(2 * LENGTH - 1) { ends(unit) } else { held(unit) }).collect()
    };
    let least = (0..1 << (2 * LENGTH - 2)).map(package).filter_map(|package| {
        let own = |party: usize| model.parties[party].utility(&package);
        model.rules.iter().all(|rule| rule.holds(&package)).then(|| own(0).min(own(1)))
    });
    i64::try_from(least.max().expect("a package")).expect("small")
}

#[test]
fn no_more_than_the_graph_allows() {
    let most = largest_line();
    assert!(0 < most && most < i64::try_from(LENGTH).expect("small"), "{most}");
    assert_eq!(emptiness(most + 1), Ok(()));
    assert!(matches!(emptiness(most), Err(Reason::Exists { .. })));
}

#[test]
fn a_cover_that_misses_what_the_graph_allows_is_refused() {
    let model = strip(0);
    let package: Vec<usize> = (0..2 * LENGTH).map(|unit| usize::from(LENGTH <= unit)).collect();
    let utility = |party: usize| i64::try_from(model.parties[party].utility(&package)).expect("small");
    let utilities: Vec<i64> = (0..2).map(utility).collect();
    let verified = |epsilon: Vec<i64>| {
        let points = vec![Answer { utilities: utilities.clone(), package: package.clone() }];
        let steps = vec![Step::Cover(Cover { points, epsilon })];
        verify(&model, &Ask::all(&model), &Proof::new(&model, &Ask::all(&model), steps).sealed()).is_ok()
    };
    assert!(verified(vec![24, 24]));
    assert!(!verified(vec![0, 0]));
}
