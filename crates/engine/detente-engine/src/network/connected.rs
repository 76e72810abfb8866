//! A condition on connectivity as a chain of variables, each the state of a walk along the units.
//!
//! The walk is deterministic, so every package extends to the chain in exactly one way: counts stay what they are, and no
//! question needs to know of the chain.

use super::automaton::Automaton;
use super::wide::Atom;
use super::{Network, OFF_PATH};
use crate::condition::Units;
use crate::error::Stopped;

impl Network {
    /// The variable that tells whether units make up few enough parts.
    pub(super) fn connected(&mut self, units: &Units) -> Result<Atom, Stopped> {
        let automaton = Automaton::new(units, &self.walk(units))?;
        self.chain(units, &automaton)
    }

    /// Requires that units make up few enough parts, or too many.
    pub(super) fn require_connected(&mut self, units: &Units, holds: bool) -> Result<(), Stopped> {
        let mut automaton = Automaton::new(units, &self.walk(units))?;
        automaton.trim(holds);
        if automaton.layers.iter().any(|layer| layer.next.is_empty()) {
            let nothing = self.factor(vec![units.open().next().map_or(0, |unit| unit.issue)]);
            self.factors.push(nothing);
            return Ok(());
        }
        self.chain(units, &automaton).map(|_| ())
    }

    /// The units in the order of the path.
    fn walk(&self, units: &Units) -> Vec<usize> {
        let mut order: Vec<usize> = (0..units.all.len()).collect();
        order.sort_by_key(|&unit| (self.ranks[units.all[unit].issue], unit));
        order
    }

    fn chain(&mut self, units: &Units, automaton: &Automaton) -> Result<Atom, Stopped> {
        let mut before: Option<usize> = None;
        for (at, layer) in automaton.layers.iter().enumerate() {
            let unit = automaton.unit(at, units);
            let n_states = automaton.layers.get(at + 1).map_or(automaton.holds.len(), |next| next.next.len());
            super::admit_rows(layer.next.len().saturating_mul(unit.among.len()), unit.issue)?;
            let var = self.variable(n_states);
            self.ranks[var] = self.ranks[unit.issue];
            let scope = before.map_or(vec![unit.issue, var], |before| vec![unit.issue, before, var]);
            let mut factor = self.factor(scope);
            for (position, &marked) in (0..).zip(&unit.among) {
                for (from, next) in (0_u32..).zip(&layer.next) {
                    let Some(to) = next[usize::from(marked)] else { continue };
                    let to = u32::try_from(to).unwrap_or(u32::MAX);
                    let key = if before.is_some() { vec![position, from, to] } else { vec![position, to] };
                    self.push_plain(&mut factor, &key);
                }
            }
            self.factors.push(factor);
            before = Some(var);
        }
        let var = before.unwrap_or(OFF_PATH);
        Ok(Atom { var, holds: automaton.holds.clone() })
    }
}
