//! A fund under packages.

use std::collections::BTreeMap;

use detente::case::PartyIdx;
use detente::fund::{self as found, Account, Kind, Money, Payback, Preset};
use detente::funds::{Answer, Asked, OfParty, Worth};
use detente::robustness::fund::Spread;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Number;

use crate::deals::{Head, number};
use crate::question::About;
use crate::robust::{ShareOf, share};

/// A fund under one package or two. Money is decimal text in single units of the currency, in money of the base year.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FundFlows {
    /// `detente.fund/1`.
    pub schema: &'static str,
    /// The case.
    pub case: Head,
    /// The fund's title.
    pub title: String,
    /// The currency.
    pub currency: String,
    /// All money is money of this year.
    pub base_year: i64,
    /// The rate at which present values are taken, in percent; null where the fund names none.
    pub discount_percent: Option<Number>,
    /// The preset; null where the fund's own terms are used.
    pub preset: Option<FundPreset>,
    /// How many draws.
    pub draws: u64,
    /// What they were drawn with.
    pub seed: u64,
    /// Per package.
    pub packages: Vec<FundPackage>,
    /// By party, what the second package gives it more than the first, per year; of two packages.
    pub difference: Option<BTreeMap<String, Vec<String>>>,
    /// What the figures rest on.
    pub figures: Vec<FundFigure>,
}

/// A named set of terms.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FundPreset {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The text the terms are from.
    pub source: String,
    /// Its date.
    pub date: String,
    /// Its address.
    pub url: Option<String>,
    /// Whether it is later than the date the case speaks of.
    pub after_as_of: bool,
}

/// What a figure rests on.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FundFigure {
    /// What: `stream`, `price`, `rate`, `terms`, `capital`, `exchange` or `frame`.
    pub of: &'static str,
    /// Its id, where it has one.
    pub id: Option<String>,
    /// `sourced`, `sourced in part` (its reason names assumptions too), `assumption`, or `unexplained`.
    pub standing: &'static str,
    /// The reason or source in words.
    pub because: Option<String>,
    /// Statements or positions it rests on.
    pub basis: Vec<String>,
}

/// A fund under a package.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FundPackage {
    /// The choices on which the fund depends.
    pub package: BTreeMap<String, String>,
    /// Which of them are assumed because the package leaves them open.
    pub assumed: Vec<String>,
    /// Whether there is a fund.
    pub exists: bool,
    /// The contribution share, in percent.
    pub share_percent: Number,
    /// Whether the share is the one that the terms name.
    pub share_of_terms: bool,
    /// Year by year, at the centres.
    pub years: Vec<FundYear>,
    /// By party.
    pub parties: BTreeMap<String, FundParty>,
}

/// A year at the centres.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FundYear {
    /// Which.
    pub year: i64,
    /// What buyers pay.
    pub sales: String,
    /// What is contributed out of revenue.
    pub contributed: String,
    /// Capital paid in cash.
    pub capital: String,
    /// Aid in kind credited as capital; it never reaches the fund.
    pub aid: String,
    /// Returns on the balance.
    pub returns: String,
    /// The fee.
    pub fee: String,
    /// What the fund pays out.
    pub distributed: String,
    /// What it holds at the end of the year.
    pub held: String,
    /// By party, what reaches it less what leaves it.
    pub net: BTreeMap<String, String>,
}

/// What a party pays and gets.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FundParty {
    /// The sum over the years of everything.
    pub sum: String,
    /// The sum of what moves between it and the fund.
    pub sum_of_fund: String,
    /// What it contributes and pays in, aid included.
    pub paid_in: String,
    /// What it gets out of the fund.
    pub distributed: String,
    /// Present values; null where the fund names no rate.
    pub worth: Option<FundWorth>,
    /// Every internal rate of return of what moves between it and the fund, in percent.
    pub internal_rates_percent: Vec<Number>,
    /// How often that flow changes its sign; beyond one a rate need not mean what it seems to.
    pub sign_changes: usize,
    /// The year at whose end what it paid in has come back for good; null where it has not, or nothing was paid in.
    pub payback_year: Option<i64>,
    /// `paid back`, `not paid back` or `nothing to pay back`.
    pub payback: &'static str,
}

