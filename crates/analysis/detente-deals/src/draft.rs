//! A draft as it is being built: what is still possible, which limits it crosses already or may yet, where it leaves each party.

use detente_base::{Index, Watch};
use detente_case::{Case, IssueIdx, PartyIdx};
use detente_engine::again::WrittenOut;
use detente_engine::{self as engine, Consent, Extent, forgiven};
use detente_estimate::EstimateSet;

use crate::live::states;
use crate::remains::Remaining;
use crate::truth::{Kept, truth};
use crate::zone::in_steps;
use crate::{Choices, DealsError, Drafted, LimitRef, Lowered};

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

/// What is wanted of a draft's answer beside the states of its choices: each costs more than all these states together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DraftWanted {
    /// What excludes each choice that is excluded.
    pub excluders: bool,
    /// What the draft can still be worth to each party, each end as far as so many steps show.
    pub reach: Option<u64>,
}

/// Answers a draft.
///
/// # Shape
/// `lowered` is `case` lowered with `set`; `asked` holds the draft and says what is in force. `written_out` are zones met before, under
/// whatever numbers, and gains those met now.
/// # Units
/// Integer units of each party.
/// # Cost
/// As [`states`]; with [`DraftWanted::reach`] two optima per party.
///
/// # Errors
/// [`DealsError::Stopped`] where the search was cancelled.
pub fn draft(
    case: &Case,
    set: Option<&EstimateSet>,
    (lowered, asked): (&Lowered, &Drafted),
    wanted: DraftWanted,
    written_out: &WrittenOut,
    watch: &dyn Watch,
) -> Result<DraftAnswer, DealsError> {
    let choices = states(case, set, (lowered, asked), wanted.excluders, written_out, watch)?;
    let open = is_open(&choices, lowered, asked);
    let package: Option<Vec<usize>> = asked.settled().iter().copied().collect();
    let kept = kept(lowered, asked);
    let reach = match wanted.reach.filter(|_| open != Some(false)) {
        Some(steps) => forgiven(engine::extents(&lowered.model, &in_steps(asked.ask(), steps), watch))?.flatten(),
        None => None,
    };
    let worth = |(at, party): (usize, &engine::Party)| Worth {
        reach: reach.as_ref().and_then(|reach| reach.get(at)).copied(),
        // The model was checked to fit 64-bit integers.
        units: package.as_ref().map(|package| i64::try_from(party.utility(package)).unwrap_or(i64::MAX)),
        asked: is_asked(party, &kept),
    };
    Ok(DraftAnswer {
        open,
        crossings: crossings(lowered, &asked.ask().limits, &kept),
        parties: lowered.model.parties.iter().enumerate().map(worth).collect(),
        package: package.map(|package| lowered.choices(&package)),
        choices,
    })
}

/// Per issue, which of its choices the draft allows.
fn kept(lowered: &Lowered, asked: &Drafted) -> Kept {
    let issue = |(issue, &size): (usize, &usize)| (0..size).map(|choice| asked.allows(issue, choice)).collect();
    lowered.model.issues.iter().enumerate().map(issue).collect()
}

/// A package keeps to the draft exactly if it has a choice that the draft allows of any one issue: so one issue tells.
fn is_open(choices: &Remaining, lowered: &Lowered, asked: &Drafted) -> Option<bool> {
    let states = |issue: usize| {
        let issue = IssueIdx::new(issue);
        let row = choices.choices[issue].iter();
        row.filter(move |(choice, _)| asked.allows(issue.position(), lowered.rank(issue, *choice)))
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
    (0..lowered.model.issues.len()).find_map(|issue| open(states(issue)))
}

fn crossings(lowered: &Lowered, in_force: &[bool], kept: &Kept) -> Vec<Crossing> {
    let limits = lowered.model.limits.iter().zip(&lowered.limits).zip(in_force);
    limits
        .filter_map(|((limit, &of), &in_force)| {
            let truth = truth(&limit.forbids, kept);
            let owner = is_asked(&lowered.model.parties[limit.owner], kept);
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

fn is_asked(party: &engine::Party, kept: &Kept) -> Option<bool> {
    match &party.consent {
        Consent::Always => Some(true),
        Consent::Never => Some(false),
        Consent::When(when) => truth(when, kept),
    }
}
