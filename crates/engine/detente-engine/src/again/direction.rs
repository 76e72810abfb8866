//! Numbers along one direction: a party's units, or several parties' units weighed together.

use super::shape::{BARRED, Bundle, NEVER, Shape, place};

/// The numbers of a shape along a direction.
#[derive(Clone, Debug, Default)]
pub(super) struct Plain {
    /// Per slot; one more that is 0.
    slots: Vec<i64>,
    /// Per bundle.
    bundles: Vec<i64>,
    /// In every package.
    base: i64,
}

/// What may not be used at present.
#[derive(Clone, Debug, Default)]
pub(super) struct Barred {
    /// Per bundle, whether it crosses a limit in force.
    pub(super) bundles: Vec<bool>,
    /// Per slot, whether a draft leaves it out; empty without one.
    pub(super) undrafted: Vec<bool>,
    /// Whether the draft holds a choice that is not in the shape.
    pub(super) all: bool,
    /// All slots of an issue but one.
    pub(super) slots: Option<(std::ops::Range<usize>, usize)>,
}

/// Numbers along a direction with what is barred, and the most that can still come at every row.
#[derive(Clone, Debug, Default)]
pub(super) struct Direction {
    plain: Plain,
    /// Per cell: its own number and the most of everything before.
    cells: Vec<i64>,
    /// Per row: the most of its cells.
    rows: Vec<i64>,
    /// Per row, once spread: the most of everything outside it and what hangs on it.
    outside: Vec<i64>,
    /// Per slot, once spread: the most any package with it has.
    with_slot: Vec<i64>,
}

/// A package as the steps see it.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    /// Per variable, its value.
    pub(super) assigned: Vec<usize>,
    /// Per step, its cell.
    pub(super) cells: Vec<usize>,
}

impl Plain {
    /// Room for a shape.
    pub(super) fn new(shape: &Shape) -> Self {
        Self { slots: vec![0; shape.choice.len() + 1], bundles: vec![0; shape.bundles.len()], base: 0 }
    }

    /// Takes a party's numbers: its values, the units of all linkages, and which of them are its own.
    pub(super) fn load(&mut self, shape: &Shape, values: &[i64], linkages: &[i64], own: &std::ops::Range<usize>) {
        for (slot, &at) in self.slots.iter_mut().zip(&shape.value_at) {
            *slot = values[at];
        }
        let worth = |bundle: &Bundle| -> i64 {
            let mine = bundle.linkages.iter().filter(|(link, _)| own.contains(link));
            mine.map(|&(link, times)| linkages[link] * times).sum()
        };
        for (to, bundle) in self.bundles.iter_mut().zip(&shape.bundles) {
            *to = worth(bundle);
        }
        self.base = worth(&shape.base);
    }

    /// What a package has.
    pub(super) fn of(&self, shape: &Shape, found: &Found) -> i64 {
        let cell =
            |&cell: &usize| self.slots[place(shape.cell_slot[cell])] + self.bundles[place(shape.cell_bundle[cell])];
        self.base + found.cells.iter().map(cell).sum::<i64>()
    }
}

impl Direction {
    /// Room for a shape.
    pub(super) fn new(shape: &Shape) -> Self {
        Self {
            plain: Plain::new(shape),
            cells: vec![0; shape.cell_slot.len()],
            rows: vec![NEVER; shape.row_cells.len()],
            outside: Vec::new(),
            with_slot: Vec::new(),
        }
    }

    /// Becomes the sum of numbers along other directions, each times a weight; what is barred stays out.
    pub(super) fn weigh(&mut self, of: &[Plain], weights: &[i64], barred: &Barred) {
        let sum = |to: &mut [i64], part: fn(&Plain) -> &[i64]| {
            to.fill(0);
            for (plain, &weight) in of.iter().zip(weights).filter(|(_, weight)| **weight != 0) {
                to.iter_mut().zip(part(plain)).for_each(|(to, &from)| *to += from * weight);
            }
        };
        sum(&mut self.plain.slots, |plain| &plain.slots);
        sum(&mut self.plain.bundles, |plain| &plain.bundles);
        self.plain.base = of.iter().zip(weights).map(|(plain, &weight)| plain.base * weight).sum();
        for (bundle, _) in self.plain.bundles.iter_mut().zip(&barred.bundles).filter(|(_, barred)| **barred) {
            *bundle = NEVER;
        }
        for (slot, _) in self.plain.slots.iter_mut().zip(&barred.undrafted).filter(|(_, barred)| **barred) {
            *slot = NEVER;
        }
        if let Some((slots, only)) = &barred.slots {
            slots.clone().filter(|slot| slot != only).for_each(|slot| self.plain.slots[slot] = NEVER);
        }
    }

