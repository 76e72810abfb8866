//! How wide the columns of a table are: so that its rows become low.

use super::document::Table;

/// Letters across a page in the type of tables.
const ACROSS: usize = 130;
/// What the space between columns and bold type take, in letters.
const AROUND: usize = 3;
/// Letters up to which a word should stand unbroken.
pub(super) const WORD: usize = 15;

/// The share of each column in the width of the page, in parts of no particular size, at least 1.
///
/// # Cost
/// Letters across a page, times cells, times columns.
pub(super) fn widths(table: &Table) -> Vec<usize> {
    let columns = table.header.len();
    let mut widths: Vec<usize> = (0..columns).map(|column| least(table, column)).collect();
    let lengths: Vec<Vec<Vec<usize>>> =
        table.rows.iter().map(|row| (0..columns).map(|column| lines(cell(row, column))).collect()).collect();
    let mut spare = ACROSS.saturating_sub(widths.iter().sum());
    while let Some(wider) = lowering(&lengths, &widths, spare) {
        spare -= wider.len();
        wider.iter().filter_map(|&column| widths.get_mut(column).map(|width| *width += 1)).for_each(drop);
    }
    widths
}

/// The column, or the two columns, that a letter more each lowers the rows most, for every letter; two cells as long as each other
/// are only lowered together. The first where nothing is lowered; `None` where there is no room.
fn lowering(lengths: &[Vec<Vec<usize>>], widths: &[usize], spare: usize) -> Option<Vec<usize>> {
    let now = height(lengths, widths);
    let one = (0..widths.len()).map(|column| vec![column]);
    let two = (0..widths.len()).flat_map(|column| (0..column).map(move |other| vec![other, column]));
    let moves = one.chain(two).filter(|columns| columns.len() <= spare);
    let lowered = |columns: &Vec<usize>| {
        let wider = |(column, width): (usize, &usize)| width + usize::from(columns.contains(&column));
        let tried: Vec<usize> = widths.iter().enumerate().map(wider).collect();
        now.saturating_sub(height(lengths, &tried)) * 2 / columns.len().max(1)
    };
    moves.min_by_key(|columns| std::cmp::Reverse(lowered(columns)))
}

/// The letters of a row's longest cell, for whether it may be cut where a page ends.
pub(super) fn longest(row: &[String]) -> usize {
    row.iter().map(|cell| cell.chars().count()).max().unwrap_or_default()
}

fn cell(row: &[String], column: usize) -> &str {
    row.get(column).map_or("", String::as_str)
}

fn lines(cell: &str) -> Vec<usize> {
    cell.lines().map(|line| line.chars().count()).collect()
}

/// What the longest word of a column takes, as far as words stand unbroken.
fn least(table: &Table, column: usize) -> usize {
    let title = table.header.get(column).copied().unwrap_or_default();
    let cells = table.rows.iter().map(|row| cell(row, column));
    let words =
        cells.chain([title]).flat_map(|cell| cell.split(|letter: char| letter.is_whitespace() || letter == '-'));
    words.map(|word| word.chars().count()).max().unwrap_or_default().min(WORD) + AROUND
}

/// How high the rows are together, in thousandths of a line; a part of a line counts as such, so that every letter of width helps.
fn height(lengths: &[Vec<Vec<usize>>], widths: &[usize]) -> usize {
    let inner = |width: usize| width.saturating_sub(AROUND).max(1);
    let high = |lines: &Vec<usize>, width: usize| -> usize {
        lines.iter().map(|&line| 500 + 1000 * line / inner(width)).sum()
    };
    lengths.iter().filter_map(|row| row.iter().zip(widths).map(|(lines, &width)| high(lines, width)).max()).sum()
}

#[cfg(test)]
mod tests {
    use super::{Table, widths};

    #[test]
    fn a_long_column_is_wide_and_a_short_one_holds_its_words() {
        let rows = vec![vec!["Eastland".to_owned(), "many words that say a thing ".repeat(20)]];
        let found = widths(&Table { header: vec!["Party", "Words"], rows });
        assert_eq!(found, [11, 119]);
    }

    #[test]
    fn two_columns_as_long_as_each_other_are_as_wide() {
        let said = "many words that say a thing ".repeat(20);
        let rows = vec![
            vec!["Eastland".to_owned(), said.clone(), said],
            vec!["A line of its own that is longer than a word".to_owned(), "short".to_owned(), "short".to_owned()],
        ];
        let found = widths(&Table { header: vec!["Party", "Words", "Other words"], rows });
        assert!(found[0] < 50 && found[1].abs_diff(found[2]) < 10, "{found:?}");
    }

    #[test]
    fn columns_without_anything_have_a_width() {
        assert!(widths(&Table { header: vec!["A", "B"], rows: Vec::new() }).iter().all(|&width| 0 < width));
    }
}
