//! Who holds which position on which issue, and on what it rests.

use detente::case::{IssueIdx, PartyIdx};
use detente::evidence::Entry;

use super::{Page, nothing};
use crate::render::evidence::{kind, position, stance, statements};
use crate::render::text::{heading, indented, item, listed, table, wrapped};

/// How many parties stand beside each other; more need tables of their own to be read.
const ABREAST: usize = 4;

impl Page<'_> {
    pub(super) fn matrix(&self) -> String {
        let matrix = &self.record.matrix;
        let mut out = heading("Who holds which position on which issue");
        let heard = |party: &PartyIdx| matrix.cells.keys().any(|(of, _)| of == party);
        let (heard, silent): (Vec<PartyIdx>, Vec<PartyIdx>) = matrix.parties.iter().copied().partition(heard);
        let name = |party: PartyIdx| self.case.parties[party].name.clone();
        heard.chunks(ABREAST).for_each(|parties| out.push_str(&self.rows(parties)));
        if !heard.is_empty() {
            out.push_str(&wrapped("A dash stands where nothing is on record. Ids lead to the statements below.", 2));
        }
        if !silent.is_empty() {
            let names: Vec<String> = silent.into_iter().map(name).collect();
            out.push_str(&wrapped(&format!("No position on any issue shown: {}.", listed(&names)), 2));
        }
        out
    }

    fn rows(&self, parties: &[PartyIdx]) -> String {
        let mut header = vec!["issue".to_owned()];
        header.extend(parties.iter().map(|&party| self.case.parties[party].name.clone()));
        let mut rows = table(header);
        for &issue in &self.record.matrix.issues {
            let mut row = vec![self.case.issues[issue].title.clone()];
            row.extend(parties.iter().map(|&party| self.cell(party, issue)));
            rows.add_row(row);
        }
        indented(&rows)
    }

    fn cell(&self, party: PartyIdx, issue: IssueIdx) -> String {
        let Some(cell) = self.record.matrix.cells.get(&(party, issue)) else { return "—".to_owned() };
        let line = |entry: &Entry| {
            let row = &self.ledger.positions[entry.position];
            let words = match stance(self.case, row) {
                words if words.is_empty() => kind(self.ledger, row.kind),
                words => words,
            };
            let evidence: Vec<String> =
                row.evidence.iter().map(|&idx| self.ledger.statements[idx].id.to_string()).collect();
            format!("{words} [{}: {}]", row.id, evidence.join(", "))
        };
        cell.positions.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    pub(super) fn evidence(&self) -> String {
        let matrix = &self.record.matrix;
        let mut out = heading("Every position, and the statements it rests on");
        let mut lines = String::new();
        for &issue in &matrix.issues {
            let cells: Vec<_> = matrix.cells.iter().filter(|((_, of), _)| *of == issue).collect();
            if cells.is_empty() {
                continue;
            }
            lines.push_str(&format!("  {}\n", self.case.issues[issue].title));
            for ((party, _), cell) in cells {
                cell.positions.iter().for_each(|entry| lines.push_str(&self.entry(Some(*party), *entry)));
            }
        }
        for (title, entries) in [
            ("On no single issue", &matrix.unspecified),
            ("Nobody's position: the authors' own assessments", &matrix.nobodys),
            ("On record only after that day; nothing here rests on them", &matrix.later),
        ] {
            if !entries.is_empty() {
                lines.push_str(&format!("  {title}\n"));
                let party = |entry: &Entry| self.ledger.positions[entry.position].party;
                entries.iter().for_each(|entry| lines.push_str(&self.entry(party(entry), *entry)));
            }
        }
        out.push_str(&nothing(lines));
        out
    }

    fn entry(&self, party: Option<PartyIdx>, entry: Entry) -> String {
        let row = &self.ledger.positions[entry.position];
        let who = party.map_or_else(|| "The author".to_owned(), |party| self.case.parties[party].name.clone());
        let mut out = item(&format!("{who}: {}", position(self.case, self.ledger, entry.position)), 4);
        out.push_str(&statements(self.case, self.ledger, &row.evidence, 8));
        if !row.counter_evidence.is_empty() {
            out.push_str(&wrapped("Against it:", 8));
            out.push_str(&statements(self.case, self.ledger, &row.counter_evidence, 10));
        }
        out
    }
}
