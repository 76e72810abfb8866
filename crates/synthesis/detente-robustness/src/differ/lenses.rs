//! What two sets say of lenses.

use std::collections::BTreeMap;

use detente_case::LensIdx;
use detente_estimate::{Estimate, LensValues, PartyEstimates, Range};

/// The weights of the lenses.
pub(super) fn weights(of: &PartyEstimates) -> BTreeMap<LensIdx, Estimate> {
    of.lenses.iter().filter_map(|(&lens, of)| Some((lens, of.weight.clone()?))).collect()
}

/// Every number of the values of lenses, with its id.
pub(super) fn numbers(of: &PartyEstimates) -> impl Iterator<Item = (LensIdx, String, Range)> {
    let of_lens = |(&lens, values): (&LensIdx, &LensValues)| {
        values.numbers.iter().map(move |(id, number)| (lens, id.clone(), number.range)).collect::<Vec<_>>()
    };
    of.lenses.iter().filter_map(|(lens, of)| Some((lens, of.values.as_ref()?))).flat_map(of_lens)
}

/// Whether two parties' values of lenses have the same numbers with the same meaning.
pub(super) fn same_values(a: &PartyEstimates, b: &PartyEstimates) -> bool {
    numbers(a).eq(numbers(b))
}

/// Puts the weights of lenses of one in the place of another's.
pub(super) fn take_weights(to: &mut PartyEstimates, from: &PartyEstimates) {
    to.lenses.values_mut().for_each(|of| of.weight = None);
    for (&lens, of) in &from.lenses {
        to.lenses.entry(lens).or_default().weight.clone_from(&of.weight);
    }
}

/// Puts the values of lenses of one in the place of another's.
pub(super) fn take_values(to: &mut PartyEstimates, from: &PartyEstimates) {
    to.lenses.values_mut().for_each(|of| of.values = None);
    for (&lens, of) in &from.lenses {
        to.lenses.entry(lens).or_default().values.clone_from(&of.values);
    }
}
