//! Pairs of partial sums from both ends that lose little enough together and reach every line.

use crate::points::Points;
use crate::refusal::Reason;
use crate::steps::Steps;
use crate::weighed::{Slab, weigh};

/// Points in a box; the halves of a box are boxes.
struct Tree {
    /// The most per coordinate and the least loss.
    most: Vec<i64>,
    loss: i64,
    inside: Inside,
}

enum Inside {
    Halves(Box<(Tree, Tree)>),
    Rows(Points),
}

/// Points in a leaf.
const LEAF: usize = 24;

/// Adds to `found` all sums of a point of each list that are in the slab. Two boxes are looked into only if their best
/// corners together would be, and are not covered.
pub(crate) fn join(
    a: &Points,
    b: &Points,
    budget: i64,
    slab: &Slab<'_>,
    found: &mut Points,
    steps: &mut Steps,
) -> Result<(), Reason> {
    if a.len() == 0 || b.len() == 0 {
        return Ok(());
    }
    let trees = (Tree::of(a, slab, (0..a.len()).collect()), Tree::of(b, slab, (0..b.len()).collect()));
    Join { budget, lines: slab.lines, covered: slab.covered }.boxes(&trees.0, &trees.1, found, steps)
}

impl Tree {
    fn of(points: &Points, slab: &Slab<'_>, mut order: Vec<usize>) -> Self {
        let column = |at: usize| order.iter().map(move |&point| points.row(point)[at]);
        let most: Vec<i64> = (0..points.width).map(|at| column(at).max().unwrap_or(0)).collect();
        let spread = |at: usize| {
            let width = most[at].saturating_sub(column(at).min().unwrap_or(0));
            weigh(&[width], &[slab.weights[at].max(1)])
        };
        let loss = order.iter().map(|&point| points.loss[point]).min().unwrap_or(0);
        let widest = (0..points.width).max_by_key(|&at| spread(at));
        let inside = match widest.filter(|_| LEAF < order.len()) {
            None => Inside::Rows(points.chosen(&order)),
            Some(at) => {
                let middle = order.len() / 2;
                order.select_nth_unstable_by_key(middle, |&point| (points.row(point)[at], point));
                let upper = order.split_off(middle);
                Inside::Halves(Box::new((Self::of(points, slab, order), Self::of(points, slab, upper))))
            }
        };
        Self { most, loss, inside }
    }
}

struct Join<'a> {
    budget: i64,
    lines: &'a [i64],
    covered: &'a [Vec<i64>],
}

impl Join<'_> {
    /// Whether everything up to the sum of two rows is of no interest.
    fn is_covered(&self, a: &[i64], b: &[i64], steps: &mut Steps) -> Result<bool, Reason> {
        for point in self.covered {
            steps.take(1, 1)?;
            if a.iter().zip(b).zip(point).all(|((a, b), most)| a + b <= *most) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn fits(&self, a: (&[i64], i64), b: (&[i64], i64)) -> bool {
        a.1 + b.1 <= self.budget && a.0.iter().zip(b.0).zip(self.lines).all(|((a, b), line)| *line <= a + b)
    }

    fn boxes(&self, a: &Tree, b: &Tree, found: &mut Points, steps: &mut Steps) -> Result<(), Reason> {
        steps.take(1, self.lines.len())?;
        if !self.fits((&a.most, a.loss), (&b.most, b.loss)) || self.is_covered(&a.most, &b.most, steps)? {
            return Ok(());
        }
        match (&a.inside, &b.inside) {
            (Inside::Halves(a), Inside::Halves(b)) => {
                for a in [&a.0, &a.1] {
                    self.boxes(a, &b.0, found, steps)?;
                    self.boxes(a, &b.1, found, steps)?;
                }
                Ok(())
            }
            (Inside::Halves(a), Inside::Rows(_)) => {
                self.boxes(&a.0, b, found, steps)?;
                self.boxes(&a.1, b, found, steps)
            }
            (Inside::Rows(_), Inside::Halves(b)) => {
                self.boxes(a, &b.0, found, steps)?;
                self.boxes(a, &b.1, found, steps)
            }
            (Inside::Rows(a), Inside::Rows(b)) => self.rows(a, b, found, steps),
        }
    }

    fn rows(&self, a: &Points, b: &Points, found: &mut Points, steps: &mut Steps) -> Result<(), Reason> {
        steps.take(a.len() * b.len(), 2)?;
        for at in 0..a.len() {
            for bt in 0..b.len() {
                let fits = self.fits((a.row(at), a.loss[at]), (b.row(bt), b.loss[bt]));
                if fits && !self.is_covered(a.row(at), b.row(bt), steps)? {
                    found.units.extend(a.row(at).iter().zip(b.row(bt)).map(|(a, b)| a + b));
                    found.loss.push(a.loss[at] + b.loss[bt]);
                }
            }
        }
        Steps::admit(found.units.len())
    }
}
