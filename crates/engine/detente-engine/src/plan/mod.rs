//! A question lowered for search: the choices left, axes to add up, clauses to watch, an order and bounds.

mod axis;
mod clause;
mod force;
mod narrow;
mod order;
mod truth;

pub(crate) use axis::Axis;
pub(crate) use clause::{Clause, Role};
pub(crate) use force::Force;
pub(crate) use narrow::narrow;
pub(crate) use truth::{Amounts, Condition, Truth, UNSET};

use detente_model::Ask;
use detente_model::ModelError;
use detente_model::{Model, Package};

/// In which order a search assigns issues.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// As the model lists them: the first package found is the κ-least.
    Kappa,
    /// Those connected by clauses first, the free ones behind them.
    LinkedFirst,
}

/// What a search needs to know, indexed by issue, by position among the choices left, and by axis.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    /// The choices left, ascending, per issue.
    pub(crate) choices: Vec<Vec<usize>>,
    /// The quantities added up.
    pub(crate) axes: Vec<Axis>,
    /// Per issue, `position * n_axes + axis`: units.
    pub(crate) values: Vec<Vec<i64>>,
    /// What is watched.
    pub(crate) clauses: Vec<Clause>,
    /// Per issue the clauses that depend on it.
    pub(crate) watch: Vec<Vec<usize>>,
    /// The issues in the order of assignment.
    pub(crate) order: Vec<usize>,
    /// How many of them, from the front, clauses connect.
    pub(crate) linked: usize,
    /// Per depth and axis the most and the least that the issues from that depth on can add, linkages apart.
    pub(crate) most: Vec<Vec<i64>>,
    /// See `most`.
    pub(crate) least: Vec<Vec<i64>>,
    /// Per issue the weight of a position in κ, over the choices left; all 0 where 128 bits cannot hold it.
    pub(crate) weights: Vec<u128>,
    /// The number of packages over the choices left, where 128 bits can count them.
    pub(crate) space: Option<u128>,
}

/// Which parties' utilities a search adds up beyond those whose bottom line is in force.
pub(crate) enum Tracked<'a> {
    /// All.
    All,
    /// Those named.
    Only(&'a [usize]),
}

impl Plan {
    /// Lowers a question; `None` if it is plain from single conditions that no package meets it.
    pub(crate) fn new(
        model: &Model,
        ask: &Ask,
        force: &Force,
        tracked: &Tracked<'_>,
        order: Order,
    ) -> Result<Option<Self>, ModelError> {
        model.validate()?;
        ask.validate(model)?;
        let mut choices = force.allowed(model);
        let Some(hard) = narrow::narrow(&force.hard(model, ask), &mut choices) else { return Ok(None) };
        let axes = model.parties.iter().enumerate();
        let axes = axes.map(|(index, party)| Axis::of(index, party, force.lines[index], &choices));
        let axes: Vec<Axis> = axes.filter(|axis| axis.line.is_some() || tracked.has(axis.party)).collect();
        let clauses = clause::clauses(hard, &axes);
        Ok(Some(Self::assemble(choices, axes, clauses, order)))
    }

    fn assemble(choices: Vec<Vec<usize>>, axes: Vec<Axis>, clauses: Vec<Clause>, order: Order) -> Self {
        let linked = order::linked(&clauses, choices.len());
        let n_linked = linked.len();
        let order = match order {
            Order::Kappa => (0..choices.len()).collect(),
            Order::LinkedFirst => {
                let free = order::free(&linked, &axes, choices.len());
                linked.into_iter().chain(free).collect()
            }
        };
        let watch = clause::watch(&clauses, choices.len());
        let (weights, space) = weights(&choices);
        let (values, most, least) = (Vec::new(), Vec::new(), Vec::new());
        let plan = Self { choices, axes, values, clauses, watch, order, linked: n_linked, most, least, weights, space };
        plan.summed()
    }

    /// Adds axes of nobody's to the end of the list.
    pub(crate) fn with_axes(mut self, axes: impl IntoIterator<Item = Axis>) -> Self {
        self.axes.extend(axes);
        self.summed()
    }

    /// Fills what is summed up over axes: values side by side and bounds per depth.
    fn summed(mut self) -> Self {
        self.values = (0..self.choices.len()).map(|issue| self.side_by_side(issue)).collect();
        self.most = self.bounds(|values| values.iter().copied().max().unwrap_or(0));
        self.least = self.bounds(|values| values.iter().copied().min().unwrap_or(0));
        self
    }

    fn side_by_side(&self, issue: usize) -> Vec<i64> {
        let positions = 0..self.choices[issue].len();
        positions.flat_map(|position| self.axes.iter().map(move |axis| axis.values[issue][position])).collect()
    }

    fn bounds(&self, extreme: impl Fn(&[i64]) -> i64) -> Vec<Vec<i64>> {
        let mut rows = vec![vec![0; self.axes.len()]];
        for &issue in self.order.iter().rev() {
            let after = rows.last().map_or(&[][..], |row| row);
            let row = self.axes.iter().zip(after).map(|(axis, after)| after + extreme(&axis.values[issue])).collect();
            rows.push(row);
        }
        rows.reverse();
        rows
    }

    /// The number of issues.
    pub(crate) fn n_issues(&self) -> usize {
        self.choices.len()
    }

    /// Units per axis that a position of an issue adds.
    pub(crate) fn row(&self, issue: usize, position: usize) -> &[i64] {
        let width = self.axes.len();
        &self.values[issue][position * width..(position + 1) * width]
    }

    /// The number of packages over the issues from a depth on; the whole space must be countable.
    pub(crate) fn packages_from(&self, depth: usize) -> u128 {
        self.order[depth..].iter().map(|&issue| wide(self.choices[issue].len())).product()
    }

    /// The package of a number in κ order over the choices left.
    pub(crate) fn package(&self, kappa: u128) -> Package {
        let mut rest = kappa;
        let mut choose = |(choices, &weight): (&Vec<usize>, &u128)| {
            let position = rest.checked_div(weight).and_then(|position| usize::try_from(position).ok());
            rest = rest.checked_rem(weight).unwrap_or(0);
            position.and_then(|position| choices.get(position).copied()).unwrap_or(0)
        };
        self.choices.iter().zip(&self.weights).map(&mut choose).collect()
    }
}

impl Tracked<'_> {
    fn has(&self, party: Option<usize>) -> bool {
        match self {
            Self::All => true,
            Self::Only(named) => party.is_some_and(|party| named.contains(&party)),
        }
    }
}

/// Per issue the number of packages over the later ones, and the number of all packages.
fn weights(choices: &[Vec<usize>]) -> (Vec<u128>, Option<u128>) {
    let mut space = Some(1_u128);
    let mut weights = Vec::with_capacity(choices.len());
    for choices in choices.iter().rev() {
        weights.push(space.unwrap_or(0));
        space = space.and_then(|space| space.checked_mul(wide(choices.len())));
    }
    weights.reverse();
    if space.is_none() {
        weights.fill(0);
    }
    (weights, space)
}

/// A length as a count.
pub(crate) fn wide(length: usize) -> u128 {
    u128::try_from(length).unwrap_or(u128::MAX)
}
