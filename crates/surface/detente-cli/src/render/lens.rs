//! Packages read back into units, areas, people and lines.

use detente::base::{Decimal, half_even};
use detente::case::Case;
use detente::deals::{Choices, LensReading, SideReading, Tally, readings};

use super::text::{count, indented, table, wrapped};

/// A table per lens, with a column per package; nothing for a case without lenses.
pub(super) fn read_back(case: &Case, headers: &[String], packages: &[&Choices]) -> String {
    let read: Vec<Vec<LensReading>> = packages.iter().map(|package| readings(case, package)).collect();
    let mut page = String::new();
    for (rank, lens) in case.lenses.rows().enumerate() {
        let of_lens: Vec<&LensReading> = read.iter().filter_map(|of| of.get(rank)).collect();
        let mut rows = table([lens.title.clone()].into_iter().chain(headers.iter().cloned()).collect());
        for (place, status) in lens.statuses.iter().enumerate() {
            let tallies: Vec<&Tally> = of_lens.iter().filter_map(|of| of.statuses.get(place)).collect();
            if tallies.iter().any(|tally| 0 < tally.units) {
                rows.add_row([status.title.clone()].into_iter().chain(tallies.iter().map(|tally| had(tally))));
            }
        }
        for (place, side) in of_lens.first().map_or(&[][..], |of| &of.sides).iter().enumerate() {
            let sides: Vec<&SideReading> = of_lens.iter().filter_map(|of| of.sides.get(place)).collect();
            let name = case.party(side.party.as_str()).map_or(side.party.as_str(), |party| &case.parties[party].name);
            let label = format!("counts for {name}; {} km² on the date", whole(side.on_date));
            rows.add_row([label].into_iter().chain(sides.iter().map(|side| area(side))));
            if let Some([before, _]) =
                side.line.filter(|_| sides.iter().any(|side| side.line.is_some_and(|[a, b]| a != b)))
            {
                let label = format!("line around it; {} km on the date", whole(before));
                rows.add_row([label].into_iter().chain(sides.iter().map(|side| line(side))));
            }
        }
        let caption = wrapped("Read back, within the area in question:", 4);
        page.push_str(&format!("{caption}{}", indented(&rows)));
    }
    page
}

fn had(tally: &Tally) -> String {
    let units = if tally.units == 1 { "1 unit".to_owned() } else { format!("{} units", tally.units) };
    let km2 = tally.km2.map_or_else(|| "area not known".to_owned(), |km2| format!("{} km²", whole(km2)));
    let people = tally.people.filter(|_| 0 < tally.units).map(|people| format!(", {} people", whole(people)));
    if tally.units == 0 { "none".to_owned() } else { format!("{units}, {km2}{}", people.unwrap_or_default()) }
}

fn area(side: &SideReading) -> String {
    let Some(km2) = side.km2 else { return "not known".to_owned() };
    let change = half_up(km2) - half_up(side.on_date);
    let sign = if change < 0 { "−" } else { "+" };
    let change = if change == 0 { String::new() } else { format!(" ({sign}{})", count(change.unsigned_abs())) };
    format!("{} km²{change}", whole(km2))
}

fn line(side: &SideReading) -> String {
    side.line.map_or_else(|| "not known".to_owned(), |[_, now]| format!("{} km", whole(now)))
}

fn half_up(number: Decimal) -> i64 {
    i64::try_from(half_even(i128::from(number.thousandths()), i128::from(Decimal::UNIT))).unwrap_or(i64::MAX)
}

fn whole(number: Decimal) -> String {
    count(half_up(number).unsigned_abs())
}
