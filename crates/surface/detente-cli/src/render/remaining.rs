//! What remains of every choice, in words; numbers only on request.

use detente::base::Table;
use detente::case::{ChoiceIdx, IssueIdx};
use detente::deals::{Member, Remaining, Remains, State};
use detente::estimate::EstimateSet;

use super::question::Page;
use super::text::{heading, indented, number, table, wrapped};
use super::words::{choices_words, member_words};

/// First within the stated limits alone, then under each set of estimates.
pub(crate) fn remaining(
    page: &Page<'_>,
    stated: &Remaining,
    estimated: &[(&EstimateSet, Remaining)],
    details: bool,
) -> String {
    let mut text = page.head();
    text.push_str(&heading("1. What remains within the stated limits alone, without any number"));
    text.push_str(&choices(page, None, stated, details));
    for (rank, (set, found)) in estimated.iter().enumerate() {
        text.push_str(&page.set_head(rank, estimated.len(), set));
        text.push_str(&choices(page, Some(set), found, details));
    }
    text
}

const ONLY_WITH_OTHERS: &str =
    "“Only with others”: with some of what is still possible on the other issues, not with all of it.";

fn choices(page: &Page<'_>, set: Option<&EstimateSet>, found: &Remaining, details: bool) -> String {
    let mut header = vec!["issue".to_owned(), "choice".to_owned(), "given the draft on the other issues".to_owned()];
    header.extend(details.then(|| "packages with it".to_owned()));
    let mut rows = table(header);
    for (issue, of) in found.choices.iter() {
        let mut title = page.case().issues[issue].title.clone();
        for group in groups(of, details) {
            let mut row = vec![std::mem::take(&mut title), titles(page, issue, &group)];
            let first = &of[group[0]];
            row.push(state(page, set, &first.state));
            row.extend(details.then(|| number(&first.packages)));
            rows.add_row(row);
        }
    }
    let mut text = format!("\n{}", indented(&rows));
    if found.choices.rows().flat_map(Table::rows).any(|of| of.state == State::OnlyWithOthers) {
        text.push_str(&wrapped(ONLY_WITH_OTHERS, 2));
    }
    if details {
        text.push_str(&wrapped("Packages: number of combinations in this model, not a likelihood.", 2));
    }
    text
}

/// Choices of which the same is to be said; each by itself where numbers are shown.
fn groups(of: &Table<ChoiceIdx, Remains>, details: bool) -> Vec<Vec<ChoiceIdx>> {
    let mut groups: Vec<Vec<ChoiceIdx>> = Vec::new();
    for (choice, remains) in of.iter() {
        let same = |group: &&mut Vec<ChoiceIdx>| !details && of[group[0]].state == remains.state;
        match groups.iter_mut().find(same) {
            Some(group) => group.push(choice),
            None => groups.push(vec![choice]),
        }
    }
    groups
}

fn titles(page: &Page<'_>, issue: IssueIdx, group: &[ChoiceIdx]) -> String {
    let pairs: Vec<(IssueIdx, ChoiceIdx)> = group.iter().map(|&choice| (issue, choice)).collect();
    let title = format!("{}: ", page.case().issues[issue].title);
    let words = choices_words(page.case(), &pairs).join("; ");
    words.strip_prefix(&title).map(ToOwned::to_owned).unwrap_or(words)
}

fn state(page: &Page<'_>, set: Option<&EstimateSet>, state: &State) -> String {
    match state {
        State::Possible => "possible".to_owned(),
        State::OnlyWithOthers => "possible, only with others".to_owned(),
        State::PossiblySome => "possible; whether with everything else was not decided".to_owned(),
        State::Undecided => "?".to_owned(),
        State::Excluded(None) => "excluded".to_owned(),
        State::Excluded(Some(members)) if members.is_empty() => "excluded by the rules".to_owned(),
        State::Excluded(Some(members)) => {
            let words: Vec<String> = members.iter().map(|&member| excluder(page, set, member)).collect();
            let limits = if members.len() == 1 { "excluded by" } else { "excluded by these together" };
            format!("{limits}: {}", words.join("; "))
        }
    }
}

fn excluder(page: &Page<'_>, set: Option<&EstimateSet>, member: Member) -> String {
    match member {
        Member::Fixed(issue) | Member::Bracketed(issue) => {
            format!("what the draft holds on “{}”", page.case().issues[issue].title)
        }
        other => member_words(page.case(), set, other),
    }
}
