//! Results of a case, each under its question, so that those of two cases can be held against each other.
//!
//! Questions and answers speak of the parties, issues and choices of the case as it stands; whoever fills them in has exchanged
//! the parties of the other case back.

use std::collections::{BTreeMap, BTreeSet};

use detente_case::{ChoiceIdx, IssueIdx, PartyIdx, StepIdx};
use detente_deals::{Level, LimitRef, Member, Principle};

/// Answers by question.
pub type Results = BTreeMap<Question, Says>;

/// A package: a choice per issue, in the case's order.
pub type Package = Vec<ChoiceIdx>;

/// From which answer a zone of packages is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Within {
    /// The stated limits alone.
    Stated,
    /// All limits and bottom lines, these at one end or their centre.
    Estimated(Level),
}

/// Whether a result is of the first answer or of the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Given {
    /// From the stated limits alone.
    Stated,
    /// With a set of estimates.
    Estimated,
}

/// Where packages with their worth come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Led {
    /// They are on the frontier.
    Frontier,
    /// A principle leads to them.
    By(Principle),
}

/// Where a question belongs on the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// The record.
    Record,
    /// What follows from the stated limits alone.
    Stated,
    /// What a set of estimates adds at its centres and ends.
    Estimated,
    /// What draws from the set say.
    Draws,
    /// What waiting does.
    Months,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// Which positions a party has on an issue.
    Positions(PartyIdx, IssueIdx),
    /// Who takes part in a step.
    TakesPart(StepIdx),
    /// How many packages there are.
    Packages(Within),
    /// How many packages each choice leaves.
    Left(Within, IssueIdx, ChoiceIdx),
    /// What a stated limit excludes.
    Excludes(LimitRef),
    /// A package of several that differ, by its place.
    Example(Given, usize),
    /// What cannot hold together.
    Conflicts(Given),
    /// What opens the space.
    Openings(Given),
    /// Whether there is a package over the ends of the bottom lines.
    Verdict,
    /// Between whom frontier and principles are drawn.
    Principals,
    /// For whom no stake is stated.
    NoStake,
    /// What the packages within all limits are worth to a party, least and most.
    Reach(PartyIdx),
    /// The packages of the frontier, or those a principle leads to.
    Chosen(Led),
    /// What such a package is worth to a party.
    Worth(Led, Package, PartyIdx),
    /// Who gains in it.
    Gaining(Principle, Package),
    /// Who stands outside a principle.
    Outside(Principle),
    /// In how many draws there is a package.
    Open,
    /// In how many draws some package has the choice, and in how many every package.
    Having(IssueIdx, ChoiceIdx),
    /// The packages that draws were held against.
    Candidates,
    /// In how many draws such a package is within all limits, and in how many besides on the frontier.
    InZone(Package),
    /// In how many draws a party can accept it or is not asked.
    Accepted(Package, PartyIdx),
    /// In how many draws it has each rank among them, by a principal's own points.
    Ranks(Package, PartyIdx),
    /// What is missed with it, in thousandths of a point.
    Missed(Package),
    /// How many packages there are in a month, at the centres.
    InMonth(u32),
    /// In how many draws there is a package in a month.
    OpenInMonth(u32),
    /// What a party could get in a month at the centres.
    Prospect(u32, PartyIdx),
    /// In how many draws a party's alternative is better in a month than any package it could get, and in how many there is none.
    Alternative(u32, PartyIdx),
}

impl Question {
    /// Where it belongs.
    pub fn topic(&self) -> Topic {
        match self {
            Self::Positions(..) | Self::TakesPart(_) => Topic::Record,
            Self::Packages(Within::Stated)
            | Self::Left(Within::Stated, ..)
            | Self::Excludes(_)
            | Self::Example(Given::Stated, _)
            | Self::Conflicts(Given::Stated)
            | Self::Openings(Given::Stated) => Topic::Stated,
            Self::Packages(_)
            | Self::Left(..)
            | Self::Example(..)
            | Self::Conflicts(_)
            | Self::Openings(_)
            | Self::Verdict
            | Self::Principals
            | Self::NoStake
            | Self::Reach(_)
            | Self::Chosen(_)
            | Self::Worth(..)
            | Self::Gaining(..)
            | Self::Outside(_) => Topic::Estimated,
            Self::Open
            | Self::Having(..)
            | Self::Candidates
            | Self::InZone(_)
            | Self::Accepted(..)
            | Self::Ranks(..)
            | Self::Missed(_) => Topic::Draws,
            Self::InMonth(_) | Self::OpenInMonth(_) | Self::Prospect(..) | Self::Alternative(..) => Topic::Months,
        }
    }
}

/// What is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Says {
    /// Words.
    Words(String),
    /// Whether there is something.
    Some(bool),
    /// A number of packages.
    Number(Amount),
    /// Numbers of draws.
    Draws(Vec<u64>),
    /// Thousandths of a point; nothing where there is none.
    Missed(Vec<Option<u64>>),
    /// Points, in order.
    Points(Vec<Points>),
    /// Parties.
    Parties(BTreeSet<PartyIdx>),
    /// Ids of positions.
    Ids(BTreeSet<String>),
    /// A package.
    Package(Package),
    /// Packages.
    Packages(BTreeSet<Package>),
    /// What a limit excludes.
    Excludes {
        /// Whose it is.
        owner: PartyIdx,
        /// Whether it binds.
        binds: bool,
        /// How many packages, for the team.
        packages: Option<Amount>,
        /// Which choices altogether.
        choices: BTreeSet<(IssueIdx, ChoiceIdx)>,
    },
    /// Sets of limits and bottom lines.
    Sets(BTreeSet<BTreeSet<Member>>),
}

/// A number of packages and how well it is known, each number as decimal digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Amount {
    /// So many.
    Exact(String),
    /// Proved to be between the two.
    Between(String, String),
    /// Between the two in 99 of 100 samples.
    Sampled(String, String),
}

/// What something is worth to a party.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Points {
    /// Exactly, in the integer model's units of the party.
    pub units: i64,
    /// The same in thousandths of a point.
    pub thousandths: i64,
    /// The same in whole points.
    pub whole: i64,
}
