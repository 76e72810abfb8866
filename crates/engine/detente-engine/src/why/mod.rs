//! Why there is no deal: which members of a zone cannot hold together, what opens it if set aside, and what a package runs into.
//!
//! A *conflict* is a set of members that no package meets together and of which none can be spared; a *relaxation* is a set that
//! opens the zone if set aside and of which none can be spared. Each relaxation hits every conflict, and either list follows from
//! the other, so finding both proves both complete. That something is listed does not mean that it should move.
//!
//! # Source
//! DEFINITIONS 14; the duality of the two lists is from \[Reiter1987\], shrinking from \[Junker2004\], searching both at once from
//! \[Liffiton2016\], walking the hitting sets from \[Murakami2014\].

mod amounts;
mod bits;
mod check;
mod keep;
mod one;
mod oracle;
mod package;
mod rules;
mod sets;
mod shrink;
mod walk;

pub use amounts::{Amounts, MOST_AMOUNTS, amounts};
pub use keep::{keeping, reopened, soft_members};
pub use one::{Memory, conflict, conflict_beside};
pub use package::{Below, WhyNot, below_best, why_not};
pub use sets::{Conflict, MOST_MEMBERS, MOST_SETS, Relaxation, Sets, conflicts_and_relaxations};
