//! What survives doubt, as a page: shares of draws, in whole percent, each with its interval.

use detente::base::Index;
use detente::case::{ChoiceIdx, IssueIdx};
use detente::deals::Choices;
use detente::estimate::EstimateSet;
use detente::robustness::{Criterion, FIRST, OfCandidate, OfChoice, Origin, Share, Study};
use detente_api::Drawn;

use super::question::Page;
use super::stated::{letters, side_by_side};
use super::text::{count, heading, indented, item, packages, table, wrapped};
use super::words::runs_words;

/// Packages beside each other on a page.
const SHOWN: usize = 6;

/// First what follows from the stated limits, then what the draws from each set of estimates say.
pub(crate) fn robust(page: &Page<'_>, drawn: &Drawn<'_>) -> String {
    let mut text = page.head();
    text.push_str(&heading("1. What follows from the stated limits alone, without any number"));
    let zone = &drawn.stated.zone;
    let first = if zone.feasible {
        format!("Yes: {} meet every stated limit that binds. No draw changes that.", packages(&zone.packages))
    } else {
        "No package meets all stated limits that bind. Proved; no draw changes that.".to_owned()
    };
    text.push_str(&wrapped(&first, 2));
    if drawn.studies.is_empty() {
        text.push_str(&wrapped("This case has no set of estimates, so there is nothing to draw from.", 2));
    }
    for (rank, (set, inputs, study)) in drawn.studies.iter().enumerate() {
        text.push_str(&page.drawn_head(rank, drawn.studies.len(), set));
        text.push_str(&answer(page, drawn, set, *inputs, study));
    }
    text
}

fn answer(page: &Page<'_>, drawn: &Drawn<'_>, set: &EstimateSet, inputs: usize, study: &Study) -> String {
    let number = count(drawn.wanted.draws);
    let what = format!(
        "{number} draws of {} numbers, seed {}: every range for itself, every limit with a probability in force that often. \
         Each draw is answered exactly. Shares are shares of these draws, not likelihoods; in brackets the interval that holds \
         the share of all possible draws in 95 of 100 such runs.",
        count(inputs),
        drawn.seed
    );
    let mut text = wrapped(&what, 2);
    if set.parties.rows().flatten().any(|of| !of.answers.is_empty()) {
        let answers = "Weights and values that are ordered or compared are drawn together from what the answers leave.";
        text.push_str(&wrapped(answers, 2));
    }
    let none = Share { hits: study.open.draws - study.open.hits, draws: study.open.draws };
    let verdict = format!(
        "In {} of draws from these estimates there is a package; in {} there is none.",
        with_interval(study.open),
        with_interval(none)
    );
    text.push('\n');
    text.push_str(&wrapped(&verdict, 2));
    text.push_str(&choices(page, study));
    text.push_str(&candidates(page, study));
    text.push_str(&Page::no_common_meaning(set));
    text
}

/// Per choice the three outcomes; choices that draws do not tell apart in one row.
fn choices(page: &Page<'_>, study: &Study) -> String {
    if study.open.hits == 0 {
        return String::new();
    }
    let case = page.case();
    let mut rows = table(
        ["issue", "choice", "some package has it", "every package rules it out", "no package at all"]
            .map(str::to_owned)
            .to_vec(),
    );
    let none = Share { hits: study.open.draws - study.open.hits, draws: study.open.draws };
    for (issue, row) in study.choices.iter() {
        let mut title = case.issues[issue].title.clone();
        for (chosen, of) in alike(issue, row.iter(), page) {
            let cells = [percent(of.with), percent(of.without), percent(none)];
            let names = runs_words(case, issue, &chosen);
            rows.add_row([std::mem::take(&mut title), names].into_iter().chain(cells));
        }
    }
    let caption = "What becomes of every choice, in shares of all draws:";
    format!("\n{}{}", wrapped(caption, 2), indented(&rows))
}

/// Choices with the same whole percentages: of amounts those in a row, of others each for itself.
fn alike<'s>(
    issue: IssueIdx,
    row: impl Iterator<Item = (ChoiceIdx, &'s OfChoice)>,
    page: &Page<'_>,
) -> Vec<(Vec<ChoiceIdx>, &'s OfChoice)> {
    let mut groups: Vec<(Vec<ChoiceIdx>, &OfChoice)> = Vec::new();
    let is_range = page.case().issues[issue].is_range();
    for (choice, of) in row {
        match groups.last_mut() {
            Some((chosen, before)) if is_range && same(before, of) => chosen.push(choice),
            _ => groups.push((vec![choice], of)),
        }
    }
    groups
}

fn same(a: &OfChoice, b: &OfChoice) -> bool {
    percent(a.with) == percent(b.with) && percent(a.without) == percent(b.without)
}

fn candidates(page: &Page<'_>, study: &Study) -> String {
    if study.candidates.is_empty() {
        return wrapped("No principle leads to a package at the centres or in the first draws.", 2);
    }
    let shown = shown(study);
    let names = letters(shown.len());
    let left_out = match study.left_out {
        0 => String::new(),
        more => format!(" {} more found no room.", count(more)),
    };
    let words = format!(
        "{} packages were looked at in every draw: those named, and those the five principles lead to at the centres and in the \
         first {} draws.{left_out} Every “most” and “least” below means among these. Some of them, in this order: named, led \
         to by a criterion, led to at the centres:",
        count(study.candidates.len()),
        count(FIRST.min(study.open.draws))
    );
    let mut text = format!("\n{}", wrapped(&words, 2));
    let choices: Vec<&Choices> = shown.iter().map(|&at| &study.candidates[at].choices).collect();
    text.push_str(&side_by_side(page.case(), &names, &choices));
    for (name, &at) in names.iter().zip(&shown) {
        text.push_str(&item(&format!("{name}: {}", origins(&study.candidates[at])), 4));
    }
    text.push('\n');
    text.push_str(&wrapped("In shares of all draws, and what is missed in points:", 2));
    text.push_str(&measures(page, study, &names, &shown));
    text.push_str(&criteria(study, &names, &shown));
    text
}

