//! Why there is no deal: one set of members that cannot hold together and of which none can be spared.

use crate::ask::Ask;
use crate::budget::{Budget, Meter};
use crate::error::{ModelError, Stopped};
use crate::feasible::{feasible_under, space};
use crate::model::Model;
use crate::plan::Force;
use detente_base::Watch;

/// Something a zone is made of and that could be set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Member {
    /// A rule, by its number.
    Rule(usize),
    /// A limit, by its number.
    Limit(usize),
    /// A bottom line, by its party.
    BottomLine(usize),
    /// A choice the draft holds, by its issue.
    Fixed(usize),
}

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
        self.members.iter().for_each(|member| member.switch(&mut force, self.ask, kept.contains(member)));
        Ok(feasible_under(self.model, self.ask, &force, meter)?.is_some())
    }
}

impl Member {
    fn switch(self, force: &mut Force, ask: &Ask, on: bool) {
        match self {
            Self::Rule(rule) => force.rules[rule] = on,
            Self::Limit(limit) => force.limits[limit] = on,
            Self::BottomLine(party) => force.lines[party] = on,
            Self::Fixed(issue) => force.fixed[issue] = ask.fixed[issue].filter(|_| on),
        }
    }

    fn validate(self, model: &Model) -> Result<(), ModelError> {
        match self {
            Self::Rule(rule) if model.rules.len() <= rule => Err(ModelError::UnknownRule { rule }),
            Self::Limit(limit) if model.limits.len() <= limit => Err(ModelError::UnknownLimit { limit }),
            Self::BottomLine(party) => model.validate_owner(party),
            Self::Fixed(issue) if model.issues.len() <= issue => Err(ModelError::UnknownIssue { issue }),
            Self::Rule(_) | Self::Limit(_) | Self::Fixed(_) => Ok(()),
        }
    }
}
