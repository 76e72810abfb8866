//! A number nobody knows: a range, its centre, and why.

use detente_base::{Decimal, Span};
use detente_case::Id;

/// A single number, a uniform range or a triangular one.
///
/// # Units
/// Those of what it estimates: points, or value within an issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    low: Decimal,
    mode: Option<Decimal>,
    high: Decimal,
}

/// The ends or the mode are out of order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RangeError;

impl Range {
    /// One number.
    pub fn single(number: Decimal) -> Self {
        Self { low: number, mode: None, high: number }
    }

    /// Anything between two numbers, each as good as the other.
    pub fn uniform(low: Decimal, high: Decimal) -> Result<Self, RangeError> {
        if low <= high { Ok(Self { low, mode: None, high }) } else { Err(RangeError) }
    }

    /// Between two numbers, most likely at a third.
    pub fn triangular(low: Decimal, mode: Decimal, high: Decimal) -> Result<Self, RangeError> {
        if low <= mode && mode <= high { Ok(Self { low, mode: Some(mode), high }) } else { Err(RangeError) }
    }

    /// The low end.
    pub fn low(self) -> Decimal {
        self.low
    }

    /// The high end.
    pub fn high(self) -> Decimal {
        self.high
    }

    /// The mode, of a triangular range.
    pub fn mode(self) -> Option<Decimal> {
        self.mode
    }

    /// The mode, else the midpoint rounded half to even: used where one number is needed.
    pub fn centre(self) -> Decimal {
        self.mode.unwrap_or_else(|| self.low.midpoint(self.high))
    }

    /// Twice the centre in thousandths, before any rounding: what is computed on from a centre rounds once, at its own end.
    pub fn twice_centre(self) -> i128 {
        let wide = |number: Decimal| i128::from(number.thousandths());
        self.mode.map_or_else(|| wide(self.low) + wide(self.high), |mode| 2 * wide(mode))
    }

    /// Whether it is one number.
    pub fn is_single(self) -> bool {
        self.low == self.high
    }

    /// Whether `number` lies in it.
    pub fn contains(self, number: Decimal) -> bool {
        self.low <= number && number <= self.high
    }
}

/// What an estimate rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Why {
    /// A reason, in words.
    pub because: Option<String>,
    /// Positions or statements of the ledger.
    pub basis: Vec<Id>,
}

impl Why {
    /// Whether there is none.
    pub fn is_missing(&self) -> bool {
        self.because.is_none() && self.basis.is_empty()
    }
}

/// A range with what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// The number.
    pub range: Range,
    /// Why; the reason of its table or party where it has none of its own.
    pub why: Why,
    /// What it moves with; on its own where there is nothing.
    pub moves: Option<Moves>,
    /// Where it is written.
    pub span: Span,
}

/// Numbers that are not known move together: where one lies in its range says where the others lie in theirs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moves {
    /// The name the numbers of a set share.
    pub with: Id,
    /// Whether it lies high where those that are not against lie low.
    pub against: bool,
    /// Where it is written.
    pub span: Span,
}

/// A word that stands for a number, for people who will not give points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// 0.
    None,
    /// 10 to 30.
    Low,
    /// 35 to 65.
    Medium,
    /// 70 to 90.
    High,
    /// 100.
    Full,
}

impl Word {
    /// Every word, from none to full.
    pub const ALL: [(&'static str, Self); 5] = [
        ("none", Self::None),
        ("low", Self::Low),
        ("medium", Self::Medium),
        ("high", Self::High),
        ("full", Self::Full),
    ];

    /// The word written so.
    pub fn read(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(word, _)| *word == text).map(|(_, word)| word)
    }

    /// The range it stands for.
    pub fn range(self) -> Range {
        let (low, high) = match self {
            Self::None => (0, 0),
            Self::Low => (10, 30),
            Self::Medium => (35, 65),
            Self::High => (70, 90),
            Self::Full => (100, 100),
        };
        let whole = |number: i64| Decimal::from_thousandths(number * Decimal::UNIT);
        Range { low: whole(low), mode: None, high: whole(high) }
    }
}
