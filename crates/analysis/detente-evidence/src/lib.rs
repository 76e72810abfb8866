//! What the record says, without any number of anyone's: who holds which position on which issue on a date and on which
//! statements that rests; what changed between two dates; which red lines are on record, whose, and how old; what is agreed, not
//! opposed or contested; where the record contradicts itself; how far coders agree who worked alone.
//!
//! Nothing here binds a package. Every entry names the positions and statements it rests on, as indices of the ledger.

mod agreement;
mod changes;
mod common_ground;
mod consent;
mod matrix;
mod record;
mod register;
mod uncoded;

pub use agreement::{
    Agreement, Coefficient, Disagreement, Level, Undefined, Variable, agreement, cohens_kappa, krippendorffs_alpha,
};
pub use changes::{Basis, Change, Direction, Earlier, Window, changes};
pub use common_ground::{Accepted, Ground, GroundKind, common_ground};
pub use matrix::{Cell, Entry, Matrix, Shown, matrix};
pub use record::Record;
pub use register::{Held, Lift, Register, Said, register};
pub use uncoded::{Uncoded, uncoded};
