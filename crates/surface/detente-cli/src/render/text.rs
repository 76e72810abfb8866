//! Small pieces of text.

use comfy_table::{ContentArrangement, LineStyle, Table, TableStyle};
use detente::base::Decimal;
use detente::engine::{BigUint, Count};
pub(crate) use detente_report::words::{count, decimal, listed};

/// How wide pages are, in columns.
pub(crate) const WIDTH: u16 = 108;

/// "1", "between 2 and 3", "about 2 (1 to 3)".
pub(crate) fn number(number: &Count) -> String {
    match number {
        Count::Exact(number) => count(number),
        Count::Bounded { least, most } => format!("between {} and {}", count(least), count(most)),
        Count::Estimated { least, most, .. } => {
            format!("about {} ({} to {})", about(least, most), count(least), count(most))
        }
    }
}

/// "1 package", "2 packages"; with how well the number is known, where it is not exact.
pub(crate) fn packages(number: &Count) -> String {
    match number {
        Count::Exact(number) if number.to_string() == "1" => "1 package".to_owned(),
        Count::Exact(number) => format!("{} packages", count(number)),
        Count::Bounded { least, most } => format!("between {} and {} packages, proved", count(least), count(most)),
        Count::Estimated { least, most, seed } => format!(
            "about {} packages (between {} and {} in 99 of 100 such samples, seed {seed})",
            about(least, most),
            count(least),
            count(most)
        ),
    }
}

/// The middle of an interval, to three digits.
fn about(least: &BigUint, most: &BigUint) -> String {
    let digits = ((least + most) / 2_u8).to_string();
    let kept: String = digits.chars().enumerate().map(|(place, digit)| if place < 3 { digit } else { '0' }).collect();
    count(kept)
}

/// Whole points, with a true minus sign.
pub(crate) fn points(number: i64) -> String {
    if number < 0 { format!("−{}", number.unsigned_abs()) } else { number.to_string() }
}

/// A range of decimals as people write it.
pub(crate) fn range(low: Decimal, high: Decimal) -> String {
    if low == high { low.to_string() } else { format!("{low} to {high}") }
}

/// A line under the header and one at the end.
const LINES: TableStyle = TableStyle::new()
    .header_separator(LineStyle::none().fill('─').junction('─'))
    .bottom_border(LineStyle::none().fill('─').junction('─'));

/// An empty table in the house style.
pub(crate) fn table(header: Vec<String>) -> Table {
    let mut table = Table::new();
    table.load_style(LINES);
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(WIDTH).set_header(header);
    table
}

/// A table, indented, without blanks at line ends.
pub(crate) fn indented(table: &Table) -> String {
    table.to_string().lines().map(|line| format!("  {}\n", line.trim_end())).collect()
}

/// `text` in lines of at most [`WIDTH`], each after `indent` blanks.
pub(crate) fn wrapped(text: &str, indent: usize) -> String {
    hanging(text, &" ".repeat(indent), indent)
}

/// An item of a list: a dot, and all further lines under its first word.
pub(crate) fn item(text: &str, indent: usize) -> String {
    hanging(text, &format!("{}· ", " ".repeat(indent)), indent + 2)
}

/// `text` in lines of at most `width`; a longer word has a line of its own.
pub(crate) fn fitted(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut().filter(|line| line.chars().count() + 1 + word.chars().count() <= width) {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => lines.push(word.to_owned()),
        }
    }
    lines
}

fn hanging(text: &str, first: &str, indent: usize) -> String {
    let mut out = String::new();
    let mut line = first.to_owned();
    let mut is_empty = true;
    for word in text.split_whitespace() {
        if !is_empty && usize::from(WIDTH) < line.chars().count() + 1 + word.chars().count() {
            out.push_str(&line);
            out.push('\n');
            line = " ".repeat(indent);
            is_empty = true;
        }
        if !is_empty {
            line.push(' ');
        }
        line.push_str(word);
        is_empty = false;
    }
    if !is_empty {
        out.push_str(&line);
        out.push('\n');
    }
    out
}

/// A section's heading, underlined.
pub(crate) fn heading(title: &str) -> String {
    format!("\n{title}\n{}\n", "─".repeat(title.chars().count()))
}
