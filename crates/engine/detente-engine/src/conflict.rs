//! Why there is no deal: one set of members that cannot hold together and of which none can be spared.

use crate::budget::{Budget, Meter};
use crate::error::Stopped;
use crate::feasible::{feasible_under, space};
use crate::condition::Force;
use detente_base::Watch;
use detente_model::{Ask, Member, Model};

/// One minimal set among `members` that no package meets together with what the question holds besides; in the given order.
/// `None` if some package meets all of them.
///
/// A member is in force while it is in the set, whatever the question says about it. Rules, further conditions, limits,
/// bottom lines and fixed choices that are not members hold as the question says. If these alone leave no package the set
/// is empty.
///
/// # Cost
/// One [`feasible`](crate::feasible) per member and one more, within one budget.
/// # Source
/// DEFINITIONS 14; deletion in order, as in any textbook on minimal unsatisfiable sets.
pub fn conflict(
    model: &Model,
    ask: &Ask,
    members: &[Member],
    watch: &dyn Watch,
) -> Result<Option<Vec<Member>>, Stopped> {
    model.validate()?;
    ask.validate(model)?;
    members.iter().try_for_each(|member| member.validate(model))?;
    let budget = Budget::new(watch, ask.effort.max_steps, space(model));
    let question = Question { model, ask, members };
    let mut meter = budget.meter();
    let mut kept = members.to_vec();
    if question.is_open(&kept, &mut meter)? {
        return Ok(None);
    }
    for member in members {
        let without: Vec<Member> = kept.iter().copied().filter(|other| other != member).collect();
        if without.len() < kept.len() && !question.is_open(&without, &mut meter)? {
            kept = without;
        }
    }
    Ok(Some(kept))
}

struct Question<'a> {
    model: &'a Model,
    ask: &'a Ask,
    members: &'a [Member],
}

impl Question<'_> {
    /// Whether some package meets `kept`, of the members, and everything that is no member.
    fn is_open(&self, kept: &[Member], meter: &mut Meter<'_, '_>) -> Result<bool, Stopped> {
        let mut force = Force::of(self.model, self.ask);
        self.members.iter().for_each(|member| switch(*member, &mut force, self.ask, kept.contains(member)));
        Ok(feasible_under(self.model, self.ask, &force, meter)?.is_some())
    }
}

fn switch(member: Member, force: &mut Force, ask: &Ask, on: bool) {
    match member {
        Member::Rule(rule) => force.rules[rule] = on,
        Member::Limit(limit) => force.limits[limit] = on,
        Member::BottomLine(party) => force.lines[party] = on,
        Member::Fixed(issue) => force.fixed[issue] = ask.fixed[issue].filter(|_| on),
    }
}
