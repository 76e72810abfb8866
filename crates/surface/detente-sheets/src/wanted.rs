//! What is asked of a sheet, resolved to the case's own parties, issues and choices.

use detente::case::{Case, PartyIdx};
use detente::deals::Choices;
use detente_report::sheet::Proposal;
use jiff::civil::Date;

use crate::{Name, newest_on_record};

/// How many draws a sheet takes where nobody says: it is looked at more often than it is published.
pub const DRAWS: u64 = 1000;

/// What is drawn with where nobody says.
pub const SEED: u64 = 1;

/// Whom a sheet is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whom {
    /// The team itself.
    Team,
    /// Everybody in the room.
    Room,
}

/// What is asked of a sheet; what the sheet does not take ([`Name::takes`]) is not looked at.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Which.
    pub name: Name,
    /// Whom it is for.
    pub whom: Whom,
    /// The packages it is about.
    pub packages: Vec<Proposal>,
    /// The day after which changes count; all up to the case's date where there is none.
    pub since: Option<Date>,
    /// Over how many draws it says what survives doubt.
    pub draws: u64,
    /// What is drawn with.
    pub seed: u64,
    /// Whose brief.
    pub party: Option<PartyIdx>,
    /// The pairs of a class and what they agreed on.
    pub pairs: Option<Vec<(String, Choices)>>,
    /// The parties that are exchanged; the two there are where a case has no more.
    pub swap: Option<[PartyIdx; 2]>,
}

impl Wanted {
    /// A sheet of which nothing more is asked.
    pub fn plain(name: Name, whom: Whom) -> Self {
        Self {
            name,
            whom,
            packages: Vec::new(),
            since: None,
            draws: DRAWS,
            seed: SEED,
            party: None,
            pairs: None,
            swap: None,
        }
    }

    /// The package it is about: the one that was named; else the newest draft that was not withdrawn; else nothing settled. Never a
    /// computed one.
    pub(crate) fn package(&self, case: &Case) -> Proposal {
        self.packages.first().cloned().unwrap_or_else(|| newest_on_record(case))
    }
}
