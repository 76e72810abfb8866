//! The clauses of an agreement's text: what each depends on, and its words.

use detente::case::expr::describe;
use detente::case::{AgreementText, Case, Clause, Subject, Topic, Words};

use super::{detail, entry, nothing};
use crate::render::text::{heading, listed};

/// The clauses in the order of the text, then what the case asks of a text in its own words.
pub(super) fn clauses(case: &Case, text: &AgreementText) -> String {
    let mut page = heading("Clauses of an agreement's text");
    page.push_str(&nothing(text.clauses.iter().map(|clause| self::clause(case, clause)).collect()));
    let topics: String =
        text.topics.iter().filter(|topic| topic.of_case).map(|topic| self::topic(case, topic)).collect();
    if !topics.is_empty() {
        page.push_str(&entry("What the case asks of a text besides:"));
        page.push_str(&topics);
    }
    page
}

fn clause(case: &Case, clause: &Clause) -> String {
    let about = match clause.about {
        None => String::new(),
        Some(Subject::Issue(issue)) => format!(", by the choice on {}", case.issues[issue].title),
        Some(Subject::Lens(lens)) => format!(", by the status of each part of {}", case.lenses[lens].title),
    };
    let mut lines = entry(&format!("{}{about} [{}]", clause.heading, clause.id));
    if let Some(when) = &clause.when {
        lines.push_str(&detail(&format!("stands only if {}", describe(&when.expr, case.scope()))));
    }
    let titles = titles(case, clause);
    for variant in &clause.variants {
        let of: Vec<String> = variant.places.iter().filter_map(|&place| titles.get(place)).cloned().collect();
        lines.push_str(&detail(&format!("{}: “{}”", listed(&of), words(case, &variant.words))));
    }
    if let Some(text) = &clause.words {
        let lead = if clause.about.is_none() { "" } else { "for every other choice: " };
        lines.push_str(&detail(&format!("{lead}“{}”", words(case, text))));
    }
    if let Some(open) = &clause.open {
        lines.push_str(&detail(&format!("while it is open: “{}”", words(case, open))));
    }
    lines
}

fn topic(case: &Case, topic: &Topic) -> String {
    let when = topic
        .when
        .as_ref()
        .map_or_else(String::new, |when| format!(" Asked only if {}.", describe(&when.expr, case.scope())));
    detail(&format!("{}: {}{when} [{}]", topic.title, topic.asks, topic.id))
}

/// The titles of what a clause's words can be for, by place.
fn titles(case: &Case, clause: &Clause) -> Vec<String> {
    match clause.about {
        None => Vec::new(),
        Some(Subject::Issue(issue)) => case.issues[issue].choices.rows().map(|choice| choice.title.clone()).collect(),
        Some(Subject::Lens(lens)) => case.lenses[lens].statuses.iter().map(|status| status.title.clone()).collect(),
    }
}

/// Words with what is filled in named in braces.
fn words(case: &Case, words: &Words) -> String {
    words.filled(|issue| format!("{{the choice on {}}}", case.issues[issue].title), "{the names of the parts}")
}
