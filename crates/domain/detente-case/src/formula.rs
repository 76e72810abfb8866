//! Conditions on packages, resolved to the issues and choices of one case.

use detente_base::{Span, Table};

use crate::expr::Expr;
use crate::{ChoiceIdx, IssueIdx};

/// A condition as written and as understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// What was written.
    pub text: String,
    /// Its syntax.
    pub expr: Expr,
    /// Its meaning.
    pub formula: Formula,
    /// Where it is written.
    pub span: Span,
}

/// What a condition means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Formula {
    /// The issue's choice is one of these, sorted.
    Is(IssueIdx, Vec<ChoiceIdx>),
    /// A sum of amounts is at most `bound`.
    AtMost {
        /// The terms, by issue, no issue twice.
        terms: Vec<Term>,
        /// Millionths.
        bound: i64,
    },
    /// Marked units of a lens make up few enough connected parts.
    Connected(Box<Connected>),
    /// It does not hold.
    Not(Box<Formula>),
    /// All hold; of none: always.
    All(Vec<Formula>),
    /// One holds; of none: never.
    Any(Vec<Formula>),
}

/// One issue's part of a sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The issue.
    pub issue: IssueIdx,
    /// What each of its choices adds, in millionths.
    pub amounts: Table<ChoiceIdx, i64>,
}

/// A condition on a graph: its marked vertices make up at most so many connected parts; none marked make up none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connected {
    /// The vertices that an issue settles, each with the choices that mark it, sorted; no issue twice.
    pub open: Vec<(IssueIdx, Vec<ChoiceIdx>)>,
    /// How many further vertices are always marked; they are numbered after the others.
    pub always: usize,
    /// Pairs of vertices, each pair once.
    pub edges: Vec<(usize, usize)>,
    /// The most connected parts.
    pub max_components: usize,
}

impl Formula {
    /// "If this then that."
    #[must_use]
    pub fn implies(self, then: Self) -> Self {
        Self::Any(vec![Self::Not(Box::new(self)), then])
    }

    /// The issues it speaks of, sorted, each once.
    pub fn issues(&self) -> Vec<IssueIdx> {
        let mut issues = Vec::new();
        self.collect_issues(&mut issues);
        issues.sort_unstable();
        issues.dedup();
        issues
    }

    fn collect_issues(&self, into: &mut Vec<IssueIdx>) {
        match self {
            Self::Is(issue, _) => into.push(*issue),
            Self::AtMost { terms, .. } => into.extend(terms.iter().map(|term| term.issue)),
            Self::Connected(graph) => into.extend(graph.open.iter().map(|(issue, _)| *issue)),
            Self::Not(inner) => inner.collect_issues(into),
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.collect_issues(into)),
        }
    }
}
