//! Questions that divide what is not known, and what their answers do to it.

use std::path::PathBuf;

use detente::Opened;
use detente::base::{Diagnostic, Silent};
use detente::casefile::{Folder, read};
use detente::estimate::Part;
use detente::robustness::{ELICITATION_DRAWS, Elicitation, Question, elicit};

const CASE: &str = r#"format = 1
[case]
id = "river"
title = "Talks on a river"
[parties]
westland = { name = "Westland" }
[issues.water]
title = "Use of the water"
choices = { open = "Open", closed = "Closed" }
[issues.visas]
title = "Visas"
choices = { free = "Free", none = "None" }
[issues.tariff]
title = "Tariff on fish"
range = { from = 0, to = 20, step = 5, unit = "%" }
[issues.seat]
title = "An offer of the minister"
owner = "westland"
choices = { kept = "Kept", left = "Left" }
[[rules]]
id = "free-is-open"
when = "visas = free"
then = "water = open"
basis = "definition"
"#;

const OFFICE: &str = "weights.order = [[\"visas\", \"water\"], \"tariff\", \"seat\"]\nvalues.seat = { kept = 100, left = 0 }\n\
                      values.water = { open = 100, closed = 0 }\nvalues.visas = { none = 100, free = 0 }\n\
                      values.tariff.curve = [[0, 100], [20, 0]]\n";

const ALL: &str = "weights.order = [\"water\", \"visas\"]\nvalues.water = { open = 100, closed = 0 }\n\
                   values.visas = { none = 100, free = 0 }\nvalues.tariff.curve = [[0, 100], [10, [10, 90]], [20, 0]]\n\
                   [[westland.comparisons]]\nissue = \"water\"\nat_least_as_important_as = \"tariff\"\n";

fn opened(party: &str) -> Opened {
    let head = "[estimates]\nauthor = \"an analyst\"\n[westland]\nbecause = \"notes\"\nbottom_line = 30\n";
    let estimates = format!("{head}{party}");
    let folder = Folder::of_texts([("case.toml", CASE), ("estimates/first.toml", estimates.as_str())]);
    let reading = read(&folder);
    let opened = Opened { root: PathBuf::new(), folder, reading };
    let errors: Vec<Diagnostic> =
        opened.diagnostics(&Silent).expect("small").into_iter().filter(Diagnostic::is_error).collect();
    assert_eq!(errors, [], "{party}");
    opened
}

fn ask(opened: &Opened, questions: usize, seed: u64) -> Elicitation {
    let case = opened.reading.case.as_ref().expect("a case");
    let party = case.party("westland").expect("a party");
    let set = opened.reading.estimates.first().expect("a set");
    elicit(case, set, party, questions, seed, &Silent).expect("something to ask")
}

fn part(opened: &Opened, part: &Part) -> String {
    let case = opened.reading.case.as_ref().expect("a case");
    let choice = |(&issue, &choice): (&detente::case::IssueIdx, &detente::case::ChoiceIdx)| {
        let row = &case.issues[issue];
        let id = &row.choices[choice].id;
        if row.is_range() { format!("{} = {id}", row.id) } else { format!("{} = \"{id}\"", row.id) }
    };
    format!("{{ {} }}", part.iter().map(choice).collect::<Vec<_>>().join(", "))
}

fn answered(opened: &Opened, more: &Part, less: &Part) -> String {
    format!("[[westland.comparisons]]\npackage = {}\nover = {}\n", part(opened, more), part(opened, less))
}

#[test]
fn the_first_question_divides_the_draws_in_half() {
    let found = ask(&opened(ALL), 1, 1);
    let [question] = found.questions.as_slice() else { unreachable!("one was asked for") };
    assert!(question.for_first.abs_diff(question.for_second) < ELICITATION_DRAWS / 8, "{question:?}");
    assert!((50..53).contains(&question.percent_left(found.draws)), "{question:?}");
}

#[test]
fn each_further_answer_leaves_less() {
    let found = ask(&opened(ALL), 6, 1);
    assert!(3 <= found.questions.len());
    let left: Vec<u64> = found.questions.iter().map(|question| question.squares).collect();
    assert!(left.windows(2).all(|pair| pair[1] < pair[0]), "{left:?}");
    assert!(found.questions.iter().all(|question| question.for_first + question.for_second <= ELICITATION_DRAWS));
}

#[test]
fn an_answer_settles_its_question_either_way() {
    let before = opened(ALL);
    let Question { first, second, .. } = ask(&before, 1, 1).questions.remove(0);
    for (more, less) in [(&first, &second), (&second, &first)] {
        let after = opened(&format!("{ALL}{}", answered(&before, more, less)));
        let asked_again = ask(&after, 6, 2).questions.into_iter().any(|question| {
            (question.first == first && question.second == second)
                || (question.first == second && question.second == first)
        });
        assert!(!asked_again);
    }
}

#[test]
fn nothing_is_asked_that_rules_exclude_or_that_is_an_offer_about_an_office() {
    let opened = opened(OFFICE);
    for seed in 0..20 {
        for question in ask(&opened, 8, seed).questions {
            for named in [&question.first, &question.second] {
                let words = part(&opened, named);
                assert!(!words.contains("seat"), "{words}");
                assert!(!(words.contains("free") && words.contains("closed")), "{words}");
            }
        }
    }
}

#[test]
fn which_is_named_first_is_not_decided_by_its_name() {
    let opened = opened(ALL);
    let firsts: Vec<bool> = (0..40)
        .map(|seed| {
            let question = ask(&opened, 1, seed).questions.remove(0);
            question.first < question.second
        })
        .collect();
    let count = firsts.iter().filter(|first| **first).count();
    assert!((8..33).contains(&count), "{count} of 40");
}

#[test]
fn the_same_seed_asks_the_same() {
    assert_eq!(ask(&opened(ALL), 4, 9), ask(&opened(ALL), 4, 9));
}

#[test]
fn where_all_is_known_nothing_is_asked() {
    let known = "weights = { water = 50, visas = 30, tariff = 20 }\nvalues.water = { open = 100, closed = 0 }\n\
                 values.visas = { free = 100, none = 0 }\nvalues.tariff.curve = [[0, 100], [20, 0]]\n";
    assert_eq!(ask(&opened(known), 3, 1).questions, []);
}
