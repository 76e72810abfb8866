//! Taking away what a contradiction does not need.

use crate::error::Stopped;

/// A smallest-by-inclusion part of `candidates` that cannot hold together, in the given order; all of them together cannot. Where
/// there is a choice the front is kept.
///
/// # Cost
/// About `k · log(n / k) + k` questions for `k` of `n`.
/// # Source
/// \[Junker2004\], algorithm `QuickXplain`.
pub(super) fn shrink<T: Copy>(
    candidates: &[T],
    holds: &mut dyn FnMut(&[T]) -> Result<bool, Stopped>,
) -> Result<Vec<T>, Stopped> {
    needed(&[], true, candidates, holds)
}

/// What of `candidates` is needed beside `given`; `is_new` says that `given` alone was not asked about yet.
fn needed<T: Copy>(
    given: &[T],
    is_new: bool,
    candidates: &[T],
    holds: &mut dyn FnMut(&[T]) -> Result<bool, Stopped>,
) -> Result<Vec<T>, Stopped> {
    if candidates.is_empty() || is_new && !holds(given)? {
        return Ok(Vec::new());
    }
    if candidates.len() == 1 {
        return Ok(candidates.to_vec());
    }
    let (front, back) = candidates.split_at(candidates.len() / 2);
    let of_back = needed(&[given, front].concat(), true, back, holds)?;
    let of_front = needed(&[given, &of_back].concat(), !of_back.is_empty(), front, holds)?;
    Ok([of_front, of_back].concat())
}
