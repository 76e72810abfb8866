//! The sheet of what is at stake.

use detente::base::{Silent, Table};
use detente::deals::{self, Open, Settings, open_stated, stakes};
use detente_report::sheet::{self, About, Between, Sheet};

use crate::exit::Failure;
use crate::watch::Progress;

pub(super) fn gives(about: &About<'_>) -> Result<Sheet, Failure> {
    let Some(set) = about.set() else { return Ok(sheet::gives(about, None)) };
    let (case, settings) = (about.case, Settings::default());
    let progress = Progress::new();
    let found = deals::gives(case, set, &settings, &progress).map(|found| found.open);
    progress.finish();
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
