//! The same structure with other numbers, over and over.
//!
//! A [`Structure`] is what a model and a question have apart from numbers: whose consent splits the zone, which choices are left
//! in each branch, in which order its issues are eliminated, which linkages hold where. A [`Solver`] takes one set of
//! [`Figures`] after another and answers exactly: whether there is a package, with a choice or without; the most for a
//! party; where each principle leads; whether a package is bettered. Nothing found under one set of figures is used under
//! another; packages [`Known`] beforehand are looked at again each time.
//!
//! Weights bound what a branch can hold, in integers; the packages the bound does not exclude are walked through. A question
//! that takes too many steps, or a structure too large to be written out, is answered by the searches that start anew.

mod compile;
mod direction;
mod figures;
mod goals;
mod known;
mod principles;
mod rows;
mod shape;
mod solver;
mod space;
mod walk;
mod weights;
mod written_out;

pub use figures::Figures;
pub use known::{Known, Seen};
pub use principles::Worthiest;
pub use solver::{Guide, Solver, Soon};
pub use written_out::WrittenOut;

use crate::error::{Stopped, forgiven};
use compile::{Ground, Size};
use detente_model::{Ask, Model, Package};
use shape::Shape;
use std::ops::Range;

/// What a model and a question have apart from numbers.
#[derive(Clone, Debug)]
pub struct Structure {
    model: Model,
    ask: Ask,
    /// Per limit, whether the figures say if it is in force.
    open: Vec<bool>,
    /// The branches; `None` where they are too large, and every question starts anew.
    shapes: Option<Vec<Shape>>,
    /// Per party, its linkages among all.
    linkages: Vec<Range<usize>>,
}

impl Structure {
    /// The structure of a model under a question. Of the limits marked `open` the figures say whether they are in force, of
    /// the others the question.
    ///
    /// # Cost
    /// The combinations of issues that are eliminated together, once.
    ///
    /// # Errors
    /// [`Stopped::Model`] where question and model do not fit together.
    pub fn new(model: &Model, ask: &Ask, open: &[bool]) -> Result<Self, Stopped> {
        model.validate()?;
        ask.validate(model)?;
        let mut open = open.to_vec();
        open.resize(model.limits.len(), false);
        let shapes = match shapes(model, ask, &open, Size::Large) {
            Ok(shapes) => shapes,
            Err(stopped) if stopped.is_a_limit() && stopped != Stopped::Cancelled => None,
            Err(stopped) => return Err(stopped),
        };
        Ok(Self::of(model, ask, open, shapes))
    }

    /// The structure of a model under a question, written out only where that takes no longer than starting anew once; so even one set
    /// of figures is worth it.
    ///
    /// # Errors
    /// As for [`Structure::new`].
    pub fn small(model: &Model, ask: &Ask) -> Result<Self, Stopped> {
        model.validate()?;
        ask.validate(model)?;
        let open = vec![false; model.limits.len()];
        let shapes = forgiven(shapes(model, ask, &open, Size::Small))?.flatten();
        Ok(Self::of(model, ask, open, shapes))
    }

    fn of(model: &Model, ask: &Ask, open: Vec<bool>, shapes: Option<Vec<Shape>>) -> Self {
        let mut from = 0;
        let linkages = model.parties.iter().map(|party| {
            let own = from..from + party.linkages.len();
            from = own.end;
            own
        });
        Self { linkages: linkages.collect(), model: model.clone(), ask: ask.clone(), open, shapes }
    }

    /// Whether questions are answered without starting anew, as far as steps allow.
    pub fn is_compiled(&self) -> bool {
        self.shapes.is_some()
    }

    /// The model; its numbers are those it was made with.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// The question.
    pub fn ask(&self) -> &Ask {
        &self.ask
    }

    /// Packages to look at again under every set of figures; they must fit the model.
    pub fn known(&self, packages: Vec<Package>) -> Known {
        Known::new(self, packages)
    }

    /// A solver without figures.
    pub fn solver(&self) -> Solver<'_> {
        Solver::new(self)
    }

    /// Where each issue's values stand among a party's.
    fn issue_starts(&self) -> Vec<usize> {
        let mut from = 0;
        let starts = self.model.issues.iter().map(|size| {
            from += size;
            from - size
        });
        starts.collect()
    }

    fn per_party(&self) -> usize {
        self.model.issues.iter().sum()
    }
}

/// The branches; `None` where they are too large for their size to be worth it.
fn shapes(model: &Model, ask: &Ask, open: &[bool], size: Size) -> Result<Option<Vec<Shape>>, Stopped> {
    if model.parties.iter().any(|party| !party.tables.is_empty()) {
        return Ok(None);
    }
    let left = |(&size, held): (&usize, &Option<usize>)| held.map_or_else(|| (0..size).collect(), |held| vec![held]);
    let choices: Vec<Vec<usize>> = model.issues.iter().zip(&ask.fixed).map(left).collect();
    Ground { model, ask, open, choices: &choices, size }.shapes()
}
