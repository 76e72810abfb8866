//! Numbers people estimate: one number, a range, a word, with or without a reason.

use detente_base::{Diagnostic, Span};
use detente_case::Id;
use detente_estimate::{Estimate, Moves, Range, Why, Word};

use super::context::Context;
use super::names::Kind;
use super::texts::owned;
use crate::codes;
use crate::tree::{Node, Value};

/// The reason written in `node`, else the one that covers it.
pub(super) fn why(context: &mut Context<'_, '_>, node: &Node, covering: &Why) -> Why {
    let because = owned(node.get("because"));
    let basis = context.ids(&[Kind::Position, Kind::Statement], node.get("basis"));
    if because.is_none() && basis.is_empty() { covering.clone() } else { Why { because, basis } }
}

/// A number, range or word, bare or as `points` of a table with its own reason.
pub(super) fn estimate(context: &mut Context<'_, '_>, node: Option<&Node>, covering: &Why) -> Option<Estimate> {
    let node = node?;
    if let Value::Table(_) = node.value {
        let why = why(context, node, covering);
        let points = node.get("points")?;
        let moves = moves(context, node);
        return Some(Estimate { range: range(context, points)?, why, moves, span: points.span });
    }
    Some(Estimate { range: range(context, node)?, why: covering.clone(), moves: None, span: node.span })
}

/// The name a number shares with those it moves with or against.
pub(super) fn moves(context: &mut Context<'_, '_>, node: &Node) -> Option<Moves> {
    let named = |key: &str| node.get(key).and_then(|node| Some((Id::new(node.text()?).ok()?, node.span)));
    let (with, against) = (named("moves_with"), named("moves_against"));
    if let (Some(_), Some((_, span))) = (&with, &against) {
        context.report(
            Diagnostic::new(&codes::BAD_MOVE, "a number moves with others or against them, not both")
                .at(*span, "the second of the two")
                .hint("keep moves_with or moves_against"),
        );
    }
    let is_against = with.is_none();
    with.or(against).map(|(with, span)| Moves { with, against: is_against, span })
}

/// `12`, `[lo, hi]`, `[lo, mode, hi]` or a word.
pub(super) fn range(context: &mut Context<'_, '_>, node: &Node) -> Option<Range> {
    match &node.value {
        Value::Number(number) => Some(Range::single(*number)),
        Value::Text { text, .. } => Word::read(text).map(Word::range),
        Value::List(items) => {
            let numbers: Option<Vec<_>> = items.iter().map(Node::number).collect();
            let range = match numbers?.as_slice() {
                [low, high] => Range::uniform(*low, *high),
                [low, mode, high] => Range::triangular(*low, *mode, *high),
                _ => {
                    upside_down(context, node.span, "a range has two numbers, or three with the mode in the middle");
                    return None;
                }
            };
            if range.is_err() {
                upside_down(context, node.span, "the numbers of a range do not rise");
            }
            range.ok()
        }
        _ => None,
    }
}

fn upside_down(context: &mut Context<'_, '_>, span: Span, message: &str) {
    context.report(
        Diagnostic::new(&codes::RANGE_UPSIDE_DOWN, message)
            .at(span, "this range")
            .hint("write [lowest, highest] or [lowest, most likely, highest]"),
    );
}
