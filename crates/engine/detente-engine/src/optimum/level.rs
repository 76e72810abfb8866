//! "Most for whoever gets least": gains over lines, each in a unit of its own.

use super::aim::{Aim, about, all_reach, floors, guess, missing};
use super::fraction::Fraction;
use crate::ground::Folded;
use crate::slab::{Relaxation, Slab, Target};
use num_bigint::BigInt;

/// One party's part in a comparison of levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Share {
    /// Which party.
    pub(crate) party: usize,
    /// Where its level is 0, in its own units.
    pub(crate) line: i64,
    /// Its own units per unit of the level; positive.
    pub(crate) scale: i64,
}

/// The least level over some parties, within floors.
#[derive(Clone, Debug)]
pub(crate) struct Level {
    /// The parties compared.
    pub(crate) shares: Vec<Share>,
    /// Floors beyond the lines, by party.
    pub(crate) raised: Vec<(usize, i64)>,
    /// Whether the branch's own lines hold besides.
    pub(crate) lines: bool,
}

/// The finest level guessed at.
const GRAIN: f64 = 1_048_576.0;

impl Share {
    /// The level a party has with some units.
    pub(crate) fn level(&self, units: i64) -> Fraction {
        Fraction::new(i128::from(units) - i128::from(self.line), self.scale)
    }

    /// The least units with which the level is at least (or above) some other.
    pub(crate) fn floor(&self, level: &Fraction, strictly: bool) -> i64 {
        let exact = level.numerator() * self.scale;
        let down = floor_of(&exact, level.denominator());
        let units = if strictly {
            down + 1
        } else if &down * level.denominator() == exact {
            down
        } else {
            down + 1
        };
        let floor = units + self.line;
        i64::try_from(&floor).unwrap_or(if floor < BigInt::from(0) { i64::MIN } else { i64::MAX })
    }
}

/// The largest whole number not above a fraction with a positive denominator.
fn floor_of(numerator: &BigInt, denominator: &BigInt) -> BigInt {
    let quotient = numerator / denominator;
    if &quotient * denominator > *numerator { quotient - 1 } else { quotient }
}

impl Level {
    fn floors(&self, branch: &Folded) -> Vec<Option<i64>> {
        if self.lines {
            return floors(branch, &self.raised);
        }
        let raised = |party: usize| self.raised.iter().filter(|(of, _)| *of == party).map(|(_, floor)| *floor).max();
        branch.coordinates.iter().map(|of| raised(of.party).or_else(|| of.fixed_line())).collect()
    }

    fn share(&self, party: usize) -> Option<&Share> {
        self.shares.iter().find(|share| share.party == party)
    }
}

impl Aim for Level {
    type Worth = Fraction;

    #[expect(clippy::cast_precision_loss, reason = "weights are heuristic")]
    fn relaxation(&self, branch: &Folded) -> Relaxation {
        let parties = || branch.coordinates.iter().map(|of| self.share(of.party));
        let floor = parties().zip(self.floors(branch)).map(|(share, floor)| match share {
            Some(share) => Some(share.line as f64),
            None => floor.map(|floor| floor as f64),
        });
        Relaxation {
            worth: vec![0.0; branch.coordinates.len()],
            floor: floor.collect(),
            rise: parties().map(|share| share.map_or(0.0, |share| share.scale as f64)).collect(),
            shortfall: None,
        }
    }

    fn worth(&self, branch: &Folded, units: &[i64]) -> Option<Fraction> {
        let shares = branch.coordinates.iter().zip(units);
        shares.filter_map(|(of, &units)| Some(self.share(of.party)?.level(units))).min()
    }

    fn floor(&self, branch: &Folded) -> Vec<Option<i64>> {
        self.floors(branch)
    }

    #[expect(clippy::cast_precision_loss, reason = "a guess")]
    fn scorer(&self, branch: &Folded) -> impl Fn(&[i64]) -> f64 {
        let shares: Vec<Option<Share>> = branch.coordinates.iter().map(|of| self.share(of.party).copied()).collect();
        let floors = self.floors(branch);
        let level = |(share, &units): (&Option<Share>, &i64)| {
            share.map(|share| (units - share.line) as f64 / share.scale as f64)
        };
        move |units| {
            let least = shares.iter().zip(units).filter_map(level).fold(f64::INFINITY, f64::min);
            let missing = missing(&floors, units);
            if 0.0 < missing { -1e18 * missing } else { least }
        }
    }

    fn target(&self, branch: &Folded, slab: &Slab<'_>, worth: &Fraction, strictly: bool) -> Target {
        let raise = |(of, floor): (&crate::ground::Coordinate, Option<i64>)| {
            let level = self.share(of.party).map(|share| share.floor(worth, strictly));
            floor.into_iter().chain(level).max()
        };
        let floor = branch.coordinates.iter().zip(self.floors(branch)).map(raise).collect();
        all_reach(slab, floor)
    }

    #[expect(clippy::cast_precision_loss, reason = "a guess")]
    fn within(&self, branch: &Folded, slab: &Slab<'_>, loss: i128) -> Fraction {
        let at_zero = self.target(branch, slab, &Fraction::new(0, 1), false).least;
        let shares = branch.coordinates.iter().zip(&slab.weights);
        let rise: f64 =
            shares.filter_map(|(of, &weight)| Some(self.share(of.party)?.scale as f64 * weight as f64)).sum();
        let level = about(slab.top() - loss - at_zero) / rise.max(f64::MIN_POSITIVE);
        Fraction::new(guess(level * GRAIN), guess(GRAIN))
    }

    fn approximate(&self, worth: &Fraction) -> f64 {
        worth.approximate()
    }
}
