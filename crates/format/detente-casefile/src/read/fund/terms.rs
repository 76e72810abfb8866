//! Terms and presets: a preset begins with the fund's own terms and writes over what it names.

use detente_base::{Decimal, Diagnostic};
use detente_case::{Case, PartyIdx};
use detente_estimate::Why;
use detente_fund::{Capital, Eligible, MOST_RETURN, Preset, Source, Terms, Tier, Until};

use super::super::context::Context;
use super::super::names::{Kind, Place};
use super::super::numbers::why;
use super::super::texts::owned;
use super::amounts::{corners, decimal, percent, percent_between, year};
use crate::codes;
use crate::tree::{Entry, Node};

/// What `node` writes over `terms`.
pub(super) fn read(context: &mut Context<'_, '_>, case: &Case, node: &Node, mut terms: Terms) -> Terms {
    let reason = why(context, node, &terms.why);
    let fiscal = &mut terms.fiscal;
    for (key, to) in [
        ("royalty", &mut fiscal.royalty),
        ("cost_recovery", &mut fiscal.cost_recovery),
        ("contractor_share", &mut fiscal.contractor_share),
        ("profit_tax", &mut fiscal.profit_tax),
        ("fee", &mut terms.fee),
        ("locked", &mut terms.locked),
    ] {
        *to = percent(context, node.get(key)).unwrap_or(*to);
    }
    fiscal.licence_fee = decimal(context, node.get("licence_fee")).unwrap_or(fiscal.licence_fee);
    terms.returns = percent_between(context, node.get("returns"), 0, MOST_RETURN).unwrap_or(terms.returns);
    terms.share = percent(context, node.get("share")).or(terms.share);
    terms.contribution_cap = decimal(context, node.get("contribution_cap")).or(terms.contribution_cap);
    terms.locked_until = year(context, node.get("locked_until")).or(terms.locked_until);
    terms.manager = context.index(Kind::Party, node.get("manager")).or(terms.manager);
    if let Some(words) = node.get("eligible") {
        terms.eligible = words.items().iter().filter_map(Node::text).filter_map(Eligible::read).collect();
        terms.eligible.sort_unstable();
        terms.eligible.dedup();
    }
    if let Some(word) = node.get("licences").and_then(Node::text) {
        terms.only_new = word == "new";
    }
    if let Some(rows) = node.get("capital") {
        terms.capital = rows.items().iter().filter_map(|row| capital(context, case, row, &reason)).collect();
    }
    if let Some(rows) = node.get("tiers") {
        terms.tiers = rows.items().iter().filter_map(|row| tier(context, row)).collect();
        idle(context, rows, &terms.tiers);
    }
    terms.why = reason;
    terms.span = node.span;
    terms
}

pub(super) fn presets(context: &mut Context<'_, '_>, case: &Case, terms: &Terms) -> Vec<Preset> {
    let mut found = Vec::new();
    for (id, definition) in context.names.definitions(Kind::Preset) {
        let node = definition.node;
        let read = read(context, case, node, terms.clone());
        let source = node.get("source");
        let date = source.and_then(|source| source.get("date")).and_then(Node::date);
        let (Some(source), Some(date)) = (source, date) else { continue };
        found.push(Preset {
            id,
            title: owned(node.get("title")).unwrap_or_default(),
            after_as_of: case.as_of.is_some_and(|as_of| as_of < date),
            source: Source { text: owned(source.get("text")).unwrap_or_default(), date, url: owned(source.get("url")) },
            terms: read,
        });
    }
    found
}

fn capital(context: &mut Context<'_, '_>, case: &Case, node: &Node, covering: &Why) -> Option<Capital> {
    let party: Option<PartyIdx> = context.index(Kind::Party, node.get("party"));
    let when = node.get("when").map(|when| context.condition(Some(when), 0, case));
    let amounts = corners(context, node.get("amounts"));
    let in_kind_to: Option<PartyIdx> = context.index(Kind::Party, node.get("in_kind_to"));
    let credit = percent(context, node.get("credit")).unwrap_or(Decimal::HUNDRED);
    let why = why(context, node, covering);
    if let (Some(party), Some(to), Some(named)) = (party, in_kind_to, node.get("in_kind_to"))
        && party == to
    {
        context.report(
            Diagnostic::new(&codes::BAD_TIER, "what a party gives itself in kind is no capital")
                .at(named.span, "the giver itself")
                .hint("name the party that gets it, or leave it out for cash"),
        );
        return None;
    }
    if when.as_ref().is_some_and(Option::is_none) {
        return None;
    }
    Some(Capital { party: party?, amounts: amounts?, in_kind_to, credit, when: when.flatten(), why })
}

fn tier(context: &mut Context<'_, '_>, node: &Node) -> Option<Tier> {
    let entries = node.get("split").map_or(&[][..], Node::entries);
    let split: Vec<(PartyIdx, Decimal)> = entries.iter().filter_map(|entry| part(context, entry)).collect();
    let up_to = decimal(context, node.get("up_to"));
    let is_capital = node.get("until").is_some();
    let until = match (is_capital, node.get("up_to").is_some()) {
        (true, false) if entries.is_empty() => Until::CapitalReturned,
        (false, true) if !entries.is_empty() => Until::Paid(up_to?),
        (false, false) if !entries.is_empty() => Until::End,
        _ => {
            context.report(
                Diagnostic::new(&codes::BAD_TIER, "a tier either returns capital or splits what there is")
                    .at(node.span.within(0, 60), "this tier")
                    .hint(
                        "write { until = \"capital-returned\" }, or { split = { party = 50 } } with or without up_to",
                    ),
            );
            return None;
        }
    };
    let total: i64 = split.iter().map(|(_, percent)| percent.thousandths()).sum();
    if Decimal::HUNDRED.thousandths() < total {
        let span = node.get("split").map_or(node.span, |split| split.span);
        context.report(
            Diagnostic::new(
                &codes::OVERDRAWN_WATERFALL,
                format!("this tier pays {}% of what there is", Decimal::from_thousandths(total)),
            )
            .at(span, "more than there is")
            .hint("let the parts add up to 100 at most; what is missing stays in the fund"),
        );
        return None;
    }
    let mut split = split;
    split.sort_by_key(|(party, _)| *party);
    Some(Tier { title: owned(node.get("title")).unwrap_or_default(), split, until })
}

fn part(context: &mut Context<'_, '_>, entry: &Entry) -> Option<(PartyIdx, Decimal)> {
    let share = percent(context, Some(&entry.node));
    let Some(position) = context.names.position(Kind::Party, &entry.key) else {
        context.dangling(&[Kind::Party], &entry.key, entry.key_span);
        return None;
    };
    context.occurs(Kind::Party, entry.key.clone(), Place::Value(entry.key_span));
    Some((detente_base::Index::new(position), share?))
}

/// A tier after one that pays all there is never pays anything.
fn idle(context: &mut Context<'_, '_>, rows: &Node, tiers: &[Tier]) {
    let pays_all = |tier: &Tier| {
        let total: i64 = tier.split.iter().map(|(_, percent)| percent.thousandths()).sum();
        tier.until == Until::End && total == Decimal::HUNDRED.thousandths()
    };
    let Some(last) = tiers.iter().position(pays_all).filter(|last| last + 1 < tiers.len()) else { return };
    if let Some(node) = rows.items().get(last + 1).filter(|_| rows.items().len() == tiers.len()) {
        context.report(
            Diagnostic::new(&codes::IDLE_TIER, "nothing ever reaches this tier")
                .at(node.span.within(0, 60), "this tier")
                .hint("put it before the tier that pays all there is, or give that one up_to"),
        );
    }
}
