//! Every cent in is a cent out, whatever the terms.

use std::collections::BTreeMap;

use crate::generate::{fund, terms};
use detente_base::{Decimal, Index, Table};
use detente_case::PartyIdx;
use detente_estimate::Range;
use detente_fund::{Account, CashFlow, Eligible, Kind, Money, Numbers, Side, Transfer, run};
use proptest::prelude::*;

/// Ends and middles of ranges, by id; streams wholly or not at all.
struct Picked(u64);

impl Picked {
    fn of(&self, id: &str) -> u64 {
        id.bytes()
            .fold(self.0, |mixed, byte| mixed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(u64::from(byte)))
    }
}

impl Numbers for Picked {
    fn number(&self, id: &str, range: Range) -> Decimal {
        [range.low(), range.centre(), range.high()][usize::try_from(self.of(id) >> 40).unwrap() % 3]
    }

    fn weight(&self, id: &str, probability: Decimal) -> Decimal {
        match self.of(id) >> 40 & 3 {
            0 => Decimal::ZERO,
            1 => Decimal::from_thousandths(1000),
            _ => probability,
        }
    }
}

fn sum(amounts: &[Money]) -> Money {
    amounts.iter().copied().sum()
}

/// What `account` has over, per year, added up from the transfers one by one.
fn left(flow: &CashFlow, account: Account) -> BTreeMap<i64, i128> {
    let mut years: BTreeMap<i64, i128> = (flow.from..=flow.to).map(|year| (year, 0)).collect();
    for Transfer { year, from, to, amount, .. } in &flow.transfers {
        assert!(Money::ZERO < *amount, "an amount that is nothing or less");
        let of = years.get_mut(year).expect("a year of the fund");
        *of += i128::from(*to == account) * amount.cents() - i128::from(*from == account) * amount.cents();
    }
    years
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn every_cent_in_is_a_cent_out(fund in fund(), terms in terms(), pick in any::<u64>()) {
        let flow = run(&fund, &terms, &Table::default(), &BTreeMap::new(), &Picked(pick)).expect("nothing is open");
        let outside = [Account::Market, Account::Operators, Account::Suppliers, Account::Manager];
        let parties: Vec<Account> = (0..3).map(|party| Account::Party(PartyIdx::new(party))).collect();
        // Buyers pay; a stream divides all of it in the same year.
        for stream in fund.streams.indices() {
            prop_assert!(left(&flow, Account::Stream(stream)).values().all(|left| *left == 0));
        }
        // In every year what left the market reached parties, others outside, or is in the fund.
        for year in flow.from..=flow.to {
            let of = |account: Account| left(&flow, account)[&year];
            let reached: i128 = parties.iter().chain(&outside[1..]).map(|&account| of(account)).sum();
            prop_assert_eq!(-of(Account::Market), reached + of(Account::Fund));
        }
        // The fund never pays what it does not have, and holds what came in and did not leave.
        prop_assert!(flow.balance().iter().all(|held| Money::ZERO <= *held));
        let into = sum(&flow.received(Account::Fund, |_| true));
        let out = sum(&flow.paid(Account::Fund, |_| true));
        prop_assert_eq!(into - out, flow.balance().last().copied().unwrap_or_default());
        // Sales are what is owed first, costs recovered, and the two parts of the rest.
        let moved = |kinds: &[Kind]| sum(&flow.moved(|kind| kinds.contains(&kind)));
        prop_assert_eq!(
            moved(&[Kind::Sales]),
            moved(&[Kind::Royalty, Kind::CostRecovery, Kind::OperatorShare, Kind::ProductionShare])
        );
        prop_assert!(moved(&[Kind::ProfitTax]) <= moved(&[Kind::OperatorShare]));
        // Nobody contributes more than the share of what counts, nor more than the cap.
        let counted: &[(Eligible, Kind)] = &[
            (Eligible::Royalty, Kind::Royalty), (Eligible::LicenceFee, Kind::LicenceFee),
            (Eligible::ProductionShare, Kind::ProductionShare), (Eligible::ProfitTax, Kind::ProfitTax),
        ];
        let most: Money = counted.iter().filter(|(of, _)| terms.eligible.contains(of)).map(|(_, kind)| moved(&[*kind])).sum();
        prop_assert!(moved(&[Kind::Contribution]) <= most);
        if let Some(cap) = terms.contribution_cap {
            prop_assert!(moved(&[Kind::Contribution]) <= Money::of(cap, 1000));
        }
        // Nobody gets more capital back than was credited.
        let credited: Money = terms.capital.iter().flat_map(|row| {
            row.amounts.iter().filter(|at| (flow.from..=flow.to).contains(&at.year)).map(|at| Money::of(at.range.high(), 1000))
        }).sum();
        for (rank, tier) in terms.tiers.iter().enumerate().filter(|(_, tier)| tier.until == detente_fund::Until::CapitalReturned) {
            let first = terms.tiers.iter().position(|of| of.until == tier.until) == Some(rank);
            prop_assert!(!first || moved(&[Kind::Distribution(rank)]) <= credited);
        }
        // A flow from the fund is a part of the whole flow.
        for &party in &parties {
            let of_fund = sum(&flow.net(party, Side::Fund));
            let rest = sum(&flow.received(party, |kind| !kind.is_of_fund())) - sum(&flow.paid(party, |kind| !kind.is_of_fund()));
            prop_assert_eq!(sum(&flow.net(party, Side::All)), of_fund + rest);
        }
    }
}
