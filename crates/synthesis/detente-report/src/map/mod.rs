//! A map sheet: units of territory, control as reported on a date, and what packages say of each unit.
//!
//! [`UnitTable`] holds every figure once; its renderings as text and JSON stand at the surface, the sheet as SVG here
//! ([`sheet`]). What is under whose control is told as a source tells it, with the date; what a package says of a unit is the
//! case's own words. Nothing is told by colour alone, and no colour belongs to a party.

mod amount;
mod draw;
mod label;
mod layer;
mod legend;
mod lines;
mod page;
mod pattern;
mod picture;
mod project;
mod rows;
mod sheet;
mod sources;
mod table;

pub use amount::{km2, percent_of, plain_km2, thousands};
pub use layer::{Layer, Part, Said, Status};
pub use picture::picture;
pub use sheet::{Heading, ONLY_PARTS, sheet};
pub use table::{Asked, Held, LineLength, PerStatus, Row, Sum, UnitTable, Whole};
