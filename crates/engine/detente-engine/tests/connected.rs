//! Connectivity over graphs of units: published and independent counts, and all questions against enumeration.
#![expect(clippy::expect_used, reason = "a test that cannot prepare its case has failed")]
#![expect(clippy::disallowed_methods, reason = "the graph of a published count is a file")]

use detente_base::Silent;
use detente_engine::{Ask, ConnectedUnit, Connectivity, Count, Formula, Model, counting};
use num_bigint::BigUint;
use std::path::Path;

type Edges = Vec<(usize, usize)>;

/// Each unit goes to one of some parts; every part has a unit and hangs together.
fn splits(units: usize, edges: &Edges, parts: usize) -> Model {
    let marks = |part: usize| (0..parts).map(|choice| choice == part).collect::<Vec<bool>>();
    let whole = |part: usize| {
        let units = (0..units).map(|issue| ConnectedUnit { issue, among: marks(part) }).collect();
        Formula::Connected(Connectivity { units, edges: edges.clone(), max_components: 1 })
    };
    let some =
        |part: usize| Formula::Any((0..units).map(|issue| Formula::Choice { issue, among: marks(part) }).collect());
    let rules = (0..parts).flat_map(|part| [whole(part), some(part)]).collect();
    Model { issues: vec![parts; units], rules, ..Model::default() }
}

fn counted(model: &Model) -> Count {
    counting::count(model, &Ask::all(model), &Silent).expect("within reach")
}

fn exactly(number: u64) -> Count {
    Count::Exact(BigUint::from(number))
}

fn unit_graph() -> (usize, Edges) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../conformance/unit_graph_27.csv");
    let text = std::fs::read_to_string(path).expect("the graph");
    let pair = |line: &str| {
        let (a, b) = line.split_once(',').expect("two numbers");
        (a.parse().expect("a number"), b.parse().expect("a number"))
    };
    (27, text.lines().skip(1).map(pair).collect())
}

fn grid(side: usize) -> (usize, Edges) {
    let right = (0..side * side).filter(|unit| unit % side + 1 < side).map(|unit| (unit, unit + 1));
    let down = (0..side * (side - 1)).map(|unit| (unit, unit + side));
    (side * side, right.chain(down).collect())
}

#[test]
fn splits_of_a_country_into_two_and_three() {
    let (units, edges) = unit_graph();
    assert_eq!(counted(&splits(units, &edges, 2)), exactly(8_212));
    assert_eq!(counted(&splits(units, &edges, 3)), exactly(1_338_498));
}

#[test]
fn splits_of_a_country_into_four() {
    let (units, edges) = unit_graph();
    assert_eq!(counted(&splits(units, &edges, 4)), exactly(104_650_608));
}

/// OEIS A068416, which does not tell the two parts apart.
#[test]
fn splits_of_grids_into_two() {
    for (side, unlabelled) in [(2, 6), (3, 53), (4, 627), (5, 16_213), (6, 1_123_743)] {
        let (units, edges) = grid(side);
        assert_eq!(counted(&splits(units, &edges, 2)), exactly(2 * unlabelled), "{side} × {side}");
    }
}
