//! What follows from the stated limits alone.

use detente_base::Index;
use detente_case::IssueIdx;
use detente_deals::LimitRef;

use super::results::{Given, Package, Question, Says, Within};
use super::said::NONE;
use super::{View, found};
use crate::sheet::document::Block;
use crate::sheet::why::LAST_LINE;

/// The columns of examples: an issue, then a package each.
const EXAMPLES: [&str; 5] = ["Issue", "First", "Second", "Third", "Fourth"];

impl View<'_> {
    pub(super) fn stated(&self) -> Vec<Block> {
        let case = self.about.case;
        let zone = Question::Packages(Within::Stated);
        let mut rows = vec![("Packages within every stated limit that binds".to_owned(), self.answer(&zone))];
        let limits = case.red_lines.indices().map(LimitRef::RedLine).chain(case.offers.indices().map(LimitRef::Offer));
        let mut limits: Vec<(String, Option<String>)> = limits
            .map(|limit| (format!("Limit of {}", self.about.limit(limit)), self.answer(&Question::Excludes(limit))))
            .collect();
        limits.sort();
        rows.extend(limits);
        rows.extend(self.why(Given::Stated));
        let mut blocks =
            vec![Block::heading("From the stated limits alone"), Block::table(&["Asked", "Found"], found(rows))];
        blocks.extend(self.last_line(Given::Stated));
        if self.is_for_team() {
            blocks.extend(self.examples(Given::Stated));
        } else {
            let words = "Examples of packages were compared too; a sheet for the room shows no computed package.";
            blocks.push(Block::Note(words.to_owned()));
        }
        blocks
    }

    /// What cannot hold together and what opens the space; one row where there is nothing of either.
    pub(super) fn why(&self, given: Given) -> Vec<(String, Option<String>)> {
        let [conflicts, openings] =
            [Question::Conflicts(given), Question::Openings(given)].map(|asked| self.answer(&asked));
        if [&conflicts, &openings].into_iter().all(|found| found.as_deref() == Some(NONE)) {
            return vec![("What cannot hold together, and what opens the space".to_owned(), conflicts)];
        }
        vec![("What cannot hold together".to_owned(), conflicts), ("What opens the space".to_owned(), openings)]
    }

    /// What every list of limits ends with, where limits are listed.
    pub(super) fn last_line(&self, given: Given) -> Option<Block> {
        let listed = [Question::Conflicts(given), Question::Openings(given)].map(|asked| self.answer(&asked));
        let some = listed.iter().flatten().any(|found| found != NONE);
        some.then(|| Block::Note(LAST_LINE.to_owned()))
    }

    /// Packages that differ from each other, a column each; what all of them say stands before.
    pub(super) fn examples(&self, given: Given) -> Vec<Block> {
        let packages: Vec<&Package> = (0..EXAMPLES.len() - 1)
            .map_while(|rank| match self.says(&Question::Example(given, rank)) {
                Some(Says::Package(package)) => Some(package),
                _ => None,
            })
            .collect();
        let Some(first) = packages.first() else { return Vec::new() };
        let title = |package: &Package, issue: IssueIdx| {
            let row = &self.about.case.issues[issue];
            package.get(issue.position()).map_or_else(String::new, |&choice| row.choices[choice].title.clone())
        };
        let is_shared =
            |issue: &IssueIdx| packages.iter().all(|of| of.get(issue.position()) == first.get(issue.position()));
        let (shared, differing): (Vec<IssueIdx>, Vec<IssueIdx>) = self.about.case.issues.indices().partition(is_shared);
        let says =
            |issue: &IssueIdx| (*issue, vec![self.about.case.issues[*issue].title.clone(), title(first, *issue)]);
        let shared: Vec<String> =
            self.about.alike(shared.iter().map(says)).into_iter().map(|row| row.join(": ")).collect();
        let row = |issue: &IssueIdx| {
            let own = packages.iter().map(|package| title(package, *issue));
            (*issue, std::iter::once(self.about.case.issues[*issue].title.clone()).chain(own).collect())
        };
        let header = EXAMPLES.get(..=packages.len()).unwrap_or(&EXAMPLES);
        let several = 1 < packages.len();
        let mut blocks = Vec::new();
        if several {
            let rows = self.about.alike(differing.iter().map(row));
            blocks.push(Block::Paragraph("Examples, chosen to differ from each other:".to_owned()));
            blocks.push(Block::table(header, rows));
        }
        if !shared.is_empty() {
            let lead = if several { "In all of them" } else { "The one example" };
            blocks.push(Block::Note(format!("{lead}: {}.", shared.join("; "))));
        }
        blocks
    }
}
