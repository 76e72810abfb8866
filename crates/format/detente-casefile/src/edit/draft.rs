//! A new offer or draft at the end of `drafts.toml`.

use detente_case::DraftStatus;
use jiff::civil::Date;
use toml_edit::{Array, Datetime, InlineTable, Value};

/// An offer or draft that is to be put on the record, in ids. Whether they mean something is found when the new text is read.
#[derive(Clone, Debug, Default)]
pub struct NewDraft {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Option<String>,
    /// Who put it forward.
    pub by: Vec<String>,
    /// To whom.
    pub to: Vec<String>,
    /// When.
    pub date: Option<Date>,
    /// What became of it.
    pub status: Option<DraftStatus>,
    /// Whether acceptance would bind whoever made it.
    pub binding: bool,
    /// The draft it takes the place of.
    pub supersedes: Option<String>,
    /// What it says, by issue.
    pub wording: Vec<(String, NewWording)>,
    /// The condition under which it is made.
    pub only_if: Option<String>,
    /// The statements it rests on.
    pub evidence: Vec<String>,
}

/// What a new draft says on an issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewWording {
    /// A choice or an amount.
    Settled(String),
    /// Several in brackets.
    Bracketed(Vec<String>),
    /// Empty brackets.
    Open,
}

/// The text of `drafts.toml`, empty where there is none yet, with one more draft at its end.
pub fn add_draft(text: &str, draft: &NewDraft) -> String {
    let mut out = if text.trim().is_empty() { "format = 1\n".to_owned() } else { text.to_owned() };
    if !out.ends_with('\n') {
        out.push('\n');
    }
    out.push_str("\n[[drafts]]\n");
    let mut line = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            out.push_str(&format!("{key} = {value}\n"));
        }
    };
    let text = |text: &String| Value::from(text.as_str());
    line("id", Some(text(&draft.id)));
    line("title", draft.title.as_ref().map(text));
    line("by", one_or_list(&draft.by));
    line("to", one_or_list(&draft.to));
    line("date", draft.date.and_then(|date| Some(Value::from(date.to_string().parse::<Datetime>().ok()?))));
    line("precision", draft.date.map(|_| Value::from("day")));
    line("status", draft.status.map(|status| Value::from(status.word())));
    line("binding", draft.binding.then(|| Value::from(true)));
    line("supersedes", draft.supersedes.as_ref().map(text));
    line("choices", Some(wording(&draft.wording)).filter(|_| !draft.wording.is_empty()));
    line("only_if", draft.only_if.as_ref().map(text));
    line("evidence", Some(list(&draft.evidence)).filter(|_| !draft.evidence.is_empty()));
    out
}

fn one_or_list(ids: &[String]) -> Option<Value> {
    match ids {
        [] => None,
        [only] => Some(Value::from(only.as_str())),
        several => Some(list(several)),
    }
}

fn list(items: &[String]) -> Value {
    Value::Array(items.iter().map(|item| Value::from(item.as_str())).collect::<Array>())
}

fn wording(wording: &[(String, NewWording)]) -> Value {
    let mut table = InlineTable::new();
    for (issue, said) in wording {
        let said = match said {
            NewWording::Settled(choice) => scalar(choice),
            NewWording::Bracketed(choices) => Value::Array(choices.iter().map(|choice| scalar(choice)).collect()),
            NewWording::Open => Value::from("[open]"),
        };
        table.insert(issue.as_str(), said);
    }
    Value::InlineTable(table)
}

/// An amount as a number, anything else as a text.
fn scalar(choice: &str) -> Value {
    let is_amount = choice.starts_with(|c: char| c.is_ascii_digit() || c == '-');
    let amount = choice.parse::<Value>().ok().filter(|value| is_amount && (value.is_integer() || value.is_float()));
    amount.unwrap_or_else(|| Value::from(choice))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn whatever_is_said_is_toml_and_reads_back(
            title in any::<String>(),
            choices in prop::collection::vec(any::<String>(), 0..4),
            before in "(# [a-z]{0,9}\n)?",
        ) {
            let draft = NewDraft {
                id: "paper".to_owned(),
                title: Some(title.clone()),
                evidence: choices.clone(),
                wording: vec![("bridge".to_owned(), NewWording::Bracketed(choices.clone()))],
                ..NewDraft::default()
            };
            let text = add_draft(&before, &draft);
            let document: toml_edit::DocumentMut = text.parse().expect("TOML");
            let written = &document["drafts"][0];
            prop_assert_eq!(written["title"].as_str(), Some(title.as_str()));
            let read = |list: &toml_edit::Item| -> Vec<String> {
                let items = list.as_array().into_iter().flatten();
                items.map(|item| item.as_str().map_or_else(|| item.to_string().trim().to_owned(), str::to_owned)).collect()
            };
            prop_assert_eq!(read(&written["choices"]["bridge"]), choices.clone());
            let evidence = written.get("evidence").map_or_else(Vec::new, read);
            prop_assert_eq!(evidence, choices);
            prop_assert!(text.starts_with(&before));
        }
    }

    #[test]
    fn a_draft_is_written_as_a_person_would() {
        let draft = NewDraft {
            id: "second".to_owned(),
            by: vec!["eastland".to_owned()],
            to: vec!["northland".to_owned(), "westland".to_owned()],
            date: Some(jiff::civil::date(2001, 5, 4)),
            supersedes: Some("first".to_owned()),
            wording: vec![
                ("bridge".to_owned(), NewWording::Bracketed(vec!["open".to_owned(), "toll".to_owned()])),
                ("water".to_owned(), NewWording::Settled("12.5".to_owned())),
                ("troops".to_owned(), NewWording::Open),
            ],
            only_if: Some("a \"quoted\" thing".to_owned()),
            ..NewDraft::default()
        };
        let expected = "format = 1\n\n[[drafts]]\nid = \"second\"\nby = \"eastland\"\nto = [\"northland\", \"westland\"]\ndate = 2001-05-04\nprecision = \"day\"\nsupersedes = \"first\"\nchoices = { bridge = [\"open\", \"toll\"], water = 12.5, troops = \"[open]\" }\nonly_if = 'a \"quoted\" thing'\n";
        assert_eq!(add_draft("", &draft), expected);
        let kept = "# mine\n[[drafts]]\nid = \"first\"";
        assert!(add_draft(kept, &draft).starts_with(&format!("{kept}\n\n[[drafts]]\nid = \"second\"\n")));
    }
}
