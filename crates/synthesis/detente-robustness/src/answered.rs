//! Draws that keep to orders and comparisons.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use detente_base::Index;
use detente_case::Case;
use detente_deals::{Overflow, Preferences, Scope, preferences};
use detente_estimate::{EstimateSet, Utility};
use detente_polytope::{Point, SHARD, Sampler};

use crate::input::{Inputs, Quantity};
use crate::source::{Independent, Source};

/// Chains kept at a time: as many as threads are likely to be in, for each party.
const KEPT: usize = 16;

/// Every range for itself, but the weights and values of parties of whom something is ordered or compared: these are drawn
/// together from what the answers leave (DEFINITIONS 20).
#[derive(Debug)]
pub struct Answered<'i> {
    independent: Independent<'i>,
    parties: Vec<Party>,
}

#[derive(Debug)]
struct Party {
    preferences: Preferences,
    sampler: Sampler,
    /// Per weight and value that is an input, its place among the inputs; in the order of [`Preferences::numbers`].
    places: Vec<Option<usize>>,
    kept: Mutex<VecDeque<(u64, Arc<Vec<Point>>)>>,
}

impl<'i> Answered<'i> {
    /// The draws of a seed; of a set without answers those of [`Independent`].
    ///
    /// # Errors
    /// [`Overflow`] where numbers are too large to be multiplied.
    pub fn new(case: &Case, set: &EstimateSet, inputs: &'i Inputs, seed: u64) -> Result<Self, Overflow> {
        let at: BTreeMap<_, usize> = inputs
            .iter()
            .filter_map(|(idx, input)| match input.of {
                Quantity::Estimate(of, _) => Some((of, idx.position())),
                Quantity::InForce(..) => None,
            })
            .collect();
        let mut parties = Vec::new();
        let has_answers = |party| set.party(party).is_some_and(|of| !of.answers.is_empty());
        for party in case.parties.indices().filter(|&party| has_answers(party) && set.utility == Utility::Weighted) {
            let Some(found) = preferences(case, set, party, Scope::Weighed)? else { continue };
            // Answers without room are refused before anybody draws.
            let Some(sampler) = Sampler::new(&found.space, seed) else { continue };
            let places = found.numbers(&sampler.draw(0)).map(|(of, _)| at.get(&of).copied()).collect();
            parties.push(Party { preferences: found, sampler, places, kept: Mutex::default() });
        }
        Ok(Self { independent: Independent::new(inputs, seed), parties })
    }

    /// Whether orders and comparisons bear on the numbers of a party.
    pub fn has_answers(&self) -> bool {
        !self.parties.is_empty()
    }

    /// Whether no number depends on another: nothing is ordered or compared, nothing moves with anything else.
    pub fn is_independent(&self) -> bool {
        !self.has_answers() && self.independent.is_independent()
    }
}

impl Source for Answered<'_> {
    fn fill(&self, draw: u64, numbers: &mut [i64]) {
        self.independent.fill(draw, numbers);
        for party in &self.parties {
            let chain = party.chain(draw / SHARD);
            let step = usize::try_from(draw % SHARD).unwrap_or(0);
            let Some(point) = chain.get(step) else { continue };
            for (place, (_, number)) in party.places.iter().zip(party.preferences.numbers(point)) {
                if let Some(cell) = place.and_then(|place| numbers.get_mut(place)) {
                    *cell = number;
                }
            }
        }
    }
}

impl Party {
    /// A chain's draws: kept, or walked. Two threads may walk the same one; they find the same.
    fn chain(&self, shard: u64) -> Arc<Vec<Point>> {
        let kept = || self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, chain)) = kept().iter().find(|(other, _)| *other == shard) {
            return Arc::clone(chain);
        }
        let chain = Arc::new(self.sampler.shard(shard).collect());
        let mut chains = kept();
        if chains.len() == KEPT {
            chains.pop_front();
        }
        chains.push_back((shard, Arc::clone(&chain)));
        chain
    }
}
