//! Statements a person accepted, written at the end of a ledger. What stands there already keeps every byte.

use std::collections::BTreeSet;

use detente_base::FileId;
use jiff::civil::Date;

use crate::folder::Folder;
use crate::hash::sha256;
use crate::read::Reading;

/// A text that statements are taken from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSource<'t> {
    /// Its kind, a word of the format ("newspaper-report").
    pub kind: &'t str,
    /// The title it gives itself.
    pub title: Option<&'t str>,
    /// The text; its bytes are what the ledger's hash is of.
    pub text: &'t str,
}

/// A statement as accepted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewStatement {
    /// What it was read as, for whoever codes positions: a comment above it.
    pub read_as: Vec<String>,
    /// The id of a person of the case.
    pub person: Option<String>,
    /// The speaker's name, of somebody who is no person of the case.
    pub name: Option<String>,
    /// The id of the party spoken for, of somebody who is no person of the case.
    pub party: Option<String>,
    /// Whether the source names the speaker.
    pub is_named: bool,
    /// How the words came into the source, a word of the format.
    pub via: String,
    /// Outlets and documents they passed through.
    pub chain: Vec<String>,
    /// When it was said.
    pub said_on: Option<Date>,
    /// The words.
    pub exact: String,
    /// What stands right before them.
    pub prefix: String,
    /// What stands right after them.
    pub suffix: String,
    /// The same in the coder's words.
    pub paraphrase: Option<String>,
    /// Who accepted it.
    pub coder: Option<String>,
}

/// A ledger with statements at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appended {
    /// The ledger's file, if the folder has one.
    pub file: Option<FileId>,
    /// Its new text.
    pub text: String,
    /// The id of the source the statements are taken from.
    pub source: String,
    /// Whether the source is new.
    pub is_new_source: bool,
    /// The ids of the statements, in order.
    pub statements: Vec<String>,
}

/// The ledger of `folder` with `statements` at its end, and their source, unless one with the text's hash is there already.
pub fn append(folder: &Folder, reading: &Reading, source: &NewSource<'_>, statements: &[NewStatement]) -> Appended {
    let hash = sha256(source.text.as_bytes());
    let found = folder.files().find(|(_, file)| file.path == "ledger.toml");
    let mut text = found.map_or_else(|| "format = 1\n".to_owned(), |(_, file)| file.text().to_owned());
    if !text.ends_with('\n') && !text.is_empty() {
        text.push('\n');
    }
    let mut taken: BTreeSet<String> = reading.occurrences.iter().map(|occurrence| occurrence.id.clone()).collect();
    let known = reading.ledger.sources.rows().find(|row| row.sha256.as_deref() == Some(hash.as_str()));
    let id = known.map_or_else(|| free(&mut taken, "src"), |row| row.id.to_string());
    if known.is_none() {
        text.push_str(&written_source(&id, source, &hash));
    }
    let mut ids = Vec::new();
    for statement in statements {
        let statement_id = free(&mut taken, "st");
        text.push_str(&written_statement(&statement_id, &id, statement));
        ids.push(statement_id);
    }
    Appended { file: found.map(|(file, _)| file), text, source: id, is_new_source: known.is_none(), statements: ids }
}

/// The first id "stem-NN" after the highest that is taken.
fn free(taken: &mut BTreeSet<String>, stem: &str) -> String {
    let number = |id: &String| id.strip_prefix(stem)?.strip_prefix('-')?.parse::<u64>().ok();
    let highest = taken.iter().filter_map(number).max().unwrap_or(0);
    let id = format!("{stem}-{:02}", highest.saturating_add(1));
    taken.insert(id.clone());
    id
}

fn written_source(id: &str, source: &NewSource<'_>, hash: &str) -> String {
    let mut text = format!("\n[[sources]]\nid = {}\nkind = {}\n", quoted(id), quoted(source.kind));
    if let Some(title) = source.title {
        text.push_str(&format!("title = {}\n", quoted(title)));
    }
    text.push_str(&format!("sha256 = {}\n", quoted(hash)));
    text
}

