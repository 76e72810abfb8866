//! The table of units on the sheet.

use super::amount::{plain_km2, thousands};
use super::layer::{Layer, Said};
use super::page::{INNER, MARGIN, Page, SMALL, Style};
use super::table::{Row, UnitTable};

/// The table of units: two columns of rows, as many as there is room for; those on record or in question first where not all fit.
pub(super) fn units(page: &mut Page, table: &UnitTable, bottom: f64) {
    page.y += 6.0;
    let room = bottom - page.y - 2.0 * SMALL.line();
    let mut rows_high: usize = 0;
    let mut used = 0.0;
    while used + SMALL.line() <= room {
        used += SMALL.line();
        rows_high += 1;
    }
    let numbered: Vec<(usize, &Row)> = table.rows.iter().enumerate().map(|(rank, row)| (rank + 1, row)).collect();
    let fits = rows_high * 2;
    let shown: Vec<(usize, &Row)> = if numbered.len() <= fits {
        numbered
    } else {
        let matters = |row: &Row| !row.control.is_empty() || row.said.iter().any(|said| *said != Said::NotInQuestion);
        let (first, rest): (Vec<_>, Vec<_>) = numbered.into_iter().partition(|(_, row)| matters(row));
        let mut chosen: Vec<_> = first.into_iter().chain(rest).take(fits).collect();
        chosen.sort_by_key(|(number, _)| *number);
        chosen
    };
    let half = shown.len().div_ceil(2);
    let top = page.y;
    let mut lowest = top;
    for (column, rows) in shown.chunks(half.max(1)).enumerate() {
        let x = MARGIN + if column == 0 { 0.0 } else { INNER / 2.0 + 5.0 };
        let mut y = top + SMALL.line();
        cells(page, x, y, &header(table), Style { bold: true, ..SMALL });
        for (number, row) in rows {
            y += SMALL.line();
            cells(page, x, y, &of_row(table, *number, row), SMALL);
        }
        lowest = lowest.max(y);
    }
    page.y = lowest;
    if shown.len() < table.rows.len() {
        let words = format!("{} more units: detente map --table", table.rows.len() - shown.len());
        page.paragraph(MARGIN, INNER, &words, SMALL);
    }
}

/// A cell: where it begins or ends in its column, whether it ends there, and what it says.
struct Cell {
    x: f64,
    ends: bool,
    words: String,
}

fn cells(page: &mut Page, x: f64, y: f64, cells: &[Cell], style: Style) {
    for cell in cells {
        page.at(x + cell.x, y, &cell.words, style, if cell.ends { "end" } else { "start" });
    }
}

fn columns(words: [String; 4], rest: String, people: String, layers: Vec<String>) -> Vec<Cell> {
    let [number, name, area, sites] = words;
    let mut cells = vec![
        Cell { x: 10.0, ends: true, words: number },
        Cell { x: 13.0, ends: false, words: name },
        Cell { x: 134.0, ends: true, words: area },
        Cell { x: 172.0, ends: true, words: people },
    ];
    if !sites.is_empty() {
        cells.push(Cell { x: 192.0, ends: true, words: sites });
    }
    let first = 180.0;
    if layers.is_empty() {
        cells.push(Cell { x: first, ends: false, words: rest });
    }
    let mut x = first;
    for words in layers {
        cells.push(Cell { x, ends: false, words });
        x += 40.0;
    }
    cells
}

fn header(table: &UnitTable) -> Vec<Cell> {
    let sites = if table.has_sites() { "sites".to_owned() } else { String::new() };
    let control = table.date.map_or_else(String::new, |date| format!("control, {date}"));
    let layers = match table.layers.len() {
        0 => Vec::new(),
        1 => vec!["status".to_owned()],
        _ => vec!["A".to_owned(), "B".to_owned()],
    };
    columns([String::new(), "unit".to_owned(), "km²".to_owned(), sites], control, "people".to_owned(), layers)
}

fn of_row(table: &UnitTable, number: usize, row: &Row) -> Vec<Cell> {
    let some = |amount: Option<String>| amount.unwrap_or_else(|| "–".to_owned());
    let name = shortened(&row.name, 23);
    let control: Vec<String> = row
        .control
        .iter()
        .map(|held| {
            let part = held.percent.map_or_else(String::new, |part| format!(" {part}%"));
            let area = held.km2.map_or_else(String::new, |area| format!(" ({})", thousands(plain_km2(area))));
            format!("{}{part}{area}", shortened(table.party(held.party), 12))
        })
        .collect();
    let sites = if table.has_sites() { some(row.sites.map(thousands)) } else { String::new() };
    let letters = row.said.iter().map(|said| Layer::in_brief(*said));
    columns(
        [number.to_string(), name, some(row.km2.map(thousands)), sites],
        if control.is_empty() { "–".to_owned() } else { control.join(", ") },
        some(row.people.map(thousands)),
        letters.collect(),
    )
}

/// A name that would run into the next column, cut.
fn shortened(name: &str, most: usize) -> String {
    if name.chars().count() <= most {
        return name.to_owned();
    }
    name.chars().take(most.saturating_sub(1)).chain(['…']).collect()
}
