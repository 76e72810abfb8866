//! What to ask a party next, in words to be said aloud.

use detente::case::Case;
use detente::estimate::{EstimateSet, Part};
use detente::robustness::{Elicitation, Question};
use detente_api::About;

use super::deals::title;
use super::text::{count, heading, wrapped};
use super::words::choices_words;

/// The questions, and what each answer would leave.
pub(crate) fn elicit(about: &About<'_>, set: &EstimateSet, seed: u64, found: &Elicitation) -> String {
    let case = about.case;
    let name = &case.parties[found.party].name;
    let mut page = title(about.opened, case);
    page.push('\n');
    let source = format!(
        "From the estimates “{}” of {}: {} draws of what they leave of the weights and values of {name}, seed {seed}; {} \
         comparisons were held against them.",
        set.id,
        set.author,
        count(found.draws),
        count(found.candidates)
    );
    page.push_str(&wrapped(&source, 2));
    if found.questions.is_empty() {
        page.push_str(&wrapped("No comparison would tell these draws apart: they agree on all of them.", 2));
        return page;
    }
    for (rank, question) in found.questions.iter().enumerate() {
        page.push_str(&heading(&format!("Question {}", rank + 1)));
        page.push_str(&asked(case, name, question));
        page.push_str(&left(found.draws, rank, question));
        page.push_str(&written(case, &case.parties[found.party].id, question));
    }
    let last = "Which package is called A is decided by a coin. Any answer, \"no difference\" and \"it depends\" too, is as good as \
                another. After an answer is written down, ask this command again: what is asked next may change.";
    page + "\n" + &wrapped(last, 2)
}

fn asked(case: &Case, name: &str, question: &Question) -> String {
    let mut text = wrapped(&format!("Suppose everything else is the same. Which would {name} rather have?"), 2);
    for (letter, part) in [("A", &question.first), ("B", &question.second)] {
        text.push_str(&wrapped(&format!("{letter}: {}", part_words(case, part)), 4));
    }
    text
}

fn part_words(case: &Case, part: &Part) -> String {
    let pairs: Vec<_> = part.iter().map(|(&issue, &choice)| (issue, choice)).collect();
    choices_words(case, &pairs).join("; ")
}

fn left(draws: usize, rank: usize, question: &Question) -> String {
    let percent = |part: usize| (200 * part + draws) / (2 * draws).max(1);
    let level = question.level(draws);
    let level = if level == 0 { String::new() } else { format!(", in {}% both are worth the same", percent(level)) };
    let shares = format!(
        "A is worth more in {}% of draws from these estimates, B in {}%{level}.",
        percent(question.for_first),
        percent(question.for_second)
    );
    let answers = if rank == 0 { "The answer leaves" } else { "This answer and those before it leave" };
    wrapped(&format!("{shares} {answers} {}% of the draws on average.", question.percent_left(draws)), 2)
}

/// What to write into the set of estimates.
fn written(case: &Case, party: &detente::case::Id, question: &Question) -> String {
    let part = |part: &Part| {
        let choices: Vec<String> = part
            .iter()
            .map(|(&issue, &choice)| {
                let row = &case.issues[issue];
                let id = &row.choices[choice].id;
                if row.is_range() { format!("{} = {id}", row.id) } else { format!("{} = \"{id}\"", row.id) }
            })
            .collect();
        format!("{{ {} }}", choices.join(", "))
    };
    let (a, b) = (part(&question.first), part(&question.second));
    let lines = [
        format!("[[{party}.comparisons]]  # if A; if B, exchange the two"),
        format!("package = {a}"),
        format!("over = {b}"),
    ];
    lines.iter().map(|line| format!("    {line}\n")).collect()
}
