//! One party, or one distance, as the searches add it up: integers per issue and position, and what is decided already.

use super::narrow::{holding, sole};
use super::truth::{Condition, Truth};
use detente_model::{Consent, Formula, Party, Table};

/// A quantity added up along a package, with the least it must reach.
#[derive(Clone, Debug)]
pub(crate) struct Axis {
    /// The party it belongs to, if to any.
    pub(crate) party: Option<usize>,
    /// Units before any issue is assigned.
    pub(crate) base: i64,
    /// Units per issue and position.
    pub(crate) values: Vec<Vec<i64>>,
    /// Units that depend on more than one issue.
    pub(crate) linkages: Vec<(Condition, i64)>,
    /// The least it must reach where it is asked; `None` if nothing depends on it.
    pub(crate) line: Option<i64>,
    /// Whether the line counts; open while that depends on the package.
    pub(crate) asked: Truth,
    /// What decides it, where it is open.
    pub(crate) consent: Option<Condition>,
}

impl Axis {
    /// A quantity of nobody's, the same in every package but for `values`, per issue and choice; its line always counts.
    pub(crate) fn plain(values: &[Vec<i64>], line: i64, allowed: &[Vec<usize>]) -> Self {
        let values = values.iter().zip(allowed).map(|(values, allowed)| at(values, allowed)).collect();
        let (linkages, line) = (Vec::new(), Some(line));
        Self { party: None, base: 0, values, linkages, line, asked: Truth::Yes, consent: None }
    }

    /// A party over the choices still allowed; its bottom line only where `in_force` and not met by every package anyway.
    pub(crate) fn of(index: usize, party: &Party, in_force: bool, allowed: &[Vec<usize>]) -> Self {
        let values = party.values.iter().zip(allowed).map(|(values, allowed)| at(values, allowed)).collect();
        let (party_index, line) = (Some(index), party.bottom_line.filter(|_| in_force));
        let mut axis =
            Self { party: party_index, base: 0, values, linkages: Vec::new(), line, asked: Truth::Yes, consent: None };
        for table in &party.tables {
            let cells = table.units.iter().enumerate();
            cells.for_each(|(cell, &units)| axis.link(cell_of(table, cell, party, allowed), units, allowed));
        }
        party.linkages.iter().for_each(|link| axis.link(Condition::new(&link.when, allowed), link.units, allowed));
        axis.ask(&party.consent, allowed);
        axis
    }

    fn link(&mut self, when: Condition, units: i64, allowed: &[Vec<usize>]) {
        if units == 0 {
            return;
        }
        match (&when, sole(&when)) {
            (Condition::Known(holds), _) => self.base += if *holds { units } else { 0 },
            (_, Some(issue)) => {
                let holds = holding(&when, issue, allowed);
                let linked = self.values[issue].iter_mut().zip(holds).filter(|(_, holds)| *holds);
                linked.for_each(|(value, _)| *value += units);
            }
            (_, None) => self.linkages.push((when, units)),
        }
    }

    fn ask(&mut self, consent: &Consent, allowed: &[Vec<usize>]) {
        let condition = match consent {
            Consent::Always => Condition::Known(true),
            Consent::Never => Condition::Known(false),
            Consent::When(formula) => Condition::new(formula, allowed),
        };
        let is_never_asked = matches!(condition, Condition::Known(false));
        self.line = self.line.filter(|&line| !is_never_asked && self.least() < line);
        if self.line.is_none() {
            self.asked = Truth::No;
        } else if !matches!(condition, Condition::Known(_)) {
            self.asked = Truth::Open;
            self.consent = Some(condition);
        }
    }

    /// No package is worth less.
    fn least(&self) -> i64 {
        let own: i64 = self.values.iter().map(|values| values.iter().copied().min().unwrap_or(0)).sum();
        self.base + own + self.linkages.iter().map(|(_, units)| (*units).min(0)).sum::<i64>()
    }
}

fn cell_of(table: &Table, cell: usize, party: &Party, allowed: &[Vec<usize>]) -> Condition {
    let mut rest = cell;
    let mut parts = Vec::new();
    for &issue in table.issues.iter().rev() {
        let size = party.values[issue].len();
        let among = (0..size).map(|choice| choice == rest % size).collect();
        parts.push(Formula::Choice { issue, among });
        rest /= size;
    }
    Condition::new(&Formula::All(parts), allowed)
}

fn at(values: &[i64], allowed: &[usize]) -> Vec<i64> {
    allowed.iter().map(|&choice| values[choice]).collect()
}
