//! The sheet of a territory: the map, the units, what sources give for the whole, and the sources themselves.

use super::about::About;
use super::document::{Block, Figure, NOTHING, Sheet, Table};
use crate::map::{Layer, ONLY_PARTS, Row, Said, UnitTable, Whole, km2, percent_of, thousands};

/// What is on a sheet of a territory; where a case has none, the sheet says so.
#[derive(Clone, Debug)]
pub struct Mapped {
    /// Every figure.
    pub table: UnitTable,
    /// The map as SVG; `None` where no shapes are at hand.
    pub svg: Option<String>,
    /// What the packages are called, in the order of the table's layers.
    pub packages: Vec<String>,
}

/// The sheet. A map holds nothing estimated, so that team and room have the same.
pub fn map(about: &About<'_>, mapped: Option<&Mapped>) -> Sheet {
    let Some(mapped) = mapped else {
        return about.sheet("Map", vec![Block::heading("Territory"), Block::nothing()]);
    };
    let table = &mapped.table;
    let mut blocks = Vec::new();
    for (package, letter) in mapped.packages.iter().zip(letters(mapped.packages.len())) {
        blocks.push(Block::Paragraph(format!("{letter}The package: {package}.")));
    }
    if mapped.packages.is_empty() {
        blocks.push(Block::Paragraph("Reported control; no package is shown.".to_owned()));
    }
    if let Some(date) = table.date.filter(|_| table.after_case) {
        let words = format!("Control as of {date} is later than the case's own date: shown, and binding nothing.");
        blocks.push(Block::Paragraph(words));
    }
    let units = units(mapped);
    match &mapped.svg {
        Some(svg) => {
            let caption = caption(table);
            blocks.push(Block::Figure(Figure { caption, svg: svg.clone(), table: units.clone() }));
            blocks.push(Block::heading("Units"));
        }
        None => blocks.push(Block::heading("Units")),
    }
    blocks.push(Block::Table(units));
    blocks.push(Block::Note(format!("{NOTHING}: no public figure with a source at hand; sums leave it out.")));
    blocks.extend([Block::heading("What it adds up to"), Block::list(sums(mapped))]);
    if table.only_parts() {
        blocks.push(Block::Note(ONLY_PARTS.to_owned()));
    }
    blocks.extend([
        Block::heading("As sources give it for the whole"),
        Block::list(table.whole.iter().map(whole).collect()),
    ]);
    let sources = table.sources.iter().map(|(id, words)| format!("{id}: {words}"));
    blocks.extend([Block::heading("Sources"), Block::list(sources.collect())]);
    blocks.push(Block::Note("Names and lines of a map say nothing of status, sovereignty or recognition.".to_owned()));
    about.sheet("Map", blocks)
}

fn letters(count: usize) -> &'static [&'static str] {
    if count < 2 { &[""] } else { &["A. ", "B. "] }
}

fn caption(table: &UnitTable) -> String {
    match (table.date, table.layers.is_empty()) {
        (Some(date), true) => format!("Reported control as of {date}; a number is a unit's in the table."),
        (_, true) => "The units; a number is a unit's in the table.".to_owned(),
        (_, false) => "What a package says of each unit; a number is a unit's in the table.".to_owned(),
    }
}

fn units(mapped: &Mapped) -> Table {
    let table = &mapped.table;
    let says: &[&'static str] = if table.layers.len() < 2 { &["The package says"] } else { &["A says", "B says"] };
    let mut header = vec!["Unit", "Area", "People", "Reported control"];
    header.extend(says.iter().take(table.layers.len()));
    let row = |(rank, row): (usize, &Row)| {
        let mut cells = vec![
            format!("{}. {} [{}]", rank + 1, row.name, row.id),
            row.km2.map_or_else(|| NOTHING.to_owned(), |area| sourced(&km2(area), row.area_source.as_deref())),
            row.people.map_or_else(|| NOTHING.to_owned(), thousands),
            control(table, row),
        ];
        cells.extend(table.layers.iter().zip(&row.said).map(|(layer, said)| told(layer, *said)));
        cells
    };
    Table { header, rows: table.rows.iter().enumerate().map(row).collect() }
}

/// What is said of a unit, with the letter it has on the map.
fn told(layer: &Layer, said: Said) -> String {
    match said {
        Said::Status(_) => format!("{}: {}", Layer::in_brief(said), layer.in_words(said)),
        Said::Open | Said::NotInQuestion => layer.in_words(said).to_owned(),
    }
}

fn sourced(amount: &str, source: Option<&str>) -> String {
    source.map_or_else(|| amount.to_owned(), |source| format!("{amount} ({source})"))
}

fn control(table: &UnitTable, row: &Row) -> String {
    let held = row.control.iter().map(|held| {
        let part = held.percent.map_or_else(String::new, |part| format!(" {part}%"));
        let area = held.km2.map_or_else(String::new, |area| format!(", {}", km2(area)));
        sourced(&format!("{}{part}{area}", table.party(held.party)), held.source.as_deref())
    });
    let lines: Vec<String> = held.collect();
    super::document::cell(&lines)
}

fn sums(mapped: &Mapped) -> Vec<String> {
    let table = &mapped.table;
    let mut lines = Vec::new();
    for (rank, ((_, name), sum)) in table.parties.iter().zip(&table.control).enumerate() {
        let part = percent_of(sum.km2, table.all.km2)
            .map_or_else(String::new, |part| format!(", {part}% of {}", km2(table.all.km2)));
        lines.push(format!("Reported control of {name}: {}{part} ({}).", km2(sum.km2), table.figures_of(rank)));
    }
    for (rank, (layer, per_status)) in table.layers.iter().zip(&table.per_status).enumerate() {
        for of in per_status {
            let name = told(layer, of.said);
            let people = match of.sum.without_people {
                all if all == of.sum.units => "no figure of people".to_owned(),
                0 => format!("{} people", thousands(of.sum.people)),
                _ => format!("{} people, some units without a figure", thousands(of.sum.people)),
            };
            lines.push(format!("{}, {name}: {}, {people}.", layer.title, km2(of.sum.km2)));
        }
        if let Some(Some(line)) = table.lines.get(rank) {
            let longer = if 0 < line.unknown { ", and stretches of unknown length" } else { "" };
            lines.push(format!("{}, the line between units: {} km{longer}.", layer.title, thousands(line.km)));
        }
    }
    lines
}

fn whole(whole: &Whole) -> String {
    let mut amounts: Vec<String> = whole.percent.iter().map(|part| format!("{part}%")).collect();
    amounts.extend(whole.km2.map(km2));
    let on = whole.on.map_or_else(|| "date not given".to_owned(), |date| format!("as of {date}"));
    let source = whole.source.as_deref().unwrap_or("no source");
    let quote = whole.quote.as_ref().map_or_else(String::new, |quote| format!(": “{quote}”"));
    format!("{source}, {on}, {}: {}{quote}", whole.party, amounts.join(", "))
}
