//! Questions that cost too much, and questions nobody waits for.

use detente_base::{Silent, Watch};
use detente_engine::{
    Ask, BigUint, Consent, Count, Cover, Effort, Formula, MAX_ISSUES, Measure, Model, Party, Principle, Stopped,
    conflict, counting, extents, farthest, feasible, frontier, least_movement, principle,
};
use std::sync::atomic::{AtomicU64, Ordering};

/// Two parties that want the opposite of each other on `issues` issues of ten choices.
fn opposed(issues: usize) -> Model {
    let party = |values: Vec<i64>| Party {
        values: (0..issues).map(|issue| values.iter().map(|v| v * (1 << (issue % 20))).collect()).collect(),
        tables: Vec::new(),
        linkages: Vec::new(),
        bottom_line: Some(1 << (issues.min(20) + 1)),
        consent: Consent::Always,
    };
    let parties = vec![party((0..10).collect()), party((0..10).rev().collect())];
    Model { issues: vec![10; issues], parties, ..Model::default() }
}

fn within(model: &Model, effort: Effort) -> Ask {
    Ask { effort, ..Ask::all(model) }
}

#[test]
fn out_of_reach_says_how_far_it_went() {
    let model = opposed(12);
    let ask = within(&model, Effort { max_steps: 10_000, ..Effort::default() });
    let stopped = Stopped::OutOfReach { max_steps: 10_000, space: Some(1_000_000_000_000) };
    assert_eq!(counting::count(&model, &ask, &Silent), Err(stopped.clone()));
    assert_eq!(frontier(&model, &ask, &Cover::default(), &Silent), Err(stopped));
}

#[test]
fn a_frontier_too_long_is_not_kept() {
    let model = opposed(8);
    let ask = within(&model, Effort { max_points: 100, ..Effort::default() });
    let stopped = frontier(&model, &ask, &Cover::default(), &Silent).expect_err("too many");
    assert_eq!(stopped, Stopped::TooManyPoints { max_points: 100 });
}

#[test]
fn a_space_beyond_128_bits_is_counted_and_searched() {
    let model = opposed(60);
    let ask = Ask::all(&model);
    let count = counting::count(&model, &ask, &Silent).expect("within reach");
    let space = BigUint::from(10_u8).pow(60);
    assert!(BigUint::from(u128::MAX) < *count.most() && *count.most() < space, "{count:?}");
    assert!(feasible(&model, &ask, &Silent).expect("within reach").is_some());
}

#[test]
fn without_anything_that_binds_a_huge_space_is_counted_at_once() {
    let model = opposed(60);
    let ask =
        Ask { bottom_lines: false, effort: Effort { max_steps: 50_000, ..Effort::default() }, ..Ask::all(&model) };
    let power = |exponent| Ok(Count::Exact(BigUint::from(10_u8).pow(exponent)));
    assert_eq!(counting::count(&model, &ask, &Silent), power(60));
    let remaining = counting::remaining_counts(&model, &ask, &Silent);
    assert_eq!(remaining.map(|counts| counts[59][9].clone()), power(59));
}

#[test]
fn the_most_issues_a_model_may_have_do_not_exhaust_the_stack() {
    let mut model = opposed(MAX_ISSUES);
    model.issues.iter_mut().for_each(|size| *size = 2);
    model.parties.iter_mut().for_each(|party| party.values.iter_mut().for_each(|values| values.truncate(2)));
    let first = feasible(&model, &Ask::all(&model), &Silent).expect("within reach");
    assert!(first.is_some());
}

/// Cancels after some steps.
struct Impatient {
    seen: AtomicU64,
    patience: u64,
}

impl Watch for Impatient {
    fn advance(&self, steps: u64) {
        self.seen.fetch_add(steps, Ordering::Relaxed);
    }

    fn cancelled(&self) -> bool {
        self.patience <= self.seen.load(Ordering::Relaxed)
    }
}

#[test]
fn cancelling_stops_every_search() {
    let model = opposed(12);
    let ask = Ask::all(&model);
    let watch = Impatient { seen: AtomicU64::new(0), patience: 1 };
    assert_eq!(counting::count(&model, &ask, &watch), Err(Stopped::Cancelled));
    assert_eq!(counting::remaining_counts(&model, &ask, &watch), Err(Stopped::Cancelled));
    assert_eq!(counting::remaining_possible(&model, &ask, &watch), Err(Stopped::Cancelled));
    assert_eq!(frontier(&model, &ask, &Cover::default(), &watch), Err(Stopped::Cancelled));
    assert_eq!(extents(&model, &ask, &watch), Err(Stopped::Cancelled));
    assert_eq!(least_movement(&model, &ask, &watch), Err(Stopped::Cancelled));
    let measure = Measure::plain(&model);
    assert_eq!(principle(&model, &ask, Principle::Nash, &measure, &watch), Err(Stopped::Cancelled));
    assert_eq!(feasible(&model, &ask, &watch), Err(Stopped::Cancelled));
    assert_eq!(conflict(&model, &ask, &[], &watch), Err(Stopped::Cancelled));
    let distance = detente_engine::Distance::new(vec![detente_engine::Spacing::Nominal; 12]);
    assert_eq!(farthest(&model, &ask, &[vec![0; 12]], &distance, &watch), Err(Stopped::Cancelled));
    assert!(watch.seen.load(Ordering::Relaxed) < 1_000_000, "soon");
}

#[test]
fn progress_is_reported() {
    let model = opposed(6);
    let ask = Ask::all(&model);
    let reported = |ask_it: &dyn Fn(&Impatient)| {
        let watch = Impatient { seen: AtomicU64::new(0), patience: u64::MAX };
        ask_it(&watch);
        0 < watch.seen.load(Ordering::Relaxed)
    };
    assert!(reported(&|watch| drop(counting::count(&model, &ask, watch).expect("within reach"))));
    assert!(reported(&|watch| drop(frontier(&model, &ask, &Cover::default(), watch).expect("within reach"))));
    assert!(reported(&|watch| {
        drop(principle(&model, &ask, Principle::Nash, &Measure::plain(&model), watch).expect("within reach"));
    }));
}

#[test]
fn conditions_about_single_issues_cost_nothing() {
    let mut model = opposed(30);
    model.rules =
        (0..30).map(|issue| Formula::Choice { issue, among: (0..10).map(|choice| choice < 2).collect() }).collect();
    let ask = Ask { bottom_lines: false, effort: Effort { max_steps: 2_000, ..Effort::default() }, ..Ask::all(&model) };
    assert_eq!(counting::count(&model, &ask, &Silent), Ok(Count::Exact(BigUint::from(1_u32 << 30))));
}
