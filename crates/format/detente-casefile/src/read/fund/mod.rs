//! `fund.toml`: the frame, rates and prices; streams and terms are read in files of their own.

mod amounts;
mod streams;
mod terms;

use std::collections::BTreeMap;

use detente_base::{Diagnostic, Span, Table};
use detente_case::{Case, ChoiceIdx, IssueIdx};
use detente_estimate::{Range, Why};
use detente_fund::{Exchange, Fund, MOST_STREAMS, MOST_YEARS, PriceDeck, Rate, Scale, Terms};

use super::context::Context;
use super::names::{Kind, Place};
use super::numbers::{range, why};
use super::texts::owned;
use crate::codes;
use crate::tree::{Entry, Node};
use amounts::{corners, not_negative, within, year};

/// The fund, unless its frame cannot be understood at all.
pub(super) fn read(context: &mut Context<'_, '_>, case: &Case, root: &Node) -> Option<Fund> {
    let frame = root.get("fund")?;
    let covering = why(context, frame, &Why::default());
    let contributor = context.index(Kind::Party, frame.get("contributor"));
    let exists = frame.get("exists").map(|node| context.condition(Some(node), 0, case));
    let share = share(context, case, frame);
    let discount = context.index(Kind::Rate, frame.get("discount"));
    let shown = shown(context, case, frame.get("shown"));
    let years = years(context, frame);
    let currency = owned(frame.get("currency")).unwrap_or_default();
    let base_year = year(context, frame.get("base_year"));
    let exchange = exchange(context, root);
    let rates = rates(context, &covering);
    let money = Money { currency: &currency, base_year, exchange: &exchange };
    let prices = prices(context, &money, &covering);
    let scale = scale(frame.get("amounts_in"));
    let streams = streams::read(context, case, &prices, &covering);
    too_many(context, streams.len(), root);
    let terms = match root.get("terms") {
        Some(node) => {
            terms::read(context, case, node, Terms { why: covering.clone(), span: node.span, ..Terms::default() })
        }
        None => Terms { why: covering.clone(), span: frame.span, ..Terms::default() },
    };
    let presets = terms::presets(context, case, &terms);
    // What could not be understood has been said; a fund without its frame would only repeat it.
    let ((from, to), base_year, contributor) = (years?, base_year?, contributor?);
    if exists.as_ref().is_some_and(Option::is_none) || streams.len() != context.names.ids(Kind::Stream).count() {
        return None;
    }
    Some(Fund {
        title: owned(frame.get("title")).unwrap_or_default(),
        note: owned(frame.get("note")),
        currency,
        base_year,
        scale,
        from,
        to,
        contributor,
        exists: exists.flatten(),
        share,
        discount,
        shown,
        rates,
        exchange,
        prices,
        streams,
        terms,
        presets,
        why: covering,
        span: frame.span,
    })
}

/// In which money everything is.
struct Money<'f> {
    currency: &'f str,
    base_year: Option<i64>,
    exchange: &'f [Exchange],
}

fn scale(node: Option<&Node>) -> Scale {
    node.and_then(Node::text).and_then(Scale::read).unwrap_or(Scale::One)
}

fn too_many(context: &mut Context<'_, '_>, streams: usize, root: &Node) {
    if MOST_STREAMS < streams {
        let span = root.get("streams").map_or(root.span, |node| node.span);
        context.report(
            Diagnostic::new(&codes::NUMBER_TOO_LARGE, format!("a fund has at most {MOST_STREAMS} streams"))
                .at(span.within(0, 40), format!("{streams} here"))
                .hint("put streams that depend on the same conditions together"),
        );
    }
}

fn years(context: &mut Context<'_, '_>, frame: &Node) -> Option<(i64, i64)> {
    let (from, to) = (year(context, frame.get("from")), year(context, frame.get("to")));
    let (from, to) = (from?, to?);
    if from <= to && to - from < MOST_YEARS {
        return Some((from, to));
    }
    let span = frame.get("to").map_or(frame.span, |node| node.span);
    context.report(
        Diagnostic::new(&codes::BAD_YEARS, format!("{from} to {to} are not one to {MOST_YEARS} years"))
            .at(span, "the last year")
            .hint(format!("let the last year be {from} or later, and before {}", from + MOST_YEARS)),
    );
    None
}

/// The issue whose choice is the share: percentages from 0 to 100.
fn share(context: &mut Context<'_, '_>, case: &Case, frame: &Node) -> Option<IssueIdx> {
    let node = frame.get("share")?;
    let issue: IssueIdx = context.index(Kind::Issue, Some(node))?;
    let row = &case.issues[issue];
    let fits = |amount: Option<detente_base::Decimal>| amount.is_some_and(|amount| within(amount, 0, 100));
    if row.is_range() && row.choices.rows().all(|choice| fits(choice.amount)) {
        return Some(issue);
    }
    context.report(
        Diagnostic::new(&codes::NOT_A_SHARE, format!("the choices of \"{}\" are no percentages", row.id))
            .at(node.span, "the contribution share")
            .hint("name an issue with a range within 0 to 100: range = { from = 0, to = 100, step = 5, unit = \"%\" }"),
    );
    None
}

fn shown(context: &mut Context<'_, '_>, case: &Case, node: Option<&Node>) -> BTreeMap<IssueIdx, ChoiceIdx> {
    let mut found = BTreeMap::new();
    for entry in node.map_or(&[][..], Node::entries) {
        let Some(issue) = case.issue(&entry.key) else {
            context.dangling(&[Kind::Issue], &entry.key, entry.key_span);
            continue;
        };
        let path = ["fund", "shown", &entry.key].map(str::to_owned).to_vec();
        context.occurs(Kind::Issue, entry.key.clone(), Place::Key(entry.key_span.file, path));
        if let Some(choice) = choice(context, case, issue, entry) {
            found.insert(issue, choice);
        }
    }
    found
}

