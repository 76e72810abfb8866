//! What survives what nobody knows.

use std::sync::Arc;

use detente::deals::{DealsError, stated};
use detente::robustness::{Answered, Plan, Wanted, study, value};
use detente_api::{self as api, Studied};

use super::Question;
use crate::ask::whole;
use crate::failure::Failure;
use crate::reply::bytes;

/// Enough for shares to three points either way.
const DRAWS: u64 = 1_000;
/// As many as a page waits for.
const MOST: u64 = 1_000_000;

pub(super) fn robust(of: &Question<'_>) -> Result<Arc<[u8]>, Failure> {
    let (draws, seed) = (of.asked.draws.unwrap_or(DRAWS), of.asked.seed.unwrap_or(1));
    if draws == 0 || MOST < draws {
        return Err(Failure::argument(
            format!("{draws} is no number of draws for a page"),
            format!("take 1 to {MOST}; `detente robust` draws more"),
        ));
    }
    let named = of.asked.packages.iter().map(|named| whole(of.case, named)).collect::<Result<Vec<_>, _>>()?;
    let wanted = Wanted { draws, named };
    let first = stated(of.case, of.settings, of.watch)?;
    let one = |set| -> Result<Studied<'_>, DealsError> {
        let plan = Plan::new(of.case, set, of.settings)?;
        let source = Answered::new(of.case, set, plan.inputs(), seed)?;
        let study = study(&plan, &source, &wanted, of.watch)?;
        let value = value(&plan, &source, &study, draws, seed, of.watch)?;
        Ok(Studied { set, inputs: plan.inputs().len(), study, value, indices: None })
    };
    let studies: Vec<Studied<'_>> = of.per_set(one)?.into_iter().map(|(_, studied)| studied).collect();
    let openings: Vec<_> = Vec::new();
    bytes(&api::robust(&api::Drawn {
        about: of.about(),
        stated: &first,
        seed,
        wanted: &wanted,
        studies: &studies,
        firm: &of.settings.firm,
        openings: &openings,
    }))
}
