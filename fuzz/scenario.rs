//! What the targets of scenario files have in common.

use detente_base::FileId;
use detente_interop::scenario::{Format, Levels, Meaning, ScenarioFile, read, write};

/// A text is a scenario or has mistakes in it, each within its file and with a way out; what is one is written.
///
/// Files are told apart by a line of equals signs, as in the corpus; their names say in which format they are.
pub fn check(text: &str, names: [&str; 4]) {
    let parts: Vec<&str> = text.split("\n=====\n").take(names.len()).collect();
    let files: Vec<ScenarioFile<'_>> = parts
        .iter()
        .zip(names)
        .enumerate()
        .map(|(file, (text, name))| ScenarioFile { name, text, file: FileId(file) })
        .collect();
    for meaning in [Meaning::Genius, Meaning::Plain] {
        let reading = read(&files, meaning);
        let is_wrong = reading.diagnostics.iter().any(detente_base::Diagnostic::is_error);
        assert_eq!(reading.scenario.is_none(), is_wrong, "{text:?}");
        for found in &reading.diagnostics {
            assert!(found.hint.is_some() && !found.labels.is_empty(), "{found:?}");
            for label in &found.labels {
                let of = parts.get(label.span.file.0).copied().unwrap_or_default();
                assert!(of.get(label.span.start..label.span.end).is_some(), "{found:?} is outside {of:?}");
            }
        }
        let Some(scenario) = reading.scenario else { continue };
        let is_small = scenario
            .discretised(Levels(2))
            .is_some_and(|space| space.values.iter().map(Vec::len).sum::<usize>() < 10_000);
        if is_small {
            for format in [Format::Genius, Format::Negmas, Format::Geniusweb] {
                _ = write(&scenario, format, meaning);
            }
        }
    }
}