fn choice(context: &mut Context<'_, '_>, case: &Case, issue: IssueIdx, entry: &Entry) -> Option<ChoiceIdx> {
    let row = &case.issues[issue];
    let (written, choice) = match (entry.node.text(), entry.node.number()) {
        (Some(text), _) => (text.to_owned(), row.choice(text)),
        (None, Some(number)) => (number.to_string(), row.choice_at(number)),
        (None, None) => return None,
    };
    match choice {
        Some(choice) if entry.node.text().is_some() => {
            let place = Place::Value(entry.node.part(0, written.len()));
            context.occurs(Kind::Choice, format!("{}.{written}", row.id), place);
            Some(choice)
        }
        Some(choice) => Some(choice),
        None => {
            let known: Vec<&str> = row.choices.rows().map(|choice| choice.id.as_str()).collect();
            let near = crate::suggest::did_you_mean(&written, known.iter().copied());
            context.report(
                Diagnostic::new(&codes::UNKNOWN_CHOICE, format!("\"{}\" has no choice \"{written}\"", row.id))
                    .at(entry.node.span, "named here")
                    .hint(near.unwrap_or_else(|| format!("its choices: {}", known.join(", ")))),
            );
            None
        }
    }
}

fn rates(context: &mut Context<'_, '_>, covering: &Why) -> Table<detente_fund::RateIdx, Rate> {
    let mut rates = Table::default();
    for (id, definition) in context.names.definitions(Kind::Rate) {
        let why = why(context, definition.node, covering);
        let written = definition.node.get("percent");
        let percent = amounts::percent_between(context, written, -99, 1000).unwrap_or_default();
        rates.push(Rate { id, percent, why });
    }
    rates
}

fn exchange(context: &mut Context<'_, '_>, root: &Node) -> Vec<Exchange> {
    let rows = root.get("exchange").map_or(&[][..], Node::items);
    let mut found = Vec::new();
    for node in rows {
        let rate = node.get("rate").and_then(|rate| {
            let read = range(context, rate)?;
            if detente_base::Decimal::ZERO < read.low() && within(read.high(), 0, 1000) {
                return Some(read);
            }
            context.report(
                Diagnostic::new(&codes::NEGATIVE_AMOUNT, "a rate of exchange lies above 0 and is at most 1,000")
                    .at(rate.span, "this rate")
                    .hint("write units of the fund's currency for one unit of the other"),
            );
            None
        });
        let parts =
            (owned(node.get("currency")), rate, node.get("date").and_then(Node::date), owned(node.get("source")));
        if let (Some(currency), Some(rate), Some(date), Some(source)) = parts {
            found.push(Exchange { currency, rate, date, source });
        }
    }
    found
}

/// Decks in order of id; one whose path cannot be read has a price of nothing, for something has been said of it.
fn prices(
    context: &mut Context<'_, '_>,
    money: &Money<'_>,
    covering: &Why,
) -> Table<detente_fund::PriceIdx, PriceDeck> {
    let mut decks = Table::default();
    for (id, definition) in context.names.definitions(Kind::Price) {
        let node = definition.node;
        let why = why(context, node, covering);
        let currency = owned(node.get("currency")).unwrap_or_else(|| money.currency.to_owned());
        let path = corners(context, node.get("path")).unwrap_or_default();
        if node.get("path").is_none_or(|path| path.items().is_empty()) {
            missing_price(context, format!("the deck \"{id}\" has no price"), definition.span, "no price in any year");
        }
        mixed(context, money, node, &currency);
        decks.push(PriceDeck {
            id: id.clone(),
            unit: owned(node.get("unit")).unwrap_or_default(),
            currency,
            path,
            why,
            span: definition.span,
        });
    }
    decks
}

fn mixed(context: &mut Context<'_, '_>, money: &Money<'_>, node: &Node, currency: &str) {
    if currency != money.currency && !money.exchange.iter().any(|rate| rate.currency == currency) {
        let span = node.get("currency").map_or(node.span, |node| node.span);
        context.report(
            Diagnostic::new(&codes::MIXED_MONEY, format!("prices in {currency} in a fund in {}", money.currency))
                .at(span, "another currency")
                .hint(format!(
                    "write them in {}, or add [[exchange]] with currency = \"{currency}\", a rate, its date and its source",
                    money.currency
                )),
        );
    }
    let of_year = node.get("base_year").and_then(|written| Some((written.span, year(context, Some(written))?)));
    if let (Some((span, of)), Some(base)) = (of_year, money.base_year)
        && of != base
    {
        context.report(
            Diagnostic::new(&codes::MIXED_MONEY, format!("prices in money of {of} in a fund in money of {base}"))
                .at(span, "money of another year")
                .hint(format!("write these prices in money of {base}")),
        );
    }
}

fn missing_price(context: &mut Context<'_, '_>, message: String, span: Span, label: &str) {
    context.report(
        Diagnostic::new(&codes::MISSING_PRICE, message).at(span, label).hint(
            "add a deck, [prices.NAME] with unit and path = [[year, price], …], and price = \"NAME\" in the stream",
        ),
    );
}

/// A range that is nothing where none is written.
fn range_or(context: &mut Context<'_, '_>, node: Option<&Node>, or: Range) -> Range {
    not_negative(context, node).unwrap_or(or)
}
