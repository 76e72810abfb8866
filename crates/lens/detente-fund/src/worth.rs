//! What a cash flow is worth to somebody.

use std::collections::BTreeMap;

use detente_base::{Decimal, Table};
use detente_case::{ChoiceIdx, Issue, IssueIdx, PartyIdx};

use crate::{Account, CashFlow, Centres, Cut, Discount, Fund, Money, Side, Terms, run};

/// The present value of what reaches `account` less what leaves it, in money of the flow's first year.
pub fn net_present_value(flow: &CashFlow, account: Account, side: Side, discount: &Discount) -> Money {
    discount.present_value(&flow.net(account, side))
}

/// At which contribution shares a party's present value from the fund passes zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BreakEven {
    /// Whether it is below zero at the lowest share.
    pub starts_below: bool,
    /// Neighbouring shares between which it passes from below zero to zero or more, or back, in percent.
    pub between: Vec<(Decimal, Decimal)>,
}

/// Takes every choice of the fund's share in turn, all else as in `package`. `None` where no issue is the share.
///
/// # Errors
/// As for [`run`].
/// # Cost
/// A cash flow per choice.
pub fn break_even(
    fund: &Fund,
    terms: &Terms,
    issues: &Table<IssueIdx, Issue>,
    package: &BTreeMap<IssueIdx, ChoiceIdx>,
    party: PartyIdx,
    discount: &Discount,
) -> Result<Option<BreakEven>, Cut> {
    let Some(share) = fund.share else { return Ok(None) };
    let mut package = package.clone();
    let mut sides = Vec::new();
    for (choice, row) in issues[share].choices.iter() {
        package.insert(share, choice);
        let flow = run(fund, terms, issues, &package, &Centres)?;
        let worth = net_present_value(&flow, Account::Party(party), Side::Fund, discount);
        sides.extend(row.amount.map(|amount| (amount, worth < Money::ZERO)));
    }
    let passes = sides.iter().zip(sides.iter().skip(1)).filter(|(left, right)| left.1 != right.1);
    Ok(Some(BreakEven {
        starts_below: sides.first().is_some_and(|(_, below)| *below),
        between: passes.map(|(left, right)| (left.0, right.0)).collect(),
    }))
}
