//! What a set of estimates adds, at its centres and the ends of its bottom lines.

use std::collections::BTreeSet;

use detente_case::PartyIdx;
use detente_deals::{Level, Principle};

use super::asked::led;
use super::results::{Given, Led, Package, Question, Says, Within};
use super::said::joined;
use super::{View, found};
use crate::sheet::document::{Block, capitalised, cell};

/// As many points of the frontier as are written out.
const MOST_POINTS: usize = 60;

impl View<'_> {
    pub(super) fn estimated(&self) -> Vec<Block> {
        if !self.is_for_team() {
            return Vec::new();
        }
        let heading = Block::heading("With estimates (for the team only)");
        if self.about.set().is_none() {
            return vec![heading, Block::Paragraph("No set of estimates was named for this sheet.".to_owned())];
        }
        let levels = Level::ALL.map(|level| self.answer(&Question::Packages(Within::Estimated(level))));
        let mut rows = vec![
            (
                "Whether there is a package over the ends of the bottom lines".to_owned(),
                self.answer(&Question::Verdict),
            ),
            (
                "Packages, bottom lines at their low ends, centres, high ends".to_owned(),
                Some(levels.into_iter().flatten().collect::<Vec<_>>().join(" · ")),
            ),
            ("Principals".to_owned(), self.answer(&Question::Principals)),
            ("For whom no stake is stated".to_owned(), self.answer(&Question::NoStake)),
            ("Worth of these packages at the centres, in each party's own points".to_owned(), self.reach()),
            ("Points on the frontier".to_owned(), self.frontier()),
        ];
        rows.extend(self.why(Given::Estimated));
        let mut blocks = vec![heading, Block::table(&["Asked", "Found"], found(rows))];
        blocks.extend(self.last_line(Given::Estimated));
        blocks.extend(self.principles());
        blocks.extend(self.examples(Given::Estimated));
        blocks
    }

    fn reach(&self) -> Option<String> {
        let of = |party: PartyIdx| {
            let reach = self.answer(&Question::Reach(party))?;
            Some(format!("{} {reach}", self.about.name(party)))
        };
        let lines: Vec<String> = self.about.alphabetical().into_iter().filter_map(of).collect();
        (!lines.is_empty()).then(|| lines.join("; "))
    }

    fn packages(&self, by: Led) -> Option<&BTreeSet<Package>> {
        match self.says(&Question::Chosen(by)) {
            Some(Says::Packages(packages)) => Some(packages),
            _ => None,
        }
    }

    fn principals(&self) -> Vec<PartyIdx> {
        match self.says(&Question::Principals) {
            Some(Says::Parties(parties)) => {
                self.about.alphabetical().into_iter().filter(|party| parties.contains(party)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// "58 / 71": a package's worth to the principals.
    fn worth(&self, by: Led, package: &Package) -> String {
        let of = |party: &PartyIdx| self.answer(&Question::Worth(by, package.clone(), *party));
        self.principals().iter().filter_map(of).collect::<Vec<_>>().join(" / ")
    }

    fn frontier(&self) -> Option<String> {
        let packages = self.packages(Led::Frontier)?;
        if packages.is_empty() {
            return None;
        }
        let principals: Vec<String> = self.principals().into_iter().map(|party| self.about.name(party)).collect();
        let points: BTreeSet<String> = packages.iter().map(|package| self.worth(Led::Frontier, package)).collect();
        let number = points.len();
        let mut said = format!("{}: {}", principals.join(" / "), joined(points.into_iter().take(MOST_POINTS), "; "));
        if MOST_POINTS < number {
            said.push_str(&format!("; {} more, compared likewise", number - MOST_POINTS));
        }
        Some(said)
    }

    fn principles(&self) -> Vec<Block> {
        let first = match self.says(&Question::Example(Given::Estimated, 0)) {
            Some(Says::Package(package)) => Some(package),
            _ => None,
        };
        let mut rows: Vec<(String, [String; 3])> = Vec::new();
        for principle in Principle::ALL {
            let by = Led::By(principle);
            for package in self.packages(by).into_iter().flatten() {
                let name = capitalised(&led(by));
                let found = [self.worth(by, package), self.beside(package, first), self.in_draws(package)];
                match rows.iter_mut().find(|(_, other)| *other == found) {
                    Some((names, _)) => names.push_str(&format!("\n{name}")),
                    None => rows.push((name, found)),
                }
            }
        }
        if rows.is_empty() {
            return Vec::new();
        }
        let principals: Vec<String> = self.principals().into_iter().map(|party| self.about.name(party)).collect();
        let rows = rows.into_iter().map(|(names, [worth, package, draws])| {
            let row = vec![names, format!("{}: {worth}", principals.join(" / ")), package];
            if self.of.drawn.is_some() { [row, vec![draws]].concat() } else { row }
        });
        let header = ["Principle", "Points", "Package", "Draws within all limits; accepted by each"];
        let header = if self.of.drawn.is_some() { &header[..] } else { &header[..3] };
        vec![
            Block::Paragraph(
                "Principles side by side; a package as the first example below, but for what is named:".to_owned(),
            ),
            Block::table(header, rows.collect()),
        ]
    }

    fn beside(&self, package: &Package, first: Option<&Package>) -> String {
        if first == Some(package) { "the first example".to_owned() } else { self.about.package(package, first) }
    }

    fn in_draws(&self, package: &Package) -> String {
        let Some(Says::Draws(zone)) = self.says(&Question::InZone(package.clone())) else { return String::new() };
        let zone = zone.first().map_or_else(String::new, ToString::to_string);
        let of = |party: PartyIdx| {
            let accepted = self.answer(&Question::Accepted(package.clone(), party))?;
            Some(format!("{} {accepted}", self.about.name(party)))
        };
        let each: Vec<String> = self.about.alphabetical().into_iter().filter_map(of).collect();
        cell(&[zone, each.join("; ")])
    }
}
