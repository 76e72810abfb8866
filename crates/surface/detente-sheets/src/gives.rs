//! The sheet of what is at stake.

use detente::base::{Silent, Table, Watch};
use detente::deals::{self, DealsError, Open, Settings, open_stated, stakes};
use detente_report::sheet::{self, About, Between, Sheet};

/// Who has how much at stake, between the choices that acceptable packages have; else those within the stated limits; else all.
///
/// # Cost
/// Of asking which choices remain, twice at most.
///
/// # Errors
/// Those of that question.
pub fn gives(about: &About<'_>, watch: &dyn Watch) -> Result<Sheet, DealsError> {
    let Some(set) = about.set() else { return Ok(sheet::gives(about, None)) };
    let (case, settings) = (about.case, Settings::default());
    let found = deals::gives(case, set, &settings, watch).map(|found| found.open);
    let has_some = |open: &Open| open.rows().any(|choices| !choices.is_empty());
    let mut open = found?;
    let mut between = Between::Acceptable;
    if !has_some(&open) {
        (open, between) = (open_stated(case, &settings, &Silent)?, Between::WithinStatedLimits);
    }
    if !has_some(&open) {
        let every = case.issues.rows().map(|issue| issue.choices.indices().collect());
        (open, between) = (every.collect::<Table<_, _>>(), Between::All);
    }
    Ok(sheet::gives(about, Some((&stakes(case, set, &open), &open, between))))
}
