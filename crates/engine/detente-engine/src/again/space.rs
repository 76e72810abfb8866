//! One branch under one set of numbers.

use super::direction::{Barred, Direction, Found, Plain};
use super::figures::Figures;
use super::shape::{BARRED, Shape};
use super::walk::{End, Walk};
use super::weights::{Weights, float};
use detente_model::Package;
use std::ops::Range;

/// Steps towards weights that close a branch, and how many cells of what they leave may then be walked through: a step costs as
/// much as a walk through the cells of the branch, so first walks are short.
const TURNS: [(usize, u64); 4] = [(1, 100), (2, 400), (4, 4_000), (60, 1_000_000)];

/// The most weights that are kept to be tried on further questions under the same numbers.
const TRIED: usize = 64;

/// Steps towards weights that other numbers may begin with.
const APPROACH: usize = 60;

/// A floor per direction; `None` where a direction does not count.
pub(super) type Floors = Vec<Option<i64>>;

/// A branch with its numbers.
#[derive(Clone, Debug)]
pub(super) struct Space<'s> {
    pub(super) shape: &'s Shape,
    /// The linkages of each party of the shape, among all.
    own: Vec<Range<usize>>,
    /// Per party of the shape, its numbers as they are.
    plain: Vec<Plain>,
    /// The same with the limits in force, run; what is held is not left out, so that they bound it.
    single: Vec<Direction>,
    /// Whether they know the most with every slot.
    knows_slots: bool,
    /// Several parties' numbers weighed together.
    joint: Direction,
    barred: Barred,
    /// Per party of the shape, its line where it counts.
    pub(super) lines: Floors,
    /// Per party of the shape, the most it can get in the branch, lines and what is held aside.
    pub(super) most: Vec<i64>,
    /// Bounds of every number along a direction.
    sizes: Vec<i64>,
    /// Whether every line by itself can be reached.
    pub(super) is_open: bool,
    weights: Weights,
    /// The weights as integers.
    integers: Vec<i64>,
    /// The weights so far under which the branch shows the least beyond what is needed.
    best: Vec<i64>,
    /// Whether the joint numbers are those along the best weights.
    is_along_best: bool,
    /// The best weights relative to the scales.
    closest: Vec<f64>,
    /// Weights tried under these numbers, one set after another, and the most any package of the branch has along each.
    tried: Vec<i64>,
    tried_most: Vec<i64>,
    above: Vec<i64>,
    gains: Vec<f64>,
    slopes: Vec<f64>,
    scratch: Scratch,
}

#[derive(Clone, Debug, Default)]
struct Scratch {
    slack: Vec<i64>,
    bases: Vec<i64>,
    kept: Vec<i64>,
    found: Found,
}

/// What is looked for in a branch.
pub(super) trait Goal {
    /// What packages that count have at least, weighed together: Σ weight·(units − floor).
    fn needed(&self, _weights: &[i64]) -> i64 {
        0
    }

    /// The same with the weights still on their way, in units of their scales; and how it grows with each relative weight.
    fn aimed(&self, _weights: &Weights, slopes: &mut [f64]) -> f64 {
        slopes.fill(0.0);
        0.0
    }

    /// The relative weight a direction starts with.
    fn start(&self, _direction: usize) -> f64 {
        1.0
    }

    /// The floor of a direction by now, given the one it started with.
    fn floor(&self, _direction: usize, floor: i64) -> i64 {
        floor
    }

    /// Takes note of a package that reaches the floors, with what its directions are above them.
    fn offer(&mut self, met: &Met<'_>, above: &[i64], floors: &Floors) -> Offered;
}

/// What a goal makes of a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Offered {
    /// Nothing.
    Nothing,
    /// More is needed from now on, or floors are higher.
    More,
    /// It is enough.
    Enough,
}

/// A package met on the way.
pub(super) struct Met<'a> {
    shape: &'a Shape,
    found: &'a Found,
}

