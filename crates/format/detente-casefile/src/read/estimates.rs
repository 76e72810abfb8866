//! `estimates/NAME.toml`.

use std::collections::BTreeMap;

use detente_base::{Decimal, Diagnostic, Index, Table};
use detente_case::{Case, ChoiceIdx, Id, IssueIdx, LensIdx, PartyIdx};
use detente_estimate::{
    Alternative, DatedChange, Estimate, EstimateSet, EstimatedRedLine, Knot, LensEstimates, Linkage, PartyEstimates,
    Range, Utility, Values, Why,
};

use super::answers::answers;
use super::context::Context;
use super::lens_values;
use super::limits::firmness;
use super::names::{Kind, Place};
use super::npv::Valued;
use super::numbers::{estimate, moves, range, why};
use super::texts::owned;
use crate::codes;
use crate::suggest::did_you_mean;
use crate::tree::{Entry, Node};

pub(super) fn read(context: &mut Context<'_, '_>, valued: Valued<'_>, id: &Id, root: &Node) -> EstimateSet {
    let case = valued.case;
    let head = root.get("estimates");
    let get = |key: &str| head.and_then(|head| head.get(key));
    let utility = match get("utility").and_then(Node::text) {
        Some("payoffs") => Utility::Payoffs,
        _ => Utility::Weighted,
    };
    let mut parties: Vec<Option<PartyEstimates>> = case.parties.indices().map(|_| None).collect();
    for entry in root.entries().iter().filter(|entry| !matches!(entry.key.as_str(), "format" | "estimates")) {
        let Some(position) = context.names.position(Kind::Party, &entry.key) else {
            context.dangling(&[Kind::Party], &entry.key, entry.key_span);
            continue;
        };
        let party = PartyIdx::new(position);
        let section = Section { case, party, valued, path: vec![entry.key.clone()], file: entry.key_span.file };
        context.occurs(Kind::Party, entry.key.clone(), Place::Key(section.file, section.path.clone()));
        parties[position] = Some(section.read(context, entry));
    }
    EstimateSet {
        id: id.clone(),
        author: owned(get("author")).unwrap_or_default(),
        as_of: get("as_of").and_then(Node::date),
        note: owned(get("note")),
        comparable: get("comparable").and_then(Node::flag).unwrap_or(false),
        utility,
        parties: parties.into_iter().collect::<Table<PartyIdx, _>>(),
    }
}

/// One party's section.
struct Section<'c> {
    case: &'c Case,
    party: PartyIdx,
    valued: Valued<'c>,
    path: Vec<String>,
    file: detente_base::FileId,
}

