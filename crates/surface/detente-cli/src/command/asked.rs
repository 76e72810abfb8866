//! What the command line asks of a case, resolved to the case's own parties, issues and limits.

use std::collections::BTreeMap;

use detente::base::Decimal;
use detente::case::{Case, ChoiceIdx, Consent, IssueIdx, PartyIdx};
use detente::casefile::read_condition;
use detente::deals::{Choices, FrontierWanted, LimitRef, Settings, limit_id};
use detente::estimate::EstimateSet;

use super::brackets::{brackets, of_drafts};
use crate::args::{Asked, Binding, Brackets};
use crate::exit::Failure;

/// The settings that `asked` means for this case and these sets.
pub(super) fn settings(case: &Case, sets: &[&EstimateSet], asked: &Asked) -> Result<Settings, Failure> {
    bound(case, sets, &asked.binding, asked.package.as_deref(), &asked.brackets)
}

/// As [`settings`], with the draft apart.
pub(super) fn bound(
    case: &Case,
    sets: &[&EstimateSet],
    asked: &Binding,
    draft: Option<&str>,
    within: &Brackets,
) -> Result<Settings, Failure> {
    let all_limits = asked.limits.iter().any(|limit| limit == "all");
    let named = asked.limits.iter().filter(|limit| *limit != "all");
    let mut switched = BTreeMap::new();
    for (ids, on) in [(named.chain(&asked.with).collect::<Vec<_>>(), true), (asked.without.iter().collect(), false)] {
        for id in ids {
            switched.extend(limits(case, sets, id)?.into_iter().map(|limit| (limit, on)));
        }
    }
    let consents = asked.consent.iter().map(|text| consent(case, text)).collect::<Result<_, _>>()?;
    let over = asked.over.iter().map(|id| party(case, id)).collect::<Result<Vec<_>, _>>()?;
    let text = draft.unwrap_or_default();
    let draft = package(case, text)?;
    let mut open = of_drafts(case, text, &draft);
    open.extend(brackets(case, &within.open, &draft)?);
    Ok(Settings {
        switched,
        firm: BTreeMap::new(),
        all_limits,
        consents,
        over: Some(over).filter(|over| !over.is_empty()).map(sorted),
        open,
        draft,
        frontier: FrontierWanted::Whole,
        steps: None,
        lean: false,
        examples: 0,
        best_for: None,
    })
}

fn sorted(mut parties: Vec<PartyIdx>) -> Vec<PartyIdx> {
    parties.sort_unstable();
    parties.dedup();
    parties
}

/// The party with this id.
pub(super) fn party(case: &Case, id: &str) -> Result<PartyIdx, Failure> {
    case.party(id).ok_or_else(|| {
        let known: Vec<&str> = case.parties.rows().map(|party| party.id.as_str()).collect();
        Failure::argument(format!("there is no party \"{id}\""), format!("parties of this case: {}", known.join(", ")))
    })
}

/// The issue with this id.
pub(super) fn issue(case: &Case, id: &str) -> Result<IssueIdx, Failure> {
    case.issue(id).ok_or_else(|| {
        let known: Vec<&str> = case.issues.rows().map(|issue| issue.id.as_str()).collect();
        Failure::argument(format!("there is no issue \"{id}\""), format!("issues of this case: {}", known.join(", ")))
    })
}

/// What is doubted of limits: `ID=P` each, not switched besides.
pub(super) fn firm(
    case: &Case,
    sets: &[&EstimateSet],
    settings: &Settings,
    asked: &[String],
) -> Result<BTreeMap<LimitRef, Decimal>, Failure> {
    let mut firm = BTreeMap::new();
    for text in asked {
        let hint = "write ID=P with a limit's id and a probability from 0 to 1: --firm red-line=0.7";
        let (id, number) = text.split_once('=').ok_or_else(|| {
            Failure::argument(format!("\"{text}\" names no limit with a probability"), hint.to_owned())
        })?;
        let probability = probability(number)?;
        for limit in limits(case, sets, id.trim())? {
            if settings.switched.contains_key(&limit) {
                let hint = "leave out --firm, or --with and --without, for this limit";
                let message = format!("\"{}\" is switched by hand, so that it is not in doubt", id.trim());
                return Err(Failure::argument(message, hint.to_owned()));
            }
            if firm.insert(limit, probability).is_some_and(|before| before != probability) {
                let message = format!("\"{}\" has two probabilities", id.trim());
                return Err(Failure::argument(message, "keep one --firm for each limit".to_owned()));
            }
        }
    }
    Ok(firm)
}

/// A number from 0 to 1.
pub(super) fn probability(text: &str) -> Result<Decimal, Failure> {
    let one = Decimal::from_thousandths(Decimal::UNIT);
    let read = text.trim().parse::<Decimal>().ok().filter(|number| Decimal::ZERO <= *number && *number <= one);
    read.ok_or_else(|| {
        let hint = "write a number from 0 to 1 with at most three decimals, such as 0.7";
        Failure::argument(format!("\"{}\" is not between 0 and 1", text.trim()), hint.to_owned())
    })
}

