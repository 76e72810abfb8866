//! Steps, recordings, drafts and dates of a small process.

#![allow(clippy::expect_used, clippy::panic, reason = "a test, and what it shares")]

use detente_case::{Case, StepIdx, StepStatus};
use detente_casefile::{Folder, read};
use detente_ledger::Ledger;
use detente_process::{Admission, Line, Recording, Refusal, What, history, may_record, newest, steps, timeline};
use jiff::civil::{Date, date};

const HEAD: &str = r#"
format = 1
[case]
id = "river"
title = "Talks on a river"
[parties]
eastland = { name = "Eastland" }
westland = { name = "Westland" }
[issues.bridge]
title = "Bridge"
choices = { closed = "Closed", free = "Free", toll = "Toll" }
[issues.water]
title = "Water"
choices = { none = "None", half = "Half" }
"#;

fn open(process: &str, drafts: &str) -> (Case, Ledger) {
    let case = format!("{HEAD}{process}");
    let ledger = "[[events]]\nid = \"flood\"\nwhat = \"A flood\"\non = 2001-02-01\nprecision = \"month\"\n";
    let files = [("case.toml", case.as_str()), ("ledger.toml", ledger), ("drafts.toml", drafts)];
    let reading = read(&Folder::of_texts(files));
    assert!(reading.is_sound(), "{:?}", reading.diagnostics);
    (reading.case.expect("a case"), reading.ledger)
}

/// One line per step: `id requires… | status date`.
fn process(lines: &[(&str, &[&str], &str)]) -> Case {
    let step = |(id, requires, rest): &(&str, &[&str], &str)| {
        format!("[[process]]\nid = \"{id}\"\ntitle = \"{id}\"\nrequires = {requires:?}\n{}\n", rest.replace("; ", "\n"))
    };
    open(&lines.iter().map(step).collect::<String>(), "").0
}

fn step(case: &Case, id: &str) -> StepIdx {
    case.process.find(|step| step.id == *id).unwrap_or_else(|| panic!("no step {id}"))
}

fn ids(case: &Case, steps: &[StepIdx]) -> String {
    steps.iter().map(|&step| case.process[step].id.as_str()).collect::<Vec<_>>().join("+")
}

// experts (done) -> ministers -> summit;  observers (cancelled) -> patrols;  press (blocked)
fn river() -> Case {
    process(&[
        ("experts", &[], "status = \"done\"; on = 2001-02-01; participants = [\"eastland\"]"),
        ("ministers", &["experts"], ""),
        ("observers", &[], "status = \"cancelled\""),
        ("patrols", &["observers", "ministers"], ""),
        ("press", &[], "status = \"blocked\""),
        ("summit", &["ministers"], ""),
    ])
}

#[test]
fn every_step_says_what_it_waits_for() {
    let case = river();
    let found = steps(&case, Some(date(2001, 2, 11)));
    let said = |id: &str| {
        let standing = found.iter().find(|standing| standing.step == step(&case, id)).expect("a step");
        let admission = match &standing.admission {
            Admission::WaitsFor(needed) => format!("waits for {}", ids(&case, needed)),
            Admission::CutOff(needed) => format!("cut off by {}", ids(&case, needed)),
            other => format!("{other:?}"),
        };
        let wait = standing.wait.map_or_else(String::new, |wait| format!(" since {} ({:?})", wait.since, wait.days));
        format!(
            "{admission}{wait}, holds up [{}], without {}",
            ids(&case, &standing.holds_up),
            standing.not_taking_part.len()
        )
    };
    assert_eq!(said("experts"), "Done, holds up [], without 1");
    assert_eq!(said("ministers"), "Admissible since 2001-02-01 (Some(10)), holds up [patrols+summit], without 0");
    assert_eq!(said("observers"), "Cancelled, holds up [patrols], without 0");
    assert_eq!(said("patrols"), "cut off by observers, holds up [], without 0");
    assert_eq!(said("press"), "HeldUp, holds up [], without 0");
    assert_eq!(said("summit"), "waits for ministers, holds up [], without 0");
}

