//! The largest product of gains, for every largest set of principals that can gain together.

use super::best::compare;
use super::region::Region;
use super::{Check, Checked};
use crate::aim::Aim;
use crate::claim::{Answer, Best};
use crate::refusal::Reason;
use crate::worth::{Measure, Worth};
use std::collections::{BTreeMap, BTreeSet};

impl Check<'_> {
    /// Sets are of principals, ascending. No larger set gains together, no other of the same size does, and for each set
    /// answered nothing has a larger product.
    pub(super) fn nash(&mut self, best: &Best) -> Checked {
        let standing: Vec<usize> = (0..self.model.parties.len())
            .filter(|party| self.ask.principals.contains(party) && self.model.parties[*party].bottom_line.is_some())
            .collect();
        if standing.is_empty() && best.answers.is_empty() {
            return Ok(());
        }
        let mut answered: BTreeMap<Vec<usize>, Vec<Answer>> = BTreeMap::new();
        for answer in &best.answers {
            let gains = |party: &&usize| self.line(**party) < i128::from(answer.utilities[self.at(**party)]);
            let gaining: Vec<usize> = standing.iter().filter(gains).copied().collect();
            answered.entry(gaining).or_default().push(answer.clone());
        }
        let size = answered.keys().next().map_or(0, Vec::len);
        if answered.keys().any(|gaining| gaining.len() != size || gaining.is_empty()) {
            return Err(Reason::NotBest { number: 0 }.into());
        }
        self.steps.take(1 << standing.len().min(40), 1)?;
        for gaining in sets(&standing, size + 1).into_iter().chain(sets(&standing, size)) {
            match answered.get(&gaining) {
                Some(answers) => self.largest_product(best, &gaining, answers)?,
                // The empty set is always there, and means that no one gains.
                None if gaining.is_empty() => {}
                None => {
                    let zone = self.zone();
                    self.empty(&self.gaining(&zone, &gaining), &best.branches)?;
                }
            }
        }
        Ok(())
    }

    fn largest_product(&mut self, best: &Best, gaining: &[usize], answers: &[Answer]) -> Checked {
        let exponents = gaining
            .iter()
            .map(|&party| if best.exponents.is_empty() { Some(1) } else { best.exponents.get(party).copied() });
        let exponents: Option<Vec<u32>> =
            exponents.map(|of| of.filter(|exponent| (1..=100).contains(exponent))).collect();
        let exponents = exponents.ok_or(Reason::OutOfRange)?;
        let line = |party: &usize| self.model.parties[*party].bottom_line.unwrap_or(0);
        let of: Vec<(usize, i64, u32)> =
            gaining.iter().zip(&exponents).map(|(party, exponent)| (*party, line(party), *exponent)).collect();
        let measure =
            Measure::Product(of.iter().map(|&(party, line, exponent)| (self.at(party), line, exponent)).collect());
        let first = answers.first().ok_or(Reason::NoOne)?;
        let Worth::Product(product) = measure.of(&first.utilities) else { return Err(Reason::NoOne.into()) };
        let zone = self.zone();
        let region = Region { aim: Aim::Product { of, product }, ..self.gaining(&zone, gaining) };
        let mut found = BTreeSet::new();
        self.survivors(&region, &best.branches, |_, vectors| {
            found.extend(vectors);
            Ok(())
        })?;
        compare(answers, best.complete, &measure, &found)?;
        self.efficient.extend(answers.iter().map(|answer| answer.utilities.clone()));
        Ok(())
    }

    /// The packages in which these gain.
    fn gaining<'g, 'a>(&self, zone: &'g crate::ground::Ground<'a>, gaining: &'g [usize]) -> Region<'a, 'g> {
        let mut region = Region { gaining, ..Region::of(zone) };
        for &party in gaining {
            region.floors[party] = self.model.parties[party].bottom_line.map(|line| line.saturating_add(1));
        }
        region
    }

    fn line(&self, party: usize) -> i128 {
        i128::from(self.model.parties[party].bottom_line.unwrap_or(0))
    }

    /// The position of a principal.
    fn at(&self, party: usize) -> usize {
        self.ask.principals.iter().position(|&of| of == party).unwrap_or(0)
    }
}

/// The subsets of `of` with `size` members, in order.
fn sets(of: &[usize], size: usize) -> Vec<Vec<usize>> {
    match (size, of.split_first()) {
        (0, _) => vec![Vec::new()],
        (_, None) => Vec::new(),
        (_, Some((first, rest))) => {
            let with = sets(rest, size - 1).into_iter().map(|set| [vec![*first], set].concat());
            with.chain(sets(rest, size)).collect()
        }
    }
}
