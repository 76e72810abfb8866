//! How the fund pays: tier by tier, never more than there is.

use std::collections::BTreeMap;

use detente_base::Decimal;
use detente_case::PartyIdx;

use crate::{Money, Tier, Until, apportion};

/// What has been paid in and out so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Standing {
    /// Credited capital of each party that has not come back.
    pub(crate) unreturned: BTreeMap<PartyIdx, Money>,
    /// What each tier has paid.
    paid: BTreeMap<usize, Money>,
}

impl Standing {
    /// Pays `available` out: per tier, to whom how much.
    pub(crate) fn pay(&mut self, tiers: &[Tier], scale: i64, available: Money) -> Vec<(usize, PartyIdx, Money)> {
        let mut left = available;
        let mut paid = Vec::new();
        for (rank, tier) in tiers.iter().enumerate() {
            let parts = match tier.until {
                Until::CapitalReturned => self.returned(left),
                Until::Paid(limit) => {
                    let before = self.paid.get(&rank).copied().unwrap_or_default();
                    shared(tier, left.min((Money::of(limit, scale) - before).at_least_zero()))
                }
                Until::End => shared(tier, left),
            };
            for (party, amount) in parts {
                left -= amount;
                *self.paid.entry(rank).or_default() += amount;
                paid.push((rank, party, amount));
            }
        }
        paid
    }

    fn returned(&mut self, left: Money) -> Vec<(PartyIdx, Money)> {
        let owed: Money = self.unreturned.values().copied().sum();
        let weights: Vec<i128> = self.unreturned.values().map(|amount| amount.cents()).collect();
        let parts = apportion(left.min(owed), &weights);
        let paid: Vec<(PartyIdx, Money)> = self.unreturned.keys().copied().zip(parts).collect();
        for (party, amount) in &paid {
            *self.unreturned.entry(*party).or_default() -= *amount;
        }
        paid
    }
}

/// `amount` by the tier's percentages; what is missing to a hundred is nobody's yet.
fn shared(tier: &Tier, amount: Money) -> Vec<(PartyIdx, Money)> {
    let percent = |of: &Decimal| i128::from(of.thousandths());
    let given: i128 = tier.split.iter().map(|(_, share)| percent(share)).sum();
    let kept = (i128::from(Decimal::HUNDRED.thousandths()) - given).max(0);
    let weights: Vec<i128> = tier.split.iter().map(|(_, share)| percent(share)).chain([kept]).collect();
    tier.split.iter().map(|(party, _)| *party).zip(apportion(amount, &weights)).collect()
}

#[cfg(test)]
mod tests {
    use super::Standing;
    use crate::{Money, Tier, Until};
    use detente_base::{Decimal, Index};
    use detente_case::PartyIdx;

    fn tier(split: &[(usize, i64)], until: Until) -> Tier {
        let part = |&(party, percent): &(usize, i64)| (PartyIdx::new(party), Decimal::from_thousandths(percent * 1000));
        Tier { title: String::new(), split: split.iter().map(part).collect(), until }
    }

    #[test]
    fn capital_first_then_a_limit_then_the_rest() {
        let hundred = Until::Paid(Decimal::HUNDRED);
        let tiers =
            [tier(&[], Until::CapitalReturned), tier(&[(0, 100)], hundred), tier(&[(0, 50), (1, 30)], Until::End)];
        let mut standing = Standing::default();
        standing.unreturned.extend([
            (PartyIdx::new(0), Money::of(Decimal::HUNDRED, 3)),
            (PartyIdx::new(1), Money::of(Decimal::HUNDRED, 1)),
        ]);
        let mut pay = |cents: i128| -> Vec<(usize, usize, i128)> {
            let paid = standing.pay(&tiers, 1, Money::from_cents(cents));
            paid.into_iter()
                .map(|(tier, party, amount)| (tier, party.position(), amount.cents()))
                .filter(|of| of.2 != 0)
                .collect()
        };
        assert_eq!(pay(20_000), [(0, 0, 15_000), (0, 1, 5_000)]);
        assert_eq!(pay(25_000), [(0, 0, 15_000), (0, 1, 5_000), (1, 0, 5_000)]);
        // 50 still fit into the second tier; of 101 cents a fifth stays, and the parts add up to what left.
        assert_eq!(pay(5_101), [(1, 0, 5_000), (2, 0, 51), (2, 1, 30)]);
    }
}
