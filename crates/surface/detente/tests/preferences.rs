//! Orders and comparisons: what they mean for centres and draws, what is said where they exclude each other, that names do
//! not matter.

use std::collections::BTreeMap;
use std::path::PathBuf;

use detente::Opened;
use detente::base::{Decimal, Diagnostic, Index, Silent};
use detente::case::{Case, IssueIdx, PartyIdx};
use detente::casefile::{Folder, print, read, rename};
use detente::deals::{Central, EstimateRef, Numbers, Preferences, Scope, Settings, in_points, preferences};
use detente::estimate::{Compared, Estimate, EstimateSet, Values};
use detente::polytope::{Sampler, Space};
use detente::robustness::{Answered, Plan, Source};

const CASE: &str = r#"format = 1
[case]
id = "river"
title = "Talks on a river"
[parties]
westland = { name = "Westland" }
[issues.water]
title = "Use of the water"
choices = { open = "Open", shared = "Shared", closed = "Closed" }
[issues.visas]
title = "Visas"
choices = { free = "Free", granted = "Granted on request", none = "None" }
[issues.tariff]
title = "Tariff on fish"
range = { from = 0, to = 20, step = 5, unit = "%" }
"#;

const VALUES: &str = r#"values.water.order = ["open", "shared", "closed"]
values.visas = { free = 100, granted = [30, 60], none = 0 }
values.tariff.curve = [[0, 100], [10, [20, 70]], [20, 0]]
"#;

fn opened(case: &str, party: &str) -> Opened {
    let head = "[estimates]\nauthor = \"an analyst\"\n[westland]\nbecause = \"notes\"\nbottom_line = 30\n";
    let estimates = format!("{head}{party}");
    let folder = Folder::of_texts([("case.toml", case), ("estimates/first.toml", estimates.as_str())]);
    let reading = read(&folder);
    Opened { root: PathBuf::new(), folder, reading }
}

fn parts(opened: &Opened) -> (&Case, &EstimateSet, PartyIdx) {
    let case = opened.reading.case.as_ref().expect("a case");
    let party = case.parties.indices().next().expect("a party");
    (case, opened.reading.estimates.first().expect("a set"), party)
}

fn space(opened: &Opened) -> Preferences {
    let (case, set, party) = parts(opened);
    preferences(case, set, party, Scope::Weighed).expect("small numbers").expect("weighed")
}

fn errors(opened: &Opened) -> Vec<Diagnostic> {
    let all = opened.diagnostics(&Silent).expect("small");
    all.into_iter().filter(Diagnostic::is_error).collect()
}

/// The centres by id.
fn by_id(opened: &Opened) -> (BTreeMap<String, Decimal>, BTreeMap<String, Decimal>) {
    let (case, set, party) = parts(opened);
    let central = Central::of(case, set).expect("small numbers");
    let points = in_points(case, set);
    let of = points.party(party).expect("estimated");
    let weight = |(&issue, weight): (&IssueIdx, &Estimate)| {
        (case.issues[issue].id.to_string(), central.number(EstimateRef::Weight(party, issue), weight.range))
    };
    let mut worths = BTreeMap::new();
    for (&issue, values) in &of.values {
        let row = &case.issues[issue];
        match values {
            Values::ByChoice(values) => worths.extend(values.iter().map(|(choice, value)| {
                let range = value.as_ref().expect("each has a range").range;
                let number = central.number(EstimateRef::Value(party, issue, choice), range);
                (format!("{}.{}", row.id, row.choices[choice].id), number)
            })),
            Values::Curve { knots, .. } | Values::Along { knots, .. } => {
                worths.extend(knots.iter().enumerate().map(|(rank, knot)| {
                    (
                        format!("{}.{}", row.id, knot.at),
                        central.number(EstimateRef::Knot(party, issue, rank), knot.value),
                    )
                }));
            }
        }
    }
    (of.weights.iter().map(weight).collect(), worths)
}

fn check_centres(party: &str, weights: &[(&str, &str)], values: &[(&str, &str)]) {
    let opened = opened(CASE, party);
    assert_eq!(errors(&opened), [], "{party}");
    let (found, worth) = by_id(&opened);
    let shown: Vec<(String, String)> = found.iter().map(|(id, weight)| (id.clone(), weight.to_string())).collect();
    let expect: Vec<(String, String)> =
        weights.iter().map(|(id, weight)| (id.to_string(), weight.to_string())).collect();
    assert_eq!(shown, expect);
    for (id, value) in values {
        assert_eq!(worth[*id].to_string(), *value, "{id}");
    }
}

#[test]
fn an_order_of_issues_is_the_rank_order_centroid() {
    let party = format!("weights.order = [\"visas\", \"water\", \"tariff\"]\n{VALUES}");
    let values = [
        ("water.open", "100"),
        ("water.shared", "50"),
        ("water.closed", "0"),
        ("visas.granted", "45"),
        ("tariff.10", "45"),
    ];
    check_centres(&party, &[("tariff", "11.111"), ("visas", "61.111"), ("water", "27.778")], &values);
}

