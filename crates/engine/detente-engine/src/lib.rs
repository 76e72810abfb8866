//! The engine: an integer model in, exact answers out.
//!
//! A [`Model`] says what is negotiated, by whom and within which limits; an [`Ask`] says which zone of it is meant.
//! [`in_zone`] is the definition, one package at a time. [`feasible`] and [`conflict`] say whether a zone holds a package and
//! what stands in the way; [`counting`] how many it holds; [`frontier`], [`principle`] (of a [`Zone`] made ready once, where there are several), [`extents`], [`farthest`] and
//! [`least_movement`] what is in it. None of them goes over the packages one by one: a zone is split by whose consent is
//! needed, and a branch is folded into short lists that add up to its packages.
//!
//! Everything is exact, in integers, or says how well it is known, and is the same on any machine and with any number of
//! threads. A question that costs too many steps is refused by [`Stopped::OutOfReach`].

pub mod again;
mod answers;
mod budget;
mod chosen;
mod condition;
pub mod counting;
mod distance;
mod error;
pub mod evidence;
mod extent;
mod farthest;
mod feasible;
mod fold;
mod ground;
mod kappa;
mod met;
mod movement;
mod network;
mod open;
mod optimum;
mod pareto;
mod points;
mod slab;
mod why;

pub use answers::{Answer, Attained, Chosen, Count, Frontier, Principle};
pub use chosen::{Measure, Zone, principle};
pub use detente_model::{
    Ask, ConnectedUnit, Connectivity, Consent, Effort, Formula, Limit, Linkage, MAX_DEPTH, MAX_ISSUES, MAX_PARTIES,
    MAX_TABLE, Member, Model, ModelError, Package, Party, Table, Term, accepts, components, in_zone,
};
pub use distance::{Distance, Spacing};
pub use error::{Stopped, forgiven};
pub use extent::{End, Extent, extents, mosts};
pub use farthest::{Farthest, farthest};
pub use feasible::{any_package, feasible};
pub use movement::{Least, Movement, least_movement};
pub use num_bigint::BigUint;
pub use pareto::{Cover, frontier, nondominated};
pub use why::{
    Amounts, Below, Conflict, MOST_AMOUNTS, MOST_MEMBERS, MOST_SETS, Memory, Relaxation, Sets, WhyNot, amounts,
    below_best, conflict, conflict_beside, conflicts_and_relaxations, keeping, reopened, soft_members, why_not,
};
