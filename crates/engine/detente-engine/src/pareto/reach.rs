//! What the lists still to come can add, and which points can still reach every line.

use crate::ground::Coordinate;
use crate::points::Points;

/// The most directions looked along.
const DIRECTIONS: usize = 64;

/// Of two parties, points of all lists up to which no direction is worth its cost.
const FEW: usize = 64;

/// What some lists together can add.
#[derive(Clone, Debug)]
pub(super) struct Rest {
    most: Vec<i64>,
    least: Vec<i64>,
    /// Per direction the most along it.
    along: Vec<i64>,
}

/// The lines of a branch and directions between them.
#[derive(Clone, Debug)]
pub(super) struct Lines {
    per_coordinate: Vec<Option<i64>>,
    n_principals: usize,
    directions: Vec<Direction>,
}

/// Weights of the coordinates with a line, and what the weighted lines add up to.
#[derive(Clone, Debug)]
struct Direction {
    weights: Vec<i64>,
    line: i64,
}

/// What a point must reach at some step.
#[derive(Clone, Debug)]
pub(super) struct Needs {
    /// Per coordinate, the least from which its line can be reached.
    pub(super) floor: Vec<i64>,
    /// Per coordinate that is no principal's, what is enough whatever comes; more counts as this.
    pub(super) enough: Vec<i64>,
}

impl Lines {
    /// The lines of a branch whose lists are these.
    pub(super) fn new(coordinates: &[Coordinate], n_principals: usize, lists: &[&Points]) -> Self {
        let lines: Vec<Option<i64>> = coordinates.iter().map(|of| of.line).collect();
        let ranges: Vec<i128> = (0..lines.len()).map(|at| lists.iter().map(|list| range(list, at)).sum()).collect();
        let bounds: Vec<i128> = (0..lines.len()).map(|at| lists.iter().map(|list| bound(list, at)).sum()).collect();
        let few = lines.len() == 2 && lists.iter().map(|list| list.len()).sum::<usize>() <= FEW;
        let mixtures = if few { Vec::new() } else { mixtures(&lines) };
        let mut directions: Vec<Direction> =
            mixtures.iter().filter_map(|mixture| direction(mixture, &lines, &ranges, &bounds)).collect();
        directions.retain(|direction| 1 < direction.weights.iter().filter(|weight| **weight != 0).count());
        Self { per_coordinate: lines, n_principals, directions }
    }

    /// What a list can add.
    pub(super) fn adds(&self, list: &Points) -> Rest {
        let along = |direction: &Direction| list.rows().map(|row| direction.of(row)).max().unwrap_or(0);
        Rest {
            most: list.most().unwrap_or_else(|| vec![0; self.per_coordinate.len()]),
            least: list.least().unwrap_or_else(|| vec![0; self.per_coordinate.len()]),
            along: self.directions.iter().map(along).collect(),
        }
    }

    /// What no list can add.
    pub(super) fn nothing(&self) -> Rest {
        let width = self.per_coordinate.len();
        Rest { most: vec![0; width], least: vec![0; width], along: vec![0; self.directions.len()] }
    }

    /// What the lists from each position on can add; one entry more than lists.
    pub(super) fn rests(&self, lists: &[&Points]) -> Vec<Rest> {
        let mut rests = vec![self.nothing()];
        for list in lists.iter().rev() {
            rests.push(rests[rests.len() - 1].and(&self.adds(list)));
        }
        rests.reverse();
        rests
    }

    /// What a point needs if so much can still come.
    pub(super) fn needs(&self, rest: &Rest) -> Needs {
        let floor = self
            .per_coordinate
            .iter()
            .zip(&rest.most)
            .map(|(line, most)| line.map_or(i64::MIN, |line| line.saturating_sub(*most)));
        let enough = self.per_coordinate.iter().zip(&rest.least).enumerate().map(|(at, (line, least))| {
            line.filter(|_| self.n_principals <= at).map_or(i64::MAX, |line| line.saturating_sub(*least))
        });
        Needs { floor: floor.collect(), enough: enough.collect() }
    }

    /// Whether a point may reach all lines together, judged along every direction.
    pub(super) fn may_reach(&self, units: &[i64], rest: &Rest) -> bool {
        let mut along = self.directions.iter().zip(&rest.along);
        along.all(|(direction, most)| direction.line <= direction.of(units).saturating_add(*most))
    }

