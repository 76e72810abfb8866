//! The packages of a zone that are worth most, whatever "worth" means, with the proof that none is worth more.

mod aim;
mod fraction;
mod level;
mod polish;
mod product;
mod search;
mod shortfall;
mod total;

pub(crate) use aim::{Aim, floors};
pub(crate) use fraction::Fraction;
pub(crate) use level::{Level, Share};
pub(crate) use polish::{Until, polished};
pub(crate) use product::{Factor, Product};
pub(crate) use search::{Found, Search};
pub(crate) use shortfall::Shortfall;
pub(crate) use total::Total;
