//! Statements, positions and limits in words, each with what it rests on.

use detente_case::expr::describe;
use detente_case::{Case, ChoiceIdx, Id, IssueIdx, Precision};
use detente_ledger::{Ledger, PositionIdx, Since, Statement, StatementIdx, Via};
use jiff::civil::Date;

pub(super) use crate::words::listed;

use super::about::About;

/// "26 February 2025", no more exact than it is known; "date unknown" where there is none.
pub(super) fn day(date: Option<Date>, precision: Option<Precision>) -> String {
    let Some(date) = date else { return "date unknown".to_owned() };
    match precision {
        Some(Precision::Month) => date.strftime("%B %Y").to_string(),
        Some(Precision::Year) => date.strftime("%Y").to_string(),
        Some(Precision::Unknown) => format!("{} (how exact is not known)", date.strftime("%-d %B %Y")),
        Some(Precision::Day) | None => date.strftime("%-d %B %Y").to_string(),
    }
}

/// Thousandths of a point as whole points without a sign, away from zero or towards it; "less than 1" for what is not quite nothing.
pub(super) fn signless(thousandths: i64, away: bool) -> String {
    let size = thousandths.unsigned_abs();
    match if away { size.div_ceil(1000) } else { size / 1000 } {
        0 if 0 < size => "less than 1".to_owned(),
        whole => whole.to_string(),
    }
}

/// "Issue: “Choice”".
pub(super) fn choice(case: &Case, issue: IssueIdx, choice: ChoiceIdx) -> String {
    format!("“{}”", case.issues[issue].choices[choice].title)
}

/// The words of a statement, or where it has none the coder's, so marked.
pub(super) fn quoted(statement: &Statement) -> String {
    match (&statement.quote, &statement.paraphrase) {
        (Some(quote), _) => format!("“{}” [{}]", quote.exact, statement.id),
        (None, Some(words)) => format!("no exact words; in the coder's: {words} [{}]", statement.id),
        (None, None) => format!("no words recorded [{}]", statement.id),
    }
}

/// Who said it and how it came into the source.
pub(super) fn said_by(case: &Case, ledger: &Ledger, statement: &Statement) -> String {
    let speaker = &statement.speaker;
    let person = speaker.person.map(|person| case.people[person].name.clone());
    let party = speaker.party.map(|party| case.parties[party].name.clone());
    let name = person.or_else(|| speaker.name.clone()).or_else(|| speaker.role.clone()).or(party);
    let via = match statement.via {
        Via::Direct => "in the speaker's own words",
        Via::Reported => "as reported",
        Via::Author => "the author's words",
        Via::Headline => "in the headline",
        Via::Document => "from a document",
        Via::UnnamedOfficial => "an official who is not named",
    };
    let chain =
        if statement.chain.is_empty() { String::new() } else { format!(", through {}", listed(&statement.chain)) };
    let source = statement.source.map_or_else(String::new, |source| format!(", in {}", ledger.sources[source].id));
    format!("{}, {via}{chain}{source}", name.unwrap_or_else(|| "speaker not named".to_owned()))
}

/// Whose coding a statement is.
pub(super) fn coders(ledger: &Ledger, of: &[StatementIdx]) -> Vec<String> {
    let mut coders: Vec<String> =
        of.iter().filter_map(|&statement| ledger.statements[statement].coder.clone()).collect();
    coders.sort();
    coders.dedup();
    coders
}

/// The statements with these ids.
pub(super) fn by_id(ledger: &Ledger, ids: &[Id]) -> Vec<StatementIdx> {
    ids.iter().filter_map(|id| ledger.statement(id.as_str())).collect()
}

impl About<'_> {
    /// The words of statements, a line each.
    pub(super) fn quotes(&self, of: &[StatementIdx]) -> Vec<String> {
        of.iter().map(|&statement| quoted(&self.ledger.statements[statement])).collect()
    }

    /// As [`About::quotes`], the first `most` with their words and the others by their ids alone.
    pub(super) fn some_quotes(&self, of: &[StatementIdx], most: usize) -> Vec<String> {
        let mut lines = self.quotes(of.get(..most).unwrap_or(of));
        let more: Vec<String> =
            of.iter().skip(most).map(|&statement| self.ledger.statements[statement].id.to_string()).collect();
        if let (false, Some(last)) = (more.is_empty(), lines.last_mut()) {
            last.push_str(&format!(", also [{}]", more.join(", ")));
        }
        lines
    }

    /// Who made statements and how they came, a line each; the same said twice stands once.
    pub(super) fn speakers(&self, of: &[StatementIdx]) -> Vec<String> {
        let mut lines: Vec<String> =
            of.iter().map(|&statement| said_by(self.case, self.ledger, &self.ledger.statements[statement])).collect();
        lines.dedup();
        lines
    }

    /// A position: the coder's words, from when, whose voice, its id.
    pub(super) fn position(&self, idx: PositionIdx) -> String {
        let row = &self.ledger.positions[idx];
        let since = match self.ledger.since(row) {
            Since::On(date, precision) => format!("from {}", day(Some(date), precision)),
            Since::NotAfter(date) => format!("on record by {}", day(Some(date), None)),
            Since::Unknown => "date unknown".to_owned(),
        };
        let firmness = row.firmness.map_or_else(String::new, |firmness| {
            let by = row.firmness_by.map_or_else(String::new, |judge| format!(", judged by {judge}"));
            format!("; {firmness}{by}")
        });
        let condition = row.condition.as_ref().map_or_else(String::new, |condition| {
            format!("; on the condition: {}", describe(&condition.expr, self.case.scope()))
        });
        let silent = row.party.is_some() && !self.ledger.has_voice(self.case, row);
        let silent = if silent { "; no statement of the party itself" } else { "" };
        format!("{} ({since}{firmness}{condition}{silent}) [{}]", row.text, row.id)
    }

    /// A position and the words it rests on: one statement's, the others by id.
    pub(super) fn position_with_quotes(&self, idx: PositionIdx) -> Vec<String> {
        let mut lines = vec![self.position(idx)];
        lines.extend(self.some_quotes(&self.ledger.positions[idx].evidence, 1));
        lines
    }
}
