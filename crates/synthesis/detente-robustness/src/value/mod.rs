//! What to find out next: which number, if it were known, would change what is concluded.
//!
//! All of it is about the doubt of whoever made the estimates; nothing is said about what a party should do.

mod bins;
mod bootstrap;
mod indices;
mod outcomes;
mod settled;
mod worth;

use detente_base::{Index, Watch};
use detente_deals::DealsError;
use rayon::prelude::*;

use crate::counter::key;
use crate::input::{Input, Quantity};
use crate::plan::Plan;
use crate::share::Share;
use crate::source::Source;
use crate::study::Study;
use bins::bins;
use outcomes::Outcomes;
use settled::{by_knowing_whether, within_margins};
use worth::worth;

pub use indices::{BASE, Effect, Effects, Indices, NoIndices, OfOutcome, Outcome, indices};
pub use settled::Settled;
pub use worth::Worth;

/// The most draws that are kept one by one.
const MOST_DRAWS: u64 = 50_000;

/// The most numbers that are kept: draws times inputs.
const MOST_NUMBERS: u64 = 16_000_000;

/// What knowing each number would be worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// In how many of the draws looked at there is a package.
    pub open: Share,
    /// Every number that can be found out, in the order of the inputs. A probability is none: what can be found out is whether the
    /// limit is in force.
    pub inputs: Vec<OfInput>,
}

/// What knowing a number would be worth.
#[derive(Clone, Debug, PartialEq)]
pub struct OfInput {
    /// The number.
    pub input: Input,
    /// For saying whether there is a package; none of fewer than two draws.
    pub deal: Option<Worth>,
    /// For naming a package that is acceptable, among the candidates of the study; none where there is none.
    pub package: Option<Worth>,
    /// How often it settles whether there is a package, by margin, the widest first.
    pub settled: Vec<Settled>,
    /// How often there is a package where the number is in its lowest quarter of draws, or the limit is not in force.
    pub low: Share,
    /// How often where it is in its highest quarter, or the limit is in force.
    pub high: Share,
}

impl OfInput {
    /// How far apart the share of draws with a package is between low and high numbers, 0 to 1.
    pub fn swing(&self) -> f64 {
        (self.low.value() - self.high.value()).abs()
    }

    /// The widest margin that settles at least nine tenths of what the narrowest one does.
    pub fn margin(&self) -> Option<Settled> {
        let narrowest = self.settled.last()?;
        let enough = |of: &&Settled| narrowest.share.hits * 9 <= of.share.hits * 10;
        self.settled.iter().find(enough).copied()
    }
}

impl Value {
    /// The numbers whose worth is more than chance explains, by `of`, those worth most first.
    pub fn most_worth(&self, of: impl Fn(&OfInput) -> Option<Worth>) -> Vec<&OfInput> {
        let gained = |input: &&OfInput| of(input).filter(|worth| worth.is_something()).map(|worth| worth.gained);
        let mut found: Vec<&OfInput> = self.inputs.iter().filter(|input| gained(input).is_some()).collect();
        found.sort_by(|a, b| gained(b).cmp(&gained(a)).then_with(|| a.input.id.cmp(&b.input.id)));
        found
    }

    /// Whether it is settled, without knowing more, if there is a package: in at most 5% or at least 95% of draws.
    pub fn is_settled(&self) -> bool {
        let Share { hits, draws } = self.open;
        hits.saturating_mul(20) <= draws || draws.saturating_sub(hits).saturating_mul(20) <= draws
    }

    /// The numbers that settle whether there is a package in some draws or are worth knowing exactly for saying so; those that settle it in
    /// most draws first.
    pub fn settling(&self) -> Vec<&OfInput> {
        let settled = |of: &&OfInput| of.margin().map_or(0, |margin| margin.share.hits);
        let gained = |of: &&OfInput| of.deal.filter(|worth| worth.is_something()).map_or(0, |worth| worth.gained);
        let mut found: Vec<&OfInput> = self.inputs.iter().filter(|of| 0 < settled(of) || 0 < gained(of)).collect();
        found.sort_by(|a, b| {
            let by_worth = settled(b).cmp(&settled(a)).then_with(|| gained(b).cmp(&gained(a)));
            by_worth.then_with(|| a.input.id.cmp(&b.input.id))
        });
        found
    }

