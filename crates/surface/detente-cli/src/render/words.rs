//! Choices, limits, consents and conflicts in words.

use std::collections::{BTreeMap, BTreeSet};

use detente::base::Index;
use detente::case::{Case, ChoiceIdx, Consent, IssueIdx, expr::describe};
use detente::deals::{Conflicts, LimitRef, Member};
use detente::estimate::EstimateSet;

use super::text::{item, listed, wrapped};

/// A consent in words.
pub(super) fn consent(case: &Case, consent: &Consent) -> String {
    match consent {
        Consent::Always => "always".to_owned(),
        Consent::Never => "never".to_owned(),
        Consent::OnlyIf(condition) => format!("only if {}", describe(&condition.expr, case.scope())),
    }
}

/// "Issue: Choice".
pub(super) fn choice_words(case: &Case, issue: IssueIdx, choice: ChoiceIdx) -> String {
    let issue = &case.issues[issue];
    format!("{}: “{}”", issue.title, issue.choices[choice].title)
}

/// "Issue: [“Choice” | “Choice”]".
pub(super) fn bracket_words(case: &Case, issue: IssueIdx, among: &BTreeSet<ChoiceIdx>) -> String {
    let row = &case.issues[issue];
    let chosen: Vec<ChoiceIdx> = among.iter().copied().collect();
    let titles: Vec<String> = if row.is_range() && 2 < chosen.len() {
        runs(&chosen).iter().map(|&(from, to)| span_words(row, from, to)).collect()
    } else {
        chosen.iter().map(|&choice| format!("“{}”", row.choices[choice].title)).collect()
    };
    format!("{}: [{}]", row.title, titles.join(" | "))
}

/// What a run holds besides, where it holds something: "In brackets for this run: …".
pub(super) fn open_words(case: &Case, open: &BTreeMap<IssueIdx, BTreeSet<ChoiceIdx>>) -> Option<String> {
    let words: Vec<String> = open.iter().map(|(&issue, among)| bracket_words(case, issue, among)).collect();
    (!words.is_empty()).then(|| format!("In brackets for this run: {}.", words.join("; ")))
}

/// Several choices, those of one issue together, runs of amounts as ranges.
pub(super) fn choices_words(case: &Case, choices: &[(IssueIdx, ChoiceIdx)]) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = choices;
    while let Some(&(issue, _)) = rest.first() {
        let of_issue = rest.iter().take_while(|(other, _)| *other == issue).count();
        let row = &case.issues[issue];
        let chosen: Vec<ChoiceIdx> = rest[..of_issue].iter().map(|&(_, choice)| choice).collect();
        let titles = if row.is_range() && 2 < chosen.len() {
            runs(&chosen).iter().map(|&(from, to)| span_words(row, from, to)).collect()
        } else {
            chosen.iter().map(|&choice| format!("“{}”", row.choices[choice].title)).collect::<Vec<_>>()
        };
        lines.push(format!("{}: {}", row.title, listed(&titles)));
        rest = &rest[of_issue..];
    }
    lines
}

/// The titles of some choices of one issue, runs of amounts as ranges.
pub(super) fn runs_words(case: &Case, issue: IssueIdx, chosen: &[ChoiceIdx]) -> String {
    let row = &case.issues[issue];
    let titles: Vec<String> = runs(chosen).iter().map(|&(from, to)| span_words(row, from, to)).collect();
    listed(&titles)
}

fn runs(chosen: &[ChoiceIdx]) -> Vec<(ChoiceIdx, ChoiceIdx)> {
    let mut runs: Vec<(ChoiceIdx, ChoiceIdx)> = Vec::new();
    for &choice in chosen {
        match runs.last_mut() {
            Some((_, to)) if to.position() + 1 == choice.position() => *to = choice,
            _ => runs.push((choice, choice)),
        }
    }
    runs
}

