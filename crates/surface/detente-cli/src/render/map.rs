//! The table of units of a map, as a page.

use comfy_table::{Cell, CellAlignment};
use detente_report::map::{
    Heading, Layer, LineLength, ONLY_PARTS, Row, Said, Sum, UnitTable, Whole, km2, percent_of, plain_km2, thousands,
};

use super::text::{heading as titled, indented, item, table as empty_table, wrapped};

/// Units, what is on record of each, what packages say of it, and what that adds up to.
pub(crate) fn map(table: &UnitTable, heading: &Heading) -> String {
    let as_of = heading.as_of.as_ref().map_or_else(String::new, |date| format!(", as of {date}"));
    let hash = heading.hash.get(..12).unwrap_or_default();
    let mut page = format!("{}{as_of}\nworking paper, not a proposal · case {hash}\n", heading.case);
    if let (Some(date), true) = (table.date, table.after_case) {
        let words = format!("Control as of {date} is later than the case's own date: shown, and binding nothing.");
        page.push_str(&wrapped(&words, 2));
    }
    page.push_str(&titled("Units"));
    page.push_str(&indented(&units(table)));
    page.push_str(&wrapped("– : no public figure with a source at hand; sums leave it out.", 2));
    page.push_str(&record(table));
    page.push_str(&packages(table, heading));
    page.push_str(&differences(table));
    page.push_str(&titled("Sources"));
    for (id, words) in &table.sources {
        page.push_str(&item(&format!("{id}: {words}"), 2));
    }
    page
}

/// Something that was done, as an item of a list.
pub(crate) fn note(words: &str) -> String {
    item(words, 2)
}

/// What is said on stderr where shapes have flaws that do not stop a map.
pub(crate) fn map_warnings(count: usize) -> String {
    let what = if count == 1 { "1 warning".to_owned() } else { format!("{count} warnings") };
    format!("{what} about shapes and tables: detente check lists them")
}

fn dash(amount: Option<String>) -> String {
    amount.unwrap_or_else(|| "–".to_owned())
}

fn units(table: &UnitTable) -> comfy_table::Table {
    let mut header: Vec<String> = ["", "unit", "km²", "people"].map(str::to_owned).to_vec();
    header.extend(table.has_sites().then(|| "sites".to_owned()));
    header.push(table.date.map_or_else(|| "control".to_owned(), |date| format!("control as of {date}")));
    header.extend(layer_names(table));
    let mut shown = empty_table(header);
    for (rank, row) in table.rows.iter().enumerate() {
        let number = |text: String| Cell::new(text).set_alignment(CellAlignment::Right);
        let mut cells = vec![
            number((rank + 1).to_string()),
            Cell::new(format!("{} [{}]", row.name, row.id)),
            number(dash(row.km2.map(thousands))),
            number(dash(row.people.map(thousands))),
        ];
        cells.extend(table.has_sites().then(|| number(dash(row.sites.map(thousands)))));
        cells.push(Cell::new(control(table, row)));
        cells.extend(row.said.iter().map(|said| Cell::new(Layer::in_brief(*said))));
        shown.add_row(cells);
    }
    shown
}

fn layer_names(table: &UnitTable) -> Vec<String> {
    match table.layers.len() {
        0 => Vec::new(),
        1 => vec!["status".to_owned()],
        _ => vec!["A".to_owned(), "B".to_owned()],
    }
}

fn control(table: &UnitTable, row: &Row) -> String {
    let held = row.control.iter().map(|held| {
        let part = held.percent.map_or_else(String::new, |part| format!(" {part}%"));
        let area = held.km2.map_or_else(String::new, |area| format!(", {}", km2(area)));
        format!("{}{part}{area}", table.party(held.party))
    });
    dash(Some(held.collect::<Vec<_>>().join("; ")).filter(|words| !words.is_empty()))
}

/// What is on record, added up, beside what sources say of the whole.
fn record(table: &UnitTable) -> String {
    let mut page = titled("On record");
    page.push_str(&item(&format!("All units: {}.", sum(&table.all)), 2));
    for (rank, ((_, name), held)) in table.parties.iter().zip(&table.control).enumerate() {
        let on = table.date.map_or_else(String::new, |date| format!(" as of {date}"));
        let part =
            percent_of(held.km2, table.all.km2).map_or_else(String::new, |part| format!(", {part}% of all units"));
        let units = if held.units == 1 { "1 unit".to_owned() } else { format!("{} units", held.units) };
        let (area, sources) = (km2(held.km2), table.figures_of(rank));
        let words = format!("Under the control of {name}{on}, summed over {units}: {area}{part} ({sources}).");
        page.push_str(&item(&words, 2));
    }
    table.whole.iter().for_each(|whole| page.push_str(&item(&of_whole(whole), 2)));
    page
}

