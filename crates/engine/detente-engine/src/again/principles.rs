//! The principles under one set of figures after another.

use super::goals::{Level, Product, Share, Ties, Total, compared};
use super::solver::{Solver, room};
use super::weights::float;
use super::{Guide, Known, Seen};
use crate::answers::{Answer, Attained, Principle};
use crate::chosen::{Measure, principle};
use crate::error::Stopped;
use detente_base::Silent;
use detente_model::{Consent, Package};
use std::cmp::Ordering;

/// The most answers listed.
const LISTED: usize = 100;

/// What a principle leads to; always proved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Worthiest {
    /// The efficient utility vectors that attain the value, the κ-least witness first.
    pub answers: Vec<Answer>,
    /// Whether these are all.
    pub complete: bool,
}

/// Principals whose gains are compared, by direction.
struct Standing {
    principals: Vec<usize>,
    /// Directions of those with a bottom line.
    with_line: Vec<usize>,
}

impl Solver<'_> {
    /// What a principle leads to (DEFINITIONS 10–12); `None` where the zone is empty or the principle compares nobody. Packages
    /// `seen` in the zone start the search; `units_per_point` has an entry per party.
    ///
    /// # Cost
    /// A few passes over every branch, then the packages within the bound found.
    ///
    /// # Errors
    /// As for [`Solver::any`].
    pub fn principle(
        &mut self,
        which: Principle,
        units_per_point: &[i64],
        known: &Known,
        seen: &Seen,
    ) -> Result<Option<Worthiest>, Stopped> {
        let parties = &self.structure.model.parties;
        let principals = self.structure.ask.principals.clone();
        let has_line = |party: usize| self.structure.ask.bottom_lines && parties[party].bottom_line.is_some();
        let with_line: Vec<usize> = (0..principals.len()).filter(|&at| has_line(principals[at])).collect();
        let is_plain = principals.iter().all(|&party| parties[party].consent == Consent::Always)
            && known.packages().len() == seen.packages().len()
            && units_per_point.len() == parties.len()
            && !with_line.is_empty();
        let of = Standing { principals, with_line };
        let found = match which {
            _ if !is_plain => None,
            Principle::Nash => self.largest_product(&of, seen),
            Principle::Utilitarian => self.utilitarian(&of, units_per_point, seen),
            Principle::Egalitarian => self.level(self.in_points(&of, units_per_point), &of, seen, false),
            Principle::Leximin => self.level(self.in_points(&of, units_per_point), &of, seen, true),
            Principle::KalaiSmorodinsky => {
                let shares = self.hopes(&of, seen)?;
                if shares.is_empty() {
                    return if self.any()?.is_none() { Ok(None) } else { self.anew(which, units_per_point) };
                }
                self.level(shares, &of, seen, true)
            }
            Principle::BestFor(_) => None,
        };
        match found {
            Some(found) => Ok(Some(found)),
            None if is_plain && self.any()?.is_none() => Ok(None),
            None => self.anew(which, units_per_point),
        }
    }

    /// The largest product of gains, as by [`Solver::principle`].
    ///
    /// # Errors
    /// As for [`Solver::any`].
    pub fn nash(&mut self, known: &Known, seen: &Seen) -> Result<Option<Worthiest>, Stopped> {
        let ones = vec![1; self.structure.model.parties.len()];
        self.principle(Principle::Nash, &ones, known, seen)
    }

    fn anew(&mut self, which: Principle, units_per_point: &[i64]) -> Result<Option<Worthiest>, Stopped> {
        self.anew += 1;
        let (model, ask) = (self.model(), self.ask());
        let measure = Measure { units_per_point: units_per_point.to_vec(), exponents: vec![1; model.parties.len()] };
        let found = principle(&model, &ask, which, &measure, &Silent)?;
        Ok(found.map(|chosen| Worthiest { answers: chosen.answers, complete: chosen.complete && chosen.proved }))
    }

    fn largest_product(&mut self, of: &Standing, seen: &Seen) -> Option<Worthiest> {
        let lines: Vec<i64> = of.principals.iter().map(|&party| self.figures.lines[party]).collect();
        let mut goal = Product {
            factors: of.with_line.clone(),
            n_principals: of.principals.len(),
            gains: vec![1; of.with_line.len()],
            ties: Ties::default(),
        };
        for package in seen.packages().filter(|&package| seen.in_zone(package)) {
            let units = seen.units(package);
            let gains: Vec<i64> = of.with_line.iter().map(|&at| units[of.principals[at]] - lines[at]).collect();
            if gains.iter().all(|&gain| 0 < gain) && compared(&gains, &goal.gains) == Ordering::Greater {
                goal.gains = gains;
            }
        }
        let is_known = goal.gains.iter().any(|&gain| 1 < gain);
        let tired = self.each(|space, floors, scales| {
            space.lines.clone_into(floors);
            for &at in &goal.factors {
                floors[at] = floors[at].map(|line| line.saturating_add(1));
            }
            room(space, floors, scales);
            if is_known {
                goal.factors.iter().zip(&goal.gains).for_each(|(&at, &gain)| scales[at] = float(gain));
            }
            space.search(floors, scales, &mut goal)
        });
        let gaining: Vec<usize> = of.with_line.iter().map(|&at| of.principals[at]).collect();
        (!tired).then(|| self.read(goal.ties, &gaining)).flatten()
    }

    fn utilitarian(&mut self, of: &Standing, units_per_point: &[i64], seen: &Seen) -> Option<Worthiest> {
        let per_point = |at: usize| units_per_point[of.principals[at]];
        let common = of.with_line.iter().try_fold(1_i128, |common, &at| multiple(common, per_point(at).into()))?;
        // Totals in the common measure stay within 128 bits.
        if 1 << 70 < common {
            return None;
        }
        let term = |&at: &usize| (at, per_point(at), common / i128::from(per_point(at)));
        let mut goal = Total {
            terms: of.with_line.iter().map(term).collect(),
            n_principals: of.principals.len(),
            ..Total::default()
        };
        for package in seen.packages().filter(|&package| seen.in_zone(package)) {
            let gain = |at: usize| seen.units(package)[of.principals[at]] - self.figures.lines[of.principals[at]];
            let (total, points) = goal.of(gain);
            if goal.most.is_none_or(|most| most < total) {
                (goal.most, goal.points) = (Some(total), points);
            }
        }
        let tired = self.each(|space, floors, scales| {
            space.lines.clone_into(floors);
            room(space, floors, scales);
            goal.terms.iter().for_each(|&(at, per_point, _)| scales[at] = float(per_point));
            space.search(floors, scales, &mut goal)
        });
        (!tired).then(|| self.read(goal.ties, &[])).flatten()
    }

    fn in_points(&self, of: &Standing, units_per_point: &[i64]) -> Vec<Share> {
        let share = |&direction: &usize| {
            let party = of.principals[direction];
            Share { direction, line: self.figures.lines[party], scale: units_per_point[party].max(1) }
        };
        of.with_line.iter().map(share).collect()
    }

    /// What each could hope for, of those who can hope.
    fn hopes(&mut self, of: &Standing, seen: &Seen) -> Result<Vec<Share>, Stopped> {
        let mut shares = Vec::new();
        for &direction in &of.with_line {
            let party = of.principals[direction];
            let line = self.figures.lines[party];
            let most = self.most(party, seen, &Guide::default())?;
            let scale = most.and_then(|most| most.checked_sub(line)).filter(|scale| 0 < *scale);
            shares.extend(scale.map(|scale| Share { direction, line, scale }));
        }
        Ok(shares)
    }

    fn level(&mut self, shares: Vec<Share>, of: &Standing, seen: &Seen, then_next: bool) -> Option<Worthiest> {
        let mut goal = Level { shares, n_principals: of.principals.len(), ..Level::default() };
        for package in seen.packages().filter(|&package| seen.in_zone(package)) {
            goal.know(|at| seen.units(package)[of.principals[at]]);
        }
        let tired = self.each(|space, floors, scales| {
            space.lines.clone_into(floors);
            super::space::raise(floors, &goal);
            room(space, floors, scales);
            space.search(floors, scales, &mut goal)
        });
        if tired || goal.ties.are_too_many() {
            return None;
        }
        let mut ties = std::mem::take(&mut goal.ties);
        if then_next {
            let order = |a: &[i64], b: &[i64]| {
                let levels = |units: &[i64]| goal.of(|at| units[at]);
                let pairs = levels(a).into_iter().zip(levels(b));
                pairs.map(|(a, b)| a.compared(&b)).find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
            };
            if let Some(most) = ties.0.iter().map(|(units, _)| units).max_by(|a, b| order(a, b)).cloned() {
                ties.0.retain(|(units, _)| order(units, &most).is_eq());
            }
        }
        self.read(ties, &[])
    }

    /// Of packages worth the same those no other betters, each vector once with its κ-least package; `None` where there are
    /// none, or too many.
    fn read(&self, ties: Ties, gaining: &[usize]) -> Option<Worthiest> {
        if ties.0.is_empty() || ties.are_too_many() {
            return None;
        }
        let mut ties = ties.0;
        ties.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        ties.dedup_by(|later, first| later.0 == first.0);
        let betters = |a: &[i64], b: &[i64]| a != b && a.iter().zip(b).all(|(a, b)| b <= a);
        let kept = ties.iter().filter(|(units, _)| !ties.iter().any(|(other, _)| betters(other, units)));
        let answer = |package: &Package| {
            let attained = Attained { utilities: self.units(package), packages: None, witness: package.clone() };
            Answer { attained, gaining: gaining.to_vec() }
        };
        let mut answers: Vec<Answer> = kept.map(|(_, package)| answer(package)).collect();
        answers.sort_by(|a, b| a.attained.witness.cmp(&b.attained.witness));
        let complete = answers.len() <= LISTED;
        answers.truncate(LISTED);
        Some(Worthiest { answers, complete })
    }
}

/// The least common multiple of positive numbers.
fn multiple(a: i128, b: i128) -> Option<i128> {
    let (mut x, mut y) = (a, b);
    while y != 0 {
        (x, y) = (y, x % y);
    }
    (a / x.max(1)).checked_mul(b)
}
