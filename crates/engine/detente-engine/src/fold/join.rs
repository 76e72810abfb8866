//! All combinations that have a row in every one of a few factors.

use crate::error::Stopped;
use crate::network::Factor;
use std::cmp::Ordering;

/// Combinations of the variables of several factors, each with the rows it takes.
pub(super) struct Joined {
    /// The variables, in the order they were met.
    pub(super) scope: Vec<usize>,
    keys: Vec<u32>,
    rows: Vec<usize>,
    n_factors: usize,
    len: usize,
}

impl Joined {
    /// Joins factors one after another.
    pub(super) fn of(factors: &[Factor], most: usize, var: usize) -> Result<Self, Stopped> {
        let mut joined = Self { scope: Vec::new(), keys: Vec::new(), rows: Vec::new(), n_factors: 0, len: 1 };
        for factor in factors {
            joined = joined.with(factor, most, var)?;
        }
        Ok(joined)
    }

    /// The number of combinations.
    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// The values of a combination.
    pub(super) fn key(&self, at: usize) -> &[u32] {
        &self.keys[at * self.scope.len()..(at + 1) * self.scope.len()]
    }

    /// Per factor the row of a combination.
    pub(super) fn rows(&self, at: usize) -> &[usize] {
        &self.rows[at * self.n_factors..(at + 1) * self.n_factors]
    }

    fn with(&self, factor: &Factor, most: usize, var: usize) -> Result<Self, Stopped> {
        let shared: Vec<(usize, usize)> = self.shared(factor);
        let fresh: Vec<usize> =
            (0..factor.scope.len()).filter(|place| shared.iter().all(|(_, other)| other != place)).collect();
        let mut order: Vec<usize> = (0..factor.len()).collect();
        let compare = |a: &usize, b: &usize| {
            shared.iter().map(|&(_, place)| factor.key(*a)[place].cmp(&factor.key(*b)[place])).find(|o| o.is_ne())
        };
        order.sort_by(|a, b| compare(a, b).unwrap_or(Ordering::Equal));
        let mut scope = self.scope.clone();
        scope.extend(fresh.iter().map(|&place| factor.scope[place]));
        let mut next = Self { scope, keys: Vec::new(), rows: Vec::new(), n_factors: self.n_factors + 1, len: 0 };
        for at in 0..self.len {
            let against = |row: &usize| {
                let pairs = shared.iter().map(|&(own, place)| factor.key(*row)[place].cmp(&self.key(at)[own]));
                pairs.into_iter().find(|ordering| ordering.is_ne()).unwrap_or(Ordering::Equal)
            };
            let first = order.partition_point(|row| against(row).is_lt());
            for &row in order[first..].iter().take_while(|row| against(row).is_eq()) {
                next.keys.extend_from_slice(self.key(at));
                next.keys.extend(fresh.iter().map(|&place| factor.key(row)[place]));
                next.rows.extend_from_slice(self.rows(at));
                next.rows.push(row);
                next.len += 1;
            }
            if most < next.len {
                return Err(Stopped::TooWide { issue: var, size: next.len });
            }
        }
        Ok(next)
    }

    /// The places of common variables, here and in the factor.
    fn shared(&self, factor: &Factor) -> Vec<(usize, usize)> {
        let own = self.scope.iter().enumerate();
        own.filter_map(|(own, var)| Some((own, factor.scope.iter().position(|other| other == var)?))).collect()
    }
}
