//! What a page asks, resolved to the case's own parties, issues and limits.

use std::collections::BTreeMap;

use detente::base::Decimal;
use detente::case::{Case, ChoiceIdx, Consent, IssueIdx, PartyIdx};
use detente::casefile::read_condition;
use detente::deals::{Choices, FrontierWanted, LimitRef, Settings, limit_id};
use detente::estimate::EstimateSet;
use detente_api::workbench::Ask;

use crate::brackets::brackets;
use crate::failure::Failure;

/// What is asked of a case.
pub(crate) fn settings(case: &Case, sets: &[&EstimateSet], asked: &Ask) -> Result<Settings, Failure> {
    let mut switched = BTreeMap::new();
    for (id, on) in &asked.limits {
        switched.extend(limits(case, sets, id)?.into_iter().map(|limit| (limit, *on)));
    }
    let mut draft = package(case, &asked.draft)?;
    let mut open = brackets(case, &asked.open, &draft)?;
    for member in &asked.drop {
        if let Some(issue) = member.strip_prefix("fixed:").or_else(|| member.strip_prefix("brackets:")) {
            let issue = self::issue(case, issue)?;
            draft.remove(&issue);
            open.remove(&issue);
        } else if !member.starts_with(BOTTOM_LINE) {
            switched.extend(limits(case, sets, member)?.into_iter().map(|limit| (limit, false)));
        }
    }
    let consents = asked.consent.iter().map(|(id, text)| consent(case, id, text)).collect::<Result<_, _>>()?;
    let over = if asked.over.is_empty() { &asked.pair } else { &asked.over };
    let mut over: Vec<PartyIdx> = over.iter().map(|id| party(case, id)).collect::<Result<_, _>>()?;
    over.sort_unstable();
    over.dedup();
    Ok(Settings {
        switched,
        firm: BTreeMap::new(),
        all_limits: asked.all_limits,
        consents,
        over: Some(over).filter(|over| !over.is_empty()),
        draft,
        open,
        frontier: if asked.frontier { FrontierWanted::AtMost(PAGE) } else { FrontierWanted::Unasked },
        steps: asked.steps,
        lean: false,
        examples: asked.examples.unwrap_or(0).min(MOST_EXAMPLES),
        best_for: asked.party.as_deref().map(|id| party(case, id)).transpose()?,
    })
}

/// How a member that is a bottom line is named.
const BOTTOM_LINE: &str = "bottom-line:";
/// Points of a frontier that a page shows (DEFINITIONS 9).
const PAGE: usize = 5_000;
const MOST_EXAMPLES: usize = 20;

/// The sets that are asked for, in order of id, with what if.
pub(crate) fn sets(case: &Case, all: &[EstimateSet], asked: &Ask) -> Result<Vec<EstimateSet>, Failure> {
    let mut wanted: Vec<&String> = asked.estimates.iter().collect();
    wanted.sort();
    wanted.dedup();
    let named = |name: &&String| {
        all.iter().find(|set| set.id == *name.as_str()).cloned().ok_or_else(|| {
            let known: Vec<&str> = all.iter().map(|set| set.id.as_str()).collect();
            no(&format!("set of estimates \"{name}\""), "this case has", &known)
        })
    };
    let mut sets: Vec<EstimateSet> = wanted.iter().map(named).collect::<Result<_, _>>()?;
    crate::what_if::replace(case, &mut sets, &asked.what_if)?;
    let dropped = asked.drop.iter().filter_map(|member| member.strip_prefix(BOTTOM_LINE));
    for id in asked.without_bottom_lines.iter().map(String::as_str).chain(dropped) {
        let party = party(case, id)?;
        for set in &mut sets {
            if let Some(of) = crate::what_if::estimates_of(set, party) {
                of.bottom_line = None;
            }
        }
    }
    Ok(sets)
}

fn no(what: &str, known_as: &str, known: &[&str]) -> Failure {
    Failure::argument(format!("there is no {what}"), format!("{known_as}: {}", known.join(", ")))
}

