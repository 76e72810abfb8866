//! The ids of a folder: what each names, where it is defined, and everywhere it occurs.

use std::collections::BTreeMap;

use detente_base::{Diagnostic, FileId, Span};
use detente_case::Id;

use super::lens::Drawn;
use crate::codes;
use crate::tree::Node;

/// What an id can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Party,
    Person,
    Issue,
    Lens,
    Bloc,
    Choice,
    Rule,
    RedLine,
    Offer,
    Step,
    Source,
    Statement,
    Position,
    Event,
    Unclear,
    Rate,
    Price,
    Stream,
    Preset,
    Coding,
    Draft,
    Clause,
    Topic,
}

impl Kind {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Party => "party",
            Self::Person => "person",
            Self::Issue => "issue",
            Self::Lens => "lens",
            Self::Bloc => "bloc",
            Self::Choice => "choice",
            Self::Rule => "rule",
            Self::RedLine => "red line",
            Self::Offer => "conditional offer",
            Self::Step => "step",
            Self::Source => "source",
            Self::Statement => "statement",
            Self::Position => "position",
            Self::Event => "event",
            Self::Unclear => "open point",
            Self::Rate => "rate",
            Self::Price => "price deck",
            Self::Stream => "stream",
            Self::Preset => "preset",
            Self::Coding => "coding",
            Self::Draft => "draft",
            Self::Clause => "clause",
            Self::Topic => "topic",
        }
    }
}

/// A place where an id stands. A choice's id is written `issue.choice` here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Occurrence {
    pub(crate) kind: Kind,
    pub(crate) id: String,
    pub(crate) place: Place,
}

/// Where an id stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// In a value.
    Value(Span),
    /// As the last of these keys, wherever a file writes them.
    Key(FileId, Vec<String>),
}

/// Where something is defined.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Definition<'t> {
    pub(crate) node: &'t Node,
    pub(crate) span: Span,
}

/// Every definition of a folder, by kind and id.
#[derive(Debug, Default)]
pub(crate) struct Names<'t> {
    by_kind: BTreeMap<Kind, BTreeMap<&'t str, Definition<'t>>>,
    ranks: BTreeMap<(Kind, &'t str), usize>,
    pub(crate) occurrences: Vec<Occurrence>,
}

const TABLES: [(&str, Kind); 3] = [("parties", Kind::Party), ("people", Kind::Person), ("issues", Kind::Issue)];
const FUND_TABLES: [(&str, Kind); 4] =
    [("rates", Kind::Rate), ("prices", Kind::Price), ("streams", Kind::Stream), ("presets", Kind::Preset)];
const CASE_LISTS: [(&str, Kind); 4] =
    [("rules", Kind::Rule), ("red_lines", Kind::RedLine), ("conditional_offers", Kind::Offer), ("process", Kind::Step)];
const LEDGER_LISTS: [(&str, Kind); 6] = [
    ("sources", Kind::Source),
    ("statements", Kind::Statement),
    ("positions", Kind::Position),
    ("events", Kind::Event),
    ("unclear", Kind::Unclear),
    ("codings", Kind::Coding),
];
const DRAFT_LISTS: [(&str, Kind); 1] = [("drafts", Kind::Draft)];
const CLAUSE_LISTS: [(&str, Kind); 2] = [("clauses", Kind::Clause), ("topics", Kind::Topic)];

impl<'t> Names<'t> {
    pub(crate) fn collect(
        case: &'t Node,
        [ledger, drafts, clauses, fund]: [Option<&'t Node>; 4],
        lenses: &'t [Drawn<'t>],
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut collector = Collector { names: Self::default(), first: BTreeMap::new(), diagnostics };
        collector.tables(case, &TABLES);
        collector.parts(lenses);
        collector.lists(case, &CASE_LISTS);
        if let Some(ledger) = ledger {
            collector.lists(ledger, &LEDGER_LISTS);
        }
        if let Some(fund) = fund {
            collector.tables(fund, &FUND_TABLES);
        }
        if let Some(drafts) = drafts {
            collector.lists(drafts, &DRAFT_LISTS);
        }
        if let Some(clauses) = clauses {
            collector.lists(clauses, &CLAUSE_LISTS);
        }
        collector.names.rank();
        collector.names
    }

    /// Numbers the ids of each kind in their order.
    fn rank(&mut self) {
        for (&kind, known) in &self.by_kind {
            self.ranks.extend(known.keys().enumerate().map(|(rank, &id)| ((kind, id), rank)));
        }
    }