/// Present values in the first year.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FundWorth {
    /// Of everything, at the centres.
    pub all: String,
    /// Of what moves between it and the fund, at the centres.
    pub of_fund: String,
    /// Of everything, over draws.
    pub all_drawn: FundSpread,
    /// Of what moves between it and the fund, over draws.
    pub of_fund_drawn: FundSpread,
    /// Whether the worth of the latter is below zero at the lowest share; null where no issue is the share.
    pub below_zero_at_lowest_share: Option<bool>,
    /// Neighbouring shares in percent between which it passes zero.
    pub break_even_between_percent: Vec<[Number; 2]>,
}

/// Present values over draws from the bands; never likelihoods.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FundSpread {
    /// In 10% of draws it is at most this.
    pub at_most_in_10_percent: String,
    /// In 50%.
    pub at_most_in_50_percent: String,
    /// In 90%.
    pub at_most_in_90_percent: String,
    /// Draws in which it is below zero.
    pub below_zero: ShareOf,
}

/// Cash flows as a document.
pub fn fund(about: &About<'_>, asked: &Asked<'_>, answers: &[Answer]) -> FundFlows {
    let of = asked.fund;
    FundFlows {
        schema: "detente.fund/1",
        case: about.head(),
        title: of.title.clone(),
        currency: of.currency.clone(),
        base_year: of.base_year,
        discount_percent: of.rate().map(|rate| number(rate.percent)),
        preset: asked.preset.map(preset),
        draws: asked.draws,
        seed: asked.seed,
        packages: answers.iter().map(|answer| of_package(about, answer)).collect(),
        difference: difference(about, answers),
        figures: figures(asked),
    }
}

fn preset(of: &Preset) -> FundPreset {
    FundPreset {
        id: of.id.to_string(),
        title: of.title.clone(),
        source: of.source.text.clone(),
        date: of.source.date.to_string(),
        url: of.source.url.clone(),
        after_as_of: of.after_as_of,
    }
}

/// What every figure of a fund rests on: sources, reasons, or nothing.
pub fn figures(asked: &Asked<'_>) -> Vec<FundFigure> {
    let figure = |of: &'static str, id: Option<String>, why: &detente::estimate::Why| {
        let basis: Vec<String> = why.basis.iter().map(ToString::to_string).collect();
        let standing = match (basis.is_empty(), &why.because) {
            (false, Some(because)) if assumes(because) => "sourced in part",
            (false, _) => "sourced",
            (true, Some(_)) => "assumption",
            (true, None) => "unexplained",
        };
        FundFigure { of, id, standing, because: why.because.clone(), basis }
    };
    let fund = asked.fund;
    let mut all = vec![figure("frame", None, &fund.why)];
    all.extend(fund.rates.rows().map(|rate| figure("rate", Some(rate.id.to_string()), &rate.why)));
    all.extend(fund.exchange.iter().map(|rate| FundFigure {
        of: "exchange",
        id: Some(rate.currency.clone()),
        standing: "sourced",
        because: Some(format!("{}, {}", rate.source, rate.date)),
        basis: Vec::new(),
    }));
    all.extend(fund.prices.rows().map(|deck| figure("price", Some(deck.id.to_string()), &deck.why)));
    all.extend(fund.streams.rows().map(|stream| figure("stream", Some(stream.id.to_string()), &stream.why)));
    if asked.preset.is_none() {
        all.push(figure("terms", None, &fund.terms.why));
    }
    all.extend(asked.preset.map(|preset| FundFigure {
        of: "terms",
        id: Some(preset.id.to_string()),
        standing: if preset.terms.why.because.as_deref().is_some_and(assumes) { "sourced in part" } else { "sourced" },
        because: preset.terms.why.because.clone(),
        basis: Vec::new(),
    }));
    all.extend(asked.terms().capital.iter().map(|row| figure("capital", None, &row.why)));
    all
}

fn assumes(because: &str) -> bool {
    because.contains("assumption")
}

fn of_package(about: &About<'_>, answer: &Answer) -> FundPackage {
    let flow = &answer.flow;
    let ids = |issue: &detente::case::IssueIdx| about.case.issues[*issue].id.to_string();
    let chosen = answer.package.iter().map(|(&issue, &choice)| crate::show::choice_ids(about.case, issue, choice));
    FundPackage {
        package: chosen.collect(),
        assumed: answer.assumed.iter().map(ids).collect(),
        exists: flow.exists,
        share_percent: number(flow.share),
        share_of_terms: answer.share_of_terms,
        years: years(about, answer),
        parties: answer.parties.iter().map(|of| (about.party(of.party), of_party(answer, of))).collect(),
    }
}

