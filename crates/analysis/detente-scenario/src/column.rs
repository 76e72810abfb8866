//! A party's utilities of all outcomes as whole numbers.
//!
//! Everything is multiplied by the least common denominator of the party's numbers. Where the products fit 64 bits they are
//! the codes themselves; where they do not, codes are ranks among the distinct sums, and the sums are kept beside them.

use detente_interop::Fraction;
use detente_interop::scenario::{Block, Worth};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive};

use crate::space::Space;

/// Codes of a party's utilities, in the order of outcomes: a higher code is a higher utility, equal codes equal utilities.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    pub(crate) codes: Vec<i64>,
    /// What codes stand for where they are ranks.
    levels: Option<Vec<BigInt>>,
    /// How many units make a utility of 1.
    pub(crate) unit: BigInt,
    /// The least code that is accepted; all are where `None`.
    pub(crate) least_accepted: Option<i64>,
    /// What gains count from, in units: the reservation value, or the least utility of a party that accepts everything.
    pub(crate) from: BigInt,
    /// The least and the largest utility of any outcome, in units.
    pub(crate) reach: (BigInt, BigInt),
}

impl Column {
    /// The codes of a party's utilities.
    ///
    /// # Cost
    /// Linear in the outcomes; n log n where sums exceed 64 bits.
    pub(crate) fn new(worth: &Worth, space: &Space) -> Self {
        let unit = unit(worth);
        let whole = |fraction: &Fraction| fraction.numer() * (&unit / fraction.denom());
        let rows: Vec<Vec<BigInt>> = worth.values.iter().map(|row| row.iter().map(whole).collect()).collect();
        let bias = whole(&worth.bias);
        let most = worth.at_most.as_ref().map(whole);
        let line = worth.reservation.as_ref().map(whole);
        let payments = worth.blocks.as_ref().map(|block| Paid {
            block,
            unit: &unit,
            bias: &bias,
            outcomes: space.outcomes().to_usize().unwrap_or(0),
        });
        let fits = fits(&rows, &bias, worth.blocks.as_ref(), &unit, most.as_ref(), line.as_ref());
        let (codes, levels) = match (fits, &payments) {
            (true, None) => (small(&rows, &bias), None),
            (true, Some(paid)) => (paid.codes(space), None),
            (false, None) => ranked(large(&rows, &bias), most.as_ref()),
            (false, Some(paid)) => ranked(paid.sums(space), most.as_ref()),
        };
        let mut column =
            Self { codes, levels, unit, least_accepted: None, from: BigInt::ZERO, reach: Default::default() };
        if let Some(most) = most.as_ref().and_then(ToPrimitive::to_i64).filter(|_| column.levels.is_none()) {
            column.codes.iter_mut().for_each(|code| *code = most.min(*code));
        }
        let ends = column.codes.iter().fold((i64::MAX, i64::MIN), |(low, high), &code| (low.min(code), high.max(code)));
        column.reach = (column.units(ends.0), column.units(ends.1));
        column.least_accepted = line.as_ref().map(|line| column.at_least(line));
        column.from = line.unwrap_or_else(|| column.reach.0.clone());
        column
    }

    /// The codes of some outcomes whose units are known.
    pub(crate) fn of_units(codes: Vec<i64>, unit: BigInt, line: Option<i64>, reach: [i64; 2]) -> Self {
        let from = BigInt::from(line.unwrap_or(reach[0]));
        Self { codes, levels: None, unit, least_accepted: line, from, reach: (reach[0].into(), reach[1].into()) }
    }

