//! What is decided already while choices are open.

use crate::{ChoiceIdx, Formula, IssueIdx};

impl Formula {
    /// Whether the condition holds however what is open is settled (`Some(true)`), fails however (`Some(false)`), or `None`: it depends
    /// on that, or could not be told part by part.
    ///
    /// # Shape
    /// `left` gives the choices an issue can still have; none: nothing is told of conditions on it.
    /// # Cost
    /// Linear in the condition and the choices left.
    pub fn decided(&self, left: &dyn Fn(IssueIdx) -> Vec<ChoiceIdx>) -> Option<bool> {
        match self {
            Self::Is(issue, choices) => {
                let left = left(*issue);
                let of = left.iter().filter(|choice| choices.contains(choice)).count();
                match of {
                    _ if left.is_empty() => None,
                    0 => Some(false),
                    of => (of == left.len()).then_some(true),
                }
            }
            Self::AtMost { terms, bound } => {
                let (mut low, mut high) = (0_i128, 0_i128);
                for term in terms {
                    let left = left(term.issue);
                    let amounts = || left.iter().map(|&choice| i128::from(term.amounts[choice]));
                    low += amounts().min()?;
                    high += amounts().max()?;
                }
                let bound = i128::from(*bound);
                if high <= bound { Some(true) } else { (bound < low).then_some(false) }
            }
            Self::Connected(graph) => graph.holds(|issue| match left(issue).as_slice() {
                [only] => Some(*only),
                _ => None,
            }),
            Self::Not(inner) => inner.decided(left).map(|holds| !holds),
            Self::All(parts) => every(parts, true, left),
            Self::Any(parts) => every(parts, false, left),
        }
    }
}

/// Whether all parts are `wanted`; one that is the opposite decides alone.
fn every(parts: &[Formula], wanted: bool, left: &dyn Fn(IssueIdx) -> Vec<ChoiceIdx>) -> Option<bool> {
    let parts: Vec<Option<bool>> = parts.iter().map(|part| part.decided(left)).collect();
    if parts.contains(&Some(!wanted)) { Some(!wanted) } else { parts.iter().all(Option::is_some).then_some(wanted) }
}
