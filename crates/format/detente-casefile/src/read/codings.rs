//! What coders read in statements, each working alone.

use std::collections::BTreeMap;

use detente_base::{Diagnostic, Table};
use detente_case::{Case, Id};
use detente_ledger::{Coding, CodingIdx, KindName};

use super::context::Context;
use super::ledger::grade;
use super::limits::firmness;
use super::names::{Definition, Kind};
use super::texts::owned;
use crate::codes;
use crate::tree::Node;

pub(super) fn read(context: &mut Context<'_, '_>, case: &Case) -> Table<CodingIdx, Coding> {
    let definitions = context.names.definitions(Kind::Coding);
    let codings: Table<CodingIdx, Coding> =
        definitions.into_iter().map(|(id, at)| coding(context, case, id, at)).collect();
    refuse_second_readings(context, &codings);
    codings
}

fn coding(context: &mut Context<'_, '_>, case: &Case, id: Id, Definition { node, span }: Definition<'_>) -> Coding {
    let issue = match node.get("issue").and_then(Node::text) {
        None | Some("unspecified") => None,
        Some(_) => context.index(Kind::Issue, node.get("issue")),
    };
    let amount = node.get("amount").filter(|_| issue.is_some());
    if let Some(stray) = node.get("amount").filter(|_| !issue.is_some_and(|issue| case.issues[issue].is_range())) {
        context.report(
            Diagnostic::new(&codes::BAD_COMPARISON, "an amount where the issue's choices are no amounts")
                .at(stray.span, "this amount")
                .hint("name an issue with a range, or leave the amount out"),
        );
    }
    Coding {
        statement: context.index(Kind::Statement, node.get("statement")),
        coder: owned(node.get("coder")).unwrap_or_default(),
        issue,
        kind: node.get("kind").and_then(Node::text).and_then(KindName::of),
        firmness: firmness(node.get("firmness")),
        credibility: node.get("credibility").and_then(|node| grade(context, node, 1)),
        amount: amount.and_then(Node::number),
        id,
        span,
    }
}

/// One coder codes a statement once: two readings would be counted against each other.
fn refuse_second_readings(context: &mut Context<'_, '_>, codings: &Table<CodingIdx, Coding>) {
    let mut first = BTreeMap::new();
    for coding in codings.rows() {
        let Some(statement) = coding.statement else { continue };
        if let Some(earlier) = first.insert((statement, coding.coder.as_str()), coding.span) {
            context.report(
                Diagnostic::new(&codes::CODED_TWICE, format!("\"{}\" codes one statement twice", coding.coder))
                    .at(coding.span, "here again")
                    .at(earlier, "here first")
                    .hint("keep the reading that was made alone and first; two coders need two names"),
            );
        }
    }
}
