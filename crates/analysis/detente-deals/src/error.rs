//! Why there is no answer. "No deal" is an answer and never one of these.

use detente_case::PartyIdx;
use detente_engine::Stopped;
use thiserror::Error;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DealsError {
    /// The estimates cannot be lowered to 64-bit integers.
    #[error(transparent)]
    Overflow(#[from] Overflow),
    /// The search ended before it had an answer.
    #[error(transparent)]
    Stopped(#[from] Stopped),
}

/// The numbers of a party, multiplied out, do not fit 64-bit integers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("weights times values, added up, are too large to hold exactly")]
pub struct Overflow {
    /// Whose.
    pub party: PartyIdx,
}
