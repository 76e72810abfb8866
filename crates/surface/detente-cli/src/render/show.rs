//! What a case holds, section by section.

mod clauses;

use detente::Opened;
use detente::base::Decimal;
use detente::case::{Case, Id, expr::describe};
use detente::casefile::case_hash;
use detente::estimate::{Estimate, EstimateSet, PartyEstimates, Values};
use detente::ledger::{Kind, Ledger, Position, StatementIdx, Subject, Via, voices};

use super::answers::answers;
use super::text::{count, heading, item, listed, wrapped};
use super::words::{consent, lens_number, limit_words};
use crate::args::Section;

/// What is shown where nothing is asked for: what the case says, and nobody's assumptions.
pub(crate) const DEFAULT_SECTIONS: [Section; 8] = [
    Section::Parties,
    Section::Issues,
    Section::Limits,
    Section::Positions,
    Section::Process,
    Section::Clauses,
    Section::Voices,
    Section::Unclear,
];

/// The sections of a case, in the order asked for.
pub(crate) fn show(opened: &Opened, case: &Case, sets: &[&EstimateSet], sections: &[Section]) -> String {
    let ledger = &opened.reading.ledger;
    let mut page = format!("{}\n", case.title);
    if let Some(note) = &case.note {
        page.push_str(&wrapped(note, 2));
    }
    page.push_str(&format!("  case {}\n", &case_hash(&opened.folder).to_string()[..12]));
    for section in sections {
        page.push_str(&match section {
            Section::Parties => parties(case),
            Section::Issues => issues(case),
            Section::Limits => limits(case, ledger),
            Section::Positions => positions(case, ledger),
            Section::Process => process(case),
            Section::Clauses => clauses::clauses(case, &opened.reading.agreement),
            Section::Assumptions => assumptions(case, sets),
            Section::Voices => heard(case, ledger),
            Section::Unclear => unclear(ledger),
        });
    }
    page
}

fn entry(text: &str) -> String {
    item(text, 2)
}

fn detail(text: &str) -> String {
    wrapped(text, 6)
}

fn nothing(lines: String) -> String {
    if lines.is_empty() { "  nothing on record\n".to_owned() } else { lines }
}

fn parties(case: &Case) -> String {
    let mut page = heading("Parties");
    for party in case.parties.rows() {
        let roles = if party.roles.is_empty() { String::new() } else { format!(" ({})", listed(&party.roles)) };
        page.push_str(&entry(&format!(
            "{} [{}]{roles}: consent {}",
            party.name,
            party.id,
            consent(case, &party.consent)
        )));
        if let Some(because) = &party.consent_because {
            page.push_str(&detail(because));
        }
    }
    page
}

fn issues(case: &Case) -> String {
    let mut page = heading("Issues");
    for issue in case.issues.rows() {
        let owner = issue.owner.map_or_else(String::new, |owner| {
            format!(", an offer of {} about its own office", case.parties[owner].name)
        });
        page.push_str(&entry(&format!("{} [{}]{owner}", issue.title, issue.id)));
        let titles: Vec<String> = issue.choices.rows().map(|choice| choice.title.clone()).collect();
        let shown = match (issue.is_range(), titles.as_slice()) {
            (true, [first, .., last]) => format!("{first} to {last}, {} amounts", titles.len()),
            _ => titles.join(" | "),
        };
        page.push_str(&detail(&shown));
        if let Some(note) = &issue.note {
            page.push_str(&detail(note));
        }
    }
    let packages = case.packages().map_or_else(|| "more than 2^128".to_owned(), count);
    page.push_str(&format!("  {packages} combinations, rules aside\n"));
    page
}

