//! The cash flow of a fund as parts of a sheet.

use detente::case::Case;
use detente::fund::{Account, Kind, Money};
use detente::funds::{Answer, Asked};
use detente_report::sheet::{Figure, Flowing, Table};

use super::{Told, basis, picture, rates_of};

/// What moves under a package, at the centres of the bands.
pub(super) fn flowing(case: &Case, asked: &Asked<'_>, answer: &Answer) -> Flowing {
    let choices = answer.package.iter().map(|(&issue, &choice)| {
        let words = format!("{}: “{}”", case.issues[issue].title, case.issues[issue].choices[choice].title);
        if answer.assumed.contains(&issue) {
            format!("Assumed, where the package leaves it open: {words}.")
        } else {
            format!("Agreed: {words}.")
        }
    });
    let flows = picture(case, asked, std::slice::from_ref(answer));
    Flowing {
        rests_on_choices: choices.collect(),
        figure: Figure {
            caption: format!(
                "{} Amounts in {}, at the centres of the bands. Of a party: everything that reaches it less everything that leaves it.",
                flows.caption, flows.unit
            ),
            svg: flows.svg(),
            table: years(case, asked, answer),
        },
        sums: sums(case, asked, answer),
        notes: rates_of(case, asked, answer),
        basis: basis(asked),
    }
}

fn years(case: &Case, asked: &Asked<'_>, answer: &Answer) -> Table {
    let flow = &answer.flow;
    let columns = [
        flow.moved(|kind| matches!(kind, Kind::Contribution | Kind::Capital)),
        flow.moved(|kind| matches!(kind, Kind::Distribution(_))),
        flow.balance(),
    ];
    let of_parties = answer.parties.iter().flat_map(|of| of.all.iter().copied());
    let told = Told::of(asked, columns.iter().flatten().copied().chain(of_parties));
    let row = |(rank, year): (usize, i64)| {
        let at = |column: &Vec<Money>| told.amount(column.get(rank).copied().unwrap_or_default());
        let parties = answer.parties.iter().map(|of| format!("{}: {}", case.parties[of.party].name, at(&of.all)));
        let mut cells = vec![year.to_string()];
        cells.extend(columns.iter().map(at));
        cells.push(parties.collect::<Vec<_>>().join("\n"));
        cells
    };
    Table {
        header: vec!["Year", "Into the fund", "Paid out", "Fund holds", "Each party"],
        rows: (flow.from..=flow.to).enumerate().map(row).collect(),
    }
}

fn sums(case: &Case, asked: &Asked<'_>, answer: &Answer) -> Table {
    let flow = &answer.flow;
    let sum = |amounts: Vec<Money>| amounts.into_iter().sum::<Money>();
    let rows: Vec<(String, [Money; 3], Option<Money>)> = answer
        .parties
        .iter()
        .map(|of| {
            let account = Account::Party(of.party);
            let paid = sum(flow.paid(account, |kind| matches!(kind, Kind::Contribution | Kind::Capital | Kind::Aid)));
            let got = sum(flow.received(account, |kind| matches!(kind, Kind::Distribution(_))));
            let name = case.parties[of.party].name.clone();
            (name, [paid, got, of.all.iter().copied().sum()], of.worth.as_ref().map(|worth| worth.all))
        })
        .collect();
    let told = Told::of(asked, rows.iter().flat_map(|(_, amounts, worth)| amounts.iter().copied().chain(*worth)));
    let row = |(name, amounts, worth): &(String, [Money; 3], Option<Money>)| {
        let mut cells = vec![name.clone()];
        cells.extend(amounts.iter().map(|&amount| told.amount(amount)));
        cells.push(worth.map_or_else(|| "no rate".to_owned(), |worth| told.amount(worth)));
        cells
    };
    Table {
        header: vec!["Party", "Paid in", "Paid out to it", "In all", "Present value, in all"],
        rows: rows.iter().map(row).collect(),
    }
}
