//! What people say of a party's preferences without giving points: orders and comparisons.

use std::collections::{BTreeMap, BTreeSet};

use detente_base::Span;
use detente_case::{ChoiceIdx, Id, IssueIdx};

use crate::Why;

/// Orders and comparisons about one party.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// The issues, the one with most at stake first.
    pub weights: Option<Order<IssueIdx>>,
    /// Per issue, its choices, the one liked most first.
    pub values: BTreeMap<IssueIdx, Order<ChoiceIdx>>,
    /// Comparisons of issues and of packages; in order of id where all have one, else as written.
    pub comparisons: Vec<Comparison>,
}

/// A rank order, ties included: each thing counts at least as much as those of the next class, as much as those of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order<I> {
    /// The classes of things that stand level, the first one first. None is empty.
    pub classes: Vec<Vec<Ranked<I>>>,
    /// Why.
    pub why: Why,
    /// Where it is written.
    pub span: Span,
}

/// A thing in an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ranked<I> {
    /// The thing.
    pub of: I,
    /// Where it is named.
    pub span: Span,
}

impl<I: Copy> Order<I> {
    /// Everything it ranks, in its order.
    pub fn ranked(&self) -> impl Iterator<Item = Ranked<I>> {
        self.classes.iter().flatten().copied()
    }
}

/// One thing said to count more than another, everything else equal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Its id, where it has one.
    pub id: Option<Id>,
    /// What is compared, the one that counts more first.
    pub of: Compared,
    /// Whether the first counts more, and not merely at least as much.
    pub strictly: bool,
    /// Why.
    pub why: Why,
    /// Where it is written.
    pub span: Span,
}

/// What is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Compared {
    /// Going from the least liked to the most liked choice of one issue, with the same on another.
    Issues(IssueIdx, IssueIdx),
    /// Two packages that name the same issues; on all others they agree.
    Packages(Part, Part),
}

/// A choice for some issues.
pub type Part = BTreeMap<IssueIdx, ChoiceIdx>;

impl Answers {
    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        self.weights.is_none() && self.values.is_empty() && self.comparisons.is_empty()
    }

    /// The issues whose weights something is said about.
    pub fn weighed(&self) -> BTreeSet<IssueIdx> {
        let ranked = self.weights.iter().flat_map(|order| order.ranked().map(|ranked| ranked.of));
        let compared = self.comparisons.iter().flat_map(|comparison| match &comparison.of {
            Compared::Issues(more, less) => vec![*more, *less],
            Compared::Packages(more, _) => more.keys().copied().collect(),
        });
        ranked.chain(compared).collect()
    }
}
