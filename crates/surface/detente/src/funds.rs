//! A fund under a package: who gets how much when, and what that is worth.

use std::collections::{BTreeMap, BTreeSet};

use detente_case::{Case, ChoiceIdx, IssueIdx, PartyIdx};
use detente_fund::{
    Account, BreakEven, CashFlow, Centres, Cut, Discount, Fund, Money, Payback, Preset, Roots, Side, Terms, break_even,
    drivers, internal_rates, payback, run,
};
use detente_robustness::fund::{Bands, Spread, spreads};

/// What is asked of a fund.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The case.
    pub case: &'a Case,
    /// The fund.
    pub fund: &'a Fund,
    /// The preset, where one is chosen.
    pub preset: Option<&'a Preset>,
    /// How many draws.
    pub draws: u64,
    /// What they are drawn with.
    pub seed: u64,
}

/// A fund under a package.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What is agreed, with what was assumed; of the issues that matter for the fund.
    pub package: BTreeMap<IssueIdx, ChoiceIdx>,
    /// Which of them the package leaves open and the fund's file assumes.
    pub assumed: Vec<IssueIdx>,
    /// Whether the contribution share is the one that the terms name, because the package leaves it open.
    pub share_of_terms: bool,
    /// Everything that moves, at the centres.
    pub flow: CashFlow,
    /// Every party that pays or gets anything, in order of id.
    pub parties: Vec<OfParty>,
}

/// What a party pays and gets.
#[derive(Clone, Debug)]
pub struct OfParty {
    /// Which.
    pub party: PartyIdx,
    /// Per year, everything.
    pub all: Vec<Money>,
    /// Per year, what moves between it and the fund.
    pub of_fund: Vec<Money>,
    /// Present values, where the fund names a rate.
    pub worth: Option<Worth>,
    /// The rates at which what moves between it and the fund is worth nothing.
    pub roots: Roots,
    /// When what it paid into the fund has come back.
    pub payback: Payback,
}

/// Present values.
#[derive(Clone, Debug)]
pub struct Worth {
    /// Of everything.
    pub all: Money,
    /// Of what moves between it and the fund.
    pub of_fund: Money,
    /// Over draws, of everything.
    pub all_drawn: Spread,
    /// Over draws, of what moves between it and the fund.
    pub of_fund_drawn: Spread,
    /// At which contribution shares the worth of the latter passes zero; `None` where no issue is the share, or no fund exists.
    pub break_even: Option<BreakEven>,
}

impl Asked<'_> {
    /// The terms asked about.
    pub fn terms(&self) -> &Terms {
        self.preset.map_or(&self.fund.terms, |preset| &preset.terms)
    }

    /// The fund under `package`, a choice for some issues.
    ///
    /// # Errors
    /// [`Cut::Open`] names issues that neither the package nor the fund's file decides.
    pub fn answer(&self, package: &BTreeMap<IssueIdx, ChoiceIdx>) -> Result<Answer, Cut> {
        let (fund, terms, issues) = (self.fund, self.terms(), &self.case.issues);
        let needed = drivers(fund, terms);
        let share_of_terms = fund.share.is_some_and(|share| !package.contains_key(&share))
            && self.preset.is_some()
            && terms.share.is_some();
        let mut agreed: BTreeMap<IssueIdx, ChoiceIdx> = package
            .iter()
            .filter(|(issue, _)| needed.contains(issue))
            .map(|(&issue, &choice)| (issue, choice))
            .collect();
        let mut assumed = Vec::new();
        for issue in needed {
            let is_of_terms = share_of_terms && fund.share == Some(issue);
            if let Some(&choice) = fund.shown.get(&issue).filter(|_| !agreed.contains_key(&issue) && !is_of_terms) {
                agreed.insert(issue, choice);
                assumed.push(issue);
            }
        }
        let flow = run(fund, terms, issues, &agreed, &Centres)?;
        let parties = touched(&flow);
        let discount = fund.rate().and_then(|rate| Discount::new(rate.percent, flow.len()));
        let worths = match &discount {
            Some(discount) => self.worths(&flow, &agreed, &parties, discount)?.into_iter().map(Some).collect(),
            None => vec![None; parties.len()],
        };
        let of = |(&party, worth): (&PartyIdx, Option<Worth>)| of_party(&flow, party, worth);
        let parties = parties.iter().zip(worths).map(of).collect();
        Ok(Answer { package: agreed, assumed, share_of_terms, flow, parties })
    }

    fn worths(
        &self,
        flow: &CashFlow,
        package: &BTreeMap<IssueIdx, ChoiceIdx>,
        parties: &[PartyIdx],
        discount: &Discount,
    ) -> Result<Vec<Worth>, Cut> {
        let (fund, terms, issues) = (self.fund, self.terms(), &self.case.issues);
        let bands = Bands { fund, terms, issues, package, discount };
        let drawn = spreads(&bands, parties, self.draws, self.seed)?;
        let of = |(&party, [all_drawn, of_fund_drawn]): (&PartyIdx, [Spread; 2])| {
            let worth = |side| discount.present_value(&flow.net(Account::Party(party), side));
            let even = break_even(fund, terms, issues, package, party, discount)?;
            Ok(Worth {
                all: worth(Side::All),
                of_fund: worth(Side::Fund),
                all_drawn,
                of_fund_drawn,
                break_even: even.filter(|_| flow.exists),
            })
        };
        parties.iter().zip(drawn).map(of).collect()
    }
}

fn of_party(flow: &CashFlow, party: PartyIdx, worth: Option<Worth>) -> OfParty {
    let net = |side| flow.net(Account::Party(party), side);
    let of_fund = net(Side::Fund);
    OfParty { party, all: net(Side::All), roots: internal_rates(&of_fund), payback: payback(&of_fund), of_fund, worth }
}

/// The parties between which anything moves.
fn touched(flow: &CashFlow) -> Vec<PartyIdx> {
    let of = |account: Account| match account {
        Account::Party(party) => Some(party),
        _ => None,
    };
    let both = flow.transfers.iter().flat_map(|transfer| [of(transfer.from), of(transfer.to)]);
    both.flatten().collect::<BTreeSet<_>>().into_iter().collect()
}
