//! The named principles: each chooses, by one idea and nothing else, among the points of a frontier.
//!
//! All are pure functions of [`Stakes`]; all answer with sets (DEFINITIONS 10). None is better than another.

mod answer;
mod best_for;
mod egalitarian;
mod fraction;
mod gains;
mod kalai_smorodinsky;
mod leximin;
mod nash;
mod stakes;
mod utilitarian;

pub use answer::{Answer, LeftOut, MOST_LISTED, Reason, Value};
pub use best_for::best_for;
pub use egalitarian::egalitarian;
pub use fraction::Fraction;
pub use kalai_smorodinsky::kalai_smorodinsky;
pub use leximin::leximin;
pub use nash::{NashWeights, NashWeightsError, nash};
pub use stakes::{Stakes, StakesError};
pub use utilitarian::utilitarian;
