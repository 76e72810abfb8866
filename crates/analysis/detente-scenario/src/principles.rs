//! The principles over an enumerated frontier, decided in whole numbers.
//!
//! Approximate worths only sieve: what could be largest is compared exactly.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive};

use crate::column::Column;

/// A principle, or another of its definitions in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Largest product of gains, where all gain.
    Nash,
    /// Largest least share of the most within the zone, then the next.
    KalaiSmorodinsky,
    /// The same with the most over all outcomes.
    OverAllOutcomes,
    /// Least difference between shares.
    LeastSpread,
    /// Largest least gain.
    Egalitarian,
    /// Largest least gain, then the next.
    Leximin,
    /// Largest sum.
    Utilitarian,
}

/// The gains of every party at every point of the frontier, in common units.
pub(crate) struct Gains {
    /// Per point, per party.
    rows: Vec<Vec<BigInt>>,
    /// The same, nearly.
    near: Vec<Vec<f64>>,
    /// Per party the most it can gain within the zone, and over all outcomes.
    most: Vec<[BigInt; 2]>,
}

/// How much larger than an approximate worth the exact one may be, as a share of the largest.
const SIEVE: f64 = 1e-9;

impl Gains {
    /// Gains of points, given by the numbers of their outcomes.
    pub(crate) fn new(columns: &[Column], points: &[usize]) -> Self {
        let common = columns.iter().fold(BigInt::one(), |common, column| common.lcm(&column.unit));
        let factors: Vec<BigInt> = columns.iter().map(|column| &common / &column.unit).collect();
        let gain = |(column, factor): (&Column, &BigInt), point: usize| {
            (column.units(column.codes[point]) - &column.from) * factor
        };
        let row = |&point: &usize| columns.iter().zip(&factors).map(|of| gain(of, point)).collect::<Vec<_>>();
        let rows: Vec<Vec<BigInt>> = points.iter().map(row).collect();
        let near =
            rows.iter().map(|row| row.iter().map(|gain| crate::column::ratio(gain, &common)).collect()).collect();
        let most = columns.iter().zip(&factors).enumerate().map(|(party, (column, factor))| {
            let within = rows.iter().map(|row| &row[party]).max().cloned().unwrap_or_default();
            [within, (&column.reach.1 - &column.from) * factor]
        });
        let most = most.collect();
        Self { rows, near, most }
    }

    /// The points that a rule leads to; none where it compares nobody.
    pub(crate) fn chosen(&self, rule: Rule) -> Vec<usize> {
        if self.rows.is_empty() {
            return Vec::new();
        }
        match rule {
            Rule::Nash => self.nash(),
            Rule::KalaiSmorodinsky => self.by_shares(0, false),
            Rule::OverAllOutcomes => self.by_shares(1, false),
            Rule::LeastSpread => self.by_shares(0, true),
            Rule::Egalitarian => {
                let least = |row: &[f64]| row.iter().copied().fold(f64::INFINITY, f64::min);
                self.largest(&self.all(), least, |row| row.iter().min().cloned())
            }
            Rule::Leximin => {
                let least = |row: &[f64]| row.iter().copied().fold(f64::INFINITY, f64::min);
                self.largest(&self.all(), least, ascending)
            }
            Rule::Utilitarian => self.largest(&self.all(), |row| row.iter().sum(), |row| row.iter().sum::<BigInt>()),
        }
    }

    fn all(&self) -> Vec<usize> {
        (0..self.rows.len()).collect()
    }

    /// The points among some of which `exact` is largest.
    fn largest<K: Ord>(
        &self,
        among: &[usize],
        near: impl Fn(&[f64]) -> f64,
        exact: impl Fn(&[BigInt]) -> K,
    ) -> Vec<usize> {
        let worths: Vec<(usize, f64)> = among.iter().map(|&point| (point, near(&self.near[point]))).collect();
        let most = worths.iter().map(|(_, worth)| *worth).fold(f64::NEG_INFINITY, f64::max);
        let scale = self.near.iter().flatten().fold(1e-300_f64, |scale, gain| scale.max(gain.abs()));
        let floor = most - SIEVE * (most.abs() + scale);
        let sieved = worths.iter().filter(|(_, worth)| floor <= *worth).map(|(point, _)| *point);
        at_most(sieved, |point| exact(&self.rows[point]))
    }

