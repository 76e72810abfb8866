//! What a profile means, in fractions: the definition that every use of a scenario shares.

use num_bigint::BigInt;
use num_traits::{One, Zero};

use super::{Additive, Aggregation, Meaning, Part, Pays, Profile, Rectangle, Rectangles, Reservation, Utility, Value};
use super::{Discretised, Issue, Values};
use crate::number::Fraction;

/// A party's utility over a finite space: a number per issue and choice, blocks over several issues, a largest value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worth {
    /// Per issue and choice.
    pub values: Vec<Vec<Fraction>>,
    /// What depends on several issues.
    pub blocks: Option<Block>,
    /// Added whatever the outcome.
    pub bias: Fraction,
    /// Sums are cut off here.
    pub at_most: Option<Fraction>,
    /// What the party accepts at least; anything where `None`.
    pub reservation: Option<Fraction>,
}

/// Payments over several issues.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Paid where every issue named takes one of the choices marked, or, `outside`, where one does not.
    Paid {
        /// How much.
        amount: Fraction,
        /// Issues, each with a mark per choice.
        where_all: Vec<(usize, Vec<bool>)>,
        /// Whether it is paid everywhere else instead.
        outside: bool,
    },
    /// Several, put together.
    Together(Aggregation, Vec<Block>),
}

impl Block {
    /// What an outcome, a choice per issue, is paid.
    pub fn paid(&self, outcome: &[usize]) -> Fraction {
        match self {
            Self::Paid { amount, where_all, outside } => {
                let is_in = |(issue, among): &(usize, Vec<bool>)| {
                    outcome.get(*issue).and_then(|at| among.get(*at)) == Some(&true)
                };
                if where_all.iter().all(is_in) == *outside { Fraction::zero() } else { amount.clone() }
            }
            Self::Together(how, parts) => {
                let parts = parts.iter().map(|part| part.paid(outcome));
                match how {
                    Aggregation::Sum => parts.sum(),
                    Aggregation::Largest => parts.max().unwrap_or_default(),
                    Aggregation::Smallest => parts.min().unwrap_or_default(),
                }
            }
        }
    }
}

impl Worth {
    /// What an outcome, a choice per issue, is worth.
    pub fn of(&self, outcome: &[usize]) -> Fraction {
        let own: Fraction = self.values.iter().zip(outcome).filter_map(|(values, at)| values.get(*at)).sum();
        let paid = self.blocks.as_ref().map_or_else(Fraction::zero, |block| block.paid(outcome));
        let sum = own + paid + &self.bias;
        match &self.at_most {
            Some(most) if *most < sum => most.clone(),
            _ => sum,
        }
    }

    /// Everything multiplied by the same positive factor.
    pub fn scale(&mut self, factor: &Fraction) {
        let all = self.values.iter_mut().flatten();
        all.chain([&mut self.bias])
            .chain(&mut self.at_most)
            .chain(&mut self.reservation)
            .for_each(|number| *number *= factor);
        if let Some(block) = &mut self.blocks {
            scale(block, factor);
        }
    }
}

fn scale(block: &mut Block, factor: &Fraction) {
    match block {
        Block::Paid { amount, .. } => *amount *= factor,
        Block::Together(_, parts) => parts.iter_mut().for_each(|part| scale(part, factor)),
    }
}

impl Profile {
    /// What the profile means over issues whose values are listed. Discounts are left out.
    ///
    /// # Cost
    /// Issues × choices, and rectangles × choices of their issues.
    pub fn worth(&self, issues: &[Issue], space: &Discretised) -> Worth {
        let mut worth = match &self.utility {
            Utility::Additive(additive) => self.additive(additive, issues, space),
            Utility::Rectangles(rectangles) => self.rectangles(rectangles, space),
        };
        worth.reservation = match &self.reservation {
            Reservation::Anything => None,
            Reservation::At(number) => Some(number.ratio()),
            Reservation::Outcome(values) => {
                let place = |(of, value): (&Vec<Value>, &Value)| of.iter().position(|other| other == value);
                let outcome: Option<Vec<usize>> = space.values.iter().zip(values).map(place).collect();
                outcome.map(|outcome| worth.of(&outcome))
            }
        };
        worth
    }

    fn additive(&self, additive: &Additive, issues: &[Issue], space: &Discretised) -> Worth {
        let parts = issues.iter().zip(&space.values).zip(&additive.parts).zip(&additive.weights);
        let values = parts
            .map(|(((issue, values), part), weight)| {
                let weight = weight.ratio();
                part.worths(self.meaning, issue, values).into_iter().map(|worth| worth * &weight).collect()
            })
            .collect();
        Worth { values, blocks: None, bias: self.bias(&additive.bias), at_most: self.at_most(), reservation: None }
    }

