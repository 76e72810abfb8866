//! What is negotiated: issues and the states of the world that can be chosen on them.

use detente_base::{Decimal, Span, Table};

use crate::{ChoiceIdx, Id, PartyIdx};

/// One matter on which a package picks one choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Its id.
    pub id: Id,
    /// Its title, as printed.
    pub title: String,
    /// Words by which sources speak of it.
    pub words: Vec<String>,
    /// A note of the case's author.
    pub note: Option<String>,
    /// Statements whose wording stays beside ours.
    pub reported_as: Vec<Id>,
    /// The party whose own office or person the issue is about; only that party's estimates may value it.
    pub owner: Option<PartyIdx>,
    /// Whether the choices have an order, and amounts.
    pub arrangement: Arrangement,
    /// The choices: in scale order where there is one, else by id.
    pub choices: Table<ChoiceIdx, Choice>,
    /// Where it is written.
    pub span: Span,
}

/// What the order of an issue's choices means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arrangement {
    /// Nothing.
    Unordered,
    /// The issue's scale, low to high.
    Scale,
    /// Amounts on a grid.
    Range {
        /// The unit, as printed.
        unit: Option<String>,
    },
}

/// A state of the world that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its id; of an amount, the amount as text.
    pub id: String,
    /// Its title, as printed.
    pub title: String,
    /// The amount, on a range.
    pub amount: Option<Decimal>,
    /// Where it is written.
    pub span: Span,
}

impl Issue {
    /// The choice with this id.
    pub fn choice(&self, id: &str) -> Option<ChoiceIdx> {
        self.choices.find(|choice| choice.id == id)
    }

    /// The choice with this amount.
    pub fn choice_at(&self, amount: Decimal) -> Option<ChoiceIdx> {
        self.choices.find(|choice| choice.amount == Some(amount))
    }

    /// Whether the choices stand on a scale or range.
    pub fn is_ordered(&self) -> bool {
        !matches!(self.arrangement, Arrangement::Unordered)
    }

    /// Whether the choices are amounts.
    pub fn is_range(&self) -> bool {
        matches!(self.arrangement, Arrangement::Range { .. })
    }

    /// The choices sorted by the bytes of their ids: their order in κ (DEFINITIONS 10).
    pub fn canonical_order(&self) -> Vec<ChoiceIdx> {
        let mut order: Vec<ChoiceIdx> = self.choices.indices().collect();
        order.sort_by(|&a, &b| self.choices[a].id.as_bytes().cmp(self.choices[b].id.as_bytes()));
        order
    }
}
