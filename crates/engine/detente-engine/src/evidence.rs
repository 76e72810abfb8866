//! Weights that make a proof short: per pattern of consent those along which the zone is thin.
//!
//! They come from the relaxations the search uses and decide nothing. A checker re-reads the model and believes none of it; any
//! weights that are not negative are sound, these make it soon.

use crate::budget::Budget;
use crate::condition::Force;
use crate::error::Stopped;
use crate::feasible::space;
use crate::fold::{Keep, Room};
use crate::ground::{Branch, Folded, Form, binds, branches};
use crate::open::shares;
use crate::optimum::{Aim, Factor, Level, Share, Shortfall, Total, floors};
use crate::slab::Slab;
use detente_base::Watch;
use detente_model::{Ask, Consent, Model};

/// Weights for one pattern of consent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// Per party whether it is asked.
    pub asked: Vec<bool>,
    /// Per party the weight of its units; empty where there is nothing to weigh.
    pub weights: Vec<u64>,
    /// The weight of what is summed up, where a sum of points is; part of `weights`.
    pub objective: u64,
}

/// A gain over a line, as a part of a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gain {
    /// Whose.
    pub party: usize,
    /// Where it is 0, in units.
    pub line: i64,
    /// The units that make a whole; positive.
    pub whole: i64,
    /// The exponent in a product; at least 1.
    pub exponent: u32,
}

/// A zone ready to be weighed.
pub struct Evidence {
    patterns: Vec<Pattern>,
}

struct Pattern {
    asked: Vec<bool>,
    /// Per party whether it has a line here.
    lined: Vec<bool>,
    /// The branch; where it is cut into pieces the first of them, where it plainly holds no package none.
    folded: Option<Folded>,
}

/// More patterns are not gone through.
const PATTERNS: usize = 1 << 16;

/// No weight is heavier.
const HEAVIEST: u128 = 1 << 53;

impl Evidence {
    /// Folds the zone of a question.
    ///
    /// # Errors
    /// Where the model does not hold together or the work was cancelled; a pattern that is too much to fold gets no weights.
    pub fn new(model: &Model, ask: &Ask, watch: &dyn Watch) -> Result<Self, Stopped> {
        let budget = Budget::new(watch, ask.effort.max_steps, space(model));
        let force = Force::of(model, ask);
        let mut folded = Vec::new();
        for branch in branches(model, ask, &force)? {
            folded.push((branch.asked.clone(), first_fold(&branch, ask, &budget)?));
        }
        let pattern = |asked: Vec<bool>| {
            let at = folded.iter().position(|(own, _)| *own == asked);
            let lined = |party: usize| asked[party] && force.lines[party] && model.parties[party].bottom_line.is_some();
            let lined = (0..asked.len()).map(lined).collect();
            Pattern { folded: at.and_then(|at| folded.swap_remove(at).1), asked, lined }
        };
        let patterns = patterns(model, &force)?.into_iter().map(pattern).collect();
        Ok(Self { patterns })
    }

    /// Weights under which it shows that nothing reaches all lines and the floors `raised` (party, units).
    pub fn floors(&self, raised: &[(usize, i64)]) -> Vec<Hint> {
        self.hints(|pattern, folded| {
            let floor = floors(folded, raised);
            let aim = Level { shares: shares(folded, &floor), raised: raised.to_vec(), lines: true };
            pattern.weighed(folded, &aim)
        })
    }

    /// Weights for the least of some gains, within floors `raised`; without `lines` within these alone.
    pub fn level(&self, gains: &[Gain], raised: &[(usize, i64)], lines: bool) -> Vec<Hint> {
        let share = |gain: &Gain| Share { party: gain.party, line: gain.line, scale: gain.whole };
        let aim = Level { shares: gains.iter().map(share).collect(), raised: raised.to_vec(), lines };
        self.hints(|pattern, folded| pattern.weighed(folded, &aim))
    }

    /// Weights for a product of gains.
    pub fn product(&self, gains: &[Gain]) -> Vec<Hint> {
        let factor = |gain: &Gain| Factor { party: gain.party, line: gain.line, exponent: gain.exponent };
        let aim = crate::optimum::Product { factors: gains.iter().map(factor).collect() };
        self.hints(|pattern, folded| pattern.weighed(folded, &aim))
    }

