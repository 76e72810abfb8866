//! What a picture asks for is the second answer with less in it: nothing in it differs from the whole answer.

use std::collections::BTreeMap;
use std::path::PathBuf;

use detente::base::{Decimal, Silent, Table};
use detente::case::{Case, ChoiceIdx, IssueIdx, PartyIdx};
use detente::casefile::Reading;
use detente::deals::{
    DraftWanted, EstimatedAnswer, FrontierWanted, Settings, draft, estimated, estimated_again, lower,
};
use detente::engine::again::WrittenOut;
use detente::estimate::{EstimateSet, Range};
use detente::{OpenOptions, open};
use detente_testkit::catalog::catalog_cases;

/// The cases of the catalog that have estimates.
fn with_estimates() -> impl Iterator<Item = (PathBuf, Reading)> {
    let read = |path: PathBuf| {
        let opened = open(&path, &OpenOptions::default()).expect("a case");
        (path, opened.reading)
    };
    let cases = catalog_cases().expect("the catalog").into_iter().map(read);
    cases.filter(|(_, reading)| !reading.estimates.is_empty())
}

/// A draft of nothing, and two choices of the first issue.
fn drafts(case: &Case) -> Vec<BTreeMap<IssueIdx, ChoiceIdx>> {
    let issue = case.issues.indices().next().expect("an issue");
    let choices = case.issues[issue].choices.indices().take(2);
    choices.map(|choice| BTreeMap::from([(issue, choice)])).chain([BTreeMap::new()]).collect()
}

/// Whose gain counts: whose consent is always needed, and the first two parties.
fn counted(case: &Case) -> [Option<Vec<PartyIdx>>; 2] {
    [None, Some(case.parties.indices().take(2).collect())]
}

fn verdicts(of: &EstimatedAnswer) -> [bool; 3] {
    of.zones.each_ref().map(|zone| zone.feasible)
}

/// Principles, points and examples, packages and all.
fn drawn(of: &EstimatedAnswer) -> String {
    format!("{:?} {:?} {:?}", of.principles, of.frontier, of.examples)
}

#[test]
fn what_is_drawn_without_counting_is_what_the_whole_answer_says() {
    let mut met = [0; 2];
    for (path, reading) in with_estimates() {
        let (case, set) = (reading.case.as_ref().expect("a case"), &reading.estimates[0]);
        let asked = drafts(case).into_iter().flat_map(|draft| counted(case).map(|over| (draft.clone(), over)));
        for (draft, over) in asked {
            let frontier = FrontierWanted::AtMost(20);
            let whole = Settings { draft, over, frontier, examples: 2, ..Settings::default() };
            let lean = Settings { lean: true, ..whole.clone() };
            let case = whole.apply(case);
            let [said, less] =
                [&whole, &lean].map(|settings| estimated(&case, set, settings, &Silent).expect("within reach"));
            let place = format!("{}, {}: {whole:?}", path.display(), set.id);
            assert_eq!(verdicts(&said), verdicts(&less), "{place}");
            assert_eq!(drawn(&said), drawn(&less), "{place}");
            assert!(less.remaining.iter().all(Table::is_empty) && less.reach.is_empty(), "{place}");
            met[usize::from(less.centre().feasible)] += 1;
        }
    }
    assert!(met.iter().all(|&of| 0 < of), "open zones and shut ones: {met:?}");
}

/// The set with every bottom line moved by so many points.
fn moved(set: &EstimateSet, by: i64) -> EstimateSet {
    let (mut set, by) = (set.clone(), Decimal::whole(by).expect("small"));
    for party in set.parties.indices() {
        let Some(line) = set.parties[party].as_mut().and_then(|of| of.bottom_line.as_mut()) else { continue };
        line.range = Range::single(line.range.centre() + by);
    }
    set
}

#[test]
fn zones_met_under_other_numbers_change_no_answer() {
    let mut met = [0; 2];
    for (path, reading) in with_estimates() {
        let (case, set) = (reading.case.as_ref().expect("a case"), &reading.estimates[0]);
        let met_before = WrittenOut::default();
        for by in [-30, 40] {
            let set = moved(set, by);
            let place = format!("{}, {} by {by}", path.display(), set.id);
            let lean = Settings { lean: true, frontier: FrontierWanted::AtMost(20), ..Settings::default() };
            let anew = estimated(case, &set, &lean, &Silent).expect("within reach");
            let again = estimated_again(case, &set, &lean, &met_before, &Silent).expect("within reach");
            assert_eq!((verdicts(&anew), drawn(&anew)), (verdicts(&again), drawn(&again)), "{place}");
            let lowered = lower(case, Some(&set)).expect("small numbers");
            let asked = lowered.drafted(case, &lean);
            let states = |written_out: &WrittenOut| {
                let wanted = DraftWanted::default();
                let answer = draft(case, Some(&set), (&lowered, &asked), wanted, written_out, &Silent);
                format!("{:?}", answer.expect("within reach"))
            };
            assert_eq!(states(&WrittenOut::default()), states(&met_before), "{place}");
            met[usize::from(again.centre().feasible)] += 1;
        }
    }
    assert!(met.iter().all(|&of| 0 < of), "open zones and shut ones: {met:?}");
}
