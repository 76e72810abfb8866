//! A choice of an issue, named by id or by amount.

use detente_base::Diagnostic;
use detente_case::{Case, ChoiceIdx, IssueIdx};

use super::context::Context;
use super::names::{Kind, Place};
use crate::codes;
use crate::tree::{Node, Value};

pub(super) fn choice(context: &mut Context<'_, '_>, case: &Case, issue: IssueIdx, node: &Node) -> Option<ChoiceIdx> {
    let row = &case.issues[issue];
    let (found, written) = match &node.value {
        Value::Number(amount) => (row.choice_at(*amount), amount.to_string()),
        _ => (row.choice(node.text()?), node.text()?.to_owned()),
    };
    if found.is_some() && node.text().is_some() {
        context.occurs(Kind::Choice, format!("{}.{written}", row.id), Place::Value(node.part(0, written.len())));
    }
    if found.is_none() {
        let known: Vec<&str> = row.choices.rows().map(|choice| choice.id.as_str()).take(24).collect();
        context.report(
            Diagnostic::new(&codes::UNKNOWN_CHOICE, format!("\"{}\" has no choice \"{written}\"", row.id))
                .at(node.span, "named here")
                .hint(format!("its choices: {}", known.join(", "))),
        );
    }
    found
}
