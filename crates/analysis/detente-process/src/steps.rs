//! The steps: which can be taken next, and what blocks the others.

use detente_case::{Case, PartyIdx, StepIdx, StepStatus};
use jiff::civil::Date;

/// How a step stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepStanding {
    /// The step.
    pub step: StepIdx,
    /// Whether it can be taken.
    pub admission: Admission,
    /// Parties of the case that do not take part in it, where the case says who does.
    pub not_taking_part: Vec<PartyIdx>,
    /// Steps that wait for this one.
    pub holds_up: Vec<StepIdx>,
    /// How long it could have been taken already.
    pub wait: Option<Wait>,
}

/// Whether a step can be taken next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Admission {
    /// It is open and everything it requires is done.
    Admissible,
    /// It waits for these.
    WaitsFor(Vec<StepIdx>),
    /// It requires these, which were given up: it cannot be taken as the case is written.
    CutOff(Vec<StepIdx>),
    /// Held up by something that is no step.
    HeldUp,
    /// Taken.
    Done,
    /// Given up.
    Cancelled,
}

/// Since when an admissible step could have been taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait {
    /// The day on which the last step it requires was done.
    pub since: Date,
    /// Days from then to the as-of date.
    pub days: Option<i32>,
}

/// How every step stands as of a date, by id.
///
/// # Cost
/// Quadratic in steps at most; a process has few.
pub fn steps(case: &Case, as_of: Option<Date>) -> Vec<StepStanding> {
    case.process.indices().map(|step| standing(case, step, as_of)).collect()
}

fn standing(case: &Case, step: StepIdx, as_of: Option<Date>) -> StepStanding {
    let row = &case.process[step];
    let admission = admission(case, step);
    let absent = |party: &PartyIdx| !row.participants.is_empty() && !row.participants.contains(party);
    let waits = |other: &StepIdx| {
        let other = &case.process[*other];
        other.requires.contains(&step) && other.status != StepStatus::Done && row.status != StepStatus::Done
    };
    StepStanding {
        step,
        wait: (admission == Admission::Admissible).then(|| wait(case, step, as_of)).flatten(),
        not_taking_part: case.parties.indices().filter(absent).collect(),
        holds_up: case.process.indices().filter(waits).collect(),
        admission,
    }
}

fn admission(case: &Case, step: StepIdx) -> Admission {
    let row = &case.process[step];
    let lacking = || row.blocked_by(&case.process);
    let given_up: Vec<StepIdx> =
        lacking().filter(|&needed| case.process[needed].status == StepStatus::Cancelled).collect();
    match row.status {
        StepStatus::Done => Admission::Done,
        StepStatus::Cancelled => Admission::Cancelled,
        _ if !given_up.is_empty() => Admission::CutOff(given_up),
        _ if lacking().next().is_some() => Admission::WaitsFor(lacking().collect()),
        StepStatus::Blocked => Admission::HeldUp,
        StepStatus::Open => Admission::Admissible,
    }
}

/// Only where every step it requires has a date.
fn wait(case: &Case, step: StepIdx, as_of: Option<Date>) -> Option<Wait> {
    let days: Option<Vec<Date>> = case.process[step].requires.iter().map(|&needed| case.process[needed].on).collect();
    let since = days?.into_iter().max()?;
    let days = as_of.and_then(|as_of| since.until(as_of).ok()).map(|span| span.get_days()).filter(|&days| 0 <= days);
    Some(Wait { since, days })
}
