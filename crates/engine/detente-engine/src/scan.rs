//! One exact pass over the zone: how many packages, what each choice leaves, the first package, the frontier.

use crate::budget::Budget;
use crate::count::{self, Tally};
use crate::error::Stopped;
use crate::frontier;
use crate::plan::{Force, Order, Plan, Tracked};
use detente_base::Watch;
use detente_model::Ask;
use detente_model::{Model, Package};

/// How much of a [`Scan`] is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Want {
    /// The count, what remains, and the first package.
    Count,
    /// Those, the frontier over the principals, and what each party can attain.
    Frontier,
}

/// What one pass over the zone found. Always exact; equal for every number of threads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scan {
    /// The number of packages in the zone.
    pub count: u128,
    /// Per issue and choice, the number of packages in the zone that contain it. Where the draft holds an issue the other
    /// choices of that issue have 0 here; [`remaining`](crate::remaining) releases it.
    pub remaining: Vec<Vec<u128>>,
    /// The κ-least package of the zone.
    pub first: Option<Package>,
    /// The nondominated utility vectors over the principals, lexicographically descending; `None` if not wanted.
    pub frontier: Option<Vec<Attained>>,
    /// Per party, principal or not, what it can get within the zone; `None` if not wanted or the zone is empty.
    pub attainable: Option<Vec<Attainable>>,
}

/// A utility vector over the principals that some package of the zone attains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attained {
    /// The units of every party, principal or not, in the witness; over the principals it is the vector.
    pub utilities: Vec<i64>,
    /// The number of packages in the zone with exactly this vector over the principals.
    pub packages: u128,
    /// The κ-least of them.
    pub witness: Package,
}

/// What a party can get within the zone, in its own units; both ends are attained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attainable {
    /// The least.
    pub least: i64,
    /// The most.
    pub most: i64,
}

/// Goes over the whole zone once.
///
/// # Cost
/// Counting takes at worst a step per package, a nanosecond or so in the free part of the space, and far less where bottom
/// lines decide early. The frontier takes the connected issues one by one and folds the free ones, which costs the lengths of
/// the lists rather than the number of packages.
///
/// ```
/// use detente_engine::{Ask, Consent, Model, Party, Want, scan};
///
/// // One issue of three choices; what one party gets more of, the other gets less of.
/// let party = |values: [i64; 3], line| Party {
///     values: vec![values.to_vec()],
///     tables: Vec::new(), linkages: Vec::new(),
///     bottom_line: Some(line),
///     consent: Consent::Always,
/// };
/// let model = Model { issues: vec![3], parties: vec![party([0, 4, 9], 3), party([9, 6, 0], 1)], ..Model::default() };
/// let found = scan(&model, &Ask::all(&model), Want::Frontier, &detente_base::Silent)?;
/// assert_eq!((found.count, found.first), (1, Some(vec![1])));
/// assert_eq!(found.remaining, [[0, 1, 0]]);
/// # Ok::<(), detente_engine::Stopped>(())
/// ```
///
/// # Errors
/// [`Stopped::OutOfReach`] where that is more than the question allows; the verdict is the same for every number of threads.
pub fn scan(model: &Model, ask: &Ask, want: Want, watch: &dyn Watch) -> Result<Scan, Stopped> {
    let force = Force::of(model, ask);
    let tracked = match want {
        Want::Count => Tracked::Only(&[]),
        Want::Frontier => Tracked::All,
    };
    let Some(plan) = Plan::new(model, ask, &force, &tracked, Order::LinkedFirst)? else {
        return Ok(empty(model, want));
    };
    let space = plan.space.ok_or(Stopped::SpaceTooLarge)?;
    let budget = Budget::new(watch, ask.effort.max_steps, Some(space));
    let tally = count::count(&plan, want == Want::Frontier, &budget)?;
    let frontier = match want {
        Want::Count => None,
        Want::Frontier => Some(attained(model, ask, &force, &budget)?),
    };
    Ok(Scan {
        count: tally.count,
        remaining: per_choice(model, &plan, &tally),
        first: tally.first.map(|kappa| plan.package(kappa)),
        attainable: attainable(&tally).filter(|_| want == Want::Frontier),
        frontier,
    })
}

fn empty(model: &Model, want: Want) -> Scan {
    let remaining = model.issues.iter().map(|&size| vec![0; size]).collect();
    let frontier = (want == Want::Frontier).then(Vec::new);
    Scan { count: 0, remaining, first: None, frontier, attainable: None }
}

fn per_choice(model: &Model, plan: &Plan, tally: &Tally) -> Vec<Vec<u128>> {
    let mut remaining: Vec<Vec<u128>> = model.issues.iter().map(|&size| vec![0; size]).collect();
    for ((row, choices), numbers) in remaining.iter_mut().zip(&plan.choices).zip(&tally.with) {
        choices.iter().zip(numbers).for_each(|(&choice, &number)| row[choice] = number);
    }
    remaining
}

fn attainable(tally: &Tally) -> Option<Vec<Attainable>> {
    tally.first?;
    tally.extents.iter().map(|extent| extent.map(|(least, most)| Attainable { least, most })).collect()
}

/// The frontier by a plan of its own, which adds up only the principals and those who bind.
fn attained(model: &Model, ask: &Ask, force: &Force, budget: &Budget<'_>) -> Result<Vec<Attained>, Stopped> {
    let Some(plan) = Plan::new(model, ask, force, &Tracked::Only(&ask.principals), Order::LinkedFirst)? else {
        return Ok(Vec::new());
    };
    let points = frontier::frontier(&plan, &ask.principals, ask.effort.max_points, budget)?;
    let attained = |point: usize| {
        let witness = plan.package(points.kappa(point));
        Attained { utilities: utilities(model, &witness), packages: points.packages(point), witness }
    };
    Ok((0..points.len()).map(attained).collect())
}

/// Every party's units in a package; a validated model cannot exceed the range.
pub(crate) fn utilities(model: &Model, package: &[usize]) -> Vec<i64> {
    let units = |utility: i128| i64::try_from(utility).unwrap_or(i64::MAX);
    model.parties.iter().map(|party| units(party.utility(package))).collect()
}
