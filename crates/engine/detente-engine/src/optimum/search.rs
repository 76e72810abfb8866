//! Looking for the worthiest packages in ever thicker slabs.
//!
//! The first slab that is not empty holds the optimum, because a slab holds every package worth at least its threshold. What was
//! found empty is proved for good, so a search that has to stop still knows a bound.

use super::aim::Aim;
use super::polish::{Until, polished};
use crate::budget::Budget;
use crate::error::Stopped;
use crate::ground::Folded;
use crate::pareto::efficient;
use crate::points::Points;
use crate::slab::{Capacity, Slab, Survivors, Target};
use detente_base::Silent;

/// What a search found.
#[derive(Clone, Debug)]
pub(crate) struct Found<W> {
    /// The most any package is worth, or the most known; `None` if no package counts.
    pub(crate) worth: Option<W>,
    /// The efficient vectors over the principals that attain it, descending.
    pub(crate) points: Points,
    /// Whether these are all.
    pub(crate) complete: bool,
    /// Whether no package is worth more.
    pub(crate) proved: bool,
    /// Where that is not proved: no package is worth more than this, if anything is known.
    pub(crate) bound: Option<W>,
}

/// A search over the branches of a zone.
pub(crate) struct Search<'a, A> {
    /// The branches.
    pub(crate) branches: &'a [Folded],
    /// What is aimed at.
    pub(crate) aim: &'a A,
    /// How much may be held.
    pub(crate) capacity: Capacity,
}

/// The first slab loses this part of what there is to lose.
const FIRST: i128 = 4096;

/// How much thicker the next slab may be: the first of these that is not predicted to hold too many more packages, because
/// their number grows with a high power of the thickness.
const PACES: [(i128, i128); 6] = [(4, 1), (2, 1), (3, 2), (5, 4), (9, 8), (17, 16)];

/// A prediction up to which a slab is cheap.
const CHEAP: f64 = 20_000.0;

/// A prediction from which on a slab holds as good as everything.
const HUGE: f64 = 1.0e12;

/// From more coordinates than this on dominance does not keep a huge slab short.
const WIDE: usize = 2;

/// A prediction from which on it pays to look for a good package first.
const DEAR: f64 = 1.0e6;

/// Up to so many coordinates dominated sums keep every slab cheap.
const NARROW: usize = 4;

/// How many times more packages than in the slab before are not too many.
const GROWTH: f64 = 4.0;

struct Branch<'f> {
    folded: &'f Folded,
    slab: Slab<'f>,
}

/// Points of a branch that attain a worth.
struct Last<W> {
    points: Points,
    complete: bool,
    worth: Option<W>,
}

/// What is known so far.
struct Known<W> {
    best: Option<W>,
    /// Per branch what its last slab held.
    last: Vec<Last<W>>,
    /// A package met on the way that is worth the best known.
    spare: Points,
    proved: bool,
    bound: Option<W>,
}