    fn nash(&self) -> Vec<usize> {
        let all_gain: Vec<usize> =
            self.all().into_iter().filter(|&point| self.rows[point].iter().all(Signed::is_positive)).collect();
        let scales: Vec<f64> = self.most.iter().map(|most| most[0].to_f64().unwrap_or(1.0)).collect();
        let near = |point: usize| -> f64 {
            self.rows[point].iter().zip(&scales).map(|(gain, scale)| gain.to_f64().unwrap_or(0.0) / scale).product()
        };
        let worths: Vec<(usize, f64)> = all_gain.iter().map(|&point| (point, near(point))).collect();
        let most = worths.iter().map(|(_, worth)| *worth).fold(0.0, f64::max);
        // Where products nearly vanish nothing is sieved.
        let floor = if most < 1e-280 || !most.is_finite() { f64::NEG_INFINITY } else { most * (1.0 - SIEVE) };
        let sieved = worths
            .iter()
            .filter(|(_, worth)| worth.partial_cmp(&floor) != Some(std::cmp::Ordering::Less))
            .map(|(point, _)| *point);
        at_most(sieved, |point| self.rows[point].iter().product::<BigInt>())
    }

    /// Shares of the most each party could gain; parties that cannot gain are left out.
    fn by_shares(&self, ideal: usize, spread: bool) -> Vec<usize> {
        let counted: Vec<usize> = (0..self.most.len()).filter(|&party| self.most[party][ideal].is_positive()).collect();
        if counted.is_empty() {
            return Vec::new();
        }
        // Shares over a common denominator are whole numbers.
        let common = counted.iter().fold(BigInt::one(), |common, &party| common.lcm(&self.most[party][ideal]));
        let factors: Vec<BigInt> = counted.iter().map(|&party| &common / &self.most[party][ideal]).collect();
        let scales: Vec<f64> = counted.iter().map(|&party| self.most[party][ideal].to_f64().unwrap_or(1.0)).collect();
        let near = |point: usize| -> f64 {
            let shares = counted
                .iter()
                .zip(&scales)
                .map(|(&party, scale)| self.rows[point][party].to_f64().unwrap_or(0.0) / scale);
            let (low, high) =
                shares.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), share| (low.min(share), high.max(share)));
            if spread { low - high } else { low }
        };
        let worths: Vec<(usize, f64)> = self.all().into_iter().map(|point| (point, near(point))).collect();
        let most = worths.iter().map(|(_, worth)| *worth).fold(f64::NEG_INFINITY, f64::max);
        let floor = if most.is_finite() { most - SIEVE } else { f64::NEG_INFINITY };
        let sieved = worths
            .iter()
            .filter(|(_, worth)| worth.partial_cmp(&floor) != Some(std::cmp::Ordering::Less))
            .map(|(point, _)| *point);
        let shares = |point: usize| -> Vec<BigInt> {
            counted.iter().zip(&factors).map(|(&party, factor)| &self.rows[point][party] * factor).collect()
        };
        if spread {
            return at_most(sieved, |point| {
                let shares = ascending(&shares(point));
                shares.first().cloned().unwrap_or_default() - shares.last().cloned().unwrap_or_default()
            });
        }
        at_most(sieved, |point| ascending(&shares(point)))
    }
}

fn ascending(row: &[BigInt]) -> Vec<BigInt> {
    let mut row = row.to_vec();
    row.sort_unstable();
    row
}

/// The points where `worth` is largest.
fn at_most<K: Ord>(points: impl Iterator<Item = usize>, worth: impl Fn(usize) -> K) -> Vec<usize> {
    let (mut most, mut kept): (Option<K>, Vec<usize>) = (None, Vec::new());
    for point in points {
        let worth = worth(point);
        match most.as_ref().map(|most| worth.cmp(most)) {
            Some(std::cmp::Ordering::Less) => {}
            Some(std::cmp::Ordering::Equal) => kept.push(point),
            Some(std::cmp::Ordering::Greater) | None => {
                most = Some(worth);
                kept = vec![point];
            }
        }
    }
    kept
}