    /// Whether there is any direction to judge along.
    pub(super) fn has_directions(&self) -> bool {
        !self.directions.is_empty()
    }
}

impl Rest {
    /// What both together can add.
    pub(super) fn and(&self, other: &Self) -> Self {
        self.with(other, i64::saturating_add)
    }

    /// What is left without some of it.
    pub(super) fn without(&self, other: &Self) -> Self {
        self.with(other, i64::saturating_sub)
    }

    fn with(&self, other: &Self, op: fn(i64, i64) -> i64) -> Self {
        let each = |a: &[i64], b: &[i64]| a.iter().zip(b).map(|(&a, &b)| op(a, b)).collect();
        Self {
            most: each(&self.most, &other.most),
            least: each(&self.least, &other.least),
            along: each(&self.along, &other.along),
        }
    }
}

impl Needs {
    /// The same without cutting anything off: of two sums still to be added up, only one may be cut.
    pub(super) fn uncut(mut self) -> Self {
        self.enough.fill(i64::MAX);
        self
    }

    /// Adds two points; whether the sum has what it needs.
    pub(super) fn sum(&self, a: &[i64], b: &[i64], into: &mut [i64]) -> bool {
        let mut reaches = true;
        for (at, sum) in into.iter_mut().enumerate() {
            *sum = (a[at] + b[at]).min(self.enough[at]);
            reaches &= self.floor[at] <= *sum;
        }
        reaches
    }
}

impl Direction {
    fn of(&self, units: &[i64]) -> i64 {
        self.weights.iter().zip(units).map(|(weight, units)| weight * units).sum()
    }
}

fn range(list: &Points, at: usize) -> i128 {
    let of = |row: &[i64]| i128::from(row[at]);
    list.rows().map(of).max().unwrap_or(0) - list.rows().map(of).min().unwrap_or(0)
}

fn bound(list: &Points, at: usize) -> i128 {
    list.rows().map(|row| i128::from(row[at]).abs()).max().unwrap_or(0)
}

/// Weights in proportion to a mixture on scales made equal; `None` where they could leave the range of integers.
fn direction(mixture: &[u32], lines: &[Option<i64>], ranges: &[i128], bounds: &[i128]) -> Option<Direction> {
    let widest = ranges.iter().copied().max()?.max(1);
    let weight = |(at, &share): (usize, &u32)| i128::from(share) * (64 * widest / ranges[at].max(1)).max(1);
    let weights: Vec<i128> = mixture.iter().enumerate().map(weight).collect();
    let line: i128 = weights.iter().zip(lines).map(|(weight, line)| weight * i128::from(line.unwrap_or(0))).sum();
    let most = |(line, bound): (&Option<i64>, &i128)| 2 * bound + i128::from(line.unwrap_or(0)).abs();
    let most = lines.iter().zip(bounds).map(most);
    let reach =
        weights.iter().zip(most).map(|(weight, most)| weight.saturating_mul(most)).fold(0, i128::saturating_add);
    if i128::from(i64::MAX / 4) < reach {
        return None;
    }
    let weights = weights.into_iter().map(i64::try_from).collect::<Result<_, _>>().ok()?;
    Some(Direction { weights, line: i64::try_from(line).ok()? })
}

/// Ways to share a few parts among the coordinates with a line, as finely as their number allows.
fn mixtures(lines: &[Option<i64>]) -> Vec<Vec<u32>> {
    let open: Vec<usize> = (0..lines.len()).filter(|&at| lines[at].is_some()).collect();
    let mut best = Vec::new();
    if open.len() < 2 {
        return best;
    }
    for parts in [2, 3, 4, 6, 8, 12, 16] {
        let next = shared(parts, open.len());
        if DIRECTIONS < next.len() && !best.is_empty() {
            break;
        }
        best = next;
    }
    let spread = |shares: &Vec<u32>| {
        let mut all = vec![0; lines.len()];
        open.iter().zip(shares).for_each(|(&at, &share)| all[at] = share);
        all
    };
    best.iter().map(spread).collect()
}

/// All ways to share `parts` among `n`.
fn shared(parts: u32, n: usize) -> Vec<Vec<u32>> {
    if n <= 1 {
        return vec![vec![parts; n]];
    }
    let with = |first: u32| shared(parts - first, n - 1).into_iter().map(move |rest| [vec![first], rest].concat());
    (0..=parts).flat_map(with).collect()
}
