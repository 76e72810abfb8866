//! Going through the packages that lose little along several directions at once.

use super::direction::{Direction, Found};
use super::shape::{BARRED, Shape, place};

/// Is given every package with what is left of its losses; may raise how much must be kept of them, and says whether it is
/// enough.
pub(super) trait Visit: FnMut(&Found, &[i64], &mut [i64]) -> bool {}

impl<F: FnMut(&Found, &[i64], &mut [i64]) -> bool> Visit for F {}

/// How a walk ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// Every package was seen.
    Whole,
    /// It was enough.
    Enough,
    /// It took too many steps.
    Tired,
}

/// A walk in progress.
pub(super) struct Walk<'a> {
    pub(super) shape: &'a Shape,
    /// The directions along which losses count; all have been run.
    pub(super) directions: &'a [&'a Direction],
    /// Cells that may still be looked at.
    pub(super) steps: u64,
    /// Per depth, what may still be lost along each direction.
    pub(super) slack: &'a mut Vec<i64>,
    /// The same less the most of the row that is being gone through.
    pub(super) bases: &'a mut Vec<i64>,
    /// What must be kept of it, because of what was found on the way.
    pub(super) kept: &'a mut Vec<i64>,
    pub(super) found: &'a mut Found,
}

impl Walk<'_> {
    /// Visits every package that loses at most so much along each direction; `visit` gets what is left of it.
    ///
    /// # Cost
    /// Along one direction every cell looked at leads to a package or is refused at once; along several a cell may lead to none.
    pub(super) fn run(&mut self, may_lose: &[i64], visit: &mut impl Visit) -> End {
        let width = self.directions.len();
        self.slack.clear();
        self.slack.resize((self.shape.steps.len() + 1) * width, 0);
        self.bases.clear();
        self.bases.resize(self.shape.steps.len() * width, 0);
        self.kept.clear();
        self.kept.resize(width, 0);
        self.found.assigned.resize(self.shape.sizes.len(), 0);
        self.found.cells.resize(self.shape.steps.len(), 0);
        if may_lose.iter().any(|&may| may < 0) {
            return End::Whole;
        }
        self.slack[self.shape.steps.len() * width..].copy_from_slice(may_lose);
        self.step(self.shape.steps.len(), visit)
    }

    fn step(&mut self, left: usize, visit: &mut impl Visit) -> End {
        let width = self.directions.len();
        let Some(at) = left.checked_sub(1) else {
            let is_enough = visit(self.found, &self.slack[..width], self.kept);
            return if is_enough { End::Enough } else { End::Whole };
        };
        let step = &self.shape.steps[at];
        let row = Shape::row(step, &self.found.assigned);
        self.enter(at, row);
        for cell in self.shape.cells(row) {
            if self.steps == 0 {
                return End::Tired;
            }
            self.steps -= 1;
            if !self.descend(at, cell) {
                continue;
            }
            self.found.cells[at] = cell;
            self.found.assigned[step.var] = place(self.shape.cell_value[cell]);
            match self.step(at, visit) {
                End::Whole => {}
                end => return end,
            }
        }
        End::Whole
    }

    /// Takes the most of a row from what may still be lost.
    fn enter(&mut self, at: usize, row: usize) {
        let width = self.directions.len();
        let above = &self.slack[(at + 1) * width..(at + 2) * width];
        let bases = &mut self.bases[at * width..(at + 1) * width];
        for ((base, &above), direction) in bases.iter_mut().zip(above).zip(self.directions) {
            *base = above - direction.row(row);
        }
    }

    /// Whether a cell of the row entered leaves something along every direction.
    #[inline]
    fn descend(&mut self, at: usize, cell: usize) -> bool {
        let here = at * self.directions.len()..(at + 1) * self.directions.len();
        let of = self.directions.iter().zip(&self.bases[here.clone()]).zip(self.kept.iter());
        for (to, ((direction, &base), &kept)) in self.slack[here].iter_mut().zip(of) {
            let worth = direction.cell(cell);
            let left = base + worth;
            if left < kept || worth < BARRED {
                return false;
            }
            *to = left;
        }
        true
    }
}
