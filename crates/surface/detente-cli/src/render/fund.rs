//! A fund as a page: year by year, what each party's part is worth, what the bands do, and what every figure rests on.

use detente::case::PartyIdx;
use detente::fund::{Kind, Money};
use detente::funds::{Answer, Asked, Worth};
use detente::robustness::fund::Spread;
use detente_api::{About, differences};
use detente_sheets::fund::{Told, basis, picture, rates_of, unit};

use super::deals::title;
use super::robust::shares::percent;
use super::stated::letters;
use super::text::{count, decimal, heading, indented, item, table, wrapped};
use super::words::choice_words;

/// The whole page.
pub(crate) fn fund(about: &About<'_>, asked: &Asked<'_>, answers: &[Answer], plot: bool) -> String {
    let mut text = title(about.opened, about.case);
    text.push_str(&head(asked));
    let names = letters(answers.len());
    for (answer, name) in answers.iter().zip(&names) {
        let name = if answers.len() == 1 { String::new() } else { format!("{name}. ") };
        text.push_str(&of_package(about, asked, answer, &name));
    }
    if let [first, second] = answers {
        text.push_str(&difference(about, asked, [first, second]));
    }
    if plot {
        text.push_str(&format!("\n{}", picture(about.case, asked, answers).text()));
    }
    text.push_str(&rests_on(asked));
    text
}

fn head(asked: &Asked<'_>) -> String {
    let fund = asked.fund;
    let mut text =
        format!("\n{}", wrapped(&format!("{}. Amounts in {} of {}.", fund.title, unit(asked), fund.base_year), 2));
    match asked.preset {
        None => text.push_str(&wrapped("Terms: the fund's own.", 2)),
        Some(preset) => {
            let after =
                if preset.after_as_of { ", after the as-of date; nothing else in the case rests on it" } else { "" };
            let date = preset.source.date.strftime("%-d %B %Y");
            text.push_str(&wrapped(&format!("Terms: {} ({}, {date}{after}).", preset.title, preset.source.text), 2));
        }
    }
    if let Some(rate) = fund.rate() {
        let words =
            format!("Present values in money of {}, at {}% a year (“{}”).", fund.from, decimal(rate.percent), rate.id);
        text.push_str(&wrapped(&words, 2));
    }
    text
}

fn of_package(about: &About<'_>, asked: &Asked<'_>, answer: &Answer, name: &str) -> String {
    let words = |of: bool| -> Vec<String> {
        let chosen = answer.package.iter().filter(|(issue, _)| answer.assumed.contains(issue) == of);
        chosen.map(|(&issue, &choice)| choice_words(about.case, issue, choice)).collect()
    };
    let mut text = heading(&format!("{name}Year by year, at the centres of the bands"));
    for (of, start) in [(false, "Agreed"), (true, "Assumed, where the package leaves it open")] {
        if !words(of).is_empty() {
            text.push_str(&wrapped(&format!("{start} — {}.", words(of).join("; ")), 2));
        }
    }
    if answer.share_of_terms {
        text.push_str(&wrapped(
            &format!("Contribution share {}%, as the terms name it.", decimal(answer.flow.share)),
            2,
        ));
    }
    if !answer.flow.exists {
        text.push_str(&wrapped("There is no fund under this package; revenue flows without it.", 2));
    }
    text.push_str(&years(about, asked, answer));
    text.push_str(&heading(&format!("{name}What each party pays and gets")));
    text.push_str(&sums(about, asked, answer));
    text.push_str(&rates(about, asked, answer));
    text.push_str(&bands(about, asked, answer));
    text
}

fn party(about: &About<'_>, of: PartyIdx) -> String {
    about.case.parties[of].name.clone()
}

fn years(about: &About<'_>, asked: &Asked<'_>, answer: &Answer) -> String {
    let flow = &answer.flow;
    let into = flow.moved(|kind| matches!(kind, Kind::Contribution | Kind::Capital));
    let out = flow.moved(|kind| matches!(kind, Kind::Distribution(_)));
    let columns = [flow.moved(|kind| kind == Kind::Sales), into, out, flow.balance()];
    let all: Vec<&Vec<Money>> = columns.iter().chain(answer.parties.iter().map(|of| &of.all)).collect();
    let told = Told::of(asked, all.iter().flat_map(|column| column.iter().copied()));
    let header = ["year", "sales", "into the fund", "paid out", "fund holds"].map(str::to_owned).into_iter();
    let mut rows = table(header.chain(answer.parties.iter().map(|of| party(about, of.party))).collect());
    for (rank, year) in (flow.from..=flow.to).enumerate() {
        let cells = all.iter().map(|column| told.amount(column.get(rank).copied().unwrap_or_default()));
        rows.add_row([year.to_string()].into_iter().chain(cells));
    }
    let sum = |column: &Vec<Money>| told.amount(column.iter().copied().sum());
    let cells = all.iter().enumerate().map(|(at, column)| if at == 3 { String::new() } else { sum(column) });
    rows.add_row(["all".to_owned()].into_iter().chain(cells));
    let words = "Of a party: everything that reaches it less everything that leaves it.";
    format!("\n{}{}", indented(&rows), wrapped(words, 2))
}

/// A party, its sums, and what flows of the fund and all flows are worth.
type Line = (String, [Money; 4], Option<(Money, Money)>);