#[test]
fn what_stands_level_weighs_the_same() {
    let party = format!("weights.order = [\"visas\", [\"water\", \"tariff\"]]\n{VALUES}");
    check_centres(&party, &[("tariff", "16.666"), ("visas", "66.666"), ("water", "16.666")], &[]);
}

#[test]
fn comparisons_of_issues_are_as_good_as_an_order() {
    let said = "[[westland.comparisons]]\nissue = \"visas\"\nmore_important_than = \"water\"\n\
                [[westland.comparisons]]\nissue = \"water\"\nat_least_as_important_as = \"tariff\"\n";
    let weights = [("tariff", "11.111"), ("visas", "61.111"), ("water", "27.778")];
    check_centres(&format!("{VALUES}{said}"), &weights, &[]);
}

#[test]
fn points_that_no_answer_touches_stay_at_their_middle() {
    let points = "weights.water = [20, 40]\nweights.visas = [20, 40]\nweights.tariff = [10, 21]\n";
    let said = "[[westland.comparisons]]\nissue = \"visas\"\nmore_important_than = \"water\"\n";
    let opened = opened(CASE, &format!("{points}{VALUES}{said}"));
    let (weights, _) = by_id(&opened);
    assert_eq!(weights["tariff"].to_string(), "15.5");
    assert!(weights["water"] < weights["visas"], "{weights:?}");
    let sum = weights["water"] + weights["visas"];
    assert_eq!(sum.to_string(), "60", "the two are mirror images of each other");
}

const SAID: &str = r#"weights.order = ["water", "visas", "tariff"]
values.water.order = ["open", "shared", "closed"]
values.visas = { free = 100, granted = [30, 60], none = 0 }
values.tariff.curve = [[0, 100], [10, [20, 70]], [20, 0]]
[[westland.comparisons]]
package = { water = "shared", visas = "free", tariff = 5 }
over = { water = "open", visas = "granted", tariff = 10 }
[[westland.comparisons]]
package = { visas = "granted" , tariff = 20 }
at_least_as_good_as = { visas = "none", tariff = 15 }
"#;

#[test]
fn every_draw_agrees_with_every_answer() {
    let opened = opened(CASE, SAID);
    assert_eq!(errors(&opened), []);
    let (_, set, party) = parts(&opened);
    let found = space(&opened);
    let sampler = Sampler::new(&found.space, 7).expect("room");
    let comparisons = &set.party(party).expect("estimated").answers.comparisons;
    for point in sampler.shard(0) {
        let drawn = found.read(&point);
        for comparison in comparisons {
            let Compared::Packages(more, less) = &comparison.of else { unreachable!("both are of packages") };
            // Twice: the middle of a curve's leg is rounded to a thousandth, on either side.
            let worth = |part: &detente::estimate::Part| -> i128 {
                let of = |(issue, choice): (&detente::case::IssueIdx, &detente::case::ChoiceIdx)| {
                    i128::from(drawn.weights[issue]) * i128::from(drawn.values[issue][*choice].thousandths())
                };
                part.iter().map(of).sum()
            };
            assert!(worth(more) + i128::from(drawn.weights.values().sum::<i64>()) >= worth(less), "{drawn:?}");
        }
    }
}

#[test]
fn a_smallest_contradictory_group_is_named_and_no_more() {
    let party = format!(
        "weights.order = [\"water\", \"visas\", \"tariff\"]\n{VALUES}\
         [[westland.comparisons]]\nissue = \"water\"\nmore_important_than = \"tariff\"\n\
         [[westland.comparisons]]\nissue = \"tariff\"\nmore_important_than = \"visas\"\n"
    );
    let opened = opened(CASE, &party);
    let found = errors(&opened);
    let [only] = found.as_slice() else { unreachable!("{found:?}") };
    assert_eq!(only.code.name, "contradictory-answers");
    let words: Vec<&str> = only.labels.iter().map(|label| label.text.as_str()).collect();
    assert_eq!(words, ["the order: \"visas\" before \"tariff\"", "this comparison"]);
    let text = opened.folder.files().find(|(file, _)| *file == only.labels[1].span.file).expect("a file").1.text();
    assert!(
        text[only.labels[1].span.start..].starts_with("[[westland.comparisons]]\nissue = \"tariff\"")
            || text[only.labels[1].span.start..].contains("issue = \"tariff\"")
    );
}

#[test]
fn packages_clash_with_ranges_too() {
    let points = "weights.water = [20, 25]\nweights.visas = [30, 40]\nweights.tariff = 10\n";
    let said = "[[westland.comparisons]]\npackage = { water = \"open\", visas = \"none\" }\nover = { water = \"closed\", visas = \"free\" }\n";
    let found = errors(&opened(CASE, &format!("{points}{VALUES}{said}")));
    let [only] = found.as_slice() else { unreachable!("{found:?}") };
    let words: Vec<&str> = only.labels.iter().map(|label| label.text.as_str()).collect();
    // The values 100 and 0 of visas are given as numbers, so they are part of it; those of water follow from its order.
    assert!(words.contains(&"the weight of \"water\"") && words.contains(&"the weight of \"visas\""), "{words:?}");
    assert!(!words.iter().any(|words| words.contains("tariff")), "{words:?}");
    assert_eq!(only.labels.len(), 5, "{words:?}");
}

