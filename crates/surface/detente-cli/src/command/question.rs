//! What the smaller questions about a case have in common: a sound case, sets of estimates, settings.

use detente::Opened;
use detente::case::Case;
use detente::deals::{DealsError, Settings, lower};
use detente::estimate::EstimateSet;
use detente_api::About;

use super::asked::bound;
use super::case::{opened, sets, sound};
use crate::args::{Brackets, Common};
use crate::exit::{Exit, Failure};
use crate::render::Page;
use crate::watch::Progress;

/// A case and what is asked of it.
pub(super) struct Question<'a> {
    opened: &'a Opened,
    /// The case, with the consents that were asked for.
    pub(super) case: &'a Case,
    /// The sets of estimates that give second answers.
    pub(super) sets: &'a [&'a EstimateSet],
    pub(super) settings: &'a Settings,
    pub(super) progress: &'a Progress,
}

impl<'a> Question<'a> {
    pub(super) fn about(&self) -> About<'a> {
        About { opened: self.opened, case: self.case, draft: &self.settings.draft, open: &self.settings.open }
    }

    /// What a page says before its answer.
    pub(super) fn page(&self) -> Result<Page<'a>, Failure> {
        let lowered = lower(self.case, None).map_err(DealsError::from)?;
        let in_force = lowered.ask(self.case, self.settings).limits;
        Ok(Page { about: self.about(), limits: lowered.limits.into_iter().zip(in_force).collect() })
    }

    /// What `answer` gives for each set.
    pub(super) fn per_set<T>(
        &self,
        answer: impl Fn(&'a EstimateSet) -> Result<T, DealsError>,
    ) -> Result<Vec<(&'a EstimateSet, T)>, Failure> {
        self.sets.iter().map(|&set| Ok((set, answer(set)?))).collect()
    }
}

/// Opens and checks the case, and answers if it is sound.
pub(super) fn ask(
    common: &Common,
    (draft, brackets): (Option<&str>, &Brackets),
    answer: impl FnOnce(&Question<'_>) -> Result<(), Failure>,
) -> Result<Exit, Failure> {
    let opened = opened(&common.folder, &common.estimates)?;
    let case = match sound(&opened)? {
        Ok(case) => case,
        Err(exit) => return Ok(exit),
    };
    let sets = if common.no_estimates { Vec::new() } else { sets(&opened, &common.estimates)? };
    let settings = bound(case, &sets, &common.binding, draft, brackets)?;
    let case = settings.apply(case);
    let progress = Progress::new();
    let question = Question { opened: &opened, case: &case, sets: &sets, settings: &settings, progress: &progress };
    let answered = answer(&question);
    progress.finish();
    answered.map(|()| Exit::Answer)
}
