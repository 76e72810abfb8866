//! Long work.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Ask, Stream};

/// Long work to start.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct JobAsked {
    /// Which question: the last part of its address, such as `robust`.
    pub kind: String,
    /// What is asked.
    #[serde(default)]
    pub ask: Ask,
    /// Which of several jobs counts: a newer one ends an older.
    pub stream: Option<Stream>,
    /// After how many seconds to give up; 60 unless said otherwise, 3600 at most.
    pub seconds: Option<u64>,
}

/// Work that has been started.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Job {
    /// `detente.job/1`.
    pub schema: &'static str,
    /// Its id.
    pub id: String,
    /// Which question.
    pub kind: String,
}

/// How far a job is.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct JobProgress {
    /// Steps done.
    pub steps: u64,
    /// Parts done, each about as long as another, such as draws.
    pub parts: u64,
    /// Of how many, as far as is known by now; null where the work does not come in parts.
    pub of: Option<u64>,
    /// The most that was reached so far, where the search is for a most.
    pub reached: Option<f64>,
    /// What nothing exceeds.
    pub none_above: Option<f64>,
    /// Since the start.
    pub elapsed_ms: u64,
}

/// Why a job ended without an answer.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct JobEnded {
    /// `superseded`, `asked` or `left`.
    pub reason: &'static str,
}