impl Met<'_> {
    /// The package, in the model's choices.
    pub(super) fn package(&self) -> Package {
        let choice =
            |(issue, slots): (usize, &Range<usize>)| self.shape.choice[slots.start + self.found.assigned[issue]];
        self.shape.slots.iter().enumerate().map(choice).collect()
    }
}

/// How a search of a branch ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Searched {
    /// All that counts was offered.
    Whole,
    /// The goal had enough.
    Enough,
    /// Neither within the steps allowed.
    Tired,
}

impl<'s> Space<'s> {
    pub(super) fn new(shape: &'s Shape, of_party: &[Range<usize>]) -> Self {
        let width = shape.parties.len();
        Self {
            own: shape.parties.iter().map(|&party| of_party[party].clone()).collect(),
            plain: vec![Plain::new(shape); width],
            single: vec![Direction::new(shape); width],
            knows_slots: false,
            joint: Direction::new(shape),
            barred: Barred {
                bundles: vec![false; shape.bundles.len()],
                undrafted: Vec::new(),
                all: false,
                slots: None,
            },
            lines: vec![None; width],
            most: vec![0; width],
            sizes: vec![0; width],
            is_open: false,
            weights: Weights::default(),
            integers: Vec::new(),
            best: Vec::new(),
            is_along_best: false,
            closest: Vec::new(),
            tried: Vec::new(),
            tried_most: Vec::new(),
            above: Vec::new(),
            gains: Vec::new(),
            slopes: Vec::new(),
            scratch: Scratch::default(),
            shape,
        }
    }

    /// Keeps to a draft, per issue; of issues it does not name all choices are left. Numbers are to be loaded after it.
    pub(super) fn keep_to(&mut self, draft: &[Option<usize>]) {
        let Barred { undrafted, all, .. } = &mut self.barred;
        undrafted.clear();
        *all = false;
        for (slots, held) in self.shape.slots.iter().zip(draft) {
            let Some(held) = held else { continue };
            undrafted.resize(self.shape.choice.len(), false);
            slots.clone().for_each(|slot| undrafted[slot] = self.shape.choice[slot] != *held);
            *all |= slots.clone().all(|slot| undrafted[slot]);
        }
    }

    /// Takes numbers; `sizes` bounds each party's.
    pub(super) fn load(&mut self, figures: &Figures, per_party: usize, sizes: &[i64]) {
        for (at, &party) in self.shape.parties.iter().enumerate() {
            let values = &figures.values[party * per_party..(party + 1) * per_party];
            self.plain[at].load(self.shape, values, &figures.linkages, &self.own[at]);
            self.lines[at] = self.shape.has_line[at].then(|| figures.lines[party]);
            self.sizes[at] = sizes[party];
        }
        for (barred, bundle) in self.barred.bundles.iter_mut().zip(&self.shape.bundles) {
            *barred = bundle.limits.iter().any(|&limit| figures.limits[limit]);
        }
        self.barred.slots = None;
        self.is_open = !self.barred.all && !self.shape.base.limits.iter().any(|&limit| figures.limits[limit]);
        if self.is_open {
            self.run_single();
        }
    }

    /// No package's units of a party of the shape are larger, either way.
    pub(super) fn size(&self, at: usize) -> i64 {
        self.sizes[at]
    }

    /// Holds an issue at a choice; whether the branch has that choice, and every line by itself can be reached with it.
    ///
    /// # Cost
    /// The first time under these numbers, as much as three runs along every direction; then nothing.
    pub(super) fn hold(&mut self, issue: usize, choice: usize) -> bool {
        let slots = self.shape.slots[issue].clone();
        let Some(only) = slots.clone().find(|&slot| self.shape.choice[slot] == choice) else { return false };
        if !self.knows_slots {
            self.single.iter_mut().for_each(|direction| direction.spread(self.shape));
            self.knows_slots = true;
        }
        self.barred.slots = Some((slots, only));
        let reaches = |(direction, line): (&Direction, &Option<i64>)| {
            let most = direction.most_with(only);
            BARRED < most && line.is_none_or(|line| line <= most)
        };
        self.single.iter().zip(&self.lines).all(reaches)
    }

