//! Conditions over more issues than a table holds: decomposed into variables that other variables determine.
//!
//! A sum becomes a chain of partial sums, a conjunction or disjunction a chain of "so far" flags. Every factor stays small,
//! each package extends to the new variables in exactly one way, and elimination needs to know nothing of formulas.

use super::factor::Factor;
use super::{Network, admit_rows};
use crate::condition::{Amounts, Condition, clamp, partial_sums};
use crate::error::Stopped;

/// The most partial sums remembered at once.
const PARTIAL_SUMS: usize = 200_000;

/// A condition as values of one variable.
#[derive(Clone, Debug)]
pub(super) struct Atom {
    /// The variable.
    pub(super) var: usize,
    /// Per value whether the condition holds.
    pub(super) holds: Vec<bool>,
}

impl Atom {
    fn negated(mut self) -> Self {
        self.holds.iter_mut().for_each(|holds| *holds = !*holds);
        self
    }
}

impl Network {
    /// The variable that tells whether a condition holds, made where there is none yet.
    pub(super) fn atom(&mut self, condition: &Condition) -> Result<Atom, Stopped> {
        match condition {
            Condition::Known(holds) => {
                let var = self.variable(1);
                Ok(Atom { var, holds: vec![*holds] })
            }
            Condition::Choice { issue, among } => Ok(Atom { var: *issue, holds: among.clone() }),
            Condition::AtMost { terms, bound } => self.sum(terms, *bound),
            Condition::Connected(units) => self.connected(units),
            Condition::Not(inner) => Ok(self.atom(inner)?.negated()),
            Condition::All(parts) => self.every(parts),
            Condition::Any(parts) => {
                let negated: Vec<Condition> = parts.iter().map(|part| Condition::Not(Box::new(part.clone()))).collect();
                Ok(self.every(&negated)?.negated())
            }
        }
    }

    /// A chain of flags, 1 as long as every part so far holds; along the path where the parts stand on one.
    fn every(&mut self, parts: &[Condition]) -> Result<Atom, Stopped> {
        let mut so_far: Option<Atom> = None;
        let mut atoms = parts.iter().map(|part| self.atom(part)).collect::<Result<Vec<Atom>, Stopped>>()?;
        atoms.sort_by_key(|atom| self.ranks[atom.var]);
        for atom in atoms {
            so_far = Some(match so_far {
                None => atom,
                Some(before) if before.var == atom.var => {
                    let holds = before.holds.iter().zip(&atom.holds).map(|(a, b)| *a && *b).collect();
                    Atom { var: atom.var, holds }
                }
                Some(before) => self.both(&before, &atom),
            });
        }
        match so_far {
            Some(atom) => Ok(atom),
            None => self.atom(&Condition::Known(true)),
        }
    }

    fn both(&mut self, a: &Atom, b: &Atom) -> Atom {
        let var = self.variable(2);
        self.ranks[var] = self.ranks[a.var].max(self.ranks[b.var]);
        let mut order = [(a.var, &a.holds), (b.var, &b.holds)];
        order.sort_by_key(|of| of.0);
        let mut factor = self.factor(vec![order[0].0, order[1].0, var]);
        for (x, &first) in (0..).zip(order[0].1) {
            for (y, &second) in (0..).zip(order[1].1) {
                self.push_plain(&mut factor, &[x, y, u32::from(first && second)]);
            }
        }
        self.factors.push(factor);
        Atom { var, holds: vec![false, true] }
    }

    /// A chain of partial sums, along the path where there is one; sums from which the outcome is decided are one value.
    fn sum(&mut self, terms: &[Amounts], bound: i64) -> Result<Atom, Stopped> {
        let mut terms: Vec<&Amounts> = terms.iter().collect();
        terms.sort_by_key(|term| self.ranks[term.issue]);
        let Some(sums) = partial_sums(&terms, bound, PARTIAL_SUMS) else {
            return Err(Stopped::TooWide { issue: terms.first().map_or(0, |term| term.issue), size: PARTIAL_SUMS });
        };
        let mut before: Option<usize> = None;
        for (at, term) in terms.iter().enumerate() {
            let (clamped, sums, next) = (clamp(&terms[at + 1..], bound), &sums[at], &sums[at + 1]);
            admit_rows(sums.len().saturating_mul(term.per_position.len()), term.issue)?;
            let var = self.variable(next.len());
            self.ranks[var] = self.ranks[term.issue];
            let scope = before.map_or(vec![term.issue, var], |before| vec![term.issue, before, var]);
            let mut factor = self.factor(scope);
            for (x, amount) in (0..).zip(&term.per_position) {
                for (from, sum) in (0_u32..).zip(sums) {
                    let to = next.binary_search(&clamped(sum + amount)).unwrap_or(0);
                    let to = u32::try_from(to).unwrap_or(u32::MAX);
                    let key = if before.is_some() { vec![x, from, to] } else { vec![x, to] };
                    self.push_plain(&mut factor, &key);
                }
            }
            self.factors.push(factor);
            before = Some(var);
        }
        match before {
            Some(var) => Ok(Atom { var, holds: sums.last().into_iter().flatten().map(|&sum| sum <= bound).collect() }),
            None => self.atom(&Condition::Known(0 <= bound)),
        }
    }

    pub(super) fn push_plain(&self, factor: &mut Factor, key: &[u32]) {
        factor.push(key, &vec![0; self.width], &vec![0; self.words]);
    }
}
