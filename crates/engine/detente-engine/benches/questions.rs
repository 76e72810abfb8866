//! Benches named by question and size; run with `cargo xtask bench`.
#![expect(clippy::expect_used, reason = "a bench that cannot run should stop")]

use detente_base::Silent;
use detente_engine::{Ask, Cover, Measure, Model, Principle, counting, feasible, frontier, principle};
use detente_testkit::scaled::{Size, model};
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
