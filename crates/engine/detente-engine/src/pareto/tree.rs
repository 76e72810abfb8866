//! Covering a branch: lists are added up exactly as long as that stays short, and what comes of it is added up in pairs, thinned
//! after each addition; every point carries how far what it stands for may exceed it.

use super::reach::{Lines, Needs, Rest};
use super::slack::Slacked;
use super::sums::{efficient_sums, place};
use super::thinning::{by_bulk, to_few, within};
use crate::budget::Meter;
use crate::error::Stopped;
use crate::ground::Folded;
use crate::points::Points;

/// Up to so many coordinates sums are filtered before they are thinned; beyond, hardly one beats another.
const FILTERED: usize = 4;

/// How many times longer than usual a part may be where that keeps to the room.
pub(super) const LONGER: usize = 4;

/// How a branch is to be thinned.
#[derive(Clone, Debug)]
pub(super) struct Thinning {
    /// Per principal the slack that may have come together below the root; `None` takes what `most` asks for.
    pub(super) room: Option<Vec<i64>>,
    /// Points per part of the tree.
    pub(super) most: usize,
}

/// A part of the lists, added up.
struct Part {
    points: Slacked,
    adds: Rest,
}

struct Tree<'a> {
    lines: Lines,
    whole: Rest,
    n_principals: usize,
    thinning: &'a Thinning,
}

/// Upper ends over the coordinates of the branch, below one of which every package lies that reaches all lines.
pub(super) fn cover(folded: &Folded, thinning: &Thinning, meter: &mut Meter<'_, '_>) -> Result<Slacked, Stopped> {
    let mut lists = folded.lists.clone();
    lists.sort_by_key(Points::len);
    let lines = Lines::new(&folded.coordinates, folded.n_principals, &lists.iter().collect::<Vec<_>>());
    let whole = lists.iter().fold(lines.nothing(), |whole, list| whole.and(&lines.adds(list)));
    let tree = Tree { lines, whole, n_principals: folded.n_principals, thinning };
    let mut parts = tree.exact_parts(&lists, meter)?;
    let rounds = parts.len().next_power_of_two().trailing_zeros();
    for round in 1..=rounds {
        let mut next = Vec::new();
        let mut left = parts.into_iter();
        while let Some(first) = left.next() {
            next.push(match left.next() {
                Some(second) => tree.join(&first, &second, (round, rounds), meter)?,
                None => first,
            });
        }
        parts = next;
    }
    Ok(match parts.pop() {
        Some(part) => part.points,
        None => Slacked::exact(Points::origin(folded.coordinates.len(), 1)),
    })
}

impl Tree<'_> {
    /// Adds lists up one by one; begins anew where the sum would become long.
    fn exact_parts(&self, lists: &[Points], meter: &mut Meter<'_, '_>) -> Result<Vec<Part>, Stopped> {
        let mut parts = Vec::new();
        let mut current: Option<(Points, Rest)> = None;
        for list in lists {
            if let Some((points, before)) = current.take() {
                let next = self.with(&points, &before, list, meter)?;
                if next.0.len() <= self.thinning.most {
                    current = Some(next);
                    continue;
                }
                parts.push(Part { points: Slacked::exact(points), adds: before });
            }
            let origin = Points::origin(list.width(), list.words());
            current = Some(self.with(&origin, &self.lines.nothing(), list, meter)?);
        }
        parts.extend(current.map(|(points, adds)| Part { points: Slacked::exact(points), adds }));
        Ok(parts)
    }

    /// Adds a list to some lists' sum.
    fn with(
        &self,
        points: &Points,
        before: &Rest,
        list: &Points,
        meter: &mut Meter<'_, '_>,
    ) -> Result<(Points, Rest), Stopped> {
        let adds = before.and(&self.lines.adds(list));
        let needs = self.lines.needs(&self.whole.without(&adds)).uncut();
        let sums = efficient_sums(points, list, self.n_principals, &needs, meter)?;
        Ok((sums.points(points, list), adds))
    }

    /// Adds two parts up; thins the sum unless it is the whole.
    fn join(
        &self,
        a: &Part,
        b: &Part,
        (round, rounds): (u32, u32),
        meter: &mut Meter<'_, '_>,
    ) -> Result<Part, Stopped> {
        let adds = a.adds.and(&b.adds);
        let rest = self.whole.without(&adds);
        let needs = self.lines.needs(&rest).uncut();
        let (one, other) = (&a.points, &b.points);
        let sums = if one.points.width() <= FILTERED {
            let sums = efficient_sums(&one.points, &other.points, self.n_principals, &needs, meter)?;
            let pairs = sums.parents.iter().map(|&(at, bt)| (place(at), place(bt)));
            self.added(one, other, pairs, (&needs, &rest))
        } else {
            meter.take_len(one.len().saturating_mul(other.len()))?;
            let pairs = (0..one.len()).flat_map(|at| (0..other.len()).map(move |bt| (at, bt)));
            self.added(one, other, pairs, (&needs, &rest))
        };
        let points = if round == rounds { sums } else { self.thinned(&sums, (round, rounds), meter)? };
        Ok(Part { points, adds })
    }

    /// The sums of some pairs that may reach every line; of equal upper ends the first.
    fn added(
        &self,
        a: &Slacked,
        b: &Slacked,
        pairs: impl Iterator<Item = (usize, usize)>,
        (needs, rest): (&Needs, &Rest),
    ) -> Slacked {
        let mut sums = Slacked::like(&a.points);
        let mut upper = vec![0; a.points.width()];
        for (at, bt) in pairs {
            let reaches = needs.sum(a.points.units(at), b.points.units(bt), &mut upper);
            let is_last = sums.len().checked_sub(1).is_some_and(|last| sums.points.units(last) == upper);
            if !reaches || is_last || !self.lines.may_reach(&upper, rest) {
                continue;
            }
            let slack = a.slack(at).iter().zip(b.slack(bt)).map(|(a, b)| a + b);
            let attained: Vec<i64> = upper.iter().zip(slack).map(|(upper, slack)| upper - slack).collect();
            let kappa: Vec<u64> = a.points.kappa(at).iter().zip(b.points.kappa(bt)).map(|(a, b)| a | b).collect();
            sums.push(&upper, &attained, &kappa);
        }
        sums
    }

    fn thinned(
        &self,
        sums: &Slacked,
        (round, rounds): (u32, u32),
        meter: &mut Meter<'_, '_>,
    ) -> Result<Slacked, Stopped> {
        let most = self.thinning.most;
        if sums.len() <= most {
            return Ok(sums.clone());
        }
        if let Some(room) = &self.thinning.room {
            // The root has 2ⁿ parts of n rounds below it; each takes its share of what rounds up to its own may take.
            let share = |room: &i64| (room / i64::from(rounds) * i64::from(round)) >> (rounds - round).min(62);
            let room: Vec<i64> = room.iter().map(share).collect();
            let order = by_bulk(sums, self.n_principals);
            let few = within(sums, &order, &room, self.n_principals, most.saturating_mul(LONGER), meter)?;
            if let Some(few) = few {
                return Ok(few);
            }
        }
        to_few(sums, self.n_principals, most, meter)?.ok_or(Stopped::TooManyPoints { max_points: most })
    }
}