fn span_words(row: &detente::case::Issue, from: ChoiceIdx, to: ChoiceIdx) -> String {
    let title = |choice: ChoiceIdx| row.choices[choice].title.as_str();
    if from == to { format!("“{}”", title(from)) } else { format!("“{}” to “{}”", title(from), title(to)) }
}

/// A limit in words: whose, what, how firm.
pub(super) fn limit_words(case: &Case, set: Option<&EstimateSet>, limit: LimitRef) -> (String, String, String) {
    match limit {
        LimitRef::RedLine(idx) => {
            let line = &case.red_lines[idx];
            let by = line.firmness_by.map_or_else(String::new, |judge| format!(", judged by {judge}"));
            (
                case.parties[line.party].name.clone(),
                format!("never {}", describe(&line.never.expr, case.scope())),
                format!("{}{by}", line.firmness),
            )
        }
        LimitRef::Offer(idx) => {
            let offer = &case.offers[idx];
            let what = describe(&offer.offer.expr, case.scope());
            let condition = describe(&offer.only_if.expr, case.scope());
            let words = format!("{what} only if {condition}");
            (case.parties[offer.party].name.clone(), words, format!("conditional offer, {}", offer.status))
        }
        LimitRef::Estimated(party, rank) => {
            let line = set.and_then(|set| set.party(party)).and_then(|of| of.red_lines.get(rank));
            let never =
                line.map_or_else(String::new, |line| format!("never {}", describe(&line.never.expr, case.scope())));
            let firmness = line.map_or_else(String::new, |line| format!("estimated, {}", line.firmness));
            (case.parties[party].name.clone(), never, firmness)
        }
    }
}

/// The minimal sets that cannot hold together, as lines.
pub(super) fn conflicts(case: &Case, set: Option<&EstimateSet>, found: &Conflicts) -> String {
    let title = match (found.complete, found.sets.len()) {
        (true, 1) => "These cannot hold together; without any one of them the others can:",
        (true, _) => "Each of these sets cannot hold together; without any one of its members the rest of the set can:",
        (false, _) => {
            "These cannot hold together; without any one of them the others can (one such set; there may be others):"
        }
    };
    let mut page = wrapped(title, 2);
    for (rank, members) in found.sets.iter().enumerate() {
        if 1 < found.sets.len() {
            page.push_str(&format!("    {}.\n", rank + 1));
        }
        members.iter().for_each(|&member| page.push_str(&item(&member_words(case, set, member), 4)));
    }
    page.push_str(&wrapped("That a limit is listed does not mean that it should move.", 2));
    page
}

/// A member of a conflict in words.
pub(super) fn member_words(case: &Case, set: Option<&EstimateSet>, member: Member) -> String {
    match member {
        Member::Limit(limit) => {
            let (who, what, firmness) = limit_words(case, set, limit);
            format!("{who}, {what} ({firmness})")
        }
        Member::BottomLine(party) => format!("{}, bottom line (estimated)", case.parties[party].name),
        Member::Fixed(issue) => format!("fixed for this run: {}", case.issues[issue].title),
        Member::Bracketed(issue) => format!("in brackets for this run: {}", case.issues[issue].title),
    }
}

/// What a number of the values of a lens says, from its id: a status, or what makes a unit count.
pub(super) fn lens_number(lens: &detente::case::Lens, id: &str) -> String {
    if let Some(status) = lens.status(id) {
        return format!("“{}”", lens.statuses[status].title);
    }
    let (of, what) = id.rsplit_once('/').unwrap_or(("", id));
    let what = match what {
        "per_km2" => "each km²".to_owned(),
        "per_person" => "each person".to_owned(),
        "per_site" => "each site".to_owned(),
        "per_unit" => "each unit".to_owned(),
        unit => lens.unit(unit).map_or_else(|| unit.to_owned(), |unit| lens.units[unit].name.clone()),
    };
    match of.strip_prefix("rates/").map(|of| of.split('/').next().unwrap_or(of)) {
        Some(status) => format!("{} for {what}", lens_number(lens, status)),
        None => format!("how much {what} counts"),
    }
}
