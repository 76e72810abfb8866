//! An issue that is seen through a lens: its units, what can become of them, which are settled together.
//!
//! A lens is drawn before anything else is read, because its parts are issues like any other; who is named in it is looked up
//! once everything has a place.

mod drawing;
mod keys;
mod parts;

use detente_base::{Diagnostic, Index};
use detente_case::{Arrangement, Case, Choice, ChoiceIdx, Id, Issue, IssueIdx, Lens, Resolution};
use detente_territory::Territory;

use super::context::Context;
use super::names::{Definition, Kind, Place};
use super::texts::{owned, texts};
use crate::tree::Node;

/// A lens and the ids of its issues.
pub(crate) struct Drawn<'t> {
    pub(crate) node: &'t Node,
    pub(crate) lens: Lens,
    /// The ids of the issues, in order.
    pub(crate) issues: Vec<String>,
    is_scale: bool,
}

/// Draws every lens of a case, in order of id.
pub(crate) fn draw<'t>(
    case: &'t Node,
    territory: Option<&Territory>,
    resolution: Resolution,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Drawn<'t>> {
    let as_of = case.get("case").and_then(|head| head.get("as_of")).and_then(Node::date);
    let entries = case.get("issues").map_or(&[][..], Node::entries).iter();
    let mut lenses: Vec<_> = entries.filter(|entry| entry.node.get("lens").is_some()).collect();
    lenses.sort_by(|a, b| a.key.cmp(&b.key));
    let draw = |entry: &&'t crate::tree::Entry| {
        let id = Id::new(&entry.key).ok()?;
        let parties = case.get("parties").map_or(&[][..], Node::entries);
        let drawing = drawing::Drawing { id, entry, territory, as_of, resolution, parties, diagnostics };
        let lens = drawing.lens();
        let issues = lens.parts.iter().map(|part| Id::of_part(&lens.id, &part.id).to_string()).collect();
        let is_scale = entry.node.get("scale").and_then(Node::flag).unwrap_or(false);
        Some(Drawn { node: &entry.node, lens, issues, is_scale })
    };
    lenses.iter().filter_map(draw).collect()
}

/// The lenses with the places of their issues, in order of id.
pub(super) fn placed(
    context: &mut Context<'_, '_>,
    drawn: &[Drawn<'_>],
) -> detente_base::Table<detente_case::LensIdx, Lens> {
    let mut lenses = Vec::new();
    for drawn in drawn {
        keys::note(context, drawn);
        let mut lens = drawn.lens.clone();
        for (part, issue) in lens.parts.iter_mut().zip(&drawn.issues) {
            part.issue = IssueIdx::new(context.names.position(Kind::Issue, issue).unwrap_or(0));
        }
        lenses.push(lens);
    }
    lenses.into_iter().collect()
}

/// The issue of a part of a lens.
pub(super) fn issue(context: &mut Context<'_, '_>, id: Id, at: Definition<'_>, drawn: &[Drawn<'_>]) -> Option<Issue> {
    let place = |of: &Drawn<'_>| of.issues.iter().position(|issue| id == **issue);
    let (drawn, part) = drawn.iter().find_map(|of| Some((of, place(of)?)))?;
    let part = &drawn.lens.parts[part];
    let lens = &drawn.lens;
    let choice = |&status: &usize| {
        let status = &lens.statuses[status];
        Choice { id: status.id.clone(), title: status.title.clone(), amount: None, span: at.span }
    };
    Some(Issue {
        title: format!("{}: {}", lens.title, part.name),
        words: texts(at.node.get("words")),
        note: owned(at.node.get("note")),
        reported_as: context.ids(&[Kind::Statement], at.node.get("reported_as")),
        owner: None,
        arrangement: if drawn.is_scale { Arrangement::Scale } else { Arrangement::Unordered },
        choices: part.statuses.iter().map(choice).collect(),
        id,
        span: at.span,
    })
}

/// The statuses that a list names, by place: a position on a whole lens speaks of these.
pub(super) fn statuses(context: &mut Context<'_, '_>, case: &Case, lens: &Lens, list: Option<&Node>) -> Vec<ChoiceIdx> {
    let mut found = Vec::new();
    for item in list.map_or(&[][..], Node::items) {
        let Some(text) = item.text() else { continue };
        match lens.status(text) {
            Some(status) => {
                context.occurs(Kind::Choice, format!("{}.{text}", lens.id), Place::Value(item.part(0, text.len())));
                found.push(ChoiceIdx::new(status));
            }
            None => context.report(super::context::unknown_status(&lens.id.to_string(), text, case, item.span)),
        }
    }
    found
}
