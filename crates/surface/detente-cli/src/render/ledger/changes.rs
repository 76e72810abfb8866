//! What changed.

use detente::evidence::{Basis, Change, Earlier};
use detente::ledger::PositionIdx;

use super::{Page, nothing};
use crate::render::dates::day;
use crate::render::evidence::{position, statements};
use crate::render::text::{heading, item, listed, wrapped};

impl Page<'_> {
    pub(super) fn changes(&self) -> String {
        let window = self.record.window;
        let between = match (window.from, window.to) {
            (Some(from), Some(to)) => format!("after {}, up to {}", day(Some(from), None), day(Some(to), None)),
            (Some(from), None) => format!("after {}", day(Some(from), None)),
            (None, Some(to)) => format!("up to {}", day(Some(to), None)),
            (None, None) => "in the whole record".to_owned(),
        };
        let mut out = heading("Changes of position");
        out.push_str(&wrapped(
            &format!(
                "{}. Reported: a source says so, the earlier date unknown. Derived: two dated positions, or one that names what it replaces.",
                capitalised(&between)
            ),
            2,
        ));
        out.push_str(&nothing(self.record.changes.iter().map(|change| self.change(change)).collect()));
        if !self.record.unchanged.is_empty() {
            let titles: Vec<String> =
                self.record.unchanged.iter().map(|&issue| self.case.issues[issue].title.clone()).collect();
            out.push_str(&wrapped(&format!("No change on record: {}.", listed(&titles)), 2));
        }
        out
    }

    fn change(&self, change: &Change) -> String {
        let issue = change.issue.map_or("no single issue", |issue| &self.case.issues[issue].title);
        let directions: Vec<&str> = change.directions.iter().map(|direction| direction.in_words()).collect();
        let way = match (change.basis, directions.as_slice()) {
            (Basis::Reported, _) => "reported, which way is not coded".to_owned(),
            (Basis::Derived, directions) => format!("derived: {}", directions.join(" and ")),
        };
        let who = &self.case.parties[change.party].name;
        let mut out = item(&format!("{issue}, {who}: {} ({way})", day(change.on, change.precision)), 2);
        match &change.earlier {
            Earlier::Nothing => out.push_str(&wrapped("earlier: nothing on record", 6)),
            Earlier::Words(words) => out.push_str(&wrapped(&format!("earlier, as reported: {words}"), 6)),
            Earlier::Positions(positions) => out.push_str(&self.positions("earlier", positions)),
        }
        match change.later.as_slice() {
            [] => out.push_str(&wrapped("later: nothing on record", 6)),
            later => out.push_str(&self.positions("later", later)),
        }
        out
    }

    fn positions(&self, when: &str, positions: &[PositionIdx]) -> String {
        let mut out = String::new();
        for &idx in positions {
            out.push_str(&wrapped(&format!("{when}: {}", position(self.case, self.ledger, idx)), 6));
            out.push_str(&statements(self.case, self.ledger, &self.ledger.positions[idx].evidence, 8));
        }
        out
    }
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