    fn rectangles(&self, rectangles: &Rectangles, space: &Discretised) -> Worth {
        let divisor = match (&rectangles.most, self.meaning) {
            (Some(most), Meaning::Genius) if *most.ratio().numer() != BigInt::ZERO => most.ratio(),
            _ => Fraction::one(),
        };
        Worth {
            values: space.values.iter().map(|values| vec![Fraction::zero(); values.len()]).collect(),
            blocks: Some(together(&rectangles.pays, &(Fraction::one() / divisor), space)),
            bias: self.bias(&rectangles.bias),
            at_most: self.at_most(),
            reservation: None,
        }
    }

    fn at_most(&self) -> Option<Fraction> {
        (self.meaning == Meaning::Genius).then(Fraction::one)
    }

    fn bias(&self, bias: &crate::Number) -> Fraction {
        if self.meaning == Meaning::Plain { bias.ratio() } else { Fraction::zero() }
    }
}

fn together(pays: &Pays, factor: &Fraction, space: &Discretised) -> Block {
    let rectangles = pays.rectangles.iter().map(|(weight, of)| paid(of, &(weight.ratio() * factor), space));
    let nested = pays.nested.iter().map(|(weight, of)| together(of, &(weight.ratio() * factor), space));
    let how = match pays.how {
        // A negative factor turns the order round.
        Aggregation::Largest if *factor < Fraction::zero() => Aggregation::Smallest,
        Aggregation::Smallest if *factor < Fraction::zero() => Aggregation::Largest,
        how => how,
    };
    Block::Together(how, rectangles.chain(nested).collect())
}

fn paid(rectangle: &Rectangle, factor: &Fraction, space: &Discretised) -> Block {
    let mark = |(issue, least, most): &(usize, crate::Number, crate::Number)| {
        let (least, most) = (least.ratio(), most.ratio());
        let is_in = |value: &Value| match value {
            Value::Number(number) => (&least..=&most).contains(&&number.ratio()),
            Value::Text(_) | Value::Truth(_) => false,
        };
        (*issue, space.values.get(*issue).into_iter().flatten().map(is_in).collect())
    };
    let where_all = rectangle.bounds.iter().map(mark).collect();
    Block::Paid { amount: rectangle.worth.ratio() * factor, where_all, outside: rectangle.outside }
}

impl Part {
    /// A tent over three numbers, if they go up.
    pub(crate) fn tent(at: [crate::Number; 3], base: crate::Number, height: crate::Number) -> Option<Self> {
        let [from, top, to] = at.each_ref().map(crate::Number::ratio);
        (from <= top && top <= to).then(|| Self::Tent { at: Box::new(at), base, height })
    }

    /// What each value is worth, before the weight.
    pub(super) fn worths(&self, meaning: Meaning, issue: &Issue, values: &[Value]) -> Vec<Fraction> {
        let number = |value: &Value| match value {
            Value::Number(number) => number.ratio(),
            Value::Text(_) | Value::Truth(_) => Fraction::zero(),
        };
        match self {
            Self::Table(table) => {
                let table: Vec<Fraction> = table.iter().map(crate::Number::ratio).collect();
                if meaning == Meaning::Plain { table } else { divided(table) }
            }
            Self::Curve { square, slope, offset } => {
                let (square, slope, offset) = (square.ratio(), slope.ratio(), offset.ratio());
                let origin = match (&issue.values, meaning) {
                    (Values::Whole { least, .. }, Meaning::Genius) => Fraction::from_integer((*least).into()),
                    _ => Fraction::zero(),
                };
                let at = |value: &Value| {
                    let x = number(value) - &origin;
                    let y = &offset + &slope * &x + &square * &x * &x;
                    if meaning == Meaning::Genius { y.max(Fraction::zero()).min(Fraction::one()) } else { y }
                };
                values.iter().map(at).collect()
            }
            Self::Tent { at, base, height } => {
                let [from, top, to] = at.each_ref().map(crate::Number::ratio);
                let (base, height) = (base.ratio(), height.ratio());
                let share = |x: Fraction| {
                    // Where it rises at once GENIUS counts the edge as the top, plain sums as outside.
                    if x < from || to <= x || meaning == Meaning::Plain && x == from {
                        Fraction::zero()
                    } else if x < top {
                        (x - &from) / (&top - &from)
                    } else if top == to {
                        Fraction::zero()
                    } else {
                        (&to - x) / (&to - &top)
                    }
                };
                values.iter().map(|value| &base + &height * share(number(value))).collect()
            }
            Self::Line { low, high } => {
                let (from, to) = (low.0.ratio(), high.0.ratio());
                let (worth, rise) = (low.1.ratio(), high.1.ratio() - low.1.ratio());
                let run = if from == to { Fraction::one() } else { to - &from };
                values.iter().map(|value| &worth + &rise * (number(value) - &from) / &run).collect()
            }
        }
    }
}

/// Each divided by the largest; all nothing if that is hardly more than nothing.
fn divided(table: Vec<Fraction>) -> Vec<Fraction> {
    let most = table.iter().max().cloned().unwrap_or_default();
    let hardly = Fraction::new(BigInt::one(), BigInt::from(100_000));
    let divide = |worth: Fraction| if most < hardly { Fraction::zero() } else { worth / &most };
    table.into_iter().map(divide).collect()
}
