//! What the tests of principles share.

use detente_base::Silent;
use detente_engine::principles::Answer;
use detente_engine::{Ask, Attained, Model, Want, scan};
use detente_testkit::oracle::{self, Chosen, Ground};

/// The frontier of a zone over the question's principals.
pub(crate) fn frontier(model: &Model, ask: &Ask) -> Vec<Attained> {
    scan(model, ask, Want::Frontier, &Silent).expect("within reach").frontier.expect("wanted")
}

/// The bottom lines by party.
pub(crate) fn bottom_lines(model: &Model) -> Vec<Option<i64>> {
    model.parties.iter().map(|party| party.bottom_line).collect()
}

/// The whole zone as the oracle wants it.
pub(crate) fn ground(model: &Model, ask: &Ask, units: &[i64]) -> Ground {
    let parties = || ask.principals.iter().map(|&party| &model.parties[party]);
    let zone = oracle::zone(model, ask);
    Ground {
        vectors: zone.iter().map(|package| parties().map(|party| party.utility(package)).collect()).collect(),
        bottom_lines: parties().map(|party| party.bottom_line.map(i128::from)).collect(),
        units_per_point: ask.principals.iter().map(|&party| i128::from(units[party])).collect(),
    }
}

/// The vectors over the principals that an answer names.
pub(crate) fn vectors(frontier: &[Attained], principals: &[usize], answer: &Answer) -> Chosen {
    let vector =
        |&point: &usize| principals.iter().map(|&party| i128::from(frontier[point].utilities[party])).collect();
    answer.vectors.iter().map(vector).collect()
}
