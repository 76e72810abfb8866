//! Whether a condition holds where only some issues are chosen.

use detente_case::Formula;
use detente_estimate::Part;

/// Whether `formula` holds in every package with the choices of `part`, or in none; `None` where that is open.
pub fn decided(formula: &Formula, part: &Part) -> Option<bool> {
    match formula {
        Formula::Is(issue, choices) => part.get(issue).map(|choice| choices.contains(choice)),
        Formula::AtMost { terms, bound } => {
            let mut sum = [0_i128; 2];
            for term in terms {
                let chosen =
                    term.amounts.iter().filter(|(choice, _)| part.get(&term.issue).is_none_or(|named| named == choice));
                let amounts = chosen.map(|(_, amount)| i128::from(*amount));
                let (least, most) =
                    amounts.fold((i128::MAX, i128::MIN), |(least, most), at| (least.min(at), most.max(at)));
                if least <= most {
                    sum[0] += least;
                    sum[1] += most;
                }
            }
            match sum.map(|sum| sum <= i128::from(*bound)) {
                [true, true] => Some(true),
                [false, false] => Some(false),
                _ => None,
            }
        }
        // Which units touch says more than one choice can; open unless every unit is settled.
        Formula::Connected(graph) => {
            let marked = |(issue, choices): &(_, Vec<_>)| part.get(issue).map(|choice| choices.contains(choice));
            let marked: Option<Vec<bool>> = graph.open.iter().map(marked).collect();
            let marked: Vec<bool> = marked?.into_iter().chain((0..graph.always).map(|_| true)).collect();
            Some(detente_engine::components(&marked, &graph.edges) <= graph.max_components)
        }
        Formula::Not(inner) => decided(inner, part).map(|holds| !holds),
        Formula::All(parts) => all(parts.iter().map(|inner| decided(inner, part))),
        Formula::Any(parts) => {
            all(parts.iter().map(|inner| decided(inner, part).map(|holds| !holds))).map(|none| !none)
        }
    }
}

/// Whether `formula` holds with the choices of the one part exactly if it does with those of the other, whatever is chosen elsewhere,
/// because it speaks of nothing in which they differ.
pub fn is_the_same(formula: &Formula, one: &Part, other: &Part) -> bool {
    formula.issues().iter().all(|issue| one.get(issue) == other.get(issue))
}

/// Whether all hold: one that does not decides, whatever is open.
fn all(parts: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut is_open = false;
    for part in parts {
        match part {
            Some(false) => return Some(false),
            Some(true) => {}
            None => is_open = true,
        }
    }
    (!is_open).then_some(true)
}
