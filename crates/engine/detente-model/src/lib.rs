//! The integer model of a negotiation, and what its zone is.
//!
//! Definitions only: a [`Model`], an [`Ask`] about it, and [`in_zone`], which says of one package whether it lies in the zone.
//! What searches (`detente-engine`) and what checks proofs (`detente-checker`) have these definitions in common and nothing
//! else.

mod ask;
mod connectivity;
mod error;
mod member;
mod model;
mod validate;

pub use ask::{Ask, Effort, accepts, in_zone};
pub use connectivity::{ConnectedUnit, Connectivity, components};
pub use error::ModelError;
pub use member::Member;
pub use model::{Consent, Formula, Limit, Linkage, Model, Package, Party, Table, Term};
pub use validate::{MAX_DEPTH, MAX_ISSUES, MAX_PARTIES, MAX_TABLE};