    /// The codes of the efficient outcomes, and between which ends those of all outcomes lie.
    pub(crate) fn of_points(units: &[i128], unit: BigInt, line: Option<i128>, reach: [i128; 2]) -> Self {
        let narrow: Option<Vec<i64>> = units.iter().map(|units| i64::try_from(*units).ok()).collect();
        let (codes, levels) = narrow.map_or_else(
            || {
                let (codes, levels) = ranks(units);
                (codes, Some(levels.into_iter().map(BigInt::from).collect()))
            },
            |codes| (codes, None),
        );
        let from = BigInt::from(line.unwrap_or(reach[0]));
        let reach = (reach[0].into(), reach[1].into());
        let mut column = Self { codes, levels, unit, least_accepted: None, from, reach };
        column.least_accepted = line.map(|line| column.at_least(&line.into()));
        column
    }

    /// What a code stands for.
    pub(crate) fn units(&self, code: i64) -> BigInt {
        match &self.levels {
            None => BigInt::from(code),
            Some(levels) => usize::try_from(code).ok().and_then(|at| levels.get(at)).cloned().unwrap_or_default(),
        }
    }

    /// The utility of a code, as near as 64 bits come.
    pub(crate) fn utility(&self, code: i64) -> f64 {
        ratio(&self.units(code), &self.unit)
    }

    /// What codes are multiplied by to be utilities, where they are units.
    pub(crate) fn factor(&self) -> Option<f64> {
        self.levels.is_none().then(|| ratio(&BigInt::one(), &self.unit))
    }

    /// The least code that is worth at least so much.
    fn at_least(&self, line: &BigInt) -> i64 {
        match &self.levels {
            None => line.to_i64().unwrap_or(if line.is_negative() { i64::MIN } else { i64::MAX }),
            Some(levels) => i64::try_from(levels.partition_point(|level| level < line)).unwrap_or(i64::MAX),
        }
    }
}

/// The quotient of two whole numbers, as near as 64 bits come.
pub(crate) fn ratio(above: &BigInt, below: &BigInt) -> f64 {
    if let (Some(above), Some(below)) = (exact(above), exact(below)) {
        return above / below;
    }
    // The quotient keeps more digits than the result has.
    let lift = (66 + below.bits()).saturating_sub(above.bits());
    let quotient: BigInt = (above << lift) / below;
    let halves = i32::try_from(lift).unwrap_or(i32::MAX);
    quotient.to_f64().unwrap_or(f64::NAN) * 2_f64.powi(-halves)
}

fn exact(number: &BigInt) -> Option<f64> {
    number.to_i64().filter(|number| number.unsigned_abs() <= 1 << 53).and_then(|number| number.to_f64())
}

/// The least number by which everything of a party becomes whole.
pub(crate) fn unit(worth: &Worth) -> BigInt {
    let numbers = worth.values.iter().flatten().chain([&worth.bias]).chain(&worth.reservation).chain(&worth.at_most);
    let unit = numbers.fold(BigInt::one(), |unit, number| unit.lcm(number.denom()));
    worth.blocks.as_ref().map_or_else(|| unit.clone(), |block| of_block(block, unit.clone()))
}

fn of_block(block: &Block, unit: BigInt) -> BigInt {
    match block {
        Block::Paid { amount, .. } => unit.lcm(amount.denom()),
        Block::Together(_, parts) => parts.iter().fold(unit, |unit, part| of_block(part, unit)),
    }
}

/// Whether no sum of a party can leave 62 bits.
fn fits(
    rows: &[Vec<BigInt>],
    bias: &BigInt,
    block: Option<&Block>,
    unit: &BigInt,
    most: Option<&BigInt>,
    line: Option<&BigInt>,
) -> bool {
    let largest = |row: &Vec<BigInt>| row.iter().map(Signed::abs).max().unwrap_or_default();
    let paid = block.map_or(BigInt::ZERO, |block| widest(block, unit));
    let sum = rows.iter().map(largest).sum::<BigInt>() + bias.abs() + paid;
    let ends = most.into_iter().chain(line).map(Signed::abs).max().unwrap_or_default();
    sum.max(ends).bits() <= 62
}

fn widest(block: &Block, unit: &BigInt) -> BigInt {
    match block {
        Block::Paid { amount, .. } => (amount.numer() * (unit / amount.denom())).abs(),
        Block::Together(_, parts) => parts.iter().map(|part| widest(part, unit)).sum(),
    }
}

