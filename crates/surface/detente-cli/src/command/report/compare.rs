//! The sheet of two packages.

use detente::case::Case;
use detente::deals::{Choices, DealsError, changes};
use detente_report::sheet::{self, About, Proposal, Sheet};

use super::proposal;
use crate::exit::Failure;

pub(super) fn compare(about: &About<'_>, named: &[String]) -> Result<Sheet, Failure> {
    let case = about.case;
    let [a, b] = named else { return Ok(sheet::compare(about, None, None)) };
    let [a, b] = [proposal(case, Some(a))?, proposal(case, Some(b))?];
    let changes = match (about.set(), whole(case, &a), whole(case, &b)) {
        (Some(set), Some(from), Some(to)) => Some(changes(case, set, &from, &to).map_err(DealsError::from)?),
        _ => None,
    };
    Ok(sheet::compare(about, Some([&a, &b]), changes.as_ref()))
}

/// The choice of every issue, where none is open.
pub(super) fn whole(case: &Case, proposal: &Proposal) -> Option<Choices> {
    case.issues.indices().map(|issue| proposal.settled(issue)).collect()
}
