//! Conflicts and relaxations by looking at every set of members.

use super::conflict::can_hold;
use super::zone::zone;
use detente_model::{Ask, Member, Model};

/// All minimal sets of members that cannot hold together and all minimal sets whose setting aside opens the zone, each in the
/// order of `members`; both by size, then by place. At most 16 members.
pub fn conflicts_and_relaxations(model: &Model, ask: &Ask, members: &[Member]) -> (Vec<Vec<Member>>, Vec<Vec<Member>>) {
    let all = (1_usize << members.len()) - 1;
    let of = |set: usize| -> Vec<Member> {
        (0..members.len()).filter(|at| set >> at & 1 == 1).map(|at| members[at]).collect()
    };
    let holds: Vec<bool> = (0..=all).map(|set| can_hold(model, ask, members, &of(set))).collect();
    let without = |set: usize| (0..members.len()).filter(move |at| set >> at & 1 == 1).map(move |at| set & !(1 << at));
    let is_conflict = |set: &usize| !holds[*set] && without(*set).all(|less| holds[less]);
    let opens = |set: usize| holds[all & !set];
    let is_relaxation = |set: &usize| *set != 0 && opens(*set) && without(*set).all(|less| !opens(less));
    let sorted = |sets: Vec<usize>| {
        let places = |set: usize| (0..members.len()).filter(|at| set >> at & 1 == 1).collect::<Vec<_>>();
        let mut sets = sets;
        sets.sort_by_key(|&set| (set.count_ones(), places(set)));
        sets.into_iter().map(of).collect()
    };
    (sorted((0..=all).filter(is_conflict).collect()), sorted((0..=all).filter(is_relaxation).collect()))
}

/// The smallest reductions of the bottom lines of `parties` that put a package of a zone without these lines within them:
/// nondominated, ascending.
pub fn amounts(model: &Model, ask: &Ask, parties: &[usize]) -> Vec<Vec<i64>> {
    let mut bare = model.clone();
    parties.iter().for_each(|&party| bare.parties[party].bottom_line = None);
    let short = |package: &Vec<usize>, party: usize| {
        let of = &model.parties[party];
        let line = of.bottom_line.filter(|_| of.is_asked_in(package));
        line.map_or(0, |line| i64::try_from((i128::from(line) - of.utility(package)).max(0)).unwrap_or(i64::MAX))
    };
    let packages = zone(&bare, ask);
    let all: Vec<Vec<i64>> =
        packages.iter().map(|package| parties.iter().map(|&party| short(package, party)).collect()).collect();
    let is_less = |a: &Vec<i64>, b: &Vec<i64>| a != b && a.iter().zip(b).all(|(a, b)| a <= b);
    let mut least: Vec<Vec<i64>> =
        all.iter().filter(|own| !all.iter().any(|other| is_less(other, own))).cloned().collect();
    least.sort_unstable();
    least.dedup();
    least
}

/// Whether of the rules that are no members these are enough to leave no package together with `kept`, and each is needed.
pub fn is_minimal_among_rules(model: &Model, ask: &Ask, members: &[Member], kept: &[Member], rules: &[usize]) -> bool {
    let free = (0..model.rules.len()).map(Member::Rule).filter(|rule| !members.contains(rule));
    let all: Vec<Member> = members.iter().copied().chain(free).collect();
    let holds = |spared: Option<usize>| {
        let left = rules.iter().filter(|&&rule| Some(rule) != spared).map(|&rule| Member::Rule(rule));
        can_hold(model, ask, &all, &kept.iter().copied().chain(left).collect::<Vec<_>>())
    };
    !holds(None) && rules.iter().all(|&spared| holds(Some(spared)))
}
