//! The engine: an integer model in, exact answers out.
//!
//! A [`Model`] says what is negotiated, by whom and within which limits; an [`Ask`] says which zone of it is meant.
//! [`in_zone`] is the definition, one package at a time. [`scan`] goes over a whole zone: how many packages, what each choice
//! leaves, the frontier. [`feasible`], [`conflict`] and [`farthest`] stop at the first package that answers them, and the
//! [`principles`] choose from a frontier. Everything is exact: integers throughout, and a question that costs too many steps
//! is refused by [`Stopped::OutOfReach`], on any machine and with any number of threads alike.

pub mod answers;
mod budget;
mod chosen;
mod count;
pub mod counting;
mod distance;
mod error;
pub mod evidence;
mod extent;
mod farthest;
mod feasible;
mod fold;
mod frontier;
mod ground;
mod kappa;
mod movement;
mod network;
mod open;
mod optimum;
mod pareto;
mod plan;
mod points;
mod prefixes;
pub mod principles;
mod reach;
mod remaining;
mod scan;
mod slab;
mod state;
mod why;

pub use answers::{Answer, Chosen, Count, Frontier, Principle};
pub use chosen::{Measure, principle};
pub use detente_model::{
    Ask, Consent, Effort, Formula, Limit, Linkage, MAX_DEPTH, MAX_ISSUES, MAX_PARTIES, MAX_TABLE, Member, Model,
    ModelError, Package, Party, Table, Term, accepts, in_zone,
};
pub use distance::{Distance, Spacing};
pub use error::Stopped;
pub use extent::{Extent, extents};
pub use farthest::{Farthest, farthest};
pub use movement::{Least, Movement, least_movement};
pub use open::feasible;
pub use pareto::{Cover, frontier, nondominated};
pub use remaining::remaining;
pub use scan::{Attainable, Attained, Scan, Want, scan};
pub use why::{
    Amounts, Below, Conflict, MOST_AMOUNTS, MOST_MEMBERS, MOST_SETS, Relaxation, Sets, WhyNot, amounts, below_best,
    conflict, conflicts_and_relaxations, keeping, reopened, soft_members, why_not,
};
