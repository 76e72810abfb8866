//! What a party's estimates say of a lens: one weight for the whole, and what makes a unit count under which status.

use detente_base::{Decimal, Diagnostic};
use detente_case::{Lens, Measure};
use detente_estimate::{Estimate, LensValues, Range, Rate, StatusWorth, Why};

use super::context::Context;
use super::names::{Kind, Place};
use super::numbers::{estimate, why};
use crate::codes;
use crate::suggest::did_you_mean;
use crate::tree::{Entry, Node};

/// Keys that are no status.
const KEYS: [&str; 5] = ["counts", "rates", "order", "because", "basis"];
const MEASURES: [(&str, Measure); 4] = [
    ("per_km2", Measure::Area),
    ("per_person", Measure::People),
    ("per_site", Measure::Sites),
    ("per_unit", Measure::Units),
];

/// Reads the values of a lens. `path` leads to the entry, for renaming.
pub(super) fn read(
    context: &mut Context<'_, '_>,
    lens: &Lens,
    entry: &Entry,
    path: &[String],
    covering: &Why,
) -> LensValues {
    let covering = why(context, &entry.node, covering);
    let values = LensValues {
        numbers: Vec::new(),
        worths: vec![None; lens.statuses.len()],
        counts: Vec::new(),
        span: entry.key_span,
    };
    let mut reader = Reader { lens, path, values };
    refuse_orders(context, entry);
    for status in entry.node.entries().iter().filter(|status| !KEYS.contains(&status.key.as_str())) {
        let Some(place) = reader.status(context, status, &[]) else { continue };
        if let Some(number) = estimate(context, Some(&status.node), &covering) {
            let number = reader.number(status.key.clone(), number);
            reader.values.worths[place] = Some(StatusWorth::Number(number));
        }
    }
    for status in entry.node.get("rates").map_or(&[][..], Node::entries) {
        let Some(place) = reader.status(context, status, &["rates"]) else { continue };
        let rates = reader.rates(context, &status.node, &format!("rates/{}", status.key), &covering);
        reader.values.worths[place] = Some(StatusWorth::Rates(rates));
    }
    reader.values.counts = match entry.node.get("counts") {
        Some(counts) => reader.rates(context, counts, "counts", &covering),
        None => vec![reader.each_alike(&covering)],
    };
    reader.values
}

fn refuse_orders(context: &mut Context<'_, '_>, entry: &Entry) {
    if let Some(order) = entry.node.get("order") {
        context.report(
            Diagnostic::new(&codes::BAD_ORDER, "the statuses of a lens are not ordered but valued")
                .at(order.span, "this order")
                .hint("give each status a number or a range between 0 and 100"),
        );
    }
}

struct Reader<'c> {
    lens: &'c Lens,
    path: &'c [String],
    values: LensValues,
}

impl Reader<'_> {
    fn number(&mut self, id: String, estimate: Estimate) -> usize {
        self.values.numbers.push((id, estimate));
        self.values.numbers.len() - 1
    }

    fn status(&self, context: &mut Context<'_, '_>, entry: &Entry, under: &[&str]) -> Option<usize> {
        let Some(place) = self.lens.status(&entry.key) else {
            let known: Vec<&str> = self.lens.statuses.iter().map(|status| status.id.as_str()).collect();
            let hint = did_you_mean(&entry.key, known.iter().copied())
                .unwrap_or_else(|| format!("its statuses: {}", known.join(", ")));
            context.report(
                Diagnostic::new(
                    &codes::UNKNOWN_STATUS,
                    format!("\"{}\" has no status \"{}\"", self.lens.id, entry.key),
                )
                .at(entry.key_span, "valued here")
                .hint(hint),
            );
            return None;
        };
        let under = under.iter().map(|key| (*key).to_owned());
        let path = self.path.iter().cloned().chain(under).chain([entry.key.clone()]).collect();
        let id = format!("{}.{}", self.lens.id, entry.key);
        context.occurs(Kind::Choice, id, Place::Key(entry.key_span.file, path));
        Some(place)
    }

    fn rates(&mut self, context: &mut Context<'_, '_>, node: &Node, id: &str, covering: &Why) -> Vec<Rate> {
        let covering = why(context, node, covering);
        let mut rates = Vec::new();
        for (key, measure) in MEASURES {
            let Some(written) = node.get(key) else { continue };
            let Some(estimate) = estimate(context, Some(written), &covering) else { continue };
            let amounts = self.amounts(context, measure, written);
            rates.push(Rate { number: self.number(format!("{id}/{key}"), estimate), amounts });
        }
        for entry in node.get("units").map_or(&[][..], Node::entries) {
            let Some(unit) = self.lens.unit(&entry.key) else {
                let known = self.lens.units.iter().map(|unit| unit.id.as_str());
                let hint = did_you_mean(&entry.key, known)
                    .unwrap_or_else(|| "name units, not blocs: a bloc counts what its units count".to_owned());
                context.report(
                    Diagnostic::new(
                        &codes::UNKNOWN_UNIT,
                        format!("\"{}\" has no unit \"{}\"", self.lens.id, entry.key),
                    )
                    .at(entry.key_span, "counted here")
                    .hint(hint),
                );
                continue;
            };
            let Some(estimate) = estimate(context, Some(&entry.node), &covering) else { continue };
            let has = |units: &Vec<usize>| if units.contains(&unit) { Decimal::UNIT } else { 0 };
            let amounts = self.lens.parts.iter().map(|part| has(&part.units)).collect();
            rates.push(Rate { number: self.number(format!("{id}/units/{}", entry.key), estimate), amounts });
        }
        rates
    }

    /// How much of a measure each part has, in thousandths.
    fn amounts(&self, context: &mut Context<'_, '_>, measure: Measure, written: &Node) -> Vec<i64> {
        let mut unknown = Vec::new();
        let mut part = |units: &Vec<usize>| {
            let mut sum = 0_i64;
            for unit in units.iter().map(|&unit| &self.lens.units[unit]) {
                match unit.measure(measure) {
                    Some(amount) => sum = sum.saturating_add(amount.thousandths()),
                    None => unknown.push(unit.id.as_str()),
                }
            }
            sum
        };
        let amounts = self.lens.parts.iter().map(|of| part(&of.units)).collect();
        if !unknown.is_empty() {
            context.report(
                Diagnostic::new(
                    &codes::UNIT_UNMEASURED,
                    format!("the {} of {} is needed here and not known", measure.name(), unknown.join(", ")),
                )
                .at(written.span, "counts by it")
                .hint("add it to the tables in territory/, with its source, or count by something that is known"),
            );
        }
        amounts
    }

    /// Each unit counts one.
    fn each_alike(&mut self, covering: &Why) -> Rate {
        let one = Decimal::from_thousandths(Decimal::UNIT);
        let estimate = Estimate { range: Range::single(one), why: covering.clone(), span: self.values.span };
        let units = |units: usize| i64::try_from(units).unwrap_or(i64::MAX).saturating_mul(Decimal::UNIT);
        let amounts = self.lens.parts.iter().map(|part| units(part.units.len())).collect();
        Rate { number: self.number("counts/per_unit".to_owned(), estimate), amounts }
    }
}
