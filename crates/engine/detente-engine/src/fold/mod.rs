//! Folding: each connected part of a network becomes one short list of points.
//!
//! Variables are eliminated one after another; what is left of a variable is, for every combination of its neighbours, the list
//! of points it can add. Within such a combination all further conditions are the same, so a dominated point may be dropped
//! (DEFINITIONS 8).

mod join;
mod order;

use crate::budget::Meter;
use crate::error::Stopped;
use crate::network::{Factor, Network};
use crate::pareto::efficient;
use crate::points::Points;
use detente_model::Effort;
use join::Joined;
pub(crate) use order::tightest;

/// Which points a fold keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keep {
    /// Those no other point beats, with this many principals in front.
    Efficient(usize),
    /// All; equal ones as one.
    Everything,
}

impl Keep {
    /// Drops what need not be kept.
    pub(crate) fn of(self, points: Points, meter: &mut Meter<'_, '_>) -> Result<Points, Stopped> {
        match self {
            Self::Efficient(n_principals) => efficient(points, n_principals, meter),
            Self::Everything => {
                meter.take_len(points.len())?;
                Ok(points.merged())
            }
        }
    }
}

/// What a fold may hold at once.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Room {
    /// Combinations of one elimination.
    pub(crate) rows: usize,
    /// Points of one elimination, before any is dropped.
    pub(crate) points: usize,
}

impl Room {
    /// What a question allows.
    pub(crate) fn of(effort: Effort) -> Self {
        Self { rows: effort.max_points, points: effort.max_points.saturating_mul(10) }
    }
}

/// A list per connected part; an empty list means that no package meets the hard conditions. Parts that can add only one
/// point are one list together.
///
/// # Cost
/// Per variable the combinations of its neighbours × the points they carry.
pub(crate) fn fold(network: &Network, keep: Keep, room: Room, meter: &mut Meter<'_, '_>) -> Result<Vec<Points>, Stopped> {
    let mut constant = Points::new(network.width, network.words);
    constant.push(&network.base, 1, &vec![0; network.words]);
    let mut lists = Vec::new();
    let orders = order::orders(network);
    for (order, factors) in orders.iter().zip(shared_out(network, &orders)) {
        let list = fold_part(order, factors, keep, room, meter)?;
        if list.len() == 1 {
            constant = sums(&constant, &list);
        } else {
            lists.push(list);
        }
    }
    lists.push(constant);
    Ok(lists)
}

/// The factors of each part.
fn shared_out<'n>(network: &'n Network, orders: &[Vec<usize>]) -> Vec<Vec<&'n Factor>> {
    let mut part_of = vec![0; network.sizes.len()];
    for (part, order) in orders.iter().enumerate() {
        order.iter().for_each(|&var| part_of[var] = part);
    }
    let mut parts = vec![Vec::new(); orders.len()];
    for factor in &network.factors {
        if let Some(&var) = factor.scope.first() {
            parts[part_of[var]].push(factor);
        }
    }
    parts
}

fn fold_part(
    order: &[usize],
    factors: Vec<&Factor>,
    keep: Keep,
    room: Room,
    meter: &mut Meter<'_, '_>,
) -> Result<Points, Stopped> {
    if let ([_], [only]) = (order, &factors[..]) {
        return keep.of(only.points.clone(), meter);
    }
    let mut factors: Vec<Factor> = factors.into_iter().cloned().collect();
    for &var in order {
        let (bucket, rest): (Vec<Factor>, Vec<Factor>) =
            factors.into_iter().partition(|factor| factor.scope.contains(&var));
        factors = rest;
        factors.push(eliminate(bucket, var, keep, room, meter)?);
    }
    let mut parts = factors.into_iter().map(|factor| factor.points);
    let first = parts.next().unwrap_or_default();
    Ok(parts.fold(first, |all, part| sums(&all, &part)))
}

/// What is left of a variable: per combination of its neighbours the points it can add.
fn eliminate(
    mut bucket: Vec<Factor>,
    var: usize,
    keep: Keep,
    room: Room,
    meter: &mut Meter<'_, '_>,
) -> Result<Factor, Stopped> {
    bucket.sort_by_key(|factor| (factor.scope.len(), factor.len()));
    let joined = Joined::of(&bucket, room.rows, var)?;
    meter.take_len(joined.len())?;
    let mut places: Vec<usize> = (0..joined.scope.len()).filter(|&place| joined.scope[place] != var).collect();
    places.sort_by_key(|&place| joined.scope[place]);
    let key_of = |at: usize| -> Vec<u32> { places.iter().map(|&place| joined.key(at)[place]).collect() };
    let mut order: Vec<(Vec<u32>, usize)> = (0..joined.len()).map(|at| (key_of(at), at)).collect();
    order.sort_unstable();
    let (width, words) = bucket.first().map_or((0, 0), |factor| (factor.points.width(), factor.points.words()));
    let mut left = Factor::new(places.iter().map(|&place| joined.scope[place]).collect(), width, words);
    for group in order.chunk_by(|a, b| a.0 == b.0) {
        let mut points = Points::new(width, words);
        for (_, at) in group {
            add_sums(&bucket, joined.rows(*at), &mut points);
            if room.points < left.points.len() + points.len() {
                return Err(Stopped::TooWide { issue: var, size: left.points.len() + points.len() });
            }
        }
        left.push_list(&group[0].0, &keep.of(points, meter)?);
    }
    Ok(left)
}

/// Adds to `into` all sums of one point per factor.
fn add_sums(factors: &[Factor], rows: &[usize], into: &mut Points) {
    let list = |(factor, &row): (&Factor, &usize)| factor.points.chosen(&factor.list(row).collect::<Vec<_>>());
    let lists = factors.iter().zip(rows).map(list);
    if let Some(all) = lists.reduce(|a, b| sums(&a, &b)) {
        into.append(&all);
    }
}

/// All sums of one point of each list.
pub(crate) fn sums(a: &Points, b: &Points) -> Points {
    let mut sums = Points::like(a);
    for at in 0..a.len() {
        (0..b.len()).for_each(|bt| sums.push_sum(a, at, b, bt));
    }
    sums
}
