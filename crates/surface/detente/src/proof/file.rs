//! Proofs from disk, held against the questions they can be about.

#![expect(clippy::disallowed_methods, reason = "this is the surface that reads files")]

use std::fs;
use std::path::Path;

use detente_case::Case;
use detente_checker::{Proof, Reason, Refusal, Report, Sealed, model_hash, verify};
use detente_deals::{DealsError, Settings, lower};
use detente_engine::{Ask, Measure, Model};
use detente_estimate::EstimateSet;
use detente_interop::NumericModel;

use crate::OpenError;
use crate::solve;

/// No larger file is read: a frontier of a million points takes a good hundred million bytes.
const MAX_BYTES: u64 = 1 << 30;

/// Something a proof can be about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The model.
    pub model: Model,
    /// The question about it.
    pub ask: Ask,
    /// What its parties' points are worth to each other.
    pub measure: Measure,
}

/// A numeric model as `detente solve` asks about it.
pub fn of_model(model: &NumericModel, over: Option<&[usize]>) -> Subject {
    let model = solve::lower(model, over.unwrap_or_default());
    let mut ask = Ask::all(&model);
    if let Some(over) = over {
        ask.principals = over.to_vec();
    }
    Subject { measure: Measure::plain(&model), model, ask }
}

/// What `detente deals` asks about a case to which the settings are applied: the stated limits alone, without bottom lines,
/// then each set of estimates at the centres.
pub fn of_case(case: &Case, sets: &[&EstimateSet], settings: &Settings) -> Result<Vec<Subject>, DealsError> {
    let subject = |set: Option<&EstimateSet>| {
        let lowered = lower(case, set)?;
        let mut ask = lowered.ask(case, settings);
        ask.bottom_lines = set.is_some();
        let measure = Measure { units_per_point: lowered.units_per_point, ..Measure::plain(&lowered.model) };
        Ok(Subject { ask, measure, model: lowered.model })
    };
    [None].into_iter().chain(sets.iter().copied().map(Some)).map(subject).collect()
}

/// The proof in a file with what its check said; where nothing can be read as a proof, only the latter.
///
/// # Errors
/// Only where the file cannot be read from disk. Bytes that are no text are no proof, and neither is what is larger than
/// a gigabyte.
pub fn verify_file(path: &Path, subjects: &[Subject]) -> Result<(Option<Proof>, Result<Report, Refusal>), OpenError> {
    let unreadable = |source| OpenError::Unreadable { path: path.to_owned(), source };
    let bytes = fs::metadata(path).map_err(unreadable)?.len();
    if MAX_BYTES < bytes {
        let message = format!("the file has {bytes} bytes, and no more than {MAX_BYTES} are read");
        return Ok((None, Err(Refusal { step: None, branch: None, reason: Reason::NoProof { message } })));
    }
    let bytes = fs::read(path).map_err(unreadable)?;
    let sealed = match Sealed::from_json(&String::from_utf8_lossy(&bytes)) {
        Ok(sealed) => sealed,
        Err(refusal) => return Ok((None, Err(refusal))),
    };
    let is_about = |of: &&Subject| model_hash(&of.model, &of.ask) == sealed.proof.model;
    let verdict = subjects.iter().find(is_about).or(subjects.first());
    let nothing = Model::default();
    let nothing = Subject { ask: Ask::all(&nothing), measure: Measure::plain(&nothing), model: nothing };
    let Subject { model, ask, .. } = verdict.unwrap_or(&nothing);
    let report = verify(model, ask, &sealed);
    Ok((Some(sealed.proof), report))
}
