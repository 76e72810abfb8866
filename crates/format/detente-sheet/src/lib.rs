//! Score sheets: what a party wants, asked in a workbook or a CSV file that people fill in without training.
//!
//! A [`Form`] lists what is asked of one party: its bottom line, a weight per issue, a value per choice, each with a low, a most
//! likely and a high number and a reason. It is written as a workbook or CSV; what comes back is read cell by cell, every mistake
//! named by its cell, and written as a section of a file of estimates. A blank cell is "not estimated", never zero.
//!
//! Beside it the table of a class: what every pair agreed on ([`class`]).
//!
//! Rows are known by an id in their first column: titles may change and rows may be sorted.

mod class;
pub mod codes;
mod csv;
mod field;
mod fill;
mod form;
mod grid;
mod merge;
mod words;
mod xlsx;

pub use class::{Class, Pair, class};
pub use csv::write as write_csv;
pub use field::{Field, Scale};
pub use fill::{Filled, Number, fill};
pub use form::{Form, Row, form};
pub use grid::{Grid, Kind, MAX_BYTES, read};
pub use merge::{Head, Merge, MergeError, merge};
pub use xlsx::{WriteError, write as write_xlsx};
