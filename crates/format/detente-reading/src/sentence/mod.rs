//! One sentence: who is named in it, who says something, which words show a stance, under which condition.

mod chain;
mod condition;
mod cues;
mod date;
mod frames;
mod mentions;
mod view;

pub(crate) use chain::{Chain, chain};
pub(crate) use condition::{Condition, conditions};
pub(crate) use cues::{Cue, cues};
pub(crate) use date::date;
pub(crate) use frames::{Frame, frames};
pub(crate) use mentions::{Kind, Memory, Mention, mentions};
pub(crate) use view::View;
