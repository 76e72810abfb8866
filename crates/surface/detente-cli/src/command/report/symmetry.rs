//! The sheet of an exchange of two parties: the exchanged case is written, read and solved anew.

use std::collections::BTreeSet;

use detente::Opened;
use detente::base::Diagnostic;
use detente::case::Case;
use detente::casefile::{Reading, RenameError, exchange, read_at};
use detente::symmetry::{Back, Depth, Findings, Question, findings};
use detente_report::sheet::{self, About, Audience, Compared, Sheet};

use crate::args::Report;
use crate::command::asked::party;
use crate::exit::Failure;
use crate::watch::Progress;

pub(super) fn symmetry(args: &Report, about: &About<'_>, opened: &Opened) -> Result<Sheet, Failure> {
    let [a, b] = named(args.swap.as_deref(), about.case)?;
    let resolution = args.folder.resolution.unwrap_or_default().into();
    let folder = exchange(&opened.folder, &a, &b, resolution).map_err(|error| not_exchanged(&a, &b, &error))?;
    let exchanged = read_at(&folder, resolution);
    let progress = Progress::new();
    let found = both(about, &exchanged, [&a, &b], &progress);
    progress.finish();
    let (stands, other) = found?;
    let name = |id: &str| about.case.party(id).map_or("", |party| about.case.parties[party].name.as_str());
    Ok(sheet::symmetry(about, [name(&a), name(&b)], &compared(about.case, &stands, &other)))
}

fn both(
    about: &About<'_>,
    exchanged: &Reading,
    [a, b]: [&str; 2],
    progress: &Progress,
) -> Result<(Findings, Findings), Failure> {
    let case = exchanged.case.as_ref().filter(|_| exchanged.is_sound()).ok_or_else(|| {
        let said: Vec<&str> = exchanged
            .diagnostics
            .iter()
            .filter(|found| found.is_error())
            .map(|found: &Diagnostic| found.message.as_str())
            .collect();
        Failure::argument(
            format!("the exchanged case cannot be read: {}", said.join("; ")),
            "detente check the case".to_owned(),
        )
    })?;
    let depth = if matches!(about.audience, Audience::Room) { Depth::Room } else { Depth::Team };
    let set = match &about.audience {
        Audience::Team(Some(estimates)) => Some(estimates.set),
        _ => None,
    };
    let other = set.and_then(|set| exchanged.estimates.iter().find(|found| found.id == set.id));
    let stands = findings(about.case, about.ledger, set, Back::AsTheyStand, depth, progress)?;
    let other = findings(case, &exchanged.ledger, other, Back::Exchanged(a, b), depth, progress)?;
    Ok((stands, other))
}

/// The two parties of `--swap A,B`; a case of two parties has only these.
fn named(swap: Option<&str>, case: &Case) -> Result<[String; 2], Failure> {
    let hint = "write --swap A,B with the ids of two parties".to_owned();
    let known: Vec<&str> = case.parties.rows().map(|party| party.id.as_str()).collect();
    let ids: Vec<&str> = match (swap, known.as_slice()) {
        (Some(text), _) => text.split(',').map(str::trim).collect(),
        (None, [_, _]) => known.clone(),
        (None, _) => return Err(Failure::argument("this sheet exchanges two parties, and none are named", hint)),
    };
    match ids.as_slice() {
        [a, b] if a != b => {
            party(case, a)?;
            party(case, b)?;
            Ok([(*a).to_owned(), (*b).to_owned()])
        }
        _ => Err(Failure::argument("two different parties are exchanged", hint)),
    }
}

fn not_exchanged(a: &str, b: &str, error: &RenameError) -> Failure {
    let why = match error {
        RenameError::Escaped(_) => "an id stands in a text with escapes",
        RenameError::Unknown { .. } | RenameError::BadId | RenameError::Taken => "an id cannot be changed",
    };
    let hint = "try `detente rename` on each of them; it says where".to_owned();
    Failure::argument(format!("\"{a}\" and \"{b}\" cannot be exchanged in these files: {why}"), hint)
}

fn compared(case: &Case, stands: &Findings, exchanged: &Findings) -> Vec<Compared> {
    let questions: BTreeSet<&Question> = stands.keys().chain(exchanged.keys()).collect();
    let name = |id: &String| case.party(id).map_or_else(|| id.clone(), |party| case.parties[party].name.clone());
    let row = |question: &Question| Compared {
        question: question.1.as_ref().map_or_else(|| question.0.clone(), |id| format!("{}: {}", question.0, name(id))),
        stands: stands.get(question).cloned(),
        exchanged: exchanged.get(question).cloned(),
    };
    questions.into_iter().map(row).collect()
}
