//! From a model to the shapes of its branches.

use super::shape::{Bundle, Shape, Step, short};
use crate::condition::{Condition, Force, narrow};
use crate::error::Stopped;
use crate::fold::orders;
use crate::ground::binds;
use crate::kappa::Layout;
use crate::network::{Factor, Network, cells, combinations};
use detente_model::{Ask, Consent, Formula, Model};
use std::collections::BTreeMap;

/// The most cells of a branch; beyond, drawing again and again is not faster than starting anew.
const CELLS: usize = 400_000;

/// The most earlier steps that hang on one step: sums over them must not overflow.
const BEFORE: usize = 24;

/// What does not change from one set of numbers to the next.
pub(super) struct Ground<'a> {
    pub(super) model: &'a Model,
    pub(super) ask: &'a Ask,
    /// Per limit, whether it is left open if it is in force.
    pub(super) open: &'a [bool],
    /// The choices looked at, per issue.
    pub(super) choices: &'a [Vec<usize>],
}

impl Ground<'_> {
    /// The branches that may hold a package; `None` where they are too large to be worth it.
    pub(super) fn shapes(&self) -> Result<Option<Vec<Shape>>, Stopped> {
        let mut force = Force::of(self.model, self.ask);
        force.limits.iter_mut().zip(self.open).for_each(|(in_force, open)| *in_force |= open);
        let split: Vec<(usize, &Formula)> = self
            .model
            .parties
            .iter()
            .enumerate()
            .filter_map(|(party, row)| {
                let Consent::When(formula) = &row.consent else { return None };
                binds(self.model, &force, party).then_some((party, formula))
            })
            .collect();
        let mut asked: Vec<bool> = self.model.parties.iter().map(|party| party.consent == Consent::Always).collect();
        let mut shapes = Vec::new();
        let whole = self.split(&split, &mut asked, &mut Vec::new(), &mut shapes)?;
        let size: usize = shapes.iter().map(|shape: &Shape| shape.cell_slot.len()).sum();
        Ok((whole && size <= CELLS).then_some(shapes))
    }

    fn split(
        &self,
        rest: &[(usize, &Formula)],
        asked: &mut Vec<bool>,
        settled: &mut Vec<Formula>,
        into: &mut Vec<Shape>,
    ) -> Result<bool, Stopped> {
        let Some((&(party, formula), rest)) = rest.split_first() else {
            return self.branch(asked, settled, into);
        };
        let mut whole = true;
        for is_asked in [true, false] {
            asked[party] = is_asked;
            settled.push(if is_asked { formula.clone() } else { Formula::Not(Box::new(formula.clone())) });
            whole &= self.split(rest, asked, settled, into)?;
            settled.pop();
        }
        asked[party] = false;
        Ok(whole)
    }

    /// Adds a branch, if it may hold a package; whether it was not too large.
    fn branch(&self, asked: &[bool], settled: &[Formula], into: &mut Vec<Shape>) -> Result<bool, Stopped> {
        let limits = || self.model.limits.iter().enumerate().filter(|(_, limit)| asked[limit.owner]);
        let refused = limits().filter(|&(at, _)| self.ask.limits[at] && !self.open[at]);
        let refused = refused.map(|(_, limit)| Formula::Not(Box::new(limit.forbids.clone())));
        let hard = self.model.rules.iter().chain(&self.ask.require).chain(settled).cloned();
        let hard: Vec<Formula> = hard.chain(refused).collect();
        let mut choices = self.choices.to_vec();
        let Some(conditions) = narrow(&hard, &mut choices) else { return Ok(true) };
        let links: Vec<&Formula> =
            self.model.parties.iter().flat_map(|party| party.linkages.iter().map(|link| &link.when)).collect();
        let open: Vec<usize> = limits().map(|(at, _)| at).filter(|&at| self.open[at]).collect();
        let forbidding = open.iter().map(|&at| &self.model.limits[at].forbids);
        let marks: Vec<(usize, Condition, i64)> = links
            .iter()
            .copied()
            .chain(forbidding)
            .enumerate()
            .map(|(mark, formula)| (mark, Condition::new(formula, &choices), 1))
            .collect();
        let nothing: Vec<Vec<i64>> = self.model.issues.iter().map(|&size| vec![0; size]).collect();
        let mut network = Network::new(&choices, &Layout::new(&self.model.issues), &vec![&nothing; marks.len()]);
        network.lay_path(conditions.iter().chain(marks.iter().map(|(_, when, _)| when)));
        network.link(&marks)?;
        conditions.iter().try_for_each(|condition| network.require(condition))?;
        let bundle = |units: &[i64]| bundle(units, links.len(), &open);
        let mut shape = self.empty(asked, &choices, network.sizes.clone());
        shape.base = bundle(&network.base);
        let mut compiling = Compiling { network: &network, bundles: BTreeMap::new(), shape };
        let fits = compiling.run();
        let Compiling { bundles, mut shape, .. } = compiling;
        let mut listed: Vec<(Vec<i64>, u32)> = bundles.into_iter().collect();
        listed.sort_by_key(|(_, number)| *number);
        shape.bundles = listed.iter().map(|(units, _)| bundle(units)).collect();
        let possible = shape.roots.iter().all(|&row| !shape.cells(row).is_empty());
        if fits && possible {
            into.push(shape);
        }
        Ok(fits)
    }

    fn empty(&self, asked: &[bool], choices: &[Vec<usize>], sizes: Vec<usize>) -> Shape {
        let counts =
            |party: usize| self.ask.bottom_lines && asked[party] && self.model.parties[party].bottom_line.is_some();
        let principals = &self.ask.principals;
        let others = (0..self.model.parties.len()).filter(|party| !principals.contains(party) && counts(*party));
        let parties: Vec<usize> = principals.iter().copied().chain(others).collect();
        let (mut slots, mut choice, mut value_at, mut issue_from) = (Vec::new(), Vec::new(), Vec::new(), 0);
        for (left, size) in choices.iter().zip(&self.model.issues) {
            slots.push(choice.len()..choice.len() + left.len());
            choice.extend(left);
            value_at.extend(left.iter().map(|choice| issue_from + choice));
            issue_from += size;
        }
        Shape {
            has_line: parties.iter().map(|&party| counts(party)).collect(),
            parties,
            sizes,
            slots,
            choice,
            value_at,
            bundles: Vec::new(),
            base: Bundle::default(),
            steps: Vec::new(),
            roots: Vec::new(),
            row_cells: Vec::new(),
            cell_slot: Vec::new(),
            cell_bundle: Vec::new(),
            cell_value: Vec::new(),
            cell_before: Vec::new(),
        }
    }
}

