//! Plain numeric models: read, lowered, and asked every question at once within one limit of time.

mod ask;
mod deadline;
mod fallback;
mod lower;
mod names;
mod read;
mod request;
mod run;

pub(crate) use ask::least_movement;
pub use ask::{LeastMovement, Movement, Relaxation, Sets};
pub use detente_engine::Cover;
pub use lower::lower;
pub use names::member_name;
pub use read::{ModelFile, read_model};
pub use request::{Question, Request};
pub use run::{Solved, Unfinished, solve};
