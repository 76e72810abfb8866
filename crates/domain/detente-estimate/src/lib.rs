//! What an analyst assumes each party wants: bottom lines, weights, values, linkages, as ranges with an author and a reason.
//!
//! Nothing here is a fact about a party. A set of estimates is one file; another analyst's is another file.

mod along;
mod alternative;
mod answers;
mod curve;
mod lens;
mod party;
mod range;
mod set;

pub use along::{Amounts, along};
pub use alternative::{Alternative, DatedChange};
pub use answers::{Answers, Compared, Comparison, Order, Part, Ranked};
pub use curve::{Corner, Knot, centres_on_grid, on_grid};
pub use lens::{LensEstimates, LensValues, Rate, StatusWorth};
pub use party::{EstimatedRedLine, Linkage, PartyEstimates, Values};
pub use range::{Estimate, Moves, Range, RangeError, Why, Word};
pub use set::{EstimateSet, Utility};
