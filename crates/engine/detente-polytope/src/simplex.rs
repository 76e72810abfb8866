//! The simplex method in integers: every row carries its own denominator and is kept in lowest terms.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, Zero};

use crate::cone::{Certificate, Cone, Fit};

/// Maximises `t ≤ 1` such that every row is at least 0, and every strict row at least `t`. A cone can be scaled, so the largest
/// `t` is 1 where the strict rows can hold and 0 where they cannot; then the multipliers at the end are the proof.
pub(crate) fn fit(cone: &Cone) -> Fit {
    let mut table = Table::of(cone);
    while let Some(entering) = table.entering() {
        // The top is bounded by t ≤ 1, so some row always limits.
        let Some(leaving) = table.leaving(entering) else { break };
        table.pivot(entering, leaving);
    }
    if table.top.constant.is_positive() { Fit::Point(table.point(cone.columns)) } else { Fit::Empty(table.proof()) }
}

/// `divisor · basic = Σ factors · nonbasic + constant`.
#[derive(Clone, Debug)]
struct Line {
    divisor: BigInt,
    factors: Vec<BigInt>,
    constant: BigInt,
}

/// Variables are numbered: columns first, then `t`, then one slack per row, then the slack of `t ≤ 1`.
struct Table {
    columns: usize,
    rows: usize,
    basic: Vec<usize>,
    nonbasic: Vec<usize>,
    lines: Vec<Line>,
    top: Line,
}

impl Table {
    fn of(cone: &Cone) -> Self {
        let (columns, rows) = (cone.columns, cone.rows.len());
        let line = |row: &crate::cone::Row| {
            let mut factors = vec![BigInt::zero(); columns + 1];
            for (column, factor) in &row.terms {
                if let Some(cell) = factors.get_mut(*column).filter(|_| *column < columns) {
                    *cell += factor;
                }
            }
            if row.strict {
                factors[columns] = -BigInt::one();
            }
            Line { divisor: BigInt::one(), factors, constant: BigInt::zero() }
        };
        let mut last = vec![BigInt::zero(); columns + 1];
        last[columns] = -BigInt::one();
        let mut top = vec![BigInt::zero(); columns + 1];
        top[columns] = BigInt::one();
        let bound = Line { divisor: BigInt::one(), factors: last, constant: BigInt::one() };
        Self {
            columns,
            rows,
            basic: (columns + 1..columns + rows + 2).collect(),
            nonbasic: (0..=columns).collect(),
            lines: cone.rows.iter().map(line).chain([bound]).collect(),
            top: Line { divisor: BigInt::one(), factors: top, constant: BigInt::zero() },
        }
    }

    /// The place of the variable of least number that raises the top.
    fn entering(&self) -> Option<usize> {
        let rising = self.top.factors.iter().enumerate().filter(|(_, factor)| factor.is_positive());
        rising.map(|(place, _)| place).min_by_key(|&place| self.nonbasic[place])
    }

    /// The line that first reaches zero as the variable grows; among several the one of least number.
    fn leaving(&self, entering: usize) -> Option<usize> {
        let mut found: Option<usize> = None;
        for (place, line) in self.lines.iter().enumerate().filter(|(_, line)| line.factors[entering].is_negative()) {
            let is_sooner = found.is_none_or(|best| {
                let other = &self.lines[best];
                let (mine, its) =
                    (&line.constant * -&other.factors[entering], &other.constant * -&line.factors[entering]);
                mine < its || (mine == its && self.basic[place] < self.basic[best])
            });
            if is_sooner {
                found = Some(place);
            }
        }
        found
    }

    fn pivot(&mut self, entering: usize, leaving: usize) {
        let old = &mut self.lines[leaving];
        let divisor = -std::mem::take(&mut old.factors[entering]);
        old.factors[entering] = -std::mem::replace(&mut old.divisor, divisor);
        old.reduce();
        let solved = old.clone();
        for (_, line) in self.lines.iter_mut().enumerate().filter(|(place, _)| *place != leaving) {
            line.substitute(entering, &solved);
        }
        self.top.substitute(entering, &solved);
        std::mem::swap(&mut self.nonbasic[entering], &mut self.basic[leaving]);
    }

    /// The columns, scaled to integers.
    fn point(&self, columns: usize) -> Vec<BigInt> {
        let scale = self.lines.iter().fold(BigInt::one(), |scale, line| scale.lcm(&line.divisor));
        let mut point = vec![BigInt::zero(); columns];
        for (&variable, line) in self.basic.iter().zip(&self.lines) {
            if let Some(cell) = point.get_mut(variable) {
                *cell = &line.constant * (&scale / &line.divisor);
            }
        }
        point
    }

    fn proof(&self) -> Certificate {
        let mut multipliers = vec![BigInt::zero(); self.rows];
        for (&variable, factor) in self.nonbasic.iter().zip(&self.top.factors) {
            let slack = variable.checked_sub(self.columns + 1).and_then(|row| multipliers.get_mut(row));
            if let Some(cell) = slack {
                *cell = -factor;
            }
        }
        Certificate(multipliers)
    }
}

impl Line {
    /// Puts `solved` in the place of the variable in column `entering`.
    fn substitute(&mut self, entering: usize, solved: &Self) {
        let factor = std::mem::take(&mut self.factors[entering]);
        if factor.is_zero() {
            return;
        }
        for (mine, its) in self.factors.iter_mut().zip(&solved.factors) {
            if !mine.is_zero() {
                *mine *= &solved.divisor;
            }
            if !its.is_zero() {
                *mine += &factor * its;
            }
        }
        self.constant = &self.constant * &solved.divisor + &factor * &solved.constant;
        self.divisor *= &solved.divisor;
        self.reduce();
    }

    fn reduce(&mut self) {
        let mut common = self.divisor.gcd(&self.constant);
        for factor in &self.factors {
            if common.is_one() {
                return;
            }
            common = common.gcd(factor);
        }
        if !common.is_one() {
            self.divisor /= &common;
            self.constant /= &common;
            self.factors.iter_mut().for_each(|factor| *factor /= &common);
        }
    }
}
