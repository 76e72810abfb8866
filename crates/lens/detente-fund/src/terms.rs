//! Terms: what a stream owes, what of that counts for the fund, and how the fund pays.

use detente_base::{Decimal, Span};
use detente_case::{Condition, Id, PartyIdx};
use detente_estimate::Why;
use jiff::civil::Date;

use crate::Corner;

/// What a stream owes to the party it yields to. All in percent, 0 to 100, but for the fee.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FiscalTerms {
    /// Of the gross revenue.
    pub royalty: Decimal,
    /// Per stream and year of production, in the fund's scale.
    pub licence_fee: Decimal,
    /// The most of the gross revenue that may go to the recovery of costs.
    pub cost_recovery: Decimal,
    /// The operator's part of what is left after royalty and cost recovery.
    pub contractor_share: Decimal,
    /// Of the operator's part.
    pub profit_tax: Decimal,
}

impl Default for FiscalTerms {
    /// Nothing is owed; every cost may be recovered at once.
    fn default() -> Self {
        let none = Decimal::ZERO;
        Self {
            royalty: none,
            licence_fee: none,
            cost_recovery: Decimal::HUNDRED,
            contractor_share: Decimal::HUNDRED,
            profit_tax: none,
        }
    }
}

/// A kind of receipt that counts for the fund.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Eligible {
    /// Royalties.
    Royalty,
    /// Licence fees.
    LicenceFee,
    /// The government's part of production after cost recovery.
    ProductionShare,
    /// Tax on the operator's part.
    ProfitTax,
}

impl Eligible {
    /// Every kind with its word.
    pub const ALL: [(&'static str, Self); 4] = [
        ("royalty", Self::Royalty),
        ("licence-fee", Self::LicenceFee),
        ("production-share", Self::ProductionShare),
        ("profit-tax", Self::ProfitTax),
    ];

    /// The kind with this word.
    pub fn read(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(word, _)| *word == text).map(|(_, kind)| kind)
    }
}

/// A set of terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// What streams owe.
    pub fiscal: FiscalTerms,
    /// Which receipts count.
    pub eligible: Vec<Eligible>,
    /// Whether only streams under new licences count.
    pub only_new: bool,
    /// The contribution share the text itself names, in percent; used where a package leaves the issue open.
    pub share: Option<Decimal>,
    /// The most that is ever contributed out of revenue, in the fund's scale.
    pub contribution_cap: Option<Decimal>,
    /// Of what comes in, in percent.
    pub fee: Decimal,
    /// Who gets the fee; somebody outside unless said.
    pub manager: Option<PartyIdx>,
    /// The last year in which money is locked.
    pub locked_until: Option<i64>,
    /// How much of the balance is locked until then, in percent.
    pub locked: Decimal,
    /// What the balance earns, in percent a year.
    pub returns: Decimal,
    /// What parties pay in.
    pub capital: Vec<Capital>,
    /// How the fund pays, in order.
    pub tiers: Vec<Tier>,
    /// What they rest on.
    pub why: Why,
    /// Where they are written.
    pub span: Span,
}

/// What a party pays in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capital {
    /// Who.
    pub party: PartyIdx,
    /// How much in which years, in the fund's scale.
    pub amounts: Vec<Corner>,
    /// The party that gets it in kind: it is credited as capital and never reaches the fund. Cash where none is named.
    pub in_kind_to: Option<PartyIdx>,
    /// How much of it counts as capital, in percent.
    pub credit: Decimal,
    /// Where it is paid; everywhere unless said.
    pub when: Option<Condition>,
    /// What it rests on.
    pub why: Why,
}

/// A step of the waterfall.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tier {
    /// Its title, as printed.
    pub title: String,
    /// To whom, in percent; what is missing to 100 stays in the fund. Empty where capital is given back.
    pub split: Vec<(PartyIdx, Decimal)>,
    /// Until when it is paid.
    pub until: Until,
}

/// Until when a tier is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// Each party has its credited capital back; parties are paid as their unreturned capital stands to each other.
    CapitalReturned,
    /// So much has been paid by this tier in all years, in the fund's scale.
    Paid(Decimal),
    /// The end.
    End,
}

/// A named, dated, sourced set of terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preset {
    /// Its id.
    pub id: Id,
    /// Its title, as printed.
    pub title: String,
    /// Where its terms are from.
    pub source: Source,
    /// Whether its date is after the date the case speaks of: then nothing in the case may rest on it.
    pub after_as_of: bool,
    /// The terms; what a preset leaves out is as in the fund's own terms.
    pub terms: Terms,
}

/// Where terms are from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The text or report, as printed.
    pub text: String,
    /// Its date.
    pub date: Date,
    /// Its address.
    pub url: Option<String>,
}

impl Default for Terms {
    /// Nothing is owed, contributed or paid.
    fn default() -> Self {
        Self {
            fiscal: FiscalTerms::default(),
            eligible: Vec::new(),
            only_new: false,
            share: None,
            contribution_cap: None,
            fee: Decimal::ZERO,
            manager: None,
            locked_until: None,
            locked: Decimal::HUNDRED,
            returns: Decimal::ZERO,
            capital: Vec::new(),
            tiers: Vec::new(),
            why: Why::default(),
            span: Span::new(detente_base::FileId(0), 0, 0),
        }
    }
}
