//! Which answers survive doubt.
//!
//! Every number of a set of estimates is somebody's guess, given as a range. A [`Plan`] lists what is not known, a [`Source`]
//! draws it, and a [`Study`] looks at every draw: whether there is a package, with which choices, and what becomes of packages of
//! interest. Each draw is answered exactly; only the number of draws limits what is known, and every [`Share`] says how well.
//! Shares are shares of draws from these estimates, never likelihoods of what will happen.

mod answered;
mod candidate;
mod counter;
mod criterion;
pub mod delay;
pub mod differ;
mod elicit;
pub mod fund;
mod hitting;
mod input;
mod leads;
mod lensed;
mod look;
mod opening;
mod plan;
mod range;
mod share;
mod source;
mod study;
mod tally;
mod value;

pub use answered::Answered;
pub use candidate::{MOST, Origin};
pub use criterion::Criterion;
pub use elicit::{DRAWS as ELICITATION_DRAWS, Elicitation, NothingToAsk, Question, elicit};
pub use input::{Input, InputIdx, Inputs, Quantity, inputs};
pub use opening::{MOST_MEMBERS, MOST_SETS, Opening, Opens, opening};
pub use plan::Plan;
pub use share::{Interval, Share, draws_for};
pub use source::{Independent, Source};
pub use study::{FIRST, OfCandidate, OfChoice, Regret, Study, Wanted, study};
pub use value::{
    BASE as PAIRS, Effect, Effects, Indices, NoIndices, OfInput, OfOutcome, Outcome, Settled, Value, Worth, indices,
    value,
};
