//! What a party's part in a fund comes to, in words.

use detente::case::Case;
use detente::fund::{Payback, Roots};
use detente::funds::{Answer, Asked, OfParty, Worth};
use detente_report::words::{decimal, listed};

/// Rates of return, payback and break-even of what moves between each party and the fund, a line for each party.
pub fn rates_of(case: &Case, asked: &Asked<'_>, answer: &Answer) -> Vec<String> {
    let of = |of: &OfParty| {
        let even = of.worth.as_ref().and_then(|worth| break_even(asked, worth));
        let parts = [Some(roots(&of.roots)), payback(answer.flow.from, of), even];
        let words: Vec<String> = parts.into_iter().flatten().collect();
        format!("{}, between it and the fund: {}.", case.parties[of.party].name, words.join("; "))
    };
    answer.parties.iter().map(of).collect()
}

fn roots(roots: &Roots) -> String {
    let rates: Vec<String> = roots.rates.iter().map(|&rate| format!("{}%", decimal(Roots::percent(rate)))).collect();
    match (rates.as_slice(), roots.sign_changes) {
        ([], 0) => "no internal rate of return, since the flow never changes its sign".to_owned(),
        ([], _) => "no internal rate of return".to_owned(),
        ([only], 1) => format!("internal rate of return {only} a year"),
        ([only], _) => format!("internal rate of return {only} a year, of a flow that changes its sign more than once"),
        _ => format!(
            "{} internal rates of return, {} a year: the flow changes its sign more than once, and none need mean what it seems to",
            rates.len(),
            listed(&rates)
        ),
    }
}

fn payback(from: i64, of: &OfParty) -> Option<String> {
    match of.payback {
        Payback::NothingToPayBack => None,
        Payback::After(years) => Some(format!("paid back by the end of {}", from + i64::try_from(years).unwrap_or(0))),
        Payback::Never => Some("not paid back".to_owned()),
    }
}

fn break_even(asked: &Asked<'_>, worth: &Worth) -> Option<String> {
    let even = worth.break_even.as_ref()?;
    let issue = &asked.case.issues[asked.fund.share?].title;
    if even.between.is_empty() {
        let share = if even.starts_below { "every" } else { "no" };
        return Some(format!("present value below zero at {share} share"));
    }
    let between: Vec<String> = even.between.iter().map(|(low, high)| format!("{low}% and {high}%")).collect();
    Some(format!("present value passes zero between {} of “{issue}”", listed(&between)))
}
