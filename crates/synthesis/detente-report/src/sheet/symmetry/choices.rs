//! What each choice leaves, issue by issue, under every answer at once.

use detente_case::{Issue, IssueIdx};
use detente_deals::Level;

use super::View;
use super::results::{Question, Says, Within};
use crate::sheet::document::Block;
use crate::words::{count, listed};

/// The zones of the row, in its order, and what each is called.
const ZONES: [(Within, &str); 3] = [
    (Within::Stated, "the stated limits alone"),
    (Within::Estimated(Level::Low), "bottom lines at their low ends"),
    (Within::Estimated(Level::Centre), "bottom lines at their centres"),
];

impl View<'_> {
    pub(super) fn choices(&self) -> Vec<Block> {
        let shown: Vec<(Within, &str)> = ZONES.into_iter().filter(|&(zone, _)| self.is_counted(zone)).collect();
        if shown.is_empty() {
            return Vec::new();
        }
        let zones: Vec<Within> = shown.iter().map(|&(zone, _)| zone).collect();
        let names: Vec<String> = shown.iter().map(|(_, name)| (*name).to_owned()).collect();
        let mut lead = format!("Packages with each choice, in this order: {}", names.join(" · "));
        if self.has_draws() {
            lead.push_str(" · draws in which some package has it");
        }
        let rows = self.about.case.issues.iter().map(|(issue, row)| {
            let between = if row.is_range() { "; " } else { "\n" };
            (issue, vec![row.title.clone(), self.lines(issue, row, &zones).join(between)])
        });
        vec![
            Block::heading("What each choice leaves"),
            Block::Note(format!("{lead}.")),
            Block::table(&["Issue", "Choices"], self.about.alike(rows)),
        ]
    }

    fn is_counted(&self, zone: Within) -> bool {
        self.of.stands.keys().any(|asked| matches!(asked, Question::Left(of, ..) if *of == zone))
    }

    fn has_draws(&self) -> bool {
        self.says(&Question::Open).is_some()
    }

    /// A line per choice; neighbours that leave the same share one.
    fn lines(&self, issue: IssueIdx, row: &Issue, zones: &[Within]) -> Vec<String> {
        let mut runs: Vec<(Vec<String>, String)> = Vec::new();
        for (choice, of) in row.choices.iter() {
            let counts = zones.iter().map(|&zone| self.answer(&Question::Left(zone, issue, choice)));
            let draws = match self.says(&Question::Having(issue, choice)) {
                Some(Says::Draws(numbers)) => numbers.first().map(count),
                _ => None,
            };
            let counts: Vec<String> = counts.chain([draws]).flatten().collect();
            let counts = counts.join(" · ");
            match runs.last_mut() {
                Some((titles, before)) if *before == counts => titles.push(of.title.clone()),
                _ => runs.push((vec![of.title.clone()], counts)),
            }
        }
        let line = |(titles, counts): (Vec<String>, String)| match titles.as_slice() {
            [first, .., last] if row.is_range() => format!("{first} to {last}: {counts} each"),
            [only] => format!("{only}: {counts}"),
            several => format!("{}: {counts} each", listed(several)),
        };
        runs.into_iter().map(line).collect()
    }
}