impl<A: Aim> Search<'_, A> {
    /// The worthiest packages; `start` is a package that counts, over the principals, with its worth.
    pub(crate) fn run(
        &self,
        start: Option<(A::Worth, Points)>,
        budget: &Budget<'_>,
    ) -> Result<Found<A::Worth>, Stopped> {
        let branches: Vec<Branch<'_>> = self.branches.iter().map(|folded| self.prepared(folded)).collect();
        let (best, spare) = start.map_or((None, self.no_points()), |(worth, point)| (Some(worth), point));
        let mut known = Known { best, last: Vec::new(), spare, proved: true, bound: None };
        for branch in &branches {
            match self.deepen(branch, &mut known, budget) {
                Ok((points, complete)) => known.last.push(Last { points, complete, worth: known.best.clone() }),
                Err((stopped, bound)) => {
                    if known.best.is_none() || !stopped.is_a_limit() {
                        return Err(stopped);
                    }
                    known.proved = false;
                    let bound = bound.or_else(|| self.aim.ceiling(branch.folded, &branch.slab));
                    known.bound = known.bound.max(bound);
                    known.last.push(Last { points: self.no_points(), complete: false, worth: None });
                }
            }
        }
        self.concluded(&branches, known, budget)
    }

    fn prepared<'f>(&self, folded: &'f Folded) -> Branch<'f> {
        Branch { folded, slab: Slab::snapped(folded, &self.aim.weights(folded)) }
    }

    fn no_points(&self) -> Points {
        let first = self.branches.first();
        Points::new(first.map_or(0, |branch| branch.n_principals), first.map_or(0, Folded::words))
    }

    /// Slabs of one branch, thicker and thicker, until the optimum over all branches so far is known. Returns the points that
    /// were in the last one; on a stop also the bound proved before.
    #[expect(clippy::type_complexity, reason = "a stop carries what was proved before it")]
    fn deepen(
        &self,
        branch: &Branch<'_>,
        known: &mut Known<A::Worth>,
        budget: &Budget<'_>,
    ) -> Result<(Points, bool), (Stopped, Option<A::Worth>)> {
        let (aim, slab) = (self.aim, &branch.slab);
        let mut bound: Option<A::Worth> = None;
        let widest = slab.top() - aim.widest(branch.folded, slab).least;
        self.polish(branch, known, Until::Singles, budget).map_err(|stopped| (stopped, None))?;
        let of_best = |best: &A::Worth| slab.top() - aim.target(branch.folded, slab, best, false).least;
        let mut loss = first(slab, known.best.as_ref().map(of_best));
        let (mut is_polished, mut is_sampled) = (false, false);
        loop {
            if !is_polished && NARROW < slab.weights.len() && DEAR < slab.predicted(loss) {
                is_polished = true;
                self.polish(branch, known, Until::Stuck, budget).map_err(|stopped| (stopped, bound.clone()))?;
            }
            let most = known.best.as_ref().map_or(widest, of_best);
            if most < 0 {
                return Ok((self.no_points(), true));
            }
            let is_dense = DEAR < slab.predicted(most);
            if is_dense && known.best.as_ref().is_some_and(|best| self.is_vast(branch, best)) {
                if !std::mem::replace(&mut is_sampled, true) {
                    self.sample(branch, known, budget).map_err(|stopped| (stopped, bound.clone()))?;
                    continue;
                }
                if self.settles(branch, known, budget)? {
                    return self.few(branch, known, budget);
                }
            }
            let is_last = most <= loss;
            let guess = aim.within(branch.folded, slab, loss);
            let (worth, target) = match (&known.best, is_last) {
                (Some(best), _) if is_last || guess <= *best => {
                    let target = if is_dense { A::tightened } else { A::target };
                    (Some(best.clone()), target(aim, branch.folded, slab, best, false))
                }
                (None, true) => (None, aim.widest(branch.folded, slab)),
                _ => (Some(guess.clone()), aim.target(branch.folded, slab, &guess, false)),
            };
            if WIDE < slab.weights.len() && HUGE < slab.predicted(slab.top() - target.least) {
                let some =
                    slab.survivors(&target, Capacity::SOME, budget).map_err(|stopped| (stopped, bound.clone()))?;
                let best = self.best_of(branch.folded, &some.points);
                if known.best < best {
                    known.spare = self.projected(branch.folded, &some.points, best.as_ref());
                    known.best = best;
                    continue;
                }
            }
            let found = slab.survivors(&target, self.capacity, budget).map_err(|stopped| (stopped, bound.clone()))?;
            let is_at_best = worth.is_none() || worth == known.best;
            let best = self.best_of(branch.folded, &found.points);
            // A slab may also hold packages worth less than what it was drawn for; they end nothing, but the next is thinner.
            let ends =
                is_at_best || best.as_ref().is_some_and(|best| worth.as_ref().is_some_and(|worth| worth <= best));
            if known.best < best {
                known.spare = self.projected(branch.folded, &found.points, best.as_ref());
                known.best = best;
            }
            if ends {
                return self.raised(branch, found, known, budget).map_err(|stopped| (stopped, bound.clone()));
            }
            if let Some(worth) = &worth {
                budget.narrowed(known.best.as_ref().map(|best| aim.approximate(best)), aim.approximate(worth));
            }
            bound = worth;
            loss = thicker(slab, loss, most);
        }
    }

    /// Whether a branch holds so many packages, or a target bounds them so little, that not all that are worth enough can be met.
    fn is_vast(&self, branch: &Branch<'_>, best: &A::Worth) -> bool {
        let slab = &branch.slab;
        HUGE < slab.packages() || !self.aim.target(branch.folded, slab, best, false).by_floors
    }

    /// Whether the plane, or one coordinate alone, proves that no package of the branch is worth more than the best known.
    fn settles(
        &self,
        branch: &Branch<'_>,
        known: &Known<A::Worth>,
        budget: &Budget<'_>,
    ) -> Result<bool, (Stopped, Option<A::Worth>)> {
        budget.meter().settle().map_err(|stopped| (stopped, None))?;
        let above = |best: &A::Worth| self.aim.target(branch.folded, &branch.slab, best, true);
        Ok(known.best.as_ref().is_some_and(|best| branch.slab.excludes(&above(best))))
    }

    /// Looks for better packages among pairs of samples, as long as there are some.
    fn sample(&self, branch: &Branch<'_>, known: &mut Known<A::Worth>, budget: &Budget<'_>) -> Result<(), Stopped> {
        while let Some(best) = &known.best {
            let target = self.aim.tightened(branch.folded, &branch.slab, best, true);
            let found = branch.slab.sampled(&target, budget)?;
            let better = self.best_of(branch.folded, &found).filter(|better| best < better);
            let Some(better) = better else { break };
            known.spare = self.projected(branch.folded, &found, Some(&better));
            known.best = Some(better);
        }
        Ok(())
    }

    /// The packages that attain the best known worth, if they are few.
    #[expect(clippy::type_complexity, reason = "as in `deepen`")]
    fn few(
        &self,
        branch: &Branch<'_>,
        known: &Known<A::Worth>,
        budget: &Budget<'_>,
    ) -> Result<(Points, bool), (Stopped, Option<A::Worth>)> {
        let Some(best) = &known.best else { return Ok((self.no_points(), true)) };
        let target = self.aim.tightened(branch.folded, &branch.slab, best, false);
        match branch.slab.enumerated(&target, Capacity::FEW, budget) {
            Ok(found) if found.complete => Ok((self.projected(branch.folded, &found.points, Some(best)), true)),
            Ok(_) | Err(Stopped::TooManyPoints { .. } | Stopped::TooWide { .. }) => Ok((self.no_points(), false)),
            Err(stopped) => Err((stopped, None)),
        }
    }

    /// Looks for a better package by exchanges.
    fn polish(
        &self,
        branch: &Branch<'_>,
        known: &mut Known<A::Worth>,
        until: Until,
        budget: &Budget<'_>,
    ) -> Result<(), Stopped> {
        if !branch.folded.trees.is_empty() {
            return Ok(());
        }
        let mut meter = budget.meter();
        let found = polished(self.aim, branch.folded, branch.slab.worthiest(), until, &mut meter)?;
        let counts = self.aim.counts(branch.folded, found.units(0));
        let worth = self.aim.worth(branch.folded, found.units(0)).filter(|_| counts);
        if known.best < worth {
            known.spare = self.projected(branch.folded, &found, worth.as_ref());
            known.best = worth;
        }
        meter.settle()
    }

    /// From points that may not be all: asks for better ones until it is sure that there are none.
    fn raised(
        &self,
        branch: &Branch<'_>,
        mut found: Survivors,
        known: &mut Known<A::Worth>,
        budget: &Budget<'_>,
    ) -> Result<(Points, bool), Stopped> {
        let mut kept = (self.projected(branch.folded, &found.points, known.best.as_ref()), found.complete);
        while !found.complete {
            let Some(best) = known.best.clone() else { break };
            let target = self.aim.target(branch.folded, &branch.slab, &best, true);
            found = branch.slab.survivors(&target, self.capacity, budget)?;
            if let Some(better) = self.best_of(branch.folded, &found.points).filter(|better| best < *better) {
                known.best = Some(better);
                kept = (self.projected(branch.folded, &found.points, known.best.as_ref()), found.complete);
            } else if !found.complete {
                return Err(Stopped::TooManyPoints { max_points: self.capacity.enough });
            }
        }
        Ok(kept)
    }

    fn best_of(&self, folded: &Folded, points: &Points) -> Option<A::Worth> {
        points.rows().filter_map(|row| self.aim.worth(folded, row)).max()
    }

    /// Of points of a branch those worth exactly so much, over the principals alone.
    fn projected(&self, folded: &Folded, points: &Points, worth: Option<&A::Worth>) -> Points {
        let mut kept = Points::new(folded.n_principals, points.words());
        for at in (0..points.len()).filter(|&at| self.aim.worth(folded, points.units(at)).as_ref() == worth) {
            kept.push(&points.units(at)[..folded.n_principals], points.packages(at), points.kappa(at));
        }
        kept
    }

    /// Gathers the answers of all branches at the best worth.
    fn concluded(
        &self,
        branches: &[Branch<'_>],
        known: Known<A::Worth>,
        budget: &Budget<'_>,
    ) -> Result<Found<A::Worth>, Stopped> {
        let Known { best, last, spare, proved, bound } = known;
        let (mut points, mut complete) = (self.no_points(), proved);
        let Some(best) = best else { return Ok(Found { worth: None, points, complete, proved, bound }) };
        for (branch, last) in branches.iter().zip(last) {
            let target = self.aim.target(branch.folded, &branch.slab, &best, false);
            if branch.slab.top() < target.least {
                continue;
            }
            if last.worth.as_ref() == Some(&best) {
                points.append(&last.points);
                complete &= last.complete;
                continue;
            }
            match self.listed(branch, &target, &best, budget) {
                Ok((listed, all)) => {
                    points.append(&listed);
                    complete &= all;
                }
                Err(stopped) if stopped.is_a_limit() => complete = false,
                Err(stopped) => return Err(stopped),
            }
        }
        if points.is_empty() {
            points = spare;
            complete = false;
        }
        // What is known is worth telling even where there is no time left.
        let calm = Budget::new(&Silent, u64::MAX, None);
        let points = efficient(points, self.no_points().width(), &mut calm.meter())?;
        Ok(Found { worth: Some(best), points, complete, proved, bound })
    }

    fn listed(
        &self,
        branch: &Branch<'_>,
        target: &Target,
        best: &A::Worth,
        budget: &Budget<'_>,
    ) -> Result<(Points, bool), Stopped> {
        let found = branch.slab.survivors(target, self.capacity, budget)?;
        Ok((self.projected(branch.folded, &found.points, Some(best)), found.complete))
    }
}

/// The loss of the first slab: all that the best known leaves, where that is cheap.
fn first(slab: &Slab<'_>, most: Option<i128>) -> i128 {
    most.filter(|&most| slab.weights.len() <= WIDE || slab.predicted(most) <= CHEAP).unwrap_or(0).max(0)
}

/// The loss of the next slab.
fn thicker(slab: &Slab<'_>, loss: i128, most: i128) -> i128 {
    if loss == 0 {
        return most.max(1) / FIRST + 1;
    }
    if slab.weights.len() <= WIDE {
        return loss.saturating_mul(PACES[0].0) / PACES[0].1 + 1;
    }
    let allowed = (slab.predicted(loss) * GROWTH).max(CHEAP);
    let grown = PACES.iter().map(|(times, over)| loss.saturating_mul(*times) / over + 1);
    let least = loss.saturating_mul(PACES[5].0) / PACES[5].1 + 1;
    grown.into_iter().find(|grown| slab.predicted(*grown) <= allowed).unwrap_or(least)
}
