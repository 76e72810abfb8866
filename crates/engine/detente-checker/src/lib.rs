//! Proofs about a zone, and a checker that trusts nothing of the search that found them.
//!
//! A [`Proof`] is a list of claims about one model and one question, each with the little that is needed to check it: mostly
//! a few weights. [`verify`] re-reads the model and recomputes everything in exact integers with code of its own, slow and
//! plain; what it has in common with the search is `detente-model`, the definitions.
//!
//! Everything rests on one enumeration, `slab`: "these are all utility vectors at or above these lines whose
//! weighted sum is at least so much". Any weights are sound; good ones make it short.

mod aim;
mod canon;
mod claim;
mod condition;
mod dominance;
mod fraction;
mod graph;
mod ground;
mod join;
mod network;
mod order;
mod points;
mod proof;
mod refusal;
mod residue;
mod slab;
mod steps;
mod verify;
mod weighed;
mod worth;

pub use canon::model_hash;
pub use claim::{
    Alone, Answer, Best, Branch, Conflict, Conflicts, Cover, Frontier, Least, Movement, Piece, Principle, Relaxation,
    Step, Stuck,
};
pub use ground::patterns;
pub use proof::{Proof, SCHEMA, Sealed};
pub use refusal::{Reason, Refusal};
pub use verify::{Report, STEPS, verify, verify_within};
