//! What can still be said where a question was stopped: a package that is known, and what no package exceeds.

use detente_engine::{Answer, Ask, Attained, Chosen, Frontier, Model, Principle};

/// A known package as the answer of a principle, not proved, with a plain bound.
pub(super) fn chosen(model: &Model, ask: &Ask, principle: Principle, witness: &[usize]) -> Chosen {
    let attained = Attained::of(model, witness.to_vec(), None);
    let gains = |&party: &usize| model.parties[party].bottom_line.is_some_and(|line| line < attained.utilities[party]);
    let gaining =
        if principle == Principle::Nash { ask.principals.iter().copied().filter(gains).collect() } else { Vec::new() };
    Chosen {
        answers: vec![Answer { attained, gaining }],
        complete: false,
        proved: false,
        bound: Some(bound(model, ask, principle)),
        reached: None,
        over: ask.principals.clone(),
        left_out: Vec::new(),
        stuck: Vec::new(),
    }
}

/// What is known of a frontier whose search was stopped: the best among known packages, covering nothing.
pub(super) fn frontier(model: &Model, ask: &Ask, known: &[Vec<usize>]) -> Frontier {
    let mut points: Vec<Attained> = known.iter().map(|package| Attained::of(model, package.clone(), None)).collect();
    let vector = |point: &Attained| -> Vec<i64> { ask.principals.iter().map(|&p| point.utilities[p]).collect() };
    points.sort_by(|a, b| vector(b).cmp(&vector(a)).then_with(|| a.witness.cmp(&b.witness)));
    points.dedup_by(|a, b| vector(a) == vector(b));
    let vectors: Vec<Vec<i64>> = points.iter().map(vector).collect();
    let beaten =
        |own: &Vec<i64>| vectors.iter().any(|other| other != own && own.iter().zip(other).all(|(a, b)| a <= b));
    points.retain(|point| !beaten(&vector(point)));
    Frontier { points, complete: false, epsilon: None }
}

/// A number no package exceeds, from the most each principal could get of every issue by itself.
fn bound(model: &Model, ask: &Ask, principle: Principle) -> f64 {
    let hopes: Vec<f64> = ask.principals.iter().map(|&party| hope(model, party)).collect();
    let rounded_up = |number: f64| number.next_up();
    match principle {
        Principle::Nash => {
            hopes.iter().filter(|hope| 0.0 < **hope).fold(1.0, |product, hope| rounded_up(product * hope))
        }
        Principle::KalaiSmorodinsky => 1.0,
        Principle::Egalitarian | Principle::Leximin => hopes.iter().copied().fold(f64::INFINITY, f64::min),
        Principle::Utilitarian => {
            ask.principals.iter().fold(0.0, |sum, &party| rounded_up(sum + float(most(model, party))))
        }
        Principle::BestFor(party) => float(most(model, party)),
    }
}

/// The most a party could gain if each issue and table were as good to it as can be.
fn hope(model: &Model, party: usize) -> f64 {
    let line = model.parties[party].bottom_line.map_or(0, i128::from);
    float(most(model, party) - line)
}

fn most(model: &Model, party: usize) -> i128 {
    let who = &model.parties[party];
    let largest = |units: &Vec<i64>| units.iter().max().map_or(0, |units| i128::from(*units));
    let own: i128 = who.values.iter().map(largest).sum();
    own + who.tables.iter().map(|table| largest(&table.units)).sum::<i128>()
}

/// No less than the number, in binary.
fn float(number: i128) -> f64 {
    // Decimal digits are read to the nearest binary number; the next one up is never too small.
    number.to_string().parse::<f64>().map_or(f64::INFINITY, f64::next_up)
}
