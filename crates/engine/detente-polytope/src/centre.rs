//! One number for every weight and value, where one is needed.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};

use crate::lines::{Lines, Unknowns};
use crate::merged::Merged;
use crate::newton::analytic_centre;
use crate::space::{Point, Space, Weight};

/// Parts of a thousandth that a centre is rounded to before it is rounded: far more than floating point is sure of between
/// thousandths, far less than it knows, so that what lies between two thousandths on paper does so here.
const FINE: i64 = 1_000_000;

/// The centre of a space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Centre {
    /// Where it is, level things level.
    pub point: Point,
    /// Whether it fits the answers after rounding.
    pub fits: bool,
}

impl Space {
    /// The centre of what fits, rounded half to even, shares of a total by largest remainders; `None` where there is no room.
    ///
    /// Values stand at the middle of their range or at its mode, those that are ordered at the analytic centre of the values
    /// that their ranges and orders leave. Weights stand at the analytic centre of those that the answers leave at these
    /// values. Only where none are left there are weights and products taken together.
    pub fn centre(&self) -> Option<Centre> {
        let merged = Merged::of(self);
        let space = &merged.space;
        let crossed = |weight: &Weight| space.total.is_none() && weight.high < weight.low;
        if space.weights.iter().any(crossed) || space.values.iter().any(|value| value.high < value.low) {
            return None;
        }
        let point = space.apart().or_else(|| space.together())?;
        let fits = space.contains(&point);
        Some(Centre { point: merged.spread(&point), fits })
    }

    /// The values of the centre where weights are found in another way; `None` where there is no room.
    pub fn centre_of_values(&self) -> Option<Vec<i64>> {
        let merged = Merged::of(self);
        if merged.space.values.iter().any(|value| value.high < value.low) {
            return None;
        }
        let values = merged.space.central_values()?;
        Some(merged.spread(&Point { weights: Vec::new(), values }).values)
    }

    /// First the values, then the weights at these values.
    fn apart(&self) -> Option<Point> {
        let values = self.central_values()?;
        let lines = Lines::of(self, Unknowns::WeightsAt(&values), &|_| true, false);
        let weights = self.central_weights(&lines, &lines.centre(self)?);
        Some(Point { weights, values })
    }

    fn central_values(&self) -> Option<Vec<i64>> {
        let lines = Lines::of(self, Unknowns::Values, &|_| true, false);
        let ordered = self.ordered_values();
        let centre = if ordered.iter().any(|&ordered| ordered) { lines.centre(self)? } else { Vec::new() };
        let values = self.values.iter().zip(&ordered).zip(&lines.values).map(|((value, &ordered), column)| {
            let found = column.filter(|_| ordered).and_then(|column| centre.get(column));
            found.map_or_else(|| middle(value.low, value.mode, value.high), |&at| rounded(at))
        });
        Some(values.collect())
    }

    /// Which values stand in an order.
    fn ordered_values(&self) -> Vec<bool> {
        let mut ordered = vec![false; self.values.len()];
        for relation in &self.relations {
            if relation.terms.iter().all(|term| term.weight.is_none()) {
                for at in relation.terms.iter().filter_map(|term| term.value) {
                    if let Some(cell) = ordered.get_mut(at) {
                        *cell = true;
                    }
                }
            }
        }
        ordered
    }

    fn central_weights(&self, lines: &Lines, centre: &[f64]) -> Vec<i64> {
        let found = |column: &Option<usize>| column.and_then(|column| centre.get(column).copied());
        if let Some(total) = self.total {
            let whole_total = total.to_f64().unwrap_or(0.0);
            let fine = |column: &Option<usize>| whole(found(column).unwrap_or(0.0) * whole_total, FINE);
            let divided: Vec<_> =
                lines.weights.iter().map(|column| fine(column).div_mod_floor(&BigInt::from(FINE))).collect();
            let counts: Vec<i64> = self.weights.iter().map(|weight| weight.count).collect();
            return by_remainders(&divided, &counts, total);
        }
        let weights = self.weights.iter().zip(&lines.weights);
        weights
            .map(|(weight, column)| found(column).map_or_else(|| middle(weight.low, weight.mode, weight.high), rounded))
            .collect()
    }