    /// Lets go of what is held.
    pub(super) fn release(&mut self) {
        self.barred.slots = None;
    }

    fn run_single(&mut self) {
        self.is_open = true;
        self.knows_slots = false;
        self.tried.clear();
        self.tried_most.clear();
        for at in 0..self.plain.len() {
            self.single[at].weigh(&self.plain[at..=at], &[1], &self.barred);
            self.most[at] = self.single[at].run(self.shape);
            self.is_open &= BARRED < self.most[at] && self.lines[at].is_none_or(|line| line <= self.most[at]);
        }
    }

    /// Looks for packages that reach the floors and what the goal needs beyond.
    ///
    /// # Cost
    /// A few times the cells of the branch, then a walk through the packages that the weights found do not exclude.
    pub(super) fn search(&mut self, floors: &mut Floors, scales: &[f64], goal: &mut impl Goal) -> Searched {
        self.search_from(&[], floors, scales, goal)
    }

    /// As [`Space::search`], with relative weights to begin with; none where there are none.
    pub(super) fn search_from(
        &mut self,
        first: &[f64],
        floors: &mut Floors,
        scales: &[f64],
        goal: &mut impl Goal,
    ) -> Searched {
        if self.is_closed_by_tried(floors, goal) {
            return Searched::Whole;
        }
        self.start(first, floors, scales, goal);
        for (steps, cells) in TURNS {
            for _ in 0..steps {
                if self.misses(floors) {
                    return Searched::Whole;
                }
                match self.weigh(floors, goal) {
                    Weighed::Closed => return Searched::Whole,
                    Weighed::Open(Offered::Enough) => return Searched::Enough,
                    Weighed::Open(Offered::More) => raise(floors, goal),
                    Weighed::Open(Offered::Nothing) => {}
                }
            }
            match self.walk(floors, goal, cells) {
                End::Whole => return Searched::Whole,
                End::Enough => return Searched::Enough,
                End::Tired => {}
            }
        }
        Searched::Tired
    }

    /// Relative weights that come close to closing the branch.
    ///
    /// # Cost
    /// A few dozen times the cells of the branch.
    pub(super) fn approach(&mut self, floors: &mut Floors, scales: &[f64], goal: &mut impl Goal) -> Vec<f64> {
        self.start(&[], floors, scales, goal);
        for _ in 0..APPROACH {
            if let Weighed::Closed = self.weigh(floors, goal) {
                return self.weights.relatives().to_vec();
            }
        }
        self.closest.clone()
    }

    fn start(&mut self, first: &[f64], floors: &Floors, scales: &[f64], goal: &impl Goal) {
        let scale = (0..floors.len()).map(|at| if floors[at].is_some() { scales[at].max(1.0) } else { 0.0 });
        self.weights.start(scale, |at| first.get(at).copied().unwrap_or_else(|| goal.start(at)));
    }

    /// Whether weights tried for another question close the branch for this one: what they bound is the branch.
    fn is_closed_by_tried(&self, floors: &Floors, goal: &impl Goal) -> bool {
        let mut tried = self.tried.chunks_exact(floors.len().max(1)).zip(&self.tried_most);
        tried.any(|(weights, &most)| {
            // A weight on what has no floor here says nothing.
            let applies = floors.iter().zip(weights).all(|(floor, &weight)| floor.is_some() || weight == 0);
            most < BARRED || applies && most - weighed(floors, weights) < goal.needed(weights)
        })
    }

    /// Whether some floor by itself is out of reach.
    fn misses(&self, floors: &Floors) -> bool {
        floors.iter().zip(&self.most).any(|(floor, &most)| floor.is_some_and(|floor| most < floor))
    }

