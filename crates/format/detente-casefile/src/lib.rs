//! The case folder as text: read with spans, checked in one run, printed canonically, renamed, described.
//!
//! Everything a person wrote wrongly is listed at once, each with its place and the way out; whatever could be read is
//! returned beside the list, because a half-written case is still a case. Nothing here touches a file: texts come in, texts
//! go out.

mod append;
mod check;
pub mod codes;
mod conform;
mod edit;
mod exchange;
mod folder;
mod hash;
mod keys;
mod print;
mod read;
mod rename;
mod shape;
mod starter;
mod suggest;
mod tree;

pub use append::{Appended, NewSource, NewStatement, append};
pub use check::{QuoteCheck, text_is_held};
pub use edit::{EditError, NewDraft, NewWording, Step, StepRecord, ValueEdit, add_draft, edit_value, record_step};
pub use exchange::exchange;
pub use folder::{Content, File, Folder, MAX_BYTES};
pub use hash::{Hash, case_hash, estimates_hash};
pub use print::print;
pub use read::{Reading, read, read_at, read_condition};
pub use rename::{RenameError, rename};
pub use shape::{FORMAT, Part, reference, schema};
pub use starter::starter;
