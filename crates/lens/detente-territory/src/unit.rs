//! A unit of territory.

use detente_base::{Decimal, Span};
use detente_case::Id;
use jiff::civil::Date;

use crate::{Area, Claim, Control, People, Sites};

/// A unit of territory: the smallest piece a package speaks of. It is whole: splitting it in two is done in the tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its id, unique among units.
    pub id: Id,
    /// Its name, as printed.
    pub name: String,
    /// Its area.
    pub area: Option<Area>,
    /// The people who live in it.
    pub people: Option<People>,
    /// The places of note in it.
    pub sites: Option<Sites>,
    /// Reported control, by date, then party.
    pub control: Vec<Control>,
    /// Claims on record, by party.
    pub claims: Vec<Claim>,
    /// Where it is written.
    pub span: Span,
}

impl Unit {
    /// Reported control as of exactly this date, by party.
    pub fn control_on(&self, date: Date) -> impl Iterator<Item = &Control> {
        self.control.iter().filter(move |control| control.on == date)
    }

    /// The part of the unit reported as under the control of a party on this date, in percent; none where nothing is on record.
    pub fn percent_of(&self, party: &str, date: Date) -> Option<Decimal> {
        self.control_on(date).find(|control| control.party.id == *party)?.percent_of(self.area.as_ref())
    }

    /// The party whose control of the whole unit is on record on this date; none where it is split or nothing is on record.
    pub fn held_whole_by(&self, date: Date) -> Option<&Id> {
        let whole = |control: &&Control| control.percent_of(self.area.as_ref()) == Some(Decimal::HUNDRED);
        self.control_on(date).find(whole).map(|control| &control.party.id)
    }

    /// Whether control on this date is on record as of parts of the unit only: then the unit belongs to no side unless the case says
    /// which it counts for (DEFINITIONS 24).
    pub fn is_split(&self, date: Date) -> bool {
        self.control_on(date).next().is_some() && self.held_whole_by(date).is_none()
    }
}
