//! `ledger.toml`.

use detente_base::Diagnostic;
use detente_case::{Case, ChoiceIdx, Id, IssueIdx};
use detente_ledger::{
    Confidence, Event, Kind as PositionKind, Ledger, Position, Quote, Source, Speaker, Stance, Statement, Subject,
    Unclear, Via,
};

use super::choices::choice;
use super::codings;
use super::context::Context;
use super::limits::{firmness, judge, precision};
use super::names::{Definition, Kind};
use super::texts::{owned, texts};
use crate::codes;
use crate::tree::Node;

pub(super) fn read(context: &mut Context<'_, '_>, case: &Case) -> Ledger {
    let names = context.names;
    let definitions = |kind| names.definitions(kind);
    let (sources, statements) = (definitions(Kind::Source), definitions(Kind::Statement));
    let (positions, events) = (definitions(Kind::Position), definitions(Kind::Event));
    let unclear = definitions(Kind::Unclear);
    let ledger = Ledger {
        sources: sources.into_iter().map(|(id, at)| source(id, at)).collect(),
        statements: statements.into_iter().map(|(id, at)| statement(context, id, at)).collect(),
        positions: positions.into_iter().map(|(id, at)| position(context, case, id, at)).collect(),
        events: events.into_iter().map(|(id, at)| event(context, id, at)).collect(),
        codings: codings::read(context, case),
        unclear: unclear.into_iter().map(|(id, at)| open_point(context, case, id, at)).collect(),
    };
    refuse_cycles(context, &ledger);
    ledger
}

fn refuse_cycles(context: &mut Context<'_, '_>, ledger: &Ledger) {
    let Some(cycle) = ledger.position_cycle() else { return };
    let members =
        cycle.iter().map(|&position| (ledger.positions[position].id.as_str(), ledger.positions[position].span));
    context.report(super::supersedes_cycle("positions", members));
}

fn source(id: Id, Definition { node, span }: Definition<'_>) -> Source {
    Source {
        id,
        kind: owned(node.get("kind")).unwrap_or_default(),
        title: owned(node.get("title")),
        outlet: owned(node.get("outlet")),
        authors: texts(node.get("authors")),
        published: node.get("published").and_then(Node::date),
        url: owned(node.get("url")),
        retrieved: node.get("retrieved").and_then(Node::date),
        lang: owned(node.get("lang")),
        sha256: owned(node.get("sha256")),
        rights: owned(node.get("rights")),
        reliability: node.get("reliability").and_then(Node::text).and_then(|text| text.chars().next()),
        access: owned(node.get("access")),
        note: owned(node.get("note")),
        span,
    }
}

fn statement(context: &mut Context<'_, '_>, id: Id, Definition { node, span }: Definition<'_>) -> Statement {
    let via = match node.get("via").and_then(Node::text) {
        Some("direct") => Via::Direct,
        Some("author") => Via::Author,
        Some("headline") => Via::Headline,
        Some("document") => Via::Document,
        Some("unnamed-official") => Via::UnnamedOfficial,
        _ => Via::Reported,
    };
    Statement {
        id,
        source: context.index(Kind::Source, node.get("source")),
        speaker: speaker(context, node.get("speaker")),
        via,
        chain: texts(node.get("chain")),
        said_on: node.get("said_on").and_then(Node::date),
        precision: precision(node.get("precision")),
        quote: node.get("quote").and_then(quote),
        paraphrase: owned(node.get("paraphrase")),
        act: owned(node.get("act")),
        credibility: credibility(context, node.get("credibility"), via),
        coder: owned(node.get("coder")),
        span,
    }
}

fn speaker(context: &mut Context<'_, '_>, node: Option<&Node>) -> Speaker {
    let get = |key: &str| node.and_then(|node| node.get(key));
    Speaker {
        person: context.index(Kind::Person, get("person")),
        name: owned(get("name")),
        role: owned(get("role")),
        party: context.index(Kind::Party, get("party")),
        named: get("named").and_then(Node::flag).unwrap_or(true),
    }
}

fn quote(node: &Node) -> Option<Quote> {
    let exact = node.get("exact")?;
    Some(Quote {
        exact: exact.text()?.to_owned(),
        prefix: owned(node.get("prefix")),
        suffix: owned(node.get("suffix")),
        span: exact.span,
    })
}

/// 1 (confirmed) to 6 (cannot be judged); what an unnamed official says is possibly true (3) at best.
fn credibility(context: &mut Context<'_, '_>, node: Option<&Node>, via: Via) -> Option<u8> {
    grade(context, node?, if via == Via::UnnamedOfficial { 3 } else { 1 })
}

/// A grade from `first` (1, or 3 for an unnamed official) to 6.
pub(super) fn grade(context: &mut Context<'_, '_>, node: &Node, first: u8) -> Option<u8> {
    let written = node.number()?;
    let grade = u8::try_from(written.thousandths() / 1000).ok().filter(|_| written.thousandths() % 1000 == 0);
    let grade = grade.filter(|grade| (first..=6).contains(grade));
    if grade.is_none() {
        let (message, hint) = if first == 3 {
            ("an unnamed official's word is graded 3 to 6", "write 3 (possibly true) to 6 (truth cannot be judged)")
        } else {
            ("credibility is graded 1 to 6", "write 1 (confirmed by other sources) to 6 (truth cannot be judged)")
        };
        context.report(Diagnostic::new(&codes::BAD_CREDIBILITY, message).at(node.span, "this grade").hint(hint));
    }
    grade
}

