//! What is open.

use schemars::JsonSchema;
use serde::Serialize;

/// What is open, and how it stands.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the wire format")]
pub struct Session {
    /// `detente.session/1`.
    pub schema: &'static str,
    /// Whether a case is open.
    pub case_open: bool,
    /// Whether it can be asked: it has no error.
    pub sound: bool,
    /// The name of its folder.
    pub folder: Option<String>,
    /// Its id.
    pub id: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// The date it speaks of.
    pub as_of: Option<String>,
    /// SHA-256 over the bytes of all its files.
    pub hash: Option<String>,
    /// Grows whenever the case changes.
    pub revision: u64,
    /// How many errors it has.
    pub errors: usize,
    /// How many warnings.
    pub warnings: usize,
    /// Its sets of estimates.
    pub estimates: Vec<String>,
    /// Whether it has a territory.
    pub has_territory: bool,
    /// Whether it has a fund.
    pub has_fund: bool,
    /// Whether a change made here can be taken back.
    pub can_undo: bool,
    /// Whether a change taken back can be made again.
    pub can_redo: bool,
}

/// The cases beside the one that is open.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CaseFolders {
    /// `detente.cases/1`.
    pub schema: &'static str,
    /// The names of their folders.
    pub folders: Vec<String>,
}