    /// All numbers, those that move the share of draws with a package most first.
    pub fn by_swing(&self) -> Vec<&OfInput> {
        let mut all: Vec<&OfInput> = self.inputs.iter().collect();
        all.sort_by(|a, b| b.swing().total_cmp(&a.swing()).then_with(|| a.input.id.cmp(&b.input.id)));
        all
    }
}

/// What knowing each number would be worth, from the first `draws` draws of a source, at most 50,000.
///
/// # Cost
/// Each draw is looked at once; then per number its draws are sorted, and per candidate counted.
///
/// # Errors
/// [`DealsError::Stopped`] where a draw has no answer within the steps allowed, or the one who watches asked to stop.
pub fn value(
    plan: &Plan<'_>,
    source: &dyn Source,
    study: &Study,
    draws: u64,
    seed: u64,
    watch: &dyn Watch,
) -> Result<Value, DealsError> {
    let n_inputs = u64::try_from(plan.inputs().len()).unwrap_or(u64::MAX);
    if n_inputs == 0 {
        // Where nothing is uncertain there is nothing to find out.
        return Ok(Value { open: study.open, inputs: Vec::new() });
    }
    let candidates: Vec<_> = study.candidates.iter().map(|of| plan.centre().package(&of.choices)).collect();
    let draws = draws.min(MOST_DRAWS).min((MOST_NUMBERS / n_inputs).max(1));
    let outcomes = Outcomes::of(plan, source, &candidates, draws, watch)?;
    let wanted: Vec<_> = plan.inputs().iter().filter(|(_, input)| can_be_found_out(input)).collect();
    let inputs = wanted
        .into_par_iter()
        .map(|(idx, input)| of_input(input, &outcomes.numbers[idx.position()], &outcomes, candidates.len(), seed));
    let inputs = inputs.collect();
    Ok(Value { open: open(&outcomes.open, |_| true), inputs })
}

fn can_be_found_out(input: &Input) -> bool {
    !matches!(
        input.of,
        Quantity::Estimate(detente_deals::EstimateRef::Probability(..) | detente_deals::EstimateRef::Firmness(_), _)
    )
}

fn of_input(input: &Input, numbers: &[i64], outcomes: &Outcomes, candidates: usize, seed: u64) -> OfInput {
    let bins = bins(numbers);
    let keyed = |what: &str| key(&format!("{}/worth of knowing/{what}", input.id));
    let deal = worth(&bins, 2, |draw, option| outcomes.open[draw] == (option == 1), seed, keyed("deal"));
    let right = |draw: usize, candidate: usize| outcomes.is_acceptable(draw, candidate);
    let package = worth(&bins, candidates, right, seed, keyed("package"));
    let (settled, low_up_to, high_from) = match input.of {
        Quantity::InForce(..) => (vec![by_knowing_whether(numbers, &outcomes.open)], 0, 1),
        Quantity::Estimate(_, range) => {
            let (low, high) = quarters(numbers);
            (within_margins(range, numbers, &outcomes.open), low, high)
        }
    };
    OfInput {
        input: input.clone(),
        deal,
        package,
        settled,
        low: open(&outcomes.open, |draw| numbers[draw] <= low_up_to),
        high: open(&outcomes.open, |draw| high_from <= numbers[draw]),
    }
}

/// The largest number of the lowest quarter of draws, and the smallest of the highest.
fn quarters(numbers: &[i64]) -> (i64, i64) {
    let mut sorted = numbers.to_vec();
    sorted.sort_unstable();
    let quarter = (numbers.len() / 4).max(1) - 1;
    let at = |place: Option<usize>| place.and_then(|place| sorted.get(place)).copied().unwrap_or(0);
    (at(Some(quarter)), at(numbers.len().checked_sub(quarter + 1)))
}

/// In how many of some draws there is a package.
fn open(open: &[bool], counts: impl Fn(usize) -> bool) -> Share {
    let mut share = Share::default();
    for (_, &open) in open.iter().enumerate().filter(|(draw, _)| counts(*draw)) {
        share.draws += 1;
        share.hits += u64::from(open);
    }
    share
}
