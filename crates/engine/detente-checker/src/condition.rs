//! Conditions without negation, and what is left of one when an issue is settled.

use crate::residue::Residue;
use detente_model::{Formula, Term};

/// A condition on the issues not yet settled. Equal conditions are written equally as far as settling issues one by one
/// makes them so; two that differ in writing only are treated as different, which costs time and nothing else.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Condition {
    Known(bool),
    Choice(usize, Vec<bool>),
    /// The sum of an amount per issue and choice is at most the bound.
    AtMost(Vec<(usize, Vec<i64>)>, i64),
    /// The marked units make up few enough connected parts, or too many of them where `false`.
    Connected(Residue, bool),
    All(Vec<Condition>),
    Any(Vec<Condition>),
}

impl Condition {
    /// The formula, or its negation where `holds` is false. Model validation keeps every sum within range.
    pub(crate) fn new(formula: &Formula, holds: bool) -> Self {
        match formula {
            Formula::Choice { issue, among } => {
                choice(*issue, among.iter().map(|&is_among| is_among == holds).collect())
            }
            Formula::AtMost { terms, bound } if holds => {
                at_most(terms.iter().map(|term| (term.issue, term.amounts.clone())).collect(), *bound)
            }
            Formula::AtMost { terms, bound } => at_most(terms.iter().map(negated).collect(), -bound - 1),
            Formula::Connected(connectivity) => connected(Residue::new(connectivity), holds),
            Formula::Not(inner) => Self::new(inner, !holds),
            Formula::All(parts) if holds => all(parts.iter().map(|part| Self::new(part, true))),
            Formula::Any(parts) if !holds => all(parts.iter().map(|part| Self::new(part, false))),
            Formula::All(parts) | Formula::Any(parts) => any(parts.iter().map(|part| Self::new(part, holds))),
        }
    }

    /// What is left of the condition once an issue has its choice.
    pub(crate) fn given(&self, settled: usize, at: usize) -> Self {
        match self {
            Self::Known(holds) => Self::Known(*holds),
            Self::Choice(issue, among) if *issue == settled => Self::Known(among[at]),
            Self::Choice(..) => self.clone(),
            Self::AtMost(terms, bound) => {
                let amount: i64 = terms.iter().filter(|term| term.0 == settled).map(|term| term.1[at]).sum();
                at_most(terms.iter().filter(|term| term.0 != settled).cloned().collect(), bound - amount)
            }
            Self::Connected(residue, holds) => connected(residue.given(settled, at), *holds),
            Self::All(parts) => all(parts.iter().map(|part| part.given(settled, at))),
            Self::Any(parts) => any(parts.iter().map(|part| part.given(settled, at))),
        }
    }

    /// Adds the pairs of issues that a graph within the condition ties.
    pub(crate) fn pairs(&self, into: &mut Vec<Vec<usize>>) {
        match self {
            Self::Connected(residue, _) => into.extend(residue.pairs()),
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.pairs(into)),
            Self::Known(_) | Self::Choice(..) | Self::AtMost(..) => {}
        }
    }

    /// Adds the issues the condition still depends on.
    pub(crate) fn issues(&self, into: &mut Vec<usize>) {
        match self {
            Self::Known(_) => {}
            Self::Choice(issue, _) => into.push(*issue),
            Self::AtMost(terms, _) => into.extend(terms.iter().map(|term| term.0)),
            Self::Connected(residue, _) => into.extend(residue.issues()),
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.issues(into)),
        }
    }
}

fn negated(term: &Term) -> (usize, Vec<i64>) {
    (term.issue, term.amounts.iter().map(|amount| -amount).collect())
}

fn choice(issue: usize, among: Vec<bool>) -> Condition {
    let all_same = among.iter().all(|&is_among| is_among == among[0]);
    if all_same { Condition::Known(among[0]) } else { Condition::Choice(issue, among) }
}

fn connected(residue: Residue, holds: bool) -> Condition {
    residue.verdict().map_or(Condition::Connected(residue, holds), |within| Condition::Known(within == holds))
}

fn at_most(terms: Vec<(usize, Vec<i64>)>, bound: i64) -> Condition {
    let most: i64 = terms.iter().filter_map(|term| term.1.iter().max()).sum();
    let least: i64 = terms.iter().filter_map(|term| term.1.iter().min()).sum();
    if most <= bound || bound < least { Condition::Known(most <= bound) } else { Condition::AtMost(terms, bound) }
}

fn all(parts: impl Iterator<Item = Condition>) -> Condition {
    gathered(parts, true, Condition::All)
}

fn any(parts: impl Iterator<Item = Condition>) -> Condition {
    gathered(parts, false, Condition::Any)
}

/// Parts that say `idle` say nothing; one that says the opposite decides.
fn gathered(parts: impl Iterator<Item = Condition>, idle: bool, of: fn(Vec<Condition>) -> Condition) -> Condition {
    let mut left: Vec<Condition> = parts.filter(|part| *part != Condition::Known(idle)).collect();
    if left.contains(&Condition::Known(!idle)) {
        return Condition::Known(!idle);
    }
    match (left.pop(), left.is_empty()) {
        (None, _) => Condition::Known(idle),
        (Some(only), true) => only,
        (Some(last), false) => {
            left.push(last);
            of(left)
        }
    }
}
