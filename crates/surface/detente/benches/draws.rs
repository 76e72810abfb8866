//! What a draw costs, named by question and size; run with `cargo xtask bench`.
//!
//! `again` is a draw of a compiled structure, `anew` the same draw started from nothing: their ratio is what the structure saves.
#![expect(clippy::expect_used, reason = "a bench that cannot run should stop")]
#![expect(clippy::disallowed_methods, reason = "a bench of the surface")]

use std::path::Path;

use detente::base::Silent;
use detente::deals::Settings;
use detente::engine::again::{Figures, Known, Seen, Solver, Structure};
use detente::engine::{Ask, Measure, Model, Principle, feasible, principle};
use detente::robustness::{Independent, Plan, Source};
use detente::{OpenOptions, Opened, open};
use detente_testkit::scaled::{self, Size};
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// Draws of one sample.
const DRAWS: usize = 1000;

/// Random words that only the state decides; the quality of the draws is not what is measured here.
fn next(state: &mut u64) -> i64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    i64::try_from(*state >> 34).expect("30 bits")
}

/// Every number of an additive model anywhere within a tenth of itself.
fn additive(parties: usize, issues: usize) -> (Model, Vec<Figures>) {
    let model = scaled::model(Size { parties, issues, choices: 6, scale: 10_000_000, linked: 1 }, 1);
    let mut state = 7;
    let figures = (0..DRAWS).map(|_| {
        let mut figures = Figures::of(&model);
        let all = figures.values.iter_mut().chain(&mut figures.lines);
        all.for_each(|number| *number += *number * (next(&mut state) % 2001 - 1000) / 10_000);
        figures
    });
    let figures = figures.collect();
    (model, figures)
}

fn pool(structure: &Structure, figures: &[Figures]) -> Known {
    let mut solver = structure.solver();
    let none = structure.known(Vec::new());
    let mut packages = Vec::new();
    for figures in figures.iter().take(30) {
        solver.set(figures).expect("its own model");
        let found = solver.nash(&none, &Seen::default()).expect("within reach");
        packages.extend(found.into_iter().flat_map(|found| found.answers).map(|answer| answer.attained.witness));
    }
    packages.sort();
    packages.dedup();
    structure.known(packages)
}

fn nash(solver: &mut Solver<'_>, known: &Known, seen: &mut Seen, figures: &Figures) -> usize {
    solver.set(figures).expect("its own model");
    known.see(figures, seen);
    let found = solver.nash(known, seen).expect("within reach");
    found.map_or(0, |found| found.answers.len())
}

#[divan::bench(name = "again/nash_and_acceptance/parties_issues", args = [(2, 10), (2, 15), (3, 10), (3, 15)])]
fn again(bencher: Bencher<'_, '_>, (parties, issues): (usize, usize)) {
    let (model, figures) = additive(parties, issues);
    let structure = Structure::new(&model, &Ask::all(&model), &[]).expect("fits");
    let known = pool(&structure, &figures);
    let (mut solver, mut seen) = (structure.solver(), Seen::default());
    bencher.counter(ItemsCount::new(DRAWS)).bench_local(|| {
        figures.iter().map(|figures| nash(&mut solver, &known, &mut seen, black_box(figures))).sum::<usize>()
    });
}

#[divan::bench(name = "anew/nash/parties_issues", args = [(2, 10), (2, 15), (3, 10), (3, 15)], sample_count = 5)]
fn anew(bencher: Bencher<'_, '_>, (parties, issues): (usize, usize)) {
    const SOME: usize = 50;
    let (model, figures) = additive(parties, issues);
    let (ask, measure) = (Ask::all(&model), Measure::plain(&model));
    bencher.counter(ItemsCount::new(SOME)).bench(|| {
        let solve = |figures: &Figures| {
            principle(&figures.model(&model), &ask, Principle::Nash, &measure, &Silent).expect("within reach")
        };
        figures[..SOME].iter().filter_map(|figures| solve(black_box(figures))).count()
    });
}

/// The first case of the catalog's shelf of news, which any checkout has.
fn news() -> Opened {
    let shelf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../catalog/news");
    let mut cases: Vec<_> = std::fs::read_dir(shelf).expect("a shelf").filter_map(Result::ok).collect();
    cases.sort_by_key(std::fs::DirEntry::path);
    open(&cases.first().expect("a case").path(), &OpenOptions::default()).expect("a case")
}

#[derive(Clone, Copy)]
enum What {
    Figures,
    Nash,
}

fn of_news(bencher: Bencher<'_, '_>, set: usize, what: What) {
    let opened = news();
    let case = opened.reading.case.as_ref().expect("a case");
    let settings = Settings::default();
    let plan = Plan::new(case, &opened.reading.estimates[set], &settings).expect("fits");
    let source = Independent::new(plan.inputs(), 1);
    let structure = Structure::new(plan.model(), &plan.ask(), &plan.open()).expect("fits");
    let (mut numbers, mut figures, mut per_point) = (vec![0; plan.inputs().len()], Figures::default(), Vec::new());
    let mut drawn = |draw: u64| {
        source.fill(draw, &mut numbers);
        plan.figures(&numbers, &mut figures, &mut per_point);
        figures.clone()
    };
    let first: Vec<Figures> = (0..30).map(&mut drawn).collect();
    let known = pool(&structure, &first);
    let (mut solver, mut seen) = (structure.solver(), Seen::default());
    bencher.counter(ItemsCount::new(DRAWS)).bench_local(|| {
        let all = 0..u64::try_from(DRAWS).expect("small");
        let draw = |draw| match what {
            What::Figures => drawn(draw).values.len(),
            What::Nash => nash(&mut solver, &known, &mut seen, &drawn(draw)),
        };
        all.map(draw).sum::<usize>()
    });
}

#[divan::bench(name = "news/figures/set", args = [0, 1])]
fn figures_of_news(bencher: Bencher<'_, '_>, set: usize) {
    of_news(bencher, set, What::Figures);
}

#[divan::bench(name = "again/news/nash_and_acceptance/set", args = [0, 1])]
fn nash_of_news(bencher: Bencher<'_, '_>, set: usize) {
    of_news(bencher, set, What::Nash);
}

#[divan::bench(name = "anew/news/verdict_and_nash/set", args = [0, 1], sample_count = 5)]
fn news_anew(bencher: Bencher<'_, '_>, set: usize) {
    const SOME: u64 = 50;
    let opened = news();
    let case = opened.reading.case.as_ref().expect("a case");
    let settings = Settings::default();
    let plan = Plan::new(case, &opened.reading.estimates[set], &settings).expect("fits");
    let source = Independent::new(plan.inputs(), 1);
    let mut numbers = vec![0; plan.inputs().len()];
    bencher.counter(ItemsCount::new(SOME)).bench_local(|| {
        let mut solve = |draw: u64| {
            source.fill(draw, &mut numbers);
            let lowered = plan.lowered(&numbers).expect("fits");
            let ask = lowered.ask(case, &settings);
            let any = feasible(&lowered.model, &ask, &Silent).expect("within reach").is_some();
            let measure = Measure::plain(&lowered.model);
            any && principle(&lowered.model, &ask, Principle::Nash, &measure, &Silent).expect("within reach").is_some()
        };
        (0..SOME).filter(|&draw| solve(draw)).count()
    });
}