    /// The rank of `id` among the ids of its kind: its index in the kind's table.
    pub(crate) fn position(&self, kind: Kind, id: &str) -> Option<usize> {
        self.ranks.get(&(kind, id)).copied()
    }

    pub(crate) fn is_defined(&self, kind: Kind, id: &str) -> bool {
        self.by_kind.get(&kind).is_some_and(|known| known.contains_key(id))
    }

    pub(crate) fn ids(&self, kind: Kind) -> impl Iterator<Item = &'t str> + use<'_, 't> {
        self.by_kind.get(&kind).into_iter().flat_map(|known| known.keys().copied())
    }

    /// The definitions of a kind, in order of id.
    pub(crate) fn definitions(&self, kind: Kind) -> Vec<(Id, Definition<'t>)> {
        let known = self.by_kind.get(&kind).into_iter().flatten();
        known.filter_map(|(id, definition)| Some((read_id(id)?, *definition))).collect()
    }
}

/// An id, or that of a part of a lens.
fn read_id(text: &str) -> Option<Id> {
    match text.split_once('.') {
        None => Id::new(text).ok(),
        Some((lens, part)) => Some(Id::of_part(&Id::new(lens).ok()?, &Id::new(part).ok()?)),
    }
}

/// Words that stand where ids stand and mean something else: `issue = "unspecified"`, `--limits all`, the sections of a
/// file of estimates and an order in one, the words of expressions.
const RESERVED: [&str; 11] =
    ["unspecified", "all", "format", "estimates", "order", "and", "or", "not", "in", "true", "false"];

/// Whether an id is one of the words that mean something else.
pub(crate) fn is_reserved(id: &str) -> bool {
    RESERVED.contains(&id)
}

struct Collector<'t, 'd> {
    names: Names<'t>,
    first: BTreeMap<&'t str, (Kind, Span)>,
    diagnostics: &'d mut Vec<Diagnostic>,
}

impl<'t> Collector<'t, '_> {
    /// The parts of lenses are issues; no file defines them by themselves.
    fn parts(&mut self, lenses: &'t [Drawn<'t>]) {
        for drawn in lenses {
            let span = drawn.lens.span;
            let issues = self.names.by_kind.entry(Kind::Issue).or_default();
            issues.extend(drawn.issues.iter().map(|id| (id.as_str(), Definition { node: drawn.node, span })));
        }
    }

    fn tables(&mut self, root: &'t Node, tables: &[(&str, Kind)]) {
        for &(key, kind) in tables {
            for entry in root.get(key).map_or(&[][..], Node::entries) {
                let path = vec![key.to_owned(), entry.key.clone()];
                let place = Place::Key(entry.key_span.file, path);
                let is_lens = kind == Kind::Issue && entry.node.get("lens").is_some();
                let kind = if is_lens { Kind::Lens } else { kind };
                self.define(kind, &entry.key, Definition { node: &entry.node, span: entry.key_span }, place);
            }
        }
    }

    fn lists(&mut self, root: &'t Node, lists: &[(&str, Kind)]) {
        for &(key, kind) in lists {
            for node in root.get(key).map_or(&[][..], Node::items) {
                let Some(id) = node.get("id") else { continue };
                let Some(text) = id.text() else { continue };
                let span = id.part(0, text.len());
                self.define(kind, text, Definition { node, span }, Place::Value(span));
            }
        }
    }

    fn define(&mut self, kind: Kind, id: &'t str, definition: Definition<'t>, place: Place) {
        if Id::new(id).is_err() {
            return;
        }
        if is_reserved(id) {
            self.diagnostics.push(
                Diagnostic::new(
                    &codes::BAD_ID,
                    format!("\"{id}\" has a meaning of its own in case files or on the command line"),
                )
                .at(definition.span, "this id")
                .hint("choose another id"),
            );
            return;
        }
        if let Some(&(first_kind, first)) = self.first.get(id) {
            self.diagnostics.push(
                Diagnostic::new(&codes::DUPLICATE_ID, format!("two things have the id \"{id}\""))
                    .at(definition.span, format!("{} here", kind.name()))
                    .at(first, format!("{} here, first", first_kind.name()))
                    .hint("give one of them another id; ids are unique in a case"),
            );
            return;
        }
        self.first.insert(id, (kind, definition.span));
        self.names.by_kind.entry(kind).or_default().insert(id, definition);
        self.names.occurrences.push(Occurrence { kind, id: id.to_owned(), place });
    }
}
