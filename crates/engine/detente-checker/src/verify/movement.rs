//! The least that bottom lines must move.

use super::region::Region;
use super::{Check, Checked};
use crate::aim::Aim;
use crate::claim::{Alone, Least, Movement};
use crate::ground::Ground;
use crate::refusal::Reason;

impl<'a> Check<'a> {
    pub(super) fn movement(&mut self, movement: &Movement) -> Checked {
        match movement {
            Movement::Open { package } => self.inside(&self.zone(), 0, package),
            Movement::CannotOpen { branches } => {
                let ground = self.moved(|_, _| None);
                self.empty(&Region::of(&ground), branches)
            }
            Movement::Opens { alone, sum, max } => {
                if alone.len() != self.model.parties.len() {
                    let (found, expected) = (alone.len(), self.model.parties.len());
                    return Err(Reason::Parties { found, expected }.into());
                }
                alone.iter().enumerate().try_for_each(|(party, alone)| self.alone(party, alone))?;
                self.sum(sum)?;
                self.max(max)
            }
        }
    }

    /// The zone with its lines, per party, moved.
    fn moved(&self, line: impl Fn(usize, i64) -> Option<i64>) -> Ground<'a> {
        let mut ground = self.zone();
        for (party, own) in ground.lines.iter_mut().enumerate() {
            *own = own.and_then(|own| line(party, own));
        }
        ground
    }

    fn alone(&mut self, party: usize, alone: &Alone) -> Checked {
        let by = |amount: i64| {
            move |of: usize, line: i64| Some(if of == party { line.saturating_sub(amount) } else { line })
        };
        let short = match &alone.moves {
            None => self.moved(|of, line| Some(line).filter(|_| of != party)),
            Some((amount, package)) => {
                self.inside(&self.moved(by(positive(*amount)?)), party, package)?;
                self.moved(by(amount - 1))
            }
        };
        self.empty(&Region::of(&short), &alone.branches)
    }

    fn max(&mut self, max: &Least) -> Checked {
        let by = |amount: i64| move |_: usize, line: i64| Some(line.saturating_sub(amount));
        self.inside(&self.moved(by(positive(max.amount)?)), 0, &max.package)?;
        let short = self.moved(by(max.amount - 1));
        self.empty(&Region::of(&short), &max.branches)
    }

    fn sum(&mut self, sum: &Least) -> Checked {
        let most = positive(sum.amount)? - 1;
        self.inside(&self.moved(|_, _| None), 0, &sum.package)?;
        let asked: Vec<bool> = self.model.parties.iter().map(|party| party.is_asked_in(&sum.package)).collect();
        let lines = self.zone().lines;
        let utility = |party: usize| self.model.parties[party].utility(&sum.package);
        if missed(&lines, &asked, utility) != i128::from(sum.amount) {
            return Err(Reason::Outside { number: 0 }.into());
        }
        self.nothing_misses_less(most, &lines, sum)
    }

    /// What misses the lines by at most so much in sum misses none of them by more, and that times the heaviest weight bounds
    /// what it misses of the weighted sum.
    fn nothing_misses_less(&mut self, most: i64, lines: &[Option<i64>], sum: &Least) -> Checked {
        // Every party with a line is an axis, so that a vector tells what it misses.
        let axes: Vec<usize> = (0..lines.len()).filter(|&party| lines[party].is_some()).collect();
        let ground = Ground { principals: &axes, ..self.moved(|_, line| Some(line.saturating_sub(most))) };
        let region = Region { aim: Aim::Missed { lines: lines.to_vec(), most }, ..Region::of(&ground) };
        self.survivors(&region, &sum.branches, |asked, vectors| {
            let utility = |vector: &[i64], party: usize| {
                axes.iter().position(|&axis| axis == party).map_or(0, |at| i128::from(vector[at]))
            };
            let less = |vector: &Vec<i64>| missed(lines, asked, |party| utility(vector, party)) <= i128::from(most);
            match vectors.into_iter().find(less) {
                Some(utilities) => Err(Reason::Exists { utilities }),
                None => Ok(()),
            }
        })
    }
}

/// By how much the lines of those asked are missed in sum.
fn missed(lines: &[Option<i64>], asked: &[bool], utility: impl Fn(usize) -> i128) -> i128 {
    let counting = lines.iter().enumerate().filter(|(party, _)| asked[*party]);
    counting.filter_map(|(party, line)| Some((i128::from((*line)?) - utility(party)).max(0))).sum()
}

fn positive(amount: i64) -> Result<i64, Reason> {
    if 0 < amount { Ok(amount) } else { Err(Reason::OutOfRange) }
}
