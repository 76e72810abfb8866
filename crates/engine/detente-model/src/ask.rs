//! Which zone a question is about, and the definition of that zone for one package at a time.

use crate::error::ModelError;
use crate::model::{Consent, Formula, Model, Party};

/// How much work a question may cost. Work is counted in steps, never in time, so that the verdict is the same everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effort {
    /// Steps: packages or branches looked at, and comparisons between points.
    pub max_steps: u64,
    /// Points of a frontier, or of a list on the way to it; about 100 bytes each.
    pub max_points: usize,
}

impl Default for Effort {
    fn default() -> Self {
        Self { max_steps: 2_000_000_000, max_points: 2_000_000 }
    }
}

/// A zone to ask about: a draft, what is in force, and between whom the frontier is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// A partial draft: per issue the choice it is held at, if any.
    pub fixed: Vec<Option<usize>>,
    /// Per limit of the model, whether it is in force.
    pub limits: Vec<bool>,
    /// Whether bottom lines are in force; the first answer of a case leaves them out (DEFINITIONS 0).
    pub bottom_lines: bool,
    /// The parties whose utilities span the frontier.
    pub principals: Vec<usize>,
    /// Conditions beyond the model's rules.
    pub require: Vec<Formula>,
    /// How much work the answer may cost.
    pub effort: Effort,
}

impl Ask {
    /// Asks about the whole zone: nothing fixed, everything in force, the principals those whose consent is always needed.
    pub fn all(model: &Model) -> Self {
        let is_principal = |party: &Party| party.consent == Consent::Always;
        let parties = model.parties.iter().enumerate();
        Self {
            fixed: vec![None; model.issues.len()],
            limits: vec![true; model.limits.len()],
            bottom_lines: true,
            principals: parties.filter(|(_, party)| is_principal(party)).map(|(index, _)| index).collect(),
            require: Vec::new(),
            effort: Effort::default(),
        }
    }

    /// Checks that the question fits the model; all searches check it themselves.
    pub fn validate(&self, model: &Model) -> Result<(), ModelError> {
        if self.fixed.len() != model.issues.len() {
            return Err(ModelError::DraftLength { found: self.fixed.len(), expected: model.issues.len() });
        }
        for (issue, (&size, &fixed)) in model.issues.iter().zip(&self.fixed).enumerate() {
            if let Some(choice) = fixed.filter(|&choice| size <= choice) {
                return Err(ModelError::UnknownChoice { issue, choice });
            }
        }
        if self.limits.len() != model.limits.len() {
            return Err(ModelError::SwitchedLimits { found: self.limits.len(), expected: model.limits.len() });
        }
        self.validate_principals(model)?;
        self.require.iter().try_for_each(|formula| model.validate_formula(formula))
    }

    fn validate_principals(&self, model: &Model) -> Result<(), ModelError> {
        self.principals.iter().try_for_each(|&party| model.validate_owner(party))?;
        let mut named = vec![false; model.parties.len()];
        match self.principals.iter().find(|&&party| std::mem::replace(&mut named[party], true)) {
            Some(&party) => Err(ModelError::PartyTwice { party }),
            None => Ok(()),
        }
    }
}

/// Whether a package lies in the zone: it keeps to the draft, meets rules and further conditions, and every party whose
/// consent it needs can accept it. Equality with a bottom line accepts.
///
/// This is the definition; every search of this crate is tested against it. The model, the question and the package must
/// fit together.
///
/// # Source
/// DEFINITIONS 2.
pub fn in_zone(model: &Model, ask: &Ask, package: &[usize]) -> bool {
    let keeps_to_draft = ask.fixed.iter().zip(package).all(|(fixed, choice)| fixed.is_none_or(|held| held == *choice));
    keeps_to_draft
        && model.rules.iter().chain(&ask.require).all(|formula| formula.holds(package))
        && (0..model.parties.len()).all(|party| accepts(model, ask, party, package))
}

/// Whether a party's consent is not needed for the package, or no limit of its own that is in force stands against it and,
/// where bottom lines are in force, it is worth at least the party's.
pub fn accepts(model: &Model, ask: &Ask, party: usize, package: &[usize]) -> bool {
    let who = &model.parties[party];
    if !who.is_asked_in(package) {
        return true;
    }
    let own = model.limits.iter().zip(&ask.limits).filter(|(limit, in_force)| **in_force && limit.owner == party);
    let within_limits = own.into_iter().all(|(limit, _)| !limit.forbids.holds(package));
    let line = who.bottom_line.filter(|_| ask.bottom_lines);
    within_limits && line.is_none_or(|line| i128::from(line) <= who.utility(package))
}
