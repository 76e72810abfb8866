//! The engine: an integer model in, exact answers out.
mod model;
pub use model::{Consent, Formula, Limit, Linkage, Model, Package, Party, Term};
