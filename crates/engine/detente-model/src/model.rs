//! The integer model: issues as numbers of choices, parties as numbers, limits as formulas over choices.
//!
//! It knows no names. Issues and choices arrive in the order of κ (issues by id bytes, choices by id bytes; DEFINITIONS 10),
//! so that "first in the model" is the canonical order everywhere in this crate.

use crate::connectivity::Connectivity;

/// What is negotiated and by whom, in integers.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Model {
    /// The number of choices of each issue, at least one each.
    pub issues: Vec<usize>,
    /// The parties.
    pub parties: Vec<Party>,
    /// What every package satisfies; nobody's.
    pub rules: Vec<Formula>,
    /// What a package must not satisfy where its owner's consent is needed.
    pub limits: Vec<Limit>,
}

/// One party: what it gets from a package and when its consent is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Units per issue and choice; the party's own scale.
    pub values: Vec<Vec<i64>>,
    /// Units that depend on a few issues together.
    pub tables: Vec<Table>,
    /// Units added where a formula holds.
    pub linkages: Vec<Linkage>,
    /// The least the party accepts, in its own units; `None` accepts anything within its limits.
    pub bottom_line: Option<i64>,
    /// In which packages the party's limits and bottom line bind.
    pub consent: Consent,
}

/// Units for every combination of choices of a few issues.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Which issues; none twice.
    pub issues: Vec<usize>,
    /// The party's own units per combination, the choice of the last issue changing fastest.
    pub units: Vec<i64>,
}

/// Units a party gains (or loses) in the packages where `when` holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linkage {
    /// The condition.
    pub when: Formula,
    /// The party's own units.
    pub units: i64,
}

/// Where a party's consent is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Consent {
    /// In every package.
    Always,
    /// In none.
    Never,
    /// In the packages where the formula holds.
    When(Formula),
}

/// A formula its owner does not accept: a red line or a conditional offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Which party.
    pub owner: usize,
    /// The packages excluded where the owner's consent is needed.
    pub forbids: Formula,
}

/// A condition on a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Formula {
    /// The issue's choice is one of those marked `true`; `among` has an entry per choice.
    Choice {
        /// Which issue.
        issue: usize,
        /// Per choice, whether it satisfies the condition.
        among: Vec<bool>,
    },
    /// The sum over the terms is at most `bound`.
    AtMost {
        /// An amount per choice of each issue named; no issue twice.
        terms: Vec<Term>,
        /// The largest sum that satisfies the condition.
        bound: i64,
    },
    /// Units that are marked make up few connected parts.
    Connected(Connectivity),
    /// The condition does not hold.
    Not(Box<Formula>),
    /// All of them hold; the empty list always holds.
    All(Vec<Formula>),
    /// At least one of them holds; the empty list never does.
    Any(Vec<Formula>),
}

/// One issue's part of a sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Which issue.
    pub issue: usize,
    /// The amount each choice adds.
    pub amounts: Vec<i64>,
}

/// A full assignment: the choice of each issue.
pub type Package = Vec<usize>;

impl Formula {
    /// A formula every package satisfies.
    pub const fn always() -> Self {
        Self::All(Vec::new())
    }

    /// Whether `package` satisfies the formula.
    pub fn holds(&self, package: &[usize]) -> bool {
        match self {
            Self::Choice { issue, among } => among[package[*issue]],
            Self::AtMost { terms, bound } => {
                let sum: i128 = terms.iter().map(|term| i128::from(term.amounts[package[term.issue]])).sum();
                sum <= i128::from(*bound)
            }
            Self::Connected(connectivity) => connectivity.holds(package),
            Self::Not(inner) => !inner.holds(package),
            Self::All(parts) => parts.iter().all(|part| part.holds(package)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(package)),
        }
    }
}

impl Party {
    /// The party's units in `package`; wide, so that it cannot overflow.
    pub fn utility(&self, package: &[usize]) -> i128 {
        let own: i128 = self.values.iter().zip(package).map(|(values, &choice)| i128::from(values[choice])).sum();
        let tables: i128 = self.tables.iter().map(|table| i128::from(self.in_table(table, package))).sum();
        let linked: i128 =
            self.linkages.iter().filter(|link| link.when.holds(package)).map(|link| i128::from(link.units)).sum();
        own + tables + linked
    }

    fn in_table(&self, table: &Table, package: &[usize]) -> i64 {
        let row = |row: usize, &issue: &usize| row * self.values[issue].len() + package[issue];
        table.units[table.issues.iter().fold(0, row)]
    }

    /// Whether the party's consent is needed for `package`.
    pub fn is_asked_in(&self, package: &[usize]) -> bool {
        match &self.consent {
            Consent::Always => true,
            Consent::Never => false,
            Consent::When(formula) => formula.holds(package),
        }
    }
}
