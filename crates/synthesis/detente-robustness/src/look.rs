//! One draw looked at.

use detente_engine::Stopped;
use detente_engine::again::{Figures, Guide, Known, Seen, Solver};

use crate::plan::Plan;
use crate::source::Source;
use crate::tally::Tally;

/// Where searches about each draw begin, from the centres.
#[derive(Clone, Debug, Default)]
pub(crate) struct Guides {
    /// Per principal.
    most: Vec<Guide>,
    /// Per candidate.
    better: Vec<Guide>,
}

impl Guides {
    /// From the figures at the centres.
    pub(crate) fn new(
        plan: &Plan<'_>,
        known: &Known,
        n_candidates: usize,
        mut solver: Solver<'_>,
    ) -> Result<Self, Stopped> {
        let figures = Figures { limits: plan.likely(), ..Figures::of(plan.model()) };
        solver.set(&figures)?;
        let mut seen = Seen::default();
        known.see(&figures, &mut seen);
        let most = plan.principals().iter().map(|&party| solver.guide_to_most(party, &seen)).collect();
        let better = (0..n_candidates).map(|candidate| solver.guide_to_better(seen.units(candidate))).collect();
        Ok(Self { most, better })
    }
}

/// Looks at draws, one after another; one per thread.
pub(crate) struct Looker<'s, 'c> {
    pub(crate) plan: &'s Plan<'c>,
    pub(crate) source: &'s dyn Source,
    /// The candidates, then the packages that only start searches.
    pub(crate) known: &'s Known,
    pub(crate) n_candidates: usize,
    guides: &'s Guides,
    pub(crate) solver: Solver<'s>,
    pub(crate) numbers: Vec<i64>,
    pub(crate) figures: Figures,
    pub(crate) per_point: Vec<i64>,
    pub(crate) seen: Seen,
    /// Per issue and choice, whether some package of the zone has it.
    has: Vec<Vec<bool>>,
    /// Packages in an order, each with what it is ordered by.
    order: Vec<(i128, usize)>,
    /// Of the packages in the zone those that none looked at betters.
    unbettered: Vec<(i128, usize)>,
    most: Vec<i64>,
}

impl<'s, 'c> Looker<'s, 'c> {
    pub(crate) fn new(
        plan: &'s Plan<'c>,
        source: &'s dyn Source,
        known: &'s Known,
        n_candidates: usize,
        guides: &'s Guides,
        solver: Solver<'s>,
    ) -> Self {
        Self {
            numbers: vec![0; plan.inputs().len()],
            figures: Figures::default(),
            per_point: Vec::new(),
            seen: Seen::default(),
            has: plan.model().issues.iter().map(|&size| vec![false; size]).collect(),
            order: Vec::new(),
            unbettered: Vec::new(),
            most: Vec::new(),
            plan,
            source,
            known,
            n_candidates,
            guides,
            solver,
        }
    }

    /// Takes the figures of a draw.
    pub(crate) fn draw(&mut self, draw: u64) -> Result<(), Stopped> {
        self.source.fill(draw, &mut self.numbers);
        self.plan.figures(&self.numbers, &mut self.figures, &mut self.per_point);
        self.solver.set(&self.figures)?;
        self.known.see(&self.figures, &mut self.seen);
        Ok(())
    }

    /// Counts a draw.
    pub(crate) fn count(&mut self, draw: u64, tally: &mut Tally) -> Result<(), Stopped> {
        let before = self.solver.started_anew();
        self.draw(draw)?;
        tally.draws += 1;
        for (candidate, of) in tally.candidates.iter_mut().enumerate() {
            for (party, accepted) in of.accepted.iter_mut().enumerate() {
                *accepted += u64::from(self.seen.accepts(candidate, party));
            }
        }
        let is_open = self.seen.packages().any(|package| self.seen.in_zone(package)) || self.solver.any()?.is_some();
        if is_open {
            tally.open += 1;
            self.choices(tally)?;
            self.regrets(tally)?;
            self.efficiency(tally)?;
        }
        self.ranks(tally);
        tally.anew += self.solver.started_anew() - before;
        Ok(())
    }

