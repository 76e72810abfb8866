//! Numbers of packages from draws.

use super::interval::Share;
use super::weightiest;
use super::zone::{Urn, Zone};
use crate::answers::Count;
use crate::budget::Budget;
use crate::error::Stopped;
use num_bigint::BigUint;
use rayon::prelude::*;

/// Draws of an estimate; fixed beforehand.
pub(super) const DRAWS: u32 = 1 << 16;

/// Draws made between two looks at the budget.
const TOGETHER: u32 = 1 << 10;

/// What draws are numbered from.
pub(super) const SEED: u64 = 20_241;

/// How many draws hit.
#[derive(Clone, Debug)]
pub(super) struct Hits {
    /// All.
    draws: u32,
    /// Those in the zone.
    inside: u32,
    /// Per issue and choice: draws with it, and hits among them.
    with: Vec<Vec<(u32, u32)>>,
    seed: u64,
}

impl Hits {
    /// Draws from the open branches of a zone.
    pub(super) fn new(zone: &Zone, draws: u32, seed: u64, budget: &Budget<'_>) -> Result<Self, Stopped> {
        let urn = Urn::new(zone, seed);
        let none = || zone.exact_with.iter().map(|row| vec![(0, 0); row.len()]).collect::<Vec<_>>();
        let starts: Vec<u32> = (0..draws).step_by(usize::try_from(TOGETHER).unwrap_or(1)).collect();
        let parts: Vec<Result<Self, Stopped>> = starts
            .into_par_iter()
            .map(|from| {
                let mut part = Self { draws: 0, inside: 0, with: none(), seed };
                let mut meter = budget.meter();
                for number in from..draws.min(from + TOGETHER) {
                    meter.take_len(zone.exact_with.len())?;
                    part.add(&urn, number);
                }
                meter.settle()?;
                Ok(part)
            })
            .collect();
        let all = Self { draws: 0, inside: 0, with: none(), seed };
        Ok(weightiest(parts)?.iter().fold(all, Self::plus))
    }

    fn add(&mut self, urn: &Urn<'_>, number: u32) {
        let Some((package, hit)) = urn.draw(u64::from(number)) else { return };
        self.draws += 1;
        self.inside += u32::from(hit);
        for (row, choice) in self.with.iter_mut().zip(package) {
            row[choice].0 += 1;
            row[choice].1 += u32::from(hit);
        }
    }

    fn plus(mut self, other: &Self) -> Self {
        self.draws += other.draws;
        self.inside += other.inside;
        for (row, more) in self.with.iter_mut().zip(&other.with) {
            for (own, more) in row.iter_mut().zip(more) {
                *own = (own.0 + more.0, own.1 + more.1);
            }
        }
        self
    }

    /// The number of packages of the whole zone.
    pub(super) fn count(&self, zone: &Zone) -> Count {
        let bracket = (zone.least(), zone.most());
        self.between(&Share::of(self.inside, self.draws).times(&bracket.1), &bracket, &zone.exact)
    }

    /// Per issue and choice of the model the number of packages with it.
    pub(super) fn counts(&self, zone: &Zone) -> Vec<Vec<Count>> {
        let supersets = zone.most_with();
        let row = |issue: usize| {
            let choice = |choice: usize| {
                let (most, (draws, hits)) = (&supersets[issue][choice], self.with[issue][choice]);
                let bracket = (BigUint::from(u32::from(0 < hits)), most.clone());
                self.between(&Share::of(hits, draws).times(most), &bracket, &zone.exact_with[issue][choice])
            };
            (0..supersets[issue].len()).map(choice).collect()
        };
        (0..supersets.len()).map(row).collect()
    }

    /// The tighter of an estimate and a proved bracket, and what is known exactly on top.
    fn between(&self, estimate: &(BigUint, BigUint), proved: &(BigUint, BigUint), exact: &BigUint) -> Count {
        let least = exact + (&estimate.0).max(&proved.0);
        let most = exact + (&estimate.1).min(&proved.1);
        if proved.0 == proved.1 {
            Count::Exact(most)
        } else if estimate.0 <= proved.0 && proved.1 <= estimate.1 {
            Count::Bounded { least, most }
        } else {
            Count::Estimated { least: least.min(most.clone()), most, seed: self.seed }
        }
    }
}
