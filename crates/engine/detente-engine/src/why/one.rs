//! One set of members that cannot hold together and of which none can be spared: the quick answer.

use super::oracle::Question;
use super::sets::distinct;
use super::shrink::shrink;
use crate::budget::Budget;
use crate::error::Stopped;
use crate::feasible::space;
use detente_base::Watch;
use detente_model::{Ask, Member, Model};

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
    model.validate()?;
    ask.validate(model)?;
    members.iter().try_for_each(|member| member.validate(model))?;
    let members = &distinct(members)[..];
    let budget = Budget::new(watch, ask.effort.max_steps, space(model));
    let question = Question { model, ask, members, budget: &budget };
    if question.package(|_| true)?.is_some() {
        return Ok(None);
    }
    let from_the_last: Vec<usize> = (0..members.len()).rev().collect();
    let mut holds = |kept: &[usize]| Ok(question.package(|place| kept.contains(&place))?.is_some());
    let set = shrink(&from_the_last, &mut holds)?;
    Ok(Some(set.into_iter().rev().map(|place| members[place]).collect()))
}
