//! `detente process`.

use detente::base::Diagnostic;
use detente::case::{Case, StepIdx, StepStatus};
use detente::casefile::{StepRecord, read, record_step};
use detente::process::{Recording, Refusal, may_record, steps, timeline};
use detente::{Opened, save};
use detente_api as api;

use super::case::{opened, sound};
use crate::args::{Process, RecordedStatus};
use crate::exit::{Exit, Failure};
use crate::render;
use crate::say::{say, say_line};

pub(super) fn run(args: &Process) -> Result<Exit, Failure> {
    let opened = opened(&args.folder, &[])?;
    let case = match sound(&opened)? {
        Ok(case) => case,
        Err(exit) => return Ok(exit),
    };
    let recorded = match (&args.record, args.status) {
        (Some(id), Some(status)) => Some(record(&opened, case, id, status, args)?),
        _ => None,
    };
    let opened = recorded.as_ref().unwrap_or(&opened);
    let case = opened.reading.case.as_ref().unwrap_or(case);
    let (steps, timeline) = (steps(case, case.as_of), timeline(case, &opened.reading.ledger, case.as_of));
    if args.json {
        super::print_json(&api::process(opened, case, &steps, &timeline))?;
    } else {
        if recorded.is_some() {
            say_line("case.toml");
        }
        say(&render::process(opened, case, &steps, &timeline));
    }
    Ok(Exit::Answer)
}

/// Writes what became of a step, whole or not at all, and returns the folder as it is then.
fn record(opened: &Opened, case: &Case, id: &str, status: RecordedStatus, args: &Process) -> Result<Opened, Failure> {
    let step = case.process.find(|step| step.id == *id).ok_or_else(|| {
        let known: Vec<&str> = case.process.rows().map(|step| step.id.as_str()).collect();
        Failure::argument(format!("there is no step \"{id}\""), format!("steps of this case: {}", known.join(", ")))
    })?;
    let status = match status {
        RecordedStatus::Open => StepStatus::Open,
        RecordedStatus::Done => StepStatus::Done,
        RecordedStatus::Blocked => StepStatus::Blocked,
        RecordedStatus::Cancelled => StepStatus::Cancelled,
    };
    let overridden = args.overridden.as_deref();
    may_record(case, &Recording { step, status, on: args.on, overridden })
        .map_err(|refusal| refused(case, step, &refusal))?;
    let not_found = || {
        let hint = "write the step under a [[process]] header of its own".to_owned();
        Failure::argument(format!("\"{id}\" cannot be edited where it stands in case.toml"), hint)
    };
    let (file, found) = opened.folder.at("case.toml").ok_or_else(not_found)?;
    let record = StepRecord { step: id, status, on: args.on, overridden };
    let text = record_step(found.text(), &record).ok_or_else(not_found)?;
    let folder = opened.folder.with_text(file, text.clone());
    let reading = read(&folder);
    let after = Opened { root: opened.root.clone(), folder, reading };
    let errors: Vec<Diagnostic> = after.reading.diagnostics.iter().filter(|found| found.is_error()).cloned().collect();
    if !errors.is_empty() {
        eprint!("{}", render::diagnostics(&after, &errors));
        let hint = "mend what stands above first".to_owned();
        return Err(Failure::argument("with this record the case would have errors; nothing was written", hint));
    }
    save(opened, &[(file, text)])?;
    Ok(after)
}

fn refused(case: &Case, step: StepIdx, refusal: &Refusal) -> Failure {
    let name = |step: StepIdx| format!("\"{}\"", case.process[step].id);
    let names = |steps: &[StepIdx]| steps.iter().map(|&step| name(step)).collect::<Vec<_>>().join(", ");
    let or_override = "or say why it was otherwise: --override \"…\"";
    let (why, hint) = match refusal {
        Refusal::NotYet(lacking) => (
            format!("it requires {}, not yet done", names(lacking)),
            format!("record {} as done first, {or_override}", names(lacking)),
        ),
        Refusal::Before(needed, day) => (
            format!("it requires {}, which was done only on {day}", name(*needed)),
            format!("write a date from {day} on, {or_override}"),
        ),
        Refusal::Relied(relied) => (
            format!("{} requires it and is done", names(relied)),
            "change the record of the later step first".to_owned(),
        ),
        Refusal::EmptyReason => {
            ("the reason is empty".to_owned(), "say in a few words why: --override \"…\"".to_owned())
        }
        Refusal::NothingToOverride => (
            "nothing speaks against it, so that there is nothing to override".to_owned(),
            "leave out --override".to_owned(),
        ),
    };
    Failure::argument(format!("{} is not recorded: {why}", name(step)), hint)
}