fn bundle(units: &[i64], n_linkages: usize, open: &[usize]) -> Bundle {
    let (linkages, limits) = units.split_at(n_linkages.min(units.len()));
    let some = |(at, &times): (usize, &i64)| (times != 0).then_some((at, times));
    Bundle {
        linkages: linkages.iter().enumerate().filter_map(some).collect(),
        limits: limits.iter().enumerate().filter_map(some).map(|(at, _)| open[at]).collect(),
    }
}

struct Compiling<'n> {
    network: &'n Network,
    /// Units of rows, numbered.
    bundles: BTreeMap<Vec<i64>, u32>,
    shape: Shape,
}

/// What hangs on variables still to come.
enum Piece<'n> {
    /// A factor of the network, its rows by key.
    Factor(&'n Factor, BTreeMap<&'n [u32], usize>),
    /// An earlier step.
    Before(usize),
}

impl Piece<'_> {
    fn scope(&self, steps: &[Step]) -> Vec<usize> {
        match self {
            Self::Factor(factor, _) => factor.scope.clone(),
            Self::Before(step) => steps[*step].tied.iter().map(|(var, _)| *var).collect(),
        }
    }
}

impl<'n> Compiling<'n> {
    /// Whether everything fits.
    fn run(&mut self) -> bool {
        let mut pieces: Vec<Piece<'n>> = self.network.factors.iter().map(piece).collect();
        for component in orders(self.network) {
            for var in component {
                let (mine, rest): (Vec<_>, Vec<_>) =
                    pieces.into_iter().partition(|piece| piece.scope(&self.shape.steps).contains(&var));
                pieces = rest;
                if !self.eliminate(var, &mine) {
                    return false;
                }
                let step = self.shape.steps.len() - 1;
                if self.shape.steps[step].tied.is_empty() {
                    self.shape.roots.push(self.shape.steps[step].rows.start);
                } else {
                    pieces.push(Piece::Before(step));
                }
            }
        }
        self.shape.row_cells.push(short(self.shape.cell_slot.len()));
        true
    }

