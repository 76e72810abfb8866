//! Pictures of what draws say: data for the one rendering.

use detente::robustness::Share;
use detente_api::Studied;
use detente_report::{Bar, Bars, Part, Span, Tornado};

use super::super::question::Page;
use super::super::stated::letters;
use super::super::words::choices_words;
use super::candidates::shown;
use super::find_out::is_worth_drawing;
use super::inputs::input_words;

/// Numbers in a picture of what moves the outcome.
const DRAWN: usize = 10;

/// Pictures of a set's draws, each with a name that fits a file.
pub(crate) struct Plots {
    /// How often there is a package, and packages are acceptable.
    pub(crate) acceptance: Bars,
    /// Which numbers move how often there is a package; none where nothing does.
    pub(crate) moves: Option<Tornado>,
}

/// The pictures of a set; `alone` where no page stands beside them, so that packages are spelled out.
pub(crate) fn plots(page: &Page<'_>, of: &Studied<'_>, alone: bool) -> Plots {
    Plots { acceptance: acceptance(page, of, alone), moves: is_worth_drawing(&of.value).then(|| moves(page, of)) }
}

fn acceptance(page: &Page<'_>, of: &Studied<'_>, alone: bool) -> Bars {
    let shown = shown(&of.study);
    let mut bars = vec![bar("There is a package".to_owned(), of.study.open)];
    for (name, &at) in letters(shown.len()).iter().zip(&shown) {
        let candidate = &of.study.candidates[at];
        let pairs: Vec<_> = candidate.choices.iter().map(|(issue, &choice)| (issue, choice)).collect();
        let label =
            if alone { format!("{name}: {}", choices_words(page.case(), &pairs).join("; ")) } else { name.clone() };
        bars.push(bar(label, candidate.in_zone));
    }
    Bars {
        title: "How often there is a package, and packages are acceptable to all".to_owned(),
        caption: about(of, of.study.open.draws),
        bars,
    }
}

fn bar(label: String, share: Share) -> Bar {
    let interval = share.interval();
    Bar {
        label,
        part: Part::nearest(share.value()),
        low: Part::nearest(interval.low),
        high: Part::nearest(interval.high),
    }
}

fn moves(page: &Page<'_>, of: &Studied<'_>) -> Tornado {
    let part = |share: Share| Part::nearest(share.value());
    let sorted = of.value.by_swing();
    let span = |input: &&detente::robustness::OfInput| Span {
        label: input_words(page, of.set, &input.input),
        low: part(input.low),
        high: part(input.high),
    };
    let left = match sorted.len().saturating_sub(DRAWN) {
        0 => String::new(),
        1 => " One number that moves it less is not shown.".to_owned(),
        more => format!(" {more} numbers that move it less are not shown."),
    };
    let low_and_high =
        "Low and high: the lowest and the highest quarter of a number's draws; a limit not in force, and in force.";
    Tornado {
        title: "How far each number moves how often there is a package".to_owned(),
        caption: format!("{low_and_high}{left} {}", about(of, of.value.open.draws)),
        middle: part(of.value.open),
        spans: sorted.iter().take(DRAWN).map(span).collect(),
    }
}

fn about(of: &Studied<'_>, draws: u64) -> String {
    format!(
        "Shares of {} draws from the estimates “{}” of {}, not likelihoods.",
        super::super::count(draws),
        of.set.id,
        of.set.author
    )
}
