//! Whether two parties' names matter: a case is written anew with the two exchanged, solved, and its results are read back.
//!
//! Results are kept by indices of the case as it stands, never by name: only the parties of the exchanged case are exchanged back.

mod counted;
mod drawn;
mod found;

use detente::base::Watch;
use detente::case::{Case, PartyIdx};
use detente::casefile::{Reading, RenameError, exchange, read_at};
use detente::deals::DealsError;
use detente::estimate::EstimateSet;
use detente::ledger::Ledger;
use detente_report::sheet::symmetry::{Exchanged, Question, Results, Says};
use detente_report::sheet::{self, Audience, Sheet};

use drawn::Drawing;

use crate::Fault;
use crate::make::Of;

/// How much is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// What may be said in the room: verdicts, packages, limits; no counts, nothing estimated.
    Room,
    /// Everything.
    Team,
}

/// A case with what belongs to it, and which party of the case as it stands each of its parties is.
#[derive(Clone, Copy, Debug)]
pub struct Solved<'a> {
    /// The case.
    pub case: &'a Case,
    /// Its record.
    pub ledger: &'a Ledger,
    /// The set of estimates, where one was named.
    pub set: Option<&'a EstimateSet>,
    /// The case as it stands, and the two parties that are exchanged in `case`; none where it is the case as it stands.
    pub back: Option<(&'a Case, [PartyIdx; 2])>,
}

impl Solved<'_> {
    /// The party of the case as it stands.
    fn party(&self, party: PartyIdx) -> PartyIdx {
        let Some((stands, _)) = self.back else { return party };
        stands.party(&self.id(self.case.parties[party].id.as_str())).unwrap_or(party)
    }

    /// The id that a party's id stands for in the case as it stands.
    fn id(&self, id: &str) -> String {
        let Some((stands, [a, b])) = self.back else { return id.to_owned() };
        let [a, b] = [a, b].map(|party| stands.parties[party].id.as_str());
        match id {
            _ if id == a => b.to_owned(),
            _ if id == b => a.to_owned(),
            _ => id.to_owned(),
        }
    }
}

/// Results by question, and what could not be compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// The results.
    pub results: Results,
    /// Whether draws were made.
    pub drawn: bool,
    /// Why some were not, a sentence each.
    pub not_compared: Vec<String>,
}

impl Findings {
    fn say(&mut self, asked: Question, says: Says) {
        self.results.insert(asked, says);
    }
}

pub(crate) fn symmetry(of: &Of<'_>) -> Result<Sheet, Fault> {
    let (about, resolution) = (&of.about, of.source.resolution);
    let Some(parties) = named(of.wanted.swap, about.case)? else { return Ok(sheet::symmetry(about, None)) };
    let [a, b] = parties.map(|party| about.case.parties[party].id.as_str());
    let folder = exchange(&of.source.opened.folder, a, b, resolution).map_err(|error| not_exchanged(a, b, &error))?;
    let exchanged = read_at(&folder, resolution);
    let case = sound(&exchanged)?;
    let depth = if matches!(about.audience, Audience::Room) { Depth::Room } else { Depth::Team };
    let set = about.set();
    let other = set.and_then(|set| exchanged.estimates.iter().find(|found| found.id == set.id));
    let stands = Solved { case: about.case, ledger: about.ledger, set, back: None };
    let other = Solved { case, ledger: &exchanged.ledger, set: other, back: Some((about.case, parties)) };
    let drawing = [of.wanted.draws, of.wanted.seed];
    let [stands, other] = [findings(&stands, depth, drawing, of.watch)?, findings(&other, depth, drawing, of.watch)?];
    let found = Exchanged {
        parties,
        stands: &stands.results,
        exchanged: &other.results,
        drawn: (stands.drawn && other.drawn).then_some(drawing),
        not_compared: &stands.not_compared,
    };
    Ok(sheet::symmetry(about, Some(&found)))
}

fn sound(exchanged: &Reading) -> Result<&Case, Fault> {
    exchanged.case.as_ref().filter(|_| exchanged.is_sound()).ok_or_else(|| {
        let errors = exchanged.diagnostics.iter().filter(|found| found.is_error());
        let said: Vec<&str> = errors.map(|found| found.message.as_str()).collect();
        Fault::argument(format!("the exchanged case cannot be read: {}", said.join("; ")), "detente check the case")
    })
}

/// The two parties that are exchanged; a case of two parties has only these.
fn named(swap: Option<[PartyIdx; 2]>, case: &Case) -> Result<Option<[PartyIdx; 2]>, Fault> {
    let all: Vec<PartyIdx> = case.parties.indices().collect();
    match (swap, all.as_slice()) {
        (Some([a, b]), _) if a == b => {
            Err(Fault::argument("two different parties are exchanged", "name two different parties"))
        }
        (Some(two), _) => Ok(Some(two)),
        (None, &[a, b]) => Ok(Some([a, b])),
        (None, _) => Ok(None),
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

/// Every result: of the record, from the stated limits alone, and for the team with the set of estimates; `drawing` is how many draws
/// and their seed.
///
/// # Errors
/// As the questions themselves: numbers too large, or a search out of reach.
pub fn findings(of: &Solved<'_>, depth: Depth, drawing: [u64; 2], watch: &dyn Watch) -> Result<Findings, DealsError> {
    let mut findings = Findings::default();
    found::record(of, &mut findings);
    found::stated(of, depth, &mut findings, watch)?;
    if let Some(set) = of.set.filter(|_| depth == Depth::Team) {
        found::estimated(of, set, &mut findings, watch)?;
        Drawing { of, set, draws_and_seed: drawing }.add(&mut findings, watch)?;
    }
    Ok(findings)
}