fn small(rows: &[Vec<BigInt>], bias: &BigInt) -> Vec<i64> {
    let narrow = |number: &BigInt| number.to_i64().unwrap_or(0);
    let mut codes = vec![narrow(bias)];
    for row in rows {
        let row: Vec<i64> = row.iter().map(narrow).collect();
        let mut longer = Vec::with_capacity(codes.len() * row.len());
        for code in codes {
            longer.extend(row.iter().map(|own| code + own));
        }
        codes = longer;
    }
    codes
}

/// Sums wider than 64 bits: 128 where that is enough.
enum Sums {
    Wide(Vec<i128>),
    Any(Vec<BigInt>),
}

fn large(rows: &[Vec<BigInt>], bias: &BigInt) -> Sums {
    let largest = |row: &Vec<BigInt>| row.iter().map(Signed::abs).max().unwrap_or_default();
    let sum = rows.iter().map(largest).sum::<BigInt>() + bias.abs();
    if 126 < sum.bits() {
        let mut sums = vec![bias.clone()];
        for row in rows {
            sums = sums.iter().flat_map(|sum| row.iter().map(move |own| sum + own)).collect();
        }
        return Sums::Any(sums);
    }
    let narrow = |number: &BigInt| number.to_i128().unwrap_or(0);
    let mut sums = vec![narrow(bias)];
    for row in rows {
        let row: Vec<i128> = row.iter().map(narrow).collect();
        let mut longer = Vec::with_capacity(sums.len() * row.len());
        for sum in sums {
            longer.extend(row.iter().map(|own| sum + own));
        }
        sums = longer;
    }
    Sums::Wide(sums)
}

/// Ranks, and what they stand for.
fn ranked(sums: Sums, most: Option<&BigInt>) -> (Vec<i64>, Option<Vec<BigInt>>) {
    match sums {
        Sums::Wide(mut sums) => {
            if let Some(most) = most.and_then(ToPrimitive::to_i128) {
                sums.iter_mut().for_each(|sum| *sum = most.min(*sum));
            }
            let (codes, levels) = ranks(&sums);
            (codes, Some(levels.into_iter().map(BigInt::from).collect()))
        }
        Sums::Any(sums) => {
            let cut = |sum: BigInt| most.filter(|most| **most < sum).cloned().unwrap_or(sum);
            let sums: Vec<BigInt> = sums.into_iter().map(cut).collect();
            let (codes, levels) = ranks(&sums);
            (codes, Some(levels))
        }
    }
}

fn ranks<T: Ord + Clone>(sums: &[T]) -> (Vec<i64>, Vec<T>) {
    let mut order: Vec<usize> = (0..sums.len()).collect();
    order.sort_unstable_by(|&a, &b| sums[a].cmp(&sums[b]));
    let (mut codes, mut levels) = (vec![0; sums.len()], Vec::new());
    let mut rank = -1;
    for at in order {
        if levels.last() != Some(&sums[at]) {
            levels.push(sums[at].clone());
            rank += 1;
        }
        codes[at] = rank;
    }
    (codes, levels)
}

/// Payments over several issues, outcome by outcome.
struct Paid<'w> {
    block: &'w Block,
    unit: &'w BigInt,
    bias: &'w BigInt,
    outcomes: usize,
}

impl Paid<'_> {
    fn units(&self, space: &Space) -> impl Iterator<Item = BigInt> {
        (0..self.outcomes).map(|number| {
            let paid = self.block.paid(&space.outcome(number));
            paid.numer() * (self.unit / paid.denom()) + self.bias
        })
    }

    fn codes(&self, space: &Space) -> Vec<i64> {
        self.units(space).map(|units| units.to_i64().unwrap_or(0)).collect()
    }

    fn sums(&self, space: &Space) -> Sums {
        Sums::Any(self.units(space).collect())
    }
}
