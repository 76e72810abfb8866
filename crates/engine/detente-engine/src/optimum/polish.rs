//! A good package before a dear search: from the package worth most along the weights, single and double exchanges of points as
//! long as one helps. It decides nothing; it only lets the search know sooner what must be beaten.

use super::aim::Aim;
use crate::budget::Meter;
use crate::error::Stopped;
use crate::ground::Folded;
use crate::points::Points;

/// The most exchanges made.
const EXCHANGES: usize = 400;

/// Points up to which double exchanges are tried.
const POINTS: usize = 4_000;

/// How long exchanges go on.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Until {
    /// Until no exchange of one or two points helps.
    Stuck,
    /// Until no exchange of one point helps.
    Singles,
    /// Until the score is so high, or no exchange of one point helps.
    Score(f64),
}

/// A package of the branch made better by exchanges, from a start; as a list of one point. Where the steps do not suffice for more
/// exchanges, it is the best so far: whoever goes on with the meter is told.
pub(crate) fn polished<A: Aim>(
    aim: &A,
    branch: &Folded,
    start: Vec<usize>,
    until: Until,
    meter: &mut Meter<'_, '_>,
) -> Result<Points, Stopped> {
    let mut package = Package::new(branch, start);
    let score_of = aim.scorer(branch);
    let mut score = score_of(&package.units);
    let (doubles, enough) = match until {
        Until::Stuck => (branch.lists.iter().map(Points::len).sum::<usize>() <= POINTS, f64::INFINITY),
        Until::Singles => (false, f64::INFINITY),
        Until::Score(enough) => (false, enough),
    };
    for _ in 0..EXCHANGES {
        if enough <= score {
            break;
        }
        let better = match package.better(&score_of, score, doubles, meter) {
            Err(stopped) if stopped.is_a_limit() => None,
            looked => looked?,
        };
        let Some((to, exchanges)) = better else { break };
        exchanges.into_iter().for_each(|(list, point)| package.exchange(list, point));
        score = to;
    }
    Ok(package.point())
}

struct Package<'b> {
    branch: &'b Folded,
    points: Vec<usize>,
    units: Vec<i64>,
}

/// A score and the exchanges (list, point) that lead to it.
type Exchange = (f64, Vec<(usize, usize)>);

impl<'b> Package<'b> {
    fn new(branch: &'b Folded, points: Vec<usize>) -> Self {
        let mut units = vec![0; branch.coordinates.len()];
        for (list, &point) in branch.lists.iter().zip(&points) {
            units.iter_mut().zip(list.units(point)).for_each(|(units, more)| *units += more);
        }
        Self { branch, points, units }
    }

    /// The package as a list of one point.
    fn point(&self) -> Points {
        let (mut packages, mut kappa) = (1_u128, vec![0; self.branch.words()]);
        for (list, &point) in self.branch.lists.iter().zip(&self.points) {
            packages = packages.saturating_mul(list.packages(point));
            kappa.iter_mut().zip(list.kappa(point)).for_each(|(kappa, of)| *kappa |= of);
        }
        let mut points = Points::new(self.units.len(), kappa.len());
        points.push(&self.units, packages, &kappa);
        points
    }

    fn exchange(&mut self, list: usize, point: usize) {
        let (before, after) = (self.branch.lists[list].units(self.points[list]), self.branch.lists[list].units(point));
        self.units
            .iter_mut()
            .zip(before.iter().zip(after))
            .for_each(|(units, (before, after))| *units += after - before);
        self.points[list] = point;
    }

    /// The exchange that leads furthest beyond a score: of one point, or where none does and two may be exchanged, of two.
    fn better(
        &mut self,
        score_of: &impl Fn(&[i64]) -> f64,
        beat: f64,
        doubles: bool,
        meter: &mut Meter<'_, '_>,
    ) -> Result<Option<Exchange>, Stopped> {
        match self.best_single(score_of, meter)?.filter(|single| beat < single.0) {
            Some((to, list, point)) => Ok(Some((to, vec![(list, point)]))),
            None if doubles => self.better_double(score_of, beat, meter),
            None => Ok(None),
        }
    }

    fn best_single(
        &mut self,
        score_of: &impl Fn(&[i64]) -> f64,
        meter: &mut Meter<'_, '_>,
    ) -> Result<Option<(f64, usize, usize)>, Stopped> {
        let mut best: Option<(f64, usize, usize)> = None;
        for list in 0..self.points.len() {
            let own = self.points[list];
            for point in 0..self.branch.lists[list].len() {
                self.exchange(list, point);
                let to = score_of(&self.units);
                if best.is_none_or(|(known, ..)| known < to) {
                    best = Some((to, list, point));
                }
            }
            self.exchange(list, own);
            meter.take_len(self.branch.lists[list].len())?;
        }
        Ok(best)
    }

    /// The best double exchange with some first list, the first list that has one.
    fn better_double(
        &mut self,
        score_of: &impl Fn(&[i64]) -> f64,
        beat: f64,
        meter: &mut Meter<'_, '_>,
    ) -> Result<Option<Exchange>, Stopped> {
        let mut found: Option<Exchange> = None;
        for list in 0..self.points.len() {
            let own = self.points[list];
            for point in (0..self.branch.lists[list].len()).filter(|&point| point != own) {
                self.exchange(list, point);
                let with = self.best_single(score_of, meter);
                self.exchange(list, own);
                let is_better = |with: &(f64, usize, usize)| found.as_ref().map_or(beat, |found| found.0) < with.0;
                if let Some((to, other, at)) = with?.filter(is_better) {
                    found = Some((to, vec![(list, point), (other, at)]));
                }
            }
        }
        Ok(found)
    }
}
