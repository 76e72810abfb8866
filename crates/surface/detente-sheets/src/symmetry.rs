//! The sheet of an exchange of two parties: the exchanged case is written, read and solved anew.

use std::collections::BTreeSet;

use detente::base::{Diagnostic, Watch};
use detente::case::{Case, PartyIdx};
use detente::casefile::{Reading, RenameError, exchange, read_at};
use detente::symmetry::{Back, Depth, Findings, Question, findings};
use detente_report::sheet::{self, About, Audience, Compared, Sheet};

use crate::Fault;
use crate::make::Of;

pub(crate) fn symmetry(of: &Of<'_>) -> Result<Sheet, Fault> {
    let (about, resolution) = (&of.about, of.source.resolution);
    let two = named(of.wanted.swap, about.case)?;
    let [a, b] = two.map(|party| about.case.parties[party].id.as_str());
    let folder = exchange(&of.source.opened.folder, a, b, resolution).map_err(|error| not_exchanged(a, b, &error))?;
    let exchanged = read_at(&folder, resolution);
    let (stands, other) = both(about, &exchanged, [a, b], of.watch)?;
    let names = two.map(|party| about.case.parties[party].name.as_str());
    Ok(sheet::symmetry(about, names, &compared(about.case, &stands, &other)))
}

fn both(
    about: &About<'_>,
    exchanged: &Reading,
    [a, b]: [&str; 2],
    watch: &dyn Watch,
) -> Result<(Findings, Findings), Fault> {
    let case = exchanged.case.as_ref().filter(|_| exchanged.is_sound()).ok_or_else(|| {
        let said: Vec<&str> = exchanged
            .diagnostics
            .iter()
            .filter(|found| found.is_error())
            .map(|found: &Diagnostic| found.message.as_str())
            .collect();
        Fault::argument(format!("the exchanged case cannot be read: {}", said.join("; ")), "detente check the case")
    })?;
    let depth = if matches!(about.audience, Audience::Room) { Depth::Room } else { Depth::Team };
    let set = match &about.audience {
        Audience::Team(Some(estimates)) => Some(estimates.set),
        _ => None,
    };
    let other = set.and_then(|set| exchanged.estimates.iter().find(|found| found.id == set.id));
    let stands = findings(about.case, about.ledger, set, Back::AsTheyStand, depth, watch)?;
    let other = findings(case, &exchanged.ledger, other, Back::Exchanged(a, b), depth, watch)?;
    Ok((stands, other))
}

/// The two parties that are exchanged; a case of two parties has only these.
fn named(swap: Option<[PartyIdx; 2]>, case: &Case) -> Result<[PartyIdx; 2], Fault> {
    const HINT: &str = "write --swap A,B with the ids of two parties";
    let all: Vec<PartyIdx> = case.parties.indices().collect();
    match (swap, all.as_slice()) {
        (Some([a, b]), _) if a == b => Err(Fault::argument("two different parties are exchanged", HINT)),
        (Some(two), _) => Ok(two),
        (None, &[a, b]) => Ok([a, b]),
        (None, _) => Err(Fault::argument("this sheet exchanges two parties, and none are named", HINT)),
    }
}

fn not_exchanged(a: &str, b: &str, error: &RenameError) -> Fault {
    let why = match error {
        RenameError::Escaped(_) => "an id stands in a text with escapes",
        RenameError::Unknown { .. } | RenameError::BadId | RenameError::Taken => "an id cannot be changed",
    };
    let hint = "try `detente rename` on each of them; it says where";
    Fault::argument(format!("\"{a}\" and \"{b}\" cannot be exchanged in these files: {why}"), hint)
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
