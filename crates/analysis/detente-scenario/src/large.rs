//! Scenarios with more outcomes than can be gone through: the engine folds what hangs together and answers exactly, or says
//! how far off its answers can be.

use detente_base::Watch;
use detente_engine::{
    Ask, Chosen, Consent, Cover, Effort, Formula, Linkage, Measure, Model, Party, Principle, Stopped, Zone, frontier,
};
use detente_interop::scenario::{Aggregation, Block, Levels, Scenario, Worth};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive};

use crate::column::{Column, ratio, unit};
use crate::outline::{Frontier, Outline, Solution, Stats, Vector};
use crate::principles::{Gains, Rule};
use crate::search::{Met, search};
use crate::space::Space;
use crate::stats::{StatsError, outline};

/// A party's utilities are whole numbers of this many parts where exact units exceed 64 bits.
const PARTS: u64 = 1_000_000_000_000;

/// Changes of one issue that a search tries where the engine does not get through.
pub const SEARCH_STEPS: u64 = 40_000_000;

/// Answers what can be answered without going through the outcomes: by the engine, exactly; or by a search, whose points are
/// attained and whose bound says how much better any outcome could be. How many outcomes lie in the zone and how opposed the
/// parties are stays open.
///
/// # Cost
/// The engine's; `effort` bounds it. The search's, `steps`.
pub fn large(
    scenario: &Scenario,
    levels: Levels,
    effort: Effort,
    steps: u64,
    watch: &dyn Watch,
) -> Result<Stats, StatsError> {
    let space = Space::new(scenario, levels).ok_or(StatsError::TooLong)?;
    let parties: Result<Vec<Lowered>, StatsError> =
        space.worths.iter().map(|worth| Lowered::new(worth, &space)).collect();
    let question = Question { parties: parties?, outline: outline(scenario, &space), space };
    match question.by_engine(effort, watch) {
        Err(StatsError::Engine(stopped)) if !matches!(stopped, Stopped::Cancelled | Stopped::Model(_)) => {
            Ok(question.by_search(steps))
        }
        answered => answered,
    }
}

/// A scenario in the engine's terms.
struct Question {
    parties: Vec<Lowered>,
    outline: Outline,
    space: Space,
}

impl Question {
    fn vector(&self, outcome: &[usize]) -> Vector {
        let worths = self.space.worths.iter().map(|worth| worth.of(outcome));
        Vector {
            utilities: worths.map(|of| ratio(of.numer(), of.denom())).collect(),
            outcome: self.space.in_words(outcome).into_iter().cloned().collect(),
        }
    }

    fn outline(&self) -> Outline {
        let mut outline = self.outline.clone();
        for (lowered, name) in self.parties.iter().zip(&self.outline.parties) {
            if lowered.rounded {
                outline.assumptions.push(format!("utilities of \"{name}\" are compared in parts of 10⁻¹²"));
            }
        }
        outline
    }

    fn by_engine(&self, effort: Effort, watch: &dyn Watch) -> Result<Stats, StatsError> {
        let model = Model {
            issues: self.space.sizes().collect(),
            parties: self.parties.iter().map(|lowered| lowered.party.clone()).collect(),
            ..Model::default()
        };
        let mut ask = Ask::all(&model);
        ask.effort = effort;
        let found = frontier(&model, &ask, &Cover { epsilon: None, max_points: Some(5_000) }, watch)?;
        let zone = Zone::new(&model, &ask, watch)?;
        let measure = measure(&self.parties);
        let at = |principle: Principle| -> Result<Option<Solution>, StatsError> {
            let chosen = zone.principle(principle, &measure, watch)?;
            // Where not every party gains there is no product to speak of.
            let all_gain =
                |chosen: &Chosen| chosen.answers.iter().all(|answer| answer.gaining.len() == self.parties.len());
            let chosen = chosen.filter(|chosen| principle != Principle::Nash || all_gain(chosen));
            Ok(chosen.and_then(|chosen| solution(&chosen, |outcome| self.vector(outcome))))
        };
        let epsilon = found.epsilon.as_ref().map(|epsilon| {
            epsilon.iter().zip(&self.parties).map(|(units, of)| ratio(&BigInt::from(*units), &of.unit)).collect()
        });
        let points = found.points.iter().map(|point| self.vector(&point.witness)).collect();
        Ok(Stats {
            outline: self.outline(),
            zone: None,
            frontier: Frontier { points, complete: found.complete, epsilon },
            nash: at(Principle::Nash)?,
            kalai_smorodinsky: at(Principle::KalaiSmorodinsky)?,
            egalitarian: at(Principle::Egalitarian)?,
            leximin: at(Principle::Leximin)?,
            utilitarian: at(Principle::Utilitarian)?,
            kalai_smorodinsky_all_outcomes: None,
            kalai_smorodinsky_least_spread: None,
            opposition: None,
            rational_fraction: None,
        })
    }

