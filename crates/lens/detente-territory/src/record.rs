//! What is on record about a unit: control and claims, each with a date and a source.

use detente_base::{Decimal, Span, half_even};
use jiff::civil::Date;

use crate::{Area, Named};

/// An area under the control of a party as of a date, according to a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Control {
    /// The party.
    pub party: Named,
    /// The part of the unit, in percent; as the source or the table's author gives it.
    pub percent: Option<Decimal>,
    /// The area, in square kilometres; as the source gives it.
    pub km2: Option<Decimal>,
    /// As of when.
    pub on: Date,
    /// According to which source of the ledger.
    pub source: Option<Named>,
    /// The statement of the ledger in which the source says so.
    pub statement: Option<Named>,
    /// Where it is written.
    pub span: Span,
}

/// The part of the whole territory under the control of a party, as a source gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overall {
    /// The party.
    pub party: Named,
    /// The part, in percent.
    pub percent: Option<Decimal>,
    /// The area, in square kilometres.
    pub km2: Option<Decimal>,
    /// As of when; `None` where the source does not say.
    pub on: Option<Date>,
    /// According to which source of the ledger.
    pub source: Option<Named>,
    /// The statement of the ledger in which the source says so.
    pub statement: Option<Named>,
    /// Where it is written.
    pub span: Span,
}

impl Control {
    /// The part of the unit, in percent: as written, else the area as a part of the unit's, rounded half to even to 0.001 and never
    /// more than 100.
    pub fn percent_of(&self, area: Option<&Area>) -> Option<Decimal> {
        self.percent.or_else(|| {
            let (part, whole) = (self.km2?.thousandths(), area?.km2.thousandths());
            let percent = (0 < whole).then(|| half_even(i128::from(part) * 100_000, i128::from(whole)))?;
            Some(Decimal::from_thousandths(i64::try_from(percent.min(100_000)).ok()?))
        })
    }

    /// The area, in square kilometres: as written, else the part of the unit's area, rounded half to even to 0.001.
    pub fn km2_of(&self, area: Option<&Area>) -> Option<Decimal> {
        self.km2.or_else(|| {
            let product = i128::from(self.percent?.thousandths()) * i128::from(area?.km2.thousandths());
            Some(Decimal::from_thousandths(i64::try_from(half_even(product, 100_000)).ok()?))
        })
    }
}

/// A party's claim to a unit, according to a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The party.
    pub party: Named,
    /// Since when it is on record.
    pub on: Option<Date>,
    /// According to which source of the ledger.
    pub source: Option<Named>,
    /// Where it is written.
    pub span: Span,
}
