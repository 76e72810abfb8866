//! The sheet of two packages.

use detente::deals::{DealsError, changes};
use detente_report::sheet::{self, About, Proposal, Sheet};

use crate::proposals::whole;

pub(crate) fn compare(about: &About<'_>, packages: &[Proposal]) -> Result<Sheet, DealsError> {
    let case = about.case;
    let [a, b] = packages else { return Ok(sheet::compare(about, None, None)) };
    let changes = match (about.set(), whole(case, a), whole(case, b)) {
        (Some(set), Some(from), Some(to)) => Some(changes(case, set, &from, &to)?),
        _ => None,
    };
    Ok(sheet::compare(about, Some([a, b]), changes.as_ref()))
}