    fn eliminate(&mut self, var: usize, mine: &[Piece<'n>]) -> bool {
        let mut tied: Vec<usize> = mine.iter().flat_map(|piece| piece.scope(&self.shape.steps)).collect();
        tied.retain(|&other| other != var);
        tied.sort_unstable();
        tied.dedup();
        let sizes: Vec<usize> = tied.iter().map(|&var| self.network.sizes[var]).collect();
        let n_rows = cells(sizes.iter().copied());
        let before: Vec<usize> =
            mine.iter().filter_map(|piece| if let Piece::Before(step) = piece { Some(*step) } else { None }).collect();
        if CELLS < n_rows.saturating_mul(self.network.sizes[var]) || BEFORE < before.len() {
            return false;
        }
        let first_row = self.shape.row_cells.len();
        let stride = |place: usize| cells(sizes[place + 1..].iter().copied());
        let step = Step {
            var,
            tied: tied.iter().enumerate().map(|(place, &var)| (var, stride(place))).collect(),
            rows: first_row..first_row + n_rows,
            n_before: before.len(),
            before_from: self.shape.cell_before.len(),
            cells_from: self.shape.cell_slot.len(),
        };
        let mut assigned = vec![0; self.network.sizes.len()];
        for key in combinations(&sizes) {
            self.shape.row_cells.push(short(self.shape.cell_slot.len()));
            tied.iter().zip(&key).for_each(|(&var, &value)| assigned[var] = value);
            for value in (0..).take(self.network.sizes[var]) {
                assigned[var] = value;
                self.cell(var, value, mine, &before, &assigned);
            }
        }
        self.shape.steps.push(step);
        true
    }

    /// Adds a cell, if the combination is allowed.
    fn cell(&mut self, var: usize, value: u32, mine: &[Piece<'n>], before: &[usize], assigned: &[u32]) {
        let mut units = vec![0; self.network.width];
        for piece in mine {
            let Piece::Factor(factor, rows) = piece else { continue };
            let key: Vec<u32> = factor.scope.iter().map(|&var| assigned[var]).collect();
            let Some(&row) = rows.get(&key[..]) else { return };
            units.iter_mut().zip(factor.points.units(row)).for_each(|(sum, more)| *sum += more);
        }
        let assigned: Vec<usize> = assigned.iter().map(|&value| super::shape::place(value)).collect();
        let rows: Vec<usize> = before.iter().map(|&step| Shape::row(&self.shape.steps[step], &assigned)).collect();
        // A row's cells end where the next row's begin; earlier steps are complete.
        if rows.iter().any(|&row| self.shape.cells(row).is_empty()) {
            return;
        }
        let next = short(self.bundles.len());
        let number = *self.bundles.entry(units).or_insert(next);
        let slot = self.shape.slots.get(var).map_or(self.shape.choice.len(), |slots| slots.start + assigned[var]);
        self.shape.cell_slot.push(short(slot));
        self.shape.cell_bundle.push(number);
        self.shape.cell_value.push(value);
        self.shape.cell_before.extend(rows.into_iter().map(short));
    }
}

fn piece(factor: &Factor) -> Piece<'_> {
    Piece::Factor(factor, (0..factor.len()).map(|row| (factor.key(row), row)).collect())
}
