//! A search through a space too large to go through and too tied together to fold: points that are attained, and how much
//! better any other could be.
//!
//! Climbs from many starts under many weights, then the neighbours of everything found, until a number of steps is used up. It
//! proves nothing about what it does not find; the bound comes from what no outcome can exceed.

use detente_engine::{Formula, Party};

/// An outcome and what it is worth to each party, in units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Met {
    pub(crate) outcome: Vec<usize>,
    pub(crate) units: Vec<i64>,
}

/// A party's payments by issue.
struct Side<'p> {
    party: &'p Party,
    /// Per linkage its parts: the issue and which choices it asks for.
    parts: Vec<Vec<(usize, &'p [bool])>>,
    /// Per issue the linkages that ask for something on it.
    touching: Vec<Vec<(usize, &'p [bool])>>,
    most: i64,
}

/// An outcome on its way.
struct State {
    outcome: Vec<usize>,
    /// Per party and linkage how many parts are missed.
    missed: Vec<Vec<u32>>,
    /// Per party, before anything is cut off.
    sums: Vec<i64>,
}

/// A generator of numbers that look random, the same on every platform.
struct Numbers(u64);

impl Numbers {
    /// One step of `SplitMix64`.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end.max(1)).unwrap_or(1);
        usize::try_from(self.next() % end).unwrap_or(0)
    }
}

/// Points that no other point met beats, every one of which all parties accept; descending.
///
/// `most` holds per party where sums are cut off.
///
/// # Cost
/// About `steps` changes of one issue tried.
pub(crate) fn search(sizes: &[usize], parties: &[&Party], most: &[Option<i64>], steps: u64) -> Vec<Met> {
    let all: Vec<Side<'_>> =
        parties.iter().zip(most).map(|(party, most)| Side::new(party, sizes.len(), *most)).collect();
    let mut search = Search { sizes, sides: all, archive: Vec::new(), left: steps, numbers: Numbers(1) };
    search.climbs();
    search.neighbours();
    let mut met = search.archive;
    met.sort_by(|a, b| b.units.cmp(&a.units));
    met
}

impl<'p> Side<'p> {
    fn new(party: &'p Party, issues: usize, most: Option<i64>) -> Self {
        let part = |formula: &'p Formula| match formula {
            Formula::Choice { issue, among } => Some((*issue, among.as_slice())),
            _ => None,
        };
        let asked: Vec<Vec<(usize, &'p [bool])>> = party
            .linkages
            .iter()
            .map(|linkage| match &linkage.when {
                Formula::All(all) => all.iter().filter_map(part).collect(),
                other => part(other).into_iter().collect(),
            })
            .collect();
        let mut touching = vec![Vec::new(); issues];
        for (linkage, of) in asked.iter().enumerate() {
            of.iter().for_each(|(issue, among)| touching[*issue].push((linkage, *among)));
        }
        Self { party, parts: asked, touching, most: most.unwrap_or(i64::MAX) }
    }

    /// What changing an issue adds to the sum.
    fn change(&self, missed: &[u32], issue: usize, from: usize, to: usize) -> i64 {
        let own = self.party.values[issue][to] - self.party.values[issue][from];
        let linked = self.touching[issue].iter().map(|&(linkage, among)| {
            let units = self.party.linkages[linkage].units;
            match (among[from], among[to], missed[linkage]) {
                (true, false, 0) => -units,
                (false, true, 1) => units,
                _ => 0,
            }
        });
        own + linked.sum::<i64>()
    }
}

struct Search<'a> {
    sizes: &'a [usize],
    sides: Vec<Side<'a>>,
    archive: Vec<Met>,
    left: u64,
    numbers: Numbers,
}

/// Weights that climbs go through, as parts of a whole.
const PARTS: usize = 24;

