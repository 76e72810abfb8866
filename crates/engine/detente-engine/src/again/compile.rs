//! From a model to the shapes of its branches.

use super::rows::{Rows, strides};
use super::shape::{Bundle, Shape, Step, short};
use crate::condition::{Condition, Force, narrow};
use crate::error::Stopped;
use crate::fold::orders;
use crate::ground::binds;
use crate::kappa::Layout;
use crate::network::{Factor, Network, cells};
use detente_model::{Ask, Consent, Formula, Model};
use std::collections::BTreeMap;

/// How large what is written out may become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Size {
    /// As long as drawing again and again is faster than starting anew.
    Large,
    /// As long as writing it out takes no longer than starting anew once.
    Small,
}

impl Size {
    /// The most cells of a branch.
    fn cells(self) -> usize {
        match self {
            Self::Large => 400_000,
            Self::Small => 10_000,
        }
    }
}

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
    pub(super) size: Size,
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
        Ok((whole && size <= self.size.cells()).then_some(shapes))
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
        let all = || conditions.iter().chain(marks.iter().map(|(_, when, _)| when));
        if self.size == Size::Small && !all().all(|condition| network.is_written_out(condition)) {
            return Ok(false);
        }
        network.lay_path(all());
        network.link(&marks)?;
        conditions.iter().try_for_each(|condition| network.require(condition))?;
        let bundle = |units: &[i64]| bundle(units, links.len(), &open);
        let mut shape = self.empty(asked, &choices, network.sizes.clone());
        shape.base = bundle(&network.base);
        let mut compiling = Compiling::new(&network, shape, self.size.cells());
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
    /// The most cells.
    most: usize,
    /// Units of the cell at hand.
    units: Vec<i64>,
}

/// What hangs on variables still to come.
enum Piece<'n> {
    /// A factor of the network.
    Factor(Rows<'n>),
    /// An earlier step.
    Before(usize),
}

impl Piece<'_> {
    fn scope(&self, steps: &[Step]) -> Vec<usize> {
        match self {
            Self::Factor(rows) => rows.factor.scope.clone(),
            Self::Before(step) => steps[*step].tied.iter().map(|(var, _)| *var).collect(),
        }
    }
}

impl<'n> Compiling<'n> {
    fn new(network: &'n Network, shape: Shape, most: usize) -> Self {
        Self { network, bundles: BTreeMap::new(), shape, most, units: vec![0; network.width] }
    }

    /// Whether everything fits.
    fn run(&mut self) -> bool {
        let rows = |factor: &'n Factor| Piece::Factor(Rows::new(factor, &self.network.sizes));
        let mut pieces: Vec<Piece<'n>> = self.network.factors.iter().map(rows).collect();
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
        if self.most < n_rows.saturating_mul(self.network.sizes[var]) || BEFORE < before.len() {
            return false;
        }
        let first_row = self.shape.row_cells.len();
        let step = Step {
            var,
            tied: tied.iter().copied().zip(strides(&sizes)).collect(),
            rows: first_row..first_row + n_rows,
            n_before: before.len(),
            before_from: self.shape.cell_before.len(),
            cells_from: self.shape.cell_slot.len(),
        };
        let factors: Vec<&Rows<'n>> =
            mine.iter().filter_map(|piece| if let Piece::Factor(rows) = piece { Some(rows) } else { None }).collect();
        let mut assigned = vec![0; self.network.sizes.len()];
        for _ in 0..n_rows {
            self.shape.row_cells.push(short(self.shape.cell_slot.len()));
            for value in 0..self.network.sizes[var] {
                assigned[var] = value;
                self.cell(var, &factors, &before, &assigned);
            }
            to_next(&mut assigned, &tied, &sizes);
        }
        self.shape.steps.push(step);
        true
    }

    /// Adds a cell, if the combination is allowed.
    fn cell(&mut self, var: usize, factors: &[&Rows<'n>], before: &[usize], assigned: &[usize]) {
        self.units.fill(0);
        for rows in factors {
            let Some(row) = rows.row(assigned) else { return };
            self.units.iter_mut().zip(rows.factor.points.units(row)).for_each(|(sum, more)| *sum += more);
        }
        // A row's cells end where the next row's begin; earlier steps are complete.
        let from = self.shape.cell_before.len();
        for &step in before {
            let row = Shape::row(&self.shape.steps[step], assigned);
            if self.shape.cells(row).is_empty() {
                return self.shape.cell_before.truncate(from);
            }
            self.shape.cell_before.push(short(row));
        }
        let number = self.bundle();
        let value = assigned[var];
        let slot = self.shape.slots.get(var).map_or(self.shape.choice.len(), |slots| slots.start + value);
        self.shape.cell_slot.push(short(slot));
        self.shape.cell_bundle.push(number);
        self.shape.cell_value.push(short(value));
    }

    /// The number of the units of the cell at hand.
    fn bundle(&mut self) -> u32 {
        if let Some(&number) = self.bundles.get(&self.units) {
            return number;
        }
        let next = short(self.bundles.len());
        self.bundles.insert(self.units.clone(), next);
        next
    }
}

/// Assigns the next combination of values to some variables; after the last, the first.
fn to_next(assigned: &mut [usize], vars: &[usize], sizes: &[usize]) {
    for (&var, &size) in vars.iter().zip(sizes).rev() {
        assigned[var] += 1;
        if assigned[var] < size {
            return;
        }
        assigned[var] = 0;
    }
}
