//! What becomes of one package over draws.

use detente::base::Watch;
use detente::case::Case;
use detente::deals::{Choices, DealsError, Settings};
use detente::engine::Stopped;
use detente::estimate::EstimateSet;
use detente::robustness::{Answered, Origin, Plan, Share, Wanted, study};
use detente_report::sheet::{Counted, Doubt};

/// Draws a package: in how many draws it is within every limit and bottom line, and efficient; `None` where a draw is out of reach.
///
/// # Cost
/// Of a study over so many draws.
///
/// # Errors
/// Those of a study.
pub fn doubt(
    case: &Case,
    set: &EstimateSet,
    package: &Choices,
    draws: u64,
    seed: u64,
    watch: &dyn Watch,
) -> Result<Option<Doubt>, DealsError> {
    let settings = Settings::default();
    let plan = Plan::new(case, set, &settings)?;
    let source = Answered::new(case, set, plan.inputs(), seed).map_err(DealsError::from)?;
    let study = match study(&plan, &source, &Wanted { draws, named: vec![package.clone()] }, watch) {
        Err(DealsError::Stopped(Stopped::OutOfReach { .. })) => return Ok(None),
        found => found?,
    };
    let named = study.candidates.iter().find(|of| of.origins.contains(&Origin::Named(0)));
    let others = |hits: u64| Share { hits, draws };
    Ok(named.map(|of| Doubt {
        draws,
        seed,
        within: counted(of.in_zone),
        efficient: counted(of.efficient),
        others_only: counted(others(study.open.hits.saturating_sub(of.in_zone.hits))),
        none: counted(others(draws.saturating_sub(study.open.hits))),
        accepted: of.accepted.iter().map(|&share| counted(share)).collect(),
    }))
}

/// The ends of the interval in draws, rounded outwards.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "shares from 0 to 1 of at most 10⁹ draws"
)]
fn counted(share: Share) -> Counted {
    let interval = share.interval();
    let draws = share.draws as f64;
    Counted {
        hits: share.hits,
        low: (interval.low * draws).floor() as u64,
        high: (interval.high * draws).ceil() as u64,
    }
}
