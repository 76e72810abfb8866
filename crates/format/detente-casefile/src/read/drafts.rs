//! `drafts.toml`: offers and drafts on the record.

use std::collections::BTreeMap;

use detente_base::Diagnostic;
use detente_case::{Case, ChoiceIdx, Draft, DraftStatus, Id, IssueIdx, PartyIdx, Wording};

use super::choices::choice;
use super::context::Context;
use super::limits::precision;
use super::names::{Definition, Kind, Place};
use super::texts::owned;
use crate::codes;
use crate::tree::{Entry, Node, Value};

/// How a draft says that an issue is open; no choice can have this id.
const OPEN: &str = "[open]";

pub(super) fn read(context: &mut Context<'_, '_>, case: &mut Case) {
    let definitions = context.names.definitions(Kind::Draft);
    case.drafts = definitions.into_iter().map(|(id, at)| draft(context, case, id, at)).collect();
    refuse_cycles(context, case);
}

fn draft(context: &mut Context<'_, '_>, case: &Case, id: Id, Definition { node, span }: Definition<'_>) -> Draft {
    Draft {
        title: owned(node.get("title")),
        by: parties(context, node.get("by")),
        to: parties(context, node.get("to")),
        date: node.get("date").and_then(Node::date),
        precision: precision(node.get("precision")),
        status: node.get("status").and_then(Node::text).and_then(DraftStatus::of).unwrap_or(DraftStatus::Made),
        binding: node.get("binding").and_then(Node::flag).unwrap_or(false),
        supersedes: context.index(Kind::Draft, node.get("supersedes")),
        wording: wording(context, case, node.get("choices")),
        only_if: context.condition(node.get("only_if"), 0, case),
        evidence: context.ids(&[Kind::Statement], node.get("evidence")),
        note: owned(node.get("note")),
        id,
        span,
    }
}

/// One party, or a list of them.
fn parties(context: &mut Context<'_, '_>, node: Option<&Node>) -> Vec<PartyIdx> {
    let mut parties: Vec<PartyIdx> = match node.map(|node| &node.value) {
        Some(Value::List(_)) => context.indices(Kind::Party, node),
        _ => context.index(Kind::Party, node).into_iter().collect(),
    };
    parties.sort_unstable();
    parties.dedup();
    parties
}

fn wording(context: &mut Context<'_, '_>, case: &Case, table: Option<&Node>) -> BTreeMap<IssueIdx, Wording> {
    let entries = table.map_or(&[][..], Node::entries);
    entries.iter().filter_map(|entry| on_issue(context, case, entry)).collect()
}

fn on_issue(context: &mut Context<'_, '_>, case: &Case, entry: &Entry) -> Option<(IssueIdx, Wording)> {
    let Some(issue) = case.issue(&entry.key) else {
        context.dangling(&[Kind::Issue], &entry.key, entry.key_span);
        return None;
    };
    let path = vec!["drafts".to_owned(), "choices".to_owned(), entry.key.clone()];
    context.occurs(Kind::Issue, entry.key.clone(), Place::Key(entry.key_span.file, path));
    let wording = match &entry.node.value {
        Value::Text { text, .. } if text == OPEN => Wording::Open,
        Value::List(items) => bracketed(context, case, issue, &entry.node, items)?,
        _ => Wording::Settled(choice(context, case, issue, &entry.node)?),
    };
    Some((issue, wording))
}

fn bracketed(
    context: &mut Context<'_, '_>,
    case: &Case,
    issue: IssueIdx,
    node: &Node,
    items: &[Node],
) -> Option<Wording> {
    let mut choices: Vec<ChoiceIdx> = items.iter().filter_map(|item| choice(context, case, issue, item)).collect();
    let understood = choices.len() == items.len();
    choices.sort_unstable();
    choices.dedup();
    if understood && choices.len() < 2 {
        context.report(
            Diagnostic::new(&codes::BAD_BRACKET, "brackets hold two different choices or more")
                .at(node.span, "these brackets")
                .hint(
                    "write one choice without brackets, several in them, or \"[open]\" where nothing is written down",
                ),
        );
        return None;
    }
    understood.then_some(Wording::Bracketed(choices))
}

fn refuse_cycles(context: &mut Context<'_, '_>, case: &Case) {
    let Some(cycle) = case.draft_cycle() else { return };
    let members = cycle.iter().map(|&draft| (case.drafts[draft].id.as_str(), case.drafts[draft].span));
    context.report(super::supersedes_cycle("drafts", members));
}
