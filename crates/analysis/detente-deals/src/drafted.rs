//! A question with its draft apart: issues settled at one choice, and issues left open within brackets.
//!
//! The engine knows settled issues. What stands in brackets is a condition on the packages of a question, so that no search had to
//! learn of it; where the draft itself is in question (what remains beside it, what it runs into) it becomes a part that can be
//! taken away, as a settled issue is.

use std::borrow::Cow;

use detente_base::Index;
use detente_case::{Case, IssueIdx};
use detente_engine::{Ask, Formula};

use crate::{Lowered, Settings};

/// A question to the engine, and what its draft holds.
///
/// # Shape
/// One entry per issue of the case; choices in κ's order.
#[derive(Clone, Debug)]
pub struct Drafted {
    /// The question with what is settled, without what stands in brackets.
    bare: Ask,
    /// Per issue, which of its choices stand in brackets; `None` where it is settled or wholly open.
    brackets: Vec<Option<Vec<bool>>>,
}

impl Drafted {
    pub(crate) fn new(lowered: &Lowered, case: &Case, settings: &Settings) -> Self {
        let mut bare = lowered.undrafted(case, settings);
        for (&issue, &choice) in &settings.draft {
            bare.fixed[issue.position()] = Some(lowered.rank(issue, choice));
        }
        let mut brackets = vec![None; bare.fixed.len()];
        for (&issue, choices) in &settings.open {
            let among = lowered.order[issue].iter().map(|choice| choices.contains(choice)).collect();
            brackets[issue.position()] = Some(among);
        }
        Self { bare, brackets }
    }

    /// The same question about the stated limits alone.
    #[must_use]
    pub fn without_bottom_lines(mut self) -> Self {
        self.bare.bottom_lines = false;
        self
    }

    /// The question: its packages keep to the whole draft.
    pub fn ask(&self) -> Ask {
        let mut ask = self.bare.clone();
        ask.require.extend(self.conditions().map(|(_, condition)| condition));
        ask
    }

    /// What is settled, per issue.
    pub(crate) fn settled(&self) -> &[Option<usize>] {
        &self.bare.fixed
    }

    /// Whether the draft says anything of an issue.
    pub(crate) fn holds(&self, issue: usize) -> bool {
        self.bare.fixed[issue].is_some() || self.brackets[issue].is_some()
    }

    /// The issues that stand in brackets.
    pub(crate) fn bracketed(&self) -> impl Iterator<Item = usize> + '_ {
        self.brackets.iter().enumerate().filter(|(_, among)| among.is_some()).map(|(issue, _)| issue)
    }

    /// The same question with one issue left open.
    pub(crate) fn freed(&self, issue: usize) -> Self {
        let mut freed = self.clone();
        freed.bare.fixed[issue] = None;
        freed.brackets[issue] = None;
        freed
    }

    /// The same question with one issue settled.
    pub(crate) fn held_at(&self, issue: usize, choice: usize) -> Self {
        let mut held = self.freed(issue);
        held.bare.fixed[issue] = Some(choice);
        held
    }

    /// Whether the draft allows a choice of an issue.
    pub(crate) fn allows(&self, issue: usize, choice: usize) -> bool {
        self.bare.fixed[issue].is_none_or(|held| held == choice)
            && self.brackets[issue].as_ref().is_none_or(|among| among[choice])
    }

    /// The question and its model with every bracket as a rule of its own after the others, so that it can be set aside.
    pub(crate) fn with_rules<'l>(&self, lowered: &'l Lowered) -> (Cow<'l, Lowered>, Ask) {
        let mut with = Cow::Borrowed(lowered);
        for (issue, condition) in self.conditions() {
            let with = with.to_mut();
            with.model.rules.push(condition);
            with.bracketed.push(IssueIdx::new(issue));
        }
        (with, self.bare.clone())
    }

    fn conditions(&self) -> impl Iterator<Item = (usize, Formula)> + '_ {
        let condition = |(issue, among): (usize, &Option<Vec<bool>>)| {
            Some((issue, Formula::Choice { issue, among: among.clone()? }))
        };
        self.brackets.iter().enumerate().filter_map(condition)
    }
}
