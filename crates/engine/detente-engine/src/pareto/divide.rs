//! Divide and conquer for four coordinates and more.
//!
//! Codes are sorted, so whatever comes earlier is at least as good on the first coordinate. The earlier half is solved, what it
//! leaves beats what it can of the later half on the other coordinates, and then the later half is solved. All lists stay in
//! the order of the third coordinate from the end, along which the last three are swept with a staircase.
//!
//! # Source
//! `KungLuccioPreparata1975`.

use super::codes::{Code, index};
use super::radix::{self, keyed, owner};
use super::stairs::Stairs;
use crate::budget::Meter;
use crate::error::Stopped;

/// So few codes are compared one by one.
const FEW: usize = 48;

/// Pairs of codes that are compared rather than divided further.
const FEW_PAIRS: usize = 2048;

/// A code and its place among all.
type Item<const W: usize> = (Code<W>, u32);

/// One run of the method over distinct codes sorted ascending.
pub(super) struct Divide<'a, const W: usize> {
    codes: &'a [Code<W>],
    n_principals: usize,
    is_beaten: Vec<bool>,
    stairs: Stairs<i32>,
}

impl<'a, const W: usize> Divide<'a, W> {
    /// Which codes are beaten by none that is as good everywhere and differs on a principal coordinate, ascending.
    ///
    /// # Cost
    /// n logᵂ⁻² n at worst.
    pub(super) fn unbeaten(
        codes: &'a [Code<W>],
        n_principals: usize,
        meter: &mut Meter<'_, '_>,
    ) -> Result<Vec<u32>, Stopped> {
        let mut divide = Self { codes, n_principals, is_beaten: vec![false; codes.len()], stairs: Stairs::new() };
        let order = radix::sort((0..).zip(codes).map(|(place, code)| keyed(code[W - 3], place)).collect());
        let items = order.into_iter().map(owner).map(|place| (codes[index(place)], place)).collect();
        divide.solve(items, 0, codes.len(), meter)?;
        Ok((0..).zip(&divide.is_beaten).filter(|(_, beaten)| !**beaten).map(|(place, _)| place).collect())
    }

    fn same_principals(&self, a: &Code<W>, b: &Code<W>) -> bool {
        a[..self.n_principals] == b[..self.n_principals]
    }

    /// Marks the beaten among items whose places lie in a range; returns the others.
    fn solve(
        &mut self,
        mut items: Vec<Item<W>>,
        start: usize,
        end: usize,
        meter: &mut Meter<'_, '_>,
    ) -> Result<Vec<Item<W>>, Stopped> {
        meter.take_len(items.len())?;
        if items.len() <= FEW {
            self.compare_all(&mut items);
            return Ok(items);
        }
        let Some(middle) = self.middle(start, end) else { return Ok(items) };
        let (earlier, mut later): (Vec<_>, Vec<_>) = items.into_iter().partition(|item| index(item.1) < middle);
        let mut earlier = self.solve(earlier, start, middle, meter)?;
        self.mark(&earlier, &later, 1, meter)?;
        self.drop_beaten(&mut later);
        let later = self.solve(later, middle, end, meter)?;
        if start == 0 && end == self.codes.len() {
            return Ok(Vec::new());
        }
        earlier = merged(&earlier, &later);
        Ok(earlier)
    }

    /// The place nearest the middle of a range where the principal coordinates change.
    fn middle(&self, start: usize, end: usize) -> Option<usize> {
        let half = start.midpoint(end);
        let changes = |&at: &usize| !self.same_principals(&self.codes[at - 1], &self.codes[at]);
        let (before, after) = ((start + 1..=half).rev().find(changes), (half + 1..end).find(changes));
        before.into_iter().chain(after).min_by_key(|at| at.abs_diff(half))
    }

    fn drop_beaten(&self, items: &mut Vec<Item<W>>) {
        items.retain(|item| !self.is_beaten[index(item.1)]);
    }

    fn compare_all(&mut self, items: &mut Vec<Item<W>>) {
        items.sort_unstable_by_key(|item| item.1);
        let mut kept = 0;
        for at in 0..items.len() {
            let item = items[at];
            let beats = |by: &Item<W>| covers(&by.0, &item.0, 1) && !self.same_principals(&by.0, &item.0);
            let beaten = items[..kept].iter().any(beats);
            self.is_beaten[index(item.1)] |= beaten;
            items[kept] = item;
            kept += usize::from(!beaten);
        }
        items.truncate(kept);
        items.sort_unstable_by_key(|item| (item.0[W - 3], item.1));
    }

