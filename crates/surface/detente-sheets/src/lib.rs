//! Every sheet of a case, for each surface that makes sheets: the command line and the workbench make the same bytes of the same case.
//!
//! A sheet is named ([`Name`]), what it is about is resolved to the case's own parties and packages ([`Wanted`]), and [`make`] asks
//! the analyses what the sheet needs and lays it out as `detente_report` says. What is made for the room is made of the folder read
//! as if it had no estimates. A sheet is written in one of the forms of [`Form`].
//!
//! Nothing here reads a file, a clock or an environment.

mod brief;
mod briefing;
mod compare;
mod deal;
mod debrief;
mod doubt;
mod fault;
mod form;
pub mod fund;
mod gives;
mod make;
mod map;
mod name;
mod proposals;
pub mod symmetry;
mod wanted;
mod why;

pub use doubt::doubt;
pub use fault::Fault;
pub use form::Form;
pub use gives::gives;
pub use make::{Source, for_room, make};
pub use name::{Name, Takes};
pub use proposals::{newest_on_record, on_record, settling};
pub use wanted::{DRAWS, SEED, Wanted, Whom};
