//! Which ways a party's positions on an issue changed from some to others.

use std::collections::BTreeSet;

use detente_case::{Case, ChoiceIdx, Firmness, expr::describe};
use detente_ledger::{Ledger, PositionIdx};

use super::Direction;

/// What some positions come to.
struct Sum {
    accepts: BTreeSet<ChoiceIdx>,
    rejects: BTreeSet<ChoiceIdx>,
    /// The conditions, in words; of a single position at most one.
    conditions: BTreeSet<String>,
    /// The firmest, where any is judged.
    firmness: Option<u8>,
    texts: BTreeSet<String>,
}

/// Which ways `later` differs from `earlier`; none where not even the words do.
pub(super) fn directions(
    case: &Case,
    ledger: &Ledger,
    earlier: &[PositionIdx],
    later: &[PositionIdx],
) -> Vec<Direction> {
    let (before, after) = (sum(case, ledger, earlier), sum(case, ledger, later));
    let mut found = Vec::new();
    found.extend(room(&before, &after));
    if let (Some(before), Some(after)) = (before.firmness, after.firmness)
        && before != after
    {
        found.push(if before < after { Direction::Firmer } else { Direction::Softer });
    }
    if found.is_empty() && before.texts != after.texts {
        found.push(Direction::OnlyWording);
    }
    found
}

fn sum(case: &Case, ledger: &Ledger, positions: &[PositionIdx]) -> Sum {
    let rows = || positions.iter().map(|&idx| &ledger.positions[idx]);
    let conditions = rows().filter_map(|row| row.condition.as_ref());
    Sum {
        accepts: rows().flat_map(|row| row.stance.wanted()).collect(),
        rejects: rows().flat_map(|row| row.stance.rejects.iter().copied()).collect(),
        conditions: conditions.map(|condition| describe(&condition.expr, case.scope())).collect(),
        firmness: rows().filter_map(|row| row.firmness.and_then(degree)).max(),
        texts: rows().map(|row| row.text.clone()).collect(),
    }
}

/// "Firmness unclear" is on no scale.
fn degree(firmness: Firmness) -> Option<u8> {
    match firmness {
        Firmness::StatedAbsolute => Some(3),
        Firmness::Strong => Some(2),
        Firmness::Negotiable => Some(1),
        Firmness::Unclear => None,
    }
}

/// Wider, narrower or elsewhere; `None` where the same choices are accepted and rejected under the same conditions.
fn room(before: &Sum, after: &Sum) -> Option<Direction> {
    let more = !after.accepts.is_subset(&before.accepts)
        || !before.rejects.is_subset(&after.rejects)
        || (after.conditions.is_empty() && !before.conditions.is_empty());
    let less = !before.accepts.is_subset(&after.accepts)
        || !after.rejects.is_subset(&before.rejects)
        || (before.conditions.is_empty() && !after.conditions.is_empty());
    match (more, less) {
        (true, false) => Some(Direction::Widened),
        (false, true) => Some(Direction::Narrowed),
        (true, true) => Some(Direction::Moved),
        (false, false) => (before.conditions != after.conditions).then_some(Direction::Moved),
    }
}
