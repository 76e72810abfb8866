//! Connectivity over graphs of units: published and independent counts, and all questions against enumeration.

use detente_base::Silent;
use detente_engine::{
    Ask, Attained, ConnectedUnit, Connectivity, Count, Cover, Formula, Frontier, Linkage, Measure, Model, Principle,
    Stopped, Term, counting, feasible, frontier, in_zone, principle,
};
use detente_testkit::units::{self, Shape, UNITS};
use num_bigint::BigUint;

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
    (UNITS, units::borders())
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

fn number(count: Count) -> BigUint {
    match count {
        Count::Exact(number) => number,
        _ => BigUint::ZERO,
    }
}

/// How many ways of three statuses there are in which those of the first make up so many parts, or (not) so many at most.
fn ways(formula: Formula) -> BigUint {
    number(counted(&Model { issues: vec![3; UNITS], rules: vec![formula], ..Model::default() }))
}

#[test]
fn a_condition_and_its_negation_share_out_all_ways() {
    let all = BigUint::from(3_u8).pow(27);
    let mut before = BigUint::ZERO;
    for most in [0, 1, 2, 5, 12] {
        let of = || Formula::Connected(units::whole(3, 0, most));
        let (within, beyond) = (ways(of()), ways(Formula::Not(Box::new(of()))));
        assert_eq!(&within + beyond, all, "{most}");
        assert!(before < within);
        before = within;
    }
    // With no part at all the units have two statuses left.
    assert_eq!(ways(Formula::Connected(units::whole(3, 0, 0))), BigUint::from(2_u8).pow(27));
    assert_eq!(ways(Formula::Connected(units::whole(3, 0, UNITS))), all);
}

#[test]
fn a_corridor_adds_the_ways_that_need_it() {
    let (without, mut with) = (units::whole(3, 0, 1), units::whole(3, 0, 1));
    let pairs = (0..UNITS).flat_map(|b| (0..b).map(move |a| (a, b)));
    let corridor = pairs.into_iter().find(|&(a, b)| ![(a, b), (b, a)].iter().any(|edge| with.edges.contains(edge)));
    with.edges.push(corridor.expect("not all units border each other"));
    let (narrow, wide) = (Formula::Connected(without), Formula::Connected(with));
    let needs = Formula::All(vec![wide.clone(), Formula::Not(Box::new(narrow.clone()))]);
    let (added, narrow, wide) = (ways(needs), ways(narrow), ways(wide));
    assert!(BigUint::ZERO < added);
    assert_eq!(narrow + added, wide);
}

/// An area per unit, the same every time; no two sums are alike.
fn area(statuses: usize, status: usize, most: i64) -> Formula {
    let amount = |unit: usize| i64::try_from(7_919 * (unit + 3) * (unit + 11) % 31_013).expect("small") + 800;
    let per_choice = |unit| (0..statuses).map(|choice| if choice == status { amount(unit) } else { 0 }).collect();
    let terms = (0..UNITS).map(|unit| Term { issue: unit, amounts: per_choice(unit) }).collect();
    Formula::AtMost { terms, bound: most }
}

fn whole_frontier(model: &Model) -> Frontier {
    frontier(model, &Ask::all(model), &Cover::default(), &Silent).expect("within reach")
}

fn led_to(model: &Model, which: Principle) -> Attained {
    let chosen = principle(model, &Ask::all(model), which, &Measure::plain(model), &Silent).expect("within reach");
    let chosen = chosen.expect("a package");
    assert!(chosen.proved, "{which:?}");
    chosen.answers.into_iter().next().expect("an answer").attained
}

/// The ends of a frontier are what is most for each, and its largest product is what Nash leads to.
fn check_frontier(model: &Model) -> Frontier {
    let (found, ask) = (whole_frontier(model), Ask::all(model));
    assert!(found.complete && 10 < found.points.len());
    assert!(found.points.iter().all(|point| in_zone(model, &ask, &point.witness)));
    let most = |at: usize| found.points.iter().map(|point| point.utilities[at]).max();
    assert_eq!(
        (0..2).map(|party| Some(led_to(model, Principle::BestFor(party)).utilities[party])).collect::<Vec<_>>(),
        [most(0), most(1)]
    );
    let line = |party: usize| model.parties[party].bottom_line.unwrap_or(0);
    let product = |utilities: &[i64]| i128::from(utilities[0] - line(0)) * i128::from(utilities[1] - line(1));
    let largest = found.points.iter().map(|point| product(&point.utilities)).max();
    assert_eq!(Some(product(&led_to(model, Principle::Nash).utilities)), largest);
    found
}

#[test]
fn a_country_between_two_with_areas_kept() {
    let mut model = units::model(Shape { parties: 2, statuses: 3, connected: 1, others: 0 }, 7);
    let free = check_frontier(&model);
    model.rules.push(Formula::Not(Box::new(area(3, 2, 150_000))));
    let bound = check_frontier(&model);
    let reached = |point: &Attained| {
        free.points
            .iter()
            .any(|other| other.utilities[0] >= point.utilities[0] && other.utilities[1] >= point.utilities[1])
    };
    assert!(bound.points.iter().all(reached), "a rule more gives nobody more");
    assert_ne!(free, bound);
    // What the area is worth to one of them is the same as a bonus for the packages that keep to it.
    let bonus = Linkage { when: area(3, 0, 120_000), units: 40_000 };
    model.parties[0].linkages.push(bonus);
    assert_ne!(check_frontier(&model), bound);
}

#[test]
fn more_sums_than_are_searched_over_are_refused() {
    let mut model = units::model(Shape { parties: 2, statuses: 3, connected: 1, others: 0 }, 7);
    model.rules.extend((0..7).map(|at| area(3, 0, 200_000 - at)));
    let refused = feasible(&model, &Ask::all(&model), &Silent);
    assert_eq!(refused, Err(Stopped::TooManySums { sums: 7, most: 6 }));
}
