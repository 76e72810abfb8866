//! A sheet as plain text: a row of a table becomes an item with a line per column, so that any width of name fits.

use super::document::{Block, STANDING, Sheet, Table};
use crate::plot::fitted;

/// How many letters stand in a line.
const WIDTH: usize = 80;

impl Sheet {
    /// The sheet as plain text.
    pub fn text(&self) -> String {
        let head = &self.head;
        let mut out = paragraph(&head.title, 0, 0);
        out.push_str(&paragraph(&format!("{} · {}", head.case, head.as_of), 0, 0));
        out.push_str(&paragraph(&format!("{STANDING} · {}", head.audience), 0, 0));
        self.blocks.iter().for_each(|block| out.push_str(&self::block(block)));
        out.push_str(&format!("\n{}\n", "-".repeat(WIDTH)));
        self.foot.iter().for_each(|line| out.push_str(&paragraph(line, 0, 0)));
        out
    }
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(words) => {
            let words = paragraph(words, 0, 0);
            let under = words.lines().map(|line| line.chars().count()).max().unwrap_or(0);
            format!("\n{words}{}\n", "=".repeat(under))
        }
        Block::Paragraph(words) => paragraph(words, 0, 0),
        Block::Note(words) => paragraph(&format!("({words})"), 0, 0),
        Block::List(items) => items.iter().map(|item| listed(item)).collect(),
        Block::Table(table) => rows(table),
        Block::Picture(_) => String::new(),
        Block::Figure(figure) => paragraph(&figure.caption, 0, 0) + &rows(&figure.table),
    }
}

fn listed(item: &str) -> String {
    paragraph(&format!("- {item}"), 0, 2)
}

fn rows(table: &Table) -> String {
    let mut out = String::new();
    for row in &table.rows {
        for (column, (title, cell)) in table.header.iter().zip(row).enumerate() {
            let mut lines = cell.lines();
            let first = lines.next().unwrap_or_default();
            if column == 0 {
                out.push_str(&paragraph(&format!("- {title}: {first}"), 0, 2));
            } else {
                out.push_str(&paragraph(&format!("{title}: {first}"), 2, 4));
            }
            lines.for_each(|line| out.push_str(&paragraph(line, 4, 4)));
        }
    }
    out
}

/// Words in lines, the first `first` in and the others `rest`.
fn paragraph(words: &str, first: usize, rest: usize) -> String {
    let lines = fitted(words, WIDTH.saturating_sub(first.max(rest)));
    let indent = |row: usize| " ".repeat(if row == 0 { first } else { rest });
    lines.iter().enumerate().map(|(row, line)| format!("{}{line}\n", indent(row))).collect()
}
