//! What each choice leaves, also where the draft holds another choice of the same issue.

use crate::error::Stopped;
use crate::scan::{Want, scan};
use detente_base::Watch;
use detente_model::Ask;
use detente_model::Model;

/// Per issue and choice, the number of packages in the zone that contain the choice and keep to the draft on every other
/// issue.
///
/// # Cost
/// One count, and one more for each issue the draft holds; each within the question's effort.
/// # Source
/// DEFINITIONS 17.
pub fn remaining(model: &Model, ask: &Ask, watch: &dyn Watch) -> Result<Vec<Vec<u128>>, Stopped> {
    let mut remaining = scan(model, ask, Want::Count, watch)?.remaining;
    let held = ask.fixed.iter().enumerate().filter(|(_, fixed)| fixed.is_some());
    for (issue, _) in held {
        let mut released = ask.clone();
        released.fixed[issue] = None;
        let row = scan(model, &released, Want::Count, watch)?.remaining.swap_remove(issue);
        remaining[issue] = row;
    }
    Ok(remaining)
}
