//! What a document is read as, for a person: proposals with their words, nothing that looks like evidence.

use detente::base::Diagnostic;
use detente::case::Case;
use detente::casefile::Folder;
use detente::reading::{By, Proposal, Stance};

use super::model::model_diagnostics;
use super::text::{fitted, item, wrapped};
use crate::command::Heard;

/// Proposals about the same words of the same speaker: one statement, several readings.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub(crate) proposals: Vec<Proposal>,
}

impl Group {
    /// The proposal that stands for the words.
    pub(crate) fn first(&self) -> Option<&Proposal> {
        self.proposals.first()
    }
}

/// The proposals, those about the same words together, in order of place.
pub(crate) fn grouped(proposals: &[Proposal]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for proposal in proposals {
        let same = |group: &&mut Group| {
            group.first().is_some_and(|first| first.bytes == proposal.bytes && first.speaker == proposal.speaker)
        };
        match groups.iter_mut().rev().take(8).find(same) {
            Some(group) => group.proposals.push(proposal.clone()),
            None => groups.push(Group { proposals: vec![proposal.clone()] }),
        }
    }
    groups
}

/// Without what a document could use to move the cursor, recolour the terminal or turn the direction of the text.
fn shown(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    text.replace(|c: char| (c.is_control() && c != '\n') || turns(c), "\u{FFFD}")
}

/// One group: who, what it is read as, the words, why.
pub(crate) fn group(case: &Case, group: &Group) -> String {
    shown(&as_found(case, group))
}

fn as_found(case: &Case, group: &Group) -> String {
    let Some(first) = group.first() else { return String::new() };
    let mut out = wrapped(&format!("“{}”", fitted(&first.exact, usize::MAX).join(" ")), 4);
    let through = if first.chain.is_empty() { String::new() } else { format!(", through {}", first.chain.join(", ")) };
    let date = first.date.map_or_else(String::new, |date| format!(", on {date}"));
    out.push_str(&item(&format!("said by {} ({}{through}{date})", first.speaker.name, first.via.name()), 4));
    for proposal in &group.proposals {
        out.push_str(&item(&format!("read as: {}", reading(case, proposal)), 4));
    }
    if let Some(condition) = &first.condition {
        out.push_str(&item(&format!("condition: “{condition}”"), 4));
    }
    out.push_str(&item(&format!("why: {}", first.why), 4));
    if let Some(coded) = &first.coded {
        out.push_str(&item(&format!("quoted already in {coded}"), 4));
    }
    out
}

/// "Eastland is against Monitors on the line (rules: 85 of 100)".
fn reading(case: &Case, proposal: &Proposal) -> String {
    let party = proposal.party.map_or("somebody", |party| case.parties[party].name.as_str());
    let issue = proposal.issue.map_or("an issue", |issue| case.matter(issue).1);
    let not = if proposal.is_negated { "denied: " } else { "" };
    let by = match proposal.by {
        By::Rules => format!("rules {} of 100", proposal.confidence),
        By::Model => "a model".to_owned(),
        By::Both => format!("rules {} of 100, and a model", proposal.confidence),
    };
    format!("{not}{party} {} {issue} · {by}", in_words(proposal.stance))
}

fn in_words(stance: Stance) -> &'static str {
    match stance {
        Stance::Support => "is for:",
        Stance::Oppose => "is against:",
        Stance::Offer => "offers, on:",
        Stance::Demand => "wants something on:",
        Stance::RuleOut => "rules something out on:",
        Stance::Condition => "sets a condition on:",
        Stance::Report => "says something about:",
    }
}

/// All groups as a page; nothing was asked and nothing written.
pub(crate) fn listing(case: &Case, name: &str, groups: &[Group], asked: Option<&Heard>) -> String {
    let mut out = format!("{} read against “{}”: {}\n", shown(name), case.title, number(groups.len()));
    for (rank, found) in groups.iter().enumerate() {
        out.push_str(&format!("\n{:>3}\n", rank + 1));
        out.push_str(&group(case, found));
    }
    out.push('\n');
    out.push_str(&asked.map_or_else(String::new, heard));
    let whose = if asked.is_some() { "rules and of a model" } else { "rules" };
    out.push_str(&wrapped(
        &format!("These are proposals of {whose} that know words, not sense. None is evidence before a person has accepted it. Nothing was written."),
        0,
    ));
    out
}

/// What became of a model's answers: how many proposals hold, how many do not, and why not.
pub(crate) fn heard(heard: &Heard) -> String {
    let all = heard.held + heard.dropped.values().sum::<usize>();
    let hold = if heard.held == 1 { "holds" } else { "hold" };
    let mut out = format!("Of {all} that the model proposed, {} {hold} against the text and the case.", heard.held);
    if !heard.dropped.is_empty() {
        let reasons = heard.dropped.iter().map(|(reason, count)| format!("{count} because {}", reason.in_words()));
        out.push_str(&format!(" Dropped: {}.", reasons.collect::<Vec<_>>().join("; ")));
    }
    out.push_str(" A model asked again may answer otherwise.");
    shown(&wrapped(&out, 0))
}

/// "no statement proposed", "1 statement proposed".
pub(crate) fn number(groups: usize) -> String {
    match groups {
        0 => "no statement proposed".to_owned(),
        1 => "1 statement proposed".to_owned(),
        more => format!("{more} statements proposed"),
    }
}

/// Why a document has no text, as a person reads it.
pub(crate) fn document_diagnostic(folder: &Folder, diagnostic: &Diagnostic) -> String {
    model_diagnostics(folder, std::slice::from_ref(diagnostic))
}