    /// Which choices some package of the zone has.
    fn choices(&mut self, tally: &mut Tally) -> Result<(), Stopped> {
        self.has.iter_mut().for_each(|row| row.fill(false));
        for (package, choices) in self.known.packages().iter().enumerate() {
            if self.seen.in_zone(package) {
                choices.iter().zip(&mut self.has).for_each(|(&choice, row)| row[choice] = true);
            }
        }
        let at_once = self.solver.possible()?;
        let is_known = at_once.is_some();
        self.has = at_once.unwrap_or_else(|| std::mem::take(&mut self.has));
        for issue in 0..if is_known { 0 } else { self.has.len() } {
            for choice in 0..self.has[issue].len() {
                if self.has[issue][choice] {
                    continue;
                }
                if let Some(found) = self.solver.with(issue, choice)? {
                    found.iter().zip(&mut self.has).for_each(|(&choice, row)| row[choice] = true);
                }
            }
        }
        for (row, counts) in self.has.iter().zip(&mut tally.choices) {
            let is_only = row.iter().filter(|has| **has).count() == 1;
            for (counts, _) in counts.iter_mut().zip(row).filter(|(_, has)| **has) {
                counts[0] += 1;
                counts[1] += u64::from(is_only);
            }
        }
        Ok(())
    }

    /// How much less than the most of the zone each candidate gives the principal who misses most, in its own points.
    fn regrets(&mut self, tally: &mut Tally) -> Result<(), Stopped> {
        let ask = self.plan.principals();
        self.most.clear();
        for (&party, guide) in ask.iter().zip(&self.guides.most) {
            let most = self.solver.most(party, &self.seen, guide)?;
            self.most.push(most.unwrap_or(i64::MIN));
        }
        let missed =
            |party: usize, most: i64, units: i64| in_thousandths(most.saturating_sub(units), self.per_point[party]);
        let without = ask.iter().zip(&self.most).filter(|(party, _)| self.plan.has_line(**party));
        let without = without.map(|(&party, &most)| missed(party, most, self.figures.lines[party])).max().unwrap_or(0);
        for (candidate, of) in tally.candidates.iter_mut().enumerate() {
            if self.seen.in_zone(candidate) {
                let units = self.seen.units(candidate);
                let worst = ask.iter().zip(&self.most).map(|(&party, &most)| missed(party, most, units[party])).max();
                of.in_zone += 1;
                of.regrets(worst.unwrap_or(0));
            } else {
                of.regret_or_nothing += u128::from(without);
            }
        }
        Ok(())
    }

    fn efficiency(&mut self, tally: &mut Tally) -> Result<(), Stopped> {
        self.sift();
        for at in 0..self.unbettered.len() {
            let (_, candidate) = self.unbettered[at];
            if candidate < self.n_candidates {
                let bettered = self.solver.bettered(self.seen.units(candidate), &self.guides.better[candidate])?;
                tally.candidates[candidate].efficient += u64::from(!bettered);
            }
        }
        Ok(())
    }

    /// Of the packages looked at that are in the zone those that none of them betters.
    fn sift(&mut self) {
        let (seen, principals) = (&self.seen, self.plan.principals());
        let sum = |package: usize| principals.iter().map(|&party| i128::from(seen.units(package)[party])).sum();
        let no_less = |one: usize, other: usize| {
            principals.iter().all(|&party| seen.units(other)[party] <= seen.units(one)[party])
        };
        // What betters a package has a larger sum.
        self.order.clear();
        let in_zone = seen.packages().filter(|&package| seen.in_zone(package));
        self.order.extend(in_zone.map(|package| (sum(package), package)));
        self.order.sort_unstable_by(|a, b| b.cmp(a));
        self.unbettered.clear();
        for &(of_all, package) in &self.order {
            let betters = |&(more, other): &(i128, usize)| of_all < more && no_less(other, package);
            if !self.unbettered.iter().any(betters) {
                self.unbettered.push((of_all, package));
            }
        }
    }

    /// Each principal's own order of the candidates; ties share the better rank.
    fn ranks(&mut self, tally: &mut Tally) {
        for (ranking, &party) in self.plan.principals().iter().enumerate() {
            self.order.clear();
            let candidates = 0..self.n_candidates;
            self.order.extend(candidates.map(|candidate| (self.seen.units(candidate)[party].into(), candidate)));
            self.order.sort_unstable_by(|a, b| b.cmp(a));
            let (mut rank, mut last) = (0, None);
            for (place, &(units, candidate)) in self.order.iter().enumerate() {
                if last.replace(units) != Some(units) {
                    rank = place;
                }
                tally.candidates[candidate].ranks[ranking][rank] += 1;
            }
        }
    }
}

/// Units as thousandths of a point, rounded half up; none where negative.
pub(crate) fn in_thousandths(units: i64, per_point: i64) -> u64 {
    let (units, per_point) = (i128::from(units), i128::from(per_point.max(1)));
    u64::try_from((units * 2000 + per_point).div_euclid(2 * per_point)).unwrap_or(0)
}
