//! Depth first over the issues that clauses connect, gathering a list of points per set of parties whose lines count.

use super::collector::Collector;
use super::frame::Frame;
use crate::budget::Meter;
use crate::error::Stopped;
use crate::plan::Plan;
use crate::prefixes::Prefixes;
use crate::state::State;
use std::collections::BTreeMap;

/// A list of points per set of axes, as bits, whose lines count.
pub(crate) type Classes = BTreeMap<u64, Collector>;

/// What all parts of a walk share.
pub(crate) struct Ground<'a> {
    /// The plan.
    pub(crate) plan: &'a Plan,
    /// The parties whose utilities span the frontier.
    pub(crate) principals: &'a [usize],
    /// The most points to keep.
    pub(crate) max_points: usize,
    /// The parts.
    pub(crate) prefixes: Prefixes,
}

/// One part of the walk.
pub(crate) struct Walk<'a, 'b, 'w> {
    ground: &'a Ground<'a>,
    /// What earlier parts found; never changed, so that the steps taken do not depend on timing.
    found: &'a Classes,
    state: State<'a>,
    meter: Meter<'b, 'w>,
    frames: BTreeMap<u64, Frame<'a>>,
    classes: Classes,
    key: Vec<i64>,
}

impl<'a, 'b, 'w> Walk<'a, 'b, 'w> {
    /// A walk that has not begun.
    pub(crate) fn new(ground: &'a Ground<'a>, found: &'a Classes, meter: Meter<'b, 'w>) -> Self {
        let state = State::new(ground.plan);
        Self { ground, found, state, meter, frames: BTreeMap::new(), classes: Classes::new(), key: Vec::new() }
    }

    /// Walks one part.
    pub(crate) fn part(mut self, number: usize) -> Result<Classes, Stopped> {
        self.meter.settle()?;
        let prefixes = &self.ground.prefixes;
        let outcome = if prefixes.assign(self.ground.plan, number, &mut self.state) {
            self.descend(prefixes.depth).and_then(|()| self.clear_out())
        } else {
            Ok(())
        };
        self.meter.take(1)?;
        self.meter.settle()?;
        outcome.map(|()| self.classes)
    }

    fn clear_out(&mut self) -> Result<(), Stopped> {
        let Self { classes, meter, .. } = self;
        classes.values_mut().try_for_each(|collector| collector.clear_out(meter))
    }

    fn descend(&mut self, depth: usize) -> Result<(), Stopped> {
        self.meter.take(1)?;
        if self.state.is_hopeless(depth) {
            return Ok(());
        }
        if self.state.is_consent_settled() {
            let class = self.class();
            if self.is_beaten(class, depth) {
                return Ok(());
            }
            if depth == self.ground.plan.linked {
                return self.gather(class);
            }
        }
        self.branch(depth)
    }

    fn branch(&mut self, depth: usize) -> Result<(), Stopped> {
        let plan = self.ground.plan;
        let Some(&issue) = plan.order.get(depth) else { return Ok(()) };
        for position in 0..plan.choices[issue].len() {
            if self.state.assign(issue, position) {
                self.descend(depth + 1)?;
            }
            self.state.undo();
        }
        Ok(())
    }

    /// The axes whose lines count, as bits.
    fn class(&self) -> u64 {
        self.state.lines().fold(0, |bits, (axis, _)| bits | 1 << axis)
    }

    /// Whether a point found already is better than anything the connected issues still open can lead to. Leaves the best
    /// conceivable point, which at the end of them is the point itself, in `key`.
    fn is_beaten(&mut self, class: u64, depth: usize) -> bool {
        let Ground { plan, principals, .. } = self.ground;
        let frame = self.frames.entry(class).or_insert_with(|| Frame::new(plan, principals, class));
        let (open, free) = (&plan.most[depth], &plan.most[plan.linked]);
        let state = &self.state;
        let most = |axis: usize| state.sums[axis] + state.ceiling[axis] + open[axis] - free[axis];
        frame.key(most, plan.linked, &mut self.key);
        let found = [self.found.get(&class), self.classes.get(&class)];
        found.into_iter().flatten().any(|collector| collector.beats(&self.key))
    }

    fn gather(&mut self, class: u64) -> Result<(), Stopped> {
        let Ground { plan, principals, max_points, .. } = *self.ground;
        let frame = self.frames.entry(class).or_insert_with(|| Frame::new(plan, principals, class));
        let fresh = || Collector::new(frame.width(), frame.n_principals, max_points);
        let collector = self.classes.entry(class).or_insert_with(fresh);
        collector.push(&self.key, 1, self.state.kappa, &mut self.meter)
    }
}
