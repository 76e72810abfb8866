//! What may be recorded of a step.

use detente_case::{Case, StepIdx, StepStatus};
use jiff::civil::Date;

/// What is to be recorded.
#[derive(Clone, Copy, Debug)]
pub struct Recording<'r> {
    /// Of which step.
    pub step: StepIdx,
    /// How far it is now.
    pub status: StepStatus,
    /// When.
    pub on: Option<Date>,
    /// Why it is recorded although something speaks against it.
    pub overridden: Option<&'r str>,
}

/// Why something is not recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// What it requires has not happened.
    NotYet(Vec<StepIdx>),
    /// What it requires happened only after this day.
    Before(StepIdx, Date),
    /// Steps that require it are done, so that it must be.
    Relied(Vec<StepIdx>),
    /// A reason that says nothing.
    EmptyReason,
    /// A reason where there is nothing to set aside.
    NothingToOverride,
}

impl Refusal {
    /// Whether a reason would let it be recorded all the same.
    pub fn can_be_overridden(&self) -> bool {
        matches!(self, Self::NotYet(_) | Self::Before(..))
    }
}

/// Whether the record may say so. A step is done only after what it requires, unless somebody says why not.
pub fn may_record(case: &Case, recording: &Recording<'_>) -> Result<(), Refusal> {
    let against = obstacle(case, recording);
    match (against, recording.overridden.map(str::trim)) {
        (_, Some("")) => Err(Refusal::EmptyReason),
        (None, Some(_)) => Err(Refusal::NothingToOverride),
        (Some(refusal), Some(_)) if refusal.can_be_overridden() => Ok(()),
        (Some(refusal), _) => Err(refusal),
        (None, None) => Ok(()),
    }
}

fn obstacle(case: &Case, recording: &Recording<'_>) -> Option<Refusal> {
    let steps = &case.process;
    let row = &steps[recording.step];
    if recording.status != StepStatus::Done {
        let relied = steps.iter().filter(|(_, other)| {
            other.status == StepStatus::Done && other.overridden.is_none() && other.requires.contains(&recording.step)
        });
        let relied: Vec<StepIdx> = relied.map(|(idx, _)| idx).collect();
        return (!relied.is_empty()).then_some(Refusal::Relied(relied));
    }
    let lacking: Vec<StepIdx> = row.blocked_by(steps).collect();
    if !lacking.is_empty() {
        return Some(Refusal::NotYet(lacking));
    }
    let on = recording.on?;
    let later = row.requires.iter().filter_map(|&needed| Some((needed, steps[needed].on?)));
    later.filter(|&(_, day)| on < day).max_by_key(|&(_, day)| day).map(|(needed, day)| Refusal::Before(needed, day))
}
