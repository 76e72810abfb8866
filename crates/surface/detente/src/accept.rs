//! What a person accepts of what was proposed: statements at the end of the ledger, and the text they quote beside it. The
//! terminal and the page write through here, so that both write the same.

use detente_case::{Case, IssueIdx, PartyIdx};
use detente_casefile::{Appended, Folder, NewSource, NewStatement, Reading, append};
use detente_reading::{Proposal, Stance, selector};

/// What accepted statements make of a case folder. Nothing is written yet.
#[derive(Clone, Debug)]
pub struct Accepting {
    /// The ledger with the statements at its end.
    pub ledger: Appended,
    /// The text they quote, path and content; `None` where the folder holds it already.
    pub text: Option<(String, String)>,
}

/// The ledger of `folder` with `statements` at its end, and the text of their source beside it.
pub fn accepting(folder: &Folder, reading: &Reading, source: &NewSource<'_>, statements: &[NewStatement]) -> Accepting {
    let ledger = append(folder, reading, source, statements);
    let is_held = folder.texts.iter().any(|(_, text)| text.as_slice() == source.text.as_bytes());
    let text = (!is_held).then(|| (format!("texts/{}.txt", ledger.source), source.text.to_owned()));
    Accepting { ledger, text }
}

/// The statement that proposals about the same words of the same speaker become; `None` where there is no proposal, or its words
/// do not stand in `text`.
pub fn statement_of(case: &Case, text: &str, proposals: &[&Proposal], coder: Option<&str>) -> Option<NewStatement> {
    let first = proposals.first()?;
    let found = selector(text, &first.bytes)?;
    Some(NewStatement {
        read_as: proposals.iter().map(|proposal| ReadAs::of(proposal).in_ids(case)).collect(),
        person: first.speaker.person.map(|person| case.people[person].id.to_string()),
        name: Some(first.speaker.name.clone()),
        party: first.speaker.party.map(|party| case.parties[party].id.to_string()),
        is_named: first.speaker.is_named,
        via: first.via.name().to_owned(),
        chain: first.chain.clone(),
        said_on: first.date,
        exact: found.exact,
        prefix: found.prefix,
        suffix: found.suffix,
        paraphrase: None,
        coder: coder.map(str::to_owned),
    })
}

/// What a statement is read as: whose stance on what. It stands above the statement as a comment, for whoever codes a position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadAs {
    /// Whose.
    pub party: Option<PartyIdx>,
    /// Which.
    pub stance: Stance,
    /// Whether it is denied.
    pub is_negated: bool,
    /// On what.
    pub issue: Option<IssueIdx>,
    /// The condition, in the text's words.
    pub condition: Option<String>,
}

impl ReadAs {
    /// What a proposal says.
    pub fn of(proposal: &Proposal) -> Self {
        Self {
            party: proposal.party,
            stance: proposal.stance,
            is_negated: proposal.is_negated,
            issue: proposal.issue,
            condition: proposal.condition.clone(),
        }
    }

    /// In ids: `eastland not rule_out monitors, if …`.
    pub fn in_ids(&self, case: &Case) -> String {
        let party = self.party.map_or("somebody", |party| case.parties[party].id.as_str());
        let issue = self.issue.map_or("unspecified", |issue| case.matter(issue).0.as_str());
        let not = if self.is_negated { "not " } else { "" };
        let condition = self.condition.as_ref().map_or_else(String::new, |words| format!(", {words}"));
        format!("{party} {not}{} {issue}{condition}", self.stance.name())
    }
}
