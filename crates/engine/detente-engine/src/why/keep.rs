//! The zone that is left when members are set aside, as a model and a question of its own.

use crate::answers::Count;
use crate::counting::count;
use crate::error::Stopped;
use detente_base::Watch;
use detente_model::{Ask, Member, Model};

/// The members that can be set aside: bottom lines, limits in force and choices the draft holds. Rules are nobody's.
///
/// # Source
/// DEFINITIONS 14.
pub fn soft_members(model: &Model, ask: &Ask) -> Vec<Member> {
    let has_line = |party: &usize| ask.bottom_lines && model.parties[*party].bottom_line.is_some();
    let lines = (0..model.parties.len()).filter(has_line).map(Member::BottomLine);
    let limits = (0..model.limits.len()).filter(|&limit| ask.limits[limit]).map(Member::Limit);
    let fixed = (0..model.issues.len()).filter(|&issue| ask.fixed[issue].is_some()).map(Member::Fixed);
    lines.chain(limits).chain(fixed).collect()
}

/// A model and a question whose zone meets, of `members`, those in `kept`, and everything else as the question says.
pub fn keeping(model: &Model, ask: &Ask, members: &[Member], kept: &[Member]) -> (Model, Ask) {
    let in_force =
        |member: Member, otherwise: bool| if members.contains(&member) { kept.contains(&member) } else { otherwise };
    let (mut model, mut ask) = (model.clone(), ask.clone());
    let rules = model.rules.iter().enumerate().filter(|(rule, _)| in_force(Member::Rule(*rule), true));
    model.rules = rules.map(|(_, rule)| rule.clone()).collect();
    for (limit, holds) in ask.limits.iter_mut().enumerate() {
        *holds = in_force(Member::Limit(limit), *holds);
    }
    for (party, of) in model.parties.iter_mut().enumerate() {
        of.bottom_line = of.bottom_line.filter(|_| in_force(Member::BottomLine(party), ask.bottom_lines));
    }
    for (issue, held) in ask.fixed.iter_mut().enumerate() {
        *held = held.filter(|_| in_force(Member::Fixed(issue), true));
    }
    ask.bottom_lines = true;
    (model, ask)
}

/// How many packages there are when, of `members`, those of `drop` are set aside.
///
/// # Source
/// DEFINITIONS 14, `reopens`.
pub fn reopened(
    model: &Model,
    ask: &Ask,
    members: &[Member],
    drop: &[Member],
    watch: &dyn Watch,
) -> Result<Count, Stopped> {
    let kept: Vec<Member> = members.iter().copied().filter(|member| !drop.contains(member)).collect();
    let (model, ask) = keeping(model, ask, members, &kept);
    count(&model, &ask, watch)
}
