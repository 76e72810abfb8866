//! Weights and values that nobody gave in points, only in ranges, orders and comparisons: whether any fit, which few answers
//! exclude each other if none does, the centre of those that fit, and draws from them.
//!
//! Only integers come in: weights and values in thousandths, relations between them with integer factors. Whether something
//! fits is decided exactly; floating point finds the centre, which is rounded, and decides nothing else.

mod centre;
mod centroid;
mod cone;
mod conflict;
mod counter;
mod lines;
mod merged;
mod moves;
mod newton;
mod sample;
mod simplex;
mod space;

pub use centre::{Centre, apportion};
pub use centroid::order_centroid;
pub use cone::{Certificate, Cone, Fit, Row};
pub use conflict::minimal_conflict;
pub use counter::{key, random};
pub use sample::{Draws, SHARD, Sampler};
pub use space::{Fits, Point, Relation, Room, Space, Term, Value, Weight};
