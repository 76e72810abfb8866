//! One stream in one year: who is entitled to how much of what was sold.

use crate::{FiscalTerms, Money};

/// What a stream sold and cost in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Barrel {
    /// What buyers paid.
    pub gross: Money,
    /// Outlays and running costs of the year, and the licence fee.
    pub costs: Money,
    /// Costs of earlier years not recovered yet.
    pub unrecovered: Money,
}

/// The gross revenue, divided; the parts add up to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Split {
    /// To the government, first.
    pub royalty: Money,
    /// To the operator, for its costs.
    pub recovered: Money,
    /// To the operator, of what is left.
    pub operator: Money,
    /// To the government, of what is left.
    pub government: Money,
    /// From the operator's part to the government.
    pub tax: Money,
    /// Costs still not recovered.
    pub unrecovered: Money,
}

/// Divides a year's gross revenue: royalty, then costs up to the cap, then what is left in two parts, the operator's taxed.
///
/// # Source
/// The order of a production-sharing agreement, \[Johnston1994\]; a concession is the case in which the operator has all
/// that is left and every cost may be recovered.
pub fn split(barrel: Barrel, terms: &FiscalTerms) -> Split {
    let royalty = barrel.gross.percent(terms.royalty);
    let owed = barrel.unrecovered + barrel.costs;
    let cap = barrel.gross.percent(terms.cost_recovery).min(barrel.gross - royalty);
    let recovered = owed.min(cap);
    let left = barrel.gross - royalty - recovered;
    let operator = left.percent(terms.contractor_share);
    Split {
        royalty,
        recovered,
        operator,
        government: left - operator,
        tax: operator.percent(terms.profit_tax),
        unrecovered: owed - recovered,
    }
}

impl Split {
    /// What the operator keeps: its part after tax, the recovery of costs apart.
    pub fn contractor_take(&self) -> Money {
        self.operator - self.tax
    }

    /// What the government gets: royalty, its part and the tax.
    pub fn government_take(&self) -> Money {
        self.royalty + self.government + self.tax
    }
}

#[cfg(test)]
mod tests {
    use super::{Barrel, split};
    use crate::{FiscalTerms, Money};
    use detente_base::Decimal;

    fn whole(percent: i64) -> Decimal {
        Decimal::from_thousandths(percent * 1000)
    }

    fn dollars(cents: i128) -> Money {
        Money::from_cents(cents)
    }

    /// The textbook barrel: 100 → royalty 10, costs 30, profit oil 60 in parts of 24 and 36, tax 9.60 on the 24.
    #[test]
    fn the_barrel_of_production_sharing() {
        let terms = FiscalTerms {
            royalty: whole(10),
            cost_recovery: whole(40),
            contractor_share: whole(40),
            profit_tax: whole(40),
            licence_fee: Decimal::ZERO,
        };
        let barrel = Barrel { gross: dollars(10_000), costs: dollars(3000), unrecovered: Money::ZERO };
        let found = split(barrel, &terms);
        assert_eq!((found.royalty, found.recovered), (dollars(1000), dollars(3000)));
        assert_eq!((found.operator, found.government, found.tax), (dollars(2400), dollars(3600), dollars(960)));
        assert_eq!(found.contractor_take(), dollars(1440));
        assert_eq!(found.government_take(), dollars(5560));
        // Of the 70 that are no cost: 79.43%.
        assert_eq!(found.government_take().cents() * 10_000 / 7000, 7942);
        assert_eq!(detente_base::half_even(found.government_take().cents() * 10_000, 7000), 7943);
    }

    #[test]
    fn costs_beyond_the_cap_wait() {
        let terms = FiscalTerms { royalty: whole(20), cost_recovery: whole(50), ..FiscalTerms::default() };
        let first = split(Barrel { gross: dollars(100), costs: dollars(80), unrecovered: Money::ZERO }, &terms);
        assert_eq!((first.recovered, first.unrecovered), (dollars(50), dollars(30)));
        let next = split(Barrel { gross: dollars(100), costs: dollars(5), unrecovered: first.unrecovered }, &terms);
        assert_eq!((next.recovered, next.unrecovered, next.operator), (dollars(35), Money::ZERO, dollars(45)));
    }

    #[test]
    fn the_royalty_comes_before_costs() {
        let terms = FiscalTerms { royalty: whole(30), ..FiscalTerms::default() };
        let found = split(Barrel { gross: dollars(100), costs: dollars(200), unrecovered: Money::ZERO }, &terms);
        assert_eq!((found.royalty, found.recovered, found.operator), (dollars(30), dollars(70), Money::ZERO));
    }
}
