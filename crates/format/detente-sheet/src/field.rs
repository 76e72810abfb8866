//! What one row asks for, and the id by which it is known.

use std::fmt;

use detente_base::Decimal;

/// What one row asks for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// What no agreement is worth, in points.
    BottomLine,
    /// The swing weight of an issue or lens.
    Weight(String),
    /// The value of a choice of an issue, or of a status of a lens.
    Value(String, String),
    /// The value of an amount of a range issue: a corner of its curve.
    Corner(String, Decimal),
}

impl fmt::Display for Field {
    /// The row's id.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BottomLine => f.write_str("bottom-line"),
            Self::Weight(issue) => write!(f, "weight {issue}"),
            Self::Value(issue, choice) => write!(f, "value {issue} {choice}"),
            Self::Corner(issue, amount) => write!(f, "corner {issue} {amount}"),
        }
    }
}

impl Field {
    /// The field with this row id.
    pub fn read(id: &str) -> Option<Self> {
        let words: Vec<&str> = id.split_whitespace().collect();
        match words.as_slice() {
            ["bottom-line"] => Some(Self::BottomLine),
            ["weight", issue] => Some(Self::Weight((*issue).to_owned())),
            ["value", issue, choice] => Some(Self::Value((*issue).to_owned(), (*choice).to_owned())),
            ["corner", issue, amount] => Some(Self::Corner((*issue).to_owned(), amount.parse().ok()?)),
            _ => None,
        }
    }
}

/// Which numbers a row takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Any number: points, or payoffs in the source's own unit.
    Any,
    /// Zero or more.
    Weight,
    /// 0 to 100.
    Value,
}

impl Scale {
    /// The smallest and the greatest number, where there is one.
    pub fn bounds(self) -> (Option<Decimal>, Option<Decimal>) {
        match self {
            Self::Any => (None, None),
            Self::Weight => (Some(Decimal::ZERO), None),
            Self::Value => (Some(Decimal::ZERO), Some(Decimal::HUNDRED)),
        }
    }
}
