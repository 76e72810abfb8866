//! Words of a clause: plain, with `{ISSUE}` where the title of a choice is filled in and `{part}` where names of parts are.

use detente_base::{Diagnostic, Span};
use detente_case::{Case, Piece, Words};

use super::context::Context;
use super::names::{Kind, Place};
use crate::codes;
use crate::tree::Node;

/// What stands for the names of parts in a clause about a lens.
const PARTS: &str = "part";

/// The words in `node`; `of_lens` says whether they are those of a clause about a lens.
pub(super) fn words(context: &mut Context<'_, '_>, case: &Case, node: &Node, of_lens: bool) -> Option<Words> {
    let text = node.text()?;
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(open) = text.get(at..).and_then(|rest| rest.find('{')).map(|found| at + found) {
        plain(text.get(at..open), &mut pieces);
        let inner = open + 1;
        let Some(close) = text.get(inner..).and_then(|rest| rest.find('}')).map(|found| inner + found) else {
            context.report(bad(node.part(open, open + 1), "these braces do not close", case));
            at = inner;
            continue;
        };
        let name = text.get(inner..close).unwrap_or_default();
        pieces.extend(piece(context, case, name, node.part(inner, close), of_lens));
        at = close + 1;
    }
    plain(text.get(at..), &mut pieces);
    Some(Words(pieces))
}

fn plain(text: Option<&str>, pieces: &mut Vec<Piece>) {
    if let Some(text) = text.filter(|text| !text.is_empty()) {
        pieces.push(Piece::Plain(text.to_owned()));
    }
}

fn piece(context: &mut Context<'_, '_>, case: &Case, name: &str, span: Span, of_lens: bool) -> Option<Piece> {
    if of_lens && name == PARTS {
        return Some(Piece::Parts);
    }
    if let Some(issue) = case.issue(name) {
        if !name.contains('.') {
            context.occurs(Kind::Issue, name, Place::Value(span));
        }
        return Some(Piece::Choice(issue));
    }
    let message = match name {
        "" => "these braces name nothing".to_owned(),
        PARTS => "the names of parts stand only in the variants of a clause about a lens".to_owned(),
        _ => format!("\"{name}\" in braces is no issue"),
    };
    context.report(bad(span, &message, case));
    None
}

fn bad(span: Span, message: &str, case: &Case) -> Diagnostic {
    let known: Vec<&str> = case.issues.rows().map(|issue| issue.id.as_str()).take(12).collect();
    Diagnostic::new(&codes::BAD_PLACEHOLDER, message)
        .at(span, "here")
        .hint(format!("in braces stands the id of an issue, whose choice is filled in: {}", known.join(", ")))
}