impl Search<'_> {
    fn state(&self, outcome: Vec<usize>) -> State {
        let missed = |side: &Side<'_>| -> Vec<u32> {
            let count =
                |parts: &Vec<(usize, &[bool])>| parts.iter().filter(|(issue, among)| !among[outcome[*issue]]).count();
            side.parts.iter().map(|parts| u32::try_from(count(parts)).unwrap_or(u32::MAX)).collect()
        };
        let missed: Vec<Vec<u32>> = self.sides.iter().map(missed).collect();
        let sum = |(side, missed): (&Side<'_>, &Vec<u32>)| -> i64 {
            let own: i64 = side.party.values.iter().zip(&outcome).map(|(values, &at)| values[at]).sum();
            let linked = side.party.linkages.iter().zip(missed).filter(|(_, missed)| **missed == 0);
            own + linked.map(|(linkage, _)| linkage.units).sum::<i64>()
        };
        let sums = self.sides.iter().zip(&missed).map(sum).collect();
        State { outcome, missed, sums }
    }

    fn set(&self, state: &mut State, issue: usize, to: usize) {
        let from = state.outcome[issue];
        for ((side, missed), sum) in self.sides.iter().zip(&mut state.missed).zip(&mut state.sums) {
            *sum += side.change(missed, issue, from, to);
            for &(linkage, among) in &side.touching[issue] {
                match (among[from], among[to]) {
                    (true, false) => missed[linkage] += 1,
                    (false, true) => missed[linkage] -= 1,
                    _ => {}
                }
            }
        }
        state.outcome[issue] = to;
    }

    fn units(&self, sums: &[i64]) -> Vec<i64> {
        sums.iter().zip(&self.sides).map(|(sum, side)| side.most.min(*sum)).collect()
    }

    /// Takes a point in unless a known one is at least as good for all; whether it did.
    fn offer(&mut self, outcome: &[usize], sums: &[i64]) -> bool {
        let units = self.units(sums);
        let accepted =
            self.sides.iter().zip(&units).all(|(side, units)| side.party.bottom_line.is_none_or(|line| line <= *units));
        let as_good = |a: &[i64], b: &[i64]| a.iter().zip(b).all(|(a, b)| b <= a);
        if !accepted || self.archive.iter().any(|met| as_good(&met.units, &units)) {
            return false;
        }
        self.archive.retain(|met| !as_good(&units, &met.units));
        self.archive.push(Met { outcome: outcome.to_vec(), units });
        true
    }

    fn climbs(&mut self) {
        let share = self.left / 2;
        let stop = self.left - share;
        let mut round = 0_usize;
        while stop < self.left {
            let outcome: Vec<usize> = self.sizes.iter().map(|&size| self.numbers.below(size)).collect();
            let mut state = self.state(outcome);
            let weights: Vec<i64> = self.weights(round);
            for kick in 0..12 {
                if 0 < kick {
                    for _ in 0..3 {
                        let issue = self.numbers.below(self.sizes.len());
                        let to = self.numbers.below(self.sizes[issue]);
                        self.set(&mut state, issue, to);
                    }
                }
                self.climb(&mut state, &weights);
                let (outcome, sums) = (state.outcome.clone(), state.sums.clone());
                self.offer(&outcome, &sums);
            }
            round += 1;
        }
    }

    fn weights(&mut self, round: usize) -> Vec<i64> {
        let n = self.sides.len();
        if n == 2 {
            let first = i64::try_from(round % (PARTS + 1)).unwrap_or(0);
            return vec![first, i64::try_from(PARTS).unwrap_or(1) - first];
        }
        (0..n).map(|_| i64::try_from(self.numbers.below(PARTS) + 1).unwrap_or(1)).collect()
    }

    /// Changes one issue at a time as long as the weighted sum grows.
    fn climb(&mut self, state: &mut State, weights: &[i64]) {
        let worth = |sums: &[i64], sides: &[Side<'_>]| -> i128 {
            let weighted = sums.iter().zip(sides).zip(weights);
            weighted.map(|((sum, side), weight)| i128::from(side.most.min(*sum)) * i128::from(*weight)).sum()
        };
        loop {
            let now = worth(&state.sums, &self.sides);
            let mut found: Option<(i128, usize, usize)> = None;
            let mut sums = state.sums.clone();
            for issue in 0..self.sizes.len() {
                for to in (0..self.sizes[issue]).filter(|&to| to != state.outcome[issue]) {
                    self.left = self.left.saturating_sub(1);
                    self.after(state, issue, to, &mut sums);
                    let then = worth(&sums, &self.sides);
                    if found.as_ref().map_or(now, |(most, ..)| *most) < then {
                        found = Some((then, issue, to));
                    }
                }
            }
            let Some((_, issue, to)) = found else { return };
            self.set(state, issue, to);
        }
    }

    fn after(&self, state: &State, issue: usize, to: usize, sums: &mut [i64]) {
        for (at, side) in self.sides.iter().enumerate() {
            sums[at] = state.sums[at] + side.change(&state.missed[at], issue, state.outcome[issue], to);
        }
    }

    /// The neighbours of every point, and of those with another issue changed too, until nothing new is found.
    fn neighbours(&mut self) {
        let mut seen = std::collections::BTreeSet::new();
        while let Some(met) = self.archive.iter().find(|met| !seen.contains(&met.outcome)).cloned() {
            seen.insert(met.outcome.clone());
            let mut state = self.state(met.outcome.clone());
            self.around(&state);
            for issue in 0..self.sizes.len() {
                for to in (0..self.sizes[issue]).filter(|&to| to != met.outcome[issue]) {
                    if self.left == 0 {
                        return;
                    }
                    self.set(&mut state, issue, to);
                    self.around(&state);
                    self.set(&mut state, issue, met.outcome[issue]);
                }
            }
        }
    }

    fn around(&mut self, state: &State) {
        let mut sums = state.sums.clone();
        for issue in 0..self.sizes.len() {
            for to in (0..self.sizes[issue]).filter(|&to| to != state.outcome[issue]) {
                self.left = self.left.saturating_sub(1);
                self.after(state, issue, to, &mut sums);
                let units = self.units(&sums);
                let is_beaten =
                    self.archive.iter().any(|met| met.units.iter().zip(&units).all(|(met, units)| units <= met));
                if !is_beaten {
                    let mut outcome = state.outcome.clone();
                    outcome[issue] = to;
                    self.offer(&outcome, &sums);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use detente_engine::{Consent, Linkage};

    fn party(seed: u64, sizes: &[usize]) -> Party {
        let mut numbers = Numbers(seed);
        let mut small = |end: usize| i64::try_from(numbers.below(end)).unwrap_or(0);
        let values = sizes.iter().map(|&size| (0..size).map(|_| small(5)).collect()).collect();
        let mut numbers = Numbers(seed + 100);
        let linkages = (0..12).map(|_| {
            let issues = [numbers.below(3), 3 + numbers.below(2)];
            let choice = |issue: usize, numbers: &mut Numbers| Formula::Choice {
                issue,
                among: (0..sizes[issue]).map(|_| numbers.below(2) == 0).collect(),
            };
            let when = Formula::All(issues.map(|issue| choice(issue, &mut numbers)).to_vec());
            Linkage { when, units: i64::try_from(numbers.below(9)).unwrap_or(0) - 3 }
        });
        Party {
            values,
            tables: Vec::new(),
            linkages: linkages.collect(),
            bottom_line: Some(3),
            consent: Consent::Always,
        }
    }

    #[test]
    fn small_spaces_are_found_whole() {
        let sizes = [4, 3, 4, 3, 4];
        for seed in 0..20 {
            let parties = [party(seed, &sizes), party(seed + 50, &sizes)];
            let mut all: Vec<Vec<i64>> = Vec::new();
            for number in 0..sizes.iter().product::<usize>() {
                let mut rest = number;
                let outcome: Vec<usize> = sizes
                    .iter()
                    .map(|size| {
                        let at = rest % size;
                        rest /= size;
                        at
                    })
                    .collect();
                let units: Vec<i64> = parties
                    .iter()
                    .map(|party| i64::try_from(party.utility(&outcome)).expect("small").min(20))
                    .collect();
                if units.iter().all(|units| 3 <= *units) {
                    all.push(units);
                }
            }
            let beats = |a: &[i64], b: &[i64]| a != b && a.iter().zip(b).all(|(a, b)| b <= a);
            let mut expected: Vec<Vec<i64>> =
                all.iter().filter(|point| !all.iter().any(|other| beats(other, point))).cloned().collect();
            expected.sort_by(|a, b| b.cmp(a));
            expected.dedup();
            let found = search(&sizes, &[&parties[0], &parties[1]], &[Some(20), Some(20)], 200_000);
            let found: Vec<Vec<i64>> = found.into_iter().map(|met| met.units).collect();
            assert_eq!(found, expected, "{seed}");
        }
    }
}
