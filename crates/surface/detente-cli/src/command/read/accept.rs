//! What was accepted, written: all of it or nothing.

use std::path::Path;

use detente::casefile::{Appended, Content, File, Folder, NewSource, NewStatement, read};
use detente::reading::Document;
use detente::{Accepting, OpenOptions, Opened, accepting, open, save, write_file};

use crate::exit::Failure;

/// Writes statements to the ledger and the text they quote beside it, and says what was written.
pub(super) fn write(
    opened: &Opened,
    document: &Document,
    kind: &str,
    statements: &[NewStatement],
) -> Result<String, Failure> {
    let source = NewSource { kind, title: document.title.as_deref(), text: &document.text };
    let Accepting { ledger: appended, text } = accepting(&opened.folder, &opened.reading, &source, statements);
    refuse_unsound(opened, &appended, document)?;
    refuse_changed(opened)?;
    if let Some((path, text)) = &text {
        write_file(&opened.root.join(path), text)?;
    }
    match appended.file {
        Some(file) => save(opened, &[(file, appended.text.clone())])?,
        None => write_file(&opened.root.join("ledger.toml"), &appended.text)?,
    }
    Ok(said(&appended, text.as_ref().map(|(path, _)| path.as_str()), &opened.root))
}

/// The ledger as it would be, with the text at hand, must be without errors and hold every quote.
fn refuse_unsound(opened: &Opened, appended: &Appended, document: &Document) -> Result<(), Failure> {
    let ledger = File { path: "ledger.toml".to_owned(), content: Content::Text(appended.text.clone()) };
    let others = opened.folder.files().map(|(_, file)| file.clone()).filter(|file| file.path != ledger.path);
    let mut folder = Folder::new(others.chain([ledger.clone()]).collect());
    folder.texts.clone_from(&opened.folder.texts);
    folder.texts.push((appended.source.clone(), document.text.clone().into_bytes()));
    let reading = read(&folder);
    let wrong = reading.diagnostics.iter().find(|found| found.is_error());
    wrong.map_or(Ok(()), |found| {
        Err(Failure::argument(
            format!("the ledger would have an error; nothing was written: {}", found.message),
            "write sources and statements as [[sources]] and [[statements]], then read the document again".to_owned(),
        ))
    })
}

/// Somebody may have changed the ledger while the proposals were walked through.
fn refuse_changed(opened: &Opened) -> Result<(), Failure> {
    let now = open(&opened.root, &OpenOptions::default())?;
    let ledger = |opened: &Opened| {
        opened.folder.files().find(|(_, file)| file.path == "ledger.toml").map(|(_, file)| file.text().to_owned())
    };
    if ledger(&now) == ledger(opened) {
        return Ok(());
    }
    Err(Failure::argument(
        "ledger.toml was changed meanwhile; nothing was written",
        "read the document again; what is coded by then is marked".to_owned(),
    ))
}

fn said(appended: &Appended, text: Option<&str>, root: &Path) -> String {
    let mut out = format!("ledger.toml: {} under {}\n", appended.statements.join(", "), appended.source);
    if let Some(text) = text {
        out.push_str(&format!("{text}: the text the quotes stand in"));
        let ignored = open_ignore(root).lines().any(|line| line.trim().trim_start_matches('/').starts_with("texts"));
        out.push_str(if ignored {
            "; git leaves it out\n"
        } else {
            "; keep texts/ out of what you publish, for example in .gitignore\n"
        });
    }
    out
}

#[expect(clippy::disallowed_methods, reason = "this is the surface that touches files")]
fn open_ignore(root: &Path) -> String {
    std::fs::read_to_string(root.join(".gitignore")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::disallowed_methods, reason = "a test of files")]

    use super::write;
    use detente::casefile::NewStatement;
    use detente::reading::{Document, Kind, selector};
    use detente::{OpenOptions, Opened, open};
    use std::fs;

    const CASE: &str = "format = 1\n[case]\nid = \"river\"\ntitle = \"Talks\"\n[parties]\neastland = { name = \"Eastland\" }\n\
        [issues.bridge]\ntitle = \"Bridge\"\nchoices = { closed = \"Closed\", open = \"Open\" }\n";
    const TEXT: &str = "Eastland said no.\nEastland said no. Later it said yes.";

    fn document() -> Document {
        Document { kind: Kind::Text, text: TEXT.to_owned(), title: None }
    }

    fn statement(from: usize) -> NewStatement {
        let found = selector(TEXT, &(from..from + 16)).expect("words of the text");
        NewStatement {
            name: Some("Eastland".to_owned()),
            party: Some("eastland".to_owned()),
            via: "reported".to_owned(),
            exact: found.exact,
            prefix: found.prefix,
            suffix: found.suffix,
            ..NewStatement::default()
        }
    }

    fn opened(folder: &tempfile::TempDir) -> Opened {
        open(folder.path(), &OpenOptions::default()).expect("a case")
    }

    #[test]
    fn accepted_statements_are_checked_against_the_text_beside_them() {
        let folder = tempfile::tempdir().expect("a place to write");
        fs::write(folder.path().join("case.toml"), CASE).expect("writable");
        let said = write(&opened(&folder), &document(), "other", &[statement(0), statement(18)]).expect("written");
        assert!(said.starts_with("ledger.toml: st-01, st-02 under src-01\ntexts/src-01.txt"), "{said}");
        let again = opened(&folder);
        assert!(again.reading.is_sound(), "{:?}", again.reading.diagnostics);
        assert_eq!((again.reading.quotes.found, again.reading.quotes.text_not_held), (2, 0));

        let before = fs::read_to_string(folder.path().join("ledger.toml")).expect("a ledger");
        write(&again, &document(), "other", &[statement(18)]).expect("written");
        let after = fs::read_to_string(folder.path().join("ledger.toml")).expect("a ledger");
        assert!(after.starts_with(&before) && after.matches("[[sources]]").count() == 1, "{after}");
    }

    #[test]
    fn nothing_is_written_where_the_ledger_changed_or_would_be_wrong() {
        let folder = tempfile::tempdir().expect("a place to write");
        let ledger = folder.path().join("ledger.toml");
        fs::write(folder.path().join("case.toml"), CASE).expect("writable");
        fs::write(&ledger, "format = 1\n").expect("writable");
        let earlier = opened(&folder);
        fs::write(&ledger, "format = 1\n# somebody else\n").expect("writable");
        let refused = write(&earlier, &document(), "other", &[statement(0)]).expect_err("changed meanwhile");
        assert!(refused.to_string().contains("changed meanwhile"), "{refused}");

        fs::write(&ledger, "format = 1\nsources = []\n").expect("writable");
        let refused = write(&opened(&folder), &document(), "other", &[statement(0)]).expect_err("a list in one line");
        assert!(refused.to_string().contains("nothing was written"), "{refused}");
        assert_eq!(fs::read_to_string(&ledger).expect("a ledger"), "format = 1\nsources = []\n");
        assert!(!folder.path().join("texts").exists());
    }
}
