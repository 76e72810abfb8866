//! What waiting does (DEFINITIONS 22): the zone month by month, at the centres and over draws, with everybody or after a walk-out.
//!
//! A package is acceptable to a party in month t where what it is worth, and what waiting has done to that, reaches what no
//! agreement is worth, and what waiting has done to that. Both move the bottom line and nothing else: every month is a question
//! the engine answers as any other. What has been spent before the date of the estimates never enters.

mod centre;
mod course;
mod draws;
mod timeline;

pub use course::{Course, Month, OfPackage, Prospect, Prospects, Standing};
pub use timeline::{Drift, Effect, Placed, Timeline, When};

use detente_base::{Index, Watch};
use detente_case::PartyIdx;
use detente_deals::{Choices, DealsError};
use detente_engine::{Ask, Consent, Formula, Model};

use crate::plan::Plan;
use crate::source::Source;

/// The most months looked at: fifty years.
pub const MOST_MONTHS: u32 = 600;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// How many draws.
    pub draws: u64,
    /// Which draws.
    pub seed: u64,
    /// Packages to look at in every month.
    pub named: Vec<Choices>,
    /// Parties that withhold their consent from every package.
    pub walked_out: Vec<PartyIdx>,
}

/// What waiting does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delay {
    /// What changes with time.
    pub timeline: Timeline,
    /// Month by month where everybody stays.
    pub together: Course,
    /// Month by month where the parties named walk out and the others go on with what does not need their consent; `None`
    /// where nobody walks out.
    pub without: Option<Course>,
}

/// Looks at every month from 0 to the last of `timeline`.
///
/// # Cost
/// At the centres a count for every month, and up to two questions more for every party. In every draw one question for
/// every month, and up to two for every party where there is no package.
///
/// # Errors
/// [`DealsError::Overflow`] where numbers moved so far cannot be held, [`DealsError::Stopped`] as for [`crate::study`].
pub fn delay(
    plan: &Plan<'_>,
    source: &dyn Source,
    timeline: Timeline,
    wanted: &Wanted,
    watch: &dyn Watch,
) -> Result<Delay, DealsError> {
    timeline.refuse_overflow(plan)?;
    let course = |walked_out: &[PartyIdx]| {
        let question = Question::new(plan, &timeline, walked_out);
        let mut course = centre::course(&question, &wanted.named, watch)?;
        draws::add(&mut course, &question, source, wanted, watch)?;
        Ok::<_, DealsError>(course)
    };
    let together = course(&[])?;
    let without = if wanted.walked_out.is_empty() { None } else { Some(course(&wanted.walked_out)?) };
    Ok(Delay { timeline, together, without })
}

/// A plan over time, with or without some parties.
struct Question<'q, 'c> {
    plan: &'q Plan<'c>,
    timeline: &'q Timeline,
    /// The question about every month's zone.
    ask: Ask,
    /// Per party, whether it has walked out.
    gone: Vec<bool>,
    /// Per party, whether its alternative is compared with what it could get: it stays and has a bottom line.
    compared: Vec<bool>,
}

impl<'q, 'c> Question<'q, 'c> {
    /// Who walks out consents to nothing: what is left is what does not need that consent.
    fn new(plan: &'q Plan<'c>, timeline: &'q Timeline, walked_out: &[PartyIdx]) -> Self {
        let model = plan.model();
        let mut ask = plan.ask();
        for party in walked_out {
            let needed = match model.parties.get(party.position()).map(|party| &party.consent) {
                Some(Consent::Always) => Formula::always(),
                Some(Consent::When(formula)) => formula.clone(),
                Some(Consent::Never) | None => continue,
            };
            ask.require.push(Formula::Not(Box::new(needed)));
        }
        let gone: Vec<bool> =
            (0..model.parties.len()).map(|party| walked_out.contains(&PartyIdx::new(party))).collect();
        let compared = gone.iter().enumerate().map(|(party, gone)| !gone && plan.has_line(party)).collect();
        Self { plan, timeline, ask, gone, compared }
    }

    /// The months.
    fn months(&self) -> std::ops::RangeInclusive<u32> {
        0..=self.timeline.months()
    }

    /// Whether a party has walked out and a package needs its consent.
    fn withholds(&self, party: usize, package: &[usize]) -> bool {
        let row = self.plan.model().parties.get(party);
        self.gone.get(party) == Some(&true) && row.is_some_and(|row| row.is_asked_in(package))
    }

    /// The model in which a party is asked about every package: what it could get is what it and the others accept.
    fn asking(&self, party: usize) -> Option<Model> {
        let mut model = self.plan.model().clone();
        let row = model.parties.get_mut(party)?;
        if row.consent == Consent::Always {
            return None;
        }
        row.consent = Consent::Always;
        Some(model)
    }
}
