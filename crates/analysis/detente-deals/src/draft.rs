//! A draft as it is being built: what is still possible, which limits it crosses already or may yet, where it leaves each party.

use detente_base::{Index, Watch};
use detente_case::{Case, IssueIdx, PartyIdx};
use detente_engine::{self as engine, Ask, Consent, Extent, Formula};
use detente_estimate::EstimateSet;

use crate::remains::{Remaining, states};
use crate::zone::forgiven;
use crate::{Choices, DealsError, LimitRef, Lowered};

/// What a draft leaves, asked while it is being built.
#[derive(Clone, Debug)]
pub struct DraftAnswer {
    /// Whether some package of the zone keeps to the draft; `None` where that was not decided.
    pub open: Option<bool>,
    /// The state of every choice, given the draft on the other issues.
    pub choices: Remaining,
    /// The limits that the draft crosses, or that packages which keep to it may cross.
    pub crossings: Vec<Crossing>,
    /// Where it leaves each party.
    pub parties: Vec<Worth>,
    /// The draft as a package, once it has a choice for every issue.
    pub package: Option<Choices>,
}

/// A limit that a draft crosses, or may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crossing {
    /// The limit.
    pub limit: LimitRef,
    /// Whose it is.
    pub party: PartyIdx,
    /// Whether it is in force.
    pub in_force: bool,
    /// Whether every package that keeps to the draft crosses it; else some may.
    pub certain: bool,
    /// Whether its owner's consent is needed; `None` while that depends on what is open.
    pub asked: Option<bool>,
}

/// Where a draft leaves a party.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Worth {
    /// The least and the most that packages of the zone which keep to the draft are worth to it; `None` where there is none, or
    /// where nobody asked.
    pub reach: Option<Extent>,
    /// What the draft is worth to it in units, once it is a package.
    pub units: Option<i64>,
    /// Whether its consent is needed; `None` while that depends on what is open.
    pub asked: Option<bool>,
}

/// Answers a draft.
///
/// # Shape
/// `lowered` is `case` lowered with `set`; `asked` holds the draft and says what is in force. `reach`: whether what the draft can
/// still be worth is wanted.
/// # Units
/// Integer units of each party.
/// # Cost
/// As [`states`]; with `reach` two optima per party.
///
/// # Errors
/// [`DealsError::Stopped`] where the search was cancelled.
pub fn draft(
    case: &Case,
    set: Option<&EstimateSet>,
    (lowered, asked): (&Lowered, &Ask),
    reach: bool,
    watch: &dyn Watch,
) -> Result<DraftAnswer, DealsError> {
    let choices = states(case, set, lowered, asked, watch)?;
    let open = is_open(&choices, lowered, asked);
    let package: Option<Vec<usize>> = asked.fixed.iter().copied().collect();
    let reach = if reach && open != Some(false) {
        forgiven(engine::extents(&lowered.model, asked, watch))?.flatten()
    } else {
        None
    };
    let worth = |(at, party): (usize, &engine::Party)| Worth {
        reach: reach.as_ref().and_then(|reach| reach.get(at)).copied(),
        // The model was checked to fit 64-bit integers.
        units: package.as_ref().map(|package| i64::try_from(party.utility(package)).unwrap_or(i64::MAX)),
        asked: is_asked(party, &asked.fixed),
    };
    Ok(DraftAnswer {
        open,
        crossings: crossings(lowered, asked),
        parties: lowered.model.parties.iter().enumerate().map(worth).collect(),
        package: package.map(|package| lowered.choices(&package)),
        choices,
    })
}

/// A package keeps to the draft exactly if it has the draft's choice, or any, of any one issue: so one issue tells.
fn is_open(choices: &Remaining, lowered: &Lowered, asked: &Ask) -> Option<bool> {
    let states = |issue: usize| {
        let issue = IssueIdx::new(issue);
        let row = choices.choices[issue].iter();
        let held = asked.fixed[issue.position()];
        row.filter(move |(choice, _)| held.is_none_or(|held| lowered.rank(issue, *choice) == held))
            .map(|(_, of)| of.state.is_possible())
            .collect::<Vec<_>>()
    };
    let open = |found: Vec<Option<bool>>| {
        if found.contains(&Some(true)) {
            Some(true)
        } else if found.contains(&None) {
            None
        } else {
            Some(false)
        }
    };
    (0..asked.fixed.len()).find_map(|issue| open(states(issue)))
}

