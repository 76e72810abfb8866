//! A zone as a network: variables with finitely many values, and factors over a few of them each.
//!
//! Utilities per choice, tables, linkages and hard conditions all become factors; a package is an assignment that has a row in
//! every factor, and its utilities are the sum of the rows' points.

mod automaton;
mod connected;
mod factor;
mod path;
mod wide;

pub(crate) use factor::{Factor, cells, combinations};

use crate::condition::{Condition, Truth, UNSET, Units};
use crate::error::Stopped;
use crate::kappa::Layout;
use std::collections::BTreeMap;

/// The most combinations of a condition's issues that are written out; beyond, the condition is decomposed.
const WRITTEN_OUT: usize = 4096;

/// The most combinations of units that are written out.
const FEW_UNITS: usize = 9;

/// The most rows of any factor.
const ROWS: usize = 4_000_000;

/// The rank of a variable that stands on no path.
pub(crate) const OFF_PATH: usize = usize::MAX;

/// Variables and factors. The first variables are the issues, by position among the choices left.
#[derive(Clone, Debug)]
pub(crate) struct Network {
    /// Values per variable.
    pub(crate) sizes: Vec<usize>,
    /// Per variable its place on the path along the units of a graph, or [`OFF_PATH`]; a unit's own and those of the chains
    /// that follow it have the same.
    pub(crate) ranks: Vec<usize>,
    /// The factors.
    pub(crate) factors: Vec<Factor>,
    /// Coordinates of every point.
    pub(crate) width: usize,
    /// Words of κ of every point.
    pub(crate) words: usize,
    /// Units every package has from the start.
    pub(crate) base: Vec<i64>,
    /// Coordinates that are sums every package must bring to a line, each with that line.
    pub(crate) sums: Vec<(usize, i64)>,
}

/// Units per combination of a few issues, on all coordinates, gathered before they become one factor.
type Gathered = BTreeMap<Vec<usize>, Vec<i64>>;

impl Network {
    /// The issues alone: each choice with its units per coordinate and its bits of κ.
    ///
    /// `units` gives per coordinate, issue and choice (of the model) the units.
    pub(crate) fn new(choices: &[Vec<usize>], layout: &Layout, units: &[&Vec<Vec<i64>>]) -> Self {
        let sizes = choices.iter().map(Vec::len).collect();
        let (width, words, ranks) = (units.len(), layout.words(), vec![OFF_PATH; choices.len()]);
        let mut network =
            Self { sizes, ranks, factors: Vec::new(), width, words, base: vec![0; width], sums: Vec::new() };
        for (issue, left) in choices.iter().enumerate() {
            let mut factor = network.factor(vec![issue]);
            factor.points.reserve(left.len());
            let (mut row, mut bits) = (vec![0; width], vec![0; words]);
            for (position, &choice) in (0..).zip(left) {
                row.iter_mut().zip(units).for_each(|(row, values)| *row = values[issue][choice]);
                layout.mark(issue, choice, &mut bits);
                factor.push(&[position], &row, &bits);
            }
            network.factors.push(factor);
        }
        network
    }

    pub(super) fn factor(&self, scope: Vec<usize>) -> Factor {
        Factor::new(scope, self.width, self.words)
    }

    /// A new variable that others will determine.
    pub(super) fn variable(&mut self, size: usize) -> usize {
        self.sizes.push(size);
        self.ranks.push(OFF_PATH);
        self.sizes.len() - 1
    }

    fn sizes_of(&self, scope: &[usize]) -> Vec<usize> {
        scope.iter().map(|&var| self.sizes[var]).collect()
    }

