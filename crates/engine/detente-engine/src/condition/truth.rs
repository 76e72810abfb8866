//! Conditions over a partial assignment: true, false, or not yet decided.

use super::units::Units;
use detente_model::{Formula, Term};

/// The mark of an issue that is not assigned yet.
pub(crate) const UNSET: usize = usize::MAX;

/// What is known of a condition while issues are still open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Truth {
    Yes,
    No,
    Open,
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }
}

impl Truth {
    fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            Self::Open => Self::Open,
        }
    }
}

/// A formula lowered onto the choices still allowed: lists are by position among those, and what is decided whatever the
/// package is folded away.
#[derive(Clone, Debug)]
pub(crate) enum Condition {
    Known(bool),
    Choice { issue: usize, among: Vec<bool> },
    AtMost { terms: Vec<Amounts>, bound: i64 },
    Connected(Units),
    Not(Box<Condition>),
    All(Vec<Condition>),
    Any(Vec<Condition>),
}

/// One issue's part of a sum, with the least and most it can still add.
#[derive(Clone, Debug)]
pub(crate) struct Amounts {
    pub(crate) issue: usize,
    pub(crate) per_position: Vec<i64>,
    pub(crate) least: i64,
    pub(crate) most: i64,
}

impl Condition {
    /// Lowers a formula onto `allowed`, the choices left per issue.
    pub(crate) fn new(formula: &Formula, allowed: &[Vec<usize>]) -> Self {
        match formula {
            Formula::Choice { issue, among } => Self::choice(*issue, among, &allowed[*issue]),
            Formula::AtMost { terms, bound } => Self::at_most(terms, *bound, allowed),
            Formula::Connected(connectivity) => Self::connected(Units::new(connectivity, allowed)),
            Formula::Not(inner) => Self::new(inner, allowed).negated(),
            Formula::All(parts) => Self::joined(parts, allowed, true),
            Formula::Any(parts) => Self::joined(parts, allowed, false),
        }
    }

    fn choice(issue: usize, among: &[bool], allowed: &[usize]) -> Self {
        let among: Vec<bool> = allowed.iter().map(|&choice| among[choice]).collect();
        match (among.contains(&true), among.contains(&false)) {
            (true, true) => Self::Choice { issue, among },
            (holds, _) => Self::Known(holds),
        }
    }

    fn at_most(terms: &[Term], bound: i64, allowed: &[Vec<usize>]) -> Self {
        let all = terms.iter().map(|term| Amounts::new(term, &allowed[term.issue]));
        let (settled, terms): (Vec<_>, Vec<_>) = all.partition(|term| term.least == term.most);
        let bound = bound - settled.iter().map(|term| term.least).sum::<i64>();
        match within(terms.iter().map(|term| (term.least, term.most)), bound) {
            Truth::Open => Self::AtMost { terms, bound },
            truth => Self::Known(truth == Truth::Yes),
        }
    }

    fn connected(units: Units) -> Self {
        units.certain().map_or(Self::Connected(units), Self::Known)
    }

    /// The condition's negation.
    pub(crate) fn negated(self) -> Self {
        match self {
            Self::Known(holds) => Self::Known(!holds),
            Self::Not(inner) => *inner,
            other => Self::Not(Box::new(other)),
        }
    }

    /// The conjunction where `neutral` is true, the disjunction where it is false.
    fn joined(parts: &[Formula], allowed: &[Vec<usize>], neutral: bool) -> Self {
        let mut kept = Vec::new();
        for part in parts {
            match Self::new(part, allowed) {
                Self::Known(holds) if holds == neutral => {}
                Self::Known(holds) => return Self::Known(holds),
                open => kept.push(open),
            }
        }
        match (kept.len(), neutral) {
            (0, _) => Self::Known(neutral),
            (1, _) => kept.swap_remove(0),
            (_, true) => Self::All(kept),
            (_, false) => Self::Any(kept),
        }
    }

    /// What is known of the condition; `assigned` has a position per issue, or [`UNSET`].
    pub(crate) fn truth(&self, assigned: &[usize]) -> Truth {
        match self {
            Self::Known(holds) => Truth::from(*holds),
            Self::Choice { issue, among } => match assigned[*issue] {
                UNSET => Truth::Open,
                position => Truth::from(among[position]),
            },
            Self::AtMost { terms, bound } => within(terms.iter().map(|term| term.range(assigned)), *bound),
            Self::Connected(units) => units.truth(assigned),
            Self::Not(inner) => inner.truth(assigned).not(),
            Self::All(parts) => first_or(parts, assigned, Truth::No, Truth::Yes),
            Self::Any(parts) => first_or(parts, assigned, Truth::Yes, Truth::No),
        }
    }

    /// Adds the issues the condition depends on, each once.
    pub(crate) fn issues(&self, into: &mut Vec<usize>) {
        match self {
            Self::Known(_) => {}
            Self::Choice { issue, .. } => note(*issue, into),
            Self::AtMost { terms, .. } => terms.iter().for_each(|term| note(term.issue, into)),
            Self::Connected(units) => units.open().for_each(|unit| note(unit.issue, into)),
            Self::Not(inner) => inner.issues(into),
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.issues(into)),
        }
    }
}

impl Amounts {
    fn new(term: &Term, allowed: &[usize]) -> Self {
        let amounts: Vec<i64> = allowed.iter().map(|&choice| term.amounts[choice]).collect();
        let least = amounts.iter().copied().min().unwrap_or(0);
        let most = amounts.iter().copied().max().unwrap_or(0);
        Self { issue: term.issue, per_position: amounts, least, most }
    }

    fn range(&self, assigned: &[usize]) -> (i64, i64) {
        match assigned[self.issue] {
            UNSET => (self.least, self.most),
            position => (self.per_position[position], self.per_position[position]),
        }
    }
}

/// Whether a sum of ranges stays within a bound.
fn within(ranges: impl Iterator<Item = (i64, i64)>, bound: i64) -> Truth {
    let (least, most) = ranges.fold((0, 0), |sum, range| (sum.0 + range.0, sum.1 + range.1));
    match (most <= bound, least <= bound) {
        (true, _) => Truth::Yes,
        (false, true) => Truth::Open,
        (false, false) => Truth::No,
    }
}

/// `decisive` if any part is; else open if any part is; else `otherwise`.
fn first_or(parts: &[Condition], assigned: &[usize], decisive: Truth, otherwise: Truth) -> Truth {
    let mut verdict = otherwise;
    for part in parts {
        match part.truth(assigned) {
            truth if truth == decisive => return decisive,
            Truth::Open => verdict = Truth::Open,
            _ => {}
        }
    }
    verdict
}

fn note(issue: usize, into: &mut Vec<usize>) {
    if !into.contains(&issue) {
        into.push(issue);
    }
}
