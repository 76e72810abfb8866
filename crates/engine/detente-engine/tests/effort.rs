//! Questions that cost too much, and questions nobody waits for.

use detente_base::{Silent, Watch};
use detente_engine::{
    Ask, Consent, Effort, Formula, MAX_ISSUES, Model, Party, Stopped, Want, conflict, farthest, feasible, scan,
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
    let stopped = scan(&model, &ask, Want::Count, &Silent).expect_err("too much");
    assert_eq!(stopped, Stopped::OutOfReach { max_steps: 10_000, space: Some(1_000_000_000_000) });
}

#[test]
fn a_frontier_too_long_is_not_kept() {
    let model = opposed(8);
    let ask = within(&model, Effort { max_points: 100, ..Effort::default() });
    let stopped = scan(&model, &ask, Want::Frontier, &Silent).expect_err("too many");
    assert_eq!(stopped, Stopped::TooManyPoints { max_points: 100 });
}

#[test]
fn a_space_beyond_128_bits_cannot_be_counted_but_searched() {
    let model = opposed(60);
    let ask = Ask::all(&model);
    assert_eq!(scan(&model, &ask, Want::Count, &Silent), Err(Stopped::SpaceTooLarge));
    assert!(feasible(&model, &ask, &Silent).expect("within reach").is_some());
}

#[test]
fn without_anything_that_binds_a_huge_space_is_counted_at_once() {
    let model = opposed(38);
    let ask = Ask { bottom_lines: false, effort: Effort { max_steps: 5_000, ..Effort::default() }, ..Ask::all(&model) };
    let found = scan(&model, &ask, Want::Count, &Silent).expect("within reach");
    assert_eq!(found.count, 10_u128.pow(38));
    assert_eq!(found.remaining[37][9], 10_u128.pow(37));
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
    assert_eq!(scan(&model, &ask, Want::Count, &watch), Err(Stopped::Cancelled));
    assert_eq!(feasible(&model, &ask, &watch), Err(Stopped::Cancelled));
    assert_eq!(conflict(&model, &ask, &[], &watch), Err(Stopped::Cancelled));
    let distance = detente_engine::Distance::new(vec![detente_engine::Spacing::Nominal; 12]);
    assert_eq!(farthest(&model, &ask, &[vec![0; 12]], &distance, &watch), Err(Stopped::Cancelled));
    assert!(watch.seen.load(Ordering::Relaxed) < 1_000_000, "soon");
}

#[test]
fn progress_is_reported() {
    let model = opposed(6);
    let watch = Impatient { seen: AtomicU64::new(0), patience: u64::MAX };
    scan(&model, &Ask::all(&model), Want::Count, &watch).expect("within reach");
    assert!(0 < watch.seen.load(Ordering::Relaxed));
}

#[test]
fn conditions_about_single_issues_cost_nothing() {
    let mut model = opposed(30);
    model.rules =
        (0..30).map(|issue| Formula::Choice { issue, among: (0..10).map(|choice| choice < 2).collect() }).collect();
    let ask = Ask { bottom_lines: false, effort: Effort { max_steps: 2_000, ..Effort::default() }, ..Ask::all(&model) };
    assert_eq!(scan(&model, &ask, Want::Count, &Silent).expect("within reach").count, 1 << 30);
}
