//! The sheet of a resource fund, and how a fund is told on any page.

mod basis;
mod flowing;
mod picture;
mod rates;
mod told;

use detente::Opened;
use detente::fund::Cut;
use detente::funds::Asked;
use detente_report::sheet::{self, About, Audience, Flowing, Proposal, Sheet};

pub use basis::basis;
pub use picture::picture;
pub use rates::rates_of;
pub use told::{Told, unit};

use crate::SEED;
use crate::proposals::settled;

/// Nothing on the sheet is a share of draws, so that few will do.
const DRAWS: u64 = 64;

pub(crate) fn fund(about: &About<'_>, opened: &Opened, proposal: &Proposal) -> Sheet {
    let fund = opened.reading.fund.as_ref();
    let flowing = match (fund, &about.audience) {
        (Some(fund), Audience::Team(_)) => {
            moving(&Asked { case: about.case, fund, preset: None, draws: DRAWS, seed: SEED }, proposal)
        }
        _ => Err(String::new()),
    };
    sheet::fund(about, proposal, fund, &flowing)
}

fn moving(asked: &Asked<'_>, proposal: &Proposal) -> Result<Flowing, String> {
    let case = asked.case;
    match asked.answer(&settled(case, proposal)) {
        Ok(answer) => Ok(flowing::flowing(case, asked, &answer)),
        Err(Cut::Open(open)) => {
            let titles: Vec<&str> = open.issues.iter().map(|&issue| case.issues[issue].title.as_str()).collect();
            Err(format!("What moves depends on what is left open: {}.", titles.join(", ")))
        }
        Err(Cut::TooLarge) => Err("An amount is too large to add up exactly.".to_owned()),
    }
}