fn written_statement(id: &str, source: &str, statement: &NewStatement) -> String {
    let mut text = String::from("\n");
    for line in &statement.read_as {
        let plain = line.replace(|c: char| c.is_control(), " ");
        text.push_str(&format!("# read as: {}\n", plain.split_whitespace().collect::<Vec<_>>().join(" ")));
    }
    text.push_str(&format!("[[statements]]\nid = {}\nsource = {}\n", quoted(id), quoted(source)));
    text.push_str(&format!("speaker = {{ {} }}\n", speaker(statement).join(", ")));
    text.push_str(&format!("via = {}\n", quoted(&statement.via)));
    if !statement.chain.is_empty() {
        let links: Vec<String> = statement.chain.iter().map(|link| quoted(link)).collect();
        text.push_str(&format!("chain = [{}]\n", links.join(", ")));
    }
    match statement.said_on {
        Some(date) => text.push_str(&format!("said_on = {date}\nprecision = \"day\"\n")),
        None => text.push_str("precision = \"unknown\"\n"),
    }
    let around = [("exact", &statement.exact), ("prefix", &statement.prefix), ("suffix", &statement.suffix)];
    let around = around.iter().filter(|(_, words)| !words.is_empty());
    let around: Vec<String> = around.map(|(key, words)| format!("{key} = {}", quoted(words))).collect();
    text.push_str(&format!("quote = {{ {} }}\n", around.join(", ")));
    for (key, value) in [("paraphrase", &statement.paraphrase), ("coder", &statement.coder)] {
        if let Some(value) = value {
            text.push_str(&format!("{key} = {}\n", quoted(value)));
        }
    }
    text
}

fn speaker(statement: &NewStatement) -> Vec<String> {
    let mut parts = Vec::new();
    if let Some(person) = &statement.person {
        parts.push(format!("person = {}", quoted(person)));
        return parts;
    }
    for (key, value) in [("name", &statement.name), ("party", &statement.party)] {
        if let Some(value) = value {
            parts.push(format!("{key} = {}", quoted(value)));
        }
    }
    if !statement.is_named {
        parts.push("named = false".to_owned());
    }
    parts
}

/// A text as a TOML string in one line.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            control if control.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(control))),
            plain => out.push(plain),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::{NewSource, NewStatement, append};
    use crate::{Folder, read};

    const CASE: &str = r#"format = 1
[case]
id = "river"
title = "Talks on a river"
[parties]
eastland = { name = "Eastland" }
[people.vik]
name = "Anna Vik"
party = "eastland"
[issues.bridge]
title = "Bridge"
choices = { closed = "Closed", open = "Open" }
"#;

    fn statement(exact: &str) -> NewStatement {
        NewStatement {
            person: Some("vik".to_owned()),
            is_named: true,
            via: "direct".to_owned(),
            exact: exact.to_owned(),
            coder: Some("A \"B\" \\ \u{7}".to_owned()),
            read_as: vec!["support\nof \u{1b}[2Jbridge".to_owned()],
            ..NewStatement::default()
        }
    }

    #[test]
    fn what_was_there_keeps_every_byte_and_what_is_added_can_be_read() {
        let ledger = "# ours\nformat = 1  # kept\n[[sources]]\nid = \"src-07\"\nkind = \"other\"";
        let mut folder = Folder::of_texts([("case.toml", CASE), ("ledger.toml", ledger)]);
        let source = NewSource { kind: "other", title: None, text: "We keep it\n\"open\"." };
        let appended = append(&folder, &read(&folder), &source, &[statement("keep it\n\"open\""), statement("We")]);
        assert!(appended.text.starts_with(ledger), "{}", appended.text);
        assert_eq!((appended.source.as_str(), appended.statements.join(" ")), ("src-08", "st-01 st-02".to_owned()));
        let file = appended.file.expect("a ledger");
        folder = folder.with_text(file, appended.text.clone());
        folder.texts.push((appended.source.clone(), source.text.as_bytes().to_vec()));
        let reading = read(&folder);
        assert!(reading.is_sound(), "{:?}\n{}", reading.diagnostics, appended.text);
        assert_eq!(reading.quotes.found, 2);

        let again = append(&folder, &reading, &source, &[statement("We keep")]);
        assert!(!again.is_new_source && again.source == "src-08" && again.statements == ["st-03"], "{again:?}");
    }

    #[test]
    fn a_case_without_a_ledger_gets_one() {
        let folder = Folder::of_texts([("case.toml", CASE)]);
        let source = NewSource { kind: "other", title: Some("T"), text: "We agree." };
        let appended = append(&folder, &read(&folder), &source, &[statement("We agree")]);
        assert!(appended.file.is_none() && appended.text.starts_with("format = 1\n\n[[sources]]"), "{}", appended.text);
        let folder = Folder::of_texts([("case.toml", CASE), ("ledger.toml", appended.text.as_str())]);
        assert!(read(&folder).is_sound(), "{}", appended.text);
    }
}