    /// Lays a path along the units of all conditions on connectivity; before any of them becomes part of the network.
    pub(crate) fn lay_path<'c>(&mut self, conditions: impl IntoIterator<Item = &'c Condition>) {
        path::path(conditions).into_iter().enumerate().for_each(|(rank, issue)| self.ranks[issue] = rank);
    }

    /// Requires a condition.
    pub(crate) fn require(&mut self, condition: &Condition) -> Result<(), Stopped> {
        if let Condition::All(parts) = condition {
            return parts.iter().try_for_each(|part| self.require(part));
        }
        let scope = scope_of(condition);
        if self.writes_out(condition, &scope) {
            let mut factor = self.factor(scope.clone());
            let (zero, none) = (vec![0; self.width], vec![0; self.words]);
            for key in self.satisfying(condition, &scope) {
                factor.push(&key, &zero, &none);
            }
            self.factors.push(factor);
        } else if let Some((units, holds)) = connectivity(condition) {
            self.require_connected(units, holds)?;
        } else {
            let atom = self.atom(condition)?;
            let mut factor = self.factor(vec![atom.var]);
            for (value, _) in (0..).zip(&atom.holds).filter(|(_, holds)| **holds) {
                factor.push(&[value], &vec![0; self.width], &vec![0; self.words]);
            }
            self.factors.push(factor);
        }
        Ok(())
    }

    /// Adds what depends on several issues: per entry a coordinate, the condition, and its units.
    pub(crate) fn link(&mut self, linkages: &[(usize, Condition, i64)]) -> Result<(), Stopped> {
        let mut gathered = Gathered::new();
        for (coordinate, condition, units) in linkages {
            match condition {
                Condition::Known(holds) => self.base[*coordinate] += if *holds { *units } else { 0 },
                _ => self.link_one(*coordinate, condition, *units, &mut gathered)?,
            }
        }
        self.add_gathered(gathered);
        Ok(())
    }

    fn link_one(
        &mut self,
        coordinate: usize,
        condition: &Condition,
        units: i64,
        gathered: &mut Gathered,
    ) -> Result<(), Stopped> {
        let mut scope = scope_of(condition);
        let mut holding: Vec<Vec<u32>> = Vec::new();
        if self.writes_out(condition, &scope) {
            holding.extend(self.satisfying(condition, &scope));
        } else {
            let atom = self.atom(condition)?;
            scope = vec![atom.var];
            holding.extend((0..).zip(&atom.holds).filter(|(_, holds)| **holds).map(|(value, _)| vec![value]));
        }
        let (sizes, width) = (self.sizes_of(&scope), self.width);
        let table = gathered.entry(scope).or_insert_with(|| vec![0; cells(sizes.iter().copied()) * width]);
        for key in holding {
            table[cell(&key, &sizes) * width + coordinate] += units;
        }
        Ok(())
    }

    /// Adds tables of units: per entry a coordinate, the issues, the choices left of each, and the units of the model's table.
    pub(crate) fn tabulate(
        &mut self,
        tables: &[(usize, &detente_model::Table)],
        choices: &[Vec<usize>],
        issues: &[usize],
    ) {
        let mut gathered = Gathered::new();
        for &(coordinate, table) in tables {
            let mut scope = table.issues.clone();
            scope.sort_unstable();
            let sizes = self.sizes_of(&scope);
            let width = self.width;
            let into = gathered.entry(scope.clone()).or_insert_with(|| vec![0; cells(sizes.iter().copied()) * width]);
            for (at, key) in combinations(&sizes).enumerate() {
                let choice_of = |issue: &usize| {
                    let position = scope.binary_search(issue).map_or(0, |place| key[place]);
                    choices[*issue][usize::try_from(position).unwrap_or(0)]
                };
                let row = table.issues.iter().fold(0, |row, issue| row * issues[*issue] + choice_of(issue));
                into[at * width + coordinate] += table.units[row];
            }
        }
        self.add_gathered(gathered);
    }

    fn add_gathered(&mut self, gathered: Gathered) {
        let none = vec![0; self.words];
        for (scope, table) in gathered {
            if scope.is_empty() {
                self.base.iter_mut().zip(&table).for_each(|(base, units)| *base += units);
                continue;
            }
            let mut factor = self.factor(scope.clone());
            for (at, key) in combinations(&self.sizes_of(&scope)).enumerate() {
                factor.push(&key, &table[at * self.width..(at + 1) * self.width], &none);
            }
            self.factors.push(factor);
        }
    }

    /// The network with a variable held at a value: nothing is connected through it any more.
    pub(crate) fn held(&self, var: usize, value: u32) -> Self {
        Self { factors: self.factors.iter().map(|factor| factor.held(var, value)).collect(), ..self.clone() }
    }

    /// Whether requiring a condition lists the combinations of its issues and decomposes nothing.
    pub(crate) fn is_written_out(&self, condition: &Condition) -> bool {
        match condition {
            Condition::All(parts) => parts.iter().all(|part| self.is_written_out(part)),
            _ => self.writes_out(condition, &scope_of(condition)),
        }
    }

    /// Whether all combinations of a condition's issues are listed; a walk along a graph is shorter as soon as it has some units.
    fn writes_out(&self, condition: &Condition, scope: &[usize]) -> bool {
        let most = if connectivity(condition).is_some() { FEW_UNITS } else { WRITTEN_OUT };
        cells(self.sizes_of(scope)) <= most
    }

    /// The combinations of a condition's issues that satisfy it.
    fn satisfying<'n>(&'n self, condition: &'n Condition, scope: &'n [usize]) -> impl Iterator<Item = Vec<u32>> + 'n {
        let mut assigned = vec![UNSET; self.sizes.len()];
        combinations(&self.sizes_of(scope)).filter(move |key| {
            for (&var, &value) in scope.iter().zip(key) {
                assigned[var] = usize::try_from(value).unwrap_or(UNSET);
            }
            condition.truth(&assigned) == Truth::Yes
        })
    }
}

/// The units of a condition on connectivity alone, and whether it must hold.
fn connectivity(condition: &Condition) -> Option<(&Units, bool)> {
    match condition {
        Condition::Connected(units) => Some((units, true)),
        Condition::Not(inner) => connectivity(inner).map(|(units, holds)| (units, !holds)),
        _ => None,
    }
}

fn scope_of(condition: &Condition) -> Vec<usize> {
    let mut scope = Vec::new();
    condition.issues(&mut scope);
    scope.sort_unstable();
    scope
}

fn cell(key: &[u32], sizes: &[usize]) -> usize {
    key.iter().zip(sizes).fold(0, |cell, (&value, &size)| cell * size + usize::try_from(value).unwrap_or(0))
}

fn admit_rows(rows: usize, issue: usize) -> Result<(), Stopped> {
    if rows <= ROWS { Ok(()) } else { Err(Stopped::TooWide { issue, size: rows }) }
}
