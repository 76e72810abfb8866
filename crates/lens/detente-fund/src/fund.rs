//! The fund: what is assumed about revenue, terms and time.

use detente_base::{Decimal, Span, Table, define_index};
use detente_case::{ChoiceIdx, Condition, Id, IssueIdx, PartyIdx};
use detente_estimate::{Range, Why};
use std::collections::BTreeMap;

use crate::{Exchange, Preset, PriceDeck, Stream, Terms};

define_index!(
    /// A price deck.
    pub struct PriceIdx
);
define_index!(
    /// A stream of revenue.
    pub struct StreamIdx
);
define_index!(
    /// A named rate.
    pub struct RateIdx
);

/// As many years as a fund is followed.
pub const MOST_YEARS: i64 = 60;
/// As many streams as a fund has.
pub const MOST_STREAMS: usize = 100;
/// The largest amount, price or volume that is read, in its own unit: larger ones could outgrow the sums.
pub const MOST_AMOUNT: i64 = 10_000_000;
/// The highest return on the fund's balance, in percent a year, for the same reason.
pub const MOST_RETURN: i64 = 20;

/// A resource fund as a case assumes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fund {
    /// Its title, as printed.
    pub title: String,
    /// A note of its author.
    pub note: Option<String>,
    /// The currency, as printed: `USD`.
    pub currency: String,
    /// All money is money of this year.
    pub base_year: i64,
    /// In what amounts are written and shown.
    pub scale: Scale,
    /// The first year.
    pub from: i64,
    /// The last year.
    pub to: i64,
    /// The party that contributes the share, and to which streams yield unless they say otherwise.
    pub contributor: PartyIdx,
    /// Where there is a fund at all; everywhere unless said.
    pub exists: Option<Condition>,
    /// The issue whose choice is the contribution share, in percent.
    pub share: Option<IssueIdx>,
    /// The rate at which present values are taken.
    pub discount: Option<RateIdx>,
    /// Choices assumed where a package leaves an issue open.
    pub shown: BTreeMap<IssueIdx, ChoiceIdx>,
    /// Named rates, by id.
    pub rates: Table<RateIdx, Rate>,
    /// Rates of exchange.
    pub exchange: Vec<Exchange>,
    /// Price decks, by id.
    pub prices: Table<PriceIdx, PriceDeck>,
    /// Streams, by id.
    pub streams: Table<StreamIdx, Stream>,
    /// The terms unless a preset is chosen.
    pub terms: Terms,
    /// Named sets of terms, by id.
    pub presets: Vec<Preset>,
    /// What the fund's own numbers rest on.
    pub why: Why,
    /// Where it is written.
    pub span: Span,
}

/// A named rate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rate {
    /// Its id.
    pub id: Id,
    /// Percent a year, above −100.
    pub percent: Decimal,
    /// What it rests on.
    pub why: Why,
}

/// A number in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Corner {
    /// The year.
    pub year: i64,
    /// The number.
    pub range: Range,
}

/// In what amounts are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// As they are.
    One,
    /// In thousands.
    Thousand,
    /// In millions.
    Million,
}

impl Scale {
    /// Every scale with its word.
    pub const ALL: [(&'static str, Self); 3] =
        [("one", Self::One), ("thousand", Self::Thousand), ("million", Self::Million)];

    /// How many of the unit it is.
    pub const fn units(self) -> i64 {
        match self {
            Self::One => 1,
            Self::Thousand => 1000,
            Self::Million => 1_000_000,
        }
    }

    /// Its word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Thousand => "thousand",
            Self::Million => "million",
        }
    }

    /// The scale with this word.
    pub fn read(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(word, _)| *word == text).map(|(_, scale)| scale)
    }
}

impl Fund {
    /// The preset with this id.
    pub fn preset(&self, id: &str) -> Option<&Preset> {
        self.presets.iter().find(|preset| preset.id == *id)
    }

    /// The years, in order.
    pub fn years(&self) -> std::ops::RangeInclusive<i64> {
        self.from..=self.to
    }

    /// The rate at which present values are taken.
    pub fn rate(&self) -> Option<&Rate> {
        self.discount.map(|rate| &self.rates[rate])
    }
}
