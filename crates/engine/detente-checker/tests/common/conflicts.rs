//! All conflicts and relaxations by looking at every package.

use super::{Dice, Question};
use detente_checker::{Branch, Conflict, Conflicts, Piece, Relaxation, patterns};
use detente_model::{Ask, Member, Package};
use detente_testkit::oracle;

/// A complete claim, with any weights.
pub(crate) fn conflicts(question: &Question<'_>, dice: &mut Dice) -> Conflicts {
    let members = members(question);
    let mut missed: Vec<(u64, Package)> = Vec::new();
    for package in oracle::all_packages(question.model) {
        let Some(mask) = missed_by(question, &members, &package) else { continue };
        if !missed.iter().any(|(other, _)| other & mask == *other) {
            missed.retain(|(other, _)| other & mask != mask);
            missed.push((mask, package));
        }
    }
    let mut minimal: Vec<u64> = Vec::new();
    let mut masks: Vec<u64> = (0..1_u64 << members.len()).collect();
    masks.sort_by_key(|mask| mask.count_ones());
    for mask in masks {
        let is_open = missed.iter().any(|(other, _)| other & mask == 0);
        if !is_open && !minimal.iter().any(|other| other & mask == *other) {
            minimal.push(mask);
        }
    }
    let pieces = |mask: u64| -> Vec<Piece> {
        members.iter().enumerate().filter(|(at, _)| mask >> at & 1 == 1).map(|(_, member)| (*member).into()).collect()
    };
    Conflicts {
        members: members.iter().map(|&member| member.into()).collect(),
        conflicts: minimal
            .iter()
            .map(|&mask| Conflict::new(pieces(mask), evidence(question, &pieces(mask), dice)))
            .collect(),
        relaxations: missed
            .iter()
            .map(|(mask, package)| Relaxation { members: pieces(*mask), package: package.clone() })
            .collect(),
        complete: true,
    }
}

/// Limits in force, bottom lines, fixed choices.
fn members(question: &Question<'_>) -> Vec<Member> {
    let limits = question.ask.limits.iter().enumerate().filter(|(_, in_force)| **in_force);
    let limits = limits.map(|(limit, _)| Member::Limit(limit));
    let lines = question.model.parties.iter().enumerate();
    let lines = lines.filter(|(_, party)| question.ask.bottom_lines && party.bottom_line.is_some());
    let fixed = question.ask.fixed.iter().enumerate().filter(|(_, held)| held.is_some());
    limits
        .chain(lines.map(|(party, _)| Member::BottomLine(party)))
        .chain(fixed.map(|(issue, _)| Member::Fixed(issue)))
        .collect()
}

/// The members a package does not meet; `None` if it does not meet what is no member.
fn missed_by(question: &Question<'_>, members: &[Member], package: &Package) -> Option<u64> {
    let (model, ask) = (question.model, question.ask);
    if !model.rules.iter().chain(&ask.require).all(|formula| formula.holds(package)) {
        return None;
    }
    let misses = |member: &Member| match *member {
        Member::Rule(rule) => !model.rules[rule].holds(package),
        Member::Limit(limit) => {
            let of = &model.limits[limit];
            model.parties[of.owner].is_asked_in(package) && of.forbids.holds(package)
        }
        Member::BottomLine(party) => {
            let of = &model.parties[party];
            of.is_asked_in(package) && of.bottom_line.is_some_and(|line| of.utility(package) < i128::from(line))
        }
        Member::Fixed(issue) => ask.fixed[issue].is_some_and(|held| held != package[issue]),
    };
    Some(members.iter().enumerate().filter(|(_, member)| misses(member)).map(|(at, _)| 1 << at).sum())
}

/// Weights on the bottom lines of the conflict alone.
fn evidence(question: &Question<'_>, pieces: &[Piece], dice: &mut Dice) -> Vec<Branch> {
    let with: &Ask = question.ask;
    let branch = |asked: Vec<bool>| {
        let counts = |party: usize| asked[party] && pieces.contains(&Piece::Bottom(party));
        let weights = (0..asked.len()).map(|party| if counts(party) { dice.up_to(3) } else { 0 }).collect();
        Branch { asked, weights, ..Branch::default() }
    };
    patterns(question.model, with).into_iter().map(branch).collect()
}
