//! What a sheet is about and for whom: head and foot, which are the same on all.

use detente_case::{Case, DatedBy, PartyIdx};
use detente_estimate::EstimateSet;
use detente_ledger::{Ledger, Voice, voices};

use super::document::{Block, Head, Sheet};
use super::words::day;

/// Whom a sheet is for. A sheet for the room has nowhere to take an estimate from.
#[derive(Clone, Debug)]
pub enum Audience<'a> {
    /// The team itself, with the estimates that were named, if any.
    Team(Option<Estimates<'a>>),
    /// Everybody in the room.
    Room,
}

/// A set of estimates on a sheet for the team.
#[derive(Clone, Debug)]
pub struct Estimates<'a> {
    /// The set.
    pub set: &'a EstimateSet,
    /// Its hash.
    pub hash: String,
}

/// What every sheet is made of.
#[derive(Clone, Debug)]
pub struct About<'a> {
    /// The case.
    pub case: &'a Case,
    /// Its record.
    pub ledger: &'a Ledger,
    /// The case's hash, estimates aside.
    pub hash: String,
    /// Whom the sheet is for.
    pub audience: Audience<'a>,
}

impl<'a> About<'a> {
    /// The set of estimates on the sheet.
    pub fn set(&self) -> Option<&'a EstimateSet> {
        match &self.audience {
            Audience::Team(estimates) => estimates.as_ref().map(|estimates| estimates.set),
            Audience::Room => None,
        }
    }

    pub(super) fn is_for_room(&self) -> bool {
        matches!(self.audience, Audience::Room)
    }

    pub(super) fn name(&self, party: PartyIdx) -> String {
        self.case.parties[party].name.clone()
    }

    /// The parties by name, then by id.
    pub(super) fn alphabetical(&self) -> Vec<PartyIdx> {
        let mut parties: Vec<PartyIdx> = self.case.parties.indices().collect();
        parties.sort_by_key(|&party| self.place(party));
        parties
    }

    /// Where a party stands in alphabetical order.
    pub(super) fn place(&self, party: PartyIdx) -> (String, PartyIdx) {
        (self.case.parties[party].name.to_lowercase(), party)
    }

    /// Names of parties, alphabetically.
    pub(super) fn names(&self, parties: impl IntoIterator<Item = PartyIdx>) -> Vec<String> {
        let mut parties: Vec<PartyIdx> = parties.into_iter().collect();
        parties.sort_by_key(|&party| self.place(party));
        parties.dedup();
        parties.into_iter().map(|party| self.name(party)).collect()
    }

    /// A sheet with head and foot.
    pub(super) fn sheet(&self, title: &str, blocks: Vec<Block>) -> Sheet {
        let inferred = if self.case.as_of_by == Some(DatedBy::Catalog) { " (inferred)" } else { "" };
        Sheet {
            head: Head {
                title: title.to_owned(),
                case: self.case.title.clone(),
                as_of: match self.case.as_of {
                    Some(date) => format!("as of {}{inferred}", day(Some(date), None)),
                    None => "no as-of date".to_owned(),
                },
                date: self.case.as_of,
                audience: if self.is_for_room() { "for room" } else { "for team" },
                hash: self.hash.clone(),
            },
            blocks,
            foot: self.foot(),
        }
    }

    fn foot(&self) -> Vec<String> {
        let mut foot = vec![format!("Case {}.", self.hash), self.voices()];
        match &self.audience {
            Audience::Room => {}
            Audience::Team(None) => foot.push("Estimates: none on this sheet.".to_owned()),
            Audience::Team(Some(estimates)) => {
                let set = estimates.set;
                foot.push(format!("Estimates: {}, by {}, {}.", set.id, set.author, estimates.hash));
            }
        }
        foot
    }

    /// How each party is heard; for the room in words, for the team with numbers of statements.
    fn voices(&self) -> String {
        let heard = voices(self.case, self.ledger);
        let of = |party: PartyIdx| {
            let voice = heard[party];
            let how = if self.is_for_room() { in_words(voice).to_owned() } else { in_numbers(voice) };
            format!("{} {how}", self.name(party))
        };
        format!("Voices: {}.", self.alphabetical().into_iter().map(of).collect::<Vec<_>>().join("; "))
    }
}

fn in_words(voice: Voice) -> &'static str {
    match (0 < voice.own_words, 0 < voice.reported) {
        (true, true) => "in its own words and as reported",
        (true, false) => "in its own words",
        (false, true) => "only as reported",
        (false, false) => "absent",
    }
}

fn in_numbers(voice: Voice) -> String {
    if voice.is_absent() {
        "absent".to_owned()
    } else {
        format!("{} in its own words, {} reported", voice.own_words, voice.reported)
    }
}
