//! Counting the zone: depth first over the issues, a subtree at a time where nothing in it can fail, the last issues by
//! table.
//!
//! # Cost
//! At worst a step per package; far fewer where bottom lines decide early. Without bottom lines and connecting conditions a
//! handful of steps, whatever the space.

mod sweep;
mod tail;
mod tally;

pub(crate) use tally::Tally;

use crate::budget::{Budget, Meter};
use crate::error::Stopped;
use crate::plan::{Plan, Truth, wide};
use crate::prefixes::Prefixes;
use crate::state::State;
use rayon::prelude::*;
use tail::Tails;

/// Counts the zone of a plan whose space is countable. `extents` asks for the range of units per axis.
pub(crate) fn count(plan: &Plan, extents: bool, budget: &Budget<'_>) -> Result<Tally, Stopped> {
    let tails = Tails::new(plan);
    let prefixes = Prefixes::new(plan, plan.order.len());
    let parts = (0..prefixes.number).into_par_iter();
    let part = |number| Counter::new(plan, &tails, extents, budget.meter()).part(&prefixes, number);
    parts.map(part).reduce(|| Ok(Tally::none(plan)), tally::join)
}

struct Counter<'p, 'b, 'w> {
    plan: &'p Plan,
    tails: &'p Tails,
    state: State<'p>,
    meter: Meter<'b, 'w>,
    tally: Tally,
    extents: bool,
    /// Per depth the packages of a whole subtree.
    packages: Vec<u128>,
    /// Per depth how many subtrees lie in the zone as a whole.
    whole: Vec<u128>,
    /// Per table and row how often it was in the zone.
    hits: Vec<Vec<u64>>,
    mask: Vec<u8>,
    missing: Vec<(usize, i64)>,
}

impl<'p, 'b, 'w> Counter<'p, 'b, 'w> {
    fn new(plan: &'p Plan, tails: &'p Tails, extents: bool, meter: Meter<'b, 'w>) -> Self {
        let depths = 0..=plan.order.len();
        Self {
            plan,
            tails,
            state: State::new(plan),
            meter,
            tally: Tally::none(plan),
            extents,
            packages: depths.clone().map(|depth| plan.packages_from(depth)).collect(),
            whole: depths.map(|_| 0).collect(),
            hits: tails.no_hits(),
            mask: Vec::new(),
            missing: Vec::new(),
        }
    }

    /// Counts one part of the search.
    fn part(mut self, prefixes: &Prefixes, number: usize) -> Result<Tally, Stopped> {
        self.meter.settle()?;
        if prefixes.assign(self.plan, number, &mut self.state) {
            self.descend(prefixes.depth)?;
            for &issue in &self.plan.order[..prefixes.depth] {
                self.tally.with[issue][self.state.assigned[issue]] += self.tally.count;
            }
        }
        self.meter.take(1)?;
        self.meter.settle()?;
        self.tails.distribute(&self.hits, &mut self.tally.with);
        self.spread_whole_subtrees();
        Ok(self.tally)
    }

    fn descend(&mut self, depth: usize) -> Result<(), Stopped> {
        self.meter.take(1)?;
        if self.state.is_hopeless(depth) {
            return Ok(());
        }
        if self.state.is_settled() {
            if self.state.is_assured(depth) {
                self.accept(depth);
                return Ok(());
            }
            let tails = self.tails;
            if let Some(tail) = tails.at(depth) {
                return self.sweep(depth, tail);
            }
        }
        self.branch(depth)
    }

    fn branch(&mut self, depth: usize) -> Result<(), Stopped> {
        let plan = self.plan;
        let Some(&issue) = plan.order.get(depth) else { return Ok(()) };
        for position in 0..plan.choices[issue].len() {
            let before = self.tally.count;
            if self.state.assign(issue, position) {
                self.descend(depth + 1)?;
            }
            self.state.undo();
            self.tally.with[issue][position] += self.tally.count - before;
        }
        Ok(())
    }

    /// Everything below lies in the zone.
    fn accept(&mut self, depth: usize) {
        self.tally.count += self.packages[depth];
        self.whole[depth] += 1;
        self.tally.meet(self.state.kappa);
        if self.extents {
            for axis in 0..self.plan.axes.len() {
                let sum = self.state.sums[axis];
                self.tally.widen(axis, sum + self.plan.least[depth][axis], sum + self.plan.most[depth][axis]);
            }
        }
    }

    fn sweep(&mut self, depth: usize, tail: &tail::Tail) -> Result<(), Stopped> {
        self.meter.take_len(tail.rows())?;
        let (state, least) = (&self.state, &self.plan.least[depth]);
        let missing = state.lines().map(|(axis, line)| (axis, line - state.sums[axis]));
        self.missing.clear();
        self.missing.extend(missing.filter(|&(axis, missing)| least[axis] < missing));
        sweep::mark(tail, &self.missing, &mut self.mask);
        let marked = sweep::tick(&self.mask, &mut self.hits[self.tails.index(depth)]);
        self.tally.count += u128::from(marked);
        if 0 < marked {
            self.note_marked(depth, tail);
        }
        Ok(())
    }

    fn note_marked(&mut self, depth: usize, tail: &tail::Tail) {
        if self.tally.first.is_none_or(|first| self.state.kappa < first) {
            let first = self.mask.iter().position(|&mark| mark == 1);
            self.tally.meet(self.state.kappa + first.map_or(0, |row| tail.kappa[row]));
        }
        if self.extents {
            (0..self.plan.axes.len()).for_each(|axis| self.widen_by_marked(depth, tail, axis));
        }
    }

    /// Looks at the marked rows only if they can tell something new; none of them lies below a line that counts.
    fn widen_by_marked(&mut self, depth: usize, tail: &tail::Tail, axis: usize) {
        let sum = self.state.sums[axis];
        let line = self.plan.axes[axis].line.filter(|_| self.state.asked[axis] == Truth::Yes).unwrap_or(i64::MIN);
        let (least, most) = (sum + self.plan.least[depth][axis], sum + self.plan.most[depth][axis]);
        if !self.tally.would_widen(axis, least.max(line), most) {
            return;
        }
        if let Some((least, most)) = sweep::extent(&tail.units[axis], &self.mask) {
            self.tally.widen(axis, sum + least, sum + most);
        }
    }

    /// In a subtree that lies in the zone as a whole every choice of an issue occurs equally often.
    fn spread_whole_subtrees(&mut self) {
        for (depth, &whole) in self.whole.iter().enumerate().filter(|(_, whole)| **whole != 0) {
            for &issue in &self.plan.order[depth..] {
                let row = &mut self.tally.with[issue];
                let each = whole * (self.packages[depth] / wide(row.len()));
                for number in row {
                    *number += each;
                }
            }
        }
    }
}
