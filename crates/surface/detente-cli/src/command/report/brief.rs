//! The sheet for one party.

use detente::case::PartyIdx;
use detente::estimate::EstimateSet;
use detente::evidence::Record;
use detente::process::StepStanding;
use detente_report::sheet::{self, About, Audience, Own, Sheet};

/// Everything but the party's own part is made as for the room; of the set nothing but the party's own estimates goes further.
pub(super) fn brief(
    about: &About<'_>,
    party: Option<PartyIdx>,
    set: Option<&EstimateSet>,
    record: &Record,
    steps: &[StepStanding],
) -> Sheet {
    let own = match (&about.audience, set, party) {
        (Audience::Room, ..) => Own::ForRoom,
        (_, None, _) | (_, _, None) => Own::NoSet,
        (_, Some(set), Some(party)) => {
            set.party(party).map_or(Own::Silent, |of| Own::Given { set: set.id.as_str(), author: &set.author, of })
        }
    };
    let about = About { audience: Audience::Room, ..about.clone() };
    sheet::brief(&about, party, own, record, steps)
}
