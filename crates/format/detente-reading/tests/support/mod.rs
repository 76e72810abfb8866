//! Reports coded by hand, and how well a reading finds what was coded.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::expect_used,
    clippy::panic,
    reason = "tests and a measurement read the checkout"
)]
#![allow(dead_code, reason = "each user needs its own part of it")]

use std::ops::Range;
use std::path::{Path, PathBuf};

use detente_base::FileId;
use detente_case::Case;
use detente_casefile::{Folder, read};
use detente_reading::{Proposal, Reader, Stance, document, overlap_of_shorter};
use serde::Deserialize;

/// A report's key, as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Key {
    /// `tuned` or `held-out`.
    pub(crate) split: String,
    /// The case, in the checkout; the one beside the key unless said otherwise.
    case: Option<String>,
    text: String,
    pub(crate) proposals: Vec<Coded>,
    /// Words of sentences in which nobody takes a stance.
    #[serde(default)]
    pub(crate) silent: Vec<String>,
}

/// What a person found in a report.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Coded {
    pub(crate) exact: String,
    pub(crate) party: String,
    pub(crate) issue: String,
    pub(crate) stance: Stance,
    #[serde(default)]
    pub(crate) negated: bool,
    #[serde(default)]
    pub(crate) condition: bool,
    #[serde(default)]
    pub(crate) chain: Vec<String>,
}

/// A report with its key and what was read in it.
pub(crate) struct Report {
    pub(crate) name: String,
    pub(crate) key: Key,
    pub(crate) case: Case,
    pub(crate) text: String,
    pub(crate) read: Vec<Proposal>,
}

/// How many were found, how many read, how many of them in both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) both: usize,
    pub(crate) read: usize,
    pub(crate) coded: usize,
}

impl std::ops::Add for Tally {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { both: self.both + other.both, read: self.read + other.read, coded: self.coded + other.coded }
    }
}

impl Tally {
    pub(crate) fn precision(self) -> usize {
        percent(self.both, self.read)
    }

    pub(crate) fn recall(self) -> usize {
        percent(self.both, self.coded)
    }
}

fn percent(part: usize, whole: usize) -> usize {
    if whole == 0 { 100 } else { (200 * part + whole) / (2 * whole) }
}

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

/// All keys of the checkout whose text is at hand, by name.
pub(crate) fn reports() -> Vec<Report> {
    let folder = root().join("conformance/reading");
    let mut keys: Vec<PathBuf> = Vec::new();
    for folder in [folder.clone(), folder.join("river"), folder.join("coast")] {
        let entries = std::fs::read_dir(folder).expect("the reports");
        keys.extend(entries.map(|entry| entry.expect("an entry").path()));
    }
    keys.retain(|path| path.to_string_lossy().ends_with(".key.toml"));
    keys.sort();
    keys.iter().filter_map(|key| report(key)).collect()
}

fn report(path: &Path) -> Option<Report> {
    let key: Key = toml::from_str(&std::fs::read_to_string(path).expect("a key")).expect("a key");
    let beside = path.parent().expect("a folder");
    let (case, text) = match &key.case {
        Some(case) => (root().join(case), shared().join(&key.text)),
        None => (beside.to_owned(), beside.join(&key.text)),
    };
    if !text.is_file() {
        println!("skipped: no shared data");
        return None;
    }
    let names = ["case.toml", "territory/units.csv", "territory/control.csv", "territory/adjacency.csv"];
    let texts: Vec<(&str, String)> =
        names.into_iter().filter_map(|name| Some((name, std::fs::read_to_string(case.join(name)).ok()?))).collect();
    let texts = texts.iter().map(|(name, text)| (*name, text.as_str()));
    let case = read(&Folder::of_texts(texts)).case.expect("a case");
    let text = document(&std::fs::read(&text).expect("a report"), FileId(0)).expect("a text").text;
    let proposals = Reader::new(&case).read(&text);
    let name = path.file_name()?.to_string_lossy().replace(".key.toml", "");
    Some(Report { name, read: proposals, key, case, text })
}

fn shared() -> PathBuf {
    let folder = std::env::var("DETENTE_DATA").unwrap_or_else(|_| "../shared/data".to_owned());
    root().join(folder)
}

impl Report {
    /// Where coded words stand; they must stand there once.
    pub(crate) fn place(&self, exact: &str) -> Range<usize> {
        let found: Vec<usize> = self.text.match_indices(exact).map(|(at, _)| at).collect();
        assert_eq!(found.len(), 1, "\"{exact}\" in {}", self.name);
        found[0]..found[0] + exact.len()
    }

    /// Pairs of coded and read, each used once: words that overlap by half of the shorter, and the same party, issue and stance.
    pub(crate) fn pairs(&self) -> Vec<(usize, usize)> {
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        for (rank, coded) in self.key.proposals.iter().enumerate() {
            let place = self.place(&coded.exact);
            let fits = |(at, read): &(usize, &Proposal)| {
                let party = read.party.map(|party| self.case.parties[party].id.as_str());
                let issue = read.issue.map(|issue| self.case.matter(issue).0.as_str());
                overlap_of_shorter(&place, &read.bytes)
                    && (party, issue) == (Some(coded.party.as_str()), Some(coded.issue.as_str()))
                    && read.stance == coded.stance
                    && !pairs.iter().any(|(_, used)| used == at)
            };
            if let Some((at, _)) = self.read.iter().enumerate().find(fits) {
                pairs.push((rank, at));
            }
        }
        pairs
    }

    pub(crate) fn tally(&self) -> Tally {
        Tally { both: self.pairs().len(), read: self.read.len(), coded: self.key.proposals.len() }
    }

    /// Proposals in sentences that hold no stance.
    pub(crate) fn in_silence(&self) -> usize {
        let silent: Vec<Range<usize>> = self.key.silent.iter().map(|words| self.place(words)).collect();
        self.read.iter().filter(|read| silent.iter().any(|place| overlap_of_shorter(place, &read.bytes))).count()
    }

    /// A proposal in a line.
    pub(crate) fn line(&self, read: &Proposal) -> String {
        let party = read.party.map_or("-", |party| self.case.parties[party].id.as_str());
        let issue = read.issue.map_or("-", |issue| self.case.matter(issue).0.as_str());
        let not = if read.is_negated { "not " } else { "" };
        let exact = read.exact.split_whitespace().collect::<Vec<_>>().join(" ");
        let condition = read.condition.as_deref().unwrap_or("-");
        format!(
            "{:3} {party} {issue} {not}{} “{exact}” by {} {} {:?} if {condition}",
            read.confidence,
            read.stance.name(),
            read.speaker.name,
            read.via.name(),
            read.chain
        )
    }
}
