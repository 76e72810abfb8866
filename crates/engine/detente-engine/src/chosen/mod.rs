//! The named principles: which packages of a zone each leads to, with the proof that none is worth more.

mod levels;
mod listed;
mod nash;
mod zone;

use crate::answers::{Chosen, Principle};
use crate::budget::Budget;
use crate::error::Stopped;
use crate::extent::End;
use crate::feasible::space;
use crate::optimum::{Factor, Level, Share, Total};
use detente_base::Watch;
use detente_model::{Ask, Model, ModelError};
use zone::Question;
pub use zone::Zone;

/// What the points of parties are worth to each other, and what their gains count under Nash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Per party how many of its units make one point; positive. Levels and totals are compared in points.
    pub units_per_point: Vec<i64>,
    /// Per party the exponent of its gain under Nash, 1 to 100.
    pub exponents: Vec<u32>,
}

impl Measure {
    /// A unit is a point, and all gains count the same.
    pub fn plain(model: &Model) -> Self {
        let n = model.parties.len();
        Self { units_per_point: vec![1; n], exponents: vec![1; n] }
    }
}

/// The packages a principle leads to, as [`Zone::principle`] of a zone made for it alone.
///
/// # Errors
/// [`Stopped`] where not even a package of the zone is known.
pub fn principle(
    model: &Model,
    ask: &Ask,
    which: Principle,
    measure: &Measure,
    watch: &dyn Watch,
) -> Result<Option<Chosen>, Stopped> {
    let budget = Budget::new(watch, ask.effort.max_steps, space(model));
    let zone = Zone::within(model, &asked_about(ask, which, model)?, &budget)?;
    zone.led_to(which, measure, &Budget::new(watch, zone.steps(), space(model)))
}

/// The question with the party a principle is about among the principals.
fn asked_about(ask: &Ask, which: Principle, model: &Model) -> Result<Ask, Stopped> {
    let mut ask = ask.clone();
    if let Principle::BestFor(party) = which {
        if model.parties.len() <= party {
            return Err(ModelError::UnknownParty { party }.into());
        }
        if !ask.principals.contains(&party) {
            ask.principals.push(party);
        }
    }
    Ok(ask)
}

impl Zone<'_> {
    /// The packages a principle leads to; `None` where the zone is empty and where the principle compares nobody: no principal
    /// has a bottom line or, under Nash and Kalai–Smorodinsky, none can gain.
    ///
    /// Principals without a bottom line stand in no principle and are named in `left_out`.
    ///
    /// # Cost
    /// Independent of the number of packages and of the length of the frontier: slabs under a plane that bounds the principle,
    /// as thick as the bound is loose.
    /// # Source
    /// DEFINITIONS 10–12; \[Nash1950\].
    ///
    /// # Errors
    /// [`Stopped`] where the work is cancelled; a search that has to stop answers with what it knows, `proved: false` and a
    /// bound.
    pub fn principle(&self, which: Principle, measure: &Measure, watch: &dyn Watch) -> Result<Option<Chosen>, Stopped> {
        let asked = asked_about(&self.ask, which, self.model)?;
        if asked.principals.len() != self.ask.principals.len() {
            return principle(self.model, &asked, which, measure, watch);
        }
        self.led_to(which, measure, &Budget::of_search(watch, self.steps(), space(self.model)))
    }

    fn led_to(&self, which: Principle, measure: &Measure, budget: &Budget<'_>) -> Result<Option<Chosen>, Stopped> {
        let Some(zone) = self.question(budget) else { return Ok(None) };
        let (principals, parties) = (&self.ask.principals, &self.model.parties);
        let standing: Vec<(usize, i64)> =
            principals.iter().filter_map(|&party| Some((party, parties[party].bottom_line?))).collect();
        let outside: Vec<usize> =
            principals.iter().copied().filter(|&party| parties[party].bottom_line.is_none()).collect();
        let in_points = || {
            let share = |&(party, line): &(usize, i64)| Share { party, line, scale: measure.units_per_point[party] };
            standing.iter().map(share).collect::<Vec<_>>()
        };
        if standing.is_empty() && !matches!(which, Principle::BestFor(_)) {
            return Ok(None);
        }
        match which {
            Principle::Nash => {
                let factor = |&(party, line): &(usize, i64)| Factor { party, line, exponent: measure.exponents[party] };
                nash::nash(&zone, &standing.iter().map(factor).collect::<Vec<_>>(), outside)
            }
            Principle::KalaiSmorodinsky => kalai_smorodinsky(&zone, principals, &standing, outside),
            Principle::Egalitarian => levels::egalitarian(&zone, principals, &in_points(), outside).map(Some),
            Principle::Leximin => levels::leximin(&zone, principals, &in_points(), outside).map(Some),
            Principle::Utilitarian => utilitarian(&zone, &standing, measure, outside).map(Some),
            Principle::BestFor(party) => best_for(&zone, party).map(Some),
        }
    }
}

