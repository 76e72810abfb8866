//! What is assumed about one party.

use std::collections::BTreeMap;

use detente_base::{Span, Table};
use detente_case::{ChoiceIdx, Condition, Firmness, Id, IssueIdx, LensIdx, PartyIdx};

use crate::{Alternative, Amounts, Answers, Estimate, Knot, LensEstimates};

/// What is assumed about one party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyEstimates {
    /// What no agreement is worth to it, in points.
    pub bottom_line: Option<Estimate>,
    /// Swing weights per issue, in points; a missing one is not estimated.
    pub weights: BTreeMap<IssueIdx, Estimate>,
    /// Values per issue.
    pub values: BTreeMap<IssueIdx, Values>,
    /// Weight and values per lens.
    pub lenses: BTreeMap<LensIdx, LensEstimates>,
    /// Orders and comparisons, from people who gave no points.
    pub answers: Answers,
    /// Points where a condition holds.
    pub linkages: Vec<Linkage>,
    /// Limits estimated rather than stated.
    pub red_lines: Vec<EstimatedRedLine>,
    /// What the party would do without an agreement.
    pub alternative: Option<Alternative>,
    /// Where the party's section is written.
    pub span: Span,
}

/// The values of an issue's choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Values {
    /// One per choice; `None` where it is missing.
    ByChoice(Table<ChoiceIdx, Option<Estimate>>),
    /// Piecewise linear along a range.
    Curve {
        /// The corners, sorted.
        knots: Vec<Knot>,
        /// What the curve rests on, with its range left aside.
        why: crate::Why,
        /// Where it is written.
        span: Span,
    },
    /// Piecewise linear along an amount that several issues decide together, such as a present value.
    Along {
        /// The amount by what is agreed: the sum over these tables.
        tables: Vec<Amounts>,
        /// The corners, sorted; two where there are several tables, and then no amount lies outside them.
        knots: Vec<Knot>,
        /// What the curve rests on, with its range left aside.
        why: crate::Why,
        /// Where it is written.
        span: Span,
    },
}

/// Points added where a condition holds; never rescaled (DEFINITIONS 4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linkage {
    /// Its id, where it has one.
    pub id: Option<Id>,
    /// Where it holds.
    pub when: Condition,
    /// How many points.
    pub points: Estimate,
    /// The party whose claim it rests on, where that is another one.
    pub claimed_by: Option<PartyIdx>,
    /// Where it is written.
    pub span: Span,
}

/// A limit that is estimated rather than stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EstimatedRedLine {
    /// Its id, where it has one.
    pub id: Option<Id>,
    /// What the party is assumed not to accept.
    pub never: Condition,
    /// How firm.
    pub firmness: Firmness,
    /// The probability that it is in force; one where none is given.
    pub probability: Option<Estimate>,
    /// Why it is assumed.
    pub why: crate::Why,
    /// Where it is written.
    pub span: Span,
}
