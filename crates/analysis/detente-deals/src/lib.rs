//! Which packages all whose consent is needed could live with, or which limits stand in the way.
//!
//! There are always two answers, in this order: what follows from the stated limits alone, without any number; then, apart
//! from it, what a named set of estimates adds (DEFINITIONS 0). Every count and every package here is exact and proved by
//! the engine's full search; where the search is out of reach there is no answer but a [`DealsError`].

mod conflicts;
mod consistency;
mod error;
mod estimated;
mod examples;
mod holds;
mod ids;
mod lower;
mod package;
mod points;
mod principle;
mod settings;
mod stated;

pub use conflicts::{Conflicts, Member};
pub use consistency::contradictory_rules;
pub use error::{DealsError, Overflow};
pub use estimated::{EstimatedAnswer, Level, Verdict, estimated};
pub use examples::Example;
pub use holds::{Held, held_everywhere};
pub use ids::{limit_id, limit_owner, member_id};
pub use lower::{LimitRef, Lowered, lower};
pub use package::{Choices, Objection, Standing, objections, standing};
pub use principle::{Answer, Principle, PrincipleAnswer};
pub use settings::{Consents, Settings};
pub use stated::{Excluded, StatedAnswer, stated};
