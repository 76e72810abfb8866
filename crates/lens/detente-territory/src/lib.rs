//! Territory as data: units, who controls how much of them on which date according to whom, who claims them, which are neighbours.
//!
//! A [`Territory`] is read from small tables ([`read`]), each row with its place, every mistake listed at once. Nothing here says
//! whose a unit is: control and claims are records with a date and a source, and what a package says of a unit is an issue of the
//! case. Nothing here touches a file.

pub mod codes;
mod import;
mod measure;
mod named;
mod read;
mod record;
mod shape;
mod territory;
mod unit;

pub use import::{ImportOptions, Imported, import};
pub use measure::{Area, AreaBasis, People, Sites};
pub use named::Named;
pub use read::{ADJACENCY, CLAIMS, CONTROL, Files, Reading, Text, UNITS, canonical, read};
pub use record::{Claim, Control, Overall};
pub use shape::{SHAPES, Shape, Shapes, ShapesReading, borders, read_shapes, shared_lines};
pub use territory::{Adjacency, Border, Territory, UnitIdx};
pub use unit::Unit;
