//! Units of a country to be shared out: models whose size is chosen, with one connectivity constraint per status.

use crate::scaled::Stream;
use detente_model::{ConnectedUnit, Connectivity, Consent, Formula, Model, Party};

/// Which of 27 units share a border.
const BORDERS: &str = include_str!("../../conformance/unit_graph_27.csv");

/// The number of units.
pub const UNITS: usize = 27;

/// Pairs of units that share a border.
pub fn borders() -> Vec<(usize, usize)> {
    let pair = |line: &str| {
        let (a, b) = line.split_once(',')?;
        Some((a.parse().ok()?, b.parse().ok()?))
    };
    BORDERS.lines().filter_map(pair).collect()
}

/// What a model of units is made of.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// Parties; each cares most for one status, in turn.
    pub parties: usize,
    /// Choices per unit.
    pub statuses: usize,
    /// How many of the statuses must hang together.
    pub connected: usize,
    /// Issues beside the units, of six choices each.
    pub others: usize,
}

/// A model over the units, the same for the same seed. Every party has a bottom line at a part of what it could have at most.
pub fn model(shape: Shape, seed: u64) -> Model {
    let mut random = Stream(seed);
    let issues: Vec<usize> = vec![shape.statuses; UNITS].into_iter().chain(vec![6; shape.others]).collect();
    let party = |party: usize, random: &mut Stream| {
        let favoured = party % shape.statuses;
        let units = (0..UNITS).map(|_| {
            let worth = random.below(60_000) + 1_000;
            let of = |status: usize, random: &mut Stream| match status {
                status if status == favoured => worth,
                status if status + 1 == shape.statuses => worth * (30 + random.below(40)) / 100,
                _ => random.below(worth / 5),
            };
            (0..shape.statuses).map(|status| of(status, random)).collect::<Vec<i64>>()
        });
        let units: Vec<Vec<i64>> = units.collect();
        let others = (0..shape.others).map(|_| (0..6).map(|_| random.below(90_000)).collect());
        let values: Vec<Vec<i64>> = units.into_iter().chain(others).collect();
        let most: i64 = values.iter().filter_map(|row| row.iter().max()).sum();
        Party {
            bottom_line: Some(most * 35 / 100),
            values,
            tables: Vec::new(),
            linkages: Vec::new(),
            consent: Consent::Always,
        }
    };
    let parties = (0..shape.parties).map(|index| party(index, &mut random)).collect();
    let rules = (0..shape.connected).map(|status| Formula::Connected(whole(shape.statuses, status, 1))).collect();
    Model { issues, parties, rules, limits: Vec::new() }
}

/// The units of a status make up at most so many parts.
pub fn whole(statuses: usize, status: usize, max_components: usize) -> Connectivity {
    let among: Vec<bool> = (0..statuses).map(|choice| choice == status).collect();
    let units = (0..UNITS).map(|issue| ConnectedUnit { issue, among: among.clone() }).collect();
    Connectivity { units, edges: borders(), max_components }
}
