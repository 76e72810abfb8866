//! What draws from a set of estimates say, and what waiting does.

use detente_case::PartyIdx;

use super::results::{Question, Says};
use super::{View, found};
use crate::sheet::document::Block;
use crate::words::count;

impl View<'_> {
    pub(super) fn draws(&self) -> Vec<Block> {
        let Some([draws, seed]) = self.of.drawn else { return Vec::new() };
        let number = count(draws);
        let how = format!(
            "{number} draws, seed {seed}. What is drawn for a number depends on whose it is and of what; in the copy it is drawn for the \
             party that the number is of as the case stands, so that both meet the same draws and figures are equal to the last one or \
             not at all. Numbers of draws say nothing of what will happen."
        );
        let candidates = match self.says(&Question::Candidates) {
            Some(Says::Packages(packages)) => {
                let number = packages.len();
                Some(format!(
                    "{number}, those the principles lead to; compared of each: draws within all limits and on the frontier, draws \
                     accepted by each party, ranks, what is missed"
                ))
            }
            _ => None,
        };
        let open = self.answer(&Question::Open).map(|open| format!("{open} of {number}"));
        let rows = vec![
            ("Draws with a package within all limits".to_owned(), open),
            ("Packages held against every draw".to_owned(), candidates),
        ];
        vec![
            Block::heading("Over draws from the estimates (for the team only)"),
            Block::Note(how),
            Block::table(&["Asked", "Found"], found(rows)),
        ]
    }

    pub(super) fn months(&self) -> Vec<Block> {
        let months = self.of.stands.keys().filter_map(|asked| match asked {
            Question::InMonth(month) => Some(*month),
            _ => None,
        });
        let rows: Vec<Vec<String>> = months
            .map(|month| {
                let [packages, draws] = [Question::InMonth(month), Question::OpenInMonth(month)]
                    .map(|asked| self.answer(&asked).unwrap_or_default());
                vec![month.to_string(), packages, draws, self.alternatives(month)]
            })
            .collect();
        if rows.is_empty() {
            return Vec::new();
        }
        let header = [
            "Month",
            "Packages at the centres",
            "Draws with a package",
            "Draws in which no agreement is worth more than any package, by party",
        ];
        vec![Block::heading("Month by month, if talks go on (for the team only)"), Block::table(&header, rows)]
    }

    fn alternatives(&self, month: u32) -> String {
        let of = |party: PartyIdx| match self.says(&Question::Alternative(month, party)) {
            Some(Says::Draws(numbers)) => {
                let better = numbers.first().filter(|number| 0 < **number)?;
                Some(format!("{} {}", self.about.name(party), count(better)))
            }
            _ => None,
        };
        let each: Vec<String> = self.about.alphabetical().into_iter().filter_map(of).collect();
        if each.is_empty() { "none".to_owned() } else { each.join("; ") }
    }
}
