//! Streams and how probable they are.

use detente_base::{Decimal, Diagnostic, Table};
use detente_case::{Case, Id};
use detente_estimate::{Range, Why};
use detente_fund::{Chance, PriceDeck, PriceIdx, Stream, StreamIdx};

use super::super::context::Context;
use super::super::names::{Definition, Kind};
use super::super::numbers::{range, why};
use super::super::texts::owned;
use super::amounts::{corners, within};
use super::{missing_price, range_or, scale};
use crate::codes;
use crate::tree::Node;

/// The streams in order of id; one without a price is left out.
pub(super) fn read(
    context: &mut Context<'_, '_>,
    case: &Case,
    prices: &Table<PriceIdx, PriceDeck>,
    covering: &Why,
) -> Table<StreamIdx, Stream> {
    let mut streams = Table::default();
    for (id, definition) in context.names.definitions(Kind::Stream) {
        let reason = why(context, definition.node, covering);
        let price = price(context, prices, definition);
        if let Some(stream) = stream(context, case, (id, price), definition, &reason) {
            streams.push(stream);
        }
    }
    streams
}

fn price(context: &mut Context<'_, '_>, prices: &Table<PriceIdx, PriceDeck>, of: Definition<'_>) -> Option<PriceIdx> {
    if of.node.get("price").is_none() {
        missing_price(context, "a stream without a price".to_owned(), of.span, "sold for nothing?");
        return None;
    }
    let found = context.index(Kind::Price, of.node.get("price"));
    found.filter(|_| !prices.is_empty())
}

fn stream(
    context: &mut Context<'_, '_>,
    case: &Case,
    (id, price): (Id, Option<PriceIdx>),
    of: Definition<'_>,
    reason: &Why,
) -> Option<Stream> {
    let node = of.node;
    let nothing = Range::single(Decimal::ZERO);
    let rows = node.get("chance").map_or(&[][..], Node::items);
    let chances: Vec<Option<Chance>> = rows.iter().map(|row| chance(context, case, row, reason)).collect();
    let complete = chances.iter().all(Option::is_some);
    let otherwise = probability(context, node.get("otherwise"));
    let production = corners(context, node.get("production"));
    let capex = node.get("capex").map_or(Some(Vec::new()), |capex| corners(context, Some(capex)));
    let opex = range_or(context, node.get("opex"), nothing);
    let start_delay = range_or(context, node.get("start_delay"), nothing);
    if !within(start_delay.high(), 0, 60) {
        let span = node.get("start_delay").map_or(of.span, |node| node.span);
        context.report(
            Diagnostic::new(&codes::BAD_YEARS, "a delay of more than 60 years")
                .at(span, "this delay")
                .hint("write years"),
        );
    }
    let operator = context.index(Kind::Party, node.get("operator"));
    let government = context.index(Kind::Party, node.get("government"));
    complete.then_some(())?;
    Some(Stream {
        id,
        price: price?,
        title: owned(node.get("title")).unwrap_or_default(),
        volume_scale: scale(node.get("volume_in")),
        production: production?,
        capex: capex?,
        opex,
        start_delay,
        new_licence: node.get("new_licence").and_then(Node::flag).unwrap_or(false),
        operator,
        government,
        chances: chances.into_iter().flatten().collect(),
        otherwise: otherwise.unwrap_or(Range::single(Decimal::from_thousandths(Decimal::UNIT))),
        why: reason.clone(),
        span: of.span,
    })
}

fn chance(context: &mut Context<'_, '_>, case: &Case, node: &Node, covering: &Why) -> Option<Chance> {
    let when = context.condition(node.get("when"), 0, case);
    let probability = probability(context, node.get("probability"));
    let government = context.index(Kind::Party, node.get("government"));
    let why = why(context, node, covering);
    Some(Chance { when: when?, probability: probability?, government, why })
}

fn probability(context: &mut Context<'_, '_>, node: Option<&Node>) -> Option<Range> {
    let node = node?;
    let read = range(context, node)?;
    if within(read.low(), 0, 1) && within(read.high(), 0, 1) {
        return Some(read);
    }
    context.report(
        Diagnostic::new(&codes::BAD_PROBABILITY, "a probability lies between 0 and 1")
            .at(node.span, "this probability")
            .hint("write 0.7 for seven in ten"),
    );
    None
}