fn of_whole(whole: &Whole) -> String {
    let mut amounts: Vec<String> = whole.percent.iter().map(|part| format!("{part}%")).collect();
    amounts.extend(whole.km2.map(km2));
    let on = whole.on.map_or_else(|| "date not given".to_owned(), |date| format!("as of {date}"));
    let source = whole.source.as_deref().unwrap_or("no source");
    let quote = whole.quote.as_ref().map_or_else(String::new, |quote| format!(": “{quote}”"));
    format!("For the whole, as {source} gives it, {}: {} ({on}){quote}", whole.party, amounts.join(", "))
}

fn sum(of: &Sum) -> String {
    let lacking = |some: usize| match some {
        0 => String::new(),
        1 => " (1 unit without a figure)".to_owned(),
        some => format!(" ({some} units without a figure)"),
    };
    let units = if of.units == 1 { "1 unit".to_owned() } else { format!("{} units", of.units) };
    let people = if of.without_people == of.units {
        "no figure of people".to_owned()
    } else {
        format!("{} people{}", thousands(of.people), lacking(of.without_people))
    };
    format!("{units}, {}{}, {people}", km2(of.km2), lacking(of.without_km2))
}

/// What packages give each status, and the line between statuses.
fn packages(table: &UnitTable, heading: &Heading) -> String {
    let mut page = String::new();
    if table.only_parts() {
        page.push_str(&wrapped(ONLY_PARTS, 2));
    }
    for (rank, layer) in table.layers.iter().enumerate() {
        page.push_str(&titled(&layer.title));
        page.push_str(&wrapped(
            &format!(
                "Package: {}",
                heading.packages.get(rank).map_or_else(String::new, |text| text.replace(',', ", "))
            ),
            2,
        ));
        for of in table.per_status.get(rank).into_iter().flatten() {
            let letter = match of.said {
                Said::Status(status) => format!("{}  ", Layer::letter(status)),
                Said::Open | Said::NotInQuestion => String::new(),
            };
            page.push_str(&item(&format!("{letter}{}: {}.", layer.in_words(of.said), sum(&of.sum)), 2));
        }
        let line = table.lines.get(rank).copied().flatten();
        page.push_str(&item(&line.map_or_else(unknown_line, |line| length(&line)), 2));
    }
    page
}

fn unknown_line() -> String {
    "Line that parts units by status or party: not known, nothing says which units are neighbours.".to_owned()
}

fn length(line: &LineLength) -> String {
    let km = format!("{} km along borders of units", thousands(line.km));
    let words = match line.unknown {
        0 => km,
        some => format!("at least {km} ({some} stretches of unknown length)"),
    };
    format!("Line that parts units by status or party: {words}.")
}

/// The units of which two packages say different things, and how sums change.
fn differences(table: &UnitTable) -> String {
    let [a, b] = table.layers.as_slice() else { return String::new() };
    let mut page = titled("Where A and B differ");
    let mut rows = empty_table(["unit", "km²", "people", "A", "B"].map(str::to_owned).to_vec());
    let mut differ = 0;
    for row in table.differing() {
        differ += 1;
        let [first, second] = row.said.as_slice() else { continue };
        rows.add_row(vec![
            row.name.clone(),
            dash(row.part(a).km2.map(|area| thousands(plain_km2(area)))),
            dash(row.part(a).people.map(thousands)),
            a.in_words(*first).to_owned(),
            b.in_words(*second).to_owned(),
        ]);
    }
    if differ == 0 {
        page.push_str(&wrapped("In no unit.", 2));
        return page;
    }
    page.push_str(&indented(&rows));
    page.push_str(&changes(table, a));
    page
}

/// How area and line change from A to B.
fn changes(table: &UnitTable, layer: &Layer) -> String {
    let area = |rank: usize, status: usize| {
        let found = table.per_status.get(rank)?.iter().find(|of| of.said == Said::Status(status))?;
        Some(found.sum.km2)
    };
    let mut page = String::new();
    for (status, titled) in layer.statuses.iter().enumerate() {
        let (a, b) = (area(0, status).unwrap_or_default(), area(1, status).unwrap_or_default());
        if a != b {
            page.push_str(&item(&format!("{}: {} → {}", titled.title, km2(a), km2(b)), 2));
        }
    }
    if let [Some(a), Some(b)] = table.lines.as_slice() {
        page.push_str(&item(&format!("Line: {} km → {} km", thousands(a.km), thousands(b.km)), 2));
    }
    page
}
