//! How opposed the parties are.

use num_traits::ToPrimitive;

use crate::column::{Column, ratio};

/// The least distance of an outcome from the point of everybody's largest utility, each party's utilities on a scale from 0 for
/// its least to 1 for its largest. Parties indifferent over everything are left out; `None` if all are.
///
/// The outcomes given may be the efficient ones alone: what beats an outcome is no farther from that point.
///
/// # Units
/// 0 where one outcome is everybody's first choice; at most the root of the number of parties.
/// # Cost
/// Outcomes given × parties.
pub(crate) fn opposition(columns: &[Column], outcomes: usize) -> Option<f64> {
    let mut sums = vec![0.0; outcomes];
    let mut counted = 0;
    for column in columns {
        let (low, high) = &column.reach;
        if low == high {
            continue;
        }
        counted += 1;
        let top = ratio(high, &column.unit);
        let range = top - ratio(low, &column.unit);
        match column.factor() {
            Some(factor) => {
                // As near as 64 bits come: a measure, not a comparison.
                let most = high.to_f64()? * factor;
                for (sum, code) in sums.iter_mut().zip(&column.codes) {
                    let short = (most - code.to_f64()? * factor) / range;
                    *sum += short * short;
                }
            }
            None => {
                for (sum, code) in sums.iter_mut().zip(&column.codes) {
                    let short = (top - column.utility(*code)) / range;
                    *sum += short * short;
                }
            }
        }
    }
    let least = sums.into_iter().fold(f64::INFINITY, f64::min);
    (0 < counted).then(|| least.sqrt())
}
