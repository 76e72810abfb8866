//! What a picture asks for is the second answer with less in it: nothing in it differs from the whole answer.

#![expect(clippy::expect_used, reason = "a test: what cannot be prepared has failed")]

use std::collections::BTreeMap;

use detente::base::Silent;
use detente::case::{Case, ChoiceIdx, IssueIdx, PartyIdx};
use detente::deals::{Choices, FrontierWanted, Settings, estimated};
use detente::engine::Count;
use detente::estimate::EstimateSet;
use detente::{OpenOptions, open};
use detente_testkit::catalog::catalog_cases;

/// Drafts of nothing, and of two choices of the first issue.
fn drafts(case: &Case) -> Vec<BTreeMap<IssueIdx, ChoiceIdx>> {
    let issues = case.issues.iter().take(1);
    let one = issues
        .flat_map(|(issue, row)| row.choices.indices().take(2).map(move |choice| BTreeMap::from([(issue, choice)])));
    one.chain([BTreeMap::new()]).collect()
}

/// Whose gain counts: whose consent is always needed, and the first two parties.
fn counted(case: &Case) -> [Option<Vec<PartyIdx>>; 2] {
    [None, Some(case.parties.indices().take(2).collect())]
}

/// Verdicts, principles, points and examples.
fn drawn(case: &Case, set: &EstimateSet, settings: &Settings) -> (String, Vec<Choices>, bool) {
    let found = estimated(case, set, settings, &Silent).expect("within reach");
    let verdicts = found.zones.each_ref().map(|zone| zone.feasible);
    let is_counted = found.zones.iter().all(|zone| matches!(zone.packages, Count::Exact(_)));
    (
        format!("{verdicts:?} {:?} {:?}", found.principles, found.frontier),
        found.examples.packages.into_iter().map(|of| of.choices).collect(),
        is_counted,
    )
}

#[test]
fn what_is_drawn_without_counting_is_what_the_whole_answer_says() {
    let (mut asked, mut open_and_shut) = (0, [0; 2]);
    for path in catalog_cases().expect("the catalog") {
        let opened = open(&path, &OpenOptions::default()).expect("a case");
        let case = opened.reading.case.as_ref().expect("a case");
        for set in opened.reading.estimates.iter().take(1) {
            for (draft, over) in drafts(case)
                .into_iter()
                .flat_map(|draft| counted(case).into_iter().map(move |over| (draft.clone(), over)))
            {
                let whole =
                    Settings { draft, over, frontier: FrontierWanted::AtMost(20), examples: 2, ..Settings::default() };
                let lean = Settings { lean: true, ..whole.clone() };
                let case = whole.apply(case);
                let [(said, examples, _), (drawn, less, counted)] =
                    [&whole, &lean].map(|settings| drawn(&case, set, settings));
                assert_eq!(said, drawn, "{}, {}: {whole:?}", path.display(), set.id);
                assert_eq!(examples, less, "{}, {}: {whole:?}", path.display(), set.id);
                assert!(!counted || !drawn.contains("true"), "a picture counts nothing where there is something");
                asked += 1;
                open_and_shut[usize::from(drawn.starts_with("[true"))] += 1;
            }
        }
    }
    assert!(10 < asked && open_and_shut.iter().all(|&of| 0 < of), "{asked} {open_and_shut:?}");
}
