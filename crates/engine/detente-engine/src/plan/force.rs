//! Which members of a model are in force in one search.

use detente_model::Ask;
use detente_model::{Consent, Formula, Model};

/// The members of a model that hold in one search.
#[derive(Clone, Debug)]
pub(crate) struct Force {
    /// Per issue the choice it is held at.
    pub(crate) fixed: Vec<Option<usize>>,
    /// Per rule.
    pub(crate) rules: Vec<bool>,
    /// Per limit.
    pub(crate) limits: Vec<bool>,
    /// Per party, whether its bottom line counts.
    pub(crate) lines: Vec<bool>,
}

impl Force {
    /// What a question puts in force.
    pub(crate) fn of(model: &Model, ask: &Ask) -> Self {
        Self {
            fixed: ask.fixed.clone(),
            rules: vec![true; model.rules.len()],
            limits: ask.limits.clone(),
            lines: vec![ask.bottom_lines; model.parties.len()],
        }
    }

    /// The choices the draft leaves, per issue.
    pub(crate) fn allowed(&self, model: &Model) -> Vec<Vec<usize>> {
        let left = |(&size, fixed): (&usize, &Option<usize>)| match fixed {
            Some(choice) => vec![*choice],
            None => (0..size).collect(),
        };
        model.issues.iter().zip(&self.fixed).map(left).collect()
    }

    /// What every package of the zone satisfies, bottom lines apart.
    pub(crate) fn hard(&self, model: &Model, ask: &Ask) -> Vec<Formula> {
        let rules = model.rules.iter().zip(&self.rules).filter(|(_, holds)| **holds).map(|(rule, _)| rule.clone());
        let limits = model.limits.iter().zip(&self.limits).filter(|(_, holds)| **holds);
        let limits = limits.filter_map(|(limit, _)| refusal(&model.parties[limit.owner].consent, &limit.forbids));
        rules.chain(ask.require.iter().cloned()).chain(limits).collect()
    }
}

/// "Not where the owner is asked and the limit forbids"; nothing where the owner is never asked.
fn refusal(consent: &Consent, forbids: &Formula) -> Option<Formula> {
    let refused = match consent {
        Consent::Never => return None,
        Consent::Always => forbids.clone(),
        Consent::When(asked) => Formula::All(vec![asked.clone(), forbids.clone()]),
    };
    Some(Formula::Not(Box::new(refused)))
}
