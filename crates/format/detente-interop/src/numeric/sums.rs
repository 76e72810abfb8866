//! No sum may leave 64 bits, whatever the package: everything after reading adds without looking.

use detente_base::Diagnostic;

use super::NumericModel;
use super::field::Fields;
use crate::codes;

/// Says of each party whose largest values, taken together with its reservation, do not fit.
pub(super) fn check(model: &NumericModel, fields: &Fields<'_>, found: &mut Vec<Diagnostic>) {
    let span = fields.get("values").map_or(fields.span, |node| node.span);
    for party in (0..model.parties).filter(|&party| !fits(model, party)) {
        let message = format!("the numbers of party {party} can add up to more than 64 bits hold");
        let large = Diagnostic::new(&codes::NUMBER_TOO_LARGE, message).at(span, "these values and the reservation");
        found.push(large.hint("use larger units: divide all numbers of this party, its reservation too"));
    }
}

fn fits(model: &NumericModel, party: usize) -> bool {
    let own = model.values[party].iter().map(|values| largest(values));
    let tables = model.tables.iter().map(|table| largest(&table.values[party]));
    let sum = own.chain(tables).try_fold(model.reservation[party].unsigned_abs(), u64::checked_add);
    sum.is_some_and(|sum| i64::try_from(sum).is_ok())
}

fn largest(numbers: &[i64]) -> u64 {
    numbers.iter().map(|number| number.unsigned_abs()).max().unwrap_or(0)
}
