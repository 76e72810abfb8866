//! From when a position is on record, and whether it stands on a date.

use detente_base::Table;
use detente_case::{Case, PartyIdx, Precision};
use jiff::civil::Date;

use crate::{Ledger, Position, PositionIdx, Statement};

/// From when a position is on record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// From this date.
    On(Date, Option<Precision>),
    /// From some day not after this one, on which a source was published.
    NotAfter(Date),
    /// The record has no date.
    Unknown,
}

/// Whether a position stands on a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It stands, as far as the record goes.
    Stands,
    /// Another one took its place.
    Superseded(PositionIdx),
    /// It ended, and nothing is said to have taken its place.
    Ended(Date),
    /// It is on record only from a later day.
    Later,
}

impl Since {
    /// The day, where one is known.
    pub fn day(self) -> Option<Date> {
        match self {
            Self::On(date, _) => Some(date),
            Self::NotAfter(_) | Self::Unknown => None,
        }
    }

    /// How exact that day is.
    pub fn precision(self) -> Option<Precision> {
        match self {
            Self::On(_, precision) => precision,
            Self::NotAfter(_) | Self::Unknown => None,
        }
    }

    /// Whether it is on record by `date`. What has no date is.
    fn is_by(self, date: Option<Date>) -> bool {
        match (self, date) {
            (Self::On(from, _) | Self::NotAfter(from), Some(date)) => from <= date,
            (_, None) | (Self::Unknown, _) => true,
        }
    }
}

impl Ledger {
    /// From when a position is on record: the day it says, else the first day one of its statements was made, else the first
    /// day one of its sources was published.
    pub fn since(&self, position: &Position) -> Since {
        if let Some(from) = position.valid_from {
            return Since::On(from, None);
        }
        let said = self.evidence(position).filter_map(|statement| Some((statement.said_on?, statement.precision)));
        if let Some((date, precision)) = said.min_by_key(|&(date, _)| date) {
            return Since::On(date, precision);
        }
        let published = self.evidence(position).filter_map(|statement| self.sources[statement.source?].published);
        published.min().map_or(Since::Unknown, Since::NotAfter)
    }

    /// The last day on which one of a position's statements was made.
    pub fn last_said(&self, position: &Position) -> Option<Date> {
        self.evidence(position).filter_map(|statement| statement.said_on).max()
    }

    /// The statements a position rests on.
    pub fn evidence<'l>(&'l self, position: &'l Position) -> impl Iterator<Item = &'l Statement> {
        position.evidence.iter().map(|&statement| &self.statements[statement])
    }

    /// How every position stands on a date; without one, at the end of the record.
    ///
    /// A date to the month or year counts from the day that is written. A position holds until its `valid_to` and not on it.
    ///
    /// # Cost
    /// Linear in positions and their evidence.
    pub fn standing(&self, as_of: Option<Date>) -> Table<PositionIdx, Standing> {
        let begun: Table<PositionIdx, bool> =
            self.positions.rows().map(|position| self.since(position).is_by(as_of)).collect();
        let mut standing: Table<PositionIdx, Standing> =
            self.positions.iter().map(|(idx, position)| before_replacing(position, begun[idx], as_of)).collect();
        for (idx, position) in self.positions.iter().filter(|&(idx, _)| begun[idx]) {
            if let Some(replaced) = position.supersedes.filter(|&replaced| begun[replaced] && replaced != idx) {
                standing[replaced] = Standing::Superseded(idx);
            }
        }
        standing
    }

    /// The party a statement speaks for: the one named, else the person's.
    pub fn spoken_for(&self, case: &Case, statement: &Statement) -> Option<PartyIdx> {
        statement.speaker.party.or_else(|| case.people[statement.speaker.person?].party)
    }

    /// Whether one of a position's statements is the party's own, in its words or reported.
    pub fn has_voice(&self, case: &Case, position: &Position) -> bool {
        position.party.is_some()
            && self.evidence(position).any(|statement| self.spoken_for(case, statement) == position.party)
    }

    /// One cycle among positions that replace each other, if there is one.
    pub fn position_cycle(&self) -> Option<Vec<PositionIdx>> {
        detente_base::cycle(self.positions.len(), |position| self.positions[position].supersedes)
    }
}

fn before_replacing(position: &Position, begun: bool, as_of: Option<Date>) -> Standing {
    match position.valid_to {
        _ if !begun => Standing::Later,
        Some(end) if as_of.is_none_or(|as_of| end <= as_of) => Standing::Ended(end),
        _ => Standing::Stands,
    }
}
