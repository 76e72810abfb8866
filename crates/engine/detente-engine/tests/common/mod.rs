//! What the tests of principles share.
use detente_base::Silent;
use detente_engine::{Ask, Chosen, Consent, Measure, Model, Party, Principle, principle};

/// What a principle leads to in a whole model; all of it, and proved.
pub(crate) fn choose(model: &Model, which: Principle, measure: &Measure) -> Option<Chosen> {
    let chosen = principle(model, &Ask::all(model), which, measure, &Silent).expect("within reach");
    assert!(chosen.iter().all(|chosen| chosen.proved && chosen.bound.is_none()));
    chosen
}

/// A model whose packages are exactly these vectors over all parties.
pub(crate) fn of_vectors(vectors: &[&[i64]], lines: &[Option<i64>]) -> Model {
    let party = |(at, line): (usize, &Option<i64>)| Party {
        values: vec![vectors.iter().map(|vector| vector[at]).collect()],
        tables: Vec::new(),
        linkages: Vec::new(),
        bottom_line: *line,
        consent: Consent::Always,
    };
    let parties = lines.iter().enumerate().map(party).collect();
    Model { issues: vec![vectors.len()], parties, ..Model::default() }
}

/// Which of the vectors of [`of_vectors`] an answer names.
pub(crate) fn places(chosen: &Chosen) -> Vec<usize> {
    chosen.answers.iter().map(|answer| answer.attained.witness[0]).collect()
}
