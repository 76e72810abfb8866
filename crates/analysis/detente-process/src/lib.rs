//! Where the talks stand: which steps can be taken next and what blocks the others, what may be recorded of a step, which offers
//! and drafts took each other's place, and everything with a date on one line.
//!
//! Nothing here limits a package, and nothing says which step should be taken.

mod history;
mod record;
mod steps;
mod timeline;

pub use history::{Difference, History, Line, history, newest};
pub use record::{Recording, Refusal, may_record};
pub use steps::{Admission, StepStanding, Wait, steps};
pub use timeline::{Entry, Timeline, What, timeline};
