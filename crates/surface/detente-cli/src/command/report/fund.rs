//! The sheet of a resource fund.

use std::collections::BTreeMap;

use detente::Opened;
use detente::case::{ChoiceIdx, IssueIdx};
use detente::fund::Cut;
use detente::funds::Asked;
use detente_report::sheet::{self, About, Audience, Flowing, Proposal, Sheet};

use crate::render;

/// Nothing on the sheet is a share of draws, so that few will do.
const DRAWS: u64 = 64;

pub(super) fn fund(about: &About<'_>, opened: &Opened, proposal: &Proposal) -> Sheet {
    let fund = opened.reading.fund.as_ref();
    let flowing = match (fund, &about.audience) {
        (Some(fund), Audience::Team(_)) => {
            let asked = Asked { case: about.case, fund, preset: None, draws: DRAWS, seed: 1 };
            flowing(opened, &asked, proposal)
        }
        _ => Err(String::new()),
    };
    sheet::fund(about, proposal, fund, &flowing)
}

fn flowing(opened: &Opened, asked: &Asked<'_>, proposal: &Proposal) -> Result<Flowing, String> {
    let case = asked.case;
    let settled: BTreeMap<IssueIdx, ChoiceIdx> =
        case.issues.indices().filter_map(|issue| Some((issue, proposal.settled(issue)?))).collect();
    match asked.answer(&settled) {
        Ok(answer) => {
            let (draft, open) = (BTreeMap::new(), BTreeMap::new());
            let about = detente_api::About { opened, case, draft: &draft, open: &open };
            Ok(render::fund_sheet(&about, asked, &answer))
        }
        Err(Cut::Open(open)) => {
            let ids: Vec<&str> = open.issues.iter().map(|&issue| case.issues[issue].title.as_str()).collect();
            Err(format!("What moves depends on what is left open: {}.", ids.join(", ")))
        }
        Err(Cut::TooLarge) => Err("An amount is too large to add up exactly.".to_owned()),
    }
}