    /// Marks what is covered on the coordinates from `from` on.
    fn mark(
        &mut self,
        left: &[Item<W>],
        right: &[Item<W>],
        from: usize,
        meter: &mut Meter<'_, '_>,
    ) -> Result<(), Stopped> {
        meter.take_len(left.len() + right.len())?;
        if left.len().saturating_mul(right.len()) <= FEW_PAIRS {
            self.mark_each(left, right, from);
            return Ok(());
        }
        if from + 3 == W {
            self.sweep(left, right);
            return Ok(());
        }
        self.mark_divided(left, right, from, meter)
    }

    fn mark_each(&mut self, left: &[Item<W>], right: &[Item<W>], from: usize) {
        for (code, place) in right {
            let covered = left.iter().any(|(by, _)| covers(by, code, from));
            self.is_beaten[index(*place)] |= covered;
        }
    }

    /// The last three coordinates: ascending by the first of them, a staircase over the other two.
    fn sweep(&mut self, left: &[Item<W>], right: &[Item<W>]) {
        self.stairs.clear();
        let mut next = left.iter().peekable();
        for (code, place) in right {
            while let Some((by, _)) = next.next_if(|(by, _)| by[W - 3] <= code[W - 3]) {
                self.stairs.add(by[W - 2], by[W - 1]);
            }
            if self.stairs.covers(code[W - 2], code[W - 1]) {
                self.is_beaten[index(*place)] = true;
            }
        }
    }

    /// Splits at a value of one coordinate; the better part of the left needs no comparison on it with the worse of the right.
    fn mark_divided(
        &mut self,
        left: &[Item<W>],
        right: &[Item<W>],
        from: usize,
        meter: &mut Meter<'_, '_>,
    ) -> Result<(), Stopped> {
        let (low, high) = (corner(left, i32::min), corner(right, i32::max));
        let mut right: Vec<Item<W>> = right.to_vec();
        right.retain(|(code, place)| covers(&low, code, from) && !self.is_beaten[index(*place)]);
        let left: Vec<Item<W>> = left.iter().filter(|(code, _)| covers(code, &high, from)).copied().collect();
        if left.is_empty() || right.is_empty() {
            return Ok(());
        }
        let Some(middle) = middle_value(&left, &right, from) else { return self.mark(&left, &right, from + 1, meter) };
        let split =
            |items: Vec<Item<W>>| -> (Vec<_>, Vec<_>) { items.into_iter().partition(|item| item.0[from] <= middle) };
        let ((left_low, left_high), (right_low, right_high)) = (split(left), split(right));
        self.mark(&left_low, &right_low, from, meter)?;
        self.mark(&left_low, &right_high, from + 1, meter)?;
        self.mark(&left_high, &right_high, from, meter)
    }
}

/// A value of a coordinate with items on both sides; `None` if all have the same.
fn middle_value<const W: usize>(left: &[Item<W>], right: &[Item<W>], at: usize) -> Option<i32> {
    let mut values: Vec<i32> = left.iter().chain(right).map(|item| item.0[at]).collect();
    let half = values.len() / 2;
    let middle = *values.select_nth_unstable(half).1;
    let most = values.iter().copied().max()?;
    if middle < most { Some(middle) } else { values.into_iter().filter(|&value| value < most).max() }
}

/// The best or worst of each coordinate.
fn corner<const W: usize>(items: &[Item<W>], better: fn(i32, i32) -> i32) -> Code<W> {
    let mut corner = items.first().map_or([0; W], |item| item.0);
    for (code, _) in items {
        (0..W).for_each(|at| corner[at] = better(corner[at], code[at]));
    }
    corner
}

/// Two lists as one, in the common order.
fn merged<const W: usize>(a: &[Item<W>], b: &[Item<W>]) -> Vec<Item<W>> {
    let order = |item: &Item<W>| (item.0[W - 3], item.1);
    let mut all = Vec::with_capacity(a.len() + b.len());
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    while let (Some(first), Some(second)) = (a.peek(), b.peek()) {
        let next = if order(first) < order(second) { a.next() } else { b.next() };
        all.extend(next);
    }
    all.extend(a);
    all.extend(b);
    all
}

/// Whether `by` is at least as good from a coordinate on.
fn covers<const W: usize>(by: &Code<W>, code: &Code<W>, from: usize) -> bool {
    let mut at_least = true;
    for at in 0..W {
        at_least &= at < from || by[at] <= code[at];
    }
    at_least
}
