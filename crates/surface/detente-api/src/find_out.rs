//! What to find out next.

use std::collections::BTreeMap;

use detente::base::Decimal;
use detente::robustness::{Effect, Indices, Interval, NoIndices, OfInput, Outcome, Settled, Value, Worth};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Number;

use crate::deals::number;
use crate::question::About;
use crate::robust::{ShareOf, share};

/// Which number, if it were known, would change what is concluded: about the doubt of whoever made the estimates.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RobustFindOut {
    /// The draws this is from: the first ones.
    pub draws: u64,
    /// Of these, the ones in which there is a package.
    pub zone: ShareOf,
    /// By id, every number that can be found out.
    pub inputs: BTreeMap<String, RobustInput>,
    /// What part each number has in the spread of outcomes; null where that was not asked for, or cannot be had.
    pub indices: Option<RobustIndices>,
    /// Why it cannot be had.
    pub no_indices: Option<&'static str>,
}

/// What knowing a number would be worth.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RobustInput {
    /// For saying whether there is a package; null of fewer than two draws.
    pub deal: Option<RobustWorth>,
    /// For naming a package that is acceptable, among the candidates; null where there is none.
    pub package: Option<RobustWorth>,
    /// How often it settles whether there is a package, by margin.
    pub settles: Vec<RobustSettled>,
    /// Draws with a package among those in which the number is in its lowest quarter, or the limit is not in force.
    pub low: ShareOf,
    /// Draws with a package among those in which the number is in its highest quarter, or the limit is in force.
    pub high: ShareOf,
}

/// How much oftener a choice is right that is made knowing a number (EVPPI): one half of the draws chooses, per twentieth of the
/// number, the other half judges.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RobustWorth {
    /// As a share of draws, −1 to 1; below 0 by chance alone.
    pub evppi: f64,
    /// The low end of its 95% interval, for these choices.
    pub low: f64,
    /// Its high end.
    pub high: f64,
    /// The draws that judged.
    pub draws: u64,
}

/// How often knowing a number within a margin settles whether there is a package: in at most 5% or at least 95% of the draws near it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RobustSettled {
    /// How far the number may be off on either side; null where it is a yes or no.
    pub within: Option<Number>,
    /// Draws in which that settles it.
    pub settled: ShareOf,
}

/// The spread (variance) of outcomes, split between independent numbers (Sobol indices).
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RobustIndices {
    /// Pairs of draws they are from.
    pub pairs: u64,
    /// Of whether there is a package (1 or 0); null where that is the same in every draw.
    pub deal: Option<BTreeMap<String, RobustEffects>>,
    /// By principal that has a bottom line, of the most it could gain over that line; 0 where there is no package.
    pub gain: BTreeMap<String, Option<BTreeMap<String, RobustEffects>>>,
}

/// What part a number has in the spread of an outcome.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RobustEffects {
    /// By itself (first order).
    pub first: RobustEffect,
    /// With everything it does together with others (total order).
    pub total: RobustEffect,
}

/// A part of a spread, 0 to 1; a little outside by chance alone.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RobustEffect {
    /// The part.
    pub part: f64,
    /// The low end of its 95% interval.
    pub low: f64,
    /// Its high end.
    pub high: f64,
}

pub(crate) fn find_out(
    about: &About<'_>,
    value: &Value,
    indices: Option<&Result<Indices, NoIndices>>,
) -> RobustFindOut {
    let had = indices.and_then(|indices| indices.as_ref().ok());
    RobustFindOut {
        draws: value.open.draws,
        zone: share(value.open),
        inputs: value.inputs.iter().map(|of| (of.input.id.clone(), input(of))).collect(),
        indices: had.map(|had| split(about, had)),
        no_indices: indices.and_then(|indices| indices.as_ref().err()).map(|why| why.in_words()),
    }
}

fn input(of: &OfInput) -> RobustInput {
    RobustInput {
        deal: of.deal.map(worth),
        package: of.package.map(worth),
        settles: of.settled.iter().map(settled).collect(),
        low: share(of.low),
        high: share(of.high),
    }
}

fn worth(of: Worth) -> RobustWorth {
    let Interval { low, high } = of.interval;
    RobustWorth { evppi: nearest(of.value()), low: below(low), high: above(high), draws: of.draws }
}

fn settled(of: &Settled) -> RobustSettled {
    let within = of.within.map(|within| number(Decimal::from_thousandths(within)));
    RobustSettled { within, settled: share(of.share) }
}

fn split(about: &About<'_>, had: &Indices) -> RobustIndices {
    let mut read = RobustIndices { pairs: had.pairs, deal: None, gain: BTreeMap::new() };
    for of in &had.outcomes {
        let effects = of.effects.as_ref().map(|effects| {
            let each = had.inputs.iter().zip(effects).map(|(input, of)| {
                (input.id.clone(), RobustEffects { first: effect(of.alone), total: effect(of.in_all) })
            });
            each.collect()
        });
        match of.outcome {
            Outcome::Deal => read.deal = effects,
            Outcome::Gain(party) => drop(read.gain.insert(about.party(party), effects)),
        }
    }
    read
}

fn effect(of: Effect) -> RobustEffect {
    RobustEffect { part: nearest(of.part), low: below(of.interval.low), high: above(of.interval.high) }
}

const PLACES: f64 = 10_000.0;

/// To four decimals; adding nothing makes a negative zero plain.
fn nearest(part: f64) -> f64 {
    (part * PLACES).round() / PLACES + 0.0
}

fn below(part: f64) -> f64 {
    (part * PLACES).floor() / PLACES + 0.0
}

fn above(part: f64) -> f64 {
    (part * PLACES).ceil() / PLACES + 0.0
}