fn limits(case: &Case, ledger: &Ledger) -> String {
    let mut page = heading("Rules, nobody's");
    page.push_str(&nothing(
        case.rules
            .rows()
            .map(|rule| {
                let basis =
                    rule.basis.as_ref().map_or_else(|| "an assumption without a reason".to_owned(), Clone::clone);
                entry(&format!("{} ({basis}) [{}]", rule.words, rule.id))
            })
            .collect(),
    ));
    page.push_str(&heading("Stated limits"));
    let lines = case.red_lines.iter().map(|(idx, line)| {
        let (who, what, firmness) = limit_words(case, None, detente::deals::LimitRef::RedLine(idx));
        let mut text = entry(&format!(
            "{who}: {what} ({firmness}; {}) [{}]",
            if line.firmness.binds() { "binds" } else { "reported" },
            line.id
        ));
        let lifted = line.can_lift.as_ref().map_or_else(
            || "who could lift it is not known".to_owned(),
            |lift| {
                let basis = if line.can_lift_basis.is_empty() { " (assumption)" } else { "" };
                format!("could be lifted by {lift}{basis}")
            },
        );
        text.push_str(&detail(&lifted));
        text + &quotes(ledger, &line.evidence)
    });
    let offers = case.offers.iter().map(|(idx, offer)| {
        let (who, what, status) = limit_words(case, None, detente::deals::LimitRef::Offer(idx));
        entry(&format!("{who}: {what} ({status}) [{}]", offer.id)) + &quotes(ledger, &offer.evidence)
    });
    page.push_str(&nothing(lines.chain(offers).collect()));
    page
}

fn quotes(ledger: &Ledger, evidence: &[Id]) -> String {
    evidence.iter().filter_map(|id| ledger.statement(id.as_str())).map(|found| statement(ledger, found)).collect()
}

fn statement(ledger: &Ledger, idx: StatementIdx) -> String {
    let statement = &ledger.statements[idx];
    let words =
        statement.quote.as_ref().map(|quote| format!("“{}”", quote.exact)).or_else(|| statement.paraphrase.clone());
    let via = match statement.via {
        Via::Direct => "in the speaker's own words",
        Via::Reported => "as reported",
        Via::Author => "the author",
        Via::Headline => "headline",
        Via::Document => "from a document",
        Via::UnnamedOfficial => "an unnamed official",
    };
    let chain =
        if statement.chain.is_empty() { String::new() } else { format!(", through {}", listed(&statement.chain)) };
    detail(&format!("{}: {} ({via}{chain})", statement.id, words.unwrap_or_default()))
}

fn positions(case: &Case, ledger: &Ledger) -> String {
    let mut page = heading("Positions");
    let text = |position: &Position| {
        let who = position.party.map_or_else(|| "The author".to_owned(), |party| case.parties[party].name.clone());
        let on = match position.subject {
            Subject::Issue(issue) => case.issues[issue].title.clone(),
            Subject::Lens(lens) => case.lenses[lens].title.clone(),
            Subject::Unspecified => "no single issue".to_owned(),
        };
        let kind = match position.kind {
            Kind::Claim => " (claim about fact or cause; binds nothing)",
            Kind::Assessment => " (the author's own assessment; binds nothing)",
            _ => "",
        };
        let mut lines = entry(&format!("{who} on {on}: {}{kind} [{}]", position.text, position.id));
        if let Some(earlier) = &position.earlier {
            lines.push_str(&detail(&format!("earlier, as reported: {earlier}")));
        }
        lines + &position.evidence.iter().map(|&found| statement(ledger, found)).collect::<String>()
    };
    page.push_str(&nothing(ledger.positions.rows().map(text).collect()));
    if !ledger.events.is_empty() {
        page.push_str(&heading("Events"));
        for event in ledger.events.rows() {
            let on = event.on.map_or_else(|| "date unknown".to_owned(), |date| date.to_string());
            let place = event.place.as_ref().map_or_else(String::new, |place| format!(", {place}"));
            page.push_str(&entry(&format!("{} ({on}{place}) [{}]", event.what, event.id)));
        }
    }
    page
}

fn process(case: &Case) -> String {
    let mut page = heading("Process");
    let step = |step: &detente::case::Step| {
        let blocked: Vec<String> =
            step.blocked_by(&case.process).map(|needed| case.process[needed].title.clone()).collect();
        let state = match (step.is_admissible(&case.process), blocked.as_slice()) {
            (true, _) => "can be taken next".to_owned(),
            (false, []) => step.status.to_string(),
            (false, _) => format!("waits for: {}", listed(&blocked)),
        };
        let who: Vec<String> = step.participants.iter().map(|&party| case.parties[party].name.clone()).collect();
        entry(&format!("{} ({}): {state} [{}]", step.title, listed(&who), step.id))
    };
    page.push_str(&nothing(case.process.rows().map(step).collect()));
    page
}

