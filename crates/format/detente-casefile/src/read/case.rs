//! `case.toml`: parties, people, issues; limits and process are read in `limits`.

use detente_base::{Decimal, Diagnostic, Index, Span, Table};
use detente_case::{
    Arrangement, Case, Choice, ChoiceIdx, Consent, DatedBy, Id, Issue, IssueIdx, Party, PartyIdx, Person, PersonIdx,
};

use super::context::Context;
use super::lens::{self, Drawn};
use super::limits;
use super::names::{Definition, Kind, Place};
use super::texts::{owned, texts};
use crate::codes;
use crate::tree::{Entry, Node};

/// The most choices a range may have.
const MAX_CHOICES: i64 = 10_000;

pub(super) fn read(context: &mut Context<'_, '_>, root: &Node, lenses: &[Drawn<'_>]) -> Case {
    let mut case = head(root);
    case.issues = issues(context, lenses);
    case.lenses = lens::placed(context, lenses);
    case.parties = parties(context, &case);
    case.people = people(context);
    owners(context, &mut case.issues);
    limits::read(context, &mut case);
    require_something(context, root, &case);
    case
}

fn head(root: &Node) -> Case {
    let head = root.get("case");
    let text = |key: &str| owned(head.and_then(|head| head.get(key)));
    let id = text("id").and_then(|id| Id::new(&id).ok());
    Case {
        id,
        title: text("title").unwrap_or_default(),
        as_of: head.and_then(|head| head.get("as_of")).and_then(Node::date),
        as_of_by: match text("as_of_by").as_deref() {
            Some("source") => Some(DatedBy::Source),
            Some("catalog") => Some(DatedBy::Catalog),
            _ => None,
        },
        note: text("note"),
        citation: text("citation"),
        parties: Table::default(),
        people: Table::default(),
        issues: Table::default(),
        lenses: Table::default(),
        rules: Table::default(),
        red_lines: Table::default(),
        offers: Table::default(),
        process: Table::default(),
        drafts: Table::default(),
    }
}

fn require_something(context: &mut Context<'_, '_>, root: &Node, case: &Case) {
    let whole = root.span.within(0, 0);
    if case.parties.is_empty() {
        context.report(
            Diagnostic::new(&codes::NO_PARTY, "the case has no party")
                .at(whole, "in this file")
                .hint("add [parties] with one line per party: eastland = { name = \"Eastland\" }"),
        );
    }
    if case.issues.is_empty() && case.lenses.is_empty() {
        context.report(
            Diagnostic::new(&codes::NO_ISSUE, "the case has no issue")
                .at(whole, "in this file")
                .hint("add [issues.ID] with a title and choices, or a range"),
        );
    }
}

fn parties(context: &mut Context<'_, '_>, case: &Case) -> Table<PartyIdx, Party> {
    let definitions = context.names.definitions(Kind::Party);
    let party = |(id, Definition { node, span })| {
        let consent = consent(context, node, case);
        let basis = context.ids(&[Kind::Statement], node.get("consent_basis"));
        Party {
            name: owned(node.get("name")).unwrap_or_else(|| Id::to_string(&id)),
            kind: owned(node.get("kind")),
            roles: texts(node.get("roles")),
            aliases: texts(node.get("aliases")),
            consent,
            consent_because: owned(node.get("consent_because")),
            consent_basis: basis,
            note: owned(node.get("note")),
            id,
            span,
        }
    };
    definitions.into_iter().map(party).collect()
}

fn consent(context: &mut Context<'_, '_>, node: &Node, case: &Case) -> Consent {
    const ONLY_IF: &str = "only if ";
    let written = node.get("consent");
    match written.and_then(Node::text) {
        None | Some("always") => Consent::Always,
        Some("never") => Consent::Never,
        Some(text) if text.starts_with(ONLY_IF) => {
            context.condition(written, ONLY_IF.len(), case).map_or(Consent::Never, Consent::OnlyIf)
        }
        Some(text) => {
            let span = written.map_or(node.span, |written| written.span);
            context.report(
                Diagnostic::new(&codes::UNKNOWN_WORD, format!("\"{text}\" does not say where consent is needed"))
                    .at(span, "this consent")
                    .hint("write \"always\", \"never\" or \"only if issue = choice\""),
            );
            Consent::Never
        }
    }
}

fn people(context: &mut Context<'_, '_>) -> Table<PersonIdx, Person> {
    let definitions = context.names.definitions(Kind::Person);
    let person = |(id, Definition { node, span })| Person {
        name: owned(node.get("name")).unwrap_or_else(|| Id::to_string(&id)),
        role: owned(node.get("role")),
        party: context.index(Kind::Party, node.get("party")),
        aliases: texts(node.get("aliases")),
        id,
        span,
    };
    definitions.into_iter().map(person).collect()
}

fn issues(context: &mut Context<'_, '_>, lenses: &[Drawn<'_>]) -> Table<IssueIdx, Issue> {
    let definitions = context.names.definitions(Kind::Issue);
    let read = |(id, definition): (Id, Definition<'_>)| {
        let part = lens::issue(context, id.clone(), definition, lenses);
        part.unwrap_or_else(|| issue(context, id, definition))
    };
    definitions.into_iter().map(read).collect()
}

/// Owners are read once the parties are known; the index only needs the ids.
fn owners(context: &mut Context<'_, '_>, issues: &mut Table<IssueIdx, Issue>) {
    let definitions = context.names.definitions(Kind::Issue);
    for (position, (_, Definition { node, .. })) in definitions.iter().enumerate() {
        issues[IssueIdx::new(position)].owner = context.index(Kind::Party, node.get("owner"));
    }
}

fn issue(context: &mut Context<'_, '_>, id: Id, Definition { node, span }: Definition<'_>) -> Issue {
    let (arrangement, choices) = match (node.get("choices"), node.get("range")) {
        (Some(choices), None) => named_choices(context, &id, node, choices),
        (None, Some(range)) => amounts(context, range),
        (both, _) => {
            let message =
                if both.is_some() { "has both choices and a range" } else { "has neither choices nor a range" };
            context.report(
                Diagnostic::new(&codes::NO_CHOICE, format!("the issue \"{id}\" {message}"))
                    .at(span, "this issue")
                    .hint("give it either choices by id or range = { from, to, step }"),
            );
            (Arrangement::Unordered, Table::default())
        }
    };
    let reported_as = context.ids(&[Kind::Statement], node.get("reported_as"));
    Issue {
        title: owned(node.get("title")).unwrap_or_else(|| id.to_string()),
        words: texts(node.get("words")),
        note: owned(node.get("note")),
        reported_as,
        owner: None,
        arrangement,
        choices,
        id,
        span,
    }
}

fn named_choices(
    context: &mut Context<'_, '_>,
    issue: &Id,
    node: &Node,
    choices: &Node,
) -> (Arrangement, Table<ChoiceIdx, Choice>) {
    let is_scale = node.get("scale").and_then(Node::flag).unwrap_or(false);
    let mut entries: Vec<&Entry> = choices.entries().iter().collect();
    if !is_scale {
        entries.sort_by(|a, b| a.key.cmp(&b.key));
    }
    if entries.is_empty() {
        context.report(
            Diagnostic::new(&codes::NO_CHOICE, format!("the issue \"{issue}\" has no choice"))
                .at(choices.span, "empty")
                .hint("add choices as id = \"Title\""),
        );
    }
    for entry in &entries {
        let path = ["issues", issue.as_str(), "choices", &entry.key].map(str::to_owned).to_vec();
        context.occurs(Kind::Choice, format!("{issue}.{}", entry.key), Place::Key(entry.key_span.file, path));
    }
    let choice = |entry: &&Entry| Choice {
        id: entry.key.clone(),
        title: entry.node.text().unwrap_or(&entry.key).to_owned(),
        amount: None,
        span: entry.key_span,
    };
    let arrangement = if is_scale { Arrangement::Scale } else { Arrangement::Unordered };
    (arrangement, entries.iter().map(choice).collect())
}

fn amounts(context: &mut Context<'_, '_>, range: &Node) -> (Arrangement, Table<ChoiceIdx, Choice>) {
    let number = |key: &str| range.get(key).and_then(Node::number);
    let unit = owned(range.get("unit"));
    let (Some(from), Some(to), Some(step)) = (number("from"), number("to"), number("step")) else {
        return (Arrangement::Range { unit }, Table::default());
    };
    if let Some((message, hint)) = no_grid(from, to, step) {
        let diagnostic = Diagnostic::new(&codes::BAD_RANGE, message);
        context.report(diagnostic.at(range.span, format!("from {from} to {to} in steps of {step}")).hint(hint));
        return (Arrangement::Range { unit }, Table::default());
    }
    let (from, to, step) = (from.thousandths(), to.thousandths(), step.thousandths());
    let steps = (i128::from(to) - i128::from(from)) / i128::from(step);
    let choices = (0..=i64::try_from(steps).unwrap_or(0))
        .map(|rank| amount_choice(Decimal::from_thousandths(from + rank * step), unit.as_deref(), range.span));
    let choices = choices.collect();
    (Arrangement::Range { unit }, choices)
}

fn amount_choice(amount: Decimal, unit: Option<&str>, span: Span) -> Choice {
    let title = unit.map_or_else(|| amount.to_string(), |unit| format!("{amount} {unit}"));
    Choice { id: amount.to_string(), title, amount: Some(amount), span }
}

/// Why the three numbers make no grid.
fn no_grid(from: Decimal, to: Decimal, step: Decimal) -> Option<(&'static str, &'static str)> {
    if to < from {
        return Some(("the range ends before it begins", "let \"from\" be the smaller amount"));
    }
    if step <= Decimal::ZERO {
        return Some(("the step is not above zero", "give a step above zero"));
    }
    let width = i128::from(to.thousandths()) - i128::from(from.thousandths());
    if width % i128::from(step.thousandths()) != 0 {
        return Some((
            "the steps do not end at \"to\"",
            "choose from, to and step so that to = from + a whole number of steps",
        ));
    }
    if width / i128::from(step.thousandths()) >= i128::from(MAX_CHOICES) {
        return Some(("the range has more than 10,000 choices", "take a larger step"));
    }
    None
}
