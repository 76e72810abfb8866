//! What hatchings and lines mean.

use super::amount::thousands;
use super::draw::{Filled, filled, stroked};
use super::layer::{Layer, Said};
use super::lines::Whose;
use super::page::{INNER, MARGIN, Page, TEXT};
use super::pattern::{Extent, fill};
use super::project::tenths;
use super::table::{LineLength, UnitTable};

const SWATCH: f64 = 18.0;

/// A sign and what it means.
struct Entry {
    sign: String,
    words: String,
}

/// Writes the legend, in two columns where entries are short.
pub(super) fn legend(page: &mut Page, table: &UnitTable) {
    let mut entries = if table.layers.is_empty() { of_control(table) } else { of_statuses(table) };
    entries.extend(table.lines.iter().enumerate().filter_map(|(rank, line)| of_line(table, rank, line.as_ref()?)));
    if 1 < table.layers.len() {
        entries.push(Entry { sign: stroked("M0,4.5h18", Whose::Both), words: "Line of both packages".to_owned() });
    }
    let width = INNER - SWATCH - 6.0;
    for entry in entries {
        page.y += 2.5;
        page.draw(&format!(
            "<g transform=\"translate({},{})\">{}</g>\n",
            tenths(MARGIN),
            tenths(page.y + 1.5),
            entry.sign
        ));
        page.paragraph(MARGIN + SWATCH + 6.0, width, &entry.words, TEXT);
    }
}

fn area(fill: &str) -> String {
    format!("<rect width=\"18\" height=\"9\" fill=\"{fill}\" stroke=\"#555555\" stroke-width=\"0.5\"/>")
}

fn of_control(table: &UnitTable) -> Vec<Entry> {
    let on = table.date.map_or_else(String::new, |date| format!(" as of {date}"));
    let used: Vec<Filled> = table.rows.iter().filter_map(|row| filled(table, row)).collect();
    let mut entries = Vec::new();
    for (rank, (_, name)) in table.parties.iter().enumerate() {
        for (extent, words) in [
            (Extent::Whole, "The whole unit is"),
            (Extent::HalfOrMore, "Half of the unit or more, in percent, is"),
            (Extent::LessThanHalf, "Less than half of the unit, in percent, is"),
        ] {
            if used.contains(&Filled { rank, extent }) {
                let words = format!("{words} reported as under the control of {name}{on}");
                entries.push(Entry { sign: area(&fill(rank, extent)), words });
            }
        }
    }
    if used.len() < table.rows.len() {
        let words = format!("No control on record in these sources{on}");
        entries.push(Entry { sign: area("#ffffff"), words });
    }
    entries
}

fn of_statuses(table: &UnitTable) -> Vec<Entry> {
    let Some(layer) = table.layers.first() else { return Vec::new() };
    let mut entries = Vec::new();
    for (rank, status) in layer.statuses.iter().enumerate() {
        let used = table.rows.iter().any(|row| row.said.contains(&Said::Status(rank)));
        if used {
            let words = format!("{}  {}", Layer::letter(rank), status.title);
            entries.push(Entry { sign: area(&fill(rank, Extent::Whole)), words });
        }
    }
    let blank = [
        (Said::Open, "[open]: in question, and the package says nothing of it"),
        (Said::NotInQuestion, "Not in question"),
    ];
    for (said, words) in blank {
        if table.rows.iter().any(|row| row.said.contains(&said)) {
            entries.push(Entry { sign: area("#ffffff"), words: words.to_owned() });
        }
    }
    entries
}

fn of_line(table: &UnitTable, rank: usize, line: &LineLength) -> Option<Entry> {
    let layer = table.layers.get(rank)?;
    let whose = if table.layers.len() == 1 { String::new() } else { format!(", {}", layer.title) };
    let words = format!("Line that parts units by status or party{whose}: {}", length(line));
    let sign = stroked("M0,4.5h18", if rank == 0 { Whose::First } else { Whose::Second });
    Some(Entry { sign, words })
}

/// "1,234.5 km", or "at least …" where a stretch is not known.
pub(super) fn length(line: &LineLength) -> String {
    let km = format!("{} km along borders of units", thousands(line.km));
    match line.unknown {
        0 => km,
        1 => format!("at least {km} (1 stretch of unknown length)"),
        some => format!("at least {km} ({some} stretches of unknown length)"),
    }
}
