//! Values along an amount that several issues decide together, as linkages of the model.
//!
//! The engine gathers linkages over the same issues into one table, so that nothing is split by them; and everything that
//! draws, proves or counts knows linkages already (DEFINITIONS 26 speaks of tables: these are they).

use std::collections::BTreeMap;

use detente_base::Decimal;
use detente_case::{ChoiceIdx, Formula, Issue, IssueIdx};
use detente_estimate::{Amounts, Corner, along};

/// Combinations of choices with the same amount, for each table of a value in turn; within a table amounts rise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Groups {
    /// Per table the different amounts, each once.
    pub tables: Vec<Amounts>,
    /// Per amount of all tables, where it is reached.
    pub when: Vec<Formula>,
}

impl Groups {
    /// The groups of `tables`.
    ///
    /// # Cost
    /// Linear in the combinations but for a sort.
    pub fn new(issues: &detente_base::Table<IssueIdx, Issue>, tables: &[Amounts]) -> Self {
        let mut groups = Self { tables: Vec::new(), when: Vec::new() };
        for table in tables {
            let mut by_amount: BTreeMap<Decimal, Vec<Formula>> = BTreeMap::new();
            for (amount, combination) in table.amounts.iter().zip(combinations(issues, &table.issues)) {
                let is = table.issues.iter().zip(combination).map(|(&issue, choice)| Formula::Is(issue, vec![choice]));
                by_amount.entry(*amount).or_default().push(Formula::All(is.collect()));
            }
            groups.tables.push(Amounts { issues: table.issues.clone(), amounts: by_amount.keys().copied().collect() });
            groups.when.extend(by_amount.into_values().map(Formula::Any));
        }
        groups
    }

    /// The value of each group under a curve.
    pub fn values(&self, corners: &[Corner]) -> impl Iterator<Item = Decimal> + use<> {
        along(corners, &self.tables).into_iter().flatten()
    }
}

/// Every combination of the choices of `over`, the last issue's changing fastest.
fn combinations(issues: &detente_base::Table<IssueIdx, Issue>, over: &[IssueIdx]) -> Vec<Vec<ChoiceIdx>> {
    over.iter().fold(vec![Vec::new()], |before, &issue| {
        let with = |start: &Vec<ChoiceIdx>| {
            let start = start.clone();
            issues[issue].choices.indices().map(move |choice| start.iter().copied().chain([choice]).collect::<Vec<_>>())
        };
        before.iter().flat_map(with).collect()
    })
}
