//! Prices over the years, with bands.

use detente_base::Span;
use detente_case::Id;
use detente_estimate::{Range, Why};
use jiff::civil::Date;

use crate::Corner;

/// A price path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceDeck {
    /// Its id.
    pub id: Id,
    /// What one of is priced: `t`, `barrel`.
    pub unit: String,
    /// In which currency.
    pub currency: String,
    /// Prices by year, straight lines between; the ends are held.
    pub path: Vec<Corner>,
    /// What it rests on.
    pub why: Why,
    /// Where it is written.
    pub span: Span,
}

/// What one unit of another currency is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exchange {
    /// The other currency.
    pub currency: String,
    /// Units of the fund's currency for one of it.
    pub rate: Range,
    /// The day of the rate.
    pub date: Date,
    /// Where it is from.
    pub source: String,
}
