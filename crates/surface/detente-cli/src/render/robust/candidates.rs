//! Packages of interest beside each other.

use detente::base::Index;
use detente::deals::Choices;
use detente::robustness::{Criterion, FIRST, OfCandidate, Origin, Share, Study};

use super::super::question::Page;
use super::super::stated::{letters, side_by_side};
use super::super::text::{count, indented, item, table, wrapped};
use super::shares::{missed, percent, with_interval};

/// Packages beside each other on a page.
const SHOWN: usize = 6;

pub(super) fn candidates(page: &Page<'_>, study: &Study) -> String {
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
pub(super) fn shown(study: &Study) -> Vec<usize> {
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
