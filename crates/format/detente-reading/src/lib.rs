//! Reports read: sentences in which somebody of a case takes a stance on one of its issues, proposed with their words, the
//! reason, and how far it can be relied on.
//!
//! Nothing proposed is evidence: a person accepts it, changes it or rejects it. Rules and words are data (`lexicon/en.toml`);
//! the same text and case give the same proposals. Texts come in as bytes; this crate touches no file. A language model may
//! propose beside the rules; `model` says what it is asked and checks what it answers, and who sends is somebody else.

mod actors;
mod coded;
pub mod codes;
mod document;
mod issues;
mod lexicon;
mod model;
mod phrases;
mod proposal;
mod propose;
mod selector;
mod sentence;
mod text;

pub use coded::{mark_coded, overlap_of_shorter};
pub use document::{Document, Kind, MAX_BYTES, document};
pub use model::{Checked, Dropped, ForModel, Question, merge};
pub use proposal::{By, MAX_QUOTE_WORDS, Proposal, Speaker, Stance, Via};
pub use propose::Reader;
pub use selector::{Selector, selector};