    /// Tries the present weights, and takes a step to others.
    fn weigh(&mut self, floors: &Floors, goal: &mut impl Goal) -> Weighed {
        self.weights.integers(&self.sizes, &mut self.integers);
        self.joint.weigh(&self.plain, &self.integers, &self.barred);
        let most = self.joint.run(self.shape);
        if self.barred.slots.is_none() && self.tried_most.len() < TRIED {
            self.tried.extend_from_slice(&self.integers);
            self.tried_most.push(most);
        }
        let needed = goal.needed(&self.integers);
        if most < BARRED || most - weighed(floors, &self.integers) < needed {
            return Weighed::Closed;
        }
        let found = &mut self.scratch.found;
        self.joint.first(self.shape, found);
        self.above.clear();
        let above =
            self.plain.iter().zip(floors).map(|(plain, floor)| plain.of(self.shape, found) - floor.unwrap_or(0));
        self.above.extend(above);
        self.gains.clear();
        self.gains.extend(self.above.iter().map(|&above| float(above)));
        self.slopes.resize(floors.len(), 0.0);
        let needed = goal.aimed(&self.weights, &mut self.slopes);
        self.is_along_best = self.weights.come_closer(self.weights.worth(&self.gains), needed);
        if self.is_along_best {
            self.best.clone_from(&self.integers);
            self.closest.clear();
            self.closest.extend(self.weights.relatives());
        }
        let reaches = self.above.iter().zip(floors).all(|(above, floor)| floor.is_none() || 0 <= *above);
        let met = Met { shape: self.shape, found };
        let offered = if reaches { goal.offer(&met, &self.above, floors) } else { Offered::Nothing };
        self.weights.step(&self.gains, needed, &self.slopes);
        Weighed::Open(offered)
    }

    fn walk(&mut self, floors: &mut Floors, goal: &mut impl Goal, cells: u64) -> End {
        let weights = &self.best;
        if !self.is_along_best {
            self.joint.weigh(&self.plain, weights, &self.barred);
            self.joint.run(self.shape);
            self.is_along_best = true;
        }
        let most = self.joint.most(self.shape);
        let needed = goal.needed(weights);
        let floors = floors.clone();
        let counting: Vec<usize> = (0..floors.len()).filter(|&at| floors[at].is_some()).collect();
        let mut may_lose = vec![most - weighed(&floors, weights) - needed];
        may_lose.extend(counting.iter().map(|&at| self.most[at] - floors[at].unwrap_or(0)));
        let directions: Vec<&Direction> =
            std::iter::once(&self.joint).chain(counting.iter().map(|&at| &self.single[at])).collect();
        let Scratch { slack, bases, kept, found } = &mut self.scratch;
        let mut walk = Walk { shape: self.shape, directions: &directions, steps: cells, slack, bases, kept, found };
        let (shape, plain, above) = (self.shape, &self.plain, &mut self.above);
        let place = |direction: usize| counting.iter().position(|&of| of == direction).map(|place| place + 1);
        walk.run(&may_lose, &mut |found: &Found, slack: &[i64], kept: &mut [i64]| {
            above.clear();
            above.extend(
                (0..floors.len()).map(|at| place(at).map_or_else(|| plain[at].of(shape, found), |of| slack[of])),
            );
            let offered = goal.offer(&Met { shape, found }, above, &floors);
            if offered == Offered::More {
                kept[0] = kept[0].max(goal.needed(weights) - needed);
                for (kept, &at) in kept[1..].iter_mut().zip(&counting) {
                    let floor = floors[at].unwrap_or(0);
                    *kept = (*kept).max(goal.floor(at, floor) - floor);
                }
            }
            offered == Offered::Enough
        })
    }
}

/// Raises floors as far as a goal by now wants.
pub(super) fn raise(floors: &mut Floors, goal: &impl Goal) {
    for (at, floor) in floors.iter_mut().enumerate() {
        *floor = floor.map(|floor| goal.floor(at, floor));
    }
}

/// The floors weighed together.
fn weighed(floors: &Floors, weights: &[i64]) -> i64 {
    floors.iter().zip(weights).map(|(floor, weight)| floor.unwrap_or(0) * weight).sum()
}

/// What weights showed.
enum Weighed {
    /// Nothing that counts is in the branch.
    Closed,
    /// Something may be; a package was met.
    Open(Offered),
}
