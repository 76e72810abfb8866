//! `detente elicit`: what to ask a party next.

use std::collections::BTreeMap;

use detente::base::Silent;
use detente::robustness::{NothingToAsk, elicit};
use detente_api::{self as api, About};

use super::asked::party;
use super::case::{opened, sets, sound};
use super::print_json;
use crate::args::Elicit;
use crate::exit::{Exit, Failure};
use crate::render;
use crate::say::say;

pub(super) fn run(args: &Elicit) -> Result<Exit, Failure> {
    let named: Vec<String> = args.estimates.iter().cloned().collect();
    let opened = opened(&args.folder, &named)?;
    let case = match sound(&opened)? {
        Ok(case) => case,
        Err(exit) => return Ok(exit),
    };
    let sets = sets(&opened, &named)?;
    let [set] = sets.as_slice() else {
        let known: Vec<&str> = sets.iter().map(|set| set.id.as_str()).collect();
        let (message, hint) = if sets.is_empty() {
            ("there is no set of estimates to go on from", "make estimates/NAME.toml with an author".to_owned())
        } else {
            ("this case has several sets of estimates", format!("name one with --estimates: {}", known.join(", ")))
        };
        return Err(Failure::argument(message, hint));
    };
    let party = party(case, &args.party)?;
    let found = elicit(case, set, party, usize::from(args.questions), args.seed, &Silent);
    let found = found.map_err(|nothing| refused(&args.party, set.id.as_str(), nothing))?;
    let (draft, open) = (BTreeMap::new(), BTreeMap::new());
    let about = About { opened: &opened, case, draft: &draft, open: &open };
    if args.json {
        print_json(&api::elicit(&about, set, args.seed, &found))?;
    } else {
        say(&render::elicit(&about, set, args.seed, &found));
    }
    Ok(Exit::Answer)
}

fn refused(party: &str, set: &str, nothing: NothingToAsk) -> Failure {
    match nothing {
        NothingToAsk::NoStake => Failure::argument(
            format!("\"{set}\" leaves nothing to ask \"{party}\" about"),
            format!("add a section [{party}] with values, orders or comparisons; payoffs are not asked about"),
        ),
        NothingToAsk::TooLarge(_) => Failure::argument(
            format!("the numbers of \"{party}\" are too large to be multiplied"),
            "use larger units".to_owned(),
        ),
        NothingToAsk::SeveralIssues => Failure::argument(
            format!("\"{party}\" has values by present value, which several issues decide together"),
            "questions are found where each issue is valued by itself: give a curve over the share instead of npv"
                .to_owned(),
        ),
        NothingToAsk::Stopped => Failure::argument("stopped before a question was found", None),
    }
}
