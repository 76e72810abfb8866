//! The two answers, and the parts of them that a page asks for by themselves.

use std::sync::Arc;

use detente::deals::{
    EstimatedAnswer, FrontierWanted, Principle, Settings, StatedAnswer, estimated_again, held_everywhere,
};
use detente::estimate::EstimateSet;
use detente_api::{self as api, Asked, workbench};

use super::Question;
use super::answers::record;
use crate::failure::Failure;
use crate::reply::bytes;

/// Both answers, worked out.
struct Both<'q, 'a> {
    of: &'q Question<'a>,
    stated: Arc<StatedAnswer>,
    estimated: Vec<(&'a EstimateSet, EstimatedAnswer)>,
}

impl<'q, 'a> Both<'q, 'a> {
    fn new(of: &'q Question<'a>, settings: &Settings) -> Result<Self, Failure> {
        let stated = of.stated(settings)?;
        Ok(Self { of, stated, estimated: estimates(of, settings)? })
    }

    fn asked(&self) -> Asked<'_> {
        let several = 1 < self.estimated.len();
        let answers = || self.estimated.iter().map(|(_, answer)| answer).collect::<Vec<_>>();
        Asked {
            opened: self.of.opened,
            case: self.of.case,
            draft: self.of.settings.draft.clone(),
            open: self.of.settings.open.clone(),
            stated: &self.stated,
            estimated: &self.estimated,
            held: several.then(|| held_everywhere(self.of.case, &answers())),
            principles: &Principle::ALL,
        }
    }
}

/// The second answers alone.
fn estimates<'a>(of: &Question<'a>, settings: &Settings) -> Result<Vec<(&'a EstimateSet, EstimatedAnswer)>, Failure> {
    of.per_set(|set| estimated_again(of.case, set, settings, of.written_out(), of.watch))
}

type Answer = Result<Arc<[u8]>, Failure>;

pub(super) fn deals(of: &Question<'_>) -> Answer {
    bytes(&api::deals(&Both::new(of, of.settings)?.asked()))
}

pub(super) fn picture(of: &Question<'_>) -> Answer {
    let settings = Settings { lean: !of.asked.reach, ..of.settings.clone() };
    bytes(&workbench::picture(&of.about(), &estimates(of, &settings)?))
}

pub(super) fn best_for(of: &Question<'_>) -> Answer {
    if of.settings.best_for.is_none() {
        return Err(Failure::argument("the most for whom?", "name a party: \"party\": \"…\""));
    }
    let settings = Settings { frontier: FrontierWanted::Unasked, lean: true, examples: 0, ..of.settings.clone() };
    bytes(&workbench::best_for(&of.about(), &estimates(of, &settings)?))
}

pub(super) fn examples(of: &Question<'_>) -> Answer {
    let examples = of.asked.examples.unwrap_or(3).min(20);
    let settings = Settings { frontier: FrontierWanted::Unasked, lean: true, examples, ..of.settings.clone() };
    bytes(&workbench::examples(&of.about(), &Both::new(of, &settings)?.asked()))
}

pub(super) fn overview(of: &Question<'_>) -> Answer {
    let examples = of.asked.examples.unwrap_or(3).min(20);
    let settings = Settings { frontier: FrontierWanted::Unasked, examples, ..of.settings.clone() };
    bytes(&workbench::overview(&Both::new(of, &settings)?.asked(), &record(of)?))
}
