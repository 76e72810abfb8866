//! Sheets whose making takes more than the record: what each surface that makes sheets has in common.

mod doubt;
mod gives;

pub use doubt::doubt;
pub use gives::gives;
