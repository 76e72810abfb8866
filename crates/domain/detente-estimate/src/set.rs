//! A set of estimates: one author's assumptions about all parties.

use detente_base::{Index, Table};
use detente_case::{Id, IssueIdx, PartyIdx};
use jiff::civil::Date;

use crate::{PartyEstimates, Values};

/// One author's assumptions about the parties.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EstimateSet {
    /// Its id: the name of its file.
    pub id: Id,
    /// Who assumes.
    pub author: String,
    /// The date it speaks of.
    pub as_of: Option<Date>,
    /// What it is for.
    pub note: Option<String>,
    /// Whether points of different parties are said to have a common meaning.
    pub comparable: bool,
    /// How values make a utility.
    pub utility: Utility,
    /// Per party, what is assumed; `None` where the set is silent.
    pub parties: Table<PartyIdx, Option<PartyEstimates>>,
}

/// How values make a utility.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Utility {
    /// Values of 0–100 within each issue, weighted by swing weights (DEFINITIONS 4).
    #[default]
    Weighted,
    /// Values are payoffs in the source's own unit and add up as they are: textbook cases.
    Payoffs,
}

impl EstimateSet {
    /// What the set assumes about `party`.
    pub fn party(&self, party: PartyIdx) -> Option<&PartyEstimates> {
        (party.position() < self.parties.len()).then(|| self.parties[party].as_ref()).flatten()
    }
}

impl PartyEstimates {
    /// Whether the set gives the party no weight (and, for payoffs, no value) at all: "no stake stated".
    pub fn has_no_stake(&self, utility: Utility) -> bool {
        match utility {
            Utility::Weighted => {
                let lenses = self.lenses.values().all(|of| of.weight.is_none());
                self.weights.is_empty() && lenses && self.answers.weighed().is_empty()
            }
            Utility::Payoffs => self.values.is_empty() && self.lenses.values().all(|of| of.values.is_none()),
        }
    }

    /// The values of `issue`, if any are given.
    pub fn values_of(&self, issue: IssueIdx) -> Option<&Values> {
        self.values.get(&issue)
    }
}
