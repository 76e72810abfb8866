//! Whether the zone holds any package, and the first one.

use crate::budget::Budget;
use crate::condition::Force;
use crate::error::Stopped;
use crate::open::open;
use detente_base::Watch;
use detente_model::{Ask, Formula, Model, Package};

/// The κ-least package of the zone, or nothing where the zone is proved empty.
///
/// # Cost
/// A proof of emptiness or a package, and then, issue by issue, one more question whether any package goes before the one known,
/// and another each time one does.
///
/// ```
/// use detente_engine::{Ask, Consent, Model, Party, feasible};
///
/// // One issue of three choices; what one party gets more of, the other gets less of.
/// let party = |values: [i64; 3], line| Party {
///     values: vec![values.to_vec()],
///     tables: Vec::new(), linkages: Vec::new(),
///     bottom_line: Some(line),
///     consent: Consent::Always,
/// };
/// let model = Model { issues: vec![3], parties: vec![party([0, 4, 9], 3), party([9, 6, 0], 1)], ..Model::default() };
/// assert_eq!(feasible(&model, &Ask::all(&model), &detente_base::Silent)?, Some(vec![1]));
/// # Ok::<(), detente_engine::Stopped>(())
/// ```
///
/// # Errors
/// [`Stopped::OutOfReach`] where that is more than the question allows.
pub fn feasible(model: &Model, ask: &Ask, watch: &dyn Watch) -> Result<Option<Package>, Stopped> {
    let budget = Budget::new(watch, ask.effort.max_steps, space(model));
    let Some(mut package) = open(model, ask, &Force::of(model, ask), &budget)? else { return Ok(None) };
    let mut held = ask.clone();
    for issue in 0..model.issues.len() {
        while held.fixed[issue].is_none() && 0 < package[issue] {
            let mut before = held.clone();
            let among = (0..model.issues[issue]).map(|choice| choice < package[issue]).collect();
            before.require.push(Formula::Choice { issue, among });
            match open(model, &before, &Force::of(model, &before), &budget)? {
                Some(found) => package = found,
                None => break,
            }
        }
        held.fixed[issue] = Some(package[issue]);
    }
    Ok(Some(package))
}

/// Some package of the zone, the same on any number of threads; `None` where it is proved empty.
///
/// # Cost
/// One search; [`feasible`] takes one more for every issue.
///
/// # Errors
/// [`Stopped::OutOfReach`] where that is more than the question allows.
pub fn any_package(model: &Model, ask: &Ask, watch: &dyn Watch) -> Result<Option<Package>, Stopped> {
    let budget = Budget::new(watch, ask.effort.max_steps, space(model));
    open(model, ask, &Force::of(model, ask), &budget)
}

/// The number of packages of a model, where 128 bits can count them.
pub(crate) fn space(model: &Model) -> Option<u128> {
    model.issues.iter().try_fold(1_u128, |space, &size| space.checked_mul(u128::try_from(size).ok()?))
}