    fn by_search(&self, steps: u64) -> Stats {
        let sizes: Vec<usize> = self.space.sizes().collect();
        let parties: Vec<&Party> = self.parties.iter().map(|lowered| &lowered.party).collect();
        let most: Vec<Option<i64>> = self.parties.iter().map(|lowered| lowered.most).collect();
        let met = search(&sizes, &parties, &most, steps);
        let columns = self.parties.iter().enumerate().map(|(at, lowered)| {
            let codes: Vec<i64> = met.iter().map(|met| met.units[at]).collect();
            let low = codes.iter().min().copied().unwrap_or(0);
            let high = codes.iter().max().copied().unwrap_or(0);
            Column::of_units(codes, lowered.unit.clone(), lowered.party.bottom_line, [low, high])
        });
        let columns: Vec<Column> = columns.collect();
        let points: Vec<usize> = (0..met.len()).collect();
        let gains = Gains::new(&columns, &points);
        let at = |rule: Rule| {
            let chosen = gains.chosen(rule);
            let answers: Vec<Vector> = chosen.iter().take(100).map(|&point| self.vector(&met[point].outcome)).collect();
            (!answers.is_empty()).then_some(Solution { ties: chosen.len(), proved: false, answers })
        };
        Stats {
            outline: self.outline(),
            zone: None,
            frontier: Frontier {
                points: met.iter().map(|met| self.vector(&met.outcome)).collect(),
                complete: false,
                epsilon: self.epsilon(&met),
            },
            nash: at(Rule::Nash),
            kalai_smorodinsky: at(Rule::KalaiSmorodinsky),
            egalitarian: at(Rule::Egalitarian),
            leximin: at(Rule::Leximin),
            utilitarian: at(Rule::Utilitarian),
            kalai_smorodinsky_all_outcomes: None,
            kalai_smorodinsky_least_spread: None,
            opposition: None,
            rational_fraction: None,
        }
    }

    /// By how much no outcome is better than the point that lacks least of what no outcome exceeds: every other point only
    /// makes this smaller.
    fn epsilon(&self, met: &[Met]) -> Option<Vec<f64>> {
        let short = |met: &Met| -> Vec<f64> {
            let lacks =
                |(lowered, units): (&Lowered, &i64)| ratio(&BigInt::from(lowered.ceiling() - units), &lowered.unit);
            self.parties.iter().zip(&met.units).map(lacks).collect()
        };
        let widest = |short: &Vec<f64>| short.iter().copied().fold(0.0, f64::max);
        met.iter().map(short).min_by(|a, b| widest(a).total_cmp(&widest(b)))
    }
}

fn solution(chosen: &Chosen, read: impl Fn(&[usize]) -> Vector) -> Option<Solution> {
    let answers: Vec<Vector> = chosen.answers.iter().map(|answer| read(&answer.attained.witness)).collect();
    (!answers.is_empty()).then_some(Solution { ties: chosen.answers.len(), proved: chosen.proved, answers })
}

/// What units of different parties are worth to each other: as much as their utilities are.
fn measure(parties: &[Lowered]) -> Measure {
    let common = parties.iter().fold(BigInt::one(), |common, of| common.gcd(&of.unit).max(BigInt::one()));
    let units = |of: &Lowered| (&of.unit / &common).to_i64().unwrap_or(1).max(1);
    Measure { units_per_point: parties.iter().map(units).collect(), exponents: vec![1; parties.len()] }
}

