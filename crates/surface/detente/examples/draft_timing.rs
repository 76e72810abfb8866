//! How long the live questions of the workbench take on a case: `cargo run --release -p detente --example draft_timing -- CASE SET`.

#![expect(clippy::disallowed_methods, clippy::print_stdout, clippy::expect_used, reason = "an example that measures")]

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use detente::base::Silent;
use detente::case::{Case, ChoiceIdx, IssueIdx, PartyIdx};
use detente::deals::{DraftWanted, FrontierWanted, Settings, draft, estimated, lower};
use detente::engine::again::WrittenOut;
use detente::estimate::EstimateSet;
use detente::{OpenOptions, open};

/// Times a question is asked; the middle of their times is told.
const TIMES: usize = 29;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(case), Some(set)) = (arguments.next(), arguments.next()) else {
        println!("usage: draft_timing CASE SET");
        return;
    };
    let opened = open(Path::new(&case), &OpenOptions::default()).expect("a case");
    let case = opened.reading.case.as_ref().expect("a case");
    let set = opened.reading.estimates.iter().find(|of| of.id == *set.as_str()).expect("a set of estimates");
    println!("opened again: {:?}", middle(|| drop(open(&opened.root, &OpenOptions::default()))));
    let principals: Vec<PartyIdx> = case.principals().into_iter().take(2).collect();
    for fixed in [0, case.issues.len() / 3, case.issues.len()] {
        let settings =
            Settings { draft: first_package(case, fixed), over: Some(principals.clone()), ..Settings::default() };
        let stated = middle(|| live(case, None, &settings));
        let with_set = middle(|| live(case, Some(set), &settings));
        let wanted = Settings { frontier: FrontierWanted::AtMost(5_000), lean: true, ..settings };
        let picture = middle(|| drop(estimated(case, set, &wanted, &Silent)));
        println!(
            "{fixed} issues settled: states {stated:?}, with estimates {with_set:?}, principles and frontier {picture:?}"
        );
    }
}

fn live(case: &Case, set: Option<&EstimateSet>, settings: &Settings) {
    let lowered = lower(case, set).expect("small numbers");
    let asked = lowered.drafted(case, settings);
    let asked = if set.is_some() { asked } else { asked.without_bottom_lines() };
    draft(case, set, (&lowered, &asked), DraftWanted::default(), &WrittenOut::default(), &Silent).expect("an answer");
}

/// The choices of a package within the stated limits, of the first issues.
fn first_package(case: &Case, issues: usize) -> BTreeMap<IssueIdx, ChoiceIdx> {
    let settings = Settings { examples: 1, ..Settings::default() };
    let found = detente::deals::stated(case, &settings, &Silent).expect("an answer");
    let package = found.examples.packages.first().map(|example| example.choices.clone()).unwrap_or_default();
    package.iter().take(issues).map(|(issue, &choice)| (issue, choice)).collect()
}

fn middle(question: impl Fn()) -> Duration {
    let mut times: Vec<Duration> = (0..TIMES)
        .map(|_| {
            let started = Instant::now();
            question();
            started.elapsed()
        })
        .collect();
    times.sort();
    times[TIMES / 2]
}