#[test]
fn ids_and_their_order_reach_no_centre() {
    let words = [
        ("westland", "zealand"),
        ("water", "zoo"),
        ("visas", "alp"),
        ("tariff", "mill"),
        ("shared", "zinc"),
        ("granted", "axe"),
        ("free", "yard"),
    ];
    let renamed = |text: &str| words.iter().fold(text.to_owned(), |text, (old, new)| text.replace(old, new));
    let plain = opened(CASE, SAID);
    let mut folder = plain.folder.clone();
    for (old, new) in [("westland", "zealand"), ("water", "zoo"), ("visas", "alp"), ("tariff", "mill")] {
        folder = with(&folder, old, new);
    }
    for (old, new) in [("zoo.shared", "zinc"), ("alp.granted", "axe"), ("alp.free", "yard")] {
        folder = with(&folder, old, new);
    }
    let reading = read(&folder);
    let other = Opened { root: PathBuf::new(), folder, reading };
    assert_eq!(errors(&other), []);
    let (weights, values) = by_id(&plain);
    let (other_weights, other_values) = by_id(&other);
    let map = |from: BTreeMap<String, Decimal>| -> BTreeMap<String, Decimal> {
        from.into_iter().map(|(id, number)| (renamed(&id), number)).collect()
    };
    assert_eq!(map(weights), other_weights);
    assert_eq!(map(values), other_values);
    assert!(!is_trivial(&space(&plain).space));
}

/// Renames as the command does: every place where an id stands, in orders and comparisons too, or the case would break.
fn with(folder: &Folder, old: &str, new: &str) -> Folder {
    let changed = rename(folder, &read(folder), old, new).expect("it can be renamed");
    let text = |(file, found): (detente::base::FileId, &detente::casefile::File)| {
        let text = changed.iter().find(|(other, _)| *other == file).map_or(found.text(), |(_, text)| text);
        (found.path.clone(), text.to_owned())
    };
    let files: Vec<(String, String)> = folder.files().map(text).collect();
    Folder::of_texts(files.iter().map(|(path, text)| (path.as_str(), text.as_str())))
}

fn is_trivial(space: &Space) -> bool {
    space.relations.is_empty()
}

#[test]
fn printing_keeps_what_was_said() {
    let first = opened(CASE, SAID);
    let (_, text) = first
        .folder
        .files()
        .find(|(_, file)| file.path.starts_with("estimates/"))
        .map(|(id, file)| (id, file.text()))
        .expect("a set");
    let printed = print(text).expect("it parses");
    let again = print(&printed).expect("it parses");
    assert_eq!(printed, again);
    let folder = Folder::of_texts([("case.toml", CASE), ("estimates/first.toml", printed.as_str())]);
    let reading = read(&folder);
    let second = Opened { root: PathBuf::new(), folder, reading };
    assert_eq!(by_id(&first), by_id(&second));
}

#[test]
fn draws_of_a_study_keep_to_the_answers_and_can_be_had_in_any_order() {
    let opened = opened(CASE, SAID);
    let (case, set, party) = parts(&opened);
    let settings = Settings::default();
    let plan = Plan::new(case, set, &settings).expect("small numbers");
    let source = Answered::new(case, set, plan.inputs(), 3).expect("small numbers");
    let fill = |source: &Answered<'_>, draw: u64| {
        let mut numbers = vec![0; plan.inputs().len()];
        source.fill(draw, &mut numbers);
        numbers
    };
    let at = |id: &str| {
        let found = plan.inputs().iter().position(|(_, input)| input.id == id);
        found.unwrap_or_else(|| unreachable!("{id} is an input"))
    };
    let weights = ["water", "visas", "tariff"].map(|issue| at(&format!("westland/weights/{issue}")));
    let all: Vec<Vec<i64>> = (0..1_500).map(|draw| fill(&source, draw)).collect();
    for numbers in &all {
        assert!(
            numbers[weights[0]] >= numbers[weights[1]] && numbers[weights[1]] >= numbers[weights[2]],
            "{numbers:?}"
        );
        let lowered = plan.lowered(numbers).expect("small numbers");
        let package = |water: &str, visas: &str, tariff: &str| {
            let pick = |issue: &str, choice: &str| {
                let issue = case.issue(issue).expect("an issue");
                (issue, lowered.rank(issue, case.issues[issue].choice(choice).expect("a choice")))
            };
            let values = &lowered.model.parties[party.position()].values;
            [pick("water", water), pick("visas", visas), pick("tariff", tariff)]
                .into_iter()
                .map(|(issue, rank)| values[issue.position()][rank])
                .sum::<i64>()
        };
        assert!(package("shared", "free", "5") + 100_000 > package("open", "granted", "10"), "{numbers:?}");
    }
    let fresh = Answered::new(case, set, plan.inputs(), 3).expect("small numbers");
    for draw in [1_499, 0, 700, 511, 512] {
        assert_eq!(fill(&fresh, draw), all[usize::try_from(draw).expect("small")]);
    }
}
