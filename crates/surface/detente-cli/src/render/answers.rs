//! Orders and comparisons, as a person would say them.

use detente::case::Case;
use detente::estimate::{Answers, Compared, Comparison, Order, Part};

use super::show::reason;
use super::text::{item, listed};
use super::words::choices_words;

/// What was said of a party's preferences without points.
pub(super) fn answers(case: &Case, answers: &Answers) -> String {
    let mut page = String::new();
    if let Some(order) = &answers.weights {
        let ranked = order_words(order, |issue| case.issues[issue].title.clone());
        page.push_str(&item(&format!("most at stake first: {ranked} — {}", reason(&order.why)), 4));
    }
    for (&issue, order) in &answers.values {
        let row = &case.issues[issue];
        let ranked = order_words(order, |choice| format!("“{}”", row.choices[choice].title));
        page.push_str(&item(&format!("{}, liked most first: {ranked} — {}", row.title, reason(&order.why)), 4));
    }
    for comparison in &answers.comparisons {
        let words = comparison_words(case, comparison);
        page.push_str(&item(&format!("{words} — {}", reason(&comparison.why)), 4));
    }
    page
}

fn order_words<I: Copy>(order: &Order<I>, name: impl Fn(I) -> String) -> String {
    let class = |class: &Vec<detente::estimate::Ranked<I>>| {
        let names: Vec<String> = class.iter().map(|ranked| name(ranked.of)).collect();
        if names.len() < 2 { names.concat() } else { format!("{} (level)", listed(&names)) }
    };
    order.classes.iter().map(class).collect::<Vec<_>>().join("; ")
}

fn comparison_words(case: &Case, comparison: &Comparison) -> String {
    match &comparison.of {
        Compared::Issues(more, less) => {
            let [more, less] = [more, less].map(|&issue| &case.issues[issue].title);
            let than = if comparison.strictly { "more at stake" } else { "at least as much at stake" };
            let word = if comparison.strictly { "than" } else { "as" };
            format!("{than} on {more} {word} on {less}")
        }
        Compared::Packages(more, less) => {
            let [more, less] = [more, less].map(|part| part_words(case, part));
            let likes = if comparison.strictly { "liked more than" } else { "liked at least as much as" };
            format!("{more}: {likes} {less}")
        }
    }
}

fn part_words(case: &Case, part: &Part) -> String {
    let pairs: Vec<_> = part.iter().map(|(&issue, &choice)| (issue, choice)).collect();
    format!("({})", choices_words(case, &pairs).join("; "))
}
