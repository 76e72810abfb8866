//! One instance as it is written down, and as a model.

use detente_model::{Consent, Formula, Limit, Model, Party, Table};
use serde::Deserialize;

/// An instance of the shared data.
#[derive(Clone, Debug, Deserialize)]
pub struct Instance {
    /// Its name.
    pub name: String,
    /// The number of parties.
    pub parties: usize,
    /// Choices per issue.
    pub sizes: Vec<usize>,
    /// Per party, issue and choice.
    pub values: Vec<Vec<Vec<i64>>>,
    /// Bottom lines.
    pub reservation: Vec<i64>,
    /// Values of several issues together.
    pub tables: Vec<Interaction>,
    /// Party, issue, choice.
    pub forbidden: Vec<(usize, usize, usize)>,
    /// If this choice, then one of those.
    pub rules: Vec<IfThen>,
    /// Per party the condition of its consent; all always asked where absent.
    #[serde(default)]
    pub consent: Vec<Option<AskedWhen>>,
}

/// Values that depend on several issues.
#[derive(Clone, Debug, Deserialize)]
pub struct Interaction {
    /// Which.
    pub issues: Vec<usize>,
    /// Per party, row by row, the last issue fastest.
    pub values: Vec<Vec<i64>>,
}

impl Interaction {
    fn of(&self, party: usize) -> Table {
        Table { issues: self.issues.clone(), units: self.values[party].clone() }
    }
}

/// If one issue takes a choice, the other takes one of some.
#[derive(Clone, Debug, Deserialize)]
pub struct IfThen {
    if_issue: usize,
    if_option: usize,
    then_issue: usize,
    then_options: Vec<usize>,
}

/// A party is asked where an issue takes one of some choices.
#[derive(Clone, Debug, Deserialize)]
pub struct AskedWhen {
    issue: usize,
    options: Vec<usize>,
}

impl Instance {
    /// The number of packages, as far as 128 bits can count.
    pub fn space(&self) -> u128 {
        self.sizes.iter().fold(1, |space, &size| space.saturating_mul(size as u128))
    }

    /// The instance as a model.
    pub fn model(&self) -> Model {
        let limit =
            |&(owner, issue, choice): &(usize, usize, usize)| Limit { owner, forbids: self.among(issue, &[choice]) };
        Model {
            issues: self.sizes.clone(),
            parties: (0..self.parties).map(|party| self.party(party)).collect(),
            rules: self.rules.iter().map(|rule| self.rule(rule)).collect(),
            limits: self.forbidden.iter().map(limit).collect(),
        }
    }

    fn among(&self, issue: usize, choices: &[usize]) -> Formula {
        Formula::Choice { issue, among: (0..self.sizes[issue]).map(|choice| choices.contains(&choice)).collect() }
    }

    fn rule(&self, rule: &IfThen) -> Formula {
        let premise = self.among(rule.if_issue, &[rule.if_option]);
        Formula::Any(vec![Formula::Not(Box::new(premise)), self.among(rule.then_issue, &rule.then_options)])
    }

    fn party(&self, party: usize) -> Party {
        let consent = match self.consent.get(party) {
            Some(Some(when)) => Consent::When(self.among(when.issue, &when.options)),
            _ => Consent::Always,
        };
        Party {
            values: self.values[party].clone(),
            tables: self.tables.iter().map(|table| table.of(party)).collect(),
            linkages: Vec::new(),
            bottom_line: Some(self.reservation[party]),
            consent,
        }
    }
}