    /// Weights for what is missed in sum of all lines.
    pub fn shortfall(&self) -> Vec<Hint> {
        self.hints(|pattern, folded| pattern.weighed(folded, &Shortfall))
    }

    /// Weights for a sum of points: per party its units per point.
    pub fn total(&self, units_per_point: &[(usize, i64)]) -> Vec<Hint> {
        let aim = Total::of_points(units_per_point);
        self.hints(|pattern, folded| {
            let hint = pattern.weighed(folded, &aim);
            pattern.divided(hint, units_per_point)
        })
    }

    fn hints(&self, weigh: impl Fn(&Pattern, &Folded) -> Hint) -> Vec<Hint> {
        let hint =
            |pattern: &Pattern| pattern.folded.as_ref().map_or_else(|| pattern.unweighed(), |f| weigh(pattern, f));
        self.patterns.iter().map(hint).collect()
    }
}

impl Pattern {
    fn unweighed(&self) -> Hint {
        Hint { asked: self.asked.clone(), weights: Vec::new(), objective: 0 }
    }

    fn weighed<A: Aim>(&self, folded: &Folded, aim: &A) -> Hint {
        let slab = Slab::new(folded, &aim.weights(folded));
        let mut hint = self.unweighed();
        hint.weights = vec![0; self.asked.len()];
        for (of, weight) in folded.coordinates.iter().zip(&slab.weights) {
            // A sum is no party: the checker follows it as a condition.
            if let Some(own) = hint.weights.get_mut(of.party) {
                *own = u64::try_from(*weight).unwrap_or(0);
            }
        }
        hint
    }

    /// The part of weights that is the sum's: λ / p for a party with p units per point, and no more where it has no line.
    fn divided(&self, mut hint: Hint, units_per_point: &[(usize, i64)]) -> Hint {
        let of: Vec<(usize, u128)> =
            units_per_point.iter().map(|&(party, units)| (party, u128::from(units.unsigned_abs()))).collect();
        let least =
            |weights: &[u64]| of.iter().map(|&(party, units)| u128::from(weights[party]) * units).min().unwrap_or(0);
        while HEAVIEST < least(&hint.weights) {
            hint.weights.iter_mut().for_each(|weight| *weight /= 2);
        }
        let without_line = || of.iter().filter(|(party, _)| !self.lined[*party]);
        let step = without_line()
            .try_fold(1_i64, |all, &(_, units)| crate::chosen::least_common_multiple(all, i64::try_from(units).ok()?));
        let step = step.map_or(u128::MAX, |step| u128::from(step.unsigned_abs()));
        let objective = least(&hint.weights) / step * step;
        let Ok(narrow) = u64::try_from(objective) else { return self.unweighed() };
        without_line().for_each(|&(party, units)| hint.weights[party] = u64::try_from(objective / units).unwrap_or(0));
        Hint { objective: narrow, ..hint }
    }
}

/// The branch as one fold, or the first piece of it.
fn first_fold(branch: &Branch, ask: &Ask, budget: &Budget<'_>) -> Result<Option<Folded>, Stopped> {
    let keep = if ask.principals.is_empty() { Keep(branch.coordinates.len()) } else { branch.efficient() };
    match branch.folds(keep, Form::Thin, Room::of(ask.effort), &mut budget.meter()) {
        Ok(folds) => Ok(folds.into_iter().next()),
        Err(stopped) if stopped.is_a_limit() && stopped != Stopped::Cancelled => Ok(None),
        Err(stopped) => Err(stopped),
    }
}

/// Every way in which consent can be needed, as far as something depends on it.
fn patterns(model: &Model, force: &Force) -> Result<Vec<Vec<bool>>, Stopped> {
    let mut patterns: Vec<Vec<bool>> = vec![Vec::new()];
    for (index, party) in model.parties.iter().enumerate() {
        let can_be: &[bool] = match party.consent {
            Consent::Always => &[true],
            Consent::When(_) if binds(model, force, index) => &[true, false],
            Consent::When(_) | Consent::Never => &[false],
        };
        if PATTERNS < patterns.len() * can_be.len() {
            return Err(Stopped::TooManyPoints { max_points: PATTERNS });
        }
        let with = |pattern: &Vec<bool>, asked: bool| pattern.iter().copied().chain([asked]).collect();
        patterns = patterns.iter().flat_map(|pattern| can_be.iter().map(move |&asked| with(pattern, asked))).collect();
    }
    Ok(patterns)
}
