//! What a lens is worth over the ranges of its numbers: as few numbers stand for many units, they count together.

use std::collections::BTreeMap;

use detente_case::Lens;
use detente_estimate::{LensValues, StatusWorth, Utility};

use super::ends::Ends;
use crate::lens_values;

/// The most combinations of numbers that are looked at.
const MOST: usize = 4096;

/// The whole of a lens, in thousandths.
const WHOLE: i128 = 100_000;

/// The ends of `of` over all numbers of a lens, which is handed the value per part and status and adds up differences of them.
///
/// Both what is added up and the span it is divided by are linear in each number as long as the worths of the statuses keep their
/// order; the quotient is least and most where every worth stands at an end of its own range or level with another that does. These
/// places are all looked at. Where there are too many, or a status has rates of its own, or the span can vanish, the ends are those
/// of every lens: the whole of it either way. Payoffs are divided by nothing, so that the ends of the ranges do; `None` where there
/// are too many of them.
///
/// # Cost
/// At most 4,096 times that of [`lens_values`].
pub(super) fn over_numbers(
    lens: &Lens,
    values: &LensValues,
    utility: Utility,
    rounded: usize,
    of: &dyn Fn(&[Vec<i64>]) -> i128,
) -> Option<Ends> {
    let at = |halves: &[i64]| {
        let worths = lens_values(lens, values, utility, |rank| halves.get(rank).copied().unwrap_or(0));
        let spans = worths.iter().flatten().any(|value| *value != 0);
        (of(&worths), spans)
    };
    let whole = || (utility == Utility::Weighted).then(|| Ends::between(-WHOLE, WHOLE).enclosing());
    let Some(candidates) = candidates(values, utility) else { return whole() };
    let mut halves: Vec<i64> = candidates.iter().filter_map(|of| of.first()).copied().collect();
    let (first, mut always_spans) = at(&halves);
    let (mut low, mut high) = (first, first);
    let mut places = vec![0_usize; candidates.len()];
    while let Some(next) = (0..places.len()).find(|&rank| places[rank] + 1 < candidates[rank].len()) {
        for rank in 0..next {
            places[rank] = 0;
            halves[rank] = candidates[rank][0];
        }
        places[next] += 1;
        halves[next] = candidates[next][places[next]];
        let (found, spans) = at(&halves);
        low = low.min(found);
        high = high.max(found);
        always_spans &= spans;
    }
    let is_known = candidates.iter().all(|of| of.len() == 1);
    if is_known {
        return Some(Ends::one(first));
    }
    if !always_spans && utility == Utility::Weighted {
        return whole();
    }
    let slack = i128::try_from(rounded).unwrap_or(WHOLE);
    let ends = Ends::between(low, high).wider(slack);
    Some(match utility {
        Utility::Weighted => Ends { low: ends.low.max(-WHOLE), high: ends.high.min(WHOLE), ..ends },
        Utility::Payoffs => ends,
    })
}

/// Per number, twice what it may stand at where the ends are found; `None` where these places do not tell the ends.
fn candidates(values: &LensValues, utility: Utility) -> Option<Vec<Vec<i64>>> {
    let ranges: Vec<[i64; 2]> = values
        .numbers
        .iter()
        .map(|(_, number)| [number.range.low(), number.range.high()].map(|end| end.thousandths().saturating_mul(2)))
        .collect();
    let levels = if utility == Utility::Weighted { levels(values, &ranges)? } else { BTreeMap::new() };
    let mut total = 1_usize;
    let mut all = Vec::with_capacity(ranges.len());
    for (rank, &[low, high]) in ranges.iter().enumerate() {
        let mut places = vec![low];
        places.extend(levels.get(&rank).into_iter().flatten().filter(|level| low < **level && **level < high));
        places.extend((low != high).then_some(high));
        total = total.checked_mul(places.len()).filter(|total| *total <= MOST)?;
        all.push(places);
    }
    Some(all)
}

/// Per number that is the worth of a status, where it may be level with another; `None` where being level depends on more.
fn levels(values: &LensValues, ranges: &[[i64; 2]]) -> Option<BTreeMap<usize, Vec<i64>>> {
    let is_uncertain = ranges.iter().any(|[low, high]| low != high);
    let has_rates = values.worths.iter().flatten().any(|worth| matches!(worth, StatusWorth::Rates(_)));
    let is_signed = values.counts.iter().any(|rate| ranges.get(rate.number).is_some_and(|[low, _]| *low < 0));
    if is_uncertain && (has_rates || is_signed) {
        return None;
    }
    let of_status = || {
        values.worths.iter().flatten().filter_map(|worth| match worth {
            StatusWorth::Number(rank) => Some(*rank),
            StatusWorth::Rates(_) => None,
        })
    };
    let mut levels: Vec<i64> = of_status().filter_map(|rank| ranges.get(rank)).flatten().copied().collect();
    levels.sort_unstable();
    levels.dedup();
    Some(of_status().map(|rank| (rank, levels.clone())).collect())
}
