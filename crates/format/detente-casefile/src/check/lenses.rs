//! What a set of estimates says of lenses: numbers with a reason, on the scale, none missing.

use detente_base::{Decimal, Diagnostic};
use detente_case::Lens;
use detente_estimate::{LensEstimates, LensValues, StatusWorth, Utility};

use super::estimates::Checker;
use crate::codes;

impl Checker<'_, '_> {
    pub(super) fn lenses(&mut self) {
        for (&lens, of) in &self.estimates.lenses {
            let lens = &self.case.lenses[lens];
            self.lens_weight(lens, of);
            if let Some(values) = &of.values {
                self.lens_values(lens, values);
            }
        }
    }

    fn lens_weight(&mut self, lens: &Lens, of: &LensEstimates) {
        let Some(weight) = &of.weight else { return };
        if self.set.utility == Utility::Payoffs {
            self.report(
                Diagnostic::new(&codes::WEIGHTS_WITH_PAYOFFS, "payoffs add up as they are and take no weights")
                    .at(weight.span, "this weight")
                    .hint("leave the weights out, or take utility = \"weighted\""),
            );
            return;
        }
        self.explained(&weight.why, weight.span);
        if weight.range.low() < Decimal::ZERO {
            self.report(
                Diagnostic::new(&codes::NEGATIVE_WEIGHT, "a weight is zero or more")
                    .at(weight.span, "this weight")
                    .hint("let the values say which status is worth more; the weight says how much the lens matters"),
            );
        }
        if weight.range.high() != Decimal::ZERO && of.values.is_none() {
            let message = format!("{} has no value for the statuses of \"{}\"", self.name(), lens.id);
            self.report(
                Diagnostic::new(&codes::MISSING_VALUE, message)
                    .at(weight.span, "a weight without values")
                    .hint(format!("add values.{} with a value for each status", lens.id)),
            );
        }
    }

    fn lens_values(&mut self, lens: &Lens, values: &LensValues) {
        for (_, number) in &values.numbers {
            self.explained(&number.why, number.span);
        }
        for worth in values.worths.iter().flatten() {
            if let StatusWorth::Number(number) = worth
                && let Some((_, number)) = values.numbers.get(*number)
            {
                self.on_scale(number.range.low(), number.range.high(), number.span);
            }
        }
        let is_missing = |(worth, _): &(&Option<StatusWorth>, _)| worth.is_none();
        let missing = values.worths.iter().zip(&lens.statuses).filter(is_missing);
        let missing: Vec<&str> = missing.map(|(_, status)| status.id.as_str()).collect();
        if !missing.is_empty() {
            let message = format!("{} has no value for every status of \"{}\"", self.name(), lens.id);
            self.report(
                Diagnostic::new(&codes::MISSING_VALUE, message)
                    .at(values.span, format!("no value for {}", missing.join(", ")))
                    .hint(format!("add values.{} with a value for each status, or rates of its own", lens.id)),
            );
        }
    }
}