impl Section<'_> {
    fn read(&self, context: &mut Context<'_, '_>, entry: &Entry) -> PartyEstimates {
        let node = &entry.node;
        let covering = why(context, node, &Why::default());
        PartyEstimates {
            bottom_line: estimate(context, node.get("bottom_line"), &covering),
            weights: self.weights(context, node.get("weights"), &covering),
            values: self.values(context, node.get("values"), &covering),
            lenses: self.lenses(context, node, &covering),
            answers: answers(context, self.case, &self.path, node, &covering),
            linkages: in_order(node, "linkages")
                .iter()
                .filter_map(|node| self.linkage(context, node, &covering))
                .collect(),
            red_lines: in_order(node, "red_lines")
                .iter()
                .filter_map(|node| self.red_line(context, node, &covering))
                .collect(),
            alternative: node.get("alternative").map(|node| alternative(context, node, &covering)),
            span: entry.key_span,
        }
    }

    fn issue(&self, context: &mut Context<'_, '_>, table: &str, entry: &Entry) -> Option<IssueIdx> {
        // A part of a lens has no weight or values of its own; that its key is no id has been reported.
        let found = self.case.issue(&entry.key).filter(|_| !entry.key.contains('.'));
        if found.is_some() {
            let path = self.path.iter().cloned().chain([table.to_owned(), entry.key.clone()]).collect();
            context.occurs(Kind::Issue, entry.key.clone(), Place::Key(self.file, path));
        } else {
            context.dangling(&[Kind::Issue], &entry.key, entry.key_span);
        }
        found
    }

    /// Weight and values of the lenses of the case.
    fn lenses(&self, context: &mut Context<'_, '_>, node: &Node, covering: &Why) -> BTreeMap<LensIdx, LensEstimates> {
        let mut lenses: BTreeMap<LensIdx, LensEstimates> = BTreeMap::new();
        for table in ["weights", "values"] {
            let Some(written) = node.get(table) else { continue };
            let covering = if table == "weights" { why(context, written, covering) } else { covering.clone() };
            for entry in written.entries() {
                let Some(lens) = self.case.lens(&entry.key) else { continue };
                let path: Vec<String> =
                    self.path.iter().cloned().chain([table.to_owned(), entry.key.clone()]).collect();
                context.occurs(Kind::Lens, entry.key.clone(), Place::Key(self.file, path.clone()));
                let of = lenses.entry(lens).or_default();
                if table == "weights" {
                    of.weight = estimate(context, Some(&entry.node), &covering);
                } else {
                    let row = &self.case.lenses[lens];
                    of.values = Some(lens_values::read(context, row, entry, &path, &covering));
                }
            }
        }
        lenses
    }

    fn weights(
        &self,
        context: &mut Context<'_, '_>,
        node: Option<&Node>,
        covering: &Why,
    ) -> BTreeMap<IssueIdx, Estimate> {
        let entries = node.map_or(&[][..], Node::entries);
        let covering = node.map_or_else(|| covering.clone(), |node| why(context, node, covering));
        let weight = |entry: &Entry| {
            let issue = self.issue(context, "weights", entry);
            let estimate = estimate(context, Some(&entry.node), &covering);
            Some((issue?, estimate?))
        };
        let is_issue = |entry: &&Entry| {
            !matches!(entry.key.as_str(), "order" | "because" | "basis") && self.case.lens(&entry.key).is_none()
        };
        entries.iter().filter(is_issue).filter_map(weight).collect()
    }

    fn values(&self, context: &mut Context<'_, '_>, node: Option<&Node>, covering: &Why) -> BTreeMap<IssueIdx, Values> {
        let entries = node.map_or(&[][..], Node::entries);
        let values = |entry: &Entry| {
            let issue = self.issue(context, "values", entry)?;
            let why = why(context, &entry.node, covering);
            Some((issue, self.issue_values(context, issue, entry, why)?))
        };
        entries.iter().filter(|entry| self.case.lens(&entry.key).is_none()).filter_map(values).collect()
    }

    fn issue_values(&self, context: &mut Context<'_, '_>, issue: IssueIdx, entry: &Entry, why: Why) -> Option<Values> {
        if let Some(curve) = entry.node.get("curve") {
            let knots = self.curve(context, issue, curve)?;
            return Some(Values::Curve { knots, why, span: entry.key_span });
        }
        if entry.node.get("npv").is_some() {
            return Some(self.valued.values(context, (self.party, issue), &entry.node, why, entry.key_span));
        }
        let row = &self.case.issues[issue];
        let mut values: Table<ChoiceIdx, Option<Estimate>> = row.choices.indices().map(|_| None).collect();
        let is_choice = |choice: &&Entry| !matches!(choice.key.as_str(), "order" | "because" | "basis");
        for choice in entry.node.entries().iter().filter(is_choice) {
            let Some(found) = row.choice(&choice.key) else {
                unknown_choice(context, self.case, issue, choice);
                continue;
            };
            let path = [&self.path[..], &["values".to_owned(), entry.key.clone(), choice.key.clone()]].concat();
            context.occurs(Kind::Choice, format!("{}.{}", entry.key, choice.key), Place::Key(self.file, path));
            values[found] = estimate(context, Some(&choice.node), &why);
        }
        Some(Values::ByChoice(values))
    }

    fn curve(&self, context: &mut Context<'_, '_>, issue: IssueIdx, node: &Node) -> Option<Vec<Knot>> {
        let knot = |node: &Node| match node.items() {
            [at, value] => Some(Knot { at: at.number()?, value: range(context, value)? }),
            _ => None,
        };
        let knots: Vec<Option<Knot>> = node.items().iter().map(knot).collect();
        let row = &self.case.issues[issue];
        let complete: Vec<Knot> = knots.iter().flatten().copied().collect();
        let problem = if complete.len() < knots.len() || complete.is_empty() {
            Some(("a corner of a curve is [amount, value]", "such as curve = [[0, 0], [50, [35, 60]], [100, 0]]"))
        } else if !row.is_range() {
            Some(("a curve needs an issue whose choices are amounts", "give a value to each choice instead"))
        } else if complete.windows(2).any(|pair| pair[1].at <= pair[0].at) {
            Some(("the amounts of a curve do not rise", "order the corners by amount, each amount once"))
        } else if !reaches_over(&complete, row.choices.rows().filter_map(|choice| choice.amount)) {
            Some((
                "the curve does not reach over the whole range",
                "let its first and last corners be the ends of the range",
            ))
        } else {
            None
        };
        let Some((message, hint)) = problem else { return Some(complete) };
        context.report(Diagnostic::new(&codes::BAD_CURVE, message).at(node.span, "this curve").hint(hint));
        None
    }

    fn linkage(&self, context: &mut Context<'_, '_>, node: &Node, covering: &Why) -> Option<Linkage> {
        let when = context.condition(node.get("when"), 0, self.case);
        let why = why(context, node, covering);
        let claimed_by = context.index(Kind::Party, node.get("claimed_by"));
        let points = node.get("points")?;
        let range = range(context, points)?;
        let moves = moves(context, node);
        Some(Linkage {
            id: owned(node.get("id")).and_then(|id| Id::new(&id).ok()),
            when: when?,
            points: Estimate { range, why, moves, span: points.span },
            claimed_by,
            span: node.span,
        })
    }

    fn red_line(&self, context: &mut Context<'_, '_>, node: &Node, covering: &Why) -> Option<EstimatedRedLine> {
        let never = context.condition(node.get("never"), 0, self.case);
        Some(EstimatedRedLine {
            id: owned(node.get("id")).and_then(|id| Id::new(&id).ok()),
            why: why(context, node, covering),
            probability: estimate(context, node.get("probability"), covering),
            never: never?,
            firmness: firmness(node.get("firmness"))?,
            span: node.span,
        })
    }
}