    /// Weights and products together.
    fn together(&self) -> Option<Point> {
        let lines = Lines::of(self, Unknowns::Products, &|_| true, false);
        let centre = lines.centre(self)?;
        let weight = |at: usize| match lines.weights.get(at).copied().flatten() {
            Some(column) => centre.get(column).copied().unwrap_or(0.0),
            None => self.weights.get(at).and_then(|weight| weight.low.to_f64()).unwrap_or(0.0),
        };
        let values = self.values.iter().zip(&lines.values).map(|(value, column)| {
            let product = column.and_then(|column| centre.get(column));
            product.map_or_else(
                || middle(value.low, value.mode, value.high),
                |product| rounded(product / weight(value.weight)).clamp(value.low, value.high),
            )
        });
        Some(Point { values: values.collect(), weights: self.central_weights(&lines, &centre) })
    }
}

impl Lines {
    /// The analytic centre, measured so that one is 1, or that the weights have the sum 1.
    fn centre(&self, space: &Space) -> Option<Vec<f64>> {
        let has_total = space.total.is_some() && self.weights.iter().any(Option::is_some);
        let norm: Vec<(usize, BigInt)> = if has_total {
            let counted = space.weights.iter().zip(&self.weights);
            counted.filter_map(|(weight, column)| Some(((*column)?, BigInt::from(weight.count)))).collect()
        } else {
            vec![(self.one, BigInt::from(1))]
        };
        // With a total nothing is measured against one: its column is left out, else it could be anything.
        let mut cone = self.cone.clone();
        if has_total {
            cone.rows.push(crate::cone::Row { terms: vec![(self.one, BigInt::from(1))], strict: true });
            let mut sum = norm.clone();
            sum.push((self.one, BigInt::from(-1)));
            cone.rows.push(crate::cone::Row { terms: sum, strict: true });
        }
        analytic_centre(&cone, &norm)
    }
}

/// `total` in proportion to `parts`, of which each is had `counts` times: rounded down, then one more for the largest remainders.
/// Parts with equal remainders are treated alike: where there is not one for each of them none is given, and the sum stays that
/// much below the total.
pub fn apportion(parts: &[BigInt], counts: &[i64], total: i64) -> Vec<i64> {
    let whole: BigInt = parts.iter().zip(counts).map(|(part, count)| part * count).sum();
    if !whole.is_positive() {
        return vec![0; parts.len()];
    }
    let divided: Vec<_> = parts.iter().map(|part| (part * total).div_mod_floor(&whole)).collect();
    by_remainders(&divided, counts, total)
}

/// Whole numbers from quotients and remainders of one divisor.
fn by_remainders(divided: &[(BigInt, BigInt)], counts: &[i64], total: i64) -> Vec<i64> {
    let mut numbers: Vec<i64> = divided.iter().map(|(number, _)| number.to_i64().unwrap_or(0)).collect();
    let given: i64 = numbers.iter().zip(counts).map(|(number, count)| number * count).sum();
    let mut left = total - given;
    let mut remainders: Vec<&BigInt> = divided.iter().map(|(_, rest)| rest).filter(|rest| !rest.is_zero()).collect();
    remainders.sort_unstable();
    remainders.dedup();
    for remainder in remainders.into_iter().rev() {
        let alike = || divided.iter().zip(counts).filter(|((_, rest), _)| rest == remainder);
        let wanted: i64 = alike().map(|(_, count)| count).sum();
        if left < wanted {
            break;
        }
        left -= wanted;
        numbers.iter_mut().zip(divided).filter(|(_, (_, rest))| rest == remainder).for_each(|(number, _)| *number += 1);
    }
    numbers
}

/// The mode, else the midpoint rounded half to even.
fn middle(low: i64, mode: Option<i64>, high: i64) -> i64 {
    mode.unwrap_or_else(|| half_even(&(BigInt::from(low) + high), 2))
}

fn rounded(number: f64) -> i64 {
    half_even(&whole(number, FINE), FINE)
}

fn half_even(numerator: &BigInt, denominator: i64) -> i64 {
    let (quotient, rest) = numerator.div_mod_floor(&BigInt::from(denominator));
    let twice = rest * 2;
    let up = twice > BigInt::from(denominator) || (twice == BigInt::from(denominator) && quotient.is_odd());
    (quotient + i32::from(up)).to_i64().unwrap_or(0)
}

/// `number · per`, rounded.
fn whole(number: f64, per: i64) -> BigInt {
    let scaled = per.to_f64().map_or(0.0, |per| (number * per).round());
    scaled.to_i128().map_or_else(BigInt::zero, BigInt::from)
}
