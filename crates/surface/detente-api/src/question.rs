//! What the documents of the smaller questions have in common.

use std::collections::{BTreeMap, BTreeSet};

use detente::Opened;
use detente::case::{Case, ChoiceIdx, IssueIdx, PartyIdx};
use detente::casefile::estimates_hash;
use detente::deals::{Lowered, standing};
use detente::estimate::EstimateSet;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Number;

use crate::deals::{Head, head, number};

/// A case and what was asked of it.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// The folder.
    pub opened: &'a Opened,
    /// The case, with the consents that were asked for.
    pub case: &'a Case,
    /// What is fixed.
    pub draft: &'a BTreeMap<IssueIdx, ChoiceIdx>,
    /// Issues left open within brackets, each with the choices it is held to.
    pub open: &'a BTreeMap<IssueIdx, BTreeSet<ChoiceIdx>>,
}

/// A set of estimates and who answers for it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Set {
    /// Its id.
    pub estimates: String,
    /// Who assumes.
    pub author: String,
    /// SHA-256 over the set.
    pub hash: String,
    /// Whether points of different parties are said to have a common meaning.
    pub comparable: bool,
}

/// What a package is worth to a party, at the centres.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Worth {
    /// Units, exact.
    pub units: i64,
    /// Points, to three decimals.
    pub points: Number,
    /// `met`, `at limit`, `within doubt`, `exceeded` or `no bottom line`.
    pub standing: &'static str,
    /// Whether its consent is needed for this package.
    pub consent_needed: bool,
}

impl About<'_> {
    pub(crate) fn head(&self) -> Head {
        head(self.opened, self.case, self.draft, self.open)
    }

    pub(crate) fn set(&self, set: &EstimateSet) -> Set {
        Set {
            estimates: set.id.to_string(),
            author: set.author.clone(),
            hash: estimates_hash(&self.opened.folder, set.id.as_str()).to_string(),
            comparable: set.comparable,
        }
    }

    /// Something about every party, by its id.
    pub(crate) fn by_party<T>(&self, of: impl Fn(PartyIdx) -> T) -> BTreeMap<String, T> {
        self.case.parties.iter().map(|(idx, party)| (party.id.to_string(), of(idx))).collect()
    }

    pub(crate) fn party(&self, party: PartyIdx) -> String {
        self.case.parties[party].id.to_string()
    }
}

pub(crate) fn points(lowered: &Lowered, party: PartyIdx, units: i64) -> Number {
    number(lowered.points(party, units))
}

pub(crate) fn worth(lowered: &Lowered, party: PartyIdx, units: i64, package: &[usize]) -> Worth {
    let row = &lowered.model.parties[detente::base::Index::position(party)];
    Worth {
        units,
        points: points(lowered, party, units),
        standing: standing(units, lowered.bottom_line(party)).in_words(),
        consent_needed: row.is_asked_in(package),
    }
}
