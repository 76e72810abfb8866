//! A sheet's blocks as paragraphs and tables.

use super::parts::{SPACES, START};
use crate::plot::escaped;
use crate::sheet::direction::{Stretch, reads_left, stretches};
use crate::sheet::document::{Block, STANDING, Sheet, Table};
use crate::sheet::paper::Paper;
use crate::sheet::widths::{longest, widths};

/// A margin, in twentieths of a point: 14 millimetres.
const MARGIN: u32 = 794;
/// A row whose longest cell has more letters may be cut where a page ends.
const WHOLE: usize = 700;

pub(super) fn document(sheet: &Sheet, paper: Paper) -> String {
    let head = &sheet.head;
    let (width, height) = paper.twips();
    let inner = width.saturating_sub(2 * MARGIN);
    let mut body = paragraph("Title", &head.title);
    body.push_str(&paragraph("Subtitle", &format!("{} · {}", head.case, head.as_of)));
    body.push_str(&paragraph("Standing", &format!("{STANDING} · {}", head.audience)));
    sheet.blocks.iter().for_each(|block| body.push_str(&self::block(block, inner)));
    format!(
        "{START}<w:document {SPACES}><w:body>{body}<w:sectPr><w:headerReference w:type=\"default\" r:id=\"r4\"/>\
         <w:footerReference w:type=\"default\" r:id=\"r5\"/><w:pgSz w:w=\"{width}\" w:h=\"{height}\"/>\
         <w:pgMar w:top=\"{MARGIN}\" w:right=\"{MARGIN}\" w:bottom=\"{MARGIN}\" w:left=\"{MARGIN}\" w:header=\"400\" w:footer=\"400\" w:gutter=\"0\"/>\
         </w:sectPr></w:body></w:document>\n"
    )
}

fn block(block: &Block, inner: u32) -> String {
    match block {
        Block::Heading(words) => paragraph("Heading1", words),
        Block::Paragraph(words) => paragraph("Normal", words),
        Block::Note(words) => paragraph("Note", words),
        Block::List(items) => items.iter().map(|item| paragraph("ListBullet", item)).collect(),
        Block::Table(table) => rows(table, inner),
        Block::Picture(_) => String::new(),
        Block::Figure(figure) => paragraph("Normal", &figure.caption) + &rows(&figure.table, inner),
    }
}

/// A paragraph in a style; words read from right to left stand on that side, and in runs of their own within others.
pub(super) fn paragraph(style: &str, words: &str) -> String {
    // All cells of a column begin at the same edge; "end" is the left one where one reads from the right.
    let side = match (reads_left(words), style) {
        (false, _) => "",
        (true, "Cell" | "CellHead") => "<w:bidi/><w:jc w:val=\"end\"/>",
        (true, _) => "<w:bidi/>",
    };
    let runs: String = stretches(words).into_iter().map(run).collect();
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{side}</w:pPr>{runs}</w:p>")
}

fn run(stretch: Stretch<'_>) -> String {
    let properties =
        match (stretch.leftward, stretch.words.chars().any(|letter| ('\u{590}'..'\u{600}').contains(&letter))) {
            (false, _) => "",
            (true, false) => "<w:rPr><w:rtl/><w:lang w:bidi=\"ar-SA\"/></w:rPr>",
            (true, true) => "<w:rPr><w:rtl/><w:lang w:bidi=\"he-IL\"/></w:rPr>",
        };
    let words: String = stretch.words.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    format!("<w:r>{properties}<w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(&words))
}

fn rows(table: &Table, inner: u32) -> String {
    let widths = columns(table, inner);
    let grid: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
    let header: String =
        table.header.iter().zip(&widths).map(|(title, &width)| cell("CellHead", title, width)).collect();
    let row = |row: &Vec<String>| {
        let words = |column: usize| row.get(column).map_or("", String::as_str);
        let cells: String =
            widths.iter().enumerate().map(|(column, &width)| cell("Cell", words(column), width)).collect();
        let whole = if longest(row) <= WHOLE { "<w:trPr><w:cantSplit/></w:trPr>" } else { "" };
        format!("<w:tr>{whole}{cells}</w:tr>")
    };
    let body: String = table.rows.iter().map(row).collect();
    // A table is followed by a paragraph, or two tables would become one.
    format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"{inner}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr>\
         <w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{header}</w:tr>{body}</w:tbl>\
         <w:p><w:pPr><w:pStyle w:val=\"Note\"/><w:spacing w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/></w:pPr></w:p>"
    )
}

/// A cell; every line of it a paragraph, at least one.
fn cell(style: &str, words: &str, width: u32) -> String {
    let lines: String = words.lines().map(|line| paragraph(style, line)).collect();
    let lines = if lines.is_empty() { paragraph(style, "") } else { lines };
    format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{lines}</w:tc>")
}

/// The width of each column, in twentieths of a point.
fn columns(table: &Table, inner: u32) -> Vec<u32> {
    let parts: Vec<u32> = widths(table).into_iter().map(|width| u32::try_from(width).unwrap_or(1)).collect();
    let all: u32 = parts.iter().sum();
    parts.iter().map(|part| inner * part / all.max(1)).collect()
}
