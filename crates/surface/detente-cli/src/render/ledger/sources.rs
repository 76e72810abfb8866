//! The sources of a record.

use detente::casefile::text_is_held;
use detente::ledger::{Source, SourceIdx};

use super::{Page, nothing};
use crate::render::dates::day;
use crate::render::text::{heading, item, listed, wrapped};

impl Page<'_> {
    pub(super) fn sources(&self) -> String {
        let mut out = heading("Sources");
        out.push_str(&nothing(self.ledger.sources.iter().map(|(idx, row)| self.source(idx, row)).collect()));
        out
    }

    fn source(&self, idx: SourceIdx, row: &Source) -> String {
        let title = row.title.as_ref().map_or_else(|| "without a title".to_owned(), |title| format!("“{title}”"));
        let by = if row.authors.is_empty() { String::new() } else { format!(", {}", listed(&row.authors)) };
        let outlet = row.outlet.as_ref().map_or_else(String::new, |outlet| format!(", {outlet}"));
        let mut out = item(&format!("{title}{by}{outlet}, {} [{}]", row.kind, row.id), 2);
        let statements = self.ledger.statements.rows().filter(|statement| statement.source == Some(idx)).count();
        let published = match row.published {
            Some(date) => format!("published {}", day(Some(date), None)),
            None => "day of publication unknown".to_owned(),
        };
        let reliability = row.reliability.map_or("reliability not graded", reliability);
        let text = match (text_is_held(self.folder, row), &row.sha256) {
            (true, _) => "text held, quotes compared with it",
            (false, Some(_)) => "text not held",
            (false, None) => "no text named by its hash",
        };
        let about = [published, reliability.to_owned(), text.to_owned(), format!("statements: {statements}")];
        out.push_str(&wrapped(&about.join("; "), 6));
        for more in [&row.access, &row.note].into_iter().flatten() {
            out.push_str(&wrapped(more, 6));
        }
        out
    }
}

/// The Admiralty scale in words.
fn reliability(grade: char) -> &'static str {
    match grade {
        'A' => "A, completely reliable",
        'B' => "B, usually reliable",
        'C' => "C, fairly reliable",
        'D' => "D, not usually reliable",
        'E' => "E, unreliable",
        _ => "F, reliability cannot be judged",
    }
}
