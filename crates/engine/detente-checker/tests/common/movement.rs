//! Least movements by looking at every package.

use super::{Dice, Question};
use detente_checker::{Alone, Branch, Least, Movement, patterns};
use detente_model::{Ask, Package};
use detente_testkit::oracle;

/// The claim, with any weights.
pub(crate) fn movement(question: &Question<'_>, dice: &mut Dice) -> Movement {
    let open = open_packages(question);
    let short: Vec<(Vec<i64>, Package)> =
        open.into_iter().map(|package| (short(question, &package), package)).collect();
    if let Some(package) = question.zone.first() {
        return Movement::Open { package: package.clone() };
    }
    let Some(sum) = short.iter().min_by_key(|(short, _)| short.iter().sum::<i64>()) else {
        return Movement::CannotOpen { branches: evidence(question, None, dice, true) };
    };
    let Some(max) = short.iter().min_by_key(|(short, _)| short.iter().max().copied()) else { unreachable!("as many") };
    let alone = |party: usize| {
        let others_met = |short: &&(Vec<i64>, Package)| (0..short.0.len()).all(|of| of == party || short.0[of] == 0);
        let least = short.iter().filter(others_met).min_by_key(|(short, _)| short[party]);
        let moves = least.map(|(short, package)| (short[party], package.clone()));
        let spared = if moves.is_none() { Some(party) } else { None };
        Alone { moves, branches: evidence(question, spared, dice, false) }
    };
    Movement::Opens {
        alone: (0..question.model.parties.len()).map(alone).collect(),
        sum: Least {
            amount: sum.0.iter().sum(),
            package: sum.1.clone(),
            branches: evidence(question, None, dice, false),
        },
        max: Least {
            amount: max.0.iter().max().copied().unwrap_or(0),
            package: max.1.clone(),
            branches: evidence(question, None, dice, false),
        },
    }
}

/// The packages within rules and limits, whatever the bottom lines.
pub(crate) fn open_packages(question: &Question<'_>) -> Vec<Package> {
    let without = Ask { bottom_lines: false, ..question.ask.clone() };
    oracle::zone(question.model, &without)
}

/// Per party by how much its bottom line is missed.
pub(crate) fn short(question: &Question<'_>, package: &Package) -> Vec<i64> {
    let of = |party: &detente_model::Party| {
        let line = party.bottom_line.filter(|_| question.ask.bottom_lines && party.is_asked_in(package));
        line.map_or(0, |line| (i128::from(line) - party.utility(package)).max(0))
    };
    question.model.parties.iter().map(|party| i64::try_from(of(party)).expect("small")).collect()
}

fn evidence(question: &Question<'_>, spared: Option<usize>, dice: &mut Dice, no_lines: bool) -> Vec<Branch> {
    let branch = |asked: Vec<bool>| {
        let has_line = |party: usize| {
            let line = question.model.parties[party].bottom_line.filter(|_| question.ask.bottom_lines && asked[party]);
            line.is_some() && !no_lines && spared != Some(party)
        };
        let weights = (0..asked.len()).map(|party| if has_line(party) { dice.up_to(3) } else { 0 }).collect();
        Branch { asked, weights, ..Branch::default() }
    };
    patterns(question.model, question.ask).into_iter().map(branch).collect()
}
