//! The sheet of one package.

use detente::deals::{Choices, DealsError, Settings, compare_estimated, improve};
use detente::estimate::EstimateSet;
use detente_report::sheet::{self, Adds, Sheet};

use crate::make::Of;
use crate::proposals::whole;
use crate::{Fault, doubt};

pub(crate) fn deal(of: &Of<'_>) -> Result<Sheet, Fault> {
    let case = of.source.case;
    let proposal = of.wanted.package(case);
    let adds = match (of.about.set(), whole(case, &proposal)) {
        (Some(set), Some(package)) => Some(adds(of, set, &package)?),
        _ => None,
    };
    Ok(sheet::deal(&of.about, &proposal, &of.record(), &of.steps(), adds.as_ref()))
}

/// What a set of estimates adds about a whole package.
fn adds(of: &Of<'_>, set: &EstimateSet, package: &Choices) -> Result<Adds, DealsError> {
    let (case, settings) = (of.source.case, Settings::default());
    let improvable = improve(case, set, &settings, package, of.watch)?.improvable;
    let comparison = compare_estimated(case, set, &settings, std::slice::from_ref(package))?;
    let doubt = doubt(case, set, package, of.wanted.draws, of.wanted.seed, of.watch)?;
    Ok(Adds { comparison, improvable, doubt })
}