/// A party in the engine's terms.
struct Lowered {
    party: Party,
    unit: BigInt,
    rounded: bool,
    /// Where sums are cut off, in units.
    most: Option<i64>,
}

impl Lowered {
    fn new(worth: &Worth, space: &Space) -> Result<Self, StatsError> {
        let exact = unit(worth);
        let rounded = 40 < exact.bits();
        let unit = if rounded { BigInt::from(PARTS) } else { exact };
        let whole = |fraction: &detente_interop::Fraction| {
            let (quotient, rest) = (fraction.numer() * &unit).div_mod_floor(fraction.denom());
            let up = fraction.denom() <= &(rest * 2);
            (quotient + i32::from(up)).to_i64().unwrap_or(if fraction.is_negative() { i64::MIN } else { i64::MAX })
        };
        let mut values: Vec<Vec<i64>> = worth.values.iter().map(|row| row.iter().map(whole).collect()).collect();
        let mut linkages = Vec::new();
        let mut always = whole(&worth.bias);
        if let Some(block) = &worth.blocks {
            let mut paid = Vec::new();
            flat(block, &mut paid)?;
            for (amount, where_all, outside) in paid {
                add(whole(amount), where_all, outside, space, &mut values, &mut linkages, &mut always);
            }
        }
        if let Some(first) = values.first_mut() {
            first.iter_mut().for_each(|value| *value = value.saturating_add(always));
        }
        let bottom_line = worth.reservation.as_ref().map(whole);
        let party = Party { values, tables: Vec::new(), linkages, bottom_line, consent: Consent::Always };
        let most = worth.at_most.as_ref().map(whole);
        Ok(Self { party, unit, rounded, most })
    }
}

impl Lowered {
    /// What no outcome exceeds, in units.
    fn ceiling(&self) -> i64 {
        let own: i64 = self.party.values.iter().map(|values| values.iter().max().copied().unwrap_or(0)).sum();
        let linked: i64 = self.party.linkages.iter().map(|linkage| linkage.units.max(0)).sum();
        self.most.unwrap_or(i64::MAX).min(own.saturating_add(linked))
    }
}

type Payment<'b> = (&'b detente_interop::Fraction, &'b [(usize, Vec<bool>)], bool);

fn flat<'b>(block: &'b Block, out: &mut Vec<Payment<'b>>) -> Result<(), StatsError> {
    match block {
        Block::Paid { amount, where_all, outside } => out.push((amount, where_all, *outside)),
        Block::Together(how, parts) => {
            if *how != Aggregation::Sum && 1 < parts.len() {
                return Err(StatsError::Aggregation);
            }
            parts.iter().try_for_each(|part| flat(part, out))?;
        }
    }
    Ok(())
}

/// A payment as values where one issue decides it, else as a linkage; what is paid outside is paid always and taken back.
fn add(
    amount: i64,
    where_all: &[(usize, Vec<bool>)],
    outside: bool,
    space: &Space,
    values: &mut [Vec<i64>],
    linkages: &mut Vec<Linkage>,
    always: &mut i64,
) {
    let units = if outside {
        *always = always.saturating_add(amount);
        amount.saturating_neg()
    } else {
        amount
    };
    let open: Vec<&(usize, Vec<bool>)> = where_all.iter().filter(|(_, among)| among.contains(&false)).collect();
    match open.as_slice() {
        [] => *always = always.saturating_add(units),
        [(issue, among)] => {
            for (value, _) in values[*issue].iter_mut().zip(among).filter(|(_, among)| **among) {
                *value = value.saturating_add(units);
            }
        }
        several => {
            debug_assert!(several.iter().all(|(issue, among)| space.choices[*issue].len() == among.len()));
            let choice = |(issue, among): &&(usize, Vec<bool>)| Formula::Choice { issue: *issue, among: among.clone() };
            linkages.push(Linkage { when: Formula::All(several.iter().map(choice).collect()), units });
        }
    }
}
