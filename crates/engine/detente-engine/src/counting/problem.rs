//! One branch as counting sees it: variables, relations, and what their units must add up to.

use super::relation::Relation;
use crate::ground::Branch;

/// A branch: its packages are the assignments with a row in every relation whose units reach the needs.
#[derive(Clone, Debug)]
pub(super) struct Problem {
    /// Values per variable; the issues are the first.
    pub(super) sizes: Vec<usize>,
    /// Per variable its place on a path along units, or none.
    pub(super) ranks: Vec<usize>,
    /// What ties variables and adds units.
    pub(super) relations: Vec<Relation>,
    /// Per coordinate the least sum. None is met, and none is out of reach, whatever the rows.
    pub(super) needs: Vec<i64>,
    /// Per issue the choices its values stand for.
    pub(super) choices: Vec<Vec<usize>>,
}

/// What is to be done with a coordinate.
enum Line {
    Met,
    OutOfReach,
    Open(i64),
}

impl Problem {
    /// A branch to count; `None` if it plainly holds no package.
    pub(super) fn of(branch: &Branch) -> Option<Self> {
        let (constant, factors): (Vec<_>, Vec<_>) =
            branch.network.factors.iter().partition(|factor| factor.scope.is_empty());
        let mut base = branch.network.base.clone();
        for factor in constant {
            let units = factor.points.rows().next()?;
            base.iter_mut().zip(units).for_each(|(base, units)| *base += units);
        }
        let relations: Vec<Relation> = factors.into_iter().map(Relation::of).collect();
        if relations.iter().any(|relation| relation.len() == 0) {
            return None;
        }
        let (mut open, mut needs) = (Vec::new(), Vec::new());
        for (at, (coordinate, &base)) in branch.coordinates.iter().zip(&base).enumerate() {
            match coordinate.line.map_or(Line::Met, |line| settle(&relations, at, i128::from(line) - i128::from(base)))
            {
                Line::Met => {}
                Line::OutOfReach => return None,
                Line::Open(need) => {
                    open.push(move |row: &[i64]| row[at]);
                    needs.push(need);
                }
            }
        }
        let relations = relations.iter().map(|relation| relation.mapped(&open)).collect();
        let sizes = branch.network.sizes.clone();
        let ranks = branch.network.ranks.clone();
        Some(Self { sizes, ranks, relations, needs, choices: branch.choices.clone() })
    }

    /// A superset with fewer coordinates: each new one is a sum of the old with weights. `None` if a sum does not fit.
    pub(super) fn summed(&self, weights: &[Vec<i64>]) -> Option<Self> {
        let sum = |weights: &[i64], row: &[i64]| -> i128 {
            weights.iter().zip(row).map(|(&weight, &units)| i128::from(weight) * i128::from(units)).sum()
        };
        let reach = |weights: &[i64]| -> i128 {
            let of_row = |relation: &Relation| {
                sum(weights, &relation.most).unsigned_abs().max(sum(weights, &relation.least).unsigned_abs())
            };
            let all: u128 = self.relations.iter().map(of_row).sum();
            i128::try_from(all).unwrap_or(i128::MAX).saturating_add(sum(weights, &self.needs).abs())
        };
        if weights.iter().any(|weights| i128::from(i64::MAX / 4) < reach(weights)) {
            return None;
        }
        let columns: Vec<_> =
            weights.iter().map(|weights| move |row: &[i64]| i64::try_from(sum(weights, row)).unwrap_or(0)).collect();
        let needs = columns.iter().map(|column| column(&self.needs)).collect();
        let relations = self.relations.iter().map(|relation| relation.mapped(&columns)).collect();
        Some(Self { relations, needs, ..self.clone() })
    }

    /// The number of coordinates.
    pub(super) fn width(&self) -> usize {
        self.needs.len()
    }

    /// Whether a variable is an issue rather than one that others determine.
    pub(super) fn is_issue(&self, var: usize) -> bool {
        var < self.choices.len()
    }

    /// A superset: nothing is asked of a relation any more, and it adds the most it can.
    pub(super) fn leave_out(&mut self, relation: usize) {
        let left_out = self.relations.remove(relation);
        self.needs.iter_mut().zip(&left_out.most).for_each(|(need, most)| *need = need.saturating_sub(*most));
    }

    /// Per coordinate a factor, so that all range about as far.
    pub(super) fn scale(&self) -> Vec<i64> {
        let range = |at: usize| -> i64 {
            let ranges = self.relations.iter().map(|relation| relation.most[at].saturating_sub(relation.least[at]));
            ranges.fold(0, i64::saturating_add).max(1)
        };
        let ranges: Vec<i64> = (0..self.width()).map(range).collect();
        let widest = ranges.iter().copied().max().unwrap_or(1);
        ranges.iter().map(|range| widest / range).collect()
    }

    /// Bits that count all assignments of the issues.
    pub(super) fn bits(&self) -> u32 {
        self.choices.iter().map(|choices| usize::BITS - choices.len().saturating_sub(1).leading_zeros()).sum()
    }
}

/// Whether a line is met or out of reach whatever the rows.
fn settle(relations: &[Relation], at: usize, need: i128) -> Line {
    let sum = |of: fn(&Relation) -> &Vec<i64>| -> i128 { relations.iter().map(|rel| i128::from(of(rel)[at])).sum() };
    let (least, most) = (sum(|relation| &relation.least), sum(|relation| &relation.most));
    match i64::try_from(need) {
        _ if need <= least => Line::Met,
        Ok(need) if i128::from(need) <= most => Line::Open(need),
        _ => Line::OutOfReach,
    }
}
