//! A scenario's files, of whichever format, as one scenario.

use detente_base::{Diagnostic, FileId, Span};

use super::{Meaning, Scenario, Unreadable, mistake};
use crate::data::{self, Node};
use crate::xml::{self, Element};
use crate::{codes, genius, geniusweb, negmas};

/// The formats scenarios are read from and written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// GENIUS: XML, a domain and a file per profile.
    Genius,
    /// NegMAS: YAML, an outcome space and a file per utility function.
    Negmas,
    /// GeniusWeb: JSON, a domain and a file per profile.
    Geniusweb,
}

impl Format {
    /// As people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Genius => "GENIUS",
            Self::Negmas => "NegMAS",
            Self::Geniusweb => "GeniusWeb",
        }
    }
}

/// A file of a scenario.
#[derive(Clone, Copy, Debug)]
pub struct ScenarioFile<'t> {
    /// Its name within the folder.
    pub name: &'t str,
    /// Its text.
    pub text: &'t str,
    /// By which number diagnostics call it.
    pub file: FileId,
}

/// What a scenario's files hold.
#[derive(Clone, Debug)]
pub struct ScenarioReading {
    /// The scenario, if nothing is wrong.
    pub scenario: Option<Scenario>,
    /// In which format it was written, if that could be told.
    pub format: Option<Format>,
    /// What was assumed because the files do not say it, a sentence each.
    pub assumptions: Vec<String>,
    /// What is wrong, in order of place.
    pub diagnostics: Vec<Diagnostic>,
}

/// What is found while reading.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) assumptions: Vec<String>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl Found {
    /// Takes note of something the files do not say.
    pub(crate) fn assume(&mut self, sentence: impl Into<String>) {
        let sentence = sentence.into();
        if self.assumptions.len() < 200 && !self.assumptions.contains(&sentence) {
            self.assumptions.push(sentence);
        }
    }
}

/// A file as parsed.
pub(crate) struct Parsed<'t, T> {
    pub(crate) name: &'t str,
    pub(crate) root: T,
}

impl<T> Parsed<'_, T> {
    /// The file's name without what follows its last point.
    pub(crate) fn stem(&self) -> String {
        self.name.rsplit_once('.').map_or(self.name, |(stem, _)| stem).to_owned()
    }
}

/// Whether a file can belong to a scenario, by its name alone.
pub fn is_scenario_file(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let ends = |ending: &str| lower.ends_with(ending);
    let is_xml = ends(".xml") && !ends("pareto.xml");
    let is_data = [".yml", ".yaml", ".json"].iter().any(|ending| ends(ending));
    is_xml || (is_data && !lower.starts_with('_') && !lower.starts_with('.'))
}

/// Reads the files of one scenario, in order of their names; files that belong to none are left aside.
///
/// # Cost
/// Linear in the texts, apart from sorting.
pub fn read(files: &[ScenarioFile<'_>], meaning: Meaning) -> ScenarioReading {
    let mut files: Vec<ScenarioFile<'_>> = files.iter().copied().filter(|file| is_scenario_file(file.name)).collect();
    files.sort_by(|a, b| a.name.cmp(b.name));
    let (xml, data): (Vec<_>, Vec<_>) =
        files.into_iter().partition(|file| file.name.to_ascii_lowercase().ends_with(".xml"));
    let mut found = Found::default();
    let (format, scenario) =
        if xml.is_empty() { of_data(&data, &mut found) } else { of_xml(&xml, meaning, &mut found) };
    let mut diagnostics = found.diagnostics;
    diagnostics.sort_by_key(|diagnostic| diagnostic.labels.first().map(|label| label.span));
    let is_sound = !diagnostics.iter().any(Diagnostic::is_error);
    let scenario = scenario.ok().filter(|_| is_sound);
    ScenarioReading { scenario, format, assumptions: found.assumptions, diagnostics }
}

type Outcome = (Option<Format>, Result<Scenario, Unreadable>);

fn of_xml(files: &[ScenarioFile<'_>], meaning: Meaning, found: &mut Found) -> Outcome {
    let mut parsed: Vec<Parsed<'_, Element>> = Vec::new();
    for file in files {
        match xml::read(file.text, file.file) {
            Ok(root) => parsed.push(Parsed { name: file.name, root }),
            Err(diagnostic) => found.diagnostics.push(diagnostic),
        }
    }
    (Some(Format::Genius), genius::read(&parsed, first(files), meaning, found))
}

fn of_data(files: &[ScenarioFile<'_>], found: &mut Found) -> Outcome {
    let mut parsed: Vec<Parsed<'_, Node>> = Vec::new();
    for file in files {
        match data::read(file.name, file.text, file.file) {
            Ok(root) => parsed.push(Parsed { name: file.name, root }),
            Err(diagnostic) => found.diagnostics.push(diagnostic),
        }
    }
    let is_geniusweb = |file: &Parsed<'_, Node>| geniusweb::is_domain(&file.root) || geniusweb::is_profile(&file.root);
    if parsed.iter().any(is_geniusweb) {
        return (Some(Format::Geniusweb), geniusweb::read(&parsed, first(files), found));
    }
    if parsed.iter().any(|file| negmas::is_domain(&file.root) || negmas::is_profile(&file.root)) {
        return (Some(Format::Negmas), negmas::read(&parsed, first(files), found));
    }
    let place = first(files);
    let hint = "a GENIUS domain is <negotiation_template>, a NegMAS one has a type with OutcomeSpace in it, a GeniusWeb one \
                has issuesValues";
    if !found.diagnostics.is_empty() {
        return (None, Err(Unreadable));
    }
    let message = "none of these files describes issues that a scenario negotiates";
    (None, Err(mistake(&codes::SCENARIO_NO_DOMAIN, place, message, hint, &mut found.diagnostics)))
}

/// The beginning of the first file.
fn first(files: &[ScenarioFile<'_>]) -> Span {
    let file = files.first().map_or(FileId(0), |file| file.file);
    Span::new(file, 0, 0)
}
