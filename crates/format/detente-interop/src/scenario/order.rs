//! The values of every issue as a list, in an order that nothing in the files can change.

use num_bigint::BigInt;

use super::{Issue, Scenario, Value, Values};
use crate::number::{Fraction, Number};

/// How many numbers stand for an issue that can be any number within bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Levels(pub u16);

impl Default for Levels {
    fn default() -> Self {
        Self(11)
    }
}

/// Every issue's values as a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discretised {
    /// Per issue its values, in the order of the file; numbers ascending.
    pub values: Vec<Vec<Value>>,
    /// The issues of which not all values are listed.
    pub sampled: Vec<usize>,
}

/// The longest list an issue of whole numbers is written out to.
const MOST: i64 = 10_000_000;

impl Scenario {
    /// The values of every issue; `None` if a range of whole numbers is longer than ten million.
    pub fn discretised(&self, levels: Levels) -> Option<Discretised> {
        let values: Option<Vec<Vec<Value>>> = self.issues.iter().map(|issue| listed(issue, levels)).collect();
        let sampled = self.issues.iter().enumerate().filter(|(_, issue)| is_sampled(issue));
        Some(Discretised { values: values?, sampled: sampled.map(|(at, _)| at).collect() })
    }
}

fn is_sampled(issue: &Issue) -> bool {
    matches!(&issue.values, Values::Real { least, most } if least != most)
}

fn listed(issue: &Issue, levels: Levels) -> Option<Vec<Value>> {
    match &issue.values {
        Values::Listed(values) => Some(values.clone()),
        Values::Whole { least, most } => {
            most.checked_sub(*least).filter(|length| *length < MOST)?;
            Some((*least..=*most).map(|whole| Value::Number(whole.into())).collect())
        }
        Values::Real { least, most } if least == most => Some(vec![Value::Number(least.clone())]),
        Values::Real { least, most } => {
            let steps = levels.0.max(2) - 1;
            let step = (most.ratio() - least.ratio()) / Fraction::from_integer(BigInt::from(steps));
            let at = |rank: u16| Value::Number(rounded(&(least.ratio() + &step * Fraction::from_integer(rank.into()))));
            Some((0..=steps).map(at).collect())
        }
    }
}

/// The decimal, or the nearest one with twelve places where a third of the way has no end.
fn rounded(ratio: &Fraction) -> Number {
    Number::of_ratio(ratio).unwrap_or_else(|| {
        let scale = crate::number::power_of_ten(12);
        Number::new((ratio * Fraction::from_integer(scale)).round().to_integer(), 12)
    })
}
