//! `clauses.toml`: the text of an agreement.

use std::collections::BTreeMap;

use detente_base::{Decimal, Diagnostic, Index, Span};
use detente_case::{AgreementText, Case, Clause, Id, Subject, Topic, Variant};

use super::choices::choice;
use super::context::{Context, unknown_status};
use super::names::{Definition, Kind, Place};
use super::texts::owned;
use super::topics::standard;
use super::words::words;
use crate::codes;
use crate::suggest::did_you_mean;
use crate::tree::{Node, Value};

pub(super) fn read(context: &mut Context<'_, '_>, case: &Case) -> AgreementText {
    let names = context.names;
    let topics = topics(context, case, names.definitions(Kind::Topic));
    let definitions = names.definitions(Kind::Clause);
    let mut clauses: Vec<Clause> =
        definitions.into_iter().filter_map(|(id, at)| clause(context, case, &topics, id, at)).collect();
    clauses.sort_by(|a, b| a.order.cmp(&b.order).then_with(|| a.id.cmp(&b.id)));
    AgreementText { clauses, topics }
}

/// The topics of every text, each in the case's words where it has some; then those of the case alone, by id.
fn topics(context: &mut Context<'_, '_>, case: &Case, own: Vec<(Id, Definition<'_>)>) -> Vec<Topic> {
    let mut topics = standard();
    for (id, Definition { node, .. }) in own {
        let (Some(title), Some(asks)) = (owned(node.get("title")), owned(node.get("asks"))) else { continue };
        let topic = Topic { when: context.condition(node.get("when"), 0, case), id, title, asks, of_case: true };
        match topics.iter_mut().find(|known| known.id == topic.id) {
            Some(known) => *known = topic,
            None => topics.push(topic),
        }
    }
    topics
}

fn clause(
    context: &mut Context<'_, '_>,
    case: &Case,
    topics: &[Topic],
    id: Id,
    Definition { node, span }: Definition<'_>,
) -> Option<Clause> {
    let about = subject(context, case, node.get("issue"));
    let of_lens = matches!(about, Some(Subject::Lens(_)));
    let mut written = |key: &str| node.get(key).and_then(|node| words(context, case, node, of_lens));
    let (text, open) = (written("text"), written("open"));
    let variants = about.map_or_else(Vec::new, |about| variants(context, case, about, node.get("variants")));
    check_form(context, node, about, span);
    Some(Clause {
        heading: owned(node.get("heading"))?,
        order: node.get("order").and_then(Node::number).unwrap_or(Decimal::ZERO),
        when: context.condition(node.get("when"), 0, case),
        topics: treated(context, topics, node.get("topics")),
        note: owned(node.get("note")),
        words: text,
        about,
        variants,
        open,
        id,
        span,
    })
}

/// The issue or lens whose choices decide the words.
fn subject(context: &mut Context<'_, '_>, case: &Case, node: Option<&Node>) -> Option<Subject> {
    let node = node?;
    let text = node.text()?;
    if let Some(lens) = case.lens(text) {
        context.id(&[Kind::Lens], node);
        return Some(Subject::Lens(lens));
    }
    if let Some(issue) = case.issue(text) {
        if !text.contains('.') {
            context.occurs(Kind::Issue, text, Place::Value(node.part(0, text.len())));
        }
        return Some(Subject::Issue(issue));
    }
    let known: Vec<&str> = case.issues.rows().map(|issue| issue.id.as_str()).collect();
    let known = || format!("issues: {}", known.iter().take(12).copied().collect::<Vec<_>>().join(", "));
    let ids = case.issues.rows().map(|issue| issue.id.as_str());
    context.report(
        Diagnostic::new(&codes::DANGLING_ID, format!("no issue has the id \"{text}\""))
            .at(node.span, "named here")
            .hint(did_you_mean(text, ids).unwrap_or_else(known)),
    );
    None
}

/// Whether there is anything to stand, and anything it can depend on.
fn check_form(context: &mut Context<'_, '_>, node: &Node, about: Option<Subject>, span: Span) {
    let has = |key: &str| node.get(key).is_some();
    let (message, hint) = match (has("issue"), has("text"), has("variants")) {
        (_, false, false) => ("this clause has no words", "give it text, or an issue and variants for its choices"),
        (false, _, true) => (
            "variants stand for the choices of an issue, and this clause names none",
            "add issue = \"…\", or write the words as text",
        ),
        (false, true, false) if has("open") => {
            ("words that always stand are never open", "leave out \"open\", or name the issue that decides the words")
        }
        _ => return,
    };
    // Where the issue is named and unknown that has been said.
    if about.is_none() && has("issue") {
        return;
    }
    context.report(Diagnostic::new(&codes::BAD_CLAUSE, message).at(span, "this clause").hint(hint));
}

fn variants(context: &mut Context<'_, '_>, case: &Case, about: Subject, list: Option<&Node>) -> Vec<Variant> {
    let mut first: BTreeMap<usize, Span> = BTreeMap::new();
    let mut variants = Vec::new();
    for node in list.map_or(&[][..], Node::items) {
        let Some(choices) = node.get("for") else { continue };
        let named: Vec<&Node> = match &choices.value {
            Value::List(items) => items.iter().collect(),
            _ => vec![choices],
        };
        let mut places = Vec::new();
        for name in named {
            let Some(place) = place(context, case, about, name) else { continue };
            if let Some(&before) = first.get(&place) {
                context.report(two_variants(case, about, place, name.span, before));
            } else {
                first.insert(place, name.span);
                places.push(place);
            }
        }
        let text = node.get("text");
        let found = text.and_then(|text| words(context, case, text, matches!(about, Subject::Lens(_))));
        if let (Some(words), Some(text)) = (found, text) {
            variants.push(Variant { places, words, span: text.span });
        }
    }
    variants
}

/// Which choice or status a name means, by place.
fn place(context: &mut Context<'_, '_>, case: &Case, about: Subject, node: &Node) -> Option<usize> {
    match about {
        Subject::Issue(issue) => choice(context, case, issue, node).map(Index::position),
        Subject::Lens(lens) => {
            let lens = &case.lenses[lens];
            let text = node
                .text()
                .map_or_else(|| node.number().map(|number| number.to_string()), |text| Some(text.to_owned()))?;
            let place = lens.status(&text);
            if place.is_some() {
                context.occurs(Kind::Choice, format!("{}.{text}", lens.id), Place::Value(node.part(0, text.len())));
            } else {
                context.report(unknown_status(lens.id.as_str(), &text, case, node.span));
            }
            place
        }
    }
}

fn two_variants(case: &Case, about: Subject, place: usize, span: Span, before: Span) -> Diagnostic {
    let choice = about.choices(case).get(place).copied().unwrap_or_default().to_owned();
    Diagnostic::new(&codes::TWO_VARIANTS, format!("\"{choice}\" has two variants in one clause"))
        .at(span, "again here")
        .at(before, "first here")
        .hint("keep one of them, or make two clauses of it")
}

/// The topics a clause names, each a topic of every text or of the case.
fn treated(context: &mut Context<'_, '_>, topics: &[Topic], list: Option<&Node>) -> Vec<Id> {
    let mut treated: Vec<Id> = Vec::new();
    for node in list.map_or(&[][..], Node::items) {
        let Some(text) = node.text() else { continue };
        let Some(topic) = topics.iter().find(|topic| topic.id == *text) else {
            let ids = || topics.iter().map(|topic| topic.id.as_str());
            let known = || format!("known: {}", ids().collect::<Vec<_>>().join(", "));
            let hint = did_you_mean(text, ids()).unwrap_or_else(known);
            context.report(
                Diagnostic::new(&codes::DANGLING_ID, format!("\"{text}\" is none of the topics to check"))
                    .at(node.span, "named here")
                    .hint(hint),
            );
            continue;
        };
        if topic.of_case {
            context.occurs(Kind::Topic, text, Place::Value(node.part(0, text.len())));
        }
        treated.push(topic.id.clone());
    }
    treated
}
