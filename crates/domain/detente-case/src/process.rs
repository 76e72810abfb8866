//! The steps of the talks and what must come before what.

use std::fmt;

use detente_base::{Index, Span, Table};
use jiff::civil::Date;

use crate::{Id, IssueIdx, PartyIdx, StepIdx};

/// One step of the process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its id.
    pub id: Id,
    /// Its title, as printed.
    pub title: String,
    /// Who takes part.
    pub participants: Vec<PartyIdx>,
    /// What must be done before.
    pub requires: Vec<StepIdx>,
    /// How far it is.
    pub status: StepStatus,
    /// When it took or takes place.
    pub on: Option<Date>,
    /// How exact that date is.
    pub precision: Option<Precision>,
    /// What is on its agenda.
    pub agenda: Vec<IssueIdx>,
    /// Why it was recorded as done before what it requires.
    pub overridden: Option<String>,
    /// Statements it rests on.
    pub evidence: Vec<Id>,
    /// A note of the case's author.
    pub note: Option<String>,
    /// Where it is written.
    pub span: Span,
}

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepStatus {
    /// Not yet taken.
    Open,
    /// Taken.
    Done,
    /// Held up by something that is not a step.
    Blocked,
    /// Given up.
    Cancelled,
}

impl fmt::Display for StepStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Open => "open",
            Self::Done => "done",
            Self::Blocked => "blocked",
            Self::Cancelled => "cancelled",
        })
    }
}

/// How exact a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// To the day.
    Day,
    /// To the month.
    Month,
    /// To the year.
    Year,
    /// The source does not say.
    Unknown,
}

impl Step {
    /// The steps still to be done before this one.
    pub fn blocked_by<'a>(&'a self, steps: &'a Table<StepIdx, Step>) -> impl Iterator<Item = StepIdx> + 'a {
        self.requires.iter().copied().filter(|&needed| steps[needed].status != StepStatus::Done)
    }

    /// Whether the step can be taken next.
    pub fn is_admissible(&self, steps: &Table<StepIdx, Step>) -> bool {
        self.status == StepStatus::Open && self.blocked_by(steps).next().is_none()
    }
}

/// One cycle among the steps, each requiring the next and the last the first; `None` where there is none.
pub(crate) fn cycle(steps: &Table<StepIdx, Step>) -> Option<Vec<StepIdx>> {
    let mut finished = vec![false; steps.len()];
    for start in steps.indices() {
        if let Some(found) = cycle_from(steps, start, &mut finished) {
            return Some(found);
        }
    }
    None
}

/// Walks depth-first from `start` with a stack of its own, so that a long chain of steps cannot exhaust the thread's.
fn cycle_from(steps: &Table<StepIdx, Step>, start: StepIdx, finished: &mut [bool]) -> Option<Vec<StepIdx>> {
    let mut path: Vec<(StepIdx, usize)> = vec![(start, 0)];
    let mut on_path = vec![false; steps.len()];
    on_path[start.position()] = true;
    while let Some((step, next)) = path.last_mut() {
        let current = *step;
        let Some(&needed) = steps[current].requires.get(*next) else {
            finished[current.position()] = true;
            on_path[current.position()] = false;
            path.pop();
            continue;
        };
        *next += 1;
        if on_path[needed.position()] {
            let from = path.iter().position(|&(step, _)| step == needed)?;
            return Some(path[from..].iter().map(|&(step, _)| step).collect());
        }
        if !finished[needed.position()] {
            on_path[needed.position()] = true;
            path.push((needed, 0));
        }
    }
    None
}
