//! What a picture asks for is the second answer with less in it: nothing in it differs from the whole answer.

use std::collections::BTreeMap;

use detente::base::{Silent, Table};
use detente::case::{Case, ChoiceIdx, IssueIdx, PartyIdx};
use detente::deals::{EstimatedAnswer, FrontierWanted, Settings, estimated};
use detente::{OpenOptions, open};
use detente_testkit::catalog::catalog_cases;

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
    for path in catalog_cases().expect("the catalog") {
        let opened = open(&path, &OpenOptions::default()).expect("a case");
        let case = opened.reading.case.as_ref().expect("a case");
        let Some(set) = opened.reading.estimates.first() else { continue };
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
