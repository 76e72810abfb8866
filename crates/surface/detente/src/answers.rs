//! Orders and comparisons that cannot hold together, or leave no room.

use detente_base::Diagnostic;
use detente_case::{Case, PartyIdx};
use detente_casefile::codes;
use detente_deals::{OpenLinkage, Preferences, SaidMember, Scope, preferences};
use detente_estimate::{EstimateSet, Utility};
use detente_polytope::Room;

/// What is wrong with the answers of a set, party by party.
pub(crate) fn diagnostics(case: &Case, set: &EstimateSet) -> Vec<Diagnostic> {
    let has_answers = |party: &PartyIdx| {
        set.utility == Utility::Weighted && set.party(*party).is_some_and(|of| !of.answers.is_empty())
    };
    let mut diagnostics = Vec::new();
    for party in case.parties.indices().filter(has_answers) {
        // Numbers too large to be multiplied have been reported.
        let Ok(Some(found)) = preferences(case, set, party, Scope::Weighed) else { continue };
        diagnostics.extend(found.open.iter().map(|open| open_linkage(case, open)));
        diagnostics.extend(no_room(case, set, &found));
    }
    diagnostics
}

fn open_linkage(case: &Case, open: &OpenLinkage) -> Diagnostic {
    let missing: Vec<&str> = open.missing.iter().map(|&issue| case.issues[issue].id.as_str()).collect();
    let missing = missing.join(", ");
    Diagnostic::new(&codes::OPEN_LINKAGE, "these packages leave open whether a linkage of the party counts")
        .at(open.comparison.within(0, 60), "this comparison")
        .at(open.linkage, "this linkage")
        .hint(format!("name {missing} in both packages"))
}

fn no_room(case: &Case, set: &EstimateSet, found: &Preferences) -> Option<Diagnostic> {
    let name = &case.parties[found.party].name;
    match found.space.room() {
        Room::Some => None,
        Room::None(conflict) => {
            let message = format!("no weights and values of {name} fit all of these together");
            let mut members: Vec<&SaidMember> = conflict.iter().filter_map(|&at| found.members.get(at)).collect();
            members.sort_by_key(|member| member.span);
            let at = |found: Diagnostic, member: &SaidMember| found.at(member.span.within(0, 60), member.words.clone());
            let diagnostic = members.into_iter().fold(Diagnostic::new(&codes::CONTRADICTORY_ANSWERS, message), at);
            Some(diagnostic.hint("without any one of them the others could hold; ask again about one of them"))
        }
        Room::Narrow => {
            let span = set.party(found.party).map_or(case.parties[found.party].span, |of| of.span);
            let message = format!("the answers about {name} leave weights and values no room");
            let hint = "say that things stand level by an order with a list, such as [[\"a\", \"b\"], \"c\"], or widen a range";
            Some(Diagnostic::new(&codes::NARROW_ANSWERS, message).at(span, "this party").hint(hint))
        }
    }
}