fn years(about: &About<'_>, answer: &Answer) -> Vec<FundYear> {
    let flow = &answer.flow;
    let moved = |kind: Kind| flow.moved(|of| of == kind);
    let [sales, contributed, capital, aid, returns, fee] =
        [Kind::Sales, Kind::Contribution, Kind::Capital, Kind::Aid, Kind::Returns, Kind::Fee].map(moved);
    let distributed = flow.moved(|kind| matches!(kind, Kind::Distribution(_)));
    let held = flow.balance();
    let at = |amounts: &[Money], year: usize| amounts.get(year).copied().unwrap_or_default().to_string();
    let year = |(rank, year): (usize, i64)| FundYear {
        year,
        sales: at(&sales, rank),
        contributed: at(&contributed, rank),
        capital: at(&capital, rank),
        aid: at(&aid, rank),
        returns: at(&returns, rank),
        fee: at(&fee, rank),
        distributed: at(&distributed, rank),
        held: at(&held, rank),
        net: answer.parties.iter().map(|of| (about.party(of.party), at(&of.all, rank))).collect(),
    };
    (flow.from..=flow.to).enumerate().map(year).collect()
}

fn sum(amounts: &[Money]) -> String {
    amounts.iter().copied().sum::<Money>().to_string()
}

fn of_party(answer: &Answer, of: &OfParty) -> FundParty {
    let flow = &answer.flow;
    let account = Account::Party(of.party);
    let rates = of.roots.rates.iter().map(|&rate| number(found::Roots::percent(rate)));
    FundParty {
        sum: sum(&of.all),
        sum_of_fund: sum(&of.of_fund),
        paid_in: sum(&flow.paid(account, |kind| matches!(kind, Kind::Contribution | Kind::Capital | Kind::Aid))),
        distributed: sum(&flow.received(account, |kind| matches!(kind, Kind::Distribution(_)))),
        worth: of.worth.as_ref().map(worth),
        internal_rates_percent: rates.collect(),
        sign_changes: of.roots.sign_changes,
        payback_year: match of.payback {
            Payback::After(years) => i64::try_from(years).ok().map(|years| flow.from + years),
            Payback::Never | Payback::NothingToPayBack => None,
        },
        payback: match of.payback {
            Payback::After(_) => "paid back",
            Payback::Never => "not paid back",
            Payback::NothingToPayBack => "nothing to pay back",
        },
    }
}

fn worth(of: &Worth) -> FundWorth {
    let between = of.break_even.iter().flat_map(|even| &even.between);
    FundWorth {
        all: of.all.to_string(),
        of_fund: of.of_fund.to_string(),
        all_drawn: spread(&of.all_drawn),
        of_fund_drawn: spread(&of.of_fund_drawn),
        below_zero_at_lowest_share: of.break_even.as_ref().map(|even| even.starts_below),
        break_even_between_percent: between.map(|&(low, high)| [number(low), number(high)]).collect(),
    }
}

fn spread(of: &Spread) -> FundSpread {
    FundSpread {
        at_most_in_10_percent: of.low.to_string(),
        at_most_in_50_percent: of.middle.to_string(),
        at_most_in_90_percent: of.high.to_string(),
        below_zero: share(of.below_zero),
    }
}

/// What the second package gives each party more than the first, per year.
fn difference(about: &About<'_>, answers: &[Answer]) -> Option<BTreeMap<String, Vec<String>>> {
    let [first, second] = answers else { return None };
    Some(
        differences(first, second)
            .into_iter()
            .map(|(party, amounts)| (about.party(party), amounts.iter().map(ToString::to_string).collect()))
            .collect(),
    )
}

/// What the second answer gives each party of either more than the first, per year.
pub fn differences(first: &Answer, second: &Answer) -> BTreeMap<PartyIdx, Vec<Money>> {
    let parties = first.parties.iter().chain(&second.parties).map(|of| of.party);
    let net = |answer: &Answer, party: PartyIdx| answer.flow.net(Account::Party(party), found::Side::All);
    parties
        .map(|party| {
            let pairs = net(second, party).into_iter().zip(net(first, party));
            (party, pairs.map(|(more, less)| more - less).collect())
        })
        .collect()
}
