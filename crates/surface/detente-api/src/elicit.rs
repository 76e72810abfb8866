//! What to ask a party next.

use std::collections::BTreeMap;

use detente::estimate::{EstimateSet, Part};
use detente::robustness::{Elicitation, Question as Found};
use schemars::JsonSchema;
use serde::Serialize;

use crate::deals::Head;
use crate::question::{About, Set};

/// Comparisons to put to a party, in the order to ask them.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Elicit {
    /// `detente.elicit/1`.
    pub schema: &'static str,
    /// The case.
    pub case: Head,
    /// The set of estimates they go on from.
    #[serde(flatten)]
    pub set: Set,
    /// Whom to ask.
    pub party: String,
    /// The seed of the draws.
    pub seed: u64,
    /// Draws from what the set leaves of the party's weights and values.
    pub draws: usize,
    /// Comparisons weighed against each other.
    pub candidates: usize,
    /// The questions; fewer than asked for where no other would tell the draws apart.
    pub questions: Vec<Question>,
}

/// Which of two packages the party would rather have, everything else equal.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Question {
    /// The package named first, a choice per issue.
    pub first: BTreeMap<String, String>,
    /// The other, on the same issues.
    pub second: BTreeMap<String, String>,
    /// Draws in which the first is worth more: what the answer "the first" leaves, were it the only answer.
    pub draws_for_first: usize,
    /// Draws in which the second is worth more.
    pub draws_for_second: usize,
    /// Draws in which both are worth the same.
    pub draws_level: usize,
    /// The percentage of draws that this answer and all before it leave on average, rounded.
    pub percent_left: u64,
}

/// The questions as a document.
pub fn elicit(about: &About<'_>, set: &EstimateSet, seed: u64, found: &Elicitation) -> Elicit {
    Elicit {
        schema: "detente.elicit/1",
        case: about.head(),
        set: about.set(set),
        party: about.party(found.party),
        seed,
        draws: found.draws,
        candidates: found.candidates,
        questions: found.questions.iter().map(|question| of(about, found.draws, question)).collect(),
    }
}

fn of(about: &About<'_>, draws: usize, question: &Found) -> Question {
    let part = |part: &Part| {
        part.iter()
            .map(|(&issue, &choice)| {
                let row = &about.case.issues[issue];
                (row.id.to_string(), row.choices[choice].id.clone())
            })
            .collect()
    };
    Question {
        first: part(&question.first),
        second: part(&question.second),
        draws_for_first: question.for_first,
        draws_for_second: question.for_second,
        draws_level: question.level(draws),
        percent_left: question.percent_left(draws),
    }
}
