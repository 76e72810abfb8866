//! What principles lead to, as claims.

use super::{Writer, branches};
use detente_checker::{Best, Branch, Principle as Claimed, Step, Stuck};
use detente_engine::evidence::{Evidence, Gain};
use detente_engine::{Chosen, Principle};
use detente_engine::{Measure, Stopped, principle};

/// Units per point without what all have in common: only their ratios matter to any principle.
pub(super) fn reduced(measure: &Measure) -> Measure {
    let common = measure.units_per_point.iter().fold(0, |a, &b| divisor(a, b)).max(1);
    let units_per_point = measure.units_per_point.iter().map(|units| units / common).collect();
    Measure { units_per_point, exponents: measure.exponents.clone() }
}

fn divisor(mut a: i64, mut b: i64) -> i64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

impl Writer<'_> {
    /// The claims about one principle, those it rests on first; none where its answer is not proved.
    pub(super) fn best(&mut self, which: Principle, chosen: Option<&Chosen>) -> Result<Vec<Step>, Stopped> {
        let Some(chosen) = chosen else {
            return if which == Principle::Nash { self.nobody_gains() } else { Ok(Vec::new()) };
        };
        if !chosen.proved {
            return Ok(Vec::new());
        }
        match which {
            Principle::Nash => self.nash(chosen),
            Principle::KalaiSmorodinsky => self.kalai_smorodinsky(chosen),
            Principle::Egalitarian if !chosen.complete => self.some_egalitarian(),
            Principle::Egalitarian => {
                let evidence = self.evidence()?.level(&self.gains(), &[], true);
                Ok(self.step(Claimed::Egalitarian, chosen, branches(evidence)))
            }
            Principle::Leximin => self.leveled(Claimed::Leximin, chosen, self.gains()),
            Principle::Utilitarian => {
                let of: Vec<(usize, i64)> = self.gains().iter().map(|gain| (gain.party, gain.whole)).collect();
                let evidence = self.evidence()?.total(&of);
                Ok(self.step(Claimed::Utilitarian, chosen, branches(evidence)))
            }
            Principle::BestFor(party) => self.best_for(party, chosen),
        }
    }

    /// The principals with a bottom line; their gains in points.
    fn gains(&self) -> Vec<Gain> {
        let gain = |&party: &usize| {
            let line = self.model.parties[party].bottom_line?;
            Some(Gain {
                party,
                line,
                whole: self.measure.units_per_point[party],
                exponent: self.measure.exponents[party],
            })
        };
        self.ask.principals.iter().filter_map(gain).collect()
    }

    fn claim(&self, principle: Claimed, chosen: &Chosen, branches: Vec<Branch>) -> Option<Best> {
        let units: Option<Vec<u32>> =
            self.measure.units_per_point.iter().map(|&units| u32::try_from(units).ok()).collect();
        let is_plain = self.measure.units_per_point.iter().all(|units| *units == 1);
        let compares = matches!(principle, Claimed::Egalitarian | Claimed::Leximin | Claimed::Utilitarian);
        let exponents = &self.measure.exponents;
        let has_exponents = principle == Claimed::Nash && exponents.iter().any(|exponent| *exponent != 1);
        Some(Best {
            principle,
            units_per_point: if compares && !is_plain { units? } else { Vec::new() },
            exponents: if has_exponents { exponents.clone() } else { Vec::new() },
            answers: chosen.answers.iter().map(|answer| self.attained(&answer.attained)).collect(),
            complete: chosen.complete,
            stuck: Vec::new(),
            branches,
        })
    }

    fn step(&self, principle: Claimed, chosen: &Chosen, branches: Vec<Branch>) -> Vec<Step> {
        self.claim(principle, chosen, branches).map(Step::Best).into_iter().collect()
    }

    /// Too many to list: some that leximin leads to, which are efficient, and that nothing has a greater least gain.
    fn some_egalitarian(&mut self) -> Result<Vec<Step>, Stopped> {
        let found = principle(self.model, self.ask, Principle::Leximin, &self.measure, self.watch)?;
        let Some(least) = found.filter(|least| least.proved) else { return Ok(Vec::new()) };
        let mut steps = self.leveled(Claimed::Leximin, &least, self.gains())?;
        let evidence = self.evidence()?.level(&self.gains(), &[], true);
        let some = Chosen { complete: false, ..least };
        steps.extend(self.step(Claimed::Egalitarian, &some, branches(evidence)));
        Ok(steps)
    }

    /// Leximin of gains as parts of wholes, with those who are stuck set aside one after another.
    fn leveled(&self, principle: Claimed, chosen: &Chosen, mut of: Vec<Gain>) -> Result<Vec<Step>, Stopped> {
        let Some(first) = chosen.answers.first() else { return Ok(Vec::new()) };
        let (evidence, utilities) = (self.evidence()?, &first.attained.utilities);
        let (mut settled, mut stuck) = (Vec::new(), Vec::new());
        for &party in &chosen.stuck {
            let mut raised: Vec<(usize, i64)> = settled.iter().copied().chain(levels(&of, utilities)).collect();
            raised.push((party, utilities[party].saturating_add(1)));
            stuck.push(Stuck { party, branches: branches(evidence.floors(&raised)) });
            settled.push((party, utilities[party]));
            of.retain(|gain| gain.party != party);
        }
        let last = if of.is_empty() { evidence.floors(&settled) } else { evidence.level(&of, &settled, true) };
        let claim = self.claim(principle, chosen, branches(last));
        Ok(claim.map(|best| Step::Best(Best { stuck, ..best })).into_iter().collect())
    }

    fn best_for(&mut self, party: usize, chosen: &Chosen) -> Result<Vec<Step>, Stopped> {
        let Some(first) = chosen.answers.first().filter(|_| self.ask.principals.contains(&party)) else {
            return Ok(Vec::new());
        };
        let steps = self.step(Claimed::BestFor(party), chosen, branches(self.evidence()?.total(&[(party, 1)])));
        self.most.push((party, first.attained.utilities[party]));
        Ok(steps)
    }

    /// First the most for every party compared, then the leximin of parts of it.
    fn kalai_smorodinsky(&mut self, chosen: &Chosen) -> Result<Vec<Step>, Stopped> {
        let (mut steps, mut shares) = (Vec::new(), Vec::new());
        for gain in self.gains() {
            let known = self.most.iter().find(|(party, _)| *party == gain.party).map(|(_, most)| *most);
            let most = if let Some(most) = known {
                most
            } else {
                let which = Principle::BestFor(gain.party);
                let found = principle(self.model, self.ask, which, &self.measure, self.watch)?;
                let Some(best) = found.filter(|best| best.proved) else { return Ok(Vec::new()) };
                let Some(first) = best.answers.first() else { return Ok(Vec::new()) };
                let most = first.attained.utilities[gain.party];
                steps.extend(self.best_for(gain.party, &best)?);
                most
            };
            let whole = most.saturating_sub(gain.line);
            shares.extend(Some(Gain { whole, ..gain }).filter(|gain| 0 < gain.whole));
        }
        let last = self.leveled(Claimed::KalaiSmorodinsky, chosen, shares)?;
        if last.is_empty() {
            return Ok(Vec::new());
        }
        steps.extend(last);
        Ok(steps)
    }

    /// For every set of as many principals as gain, and of one more, that nothing is better or that there is nothing.
    fn nash(&self, chosen: &Chosen) -> Result<Vec<Step>, Stopped> {
        let evidence = self.evidence()?;
        let mut standing = self.gains();
        standing.sort_by_key(|gain| gain.party);
        let ascending = |gaining: &[usize]| {
            let mut gaining = gaining.to_vec();
            gaining.sort_unstable();
            gaining
        };
        let answered: Vec<Vec<usize>> = chosen.answers.iter().map(|answer| ascending(&answer.gaining)).collect();
        let size = answered.first().map_or(0, Vec::len);
        let mut all = Vec::new();
        for set in subsets(&standing, size + 1).into_iter().chain(subsets(&standing, size)) {
            let gaining: Vec<usize> = set.iter().map(|gain| gain.party).collect();
            all.extend(about(evidence, &set, answered.contains(&gaining)).into_iter().map(|branch| {
                let gaining = gaining.clone();
                Branch { gaining, ..branch }
            }));
        }
        Ok(self.step(Claimed::Nash, chosen, all))
    }

    fn nobody_gains(&self) -> Result<Vec<Step>, Stopped> {
        if self.gains().is_empty() {
            return Ok(Vec::new());
        }
        let (over, left_out) = (Vec::new(), Vec::new());
        let none = Chosen {
            answers: Vec::new(),
            complete: true,
            proved: true,
            bound: None,
            reached: None,
            over,
            left_out,
            stuck: Vec::new(),
        };
        self.nash(&none)
    }
}