fn sums(about: &About<'_>, asked: &Asked<'_>, answer: &Answer) -> String {
    let flow = &answer.flow;
    let sum = |amounts: Vec<Money>| amounts.into_iter().sum::<Money>();
    let mut lines: Vec<Line> = Vec::new();
    for of in &answer.parties {
        let account = detente::fund::Account::Party(of.party);
        let paid = sum(flow.paid(account, |kind| matches!(kind, Kind::Contribution | Kind::Capital | Kind::Aid)));
        let got = sum(flow.received(account, |kind| matches!(kind, Kind::Distribution(_))));
        let worth = of.worth.as_ref().map(|worth| (worth.of_fund, worth.all));
        let all = of.all.iter().copied().sum::<Money>();
        let aid = sum(flow.received(account, |kind| kind == Kind::Aid));
        lines.push((party(about, of.party), [paid, aid, got, all], worth));
    }
    let amounts = lines.iter().flat_map(|(_, amounts, worth)| {
        amounts.iter().copied().chain(worth.iter().flat_map(|(fund, all)| [*fund, *all]))
    });
    let told = Told::of(asked, amounts);
    let header = ["party", "paid in", "aid in kind", "paid out to it", "in all", "present value: fund", "in all"];
    let mut rows = table(header.map(str::to_owned).to_vec());
    for (name, amounts, worth) in &lines {
        let worth = worth
            .map_or_else(|| vec!["no rate".to_owned(); 2], |(fund, all)| vec![told.amount(fund), told.amount(all)]);
        rows.add_row([name.clone()].into_iter().chain(amounts.iter().map(|amount| told.amount(*amount))).chain(worth));
    }
    let held = flow.balance().last().copied().unwrap_or_default();
    let left = if held == Money::ZERO {
        String::new()
    } else {
        wrapped(
            &format!("The fund still holds {} at the end of {}; it is in nobody's sum.", told.amount(held), flow.to),
            2,
        )
    };
    format!("\n{}{left}", indented(&rows))
}

/// Rates of return, payback and break-even of what moves between each party and the fund.
fn rates(about: &About<'_>, asked: &Asked<'_>, answer: &Answer) -> String {
    rates_of(about.case, asked, answer).iter().map(|line| item(line, 2)).collect()
}

fn bands(about: &About<'_>, asked: &Asked<'_>, answer: &Answer) -> String {
    let of: Vec<(String, &Worth)> =
        answer.parties.iter().filter_map(|of| Some((party(about, of.party), of.worth.as_ref()?))).collect();
    if of.is_empty() {
        return String::new();
    }
    let ends = |spread: &Spread| [spread.low, spread.middle, spread.high];
    let told = Told::of(
        asked,
        of.iter().flat_map(|(_, worth)| ends(&worth.all_drawn).into_iter().chain(ends(&worth.of_fund_drawn))),
    );
    let header = ["present value", "at most, in 10% of draws", "in 50%", "in 90%", "below zero"];
    let mut rows = table(header.map(str::to_owned).to_vec());
    for (name, worth) in &of {
        for (what, spread) in [("from the fund", &worth.of_fund_drawn), ("in all", &worth.all_drawn)] {
            let cells = ends(spread).map(|amount| told.amount(amount));
            let below = format!("in {}", percent(spread.below_zero));
            rows.add_row([format!("{name}, {what}")].into_iter().chain(cells).chain([below]));
        }
    }
    let words = format!(
        "Shares are of {} draws from these bands (seed {}), not likelihoods; in a draw each stream comes about or not.",
        count(asked.draws),
        asked.seed
    );
    format!("\n{}{}", indented(&rows), wrapped(&words, 2))
}

fn difference(about: &About<'_>, asked: &Asked<'_>, answers: [&Answer; 2]) -> String {
    let by_party = differences(answers[0], answers[1]);
    let told = Told::of(asked, by_party.values().flatten().copied());
    let header = ["year".to_owned()].into_iter().chain(by_party.keys().map(|of| party(about, *of)));
    let mut rows = table(header.collect());
    for (rank, year) in (answers[0].flow.from..=answers[0].flow.to).enumerate() {
        let cells = by_party.values().map(|amounts| told.change(amounts.get(rank).copied().unwrap_or_default()));
        rows.add_row([year.to_string()].into_iter().chain(cells));
    }
    let sums = by_party.values().map(|amounts| told.change(amounts.iter().copied().sum()));
    rows.add_row(["all".to_owned()].into_iter().chain(sums));
    let worth = |answer: &Answer, of: PartyIdx| {
        let found = answer.parties.iter().find(|found| found.party == of);
        found.map_or(Some(Money::ZERO), |found| found.worth.as_ref().map(|worth| worth.all))
    };
    let values: Option<Vec<String>> =
        by_party.keys().map(|&of| Some(told.change(worth(answers[1], of)? - worth(answers[0], of)?))).collect();
    if let Some(values) = values.filter(|_| asked.fund.discount.is_some()) {
        rows.add_row(["present value".to_owned()].into_iter().chain(values));
    }
    format!("{}\n{}", heading("From A to B: what each party gets more or less"), indented(&rows))
}

/// What every figure rests on.
fn rests_on(asked: &Asked<'_>) -> String {
    let lines: String = basis(asked).iter().map(|line| item(line, 2)).collect();
    format!("{}{lines}", heading("What the figures rest on"))
}
