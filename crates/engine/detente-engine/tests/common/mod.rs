//! What the tests of principles share.

use detente_base::Silent;
use detente_engine::principles::{Answer, Stakes};
use detente_engine::{Ask, Attained, Model, Want, scan};
use detente_testkit::oracle::{self, Chosen, Ground};

/// The frontier of a zone over the question's principals.
pub fn frontier(model: &Model, ask: &Ask) -> Vec<Attained> {
    scan(model, ask, Want::Frontier, &Silent).expect("within reach").frontier.expect("wanted")
}

/// The bottom lines by party.
pub fn bottom_lines(model: &Model) -> Vec<Option<i64>> {
    model.parties.iter().map(|party| party.bottom_line).collect()
}

/// The whole zone as the oracle wants it.
pub fn ground(model: &Model, ask: &Ask, units: &[i64]) -> Ground {
    let parties = || ask.principals.iter().map(|&party| &model.parties[party]);
    let zone = oracle::zone(model, ask);
    Ground {
        vectors: zone.iter().map(|package| parties().map(|party| party.utility(package)).collect()).collect(),
        bottom_lines: parties().map(|party| party.bottom_line.map(i128::from)).collect(),
        units_per_point: ask.principals.iter().map(|&party| i128::from(units[party])).collect(),
    }
}

/// The vectors over the principals that an answer names.
pub fn vectors(frontier: &[Attained], principals: &[usize], answer: &Answer) -> Chosen {
    let vector =
        |&point: &usize| principals.iter().map(|&party| i128::from(frontier[point].utilities[party])).collect();
    answer.vectors.iter().map(vector).collect()
}

/// What a principle chooses in the whole zone of a model, as vectors over its principals.
pub fn chosen(model: &Model, units: &[i64], principle: impl Fn(&Stakes<'_>) -> Answer) -> Chosen {
    let ask = Ask::all(model);
    let (frontier, lines) = (frontier(model, &ask), bottom_lines(model));
    let stakes = Stakes::new(&frontier, &ask.principals, &lines, units).expect("shapes fit");
    vectors(&frontier, &ask.principals, &principle(&stakes))
}
