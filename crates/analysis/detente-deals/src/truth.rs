//! What a draft says of a condition, whatever becomes of the issues it leaves open.

use detente_engine::{Formula, Term};

/// Per issue, which of its choices a draft allows: one where it is settled, those in brackets, or all.
pub(crate) type Kept = Vec<Vec<bool>>;

/// Whether a condition holds whatever is chosen within the draft, or fails whatever is chosen; `None` where neither is plain from
/// the condition itself (rules and limits are not looked at).
pub(crate) fn truth(formula: &Formula, kept: &Kept) -> Option<bool> {
    match formula {
        Formula::Choice { issue, among } => {
            let within = || among.iter().zip(&kept[*issue]).filter(|(_, kept)| **kept).map(|(among, _)| *among);
            if within().all(|holds| holds) {
                Some(true)
            } else if within().any(|holds| holds) {
                None
            } else {
                Some(false)
            }
        }
        Formula::AtMost { terms, bound } => at_most(terms, *bound, kept),
        Formula::Connected(_) => {
            let package: Option<Vec<usize>> = kept.iter().map(|choices| only(choices)).collect();
            package.map(|package| formula.holds(&package))
        }
        Formula::Not(inner) => truth(inner, kept).map(|holds| !holds),
        Formula::All(parts) => joined(parts, kept, false),
        Formula::Any(parts) => joined(parts, kept, true),
    }
}

/// The one choice that is allowed, if it is one.
fn only(choices: &[bool]) -> Option<usize> {
    let mut allowed = choices.iter().enumerate().filter(|(_, kept)| **kept).map(|(choice, _)| choice);
    allowed.next().filter(|_| allowed.next().is_none())
}

/// One part that is `decisive` decides; else all must be known.
fn joined(parts: &[Formula], kept: &Kept, decisive: bool) -> Option<bool> {
    let truths: Vec<Option<bool>> = parts.iter().map(|part| truth(part, kept)).collect();
    if truths.contains(&Some(decisive)) {
        Some(decisive)
    } else if truths.contains(&None) {
        None
    } else {
        Some(!decisive)
    }
}

fn at_most(terms: &[Term], bound: i64, kept: &Kept) -> Option<bool> {
    let (mut least, mut most) = (0_i128, 0_i128);
    for term in terms {
        let amounts =
            || term.amounts.iter().zip(&kept[term.issue]).filter(|(_, kept)| **kept).map(|(amount, _)| *amount);
        least += i128::from(amounts().min().unwrap_or_default());
        most += i128::from(amounts().max().unwrap_or_default());
    }
    if most <= i128::from(bound) {
        Some(true)
    } else if i128::from(bound) < least {
        Some(false)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::truth;
    use detente_engine::{Formula, Term};

    fn is(issue: usize, among: [bool; 3]) -> Formula {
        Formula::Choice { issue, among: among.to_vec() }
    }

    /// What a partial draft says of a condition is what every completion says, where it says anything; with a single issue in it a
    /// condition is never left undecided without need.
    #[test]
    fn a_condition_is_known_only_where_no_completion_differs() {
        let sum = |bound| Formula::AtMost {
            terms: (0..2).map(|issue| Term { issue, amounts: vec![0, 10, 20] }).collect(),
            bound,
        };
        let formulas = [
            is(0, [true, false, false]),
            Formula::Not(Box::new(is(1, [true, false, true]))),
            Formula::All(vec![is(0, [true, false, true]), is(1, [false, true, true])]),
            Formula::Any(vec![is(0, [true, false, false]), is(1, [false, true, false])]),
            sum(5),
            sum(20),
            sum(40),
            sum(-1),
        ];
        let subsets: Vec<Vec<bool>> = (1..8).map(|bits| (0..3).map(|at| bits >> at & 1 == 1).collect()).collect();
        let mut known = 0;
        for formula in &formulas {
            for kept in
                subsets.iter().flat_map(|first| subsets.iter().map(move |second| vec![first.clone(), second.clone()]))
            {
                let completions = (0..9).map(|code| [code / 3, code % 3]);
                let keeps = |package: &[usize; 2]| kept.iter().zip(package).all(|(kept, &choice)| kept[choice]);
                let truths: Vec<bool> = completions.filter(keeps).map(|package| formula.holds(&package)).collect();
                if let Some(truth) = truth(formula, &kept) {
                    known += 1;
                    assert!(truths.iter().all(|&one| one == truth), "{formula:?} under {kept:?}");
                } else {
                    assert!(truths.contains(&true) && truths.contains(&false), "{formula:?} under {kept:?} is plain");
                }
            }
        }
        assert!(200 < known, "{known}");
    }
}
