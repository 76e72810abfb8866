//! Other names for the same thing: parties, issues and choices in another order.

use detente_model::{
    Ask, ConnectedUnit, Connectivity, Consent, Formula, Limit, Linkage, Model, Package, Party, Table, Term,
};
use proptest::prelude::*;

/// A relabelling: per new index the old one.
#[derive(Clone, Debug)]
pub struct Relabelling {
    /// Parties.
    pub parties: Vec<usize>,
    /// Issues.
    pub issues: Vec<usize>,
    /// Per new issue its choices.
    pub choices: Vec<Vec<usize>>,
}

/// All relabellings of a model.
pub fn relabellings(model: &Model) -> impl Strategy<Value = Relabelling> + use<> {
    let sizes = model.issues.clone();
    let parties = Just((0..model.parties.len()).collect::<Vec<_>>()).prop_shuffle();
    let issues = Just((0..sizes.len()).collect::<Vec<_>>()).prop_shuffle();
    (parties, issues).prop_flat_map(move |(parties, issues)| {
        let shuffled = |&issue: &usize| Just((0..sizes[issue]).collect::<Vec<_>>()).prop_shuffle();
        let choices: Vec<_> = issues.iter().map(shuffled).collect();
        (Just(parties), Just(issues), choices).prop_map(|(parties, issues, choices)| Relabelling {
            parties,
            issues,
            choices,
        })
    })
}

impl Relabelling {
    /// The new index of an old party.
    pub fn party(&self, old: usize) -> usize {
        self.parties.iter().position(|&party| party == old).unwrap_or(old)
    }

    fn issue(&self, old: usize) -> usize {
        self.issues.iter().position(|&issue| issue == old).unwrap_or(old)
    }

    /// A list per choice of a new issue, from that of the old one.
    fn per_choice<T: Clone>(&self, new: usize, list: &[T]) -> Vec<T> {
        self.choices[new].iter().map(|&choice| list[choice].clone()).collect()
    }

    fn formula(&self, formula: &Formula) -> Formula {
        match formula {
            Formula::Choice { issue, among } => {
                let issue = self.issue(*issue);
                Formula::Choice { issue, among: self.per_choice(issue, among) }
            }
            Formula::AtMost { terms, bound } => {
                let term = |term: &Term| {
                    let issue = self.issue(term.issue);
                    Term { issue, amounts: self.per_choice(issue, &term.amounts) }
                };
                Formula::AtMost { terms: terms.iter().map(term).collect(), bound: *bound }
            }
            Formula::Connected(connectivity) => Formula::Connected(self.connectivity(connectivity)),
            Formula::Not(inner) => Formula::Not(Box::new(self.formula(inner))),
            Formula::All(parts) => Formula::All(parts.iter().map(|part| self.formula(part)).collect()),
            Formula::Any(parts) => Formula::Any(parts.iter().map(|part| self.formula(part)).collect()),
        }
    }

    /// The units stand in an order of their own; it does not matter.
    fn connectivity(&self, connectivity: &Connectivity) -> Connectivity {
        let unit = |unit: &ConnectedUnit| {
            let issue = self.issue(unit.issue);
            ConnectedUnit { issue, among: self.per_choice(issue, &unit.among) }
        };
        Connectivity { units: connectivity.units.iter().map(unit).collect(), ..connectivity.clone() }
    }

    fn relabel_party(&self, party: &Party) -> Party {
        let values = self.issues.iter().enumerate().map(|(new, &old)| self.per_choice(new, &party.values[old]));
        let linkage = |linkage: &Linkage| Linkage { when: self.formula(&linkage.when), units: linkage.units };
        Party {
            values: values.collect(),
            tables: party.tables.iter().map(|table| self.table(table)).collect(),
            linkages: party.linkages.iter().map(linkage).collect(),
            bottom_line: party.bottom_line,
            consent: match &party.consent {
                Consent::When(formula) => Consent::When(self.formula(formula)),
                other => other.clone(),
            },
        }
    }

    fn table(&self, table: &Table) -> Table {
        let issues: Vec<usize> = table.issues.iter().map(|&old| self.issue(old)).collect();
        let unit = |cell: usize| {
            let (mut rest, mut old_cell, mut stride) = (cell, 0, 1);
            for &issue in issues.iter().rev() {
                let choices = &self.choices[issue];
                old_cell += choices[rest % choices.len()] * stride;
                rest /= choices.len();
                stride *= choices.len();
            }
            table.units[old_cell]
        };
        let units = (0..table.units.len()).map(unit).collect();
        Table { issues, units }
    }

    /// The model under the new names.
    pub fn model(&self, model: &Model) -> Model {
        let limit = |limit: &Limit| Limit { owner: self.party(limit.owner), forbids: self.formula(&limit.forbids) };
        Model {
            issues: self.issues.iter().map(|&old| model.issues[old]).collect(),
            parties: self.parties.iter().map(|&old| self.relabel_party(&model.parties[old])).collect(),
            rules: model.rules.iter().map(|rule| self.formula(rule)).collect(),
            limits: model.limits.iter().map(limit).collect(),
        }
    }

    /// The question under the new names; principals stay in the order they were named.
    pub fn ask(&self, ask: &Ask) -> Ask {
        let held = |(new, &old): (usize, &usize)| {
            let held = ask.fixed[old]?;
            self.choices[new].iter().position(|&choice| choice == held)
        };
        Ask {
            fixed: self.issues.iter().enumerate().map(held).collect(),
            principals: ask.principals.iter().map(|&party| self.party(party)).collect(),
            require: ask.require.iter().map(|formula| self.formula(formula)).collect(),
            ..ask.clone()
        }
    }

    /// The old package that a new one stands for.
    pub fn old_package(&self, new: &[usize]) -> Package {
        let mut old = vec![0; new.len()];
        for (issue, &choice) in new.iter().enumerate() {
            old[self.issues[issue]] = self.choices[issue][choice];
        }
        old
    }
}
