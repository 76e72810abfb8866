//! The clauses of an agreement's text, and what the case asks of it.

use detente::case::{AgreementText, Case, Clause as Row, Subject, Words};
use schemars::JsonSchema;
use serde::Serialize;

/// A clause. Words hold `{issue}` where the title of the issue's choice is filled in, `{part}` where the names of a lens's parts are.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Clause {
    /// Its id.
    pub id: String,
    /// Its heading.
    pub heading: String,
    /// The issue or lens its words depend on; none where they always stand.
    pub about: Option<String>,
    /// The condition under which it stands at all, as written.
    pub when: Option<String>,
    /// The topics it treats, by id.
    pub topics: Vec<String>,
    /// The words for every choice without words of its own.
    pub text: Option<String>,
    /// Words for some choices.
    pub variants: Vec<Variant>,
    /// The words while nothing is settled, instead of all variants in brackets.
    pub open: Option<String>,
}

/// Words for some choices.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Variant {
    /// The ids of the choices, or of the statuses of a lens.
    #[serde(rename = "for")]
    pub of: Vec<String>,
    /// The words.
    pub text: String,
}

/// Something a text is asked about in the case's own words.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Topic {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it asks.
    pub asks: String,
    /// The condition under which it is asked at all, as written.
    pub when: Option<String>,
}

/// The clauses in the order of the text.
pub(super) fn clauses(case: &Case, text: &AgreementText) -> Vec<Clause> {
    text.clauses.iter().map(|clause| self::clause(case, clause)).collect()
}

/// The topics that the case asks, by id.
pub(super) fn topics(text: &AgreementText) -> Vec<Topic> {
    let topic = |topic: &detente::case::Topic| Topic {
        id: topic.id.to_string(),
        title: topic.title.clone(),
        asks: topic.asks.clone(),
        when: topic.when.as_ref().map(|when| when.text.clone()),
    };
    text.topics.iter().filter(|topic| topic.of_case).map(topic).collect()
}

fn clause(case: &Case, clause: &Row) -> Clause {
    let known = clause.about.map(|about| about.choices(case)).unwrap_or_default();
    let words = |words: &Words| words.filled(|issue| format!("{{{}}}", case.issues[issue].id), "{part}");
    let variant = |variant: &detente::case::Variant| Variant {
        of: variant.places.iter().filter_map(|&place| known.get(place)).map(ToString::to_string).collect(),
        text: words(&variant.words),
    };
    Clause {
        id: clause.id.to_string(),
        heading: clause.heading.clone(),
        about: clause.about.map(|about| match about {
            Subject::Issue(issue) => case.issues[issue].id.to_string(),
            Subject::Lens(lens) => case.lenses[lens].id.to_string(),
        }),
        when: clause.when.as_ref().map(|when| when.text.clone()),
        topics: clause.topics.iter().map(ToString::to_string).collect(),
        text: clause.words.as_ref().map(words),
        variants: clause.variants.iter().map(variant).collect(),
        open: clause.open.as_ref().map(words),
    }
}
