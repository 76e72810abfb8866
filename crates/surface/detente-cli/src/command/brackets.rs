//! Issues left open within brackets, read off the command line.

use std::collections::{BTreeMap, BTreeSet};

use detente::case::{Case, ChoiceIdx, IssueIdx, Wording};

use super::asked::fixed;
use crate::exit::Failure;

/// The choices that each issue in brackets is held to.
pub(super) type Open = BTreeMap<IssueIdx, BTreeSet<ChoiceIdx>>;

/// What the drafts named in `text` leave in brackets, where `settled` has no choice for it. What comes later counts; empty brackets
/// leave everything open.
pub(super) fn of_drafts(case: &Case, text: &str, settled: &BTreeMap<IssueIdx, ChoiceIdx>) -> Open {
    let mut open = Open::new();
    for draft in text.split(',').filter_map(|part| case.draft(part.trim())) {
        for (&issue, wording) in &case.drafts[draft].wording {
            open.remove(&issue);
            if let Wording::Bracketed(choices) = wording {
                open.insert(issue, choices.iter().copied().collect());
            }
        }
    }
    open.retain(|issue, _| !settled.contains_key(issue));
    open
}

/// `ISSUE=CHOICE|CHOICE` each, on issues that the draft does not settle.
pub(super) fn brackets(case: &Case, texts: &[String], draft: &BTreeMap<IssueIdx, ChoiceIdx>) -> Result<Open, Failure> {
    let mut open = Open::new();
    for text in texts {
        for (issue, choices) in bracket(case, text)? {
            let id = &case.issues[issue].id;
            if draft.contains_key(&issue) {
                let hint = "leave it out of --draft, or leave out --open for it";
                return Err(Failure::argument(format!("\"{id}\" is fixed and in brackets"), hint.to_owned()));
            }
            if open.insert(issue, choices).is_some() {
                let hint = format!("write all its choices in one --open {id}=…|…");
                return Err(Failure::argument(format!("\"{id}\" is in brackets twice"), hint));
            }
        }
    }
    Ok(open)
}

/// One issue, or every part of a lens that a name covers, with the choices left to it.
fn bracket(case: &Case, text: &str) -> Result<Open, Failure> {
    let hint = || "write ISSUE=CHOICE|CHOICE, in quotation marks where the shell has a use for |".to_owned();
    let (name, choices) = text
        .split_once('=')
        .ok_or_else(|| Failure::argument(format!("\"{text}\" puts nothing in brackets"), hint()))?;
    let choices: Vec<&str> = choices.split('|').map(str::trim).filter(|choice| !choice.is_empty()).collect();
    if choices.is_empty() {
        return Err(Failure::argument(format!("the brackets on \"{}\" hold no choice", name.trim()), hint()));
    }
    let mut open = Open::new();
    for choice in choices {
        for (issue, choice) in fixed(case, &format!("{}={choice}", name.trim()))? {
            open.entry(issue).or_default().insert(choice);
        }
    }
    Ok(open)
}
