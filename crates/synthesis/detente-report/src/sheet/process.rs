//! The steps of the talks: who takes part and who does not, how far each is, what it waits for, which can be taken next.

use detente_case::StepIdx;
use detente_process::{Admission, StepStanding};

use super::about::About;
use super::document::{Block, NOTHING, Sheet};
use super::words::{day, listed};

/// The sheet of the process, steps by id.
pub fn process(about: &About<'_>, steps: &[StepStanding]) -> Sheet {
    let next: Vec<String> = steps
        .iter()
        .filter(|standing| standing.admission == Admission::Admissible)
        .map(|standing| title(about, standing.step))
        .collect();
    let blocks = vec![
        Block::heading("Steps"),
        Block::table(
            &["Step", "Taking part", "Not taking part", "Status", "Blocked by", "On record in"],
            steps.iter().map(|standing| row(about, standing)).collect(),
        ),
        Block::heading("Can be taken next"),
        Block::Note("In order of id; nothing here says which should be.".to_owned()),
        Block::list(next),
    ];
    about.sheet("The process", blocks)
}

fn row(about: &About<'_>, standing: &StepStanding) -> Vec<String> {
    let step = &about.case.process[standing.step];
    let or_nothing = |names: Vec<String>| if names.is_empty() { NOTHING.to_owned() } else { listed(&names) };
    let absent = about.names(standing.not_taking_part.iter().copied());
    let absent = match (step.participants.is_empty(), absent.is_empty()) {
        (true, _) => NOTHING.to_owned(),
        (false, true) => "none: every party takes part".to_owned(),
        (false, false) => listed(&absent),
    };
    let date = step.on.map_or_else(String::new, |_| format!(", {}", day(step.on, step.precision)));
    let (status, blocked) = match &standing.admission {
        Admission::Admissible => ("can be taken next", "nothing".to_owned()),
        Admission::WaitsFor(needed) => ("waits", titles(about, needed)),
        Admission::CutOff(needed) => {
            ("cannot be taken as the case is written", format!("{}, which was given up", titles(about, needed)))
        }
        Admission::HeldUp => ("held up", "something that is no step".to_owned()),
        Admission::Done => ("done", "nothing".to_owned()),
        Admission::Cancelled => ("given up", "nothing".to_owned()),
    };
    vec![
        title(about, standing.step),
        or_nothing(about.names(step.participants.iter().copied())),
        absent,
        format!("{status}{date}"),
        blocked,
        or_nothing(step.evidence.iter().map(ToString::to_string).collect()),
    ]
}

pub(super) fn title(about: &About<'_>, step: StepIdx) -> String {
    let step = &about.case.process[step];
    format!("{} [{}]", step.title, step.id)
}

fn titles(about: &About<'_>, steps: &[StepIdx]) -> String {
    listed(&steps.iter().map(|&step| title(about, step)).collect::<Vec<_>>())
}
