//! The main job as a page: head, first answer, second answers, what holds in all of them.

use detente::Opened;
use detente::case::{Case, ChoiceIdx, DatedBy, IssueIdx, Lens, PartyIdx, Resolution};
use detente::casefile::case_hash;
use detente::deals::Held;
use detente::ledger::voices;
use detente_api::Asked;

use super::text::{heading, item, listed, packages, wrapped};
use super::words::{choice_words, choices_words, consent, open_words};
use super::{estimated, stated};

/// The two answers, in this order.
pub(crate) fn deals(asked: &Asked<'_>, details: bool) -> String {
    let mut page = head(asked);
    page.push_str(&stated::answer(asked, details));
    for (rank, (set, answer)) in asked.estimated.iter().enumerate() {
        let number = if 1 < asked.estimated.len() { format!("2.{}", rank + 1) } else { "2.".to_owned() };
        page.push_str(&heading(&format!("{number} What the estimates “{}” add", set.id)));
        page.push_str(&estimated::answer(asked, set, answer, details));
    }
    if let Some(held) = &asked.held {
        page.push_str(&holds(asked, held));
    }
    page
}

fn head(asked: &Asked<'_>) -> String {
    let case = asked.case;
    let mut page = title(asked.opened, case);
    page.push_str(&heading("Whose consent is needed"));
    for party in case.parties.rows() {
        page.push_str(&wrapped(&format!("{}: {}", party.name, consent(case, &party.consent)), 2));
    }
    page.push_str(&wrapped(&heard(asked.opened, case), 2));
    if !asked.draft.is_empty() {
        let fixed: Vec<String> =
            asked.draft.iter().map(|(&issue, &choice)| choice_words(case, issue, choice)).collect();
        page.push_str(&wrapped(&format!("Fixed for this run: {}.", fixed.join("; ")), 2));
    }
    if let Some(words) = open_words(case, &asked.open) {
        page.push_str(&wrapped(&words, 2));
    }
    page
}

/// What the page is about, and what it is not.
pub(super) fn title(opened: &Opened, case: &Case) -> String {
    let hash = case_hash(&opened.folder).to_string();
    let lenses: String = case.lenses.rows().map(|lens| format!("{}\n", resolution(lens))).collect();
    format!("{}{}\nworking paper, not a proposal · case {}\n{lenses}", case.title, dated(case), &hash[..12])
}

/// How finely a lens is negotiated here.
fn resolution(lens: &Lens) -> String {
    let parts = lens.parts.len();
    match lens.resolution {
        Resolution::Blocs if lens.blocs.is_empty() => format!("{}: {parts} units", lens.title),
        Resolution::Blocs => format!("{}: {parts} blocs; another model with --resolution units", lens.title),
        Resolution::Units => format!("{}: unit by unit, {parts} units; another model by blocs", lens.title),
    }
}

fn dated(case: &Case) -> String {
    let inferred = if case.as_of_by == Some(DatedBy::Catalog) { " (inferred)" } else { "" };
    case.as_of.map_or_else(String::new, |date| format!(" · as of {}{inferred}", date.strftime("%-d %B %Y")))
}

/// The voices line.
pub(super) fn heard(opened: &Opened, case: &Case) -> String {
    let heard = voices(case, &opened.reading.ledger);
    let part = |(idx, party): (PartyIdx, &detente::case::Party)| {
        let voice = heard[idx];
        let words = match (voice.own_words, voice.reported) {
            (0, 0) => "not heard".to_owned(),
            (own, reported) => format!("{own} in its own words, {reported} reported"),
        };
        format!("{}: {words}", party.name)
    };
    format!("Voices in the record (statements) — {}.", case.parties.iter().map(part).collect::<Vec<_>>().join("; "))
}

fn holds(asked: &Asked<'_>, held: &Held) -> String {
    let mut page = heading("3. What holds under every set of estimates shown");
    let names: Vec<String> = asked.estimated.iter().map(|(set, _)| format!("“{}”", set.id)).collect();
    for (set, answer) in asked.estimated {
        let [low, centre, high] = answer.zones.each_ref().map(|zone| packages(&zone.packages));
        let line = format!(
            "Under “{}”: {low} at the low end of the bottom lines, {centre} at the centre, {high} at the high end.",
            set.id
        );
        page.push_str(&wrapped(&line, 2));
    }
    let sets = listed(&names);
    let mut list = |title: &str, choices: &[(IssueIdx, ChoiceIdx)]| {
        page.push_str(&wrapped(title, 2));
        let lines = choices_words(asked.case, choices);
        let lines = if lines.is_empty() { vec!["nothing".to_owned()] } else { lines };
        lines.iter().for_each(|line| page.push_str(&item(line, 4)));
    };
    list(&format!("In no package under {sets}, even with every bottom line at its low end:"), &held.excluded);
    list(&format!("In every package under {sets}, with every bottom line at its low end:"), &held.always);
    page
}