fn crossings(lowered: &Lowered, asked: &Ask) -> Vec<Crossing> {
    let limits = lowered.model.limits.iter().zip(&lowered.limits).zip(&asked.limits);
    limits
        .filter_map(|((limit, &of), &in_force)| {
            let truth = truth(&limit.forbids, &asked.fixed);
            let owner = is_asked(&lowered.model.parties[limit.owner], &asked.fixed);
            (truth != Some(false) && owner != Some(false)).then_some(Crossing {
                limit: of,
                party: PartyIdx::new(limit.owner),
                in_force,
                certain: truth == Some(true),
                asked: owner,
            })
        })
        .collect()
}

fn is_asked(party: &engine::Party, draft: &[Option<usize>]) -> Option<bool> {
    match &party.consent {
        Consent::Always => Some(true),
        Consent::Never => Some(false),
        Consent::When(when) => truth(when, draft),
    }
}

/// Whether a condition holds whatever is chosen on the open issues, or fails whatever is chosen; `None` where neither is plain from
/// the condition itself (rules and limits are not looked at).
fn truth(formula: &Formula, draft: &[Option<usize>]) -> Option<bool> {
    match formula {
        Formula::Choice { issue, among } => match draft[*issue] {
            Some(held) => Some(among[held]),
            None if among.iter().all(|&one| one) => Some(true),
            None if !among.contains(&true) => Some(false),
            None => None,
        },
        Formula::AtMost { terms, bound } => at_most(terms, *bound, draft),
        Formula::Connected(_) => {
            let package: Option<Vec<usize>> = draft.iter().copied().collect();
            package.map(|package| formula.holds(&package))
        }
        Formula::Not(inner) => truth(inner, draft).map(|holds| !holds),
        Formula::All(parts) => joined(parts, draft, false),
        Formula::Any(parts) => joined(parts, draft, true),
    }
}

/// One part that is `decisive` decides; else all must be known.
fn joined(parts: &[Formula], draft: &[Option<usize>], decisive: bool) -> Option<bool> {
    let truths: Vec<Option<bool>> = parts.iter().map(|part| truth(part, draft)).collect();
    if truths.contains(&Some(decisive)) {
        Some(decisive)
    } else if truths.contains(&None) {
        None
    } else {
        Some(!decisive)
    }
}

fn at_most(terms: &[engine::Term], bound: i64, draft: &[Option<usize>]) -> Option<bool> {
    let (mut least, mut most) = (0_i128, 0_i128);
    for term in terms {
        let amounts = match draft[term.issue] {
            Some(held) => &term.amounts[held..=held],
            None => &term.amounts[..],
        };
        least += i128::from(amounts.iter().min().copied().unwrap_or_default());
        most += i128::from(amounts.iter().max().copied().unwrap_or_default());
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

    fn is(issue: usize, among: [bool; 2]) -> Formula {
        Formula::Choice { issue, among: among.to_vec() }
    }

    /// What a partial draft says of a condition is what every completion says, where it says anything.
    #[test]
    fn a_condition_is_known_only_where_no_completion_differs() {
        let sum = |bound| Formula::AtMost {
            terms: (0..2).map(|issue| Term { issue, amounts: vec![0, 10] }).collect(),
            bound,
        };
        let formulas = [
            is(0, [true, false]),
            Formula::Not(Box::new(is(1, [true, false]))),
            Formula::All(vec![is(0, [true, false]), is(1, [false, true])]),
            Formula::Any(vec![is(0, [true, false]), is(1, [false, true])]),
            sum(5),
            sum(10),
            sum(20),
            sum(-1),
        ];
        let held = [None, Some(0), Some(1)];
        let mut known = 0;
        for formula in &formulas {
            for draft in held.iter().flat_map(|&first| held.iter().map(move |&second| [first, second])) {
                let completions = [[0, 0], [0, 1], [1, 0], [1, 1]];
                let keeps = |package: &&[usize; 2]| {
                    draft.iter().zip(*package).all(|(held, of)| held.is_none_or(|held| held == *of))
                };
                let truths: Vec<bool> =
                    completions.iter().filter(keeps).map(|package| formula.holds(package)).collect();
                if let Some(truth) = truth(formula, &draft) {
                    known += 1;
                    assert!(truths.iter().all(|&one| one == truth), "{formula:?} under {draft:?}");
                } else {
                    assert!(truths.contains(&true) && truths.contains(&false), "{formula:?} under {draft:?} is plain");
                }
            }
        }
        assert!(40 < known, "{known}");
    }
}