#[test]
fn a_step_is_recorded_only_in_its_turn() {
    let case = river();
    let check = |id: &str, status: StepStatus, on: Option<Date>, overridden: Option<&str>| {
        may_record(&case, &Recording { step: step(&case, id), status, on, overridden })
    };
    let day = Some(date(2001, 3, 1));
    assert_eq!(check("ministers", StepStatus::Done, day, None), Ok(()));
    assert_eq!(check("ministers", StepStatus::Done, None, None), Ok(()));
    assert_eq!(check("summit", StepStatus::Done, day, None), Err(Refusal::NotYet(vec![step(&case, "ministers")])));
    assert_eq!(check("summit", StepStatus::Done, day, Some("by letter")), Ok(()));
    assert_eq!(check("summit", StepStatus::Done, day, Some(" ")), Err(Refusal::EmptyReason));
    assert_eq!(check("ministers", StepStatus::Done, day, Some("why")), Err(Refusal::NothingToOverride));
    let early = Some(date(2001, 1, 31));
    let before = Refusal::Before(step(&case, "experts"), date(2001, 2, 1));
    assert_eq!(check("ministers", StepStatus::Done, early, None), Err(before));
    assert_eq!(check("ministers", StepStatus::Done, early, Some("the date is a guess")), Ok(()));
    assert_eq!(check("summit", StepStatus::Cancelled, day, None), Ok(()));
    let case = process(&[("experts", &[], "status = \"done\""), ("ministers", &["experts"], "status = \"done\"")]);
    let reopened = Recording { step: step(&case, "experts"), status: StepStatus::Open, on: None, overridden: None };
    let relied = Refusal::Relied(vec![step(&case, "ministers")]);
    assert!(!relied.can_be_overridden());
    assert_eq!(may_record(&case, &reopened), Err(relied));
}

fn tree(case: &Case) -> Vec<String> {
    let line = |line: &Line| {
        let differs: Vec<&str> =
            line.differences.iter().map(|difference| case.issues[difference.issue].id.as_str()).collect();
        let text = format!("{}{} {}", "  ".repeat(line.depth), case.drafts[line.draft].id, differs.join("+"));
        text.trim_end().to_owned()
    };
    history(case).lines.iter().map(line).collect()
}

#[test]
fn drafts_stand_below_what_they_replace() {
    let draft = |id: &str, rest: &str| format!("[[drafts]]\nid = \"{id}\"\n{}\n", rest.replace("; ", "\n"));
    let drafts = [
        draft("aside", ""),
        draft("first", "date = 2001-01-01; choices = { bridge = [\"free\", \"toll\"] }"),
        draft(
            "second",
            "date = 2001-02-01; supersedes = \"first\"; choices = { bridge = \"toll\", water = \"[open]\" }",
        ),
        draft("counter", "date = 2001-01-05; supersedes = \"first\"; choices = { bridge = [\"toll\", \"free\"] }"),
        draft(
            "third",
            "date = 2001-03-01; supersedes = \"second\"; status = \"withdrawn\"; choices = { bridge = \"toll\" }",
        ),
    ];
    let (case, _) = open("", &drafts.concat());
    let expected = ["first", "  counter", "  second bridge+water", "    third water", "aside"];
    assert_eq!(tree(&case), expected);
    let newest = newest(&case).expect("one");
    assert_eq!(case.drafts[newest].id.as_str(), "counter", "third is withdrawn, second replaced, aside has no date");
    assert_eq!(open("", "").0.drafts.len(), 0);
}

#[test]
fn a_long_chain_of_drafts_is_a_chain() {
    let mut drafts = "[[drafts]]\nid = \"d0\"\n".to_owned();
    for rank in 1..3000 {
        drafts.push_str(&format!("[[drafts]]\nid = \"d{rank}\"\nsupersedes = \"d{}\"\n", rank - 1));
    }
    let (case, _) = open("", &drafts);
    let depths: Vec<usize> = history(&case).lines.iter().map(|line| line.depth).collect();
    assert_eq!(depths, (0..3000).collect::<Vec<_>>());
}

#[test]
fn dates_stand_in_one_order() {
    let (case, ledger) = open(
        "[[process]]\nid = \"sooner\"\ntitle = \"Sooner\"\non = 2001-01-25\nprecision = \"day\"\n[[process]]\nid = \"later\"\ntitle = \"Later\"\non = 2001-03-01\n[[process]]\nid = \"someday\"\ntitle = \"Someday\"\n",
        "[[drafts]]\nid = \"offer\"\ndate = 2001-01-20\n",
    );
    let found = timeline(&case, &ledger, Some(date(2001, 2, 11)));
    let said: Vec<(String, Option<i32>, bool)> = found
        .dated
        .iter()
        .map(|entry| {
            let what = match entry.what {
                What::Event(idx) => ledger.events[idx].id.to_string(),
                What::Draft(idx) => case.drafts[idx].id.to_string(),
                What::Step(idx) => case.process[idx].id.to_string(),
            };
            (what, entry.days_since_last, entry.is_later)
        })
        .collect();
    let expected = [("offer", None, false), ("sooner", Some(5), false), ("flood", None, false), ("later", None, true)];
    assert_eq!(said, expected.map(|(what, days, later)| (what.to_owned(), days, later)));
    assert_eq!(found.undated, [What::Step(step(&case, "someday"))]);
}
