//! Whether two parties' names matter: a case is written anew with the two exchanged, solved, and its results are read back.
//!
//! Results are kept by indices of the case as it stands, never by name: only the parties of the exchanged case are exchanged back.

mod counted;
mod drawn;
mod error;
mod found;

use detente_base::Watch;
use detente_case::{Case, PartyIdx, Resolution};
use detente_casefile::{Folder, Reading, exchange, read_at};
use detente_deals::DealsError;
use detente_estimate::EstimateSet;
use detente_ledger::Ledger;
use detente_report::sheet::symmetry::{Exchanged, Question, Results, Says};
use detente_report::sheet::{self, About, Audience, Sheet};

pub use error::SymmetryError;

use drawn::Drawing;

/// How much is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// What may be said in the room: verdicts, packages, limits; no counts, nothing estimated.
    Room,
    /// Everything.
    Team,
}

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// The two parties, different from each other.
    pub parties: [PartyIdx; 2],
    /// How finely lenses are negotiated.
    pub resolution: Resolution,
    /// How many draws.
    pub draws: u64,
    /// What they are drawn with.
    pub seed: u64,
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

/// The sheet of an exchange of two parties.
///
/// # Cost
/// Twice that of both answers, of why there is no package, of a study over so many draws and of waiting for a year.
///
/// # Errors
/// Where the files cannot be exchanged or the exchanged ones not be read; else as the questions themselves.
pub fn symmetry(
    about: &About<'_>,
    folder: &Folder,
    wanted: &Wanted,
    watch: &dyn Watch,
) -> Result<Sheet, SymmetryError> {
    let [a, b] = wanted.parties.map(|party| about.case.parties[party].id.as_str());
    let folder = exchange(folder, a, b, wanted.resolution).map_err(SymmetryError::NotExchanged)?;
    let exchanged = read_at(&folder, wanted.resolution);
    let case = sound(&exchanged)?;
    let depth = if matches!(about.audience, Audience::Room) { Depth::Room } else { Depth::Team };
    let set = about.set();
    let other = set.and_then(|set| exchanged.estimates.iter().find(|found| found.id == set.id));
    let stands = Solved { case: about.case, ledger: about.ledger, set, back: None };
    let back = Some((about.case, wanted.parties));
    let other = Solved { case, ledger: &exchanged.ledger, set: other, back };
    let drawing = [wanted.draws, wanted.seed];
    let [stands, other] = [findings(&stands, depth, drawing, watch)?, findings(&other, depth, drawing, watch)?];
    let drawn = (stands.drawn && other.drawn).then_some(drawing);
    let of = Exchanged {
        parties: wanted.parties,
        stands: &stands.results,
        exchanged: &other.results,
        drawn,
        not_compared: &stands.not_compared,
    };
    Ok(sheet::symmetry(about, &of))
}

fn sound(exchanged: &Reading) -> Result<&Case, SymmetryError> {
    exchanged.case.as_ref().filter(|_| exchanged.is_sound()).ok_or_else(|| {
        let errors = exchanged.diagnostics.iter().filter(|found| found.is_error());
        SymmetryError::Unreadable { said: errors.map(|found| found.message.clone()).collect() }
    })
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
