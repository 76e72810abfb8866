//! Sheets whose making takes more than the record: what each surface that makes sheets has in common.

mod doubt;
mod gives;

/// How many draws a sheet takes where nobody says: it is looked at more often than it is published.
pub const DRAWS: u64 = 1000;

pub use doubt::doubt;
pub use gives::gives;
