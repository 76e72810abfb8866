//! All minimal conflicts and all minimal relaxations of a zone.

use super::bits::Bits;
use super::oracle::{Oracle, Question};
use super::rules::rules_used;
use super::shrink::shrink;
use super::walk::{End, Walk};
use crate::budget::Budget;
use crate::error::Stopped;
use crate::feasible::space;
use detente_base::Watch;
use detente_model::{Ask, Member, Model, Package};

/// The most conflicts and the most relaxations that are looked for.
pub const MOST_SETS: usize = 1000;

/// With more members than this one conflict is looked for and no relaxation.
pub const MOST_MEMBERS: usize = Bits::MOST;

/// Members that no package meets together; without any one of them some package meets the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The members, in the order they were given.
    pub members: Vec<Member>,
    /// A minimal set of rules that the contradiction needs besides, in the order of the model.
    pub rules: Vec<usize>,
    /// Per member a package that meets all the others.
    pub witnesses: Vec<Package>,
}

/// Members that open the zone if they are set aside; none of them can be spared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relaxation {
    /// The members, in the order they were given.
    pub drop: Vec<Member>,
    /// A package of the zone that opens.
    pub witness: Package,
}

/// What stands in the way and what opens the zone; smaller sets first, then in the order of the members given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sets {
    /// A package of the zone if it is open; there is neither conflict nor relaxation then.
    pub zone: Option<Package>,
    /// The minimal conflicts. One without members is among the rules alone, and nothing opens the zone.
    pub conflicts: Vec<Conflict>,
    /// The minimal relaxations.
    pub relaxations: Vec<Relaxation>,
    /// Whether these are all of both.
    pub complete: bool,
}

/// All minimal conflicts and all minimal relaxations among `members`, at most `at_most` of each, each checked once more by the
/// definition of the zone.
///
/// Members count as in [`conflict`](super::conflict); a member given twice counts once.
///
/// # Cost
/// A question whether some zone is open per relaxation, and about `k · log(n / k) + k` per conflict of `k` out of `n` members
/// and again for its rules, all within one budget.
/// # Source
/// DEFINITIONS 14.
///
/// # Errors
/// [`Stopped`] where it could not even be found out whether the zone is open; a search that has to stop later answers with
/// what it found and `complete: false`.
pub fn conflicts_and_relaxations(
    model: &Model,
    ask: &Ask,
    members: &[Member],
    at_most: usize,
    watch: &dyn Watch,
) -> Result<Sets, Stopped> {
    model.validate()?;
    ask.validate(model)?;
    members.iter().try_for_each(|member| member.validate(model))?;
    let members = distinct(members);
    let budget = Budget::new(watch, ask.effort.max_steps, space(model));
    let question = Question { model, ask, members: &members, budget: &budget };
    let none = Sets { zone: None, conflicts: Vec::new(), relaxations: Vec::new(), complete: true };
    if let Some(package) = question.package(|_| true)? {
        return Ok(Sets { zone: Some(package), ..none });
    }
    if question.package(|_| false)?.is_none() {
        let rules = rules_used(&question, |_| false)?;
        let among_rules = Conflict { members: Vec::new(), rules, witnesses: Vec::new() };
        return Ok(Sets { conflicts: vec![among_rules], ..none });
    }
    if MOST_MEMBERS < members.len() {
        return Ok(Sets { conflicts: vec![one_of_many(&question)?], complete: false, ..none });
    }
    let meter = budget.meter();
    let (oracle, conflicts, relaxations) = (Oracle::new(question), Vec::new(), Vec::new());
    let mut walk = Walk { oracle, meter, at_most, conflicts, relaxations };
    let complete = match walk.run() {
        Ok(()) => true,
        Err(End::Enough | End::Refuted) => false,
        Err(End::Stopped(stopped)) if stopped.is_a_limit() => false,
        Err(End::Stopped(stopped)) => return Err(stopped),
    };
    Ok(Sets { zone: None, conflicts: in_order(walk.conflicts), relaxations: in_order(walk.relaxations), complete })
}

/// One conflict, without the help of a memory.
fn one_of_many(question: &Question<'_, '_>) -> Result<Conflict, Stopped> {
    let places: Vec<usize> = (0..question.members.len()).collect();
    let package = |kept: &[usize]| question.package(|place| kept.contains(&place));
    let set = shrink(&places, &mut |kept: &[usize]| Ok(package(kept)?.is_some()))?;
    let mut witnesses = Vec::with_capacity(set.len());
    for spared in &set {
        let others: Vec<usize> = set.iter().copied().filter(|place| place != spared).collect();
        witnesses.extend(package(&others)?);
    }
    let rules = rules_used(question, |place| set.contains(&place))?;
    Ok(Conflict { members: set.iter().map(|&place| question.members[place]).collect(), rules, witnesses })
}

/// Members, each once.
pub(super) fn distinct(members: &[Member]) -> Vec<Member> {
    let mut distinct = Vec::with_capacity(members.len());
    for member in members {
        if !distinct.contains(member) {
            distinct.push(*member);
        }
    }
    distinct
}

fn in_order<T>(mut sets: Vec<(Bits, T)>) -> Vec<T> {
    sets.sort_by_cached_key(|(places, _)| (places.len(), places.places().collect::<Vec<_>>()));
    sets.into_iter().map(|(_, set)| set).collect()
}
