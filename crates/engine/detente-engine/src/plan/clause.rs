//! What a search watches while it assigns issues: conditions not decided from the start, and what hangs on them.

use super::axis::Axis;
use super::truth::Condition;

/// A condition and what it decides.
#[derive(Clone, Debug)]
pub(crate) struct Clause {
    /// Its place in the list of clauses.
    pub(crate) index: usize,
    /// The condition.
    pub(crate) condition: Condition,
    /// The issues it depends on.
    pub(crate) issues: Vec<usize>,
    /// What it decides.
    pub(crate) role: Role,
}

/// What hangs on a condition.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Role {
    /// Every package satisfies it.
    Hard,
    /// Whether the line of an axis counts.
    Consent {
        /// Which axis.
        axis: usize,
    },
    /// Units of an axis.
    Linkage {
        /// Which axis.
        axis: usize,
        /// How many.
        units: i64,
    },
}

/// Lists the clauses of hard conditions and axes.
pub(crate) fn clauses(hard: Vec<Condition>, axes: &[Axis]) -> Vec<Clause> {
    let hard = hard.into_iter().map(|condition| (condition, Role::Hard));
    let consents = axes.iter().enumerate().filter_map(|(axis, of)| Some((of.consent.clone()?, Role::Consent { axis })));
    let linkages = axes.iter().enumerate().flat_map(|(axis, of)| {
        of.linkages.iter().map(move |(when, units)| (when.clone(), Role::Linkage { axis, units: *units }))
    });
    let all = hard.chain(consents).chain(linkages).enumerate();
    all.map(|(index, (condition, role))| clause(index, condition, role)).collect()
}

fn clause(index: usize, condition: Condition, role: Role) -> Clause {
    let mut issues = Vec::new();
    condition.issues(&mut issues);
    Clause { index, condition, issues, role }
}

/// Per issue the clauses that depend on it.
pub(crate) fn watch(clauses: &[Clause], n_issues: usize) -> Vec<Vec<usize>> {
    let mut watch = vec![Vec::new(); n_issues];
    for clause in clauses {
        clause.issues.iter().for_each(|&issue| watch[issue].push(clause.index));
    }
    watch
}
