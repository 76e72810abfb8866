//! What can be claimed, and the evidence for it, as data.
//!
//! Parties, issues, choices, rules and limits are numbers of the model, from 0. Vectors are over the principals in the order
//! of the question.

use detente_model::{Member, Package};
use serde::{Deserialize, Serialize};

/// A claim and its evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// The package lies in the zone.
    Package(Package),
    /// No package lies in the zone.
    Empty(Vec<Branch>),
    /// What a principle chooses.
    Best(Best),
    /// The efficient vectors of the zone.
    Frontier(Frontier),
    /// Vectors near every package of the zone.
    Cover(Cover),
    /// Why the zone is empty.
    Conflicts(Conflicts),
    /// The least that bottom lines must move.
    Movement(Movement),
}

/// Evidence for one pattern of consent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Branch {
    /// Per party whether it is asked; as [`patterns`](crate::patterns) lists it.
    pub asked: Vec<bool>,
    /// Under Nash, the set of principals, ascending, this is evidence about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gaining: Vec<usize>,
    /// Per party the weight of its units; empty: all 0.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weights: Vec<u64>,
    /// The weight of what is maximised, where that is a sum of points; part of `weights`.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub objective: u64,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_zero(number: &u64) -> bool {
    *number == 0
}

/// A vector some package of the zone attains.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// Over the principals.
    pub utilities: Vec<i64>,
    /// A package with these utilities.
    pub package: Package,
}

/// What is best.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Principle {
    /// The largest product of gains.
    Nash,
    /// The leximin of gains as shares of the most gained anywhere; earlier steps prove the best for every party compared.
    KalaiSmorodinsky,
    /// The largest least gain.
    Egalitarian,
    /// The leximin of gains.
    Leximin,
    /// The largest sum of points.
    Utilitarian,
    /// The most for a principal.
    BestFor(usize),
}

/// The efficient vectors a principle leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Best {
    /// By which principle.
    pub principle: Principle,
    /// Per party how many units make a point, for principles that compare points; empty: one each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units_per_point: Vec<u32>,
    /// Under Nash, the exponent of each party's gain; empty: one each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exponents: Vec<u32>,
    /// The vectors. Under Nash none where no one can gain.
    pub answers: Vec<Answer>,
    /// Whether these are all.
    pub complete: bool,
    /// Under leximin and Kalai–Smorodinsky, parties that can get no more than they do in the answers, one after another: what
    /// is compared thereafter is the least share of the others. It may stay empty; it makes the check short where some
    /// party's least share holds everyone's down.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stuck: Vec<Stuck>,
    /// Per pattern the evidence; under Nash per pattern and set of principals.
    pub branches: Vec<Branch>,
}

/// A principal that cannot get more while everyone else has the least share so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stuck {
    /// Which party.
    pub party: usize,
    /// Per pattern the evidence.
    pub branches: Vec<Branch>,
}

/// The frontier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frontier {
    /// All efficient vectors.
    pub points: Vec<Answer>,
}

/// A cover of the frontier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cover {
    /// The vectors.
    pub points: Vec<Answer>,
    /// Per principal: every package is worth at most so much more than some point.
    pub epsilon: Vec<i64>,
}

/// A piece of a zone that can be set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Piece {
    /// A rule.
    Rule(usize),
    /// A limit.
    Limit(usize),
    /// A party's bottom line.
    Bottom(usize),
    /// The choice the draft holds on an issue.
    Fixed(usize),
}

impl From<Member> for Piece {
    fn from(member: Member) -> Self {
        match member {
            Member::Rule(rule) => Self::Rule(rule),
            Member::Limit(limit) => Self::Limit(limit),
            Member::BottomLine(party) => Self::Bottom(party),
            Member::Fixed(issue) => Self::Fixed(issue),
        }
    }
}

impl From<Piece> for Member {
    fn from(piece: Piece) -> Self {
        match piece {
            Piece::Rule(rule) => Self::Rule(rule),
            Piece::Limit(limit) => Self::Limit(limit),
            Piece::Bottom(party) => Self::BottomLine(party),
            Piece::Fixed(issue) => Self::Fixed(issue),
        }
    }
}

/// Minimal conflicts and minimal relaxations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conflicts {
    /// What could be set aside; all else stays in force as the question says.
    pub members: Vec<Piece>,
    /// Minimal sets that cannot hold together.
    pub conflicts: Vec<Conflict>,
    /// Minimal sets whose dropping opens the zone.
    pub relaxations: Vec<Relaxation>,
    /// Whether both lists are complete.
    pub complete: bool,
}

/// A minimal conflict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// The set.
    pub members: Vec<Piece>,
    /// Per pattern the evidence that no package meets all of them.
    pub branches: Vec<Branch>,
    /// Per member a package that meets the others; may be left out where the relaxations show it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<Package>,
}

/// A minimal relaxation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relaxation {
    /// The set.
    pub members: Vec<Piece>,
    /// A package that meets all other members.
    pub package: Package,
}

/// The least movement of bottom lines that opens the zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Movement {
    /// None is needed.
    Open {
        /// A package of the zone.
        package: Package,
    },
    /// None suffices.
    CannotOpen {
        /// Per pattern the evidence, with no bottom line in force.
        branches: Vec<Branch>,
    },
    /// So much suffices and no less.
    Opens {
        /// Per party what it alone must move.
        alone: Vec<Alone>,
        /// The least sum of movements.
        sum: Least,
        /// The least common movement.
        max: Least,
    },
}

/// What one party alone must move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alone {
    /// The least movement, with a package it opens; `None` where no movement of this party alone suffices.
    pub moves: Option<(i64, Package)>,
    /// Per pattern the evidence that less does not suffice.
    pub branches: Vec<Branch>,
}

/// A least movement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Least {
    /// In units.
    pub amount: i64,
    /// A package it opens.
    pub package: Package,
    /// Per pattern the evidence that less does not suffice.
    pub branches: Vec<Branch>,
}
