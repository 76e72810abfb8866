//! A sheet with everything a sheet can hold, and words that mean something to those who set it.

#![allow(clippy::module_name_repetitions, reason = "a sheet of sheets")]

use detente_report::sheet::{Block, Figure, Head, Sheet, Table};
use detente_report::{Bar, Bars, Part};
use jiff::civil::date;

/// Signs that typesetters, XML and Markdown read as their own.
pub(crate) const HOSTILE: &str =
    "#panic() $x^2$ *bold* _it_ `raw` <b>&amp;</b> \\ [x] @ref // /* = - + ~ \"q\" 'q' ]]> {} #{1} \\u{41} ]";
/// The same name in other letters.
pub(crate) const SCRIPTS: [&str; 6] = ["Усхідны край", "Ανατολή", "שלום עולם", "سلام جهان", "Արևելք", "აღმოსავლეთი"];

/// A sheet with one block of each kind.
pub(crate) fn sheet(words: &str) -> Sheet {
    let name = "Confederation-of-the-Very-Long-Named-Northern-Valleys-and-Coasts";
    let mut rows: Vec<Vec<String>> = SCRIPTS
        .iter()
        .map(|name| vec![(*name).to_owned(), format!("of {name} (3) [st-01]\nsecond line {words}")])
        .collect();
    rows.push(vec![name.to_owned(), format!("{words} and so on")]);
    Sheet {
        head: Head {
            title: "Everything".to_owned(),
            case: format!("Eastland and Westland {words}"),
            as_of: "as of 3 May 2031".to_owned(),
            date: Some(date(2031, 5, 3)),
            audience: "for room",
            hash: "0123456789abcdef".repeat(4),
        },
        blocks: vec![
            Block::Heading(format!("Heading {words}")),
            Block::Paragraph(format!("Paragraph {words}")),
            Block::List(vec![format!("Item {words}"), "سلام".to_owned()]),
            Block::Table(Table { header: vec!["Name", "Words"], rows }),
            Block::Figure(figure()),
            Block::Note(format!("Note {words}")),
        ],
        foot: vec!["Case 0123456789abcdef.".to_owned(), format!("Voices: שלום 3 in its own words; {words}.")],
    }
}

fn figure() -> Figure {
    let half = Part::nearest(0.5);
    let bars = Bars {
        title: "Gates".to_owned(),
        caption: "Of four gates.".to_owned(),
        bars: vec![Bar { label: "North".to_owned(), part: half, low: half, high: half }],
    };
    let rows = vec![vec!["North".to_owned(), "half".to_owned()]];
    Figure { caption: "Gates, drawn.".to_owned(), svg: bars.svg(), table: Table { header: vec!["Gate", "Open"], rows } }
}

/// Every stretch of words that a sheet says, pictures aside.
pub(crate) fn said(sheet: &Sheet) -> Vec<String> {
    let head = &sheet.head;
    let mut said = vec![head.title.clone(), head.case.clone(), head.as_of.clone(), head.audience.to_owned()];
    said.extend(sheet.foot.iter().cloned());
    for block in &sheet.blocks {
        match block {
            Block::Heading(words) | Block::Paragraph(words) | Block::Note(words) => said.push(words.clone()),
            Block::List(items) => said.extend(items.iter().cloned()),
            Block::Table(table) => {
                said.extend(table.header.iter().map(|title| (*title).to_owned()));
                said.extend(table.rows.iter().flatten().flat_map(|cell| cell.lines().map(str::to_owned)));
            }
            Block::Figure(figure) => said.push(figure.caption.clone()),
            Block::Picture(picture) => said.push(picture.caption.clone()),
        }
    }
    said
}
