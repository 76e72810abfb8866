//! The sheets people carry into the room: one page of data each, written as text, Markdown, HTML, DOCX or (behind the
//! feature `pdf`) PDF.
//!
//! A sheet says whom it is for. One for the room is made of the case and its record alone ([`Audience::Room`] holds no estimates);
//! one for the team may add a set of estimates, which its foot names. No sheet recommends anything, adds up over parties or shows
//! a likelihood; parties stand in alphabetical order. Where the record has nothing the section stays and says so.

mod about;
mod agreement;
mod alike;
mod assumptions;
mod brief;
mod briefing;
mod changes;
mod common_ground;
mod compare;
mod deal;
mod debrief;
mod direction;
mod document;
mod docx;
mod doubt;
mod drawn;
mod fund;
mod gives;
mod html;
mod map;
mod markdown;
mod overview;
mod paper;
#[cfg(feature = "pdf")]
mod pdf;
mod process;
mod proposal;
mod red_lines;
pub mod symmetry;
mod text;
mod why;
mod widths;
mod words;

pub use about::{About, Audience, Estimates};
pub use agreement::agreement;
pub use assumptions::assumptions;
pub use brief::{Own, brief};
pub use briefing::briefing;
pub use changes::changes;
pub use common_ground::common_ground;
pub use compare::compare;
pub use deal::{Adds, deal};
pub use debrief::{Pair, Points, Stands, debrief};
pub use document::{Block, Figure, Head, NOTHING, Picture, STANDING, Sheet, Table};
pub use doubt::{Counted, Doubt};
pub use fund::{Flowing, fund};
pub use gives::{Between, gives};
pub use map::{Mapped, map};
pub use overview::overview;
pub use paper::Paper;
pub use process::process;
pub use proposal::Proposal;
pub use red_lines::red_lines;
pub use symmetry::{Exchanged, symmetry};
pub use why::{LAST_LINE, why};
