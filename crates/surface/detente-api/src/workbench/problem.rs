//! Why there is no answer.

use schemars::JsonSchema;
use serde::Serialize;

use crate::Check;

/// Why there is no answer, and the way out.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Problem {
    /// `detente.error/1`.
    pub schema: &'static str,
    /// Which kind.
    pub code: &'static str,
    /// What, in words.
    pub message: String,
    /// The way out.
    pub hint: Option<String>,
    /// What is wrong with the case, where that is the reason.
    pub check: Option<Check>,
}
