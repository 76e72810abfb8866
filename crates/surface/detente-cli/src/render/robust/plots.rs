//! Pictures of what draws say: data for the one rendering.

use detente::case::IssueIdx;
use detente::deals::Choices;
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
    let packages: Vec<&Choices> = shown.iter().map(|&at| &of.study.candidates[at].choices).collect();
    let (same, different): (Vec<_>, Vec<_>) =
        page.case().issues.indices().partition(|&issue| {
            1 < packages.len() && packages.iter().all(|package| package[issue] == packages[0][issue])
        });
    let spelled = |package: &Choices, issues: &[IssueIdx]| {
        let pairs: Vec<_> = issues.iter().map(|&issue| (issue, package[issue])).collect();
        choices_words(page.case(), &pairs).join("; ")
    };
    let mut bars = vec![bar("There is a package".to_owned(), of.study.open)];
    for ((name, &at), package) in letters(shown.len()).into_iter().zip(&shown).zip(&packages) {
        let label = if alone { format!("{name}: {}", spelled(package, &different)) } else { name };
        bars.push(bar(label, of.study.candidates[at].in_zone));
    }
    let common = packages.first().filter(|_| alone && !same.is_empty());
    let common = common
        .map_or_else(String::new, |package| format!(" The same in all these packages: {}.", spelled(package, &same)));
    Bars {
        title: "How often there is a package, and packages are acceptable to all".to_owned(),
        caption: format!("{}{common}", about(of, of.study.open.draws)),
        bars,
    }
}

/// A share with its interval.
pub(in crate::render) fn bar(label: String, share: Share) -> Bar {
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
    let (id, author) = (&of.set.id, &of.set.author);
    format!(
        "Shares of {} draws, not likelihoods; from the estimates “{id}”, assumed by: {author}.",
        super::super::count(draws)
    )
}