    /// Adds up along the steps; the most any package has.
    ///
    /// # Cost
    /// Linear in the cells.
    pub(super) fn run(&mut self, shape: &Shape) -> i64 {
        for step in &shape.steps {
            let mut cell = step.cells_from;
            let mut before = step.before_from;
            for row in step.rows.clone() {
                let end = place(shape.row_cells[row + 1]);
                let mut most = NEVER;
                let of = shape.cell_slot[cell..end].iter().zip(&shape.cell_bundle[cell..end]);
                for (to, (&slot, &bundle)) in self.cells[cell..end].iter_mut().zip(of) {
                    let earlier = &shape.cell_before[before..before + step.n_before];
                    before += step.n_before;
                    let own = self.plain.slots[place(slot)] + self.plain.bundles[place(bundle)];
                    *to = earlier.iter().fold(own, |worth, &earlier| worth + self.rows[place(earlier)]);
                    most = most.max(*to);
                }
                cell = end;
                self.rows[row] = if most < BARRED { NEVER } else { most };
            }
        }
        self.most(shape)
    }

    /// The most any package has; below [`BARRED`] where there is none.
    pub(super) fn most(&self, shape: &Shape) -> i64 {
        let roots = shape.roots.iter().map(|&row| self.rows[row]);
        roots.fold(self.plain.base, |sum, root| if root < BARRED || sum < BARRED { NEVER } else { sum + root })
    }

    /// Back along the steps: the most with every slot. Must have been run.
    ///
    /// # Cost
    /// Linear in the cells.
    pub(super) fn spread(&mut self, shape: &Shape) {
        self.outside.clear();
        self.outside.resize(self.rows.len(), NEVER);
        self.with_slot.clear();
        self.with_slot.resize(shape.choice.len() + 1, NEVER);
        let all = self.most(shape);
        if all < BARRED {
            return;
        }
        shape.roots.iter().for_each(|&root| self.outside[root] = all - self.rows[root]);
        for step in shape.steps.iter().rev() {
            let mut cell = step.cells_from;
            let mut before = step.before_from;
            for row in step.rows.clone() {
                let outside = self.outside[row];
                for cell_at in cell..place(shape.row_cells[row + 1]) {
                    let earlier = &shape.cell_before[before..before + step.n_before];
                    before += step.n_before;
                    let whole = outside + self.cells[cell_at];
                    if outside < BARRED || whole < BARRED {
                        continue;
                    }
                    let slot = place(shape.cell_slot[cell_at]);
                    self.with_slot[slot] = self.with_slot[slot].max(whole);
                    for &earlier in earlier {
                        let earlier = place(earlier);
                        self.outside[earlier] = self.outside[earlier].max(whole - self.rows[earlier]);
                    }
                }
                cell = place(shape.row_cells[row + 1]);
            }
        }
    }

    /// The most any package with a slot has; below [`BARRED`] where there is none. Must have been spread.
    pub(super) fn most_with(&self, slot: usize) -> i64 {
        self.with_slot[slot]
    }

    /// The most of a row's cells.
    pub(super) fn row(&self, row: usize) -> i64 {
        self.rows[row]
    }

    /// A cell's own number and the most of everything before; below [`BARRED`] where it is not allowed.
    pub(super) fn cell(&self, cell: usize) -> i64 {
        self.cells[cell]
    }

    /// A package that has the most; of several the first.
    pub(super) fn first(&self, shape: &Shape, found: &mut Found) {
        found.assigned.resize(shape.sizes.len(), 0);
        found.cells.resize(shape.steps.len(), 0);
        for (at, step) in shape.steps.iter().enumerate().rev() {
            let row = Shape::row(step, &found.assigned);
            let cell = shape.cells(row).find(|&cell| self.cells[cell] == self.rows[row]);
            let cell = cell.unwrap_or(step.cells_from);
            found.cells[at] = cell;
            found.assigned[step.var] = place(shape.cell_value[cell]);
        }
    }
}
