//! The sheet for one party.

use detente_report::sheet::{self, About, Audience, Own, Sheet};

use crate::make::Of;

/// Everything but the party's own part is made as for the room; of the set nothing but the party's own estimates goes further.
pub(crate) fn brief(of: &Of<'_>) -> Sheet {
    let party = of.wanted.party;
    let own = match (&of.about.audience, of.about.set(), party) {
        (Audience::Room, ..) => Own::ForRoom,
        (_, None, _) | (_, _, None) => Own::NoSet,
        (_, Some(set), Some(party)) => {
            set.party(party).map_or(Own::Silent, |of| Own::Given { set: set.id.as_str(), author: &set.author, of })
        }
    };
    let about = About { audience: Audience::Room, ..of.about.clone() };
    sheet::brief(&about, party, own, &of.record(), &of.steps())
}
