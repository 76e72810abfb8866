//! Benches named by question and size; run with `cargo xtask bench`.
#![expect(clippy::expect_used, reason = "a bench that cannot run should stop")]

use detente_base::Silent;
use detente_engine::{Ask, Cover, Measure, Model, Principle, Zone, counting, feasible, frontier, principle};
use detente_testkit::scaled::{Size, model};
use detente_testkit::units::{self, Shape};
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

fn additive(parties: usize, issues: usize) -> Model {
    model(Size { parties, issues, choices: 8, scale: 10_000, linked: 1 }, 1)
}

fn linked(parties: usize, issues: usize) -> Model {
    model(Size { parties, issues, choices: 6, scale: 10_000, linked: 10 }, 2)
}

fn chosen(bencher: Bencher<'_, '_>, model: &Model, which: Principle) {
    let (ask, measure) = (Ask::all(model), Measure::plain(model));
    bencher.bench(|| principle(black_box(model), &ask, which, &measure, &Silent).expect("within reach"));
}

#[divan::bench(name = "verdict/parties_issues", args = [(2, 30), (4, 30), (8, 60)])]
fn verdict(bencher: Bencher<'_, '_>, (parties, issues): (usize, usize)) {
    let model = additive(parties, issues);
    let ask = Ask::all(&model);
    bencher.bench(|| feasible(black_box(&model), &ask, &Silent).expect("within reach"));
}

#[divan::bench(name = "frontier/2_parties/8_to_the", args = [10, 20, 40, 60])]
fn frontier_of_two(bencher: Bencher<'_, '_>, issues: usize) {
    let model = additive(2, issues);
    let ask = Ask::all(&model);
    bencher.bench(|| frontier(black_box(&model), &ask, &Cover::default(), &Silent).expect("within reach"));
}

#[divan::bench(name = "frontier/3_parties/8_to_the", args = [10, 15], sample_count = 10)]
fn frontier_of_three(bencher: Bencher<'_, '_>, issues: usize) {
    let model = additive(3, issues);
    let ask = Ask::all(&model);
    bencher.bench(|| frontier(black_box(&model), &ask, &Cover::default(), &Silent).expect("within reach"));
}

#[divan::bench(name = "nash/parties_issues", args = [(2, 20), (2, 60), (4, 30), (5, 40), (8, 60)])]
fn nash(bencher: Bencher<'_, '_>, (parties, issues): (usize, usize)) {
    chosen(bencher, &additive(parties, issues), Principle::Nash);
}

#[divan::bench(name = "egalitarian/parties_issues", args = [(2, 60), (4, 30), (8, 20)], sample_count = 10)]
fn egalitarian(bencher: Bencher<'_, '_>, (parties, issues): (usize, usize)) {
    chosen(bencher, &additive(parties, issues), Principle::Egalitarian);
}

#[divan::bench(name = "kalai_smorodinsky/parties_issues", args = [(2, 60), (4, 30), (8, 20)], sample_count = 10)]
fn kalai_smorodinsky(bencher: Bencher<'_, '_>, (parties, issues): (usize, usize)) {
    chosen(bencher, &additive(parties, issues), Principle::KalaiSmorodinsky);
}

#[divan::bench(name = "nash/linked_by_tens/parties_issues", args = [(2, 20), (3, 20)], sample_count = 10)]
fn nash_linked(bencher: Bencher<'_, '_>, (parties, issues): (usize, usize)) {
    chosen(bencher, &linked(parties, issues), Principle::Nash);
}

/// 27 units of which those of one status must hang together; the other issues have six choices each.
fn units(parties: usize, statuses: usize, others: usize) -> Model {
    units::model(Shape { parties, statuses, connected: 1, others }, 7)
}

#[divan::bench(name = "frontier/2_parties/27_units/statuses_others", args = [(3, 0), (4, 9)], sample_count = 10)]
fn frontier_over_units(bencher: Bencher<'_, '_>, (statuses, others): (usize, usize)) {
    let model = units(2, statuses, others);
    let ask = Ask::all(&model);
    bencher.bench(|| frontier(black_box(&model), &ask, &Cover::default(), &Silent).expect("within reach"));
}

#[divan::bench(name = "principles/27_units/parties_statuses_others", args = [(2, 3, 0), (3, 4, 9)], sample_count = 10)]
fn principles_over_units(bencher: Bencher<'_, '_>, (parties, statuses, others): (usize, usize, usize)) {
    let model = units(parties, statuses, others);
    let (ask, measure) = (Ask::all(&model), Measure::plain(&model));
    bencher.bench(|| {
        let zone = Zone::new(black_box(&model), &ask, &Silent).expect("within reach");
        let all = [Principle::Nash, Principle::KalaiSmorodinsky, Principle::Leximin, Principle::BestFor(0)];
        all.map(|which| zone.principle(which, &measure, &Silent).expect("within reach"))
    });
}

#[divan::bench(name = "possible/3_parties/27_units_9_others", sample_count = 5)]
fn possible_over_units(bencher: Bencher<'_, '_>) {
    let model = units(3, 4, 9);
    let ask = Ask::all(&model);
    bencher.bench(|| counting::remaining_possible(black_box(&model), &ask, &Silent).expect("within reach"));
}

#[divan::bench(name = "count/27_units/connected_statuses", args = [1, 2, 3], sample_count = 10)]
fn count_over_units(bencher: Bencher<'_, '_>, connected: usize) {
    let mut model = units::model(Shape { parties: 1, statuses: 4, connected, others: 0 }, 7);
    model.parties[0].bottom_line = None;
    let ask = Ask::all(&model);
    bencher.bench(|| counting::count(black_box(&model), &ask, &Silent).expect("within reach"));
}

#[divan::bench(name = "count/2_parties/8_to_the", args = [6, 10], sample_count = 10)]
fn count(bencher: Bencher<'_, '_>, issues: usize) {
    let model = additive(2, issues);
    let ask = Ask::all(&model);
    bencher.bench(|| counting::count(black_box(&model), &ask, &Silent).expect("within reach"));
}

#[divan::bench(name = "possible/parties_issues", args = [(2, 30), (4, 30)], sample_count = 10)]
fn possible(bencher: Bencher<'_, '_>, (parties, issues): (usize, usize)) {
    let model = additive(parties, issues);
    let ask = Ask::all(&model);
    bencher.bench(|| counting::remaining_possible(black_box(&model), &ask, &Silent).expect("within reach"));
}