fn heard(case: &Case, ledger: &Ledger) -> String {
    let mut page = heading("Voices: whose words the record carries");
    let heard = voices(case, ledger);
    for (idx, party) in case.parties.iter() {
        let voice = heard[idx];
        let line = if voice.is_absent() {
            "absent".to_owned()
        } else {
            format!(
                "{} in its own words ({} words quoted), {} reported",
                voice.own_words, voice.words_quoted, voice.reported
            )
        };
        page.push_str(&entry(&format!("{}: {line}", party.name)));
    }
    page
}

fn unclear(ledger: &Ledger) -> String {
    let lines: String = ledger.unclear.iter().map(|open| entry(&format!("{} [{}]", open.what, open.id))).collect();
    heading("What the sources leave open") + &nothing(lines)
}

fn assumptions(case: &Case, sets: &[&EstimateSet]) -> String {
    let set = |set: &&EstimateSet| {
        let mut page = heading(&format!("Assumptions of “{}” ({})", set.id, set.author));
        for (idx, party) in case.parties.iter() {
            if let Some(estimates) = set.party(idx) {
                page.push_str(&format!("  {}\n", party.name));
                page.push_str(&party_assumptions(case, estimates));
            }
        }
        page
    };
    sets.iter().map(set).collect()
}

fn party_assumptions(case: &Case, estimates: &PartyEstimates) -> String {
    let mut page = String::new();
    let mut line = |what: &str, estimate: &Estimate| page.push_str(&assumption(what, estimate));
    if let Some(bottom_line) = &estimates.bottom_line {
        line("bottom line", bottom_line);
    }
    for (&issue, weight) in &estimates.weights {
        line(&format!("weight of {}", case.issues[issue].title), weight);
    }
    for (&issue, values) in &estimates.values {
        let row = &case.issues[issue];
        if let Values::ByChoice(values) = values {
            for (choice, value) in values.iter() {
                if let Some(value) = value {
                    line(&format!("{}: “{}”", row.title, row.choices[choice].title), value);
                }
            }
        }
    }
    for (&lens, of) in &estimates.lenses {
        let row = &case.lenses[lens];
        if let Some(weight) = &of.weight {
            line(&format!("weight of {}", row.title), weight);
        }
        for (id, number) in of.values.iter().flat_map(|values| &values.numbers) {
            line(&format!("{}: {}", row.title, lens_number(row, id)), number);
        }
    }
    for linkage in &estimates.linkages {
        line(&format!("when {}", describe(&linkage.when.expr, case.scope())), &linkage.points);
    }
    for (&issue, values) in &estimates.values {
        if let Values::Curve { knots, why, .. } | Values::Along { knots, why, .. } = values {
            let along = if matches!(values, Values::Along { .. }) { ", by present value under the fund" } else { "" };
            let corners: Vec<String> = knots
                .iter()
                .map(|knot| format!("{} → {}", knot.at, numbers(knot.value.low(), knot.value.high())))
                .collect();
            let text = format!("{}{along}: {} — {}", case.issues[issue].title, corners.join(", "), reason(why));
            page.push_str(&item(&text, 4));
        }
    }
    page.push_str(&answers(case, &estimates.answers));
    for red_line in &estimates.red_lines {
        let what = describe(&red_line.never.expr, case.scope());
        page.push_str(&item(
            &format!("estimated red line: never {what} ({}) — {}", red_line.firmness, reason(&red_line.why)),
            4,
        ));
    }
    if let Some(alternative) = &estimates.alternative {
        let words = alternative.description.clone().unwrap_or_default();
        page.push_str(&item(&format!("without an agreement: {words}"), 4));
    }
    page
}

fn assumption(what: &str, estimate: &Estimate) -> String {
    let range = numbers(estimate.range.low(), estimate.range.high());
    let moves = estimate.moves.as_ref().map_or_else(String::new, |moves| {
        format!(", moves {} “{}”", if moves.against { "against" } else { "with" }, moves.with)
    });
    item(&format!("{what}: {range}{moves} — {}", reason(&estimate.why)), 4)
}

fn numbers(low: Decimal, high: Decimal) -> String {
    super::text::range(low, high)
}

pub(super) fn reason(why: &detente::estimate::Why) -> String {
    let basis: Vec<String> = why.basis.iter().map(ToString::to_string).collect();
    match (&why.because, basis.is_empty()) {
        (Some(because), _) => because.clone(),
        (None, false) => format!("rests on {}", listed(&basis)),
        (None, true) => "no reason given".to_owned(),
    }
}
