//! The names of limits of a numeric model, and the one neutral order of sets of them.

use detente_engine::Member;

/// `bottom:J` for the bottom line of party J, `red:R` for the R-th entry of `forbidden`.
pub fn member_name(member: Member) -> String {
    match member {
        Member::BottomLine(party) => format!("bottom:{party}"),
        Member::Limit(limit) => format!("red:{limit}"),
        Member::Rule(rule) => format!("rule:{rule}"),
        Member::Fixed(issue) => format!("fixed:{issue}"),
    }
}

/// Sets in order of size and then of their members' names, each set in order of its members' names (DEFINITIONS 14).
pub(super) fn in_order<T>(mut sets: Vec<T>, members: fn(&mut T) -> &mut Vec<Member>) -> Vec<T> {
    for set in &mut sets {
        members(set).sort_by_cached_key(|&member| member_name(member));
    }
    let names = |set: &mut T| members(set).iter().map(|&member| member_name(member)).collect::<Vec<_>>();
    let mut keyed: Vec<(Vec<String>, T)> = sets.into_iter().map(|mut set| (names(&mut set), set)).collect();
    keyed.sort_by(|(a, _), (b, _)| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
    keyed.into_iter().map(|(_, set)| set).collect()
}
