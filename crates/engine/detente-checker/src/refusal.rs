//! Why a proof is refused: the first step that fails, and where in it.

use crate::claim::Piece;
use detente_model::ModelError;
use std::fmt;
use thiserror::Error;

/// A proof that does not hold, at the first place where it does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Which step, from 0; none where the proof as a whole does not fit.
    pub step: Option<usize>,
    /// Which pattern of consent, from 0, as [`patterns`](crate::patterns) lists them.
    pub branch: Option<usize>,
    /// Why.
    pub reason: Reason,
}

impl std::error::Error for Refusal {}

impl fmt::Display for Refusal {
    /// Steps and branches are counted from 1: `step 3, branch 2: …`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.step, self.branch) {
            (Some(step), Some(branch)) => write!(f, "step {}, branch {}: {}", step + 1, branch + 1, self.reason),
            (Some(step), None) => write!(f, "step {}: {}", step + 1, self.reason),
            (None, _) => write!(f, "{}", self.reason),
        }
    }
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Reason {
    /// Not JSON of the form of a proof.
    #[error("this is no proof: {message}")]
    NoProof {
        /// What the reader says.
        message: String,
    },
    /// Another form of proof.
    #[error("a proof of schema {found}, where {expected} is checked")]
    OtherSchema {
        /// The schema found.
        found: String,
        /// The schema understood.
        expected: &'static str,
    },
    /// The digest is not that of the content.
    #[error("the digest is not that of the content: the proof was changed or cut short")]
    Digest,
    /// The proof is about something else.
    #[error("the proof is about another model or another question")]
    OtherModel,
    /// A proof of nothing.
    #[error("the proof makes no claim")]
    NoClaim,
    /// The model or the question does not hold together.
    #[error(transparent)]
    Model(#[from] ModelError),
    /// Numbers too great to be summed safely.
    #[error("the units of party {party} are too great to be checked")]
    TooGreat {
        /// Which party.
        party: usize,
    },
    /// A package that does not lie in the zone it should.
    #[error("package {number} does not lie in the zone")]
    Outside {
        /// Which of those listed, from 0.
        number: usize,
    },
    /// A package of another length, or with a choice there is not.
    #[error("package {number} is none of this model")]
    NoPackage {
        /// Which of those listed, from 0.
        number: usize,
    },
    /// A package is not worth what is said.
    #[error("package {number} does not have the utilities stated")]
    Utilities {
        /// Which of those listed, from 0.
        number: usize,
    },
    /// Something stands twice.
    #[error("entry {number} stands twice")]
    Twice {
        /// Which of those listed, from 0.
        number: usize,
    },
    /// Nothing is said about a pattern of consent.
    #[error("no evidence for this pattern of consent")]
    NoEvidence,
    /// Weights that are no evidence.
    #[error("the weights do not fit: {party} has one that nothing bounds")]
    Weights {
        /// Which party.
        party: usize,
    },
    /// A list per party has another length.
    #[error("a list about {found} parties where there are {expected}")]
    Parties {
        /// The length of the list.
        found: usize,
        /// The number of parties.
        expected: usize,
    },
    /// A package exists that the claim denies.
    #[error("a package with utilities {utilities:?} exists")]
    Exists {
        /// Over the principals.
        utilities: Vec<i64>,
    },
    /// An answer is not efficient, or not worth what others are.
    #[error("answer {number} is not efficient, or another is worth more")]
    NotBest {
        /// Which of those listed, from 0.
        number: usize,
    },
    /// An answer is missing.
    #[error("the vector {utilities:?} is missing")]
    Missing {
        /// Over the principals.
        utilities: Vec<i64>,
    },
    /// The claim compares no one.
    #[error("there is no one whose gains could be compared")]
    NoOne,
    /// A party is said to be held at a level where it is not.
    #[error("party {party} does not stand at the least share")]
    NotStuck {
        /// Which party.
        party: usize,
    },
    /// A step relies on one that is not there.
    #[error("the most that party {party} gets is not proved by an earlier step")]
    Unproved {
        /// Which party.
        party: usize,
    },
    /// Numbers of a claim that cannot be meant.
    #[error("a number of the claim is out of range")]
    OutOfRange,
    /// A conflict or relaxation names what is no member.
    #[error("{piece:?} is no member")]
    NoMember {
        /// What is named.
        piece: Piece,
    },
    /// A set is not shown to be minimal.
    #[error("set {number} is not shown to be minimal")]
    NotMinimal {
        /// Which, from 0.
        number: usize,
    },
    /// Conflicts and relaxations do not determine each other.
    #[error("the relaxations are not the minimal sets that meet every conflict")]
    NotDual,
    /// It would take too long.
    #[error("not verified within {allowed} steps")]
    OutOfSteps {
        /// The budget.
        allowed: u64,
    },
    /// It would take too much memory.
    #[error("not verified: a list would hold {numbers} numbers")]
    OutOfRoom {
        /// How many.
        numbers: usize,
    },
}
