//! Where the talks stand: steps and a timeline.

use detente::Opened;
use detente::case::{Case, StepIdx};
use detente::process::{Admission, Entry, StepStanding, Timeline, What};

use super::dates::{day, days};
use super::deals::title;
use super::text::{heading, item, listed, wrapped};

/// The steps and the timeline.
pub(crate) fn process(opened: &Opened, case: &Case, steps: &[StepStanding], timeline: &Timeline) -> String {
    let mut page = title(opened, case);
    page.push_str(&heading("Steps that can be taken next"));
    page.push_str("  In order of id; nothing here says which should be.\n");
    page.push_str(&block(case, steps, |admission| *admission == Admission::Admissible));
    page.push_str(&heading("Steps that cannot be taken yet"));
    let waits =
        |admission: &Admission| matches!(admission, Admission::WaitsFor(_) | Admission::CutOff(_) | Admission::HeldUp);
    page.push_str(&block(case, steps, waits));
    page.push_str(&heading("Done or given up"));
    page.push_str(&block(case, steps, |admission| matches!(admission, Admission::Done | Admission::Cancelled)));
    page.push_str(&dates(opened, case, timeline));
    page
}

fn block(case: &Case, steps: &[StepStanding], wanted: impl Fn(&Admission) -> bool) -> String {
    let lines: String =
        steps.iter().filter(|standing| wanted(&standing.admission)).map(|standing| step(case, standing)).collect();
    if lines.is_empty() { "  none\n".to_owned() } else { lines }
}

fn step(case: &Case, standing: &StepStanding) -> String {
    let row = &case.process[standing.step];
    let mut page = item(&format!("{} [{}]: {}", row.title, row.id, state(case, standing)), 2);
    let mut line = |text: String| page.push_str(&wrapped(&text, 6));
    let names =
        |parties: &[_]| -> Vec<String> { parties.iter().map(|&party| case.parties[party].name.clone()).collect() };
    if row.participants.is_empty() {
        line("who takes part is not on record".to_owned());
    } else {
        let absent = names(&standing.not_taking_part);
        let absent = if absent.is_empty() { String::new() } else { format!("; not taking part: {}", listed(&absent)) };
        line(format!("taking part: {}{absent}", listed(&names(&row.participants))));
    }
    if !row.agenda.is_empty() {
        let titles: Vec<String> = row.agenda.iter().map(|&issue| case.issues[issue].title.clone()).collect();
        line(format!("on the agenda: {}", titles.join("; ")));
    }
    if !standing.holds_up.is_empty() {
        line(format!("waiting for it: {}", titles(case, &standing.holds_up)));
    }
    if let Some(reason) = &row.overridden {
        line(format!("recorded before what it requires, because: {reason}"));
    }
    if let Some(note) = &row.note {
        line(note.clone());
    }
    if !row.evidence.is_empty() {
        let ids: Vec<String> = row.evidence.iter().map(ToString::to_string).collect();
        line(format!("on record in {}", listed(&ids)));
    }
    page
}

fn titles(case: &Case, steps: &[StepIdx]) -> String {
    let titles: Vec<String> = steps.iter().map(|&step| format!("“{}”", case.process[step].title)).collect();
    listed(&titles)
}

fn state(case: &Case, standing: &StepStanding) -> String {
    let on = case.process[standing.step].on;
    let planned = on.map_or_else(String::new, |_| format!(", planned for {}", when(case, standing.step)));
    match &standing.admission {
        Admission::Admissible => {
            let wait = standing.wait.map_or_else(String::new, |wait| {
                let since = day(Some(wait.since), None);
                match wait.days {
                    None => format!("; what it requires was done by {since}"),
                    Some(0) => format!("; what it requires was done by {since}, the as-of date"),
                    Some(number) => {
                        format!("; what it requires was done by {since}, {} before the as-of date", days(number))
                    }
                }
            });
            format!("can be taken{planned}{wait}")
        }
        Admission::WaitsFor(needed) => format!("waits for {}{planned}", titles(case, needed)),
        Admission::CutOff(needed) => {
            format!("cannot be taken as the case is written: {} was given up", titles(case, needed))
        }
        Admission::HeldUp => format!("held up by something that is no step{planned}"),
        Admission::Done => format!("done, {}", when(case, standing.step)),
        Admission::Cancelled => "given up".to_owned(),
    }
}

fn when(case: &Case, step: StepIdx) -> String {
    day(case.process[step].on, case.process[step].precision)
}

fn dates(opened: &Opened, case: &Case, timeline: &Timeline) -> String {
    let mut page = heading("Timeline");
    if timeline.dated.is_empty() {
        page.push_str("  nothing on record has a date\n");
    }
    for entry in &timeline.dated {
        page.push_str(&wrapped(&dated(opened, case, entry), 2));
    }
    if !timeline.undated.is_empty() {
        let undated: Vec<String> = timeline.undated.iter().map(|&what| words(opened, case, what)).collect();
        page.push_str(&wrapped(&format!("Without a date: {}.", undated.join("; ")), 2));
    }
    page
}

fn dated(opened: &Opened, case: &Case, entry: &Entry) -> String {
    let gap = match entry.days_since_last {
        None => String::new(),
        Some(0) => " (same day)".to_owned(),
        Some(number) => format!(" ({} later)", days(number)),
    };
    let later = if entry.is_later { ", after the as-of date" } else { "" };
    format!("{}{gap}{later}: {}", day(Some(entry.on), entry.precision), words(opened, case, entry.what))
}

fn words(opened: &Opened, case: &Case, what: What) -> String {
    match what {
        What::Event(idx) => {
            let event = &opened.reading.ledger.events[idx];
            let place = event.place.as_ref().map_or_else(String::new, |place| format!(", {place}"));
            format!("event: {}{place} [{}]", event.what, event.id)
        }
        What::Draft(idx) => {
            let draft = &case.drafts[idx];
            let title = draft.title.as_ref().map_or_else(String::new, |title| format!("{title} "));
            format!("draft, {}: {title}[{}]", draft.status, draft.id)
        }
        What::Step(idx) => {
            let step = &case.process[idx];
            format!("step, {}: {} [{}]", step.status, step.title, step.id)
        }
    }
}
