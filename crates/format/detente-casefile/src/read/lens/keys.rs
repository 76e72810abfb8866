//! Where a lens names parties, and where its statuses and blocs are defined: what renaming must find.

use super::Drawn;
use crate::read::context::Context;
use crate::read::names::{Kind, Place};
use crate::tree::{Entry, Node};

pub(super) fn note(context: &mut Context<'_, '_>, drawn: &Drawn<'_>) {
    let (node, id) = (drawn.node, drawn.lens.id.as_str());
    let entries = |key: &str| node.get(key).map_or(&[][..], Node::entries);
    let path = |key: &str, of: &Entry| ["issues", id, key, of.key.as_str()].map(str::to_owned).to_vec();
    for (key, kind) in [("statuses", Kind::Choice), ("blocs", Kind::Bloc)] {
        for entry in entries(key) {
            context.occurs(kind, format!("{id}.{}", entry.key), Place::Key(entry.key_span.file, path(key, entry)));
        }
    }
    for entry in entries("statuses") {
        let side = entry.node.get("side");
        if side.and_then(Node::text) != Some("as-on-date") {
            party(context, side);
        }
    }
    entries("counts_for").iter().for_each(|entry| party(context, Some(&entry.node)));
    party(context, node.get("held_by"));
    let named = |kind: Kind, item: &Node| {
        let text = item.text()?;
        Some((kind, format!("{id}.{text}"), Place::Value(item.part(0, text.len()))))
    };
    let rest = node.get("rest").into_iter();
    let allowed = entries("allowed").iter().flat_map(|entry| entry.node.items());
    for (kind, id, place) in rest.chain(allowed).filter_map(|item| named(Kind::Choice, item)) {
        context.occurs(kind, id, place);
    }
    for entry in entries("allowed").iter().filter(|entry| drawn.lens.blocs.iter().any(|bloc| bloc.id == *entry.key)) {
        context.occurs(
            Kind::Bloc,
            format!("{id}.{}", entry.key),
            Place::Key(entry.key_span.file, path("allowed", entry)),
        );
    }
}

fn party(context: &mut Context<'_, '_>, node: Option<&Node>) {
    let Some(node) = node else { return };
    context.id(&[Kind::Party], node);
}
