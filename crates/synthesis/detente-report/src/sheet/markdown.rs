//! A sheet as Markdown. What a case says is escaped, so that no title becomes markup.

use super::document::{Block, STANDING, Sheet, Table};

impl Sheet {
    /// The sheet as Markdown (`CommonMark` with tables).
    pub fn markdown(&self) -> String {
        let head = &self.head;
        let mut out = format!("# {}\n\n", escaped(&head.title));
        out.push_str(&format!("{} · {}\n\n", escaped(&head.case), escaped(&head.as_of)));
        out.push_str(&format!("*{STANDING}* · **{}**\n", head.audience));
        self.blocks.iter().for_each(|block| out.push_str(&format!("\n{}", self::block(block))));
        out.push_str("\n---\n");
        self.foot.iter().for_each(|line| out.push_str(&format!("\n{}\n", escaped(line))));
        out
    }
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(words) => format!("## {}\n", escaped(words)),
        Block::Paragraph(words) => format!("{}\n", escaped(words)),
        Block::Note(words) => format!("*{}*\n", escaped(words)),
        Block::List(items) => items.iter().map(|item| format!("- {}\n", escaped(item))).collect(),
        Block::Table(table) => rows(table),
        Block::Picture(_) => String::new(),
        Block::Figure(figure) => format!("{}\n\n{}", escaped(&figure.caption), rows(&figure.table)),
    }
}

fn rows(table: &Table) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let header: Vec<String> = table.header.iter().map(|title| escaped(title)).collect();
    let mut out = line(&header);
    out.push_str(&line(&vec!["---".to_owned(); header.len()]));
    for row in &table.rows {
        let cells: Vec<String> = (0..header.len())
            .map(|column| {
                let lines = row.get(column).map_or("", String::as_str).lines();
                lines.map(escaped).collect::<Vec<_>>().join("<br>")
            })
            .collect();
        out.push_str(&line(&cells));
    }
    out
}

/// Words in a line, with every letter that Markdown or HTML could read as a sign escaped.
fn escaped(words: &str) -> String {
    let mut out = String::new();
    for letter in words.chars() {
        match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' => {
                out.push('\\');
                out.push(letter);
            }
            letter if letter.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}
