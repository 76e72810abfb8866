//! The register of red lines: whose, how firm, who could lift each, first and last said, how old.

use detente_case::{Case, Id, RedLineIdx};
use detente_ledger::{Kind, Ledger, PositionIdx, Standing, Statement, StatementIdx, Subject};
use jiff::civil::Date;

use crate::matrix::{Matrix, Shown};

/// The red lines on record as of a date.
#[derive(Clone, Debug, Default)]
pub struct Register {
    /// Limits of the case, by id.
    pub held: Vec<Held>,
    /// Standing positions of the kind "red line" on an issue that no red line of their party in the case speaks of.
    pub only_in_ledger: Vec<PositionIdx>,
}

/// A red line and its record.
#[derive(Clone, Debug)]
pub struct Held {
    /// Which.
    pub line: RedLineIdx,
    /// What it rests on, as far as it was said by the date.
    pub evidence: Vec<StatementIdx>,
    /// Statements on record only after the date.
    pub later: Vec<StatementIdx>,
    /// What speaks against it.
    pub counter_evidence: Vec<StatementIdx>,
    /// Whether a statement of the party itself stands behind it.
    pub has_voice: bool,
    /// Who could lift it.
    pub lift: Lift,
    /// When it was first and last said.
    pub said: Said,
}

/// How it is known who could lift a red line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lift {
    /// A statement says so.
    Sourced,
    /// The case assumes it.
    Assumed,
    /// The record does not say.
    Unknown,
}

/// When something was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// First and last on these days, and how many days before the as-of date the last one is.
    Between {
        /// The first day.
        first: Date,
        /// The last: when it was last confirmed.
        last: Date,
        /// Days from then to the as-of date; `None` without such a date.
        age: Option<i32>,
    },
    /// Some day not after this one, on which a source was published.
    NotAfter(Date),
    /// The record has no date.
    Unknown,
}

/// The register as of the matrix's date.
pub fn register(case: &Case, ledger: &Ledger, matrix: &Matrix, shown: &Shown) -> Register {
    let speaks_of = |line: RedLineIdx| case.red_lines[line].never.formula.issues();
    let is_shown = |&line: &RedLineIdx| {
        shown.party(case.red_lines[line].party) && speaks_of(line).iter().any(|&issue| shown.issue(issue))
    };
    let held = case.red_lines.indices().filter(is_shown).map(|line| entry(case, ledger, matrix.as_of, line)).collect();
    let is_held = |position: &detente_ledger::Position, issue| {
        let mut lines = case.red_lines.iter();
        lines.any(|(line, row)| Some(row.party) == position.party && speaks_of(line).contains(&issue))
    };
    let only_in_ledger = ledger.positions.iter().filter(|&(idx, position)| {
        let Subject::Issue(issue) = position.subject else { return false };
        matches!(position.kind, Kind::RedLine)
            && matrix.standing[idx] == Standing::Stands
            && position.party.is_some_and(|party| shown.party(party))
            && shown.issue(issue)
            && !is_held(position, issue)
    });
    Register { held, only_in_ledger: only_in_ledger.map(|(idx, _)| idx).collect() }
}

fn entry(case: &Case, ledger: &Ledger, as_of: Option<Date>, line: RedLineIdx) -> Held {
    let row = &case.red_lines[line];
    let statements =
        |ids: &[Id]| -> Vec<StatementIdx> { ids.iter().filter_map(|id| ledger.statement(id.as_str())).collect() };
    let is_later = |&statement: &StatementIdx| {
        let on = known_by(ledger, &ledger.statements[statement]);
        on.zip(as_of).is_some_and(|(on, as_of)| as_of < on)
    };
    let (later, evidence): (Vec<StatementIdx>, Vec<StatementIdx>) =
        statements(&row.evidence).into_iter().partition(is_later);
    let speaks = |&statement: &StatementIdx| ledger.spoken_for(case, &ledger.statements[statement]) == Some(row.party);
    Held {
        line,
        has_voice: evidence.iter().any(speaks),
        lift: match (&row.can_lift, row.can_lift_basis.is_empty()) {
            (None, _) => Lift::Unknown,
            (Some(_), false) => Lift::Sourced,
            (Some(_), true) => Lift::Assumed,
        },
        said: said(ledger, &evidence, as_of),
        counter_evidence: statements(&row.counter_evidence),
        evidence,
        later,
    }
}

/// The first day by which a statement is known to be on record.
fn known_by(ledger: &Ledger, statement: &Statement) -> Option<Date> {
    statement.said_on.or_else(|| ledger.sources[statement.source?].published)
}

fn said(ledger: &Ledger, evidence: &[StatementIdx], as_of: Option<Date>) -> Said {
    let days = || evidence.iter().filter_map(|&statement| ledger.statements[statement].said_on);
    if let Some((first, last)) = days().min().zip(days().max()) {
        let age = as_of.and_then(|as_of| last.until(as_of).ok()).map(|span| span.get_days());
        return Said::Between { first, last, age };
    }
    let published =
        evidence.iter().filter_map(|&statement| ledger.sources[ledger.statements[statement].source?].published);
    published.min().map_or(Said::Unknown, Said::NotAfter)
}
