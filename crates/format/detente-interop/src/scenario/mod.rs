//! A scenario of automated negotiation, whatever file it came from: issues with their values, and what each party makes of
//! them, with numbers exactly as written.

mod convert;
mod mistake;
mod order;
mod reading;
mod worth;

pub use convert::{Unwritable, Written, write};
pub(crate) use mistake::{Unreadable, mistake};
pub use order::{Discretised, Levels};
pub use reading::{Format, ScenarioFile, ScenarioReading, is_scenario_file, read};
pub(crate) use reading::{Found, Parsed};
pub use worth::{Block, Worth};

use crate::number::Number;

/// Issues and the parties' profiles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// Its name, where a file gives one.
    pub name: Option<String>,
    /// What is negotiated; at least one issue, no two of the same name.
    pub issues: Vec<Issue>,
    /// One profile per party, in order of file name.
    pub profiles: Vec<Profile>,
}

/// An issue and what it can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Its name.
    pub name: String,
    /// Its values.
    pub values: Values,
}

/// What an issue can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Values {
    /// One of a list; at least one value, none twice.
    Listed(Vec<Value>),
    /// A whole number within bounds, both included.
    Whole {
        /// The least.
        least: i64,
        /// The most.
        most: i64,
    },
    /// Any number within bounds, both included.
    Real {
        /// The least.
        least: Number,
        /// The most.
        most: Number,
    },
}

/// A value, as written: the text '10' is not the number 10.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A number.
    Number(Number),
    /// True or false.
    Truth(bool),
}

impl Value {
    /// As a person reads it.
    pub fn shown(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Truth(truth) => truth.to_string(),
        }
    }
}

/// What a party makes of the issues.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// The party's name: that of the profile, or of its file.
    pub name: String,
    /// How utilities follow from the numbers below.
    pub meaning: Meaning,
    /// What an outcome is worth.
    pub utility: Utility,
    /// What no agreement is worth.
    pub reservation: Reservation,
    /// How much utilities shrink over the whole time, if they do; analyses leave it out.
    pub discount: Option<Discount>,
}

/// How utilities follow from the numbers of a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meaning {
    /// As GENIUS evaluates: each issue divided by its largest evaluation, sums cut off at 1, constraints divided by the
    /// utility named as largest; reservation values are on that scale.
    Genius,
    /// The weighted sums as written.
    Plain,
}

/// What an outcome is worth to a party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Utility {
    /// A sum over issues.
    Additive(Additive),
    /// What hyper-rectangles pay.
    Rectangles(Rectangles),
}

/// A weighted sum over issues.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Additive {
    /// The weight of each issue.
    pub weights: Vec<Number>,
    /// What the values of each issue are worth.
    pub parts: Vec<Part>,
    /// Added whatever the outcome; only where sums are plain.
    pub bias: Number,
}

/// What the values of one issue are worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A number per listed value.
    Table(Vec<Number>),
    /// `offset + slope·x + square·x²`; in GENIUS whole numbers count from the lower bound and the result is cut off at 0 and 1.
    Curve {
        /// Per unit of the square.
        square: Number,
        /// Per unit.
        slope: Number,
        /// At zero, or in GENIUS at the lower bound of whole numbers.
        offset: Number,
    },
    /// Up from one number to another and down to a third, level outside.
    Tent {
        /// Where it rises from, where it is highest, and where it has come down.
        at: Box<[Number; 3]>,
        /// Outside.
        base: Number,
        /// How much higher it is at the highest.
        height: Number,
    },
    /// On the straight line through two points.
    Line {
        /// A number and what it is worth.
        low: (Number, Number),
        /// A larger number and what it is worth.
        high: (Number, Number),
    },
}

/// What hyper-rectangles pay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rectangles {
    /// What is paid.
    pub pays: Pays,
    /// What GENIUS divides by, where the file names it.
    pub most: Option<Number>,
    /// Added whatever the outcome; only where sums are plain.
    pub bias: Number,
}

/// Payments put together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pays {
    /// How.
    pub how: Aggregation,
    /// Rectangles with their weight.
    pub rectangles: Vec<(Number, Rectangle)>,
    /// Further payments with their weight.
    pub nested: Vec<(Number, Pays)>,
}

/// How payments are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aggregation {
    /// All of them.
    Sum,
    /// The largest.
    Largest,
    /// The smallest.
    Smallest,
}

/// Something paid within bounds, or outside of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rectangle {
    /// What is paid.
    pub worth: Number,
    /// Closed bounds on some issues: the issue, the least and the most.
    pub bounds: Vec<(usize, Number, Number)>,
    /// Whether it pays where any of the bounds is missed, instead of where all are kept.
    pub outside: bool,
}

/// What no agreement is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reservation {
    /// Any outcome is accepted.
    Anything,
    /// A utility.
    At(Number),
    /// The utility of this outcome, a value per issue.
    Outcome(Vec<Value>),
}

/// How much utilities shrink over the whole time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discount {
    /// The factor that is left at the end.
    pub factor: Number,
    /// Whether the reservation value shrinks too.
    pub of_reservation: bool,
}
