//! Years, percentages and amounts of a fund: never below nothing, never beyond what sums can hold.

use detente_base::{Decimal, Diagnostic, Span};
use detente_estimate::Range;
use detente_fund::{Corner, MOST_AMOUNT};

use super::super::context::Context;
use super::super::numbers::range;
use crate::codes;
use crate::tree::Node;

/// Whether a number lies between two whole ones.
pub(super) fn within(number: Decimal, low: i64, high: i64) -> bool {
    let unit = Decimal::UNIT;
    low * unit <= number.thousandths() && number.thousandths() <= high * unit
}

/// A whole year.
pub(super) fn year(context: &mut Context<'_, '_>, node: Option<&Node>) -> Option<i64> {
    let node = node?;
    let number = node.number()?;
    let whole = number.thousandths() % Decimal::UNIT == 0;
    if whole && within(number, 1, 9999) {
        return Some(number.thousandths() / Decimal::UNIT);
    }
    context.report(
        Diagnostic::new(&codes::BAD_YEARS, format!("{number} is no year"))
            .at(node.span, "this year")
            .hint("write a whole year, such as 2030"),
    );
    None
}

/// A percentage from 0 to 100.
pub(super) fn percent(context: &mut Context<'_, '_>, node: Option<&Node>) -> Option<Decimal> {
    percent_between(context, node, 0, 100)
}

/// A percentage between two whole numbers.
pub(super) fn percent_between(
    context: &mut Context<'_, '_>,
    node: Option<&Node>,
    low: i64,
    high: i64,
) -> Option<Decimal> {
    let node = node?;
    let number = node.number()?;
    if within(number, low, high) {
        return Some(number);
    }
    context.report(
        Diagnostic::new(&codes::BAD_PERCENTAGE, format!("{number} is not between {low} and {high} percent"))
            .at(node.span, "this percentage")
            .hint("write percent: 50 for one half"),
    );
    None
}

/// An amount: nothing or more.
pub(super) fn decimal(context: &mut Context<'_, '_>, node: Option<&Node>) -> Option<Decimal> {
    let node = node?;
    let number = node.number()?;
    held(context, Range::single(number), node.span).map(Range::low)
}

/// A number or a range: nothing or more.
pub(super) fn not_negative(context: &mut Context<'_, '_>, node: Option<&Node>) -> Option<Range> {
    let node = node?;
    let read = range(context, node)?;
    held(context, read, node.span)
}

fn held(context: &mut Context<'_, '_>, read: Range, span: Span) -> Option<Range> {
    if read.low() < Decimal::ZERO {
        context.report(
            Diagnostic::new(&codes::NEGATIVE_AMOUNT, format!("{} is below nothing", read.low()))
                .at(span, "this amount")
                .hint("costs and outlays are written as they are, without a minus; who pays them is known from where they stand"),
        );
        return None;
    }
    if within(read.high(), 0, MOST_AMOUNT) {
        return Some(read);
    }
    context.report(
        Diagnostic::new(&codes::NUMBER_TOO_LARGE, "an amount above ten million of its unit")
            .at(span, "this amount")
            .hint("take a larger unit: amounts_in or volume_in = \"million\""),
    );
    None
}

/// `[[year, number], …]` with rising years and numbers of nothing or more.
pub(super) fn corners(context: &mut Context<'_, '_>, node: Option<&Node>) -> Option<Vec<Corner>> {
    let node = node?;
    let mut found = Vec::new();
    let mut sound = true;
    for item in node.items() {
        let read = if let [at, number] = item.items() {
            year(context, Some(at)).and_then(|year| Some(Corner { year, range: not_negative(context, Some(number))? }))
        } else {
            bad_path(context, item.span, "a corner is [year, number]");
            None
        };
        sound &= read.is_some();
        found.extend(read);
    }
    let rises = found.windows(2).all(|pair| matches!(pair, [left, right] if left.year < right.year));
    if !rises {
        bad_path(context, node.span, "the years do not rise");
    }
    (sound && rises).then_some(found)
}

fn bad_path(context: &mut Context<'_, '_>, span: Span, message: &str) {
    context.report(
        Diagnostic::new(&codes::BAD_PATH, message)
            .at(span, "here")
            .hint("write [[2030, 12], [2035, [10, 15]]]: each year once, in order"),
    );
}