/// Weights for the largest product of a set, or for there being no package in which it gains.
fn about(evidence: &Evidence, set: &[Gain], is_answered: bool) -> Vec<Branch> {
    if set.is_empty() {
        return Vec::new();
    }
    let above: Vec<(usize, i64)> = set.iter().map(|gain| (gain.party, gain.line.saturating_add(1))).collect();
    branches(if is_answered { evidence.product(set) } else { evidence.floors(&above) })
}

/// Per party the least units with which its part is at least the least part at some utilities.
fn levels(of: &[Gain], utilities: &[i64]) -> Vec<(usize, i64)> {
    let gain = |gain: &Gain| i128::from(utilities[gain.party]) - i128::from(gain.line);
    let less = |a: &&Gain, b: &&Gain| (gain(a) * i128::from(b.whole)).cmp(&(gain(b) * i128::from(a.whole)));
    let Some(least) = of.iter().min_by(less) else { return Vec::new() };
    let level = |own: &Gain| {
        let (part, whole) = (gain(least) * i128::from(own.whole), i128::from(least.whole));
        let units = i128::from(own.line) - (-part).div_euclid(whole);
        (own.party, i64::try_from(units).unwrap_or(if units < 0 { i64::MIN } else { i64::MAX }))
    };
    of.iter().map(level).collect()
}

/// The subsets with `size` members, in order.
fn subsets(of: &[Gain], size: usize) -> Vec<Vec<Gain>> {
    match (size, of.split_first()) {
        (0, _) => vec![Vec::new()],
        (_, None) => Vec::new(),
        (_, Some((first, rest))) => {
            let with = subsets(rest, size - 1).into_iter().map(|set| [vec![*first], set].concat());
            with.chain(subsets(rest, size)).collect()
        }
    }
}
