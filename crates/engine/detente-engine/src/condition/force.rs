//! Which members of a model are in force in one search.

use detente_model::{Ask, Model};

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
}