/// The named ones, those a criterion leads to, those of the centres; each once.
fn shown(study: &Study) -> Vec<usize> {
    let from = |wanted: fn(&Origin) -> bool| {
        let of = study.candidates.iter().enumerate();
        of.filter(move |(_, of)| of.origins.iter().any(wanted)).map(|(at, _)| at)
    };
    let led = Criterion::ALL.iter().filter_map(|criterion| criterion.leads_to(study).first().copied());
    let all = from(|origin| matches!(origin, Origin::Named(_)))
        .chain(led)
        .chain(from(|origin| matches!(origin, Origin::Centre(_))));
    let mut shown = Vec::new();
    all.for_each(|at| {
        if shown.len() < SHOWN && !shown.contains(&at) {
            shown.push(at);
        }
    });
    shown
}

fn origins(of: &OfCandidate) -> String {
    let words = of.origins.iter().map(|origin| match origin {
        Origin::Named(_) => "named".to_owned(),
        Origin::Centre(principle) => format!("{} at the centres", principle.name()),
        Origin::Draws(principle, draws) => {
            let draws = if *draws == 1 {
                "1 of the first draws".to_owned()
            } else {
                format!("{} of the first draws", count(draws))
            };
            format!("{} in {draws}", principle.name())
        }
    });
    words.collect::<Vec<_>>().join("; ")
}

fn measures(page: &Page<'_>, study: &Study, names: &[String], shown: &[usize]) -> String {
    let mut rows = table(std::iter::once(String::new()).chain(names.iter().cloned()).collect());
    let of = |at: &usize| &study.candidates[*at];
    let mut row = |title: String, cell: &dyn Fn(&OfCandidate) -> String| {
        rows.add_row(std::iter::once(title).chain(shown.iter().map(|at| cell(of(at)))));
    };
    row("acceptable to all".to_owned(), &|of| with_interval(of.in_zone));
    for party in page.case().parties.indices() {
        row(format!("acceptable to {}, or not asked", page.name(party)), &|of| percent(of.accepted[party.position()]));
    }
    row("and nothing better for one principal and worse for none".to_owned(), &|of| percent(of.efficient));
    for (rank, &party) in study.principals.iter().enumerate() {
        let first =
            |of: &OfCandidate| Share { hits: of.ranks[rank].first().copied().unwrap_or(0), draws: study.open.draws };
        row(format!("first of all for {}", page.name(party)), &|of| percent(first(of)));
    }
    row("missed by whoever misses most, on average".to_owned(), &|of| missed(of.regret.mean_or_nothing));
    row("missed at most, in 95% of draws".to_owned(), &|of| missed(of.regret.in_95));
    row("missed in the worst draw".to_owned(), &|of| missed(of.regret.largest));
    let note = "Missed: what the principal who misses most could have more in some package of the draw, over draws with a package; \
                on average, where the package is not acceptable it counts as no agreement. “Not acceptable”: in more than 5% of \
                these draws, or in the worst of them, the package is not acceptable.";
    format!("{}{}", indented(&rows), wrapped(note, 2))
}

fn criteria(study: &Study, names: &[String], shown: &[usize]) -> String {
    let mut text = wrapped("Criteria side by side; none of them is a recommendation:", 2);
    for criterion in Criterion::ALL {
        let led = criterion.leads_to(study);
        let letters = led.iter().filter_map(|at| Some(names[shown.iter().position(|of| of == at)?].clone()));
        let letters: Vec<String> = letters.collect();
        let others = led.len() - letters.len();
        let to = match (letters.is_empty(), others) {
            (_, 0) if led.is_empty() => "none of these packages".to_owned(),
            (_, 0) => letters.join(", "),
            (true, others) => format!("{} that are not shown", count(others)),
            (false, others) => format!("{} and {} more", letters.join(", "), count(others)),
        };
        text.push_str(&item(&format!("{} [{}]: {to}", criterion.in_words(), criterion.name()), 4));
    }
    text
}

/// Whole points, rounded up so that nothing missed is hidden.
fn missed(thousandths: Option<u64>) -> String {
    match thousandths {
        None => "not acceptable".to_owned(),
        Some(0) => "0".to_owned(),
        Some(more) => more.div_ceil(1000).to_string(),
    }
}

fn with_interval(share: Share) -> String {
    let interval = share.interval();
    let low = (interval.low * 100.0).floor();
    let high = (interval.high * 100.0).ceil();
    format!("{} ({low}–{high}%)", percent(share))
}

/// Whole percent; what is not nothing or everything never looks so.
fn percent(share: Share) -> String {
    let whole = (share.value() * 100.0).round();
    if share.hits == 0 {
        "0%".to_owned()
    } else if share.hits == share.draws {
        "100%".to_owned()
    } else if whole < 1.0 {
        "less than 1%".to_owned()
    } else if 99.0 < whole {
        "more than 99%".to_owned()
    } else {
        format!("{whole}%")
    }
}