fn position(context: &mut Context<'_, '_>, case: &Case, id: Id, Definition { node, span }: Definition<'_>) -> Position {
    let subject = match node.get("issue").and_then(Node::text) {
        Some("unspecified") | None => Subject::Unspecified,
        Some(id) => match (case.lens(id), node.get("issue")) {
            (Some(lens), Some(named)) => {
                context.id(&[Kind::Lens], named);
                Subject::Lens(lens)
            }
            (_, named) => context.index(Kind::Issue, named).map_or(Subject::Unspecified, Subject::Issue),
        },
    };
    let mut choices = |key: &str| choices(context, case, subject, node.get(key));
    let stance = Stance { accepts: choices("accepts"), rejects: choices("rejects"), prefers: choices("prefers") };
    Position {
        party: context.index(Kind::Party, node.get("party")),
        subject,
        stance,
        condition: context.condition(node.get("condition"), 0, case),
        kind: kind(context, node),
        text: owned(node.get("text")).unwrap_or_default(),
        firmness: firmness(node.get("firmness")),
        firmness_by: judge(node.get("firmness_by")),
        valid_from: node.get("valid_from").and_then(Node::date),
        valid_to: node.get("valid_to").and_then(Node::date),
        earlier: owned(node.get("earlier")),
        evidence: context.indices(Kind::Statement, node.get("evidence")),
        counter_evidence: context.indices(Kind::Statement, node.get("counter_evidence")),
        supersedes: context.index(Kind::Position, node.get("supersedes")),
        confidence: match node.get("confidence").and_then(Node::text) {
            Some("low") => Some(Confidence::Low),
            Some("medium") => Some(Confidence::Medium),
            Some("high") => Some(Confidence::High),
            _ => None,
        },
        id,
        span,
    }
}

fn kind(context: &mut Context<'_, '_>, node: &Node) -> PositionKind {
    match node.get("kind").and_then(Node::text) {
        Some("support") => PositionKind::Support,
        Some("opposition") => PositionKind::Opposition,
        Some("red-line") => PositionKind::RedLine,
        Some("bottom-line") => PositionKind::BottomLine,
        Some("offer") => PositionKind::Offer,
        Some("concession") => PositionKind::Concession,
        Some("interest") => PositionKind::Interest,
        Some("claim") => PositionKind::Claim,
        Some("assessment") => PositionKind::Assessment,
        Some("response") => {
            if node.get("response_to").is_none() {
                context.report(
                    Diagnostic::new(&codes::MISSING_KEY, "a response names the position it answers")
                        .at(node.span.within(0, 40), "in here")
                        .hint("add response_to = \"…\""),
                );
            }
            context.index(Kind::Position, node.get("response_to")).map_or(PositionKind::Demand, PositionKind::Response)
        }
        _ => PositionKind::Demand,
    }
}

/// The choices of the position's issue that a list names, by id or by amount.
fn choices(context: &mut Context<'_, '_>, case: &Case, subject: Subject, list: Option<&Node>) -> Vec<ChoiceIdx> {
    let issue = match subject {
        Subject::Issue(issue) => issue,
        Subject::Lens(lens) => return super::lens::statuses(context, case, &case.lenses[lens], list),
        Subject::Unspecified => return Vec::new(),
    };
    list.map_or(&[][..], Node::items).iter().filter_map(|item| choice(context, case, issue, item)).collect()
}

fn event(context: &mut Context<'_, '_>, id: Id, Definition { node, span }: Definition<'_>) -> Event {
    Event {
        id,
        on: node.get("on").and_then(Node::date),
        precision: precision(node.get("precision")),
        place: owned(node.get("place")),
        what: owned(node.get("what")).unwrap_or_default(),
        party: context.index(Kind::Party, node.get("party")),
        act: owned(node.get("act")),
        evidence: context.indices(Kind::Statement, node.get("evidence")),
        span,
    }
}

fn open_point(
    context: &mut Context<'_, '_>,
    case: &Case,
    id: Id,
    Definition { node, span }: Definition<'_>,
) -> Unclear {
    Unclear {
        id,
        about: about(context, case, node.get("about")),
        what: owned(node.get("what")).unwrap_or_default(),
        evidence: context.indices(Kind::Statement, node.get("evidence")),
        span,
    }
}

/// The issue an open point touches; of a lens, its first.
fn about(context: &mut Context<'_, '_>, case: &Case, named: Option<&Node>) -> Option<IssueIdx> {
    let named = named?;
    let Some(lens) = named.text().and_then(|id| case.lens(id)) else { return context.index(Kind::Issue, Some(named)) };
    context.id(&[Kind::Lens], named);
    case.lenses[lens].parts.first().map(|part| part.issue)
}
