//! Whether a set of members is a minimal conflict, by enumeration.

use super::zone::all_packages;
use detente_model::{Ask, Member, Model, Package};

/// Whether no package meets `set` and everything that is no member, and setting any one of `set` aside opens the zone.
pub fn is_minimal_conflict(model: &Model, ask: &Ask, members: &[Member], set: &[Member]) -> bool {
    let without = |spared: &Member| -> Vec<Member> { set.iter().copied().filter(|member| member != spared).collect() };
    let is_open = |kept: &[Member]| can_hold(model, ask, members, kept);
    !is_open(set) && set.iter().all(|spared| is_open(&without(spared)))
}

/// Whether some package meets `kept`, of the members, and everything that is no member.
pub fn can_hold(model: &Model, ask: &Ask, members: &[Member], kept: &[Member]) -> bool {
    all_packages(model).iter().any(|package| meets(model, ask, members, kept, package))
}

/// Whether a package meets what is no member as `ask` says, and of the members those in `kept`.
fn meets(model: &Model, ask: &Ask, members: &[Member], kept: &[Member], package: &Package) -> bool {
    let in_force = |member: Member, otherwise: bool| {
        if members.contains(&member) { kept.contains(&member) } else { otherwise }
    };
    let rules =
        (0..model.rules.len()).all(|rule| !in_force(Member::Rule(rule), true) || model.rules[rule].holds(package));
    let require = ask.require.iter().all(|formula| formula.holds(package));
    let draft = (0..model.issues.len()).all(|issue| {
        ask.fixed[issue].is_none_or(|held| !in_force(Member::Fixed(issue), true) || held == package[issue])
    });
    let limits = (0..model.limits.len()).all(|limit| {
        let of = &model.limits[limit];
        let is_asked = model.parties[of.owner].is_asked_in(package);
        !in_force(Member::Limit(limit), ask.limits[limit]) || !is_asked || !of.forbids.holds(package)
    });
    let lines = model.parties.iter().enumerate().all(|(index, party)| {
        let counts = in_force(Member::BottomLine(index), ask.bottom_lines) && party.is_asked_in(package);
        !counts || party.bottom_line.is_none_or(|line| i128::from(line) <= party.utility(package))
    });
    rules && require && draft && limits && lines
}
