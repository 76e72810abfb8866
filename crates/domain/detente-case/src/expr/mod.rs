//! The expression language of rules, limits and conditions.
//!
//! ```text
//! expression  = implication
//! implication = either [ "=>" implication ]
//! either      = both { "or" both }
//! both        = denial { "and" denial }
//! denial      = "not" denial | atom
//! atom        = "true" | "false" | "(" expression ")" | comparison
//! comparison  = issue "in" "{" choice { "," choice } "}"
//!             | sum ( "=" | "!=" | "<" | "<=" | ">" | ">=" ) sum
//! sum         = [ "-" ] term { ( "+" | "-" ) term }
//! term        = number [ "*" amount ] | amount | choice
//! amount      = issue | function "(" lens { "," status } ")"
//! function    = "area" | "people" | "sites" | "units" | "line_length" | "components" | "phased_components"
//! ```
//!
//! A part of a lens is written `lens.unit` or `lens.bloc`; a lens alone stands for all its units in question. Among the
//! statuses of a function a party stands for every status that counts for it.
//!
//! A number may carry a unit (`50 %`, `300 km2`). A minus sign between terms stands between spaces, because ids contain
//! hyphens. Nesting is at most [`MAX_DEPTH`] deep. The same grammar stands in the book, which takes it from here.

mod aggregate;
mod ast;
mod describe;
mod lenses;
mod linear;
mod parse;
mod patterns;
mod print;
mod resolve;
mod token;

pub use aggregate::FUNCTIONS;
pub use ast::{Comparison, Expr, ExprKind, Name, Sum, SumTerm};
pub use describe::describe;
pub use parse::{MAX_DEPTH, parse};
pub use resolve::resolve;

/// What is wrong with an expression, and where in its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What.
    pub kind: ProblemKind,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// The ways in which an expression can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// Something else was expected here.
    Expected {
        /// What would be right.
        wanted: &'static str,
        /// What stands there.
        found: String,
    },
    /// A character that begins nothing.
    StrayCharacter(char),
    /// Nested too deep.
    TooDeep,
    /// A number that is not a decimal with at most three places.
    BadNumber,
    /// No issue has this id.
    UnknownIssue(String),
    /// The issue has no such choice.
    UnknownChoice {
        /// The issue.
        issue: String,
        /// What was written.
        choice: String,
    },
    /// A comparison by size on an issue whose choices are names.
    NotAnAmount(String),
    /// A name where the issue's choices are amounts.
    NotAName(String),
    /// The amount is not on the issue's grid, so that no package could have it.
    OffGrid {
        /// The issue.
        issue: String,
        /// What was written.
        amount: String,
    },
    /// The unit differs from the issue's.
    WrongUnit {
        /// The issue's own unit.
        wanted: String,
        /// What was written.
        found: String,
    },
    /// No lens has this id.
    UnknownLens(String),
    /// The lens has no such unit or bloc.
    UnknownUnit {
        /// The lens.
        lens: String,
        /// What was written.
        unit: String,
    },
    /// The lens has no such status, and no status counts for such a party.
    UnknownStatus {
        /// The lens.
        lens: String,
        /// What was written.
        name: String,
    },
    /// No function has this name.
    UnknownFunction(String),
    /// A function of a lens that names no status.
    NothingMarked(String),
    /// A unit's area, people or sites, or the length of a border, is needed and not known.
    Unmeasured {
        /// What is needed.
        what: String,
        /// Of which unit, or between which two.
        of: String,
    },
    /// A function that can only stand alone beside a number.
    StandsAlone,
    /// A function whose exact meaning over so many parts is out of reach.
    OutOfReach {
        /// Which.
        function: &'static str,
    },
    /// A sum that names no issue.
    NoIssue,
    /// A number too large to hold.
    TooLarge,
}
