//! Folding: each connected part of a network becomes one short list of points.
//!
//! Variables are eliminated one after another; what is left of a variable is, for every combination of its neighbours, the list
//! of points it can add. Within such a combination all further conditions are the same, so a dominated point may be dropped
//! (DEFINITIONS 8).

mod clip;
mod join;
mod order;
mod tree;

use crate::budget::Meter;
use crate::error::Stopped;
use crate::network::{Factor, Network};
use crate::pareto::{efficient, efficient_of};
use crate::points::Points;
use clip::Clips;
use detente_model::Effort;
pub(crate) use order::{is_wide, orders, tightest};
pub(crate) use tree::Tree;

/// Which points a fold keeps: those no other point beats, with this many principals in front.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Keep(pub(crate) usize);

impl Keep {
    /// Drops what need not be kept.
    pub(crate) fn of(self, points: Points, meter: &mut Meter<'_, '_>) -> Result<Points, Stopped> {
        efficient(points, self.0, meter)
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

/// A network in parts that add up: lists of points, and trees whose points are too many to list.
#[derive(Clone, Debug)]
pub(crate) struct Parts {
    /// The lists; an empty one means that no package meets the hard conditions.
    pub(crate) lists: Vec<Points>,
    /// The trees; none where `room` holds all lists.
    pub(crate) trees: Vec<Tree>,
}

/// Folds the connected parts of a network; those that can add only one point are one list together. A part with more points
/// than `room` holds stays a tree.
///
/// # Cost
/// Per variable the combinations of its neighbours × the points they carry.
pub(crate) fn fold(network: &Network, keep: Keep, room: Room, meter: &mut Meter<'_, '_>) -> Result<Parts, Stopped> {
    let mut constant = Points::new(network.width, network.words);
    constant.push(&network.base, 1, &vec![0; network.words]);
    let (mut lists, mut trees, mut parts) = (Vec::new(), Vec::new(), Vec::new());
    let orders = order::orders(network);
    for (order, factors) in orders.iter().zip(shared_out(network, &orders)) {
        if let ([_], [only]) = (&order[..], &factors[..]) {
            parts.push(Part::List(efficient_of(&only.points, keep.0, meter)?));
        } else {
            match Tree::new(order, factors, (network.width, network.words), room, meter)? {
                Some(tree) => parts.push(Part::Tree(tree)),
                None => lists.push(Points::new(network.width, network.words)),
            }
        }
    }
    let clips = Clips::new(network, &parts);
    for part in parts {
        let list = match part {
            Part::List(list) => list,
            Part::Tree(tree) => match tree.points(&clips.of(&tree), keep, room, meter) {
                Ok(list) => list,
                Err(Stopped::TooWide { .. }) => {
                    trees.push(tree);
                    continue;
                }
                Err(stopped) => return Err(stopped),
            },
        };
        if list.len() == 1 {
            constant = sums(&constant, &list);
        } else {
            lists.push(list);
        }
    }
    lists.push(constant);
    Ok(Parts { lists, trees })
}

/// A connected part of a network.
enum Part {
    List(Points),
    Tree(Tree),
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

/// All sums of one point of each list.
pub(crate) fn sums(a: &Points, b: &Points) -> Points {
    let mut sums = Points::like(a);
    for at in 0..a.len() {
        (0..b.len()).for_each(|bt| sums.push_sum(a, at, b, bt));
    }
    sums
}