/// The party with this id.
pub(crate) fn party(case: &Case, id: &str) -> Result<PartyIdx, Failure> {
    case.party(id).ok_or_else(|| {
        let known: Vec<&str> = case.parties.rows().map(|party| party.id.as_str()).collect();
        no(&format!("party \"{id}\""), "parties of this case", &known)
    })
}

/// The issue with this id.
pub(crate) fn issue(case: &Case, id: &str) -> Result<IssueIdx, Failure> {
    case.issue(id).ok_or_else(|| {
        let known: Vec<&str> = case.issues.rows().map(|issue| issue.id.as_str()).collect();
        no(&format!("issue \"{id}\""), "issues of this case", &known)
    })
}

/// The choice with this id or amount.
pub(crate) fn choice(case: &Case, issue: IssueIdx, id: &str) -> Result<ChoiceIdx, Failure> {
    let row = &case.issues[issue];
    let by_amount = || row.choice_at(id.parse::<Decimal>().ok()?);
    row.choice(id).or_else(by_amount).ok_or_else(|| {
        let known: Vec<&str> = row.choices.rows().map(|choice| choice.id.as_str()).collect();
        no(&format!("choice \"{id}\" of {}", row.id), "its choices", &known)
    })
}

/// What is fixed.
pub(crate) fn package(case: &Case, named: &BTreeMap<String, String>) -> Result<BTreeMap<IssueIdx, ChoiceIdx>, Failure> {
    let one = |(id, held): (&String, &String)| {
        let issue = issue(case, id)?;
        Ok((issue, choice(case, issue, held)?))
    };
    named.iter().map(one).collect()
}

/// A package with a choice for every issue.
pub(crate) fn whole(case: &Case, named: &BTreeMap<String, String>) -> Result<Choices, Failure> {
    let found = package(case, named)?;
    let missing: Vec<&str> =
        case.issues.iter().filter(|(issue, _)| !found.contains_key(issue)).map(|(_, row)| row.id.as_str()).collect();
    if missing.is_empty() {
        return Ok(found.into_values().collect());
    }
    Err(Failure::argument(
        "a package needs a choice for every issue",
        format!("add a choice for: {}", missing.join(", ")),
    ))
}

/// The limits with this id: a stated one, or an estimated one of any set.
fn limits(case: &Case, sets: &[&EstimateSet], id: &str) -> Result<Vec<LimitRef>, Failure> {
    let lines = case.red_lines.iter().filter(|(_, line)| line.id == *id).map(|(idx, _)| LimitRef::RedLine(idx));
    let offers = case.offers.iter().filter(|(_, offer)| offer.id == *id).map(|(idx, _)| LimitRef::Offer(idx));
    let mut found: Vec<LimitRef> = lines.chain(offers).collect();
    for set in sets {
        for party in case.parties.indices() {
            let ranks = 0..set.party(party).map_or(0, |of| of.red_lines.len());
            let refs = ranks.map(|rank| LimitRef::Estimated(party, rank));
            found.extend(refs.filter(|&limit| limit_id(case, Some(set), limit) == id));
        }
    }
    if found.is_empty() {
        let lines = case.red_lines.rows().map(|line| line.id.as_str());
        let known: Vec<&str> = lines.chain(case.offers.rows().map(|offer| offer.id.as_str())).collect();
        return Err(no(&format!("limit \"{id}\""), "stated limits", &known));
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

fn consent(case: &Case, id: &str, wanted: &str) -> Result<(PartyIdx, Consent), Failure> {
    let party = party(case, id)?;
    let consent = match wanted.trim() {
        "always" => Consent::Always,
        "never" => Consent::Never,
        condition => {
            let condition = condition.strip_prefix("only if ").unwrap_or(condition);
            Consent::OnlyIf(read_condition(condition, case).map_err(|problems| {
                let messages: Vec<&str> = problems.iter().map(|problem| problem.message.as_str()).collect();
                let hint = problems.iter().find_map(|problem| problem.hint.clone());
                Failure::Argument { message: format!("\"{condition}\": {}", messages.join("; ")), hint }
            })?)
        }
    };
    Ok((party, consent))
}
