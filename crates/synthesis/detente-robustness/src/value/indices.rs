//! How much of the spread of an outcome each number accounts for: first-order and total-order indices.

mod split;

use detente_base::{Index, Watch};
use detente_case::PartyIdx;
use detente_deals::DealsError;
use detente_engine::Stopped;
use detente_engine::again::{Figures, Guide, Known, Seen, Solver, Structure};

use crate::answered::Answered;
use crate::input::{Input, Quantity};
use crate::look::in_thousandths;
use crate::plan::Plan;
use crate::study::Study;
pub use split::{Effect, Effects};
use split::{Split, split};

/// Pairs of draws unless fewer draws were asked for.
pub const BASE: u64 = 1000;

/// A number that each draw has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// 1 where there is a package, 0 where there is none.
    Deal,
    /// The most a principal could gain over its bottom line in some package, in thousandths of its points; 0 where there is none.
    Gain(PartyIdx),
}

/// The spread of an outcome, split.
#[derive(Clone, Debug, PartialEq)]
pub struct OfOutcome {
    /// The outcome.
    pub outcome: Outcome,
    /// Per number of [`Indices::inputs`], its effects; `None` where the outcome is the same in every draw.
    pub effects: Option<Vec<Effects>>,
}

/// The spread of every outcome, split.
#[derive(Clone, Debug, PartialEq)]
pub struct Indices {
    /// Pairs of draws: with every number exchanged in turn, `pairs · (numbers + 2)` draws were answered.
    pub pairs: u64,
    /// The numbers. Whether a limit is in force stands for its probability too.
    pub inputs: Vec<Input>,
    /// Whether there is a package, then every principal that has a bottom line.
    pub outcomes: Vec<OfOutcome>,
}

/// Why there are no indices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoIndices {
    /// Orders and comparisons make numbers depend on each other: then shares of the spread do not add up to it.
    Dependent,
    /// Numbers that share a name move together: the same.
    Together,
    /// Nothing is uncertain.
    NothingUncertain,
}

impl NoIndices {
    /// In words.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Dependent => {
                "orders and comparisons make numbers depend on each other, and then their parts of a spread do not add up"
            }
            Self::Together => "some numbers move together, and then their parts of a spread do not add up",
            Self::NothingUncertain => "nothing is uncertain",
        }
    }
}

/// The indices of the independent numbers of a source, over `pairs` pairs of draws.
///
/// # Cost
/// Answers `pairs · (numbers + 2)` draws: whether there is a package, and each principal's most.
///
/// # Source
/// The notions: \[Sobol2001\]. First order by the second estimator of \[Saltelli2010\], table 2; total order by that of \[Jansen1999\].
///
/// # Errors
/// [`DealsError::Stopped`] where a draw has no answer within the steps allowed, or the one who watches asked to stop.
pub fn indices(
    plan: &Plan<'_>,
    source: &Answered<'_>,
    study: &Study,
    pairs: u64,
    seed: u64,
    watch: &dyn Watch,
) -> Result<Result<Indices, NoIndices>, DealsError> {
    if source.has_answers() {
        return Ok(Err(NoIndices::Dependent));
    }
    if !source.is_independent() {
        return Ok(Err(NoIndices::Together));
    }
    let (inputs, exchanged) = exchanged(plan);
    if inputs.is_empty() {
        return Ok(Err(NoIndices::NothingUncertain));
    }
    let structure = Structure::new(plan.model(), &plan.ask(), &plan.open())?;
    let candidates = study.candidates.iter().map(|of| plan.centre().package(&of.choices)).collect();
    let known = structure.known(candidates);
    let gains: Vec<usize> = plan.principals().iter().copied().filter(|&party| plan.has_line(party)).collect();
    let asked = Split { source, n_inputs: plan.inputs().len(), exchanged: &exchanged, pairs, seed, watch };
    let names: Vec<&str> = inputs.iter().map(|input| input.id.as_str()).collect();
    let found = split(&asked, &names, gains.len() + 1, || {
        let mut answering = Answering::new(plan, &known, structure.solver(), &gains);
        move |numbers: &[i64]| answering.outcomes(numbers)
    })?;
    let outcomes = std::iter::once(Outcome::Deal).chain(gains.iter().map(|&party| Outcome::Gain(PartyIdx::new(party))));
    let outcomes = outcomes.zip(found).map(|(outcome, effects)| OfOutcome { outcome, effects }).collect();
    Ok(Ok(Indices { pairs, inputs, outcomes }))
}

/// The numbers that are exchanged one after another, each with its places among the inputs: a limit with its probability,
/// because nothing else depends on that.
fn exchanged(plan: &Plan<'_>) -> (Vec<Input>, Vec<Vec<usize>>) {
    let all = plan.inputs().iter().filter_map(|(idx, input)| {
        let places = match input.of {
            Quantity::Estimate(
                detente_deals::EstimateRef::Probability(..) | detente_deals::EstimateRef::Firmness(_),
                _,
            ) => return None,
            Quantity::Estimate(..) => vec![idx.position()],
            Quantity::InForce(_, probability) => vec![probability.position(), idx.position()],
        };
        Some((input.clone(), places))
    });
    all.unzip()
}

/// Answers draws that were put together from others.
struct Answering<'s, 'c> {
    plan: &'s Plan<'c>,
    known: &'s Known,
    solver: Solver<'s>,
    gains: &'s [usize],
    figures: Figures,
    per_point: Vec<i64>,
    seen: Seen,
}

impl<'s, 'c> Answering<'s, 'c> {
    fn new(plan: &'s Plan<'c>, known: &'s Known, solver: Solver<'s>, gains: &'s [usize]) -> Self {
        let (figures, per_point, seen) = (Figures::default(), Vec::new(), Seen::default());
        Self { plan, known, solver, gains, figures, per_point, seen }
    }

    fn outcomes(&mut self, numbers: &[i64]) -> Result<Vec<i64>, Stopped> {
        self.plan.figures(numbers, &mut self.figures, &mut self.per_point);
        self.solver.set(&self.figures)?;
        self.known.see(&self.figures, &mut self.seen);
        let seen_open = self.seen.packages().any(|package| self.seen.in_zone(package));
        let is_open = seen_open || self.solver.any()?.is_some();
        let mut outcomes = vec![i64::from(is_open)];
        for &party in self.gains {
            let most = if is_open { self.solver.most(party, &self.seen, &Guide::default())? } else { None };
            let gain = most.map_or(0, |most| {
                in_thousandths(most.saturating_sub(self.figures.lines[party]), self.per_point[party])
            });
            outcomes.push(i64::try_from(gain).unwrap_or(i64::MAX));
        }
        Ok(outcomes)
    }
}
