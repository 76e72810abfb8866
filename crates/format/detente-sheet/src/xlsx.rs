//! The form as a workbook, and back.

mod read;
mod write;

pub(crate) use read::read;
pub use write::{WriteError, write};
