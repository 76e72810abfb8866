//! Statements and positions in words, each with what it rests on.

use detente::case::{Case, ChoiceIdx, Id, IssueIdx, expr::describe};
use detente::ledger::{Kind, Ledger, Position, PositionIdx, Since, Statement, StatementIdx, Subject, Via};

use super::dates::day;
use super::text::{listed, wrapped};
use super::words::runs_words;

/// A statement: its words, who said it, how it came, when, where it stands.
pub(super) fn statement(case: &Case, ledger: &Ledger, idx: StatementIdx) -> String {
    let row = &ledger.statements[idx];
    let words = row.quote.as_ref().map(|quote| format!("“{}”", quote.exact)).or_else(|| row.paraphrase.clone());
    let chain = if row.chain.is_empty() { String::new() } else { format!(", through {}", listed(&row.chain)) };
    let source = row.source.map_or_else(String::new, |source| format!(", in {}", ledger.sources[source].id));
    format!(
        "{}: {} — {}, {}{chain}, {}{source}",
        row.id,
        words.unwrap_or_default(),
        speaker(case, row),
        via(row.via),
        day(row.said_on, row.precision)
    )
}

/// Statements, a paragraph each.
pub(super) fn statements(case: &Case, ledger: &Ledger, of: &[StatementIdx], indent: usize) -> String {
    of.iter().map(|&idx| wrapped(&statement(case, ledger, idx), indent)).collect()
}

/// Statements by id, a paragraph each.
pub(super) fn named(case: &Case, ledger: &Ledger, ids: &[Id], indent: usize) -> String {
    let found: Vec<StatementIdx> = ids.iter().filter_map(|id| ledger.statement(id.as_str())).collect();
    statements(case, ledger, &found, indent)
}

fn speaker(case: &Case, statement: &Statement) -> String {
    let speaker = &statement.speaker;
    let person = speaker.person.map(|person| case.people[person].name.clone());
    let party = speaker.party.map(|party| case.parties[party].name.clone());
    let name = person.or_else(|| speaker.name.clone()).or_else(|| speaker.role.clone()).or(party);
    name.unwrap_or_else(|| "speaker not named".to_owned())
}

fn via(via: Via) -> &'static str {
    match via {
        Via::Direct => "in the speaker's own words",
        Via::Reported => "as reported",
        Via::Author => "the author's words",
        Via::Headline => "in the headline",
        Via::Document => "from a document",
        Via::UnnamedOfficial => "an official who is not named",
    }
}

/// What a position says of choices, with its condition: "accepts “Free”, rejects “Closed”, only if …".
pub(super) fn stance(case: &Case, position: &Position) -> String {
    let mut parts: Vec<String> = Vec::new();
    if let Subject::Issue(issue) = position.subject {
        let mut say = |verb: &str, choices: &[ChoiceIdx]| {
            if !choices.is_empty() {
                parts.push(format!("{verb} {}", titles(case, issue, choices)));
            }
        };
        let said = &position.stance;
        if said.accepts == said.prefers {
            say("accepts and wants", &said.accepts);
        } else {
            say("accepts", &said.accepts);
            say("wants", &said.prefers);
        }
        say("rejects", &said.rejects);
    }
    if let Some(condition) = &position.condition {
        parts.push(format!("on the condition: {}", describe(&condition.expr, case.scope())));
    }
    parts.join("; ")
}

/// Amounts as runs, other choices by title.
fn titles(case: &Case, issue: IssueIdx, choices: &[ChoiceIdx]) -> String {
    if case.issues[issue].is_range() {
        return runs_words(case, issue, choices);
    }
    let quoted = |&choice: &ChoiceIdx| format!("“{}”", case.issues[issue].choices[choice].title);
    listed(&choices.iter().map(quoted).collect::<Vec<_>>())
}

/// The kind of a position: "red line", "answer to pos-09".
pub(super) fn kind(ledger: &Ledger, kind: Kind) -> String {
    match kind {
        Kind::Response(to) => format!("answer to {}", ledger.positions[to].id),
        Kind::RedLine => "red line, as said".to_owned(),
        Kind::BottomLine => "bottom line, as said".to_owned(),
        Kind::Claim => "claim about fact or cause; binds nothing".to_owned(),
        Kind::Assessment => "the author's own assessment".to_owned(),
        other => other.name().word().to_owned(),
    }
}

/// "on record from 10 January 2001", "on record by 3 May 2001", "date unknown".
pub(super) fn since(since: Since) -> String {
    match since {
        Since::On(date, precision) => format!("on record from {}", day(Some(date), precision)),
        Since::NotAfter(date) => format!("on record by {}", day(Some(date), None)),
        Since::Unknown => "date unknown".to_owned(),
    }
}

/// A position in a line: words, kind, firmness, date, whose voice, id.
pub(super) fn position(case: &Case, ledger: &Ledger, idx: PositionIdx) -> String {
    let row = &ledger.positions[idx];
    let mut about = vec![kind(ledger, row.kind)];
    if let Some(firmness) = row.firmness {
        let by = row.firmness_by.map_or_else(String::new, |judge| format!(", judged by {judge}"));
        about.push(format!("{firmness}{by}"));
    }
    about.push(since(ledger.since(row)));
    if row.party.is_some() && !ledger.has_voice(case, row) {
        about.push("no statement of the party itself".to_owned());
    }
    format!("{} ({}) [{}]", row.text, about.join("; "), row.id)
}
