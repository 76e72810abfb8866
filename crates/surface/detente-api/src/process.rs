//! Where the talks stand.

use std::collections::BTreeMap;

use detente::Opened;
use detente::case::{Case, StepIdx};
use detente::casefile::case_hash;
use detente::process::{Admission, StepStanding, Timeline, What};
use schemars::JsonSchema;
use serde::Serialize;

use crate::ledger::precision;

/// The steps of the talks, and everything with a date.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Process {
    /// `detente.process/1`.
    pub schema: &'static str,
    /// The case's id.
    pub id: Option<String>,
    /// Its title.
    pub title: String,
    /// SHA-256 over everything but estimates.
    pub hash: String,
    /// The date the case speaks of.
    pub as_of: Option<String>,
    /// The steps, by id.
    pub steps: BTreeMap<String, Step>,
    /// The steps that can be taken next.
    pub admissible: Vec<String>,
    /// Events, drafts and steps in order of date.
    pub timeline: Vec<Dated>,
    /// Events, drafts and steps without a date.
    pub undated: Vec<Thing>,
}

/// A step.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Step {
    /// Its title.
    pub title: String,
    /// `open`, `done`, `blocked` or `cancelled`, as written.
    pub status: String,
    /// `admissible`, `waits`, `cut off` (it requires a step that was given up), `held up` (by no step), `done` or `cancelled`.
    pub admission: &'static str,
    /// The steps it waits for, or by which it is cut off.
    pub blocked_by: Vec<String>,
    /// The steps that wait for it.
    pub holds_up: Vec<String>,
    /// The parties that take part.
    pub participants: Vec<String>,
    /// The parties of the case that do not, where the case says who does.
    pub not_taking_part: Vec<String>,
    /// The issues on its agenda.
    pub agenda: Vec<String>,
    /// When.
    pub on: Option<String>,
    /// How exact that date is.
    pub precision: Option<&'static str>,
    /// Of an admissible step: the day on which the last step it requires was done.
    pub could_be_taken_since: Option<String>,
    /// Days from then to the as-of date.
    pub waiting_days: Option<i32>,
    /// Why it was recorded before what it requires.
    pub overridden: Option<String>,
    /// The statements it rests on.
    pub evidence: Vec<String>,
}

/// Something with a date.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Dated {
    /// The day that is written.
    pub on: String,
    /// How exact it is.
    pub precision: Option<&'static str>,
    /// Days since the entry before, where both are known to the day.
    pub days_since_last: Option<i32>,
    /// Whether it is after the as-of date.
    pub later: bool,
    /// What.
    #[serde(flatten)]
    pub what: Thing,
}

/// An event, a draft or a step.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Thing {
    /// `event`, `draft` or `step`.
    pub kind: &'static str,
    /// Its id.
    pub id: String,
    /// What it is, as printed.
    pub text: String,
}

/// Where the talks stand, as a document.
pub fn process(opened: &Opened, case: &Case, steps: &[StepStanding], timeline: &Timeline) -> Process {
    let id = |step: StepIdx| case.process[step].id.to_string();
    let admissible = steps.iter().filter(|standing| standing.admission == Admission::Admissible);
    Process {
        schema: "detente.process/1",
        id: case.id.as_ref().map(ToString::to_string),
        title: case.title.clone(),
        hash: case_hash(&opened.folder).to_string(),
        as_of: case.as_of.map(|date| date.to_string()),
        admissible: admissible.map(|standing| id(standing.step)).collect(),
        steps: steps.iter().map(|standing| (id(standing.step), step(case, standing))).collect(),
        timeline: timeline
            .dated
            .iter()
            .map(|entry| Dated {
                on: entry.on.to_string(),
                precision: precision(entry.precision),
                days_since_last: entry.days_since_last,
                later: entry.is_later,
                what: thing(opened, case, entry.what),
            })
            .collect(),
        undated: timeline.undated.iter().map(|&what| thing(opened, case, what)).collect(),
    }
}

fn step(case: &Case, standing: &StepStanding) -> Step {
    let row = &case.process[standing.step];
    let ids = |steps: &[StepIdx]| steps.iter().map(|&step| case.process[step].id.to_string()).collect::<Vec<_>>();
    let parties = |parties: &[_]| parties.iter().map(|&party| case.parties[party].id.to_string()).collect();
    let (admission, blocked_by) = match &standing.admission {
        Admission::Admissible => ("admissible", Vec::new()),
        Admission::WaitsFor(needed) => ("waits", ids(needed)),
        Admission::CutOff(needed) => ("cut off", ids(needed)),
        Admission::HeldUp => ("held up", Vec::new()),
        Admission::Done => ("done", Vec::new()),
        Admission::Cancelled => ("cancelled", Vec::new()),
    };
    Step {
        title: row.title.clone(),
        status: row.status.to_string(),
        admission,
        blocked_by,
        holds_up: ids(&standing.holds_up),
        participants: parties(&row.participants),
        not_taking_part: parties(&standing.not_taking_part),
        agenda: row.agenda.iter().map(|&issue| case.issues[issue].id.to_string()).collect(),
        on: row.on.map(|date| date.to_string()),
        precision: precision(row.precision),
        could_be_taken_since: standing.wait.map(|wait| wait.since.to_string()),
        waiting_days: standing.wait.and_then(|wait| wait.days),
        overridden: row.overridden.clone(),
        evidence: row.evidence.iter().map(ToString::to_string).collect(),
    }
}

fn thing(opened: &Opened, case: &Case, what: What) -> Thing {
    match what {
        What::Event(idx) => {
            let event = &opened.reading.ledger.events[idx];
            Thing { kind: "event", id: event.id.to_string(), text: event.what.clone() }
        }
        What::Draft(idx) => {
            let draft = &case.drafts[idx];
            let text = draft.title.clone().unwrap_or_else(|| draft.id.to_string());
            Thing { kind: "draft", id: draft.id.to_string(), text }
        }
        What::Step(idx) => {
            let step = &case.process[idx];
            Thing { kind: "step", id: step.id.to_string(), text: step.title.clone() }
        }
    }
}
