//! Keeping a pass small: states that lie close together become one.
//!
//! Rounded up, a state stands at the most any of its members has on each coordinate: more packages seem to reach the needs than
//! do, none is lost. Rounded down, only packages that do reach them are counted.

use super::layer::{DEAD, Group, Layer};
use super::rows;
use crate::budget::Meter;
use crate::error::Stopped;

/// How finely a coordinate is divided at the start.
const FINEST: i64 = 1 << 20;

/// Which way states are rounded, and how many there may be.
#[derive(Clone, Debug)]
pub(super) struct Rounding {
    up: bool,
    states: usize,
    divisions: i64,
}

impl Rounding {
    /// Counts a superset with about so many states per layer.
    pub(super) fn up(states: usize) -> Self {
        Self { up: true, states, divisions: FINEST }
    }

    /// Counts a subset.
    pub(super) fn down(states: usize) -> Self {
        Self { up: false, states, divisions: FINEST }
    }

    /// Merges states of a layer until there are few enough, or one per group.
    pub(super) fn apply<N>(
        &mut self,
        layer: &mut Layer<N>,
        width: usize,
        edges: &mut [u32],
        meter: &mut Meter<'_, '_>,
    ) -> Result<(), Stopped> {
        if layer.len() <= self.states {
            return Ok(());
        }
        let ends = rows::ends(&layer.units, width);
        loop {
            meter.take_len(layer.len())?;
            let (classes, n_classes) = self.classes(layer, width, &ends);
            let is_enough = n_classes <= self.states + self.states / 4 || self.divisions <= 1;
            if is_enough {
                self.merge(layer, width, &classes, edges);
                if n_classes < self.states - self.states / 4 {
                    self.divisions += self.divisions / 8 + 1;
                }
                return Ok(());
            }
            self.divisions = self.coarser_by(n_classes, width);
        }
    }

    /// The next number of divisions to try: what would fit if cells were filled evenly, and a little fewer.
    fn coarser_by(&self, n_classes: usize, width: usize) -> i64 {
        let width = u32::try_from(width).unwrap_or(1).max(1);
        let goes = |divisions: i64| {
            let scaled = |of: i64| u128::from(of.unsigned_abs()).saturating_pow(width.min(6));
            let wide = |of: usize| u128::try_from(of).unwrap_or(u128::MAX);
            scaled(divisions).saturating_mul(wide(n_classes))
                <= scaled(self.divisions).saturating_mul(wide(self.states))
        };
        let (mut low, mut high) = (1, self.divisions);
        while 1 < high - low {
            let middle = low + (high - low) / 2;
            if goes(middle) { low = middle } else { high = middle }
        }
        low.clamp(1, (self.divisions - 1 - self.divisions / 32).max(1))
    }

    /// Per state its class, and how many there are; classes of a group stand together.
    fn classes<N>(&self, layer: &Layer<N>, width: usize, ends: &(Vec<i64>, Vec<i64>)) -> (Vec<u32>, usize) {
        let (least, most) = ends;
        let steps: Vec<i64> =
            least.iter().zip(most).map(|(least, most)| most.saturating_sub(*least) / self.divisions + 1).collect();
        let (mut of, mut n_classes) = (vec![0; layer.len()], 0);
        for group in &layer.groups {
            let units = &layer.units[group.states.start * width..group.states.end * width];
            let cell =
                |(at, units): (usize, &i64)| units.saturating_sub(least[at % width.max(1)]) / steps[at % width.max(1)];
            let cells: Vec<i64> = units.iter().enumerate().map(cell).collect();
            let classes = rows::classes(&cells, width, group.states.len());
            let first = u32::try_from(n_classes).unwrap_or(DEAD);
            of[group.states.clone()].iter_mut().zip(&classes.of).for_each(|(of, class)| *of = first + class);
            n_classes += classes.len;
        }
        (of, n_classes)
    }

    fn merge<N>(&self, layer: &mut Layer<N>, width: usize, classes: &[u32], edges: &mut [u32]) {
        let place = |class: u32| usize::try_from(class).unwrap_or(0);
        let n_classes = classes.iter().max().map_or(0, |&class| place(class) + 1);
        let mut units = vec![if self.up { i64::MIN } else { i64::MAX }; n_classes * width];
        for (state, &class) in classes.iter().enumerate() {
            let row = &layer.units[state * width..(state + 1) * width];
            let into = &mut units[place(class) * width..(place(class) + 1) * width];
            into.iter_mut().zip(row).for_each(|(into, &units)| {
                *into = if self.up { units.max(*into) } else { units.min(*into) };
            });
        }
        layer.units = units;
        let mut end = 0;
        for Group { states, .. } in &mut layer.groups {
            let start = end;
            end = classes[states.clone()].iter().max().map_or(end, |&class| place(class) + 1);
            *states = start..end;
        }
        edges.iter_mut().filter(|edge| **edge != DEAD).for_each(|edge| *edge = classes[place(*edge)]);
    }
}