/// The limits with this id: a stated one, or an estimated one of any set.
fn limits(case: &Case, sets: &[&EstimateSet], id: &str) -> Result<Vec<LimitRef>, Failure> {
    let red_lines = case.red_lines.iter().filter(|(_, line)| line.id == *id).map(|(idx, _)| LimitRef::RedLine(idx));
    let offers = case.offers.iter().filter(|(_, offer)| offer.id == *id).map(|(idx, _)| LimitRef::Offer(idx));
    let mut found: Vec<LimitRef> = red_lines.chain(offers).collect();
    for set in sets {
        for party in case.parties.indices() {
            let lines = set.party(party).map_or(&[][..], |of| &of.red_lines);
            let refs = (0..lines.len()).map(|rank| LimitRef::Estimated(party, rank));
            found.extend(refs.filter(|&limit| limit_id(case, Some(set), limit) == id));
        }
    }
    if found.is_empty() {
        let known: Vec<String> = case
            .red_lines
            .rows()
            .map(|line| line.id.to_string())
            .chain(case.offers.rows().map(|offer| offer.id.to_string()))
            .collect();
        return Err(Failure::argument(
            format!("there is no limit \"{id}\""),
            format!("stated limits: {}", known.join(", ")),
        ));
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

fn consent(case: &Case, text: &str) -> Result<(PartyIdx, Consent), Failure> {
    let hint = "write PARTY=always, PARTY=never or PARTY=\"issue = choice\"";
    let (id, wanted) = text
        .split_once('=')
        .ok_or_else(|| Failure::argument(format!("\"{text}\" names no consent"), hint.to_owned()))?;
    let party = party(case, id.trim())?;
    let consent = match wanted.trim() {
        "always" => Consent::Always,
        "never" => Consent::Never,
        condition => {
            let condition = condition.strip_prefix("only if ").unwrap_or(condition);
            Consent::OnlyIf(read_condition(condition, case).map_err(|problems| not_a_condition(condition, &problems))?)
        }
    };
    Ok((party, consent))
}

fn not_a_condition(text: &str, problems: &[detente::base::Diagnostic]) -> Failure {
    let messages: Vec<&str> = problems.iter().map(|problem| problem.message.as_str()).collect();
    let hint = problems.iter().find_map(|problem| problem.hint.clone());
    Failure::argument(format!("\"{text}\": {}", messages.join("; ")), hint)
}

/// A package with a choice for every issue.
pub(super) fn whole_package(case: &Case, text: &str) -> Result<Choices, Failure> {
    let named = package(case, text)?;
    let missing: Vec<&str> =
        case.issues.iter().filter(|(issue, _)| !named.contains_key(issue)).map(|(_, row)| row.id.as_str()).collect();
    if missing.is_empty() {
        return Ok(named.into_values().collect());
    }
    let hint = format!("add a choice for: {}", missing.join(", "));
    Err(Failure::argument("a package needs a choice for every issue".to_owned(), hint))
}

/// `issue=choice,…`; issues left out are open. The id of a draft stands for all it settles; what comes later counts.
pub(super) fn package(case: &Case, text: &str) -> Result<BTreeMap<IssueIdx, ChoiceIdx>, Failure> {
    let mut package = BTreeMap::new();
    for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        match case.draft(part) {
            Some(draft) => package.extend(case.drafts[draft].settled()),
            None => package.extend(fixed(case, part)?),
        }
    }
    Ok(package)
}

/// One issue, or every part of a lens that a name covers.
pub(super) fn fixed(case: &Case, part: &str) -> Result<Vec<(IssueIdx, ChoiceIdx)>, Failure> {
    let (issue, choice) = part
        .split_once('=')
        .map(|(issue, choice)| (issue.trim(), choice.trim()))
        .ok_or_else(|| Failure::argument(format!("\"{part}\" fixes nothing"), syntax(case)))?;
    if let Some(parts) = super::lens::parts(case, issue).filter(|_| case.issue(issue).is_none()) {
        return parts?.into_iter().map(|issue| Ok((issue, choice_of(case, issue, choice)?))).collect();
    }
    let issue = self::issue(case, issue)?;
    Ok(vec![(issue, choice_of(case, issue, choice)?)])
}

fn choice_of(case: &Case, issue: IssueIdx, choice: &str) -> Result<ChoiceIdx, Failure> {
    let row = &case.issues[issue];
    let by_amount = || row.choice_at(choice.parse::<Decimal>().ok()?);
    row.choice(choice).or_else(by_amount).ok_or_else(|| {
        let known: Vec<&str> = row.choices.rows().map(|choice| choice.id.as_str()).collect();
        Failure::argument(
            format!("\"{}\" has no choice \"{choice}\"", row.id),
            format!("its choices: {}", known.join(", ")),
        )
    })
}

/// How a package is written; with the drafts of the case, where there are any.
fn syntax(case: &Case) -> String {
    let drafts: Vec<&str> = case.drafts.rows().map(|draft| draft.id.as_str()).collect();
    let named = if drafts.is_empty() { String::new() } else { format!(", or name a draft: {}", drafts.join(", ")) };
    format!("write issue=choice, separated by commas{named}")
}
