//! Pieces of a picture made of characters.

/// How wide a picture is at most, in columns.
pub const TEXT_WIDTH: usize = 100;

/// Columns for what a row is about.
pub(super) const LABEL: usize = 30;

/// Columns from nothing to everything.
pub(super) const AXIS: usize = 36;

/// `text` in lines of at most `width` characters; a longer word is cut into several.
pub(crate) fn fitted(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let mut letters: Vec<char> = word.chars().collect();
        while !letters.is_empty() {
            let rest = letters.split_off(letters.len().min(width.max(1)));
            let piece: String = letters.iter().collect();
            match lines.last_mut().filter(|line| line.chars().count() + 1 + piece.chars().count() <= width) {
                Some(line) => {
                    line.push(' ');
                    line.push_str(&piece);
                }
                None => lines.push(piece),
            }
            letters = rest;
        }
    }
    lines
}

/// A row: its label over as many lines as it takes, and beside the first of them its picture.
pub(super) fn row(label: &str, picture: &str) -> String {
    let mut lines = fitted(label, LABEL).into_iter();
    let first = lines.next().unwrap_or_default();
    let pad = " ".repeat(LABEL.saturating_sub(first.chars().count()));
    let mut text = format!("  {first}{pad}  {picture}").trim_end().to_owned() + "\n";
    lines.for_each(|line| text.push_str(&format!("  {line}\n")));
    text
}

/// The line that says where nothing and everything are.
pub(super) fn scale() -> String {
    let half = AXIS / 2 - 4;
    row("", &format!("0%{}50%{}100%", " ".repeat(half), " ".repeat(half)))
}

/// Words under or over a picture.
pub(super) fn words(text: &str) -> String {
    fitted(text, TEXT_WIDTH - 2).iter().map(|line| format!("  {line}\n")).collect()
}
