//! One set of members that cannot hold together and of which none can be spared: the quick answer.

use super::bits::Bits;
use super::oracle::{Oracle, Question};
use super::sets::distinct;
use super::shrink::shrink;
use crate::budget::Budget;
use crate::error::Stopped;
use crate::feasible::space;
use detente_base::Watch;
use detente_model::{Ask, Member, Model, Package};

/// One minimal set among `members` that no package meets together with what the question holds besides; in the given order.
/// `None` if some package meets all of them.
///
/// Of several sets it is the one that sparing each member in turn, from the first on, would leave.
///
/// A member is in force while it is in the set, whatever the question says about it. Rules, further conditions, limits,
/// bottom lines and fixed choices that are not members hold as the question says. If these alone leave no package the set
/// is empty.
///
/// # Cost
/// About `k · log(n / k) + k` [`feasible`](crate::feasible) for `k` of `n` members, within one budget.
/// # Source
/// DEFINITIONS 14; \[Junker2004\].
pub fn conflict(
    model: &Model,
    ask: &Ask,
    members: &[Member],
    watch: &dyn Watch,
) -> Result<Option<Vec<Member>>, Stopped> {
    conflict_beside(model, ask, members, &mut Memory::default(), watch)
}

/// What several questions about one model have found, so that the next is answered sooner; it changes no answer.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    /// Packages met; what they show is looked at anew in every question.
    pub packages: Vec<Package>,
    /// Members that cannot hold together, whatever is fixed besides.
    pub contradictions: Vec<Vec<Member>>,
}

/// As [`conflict`], the same answer, with what was found before. The memory gains the packages that are found; they are looked at
/// with the choices that are fixed for good.
///
/// # Cost
/// As for [`conflict`], without the questions that packages and contradictions answer.
pub fn conflict_beside(
    model: &Model,
    ask: &Ask,
    members: &[Member],
    memory: &mut Memory,
    watch: &dyn Watch,
) -> Result<Option<Vec<Member>>, Stopped> {
    model.validate()?;
    ask.validate(model)?;
    members.iter().try_for_each(|member| member.validate(model))?;
    let members = &distinct(members)[..];
    let budget = Budget::new(watch, ask.effort.max_steps, space(model));
    let question = Question { model, ask, members, budget: &budget };
    if Bits::MOST < members.len() {
        return among_many(&question);
    }
    let all = Bits::first(members.len());
    let mut oracle = Oracle::new(question);
    oracle.look_at(memory);
    // What a package breaks by itself is in every set that cannot hold together.
    let needed = oracle.broken_alone(all);
    let rest: Vec<usize> = all.without(needed).places().collect::<Vec<_>>().into_iter().rev().collect();
    if oracle.known_package(all).is_some() || oracle.holds(needed)? && oracle.holds(all)? {
        memory.packages.extend(oracle.found());
        return Ok(None);
    }
    let with = |kept: &[usize]| kept.iter().fold(needed, |kept, &place| kept.with(place));
    let set = shrink(&rest, &mut |kept| oracle.holds(with(kept)))?;
    memory.packages.extend(oracle.found());
    Ok(Some(with(&set).places().map(|place| members[place]).collect()))
}

/// Where there are more members than an oracle remembers.
fn among_many(question: &Question<'_, '_>) -> Result<Option<Vec<Member>>, Stopped> {
    if question.package(|_| true)?.is_some() {
        return Ok(None);
    }
    let from_the_last: Vec<usize> = (0..question.members.len()).rev().collect();
    let set = shrink(&from_the_last, &mut |kept| Ok(question.package(|place| kept.contains(&place))?.is_some()))?;
    Ok(Some(set.into_iter().rev().map(|place| question.members[place]).collect()))
}