/// "Same share of what each could hope for."
fn kalai_smorodinsky(
    zone: &Question<'_, '_>,
    principals: &[usize],
    standing: &[(usize, i64)],
    mut left_out: Vec<usize>,
) -> Result<Option<Chosen>, Stopped> {
    let (mut shares, mut ideal_known) = (Vec::new(), true);
    for &(party, line) in standing {
        let most = zone.most(party)?;
        ideal_known &= most.is_some_and(|most| most.proved);
        match most.and_then(|most| most.units.checked_sub(line)).filter(|scale| 0 < *scale) {
            Some(scale) => shares.push(Share { party, line, scale }),
            None => left_out.push(party),
        }
    }
    left_out.sort_unstable();
    if shares.is_empty() {
        return Ok(None);
    }
    let chosen = levels::leximin(zone, principals, &shares, left_out)?;
    // A hope that is not proved may be too small: shares of it are too large, which harms no bound. Nobody gets more than it could hope for.
    Ok(Some(Chosen {
        proved: chosen.proved && ideal_known,
        complete: chosen.complete && ideal_known,
        bound: chosen.bound.map(|bound| bound.min(1.0)),
        reached: chosen.reached.filter(|_| ideal_known),
        ..chosen
    }))
}

/// "Largest total of points."
fn utilitarian(
    zone: &Question<'_, '_>,
    standing: &[(usize, i64)],
    measure: &Measure,
    left_out: Vec<usize>,
) -> Result<Chosen, Stopped> {
    let over: Vec<usize> = standing.iter().map(|(party, _)| *party).collect();
    let units: Vec<(usize, i64)> = over.iter().map(|&party| (party, measure.units_per_point[party])).collect();
    let aim = Total::of_points(&units);
    let found = zone.search(&aim)?;
    Ok(zone.chosen(&aim, &found, over, left_out))
}

/// "The most for one party within everybody's limits", and of those packages the efficient ones.
fn best_for(zone: &Question<'_, '_>, party: usize) -> Result<Chosen, Stopped> {
    let aim = Total::of_one(party);
    let found = zone.search(&aim)?;
    Ok(zone.chosen(&aim, &found, vec![party], Vec::new()))
}

pub(crate) fn least_common_multiple(a: i64, b: i64) -> Option<i64> {
    let (mut x, mut y) = (a, b);
    while y != 0 {
        (x, y) = (y, x % y);
    }
    (a / x).checked_mul(b)
}

/// The most units a party can get in the zone; `None` where it is empty.
pub(crate) fn most_of(model: &Model, ask: &Ask, party: usize, budget: &Budget<'_>) -> Result<Option<i64>, Stopped> {
    match most_known(model, ask, party, budget)? {
        Some(most) if most.proved => Ok(Some(most.units)),
        Some(_) => Err(Stopped::TooManyPoints { max_points: ask.effort.max_points }),
        None => Ok(None),
    }
}

/// As [`most_of`], as far as it is known.
pub(crate) fn most_known(model: &Model, ask: &Ask, party: usize, budget: &Budget<'_>) -> Result<Option<End>, Stopped> {
    let ask = Ask { principals: vec![party], ..ask.clone() };
    let zone = Zone::within(model, &ask, budget)?;
    zone.question(budget).map_or(Ok(None), |zone| zone.most(party))
}

/// The most whoever of the principals gains least can gain, in whole units; `None` where the zone is empty.
pub(crate) fn greatest_level(model: &Model, ask: &Ask, budget: &Budget<'_>) -> Result<Option<i64>, Stopped> {
    let zone = Zone::within(model, ask, budget)?;
    let Some(zone) = zone.question(budget) else { return Ok(None) };
    let share = |&party: &usize| Some(Share { party, line: model.parties[party].bottom_line?, scale: 1 });
    let aim = Level { shares: ask.principals.iter().filter_map(share).collect(), raised: Vec::new(), lines: true };
    let found = zone.search(&aim)?;
    match found.worth.filter(|_| found.proved) {
        Some(worth) => Ok(i64::try_from(worth.numerator() / worth.denominator()).ok()),
        None => Err(Stopped::TooManyPoints { max_points: ask.effort.max_points }),
    }
}
