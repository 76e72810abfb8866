//! Orders and comparisons: what people say of preferences without giving points.

use std::collections::{BTreeMap, BTreeSet};

use detente_base::{Diagnostic, Index, Span};
use detente_case::{Case, ChoiceIdx, IssueIdx};
use detente_estimate::{Answers, Order, Ranked, Why};

use super::comparisons::comparisons;
use super::context::Context;
use super::names::{Kind, Place};
use super::numbers::why;
use crate::codes;
use crate::suggest::did_you_mean;
use crate::tree::{Node, Value};

/// What a party's section says in orders and comparisons; `path` is where its keys stand in the file.
pub(super) fn answers(
    context: &mut Context<'_, '_>,
    case: &Case,
    path: &[String],
    node: &Node,
    covering: &Why,
) -> Answers {
    Answers {
        weights: node.get("weights").and_then(|weights| issue_order(context, weights, covering)),
        values: choice_orders(context, case, node.get("values"), covering),
        comparisons: comparisons(context, case, path, node, covering),
    }
}

fn issue_order(context: &mut Context<'_, '_>, weights: &Node, covering: &Why) -> Option<Order<IssueIdx>> {
    let order = weights.get("order")?;
    let why = why(context, weights, covering);
    let classes = classes(order, |node| context.index(Kind::Issue, Some(node)))?;
    once(context, &classes)?;
    Some(Order { classes, why, span: order.span })
}

fn choice_orders(
    context: &mut Context<'_, '_>,
    case: &Case,
    values: Option<&Node>,
    covering: &Why,
) -> BTreeMap<IssueIdx, Order<ChoiceIdx>> {
    let mut orders = BTreeMap::new();
    for entry in values.map_or(&[][..], Node::entries) {
        // An issue nobody knows has been reported where its values were read.
        let (Some(issue), Some(node)) = (case.issue(&entry.key), entry.node.get("order")) else { continue };
        let why = why(context, &entry.node, covering);
        if let Some(classes) = choice_classes(context, case, issue, node) {
            orders.insert(issue, Order { classes, why, span: node.span });
        }
    }
    orders
}

fn choice_classes(
    context: &mut Context<'_, '_>,
    case: &Case,
    issue: IssueIdx,
    node: &Node,
) -> Option<Vec<Vec<Ranked<ChoiceIdx>>>> {
    let row = &case.issues[issue];
    if row.is_range() {
        let message = format!("\"{}\" is a range: its amounts are not put in order one by one", row.id);
        let hint = "give a curve: curve = [[amount, value], …]; values may be ranges";
        bad(context, message, node.span, "this order", hint);
        return None;
    }
    let classes = classes(node, |node| choice(context, case, issue, node))?;
    once(context, &classes)?;
    let ranked: BTreeSet<ChoiceIdx> = classes.iter().flatten().map(|ranked| ranked.of).collect();
    let left_out = row.choices.iter().filter(|(choice, _)| !ranked.contains(choice));
    let left_out: Vec<&str> = left_out.map(|(_, choice)| choice.id.as_str()).collect();
    if !left_out.is_empty() {
        let message = format!("the order of \"{}\" leaves out {}", row.id, left_out.join(", "));
        bad(
            context,
            message,
            node.span,
            "this order",
            "rank every choice; those that stand level go in a list of their own",
        );
    }
    // What is left out or level is reported once, here: the order stands all the same.
    if classes.len() < 2 {
        let message = format!("the order of \"{}\" has no first and no last", row.id);
        bad(
            context,
            message,
            node.span,
            "this order",
            "leave the issue out and give it the weight 0 if all its choices are liked alike",
        );
    }
    Some(classes)
}

/// The choice a node names: an id, or an amount on a range.
pub(super) fn choice(context: &mut Context<'_, '_>, case: &Case, issue: IssueIdx, node: &Node) -> Option<ChoiceIdx> {
    let row = &case.issues[issue];
    let (written, found) = match &node.value {
        Value::Text { text, .. } => (text.clone(), row.choice(text)),
        Value::Number(number) => (number.to_string(), row.choice_at(*number)),
        _ => return None,
    };
    if found.is_none() {
        let known: Vec<&str> = row.choices.rows().map(|choice| choice.id.as_str()).collect();
        let hint = match (row.is_range(), known.as_slice()) {
            (true, [first, second, .., last]) => format!("its amounts: {first}, {second}, … {last}"),
            _ => did_you_mean(&written, known.iter().copied())
                .unwrap_or_else(|| format!("its choices: {}", known.join(", "))),
        };
        let message = format!("\"{}\" has no choice \"{written}\"", row.id);
        context.report(Diagnostic::new(&codes::UNKNOWN_CHOICE, message).at(node.span, "named here").hint(hint));
    } else if !row.is_range() {
        let place = Place::Value(node.part(0, written.len()));
        context.occurs(Kind::Choice, format!("{}.{written}", row.id), place);
    }
    found
}

/// The classes of an order; `None` where one of its names means nothing, which has been reported.
fn classes<I: Index>(node: &Node, mut read: impl FnMut(&Node) -> Option<I>) -> Option<Vec<Vec<Ranked<I>>>> {
    let mut ranked = |node: &Node| read(node).map(|of| Ranked { of, span: node.span });
    let class = |node: &Node| match &node.value {
        Value::List(items) => items.iter().map(&mut ranked).collect::<Vec<_>>(),
        _ => vec![ranked(node)],
    };
    let classes: Vec<Vec<Option<Ranked<I>>>> = node.items().iter().map(class).collect();
    let classes = classes.into_iter().map(|class| class.into_iter().collect()).collect::<Option<Vec<Vec<_>>>>()?;
    Some(classes.into_iter().filter(|class| !class.is_empty()).collect())
}

/// Nothing stands in an order twice, and something does.
fn once<I: Index>(context: &mut Context<'_, '_>, classes: &[Vec<Ranked<I>>]) -> Option<()> {
    let mut first: BTreeMap<I, Span> = BTreeMap::new();
    let mut sound = Some(());
    for ranked in classes.iter().flatten() {
        if let Some(&earlier) = first.get(&ranked.of) {
            context.report(
                Diagnostic::new(&codes::BAD_ORDER, "something stands in an order twice")
                    .at(ranked.span, "here again")
                    .at(earlier, "here first")
                    .hint("keep the place where it belongs"),
            );
            sound = None;
        }
        first.entry(ranked.of).or_insert(ranked.span);
    }
    sound.filter(|()| !first.is_empty())
}

fn bad(context: &mut Context<'_, '_>, message: String, span: Span, label: &str, hint: &str) {
    context.report(Diagnostic::new(&codes::BAD_ORDER, message).at(span, label).hint(hint));
}