fn items<'n>(node: &'n Node, key: &str) -> &'n [Node] {
    node.get(key).map_or(&[], Node::items)
}

/// The items of a list: in order of id where all have one, for then their order in the file has no meaning.
pub(super) fn in_order<'n>(node: &'n Node, key: &str) -> Vec<&'n Node> {
    let mut nodes: Vec<&Node> = items(node, key).iter().collect();
    if nodes.iter().all(|node| node.get("id").is_some()) {
        nodes.sort_by_key(|node| node.get("id").and_then(Node::text));
    }
    nodes
}

fn reaches_over(knots: &[Knot], mut amounts: impl Iterator<Item = Decimal>) -> bool {
    let (Some(first), Some(last)) = (knots.first(), knots.last()) else { return false };
    amounts.all(|amount| first.at <= amount && amount <= last.at)
}

fn unknown_choice(context: &mut Context<'_, '_>, case: &Case, issue: IssueIdx, entry: &Entry) {
    let row = &case.issues[issue];
    let known: Vec<&str> = row.choices.rows().map(|choice| choice.id.as_str()).collect();
    let hint =
        did_you_mean(&entry.key, known.iter().copied()).unwrap_or_else(|| format!("its choices: {}", known.join(", ")));
    context.report(
        Diagnostic::new(&codes::UNKNOWN_CHOICE, format!("\"{}\" has no choice \"{}\"", row.id, entry.key))
            .at(entry.key_span, "valued here")
            .hint(hint),
    );
}

fn alternative(context: &mut Context<'_, '_>, node: &Node, covering: &Why) -> Alternative {
    let covering = why(context, node, covering);
    let cost = estimate(context, node.get("cost_per_month"), &covering).map(negated);
    let change = estimate(context, node.get("alternative_per_month"), &covering);
    if let (Some(_), Some(change)) = (&cost, &change) {
        context.report(
            Diagnostic::new(
                &codes::TWO_COSTS,
                "a cost per month and a change of the alternative say the same thing twice",
            )
            .at(change.span, "the change")
            .hint("keep one: cost_per_month = c is short for alternative_per_month = -c"),
        );
    }
    Alternative {
        description: owned(node.get("description")),
        alternative_per_month: change.or(cost),
        agreement_per_month: estimate(context, node.get("agreement_per_month"), &covering),
        events: items(node, "events").iter().filter_map(|node| dated(context, node, &covering)).collect(),
        span: node.span,
    }
}

fn negated(estimate: Estimate) -> Estimate {
    let (low, high) = (-estimate.range.high(), -estimate.range.low());
    let range = match estimate.range.mode() {
        Some(mode) => Range::triangular(low, -mode, high),
        None => Range::uniform(low, high),
    };
    // Negating the ends of a range that rises gives one that rises.
    Estimate { range: range.unwrap_or(estimate.range), ..estimate }
}

fn dated(context: &mut Context<'_, '_>, node: &Node, covering: &Why) -> Option<DatedChange> {
    let event = context.id(&[Kind::Event], node.get("event")?);
    let why = why(context, node, covering);
    let mut points = |key: &str| {
        let points = node.get(key)?;
        Some(Estimate { range: range(context, points)?, why: why.clone(), moves: None, span: points.span })
    };
    let [bottom_line, alternative_per_month, agreement_per_month] =
        ["bottom_line", "alternative_per_month", "agreement_per_month"].map(&mut points);
    Some(DatedChange { event: event?, bottom_line, alternative_per_month, agreement_per_month })
}
