//! Every month at the centres.

use detente_base::Watch;
use detente_deals::{Choices, DealsError, zone};
use detente_engine::again::{Figures, Seen, Structure};
use detente_engine::{Model, Stopped, any_package};

use super::Question;
use super::course::{Course, Month, OfPackage, Prospect, Prospects, Standing};
use crate::share::Share;

/// Every month at the centres; nothing is said of draws yet.
pub(super) fn course(question: &Question<'_, '_>, named: &[Choices], watch: &dyn Watch) -> Result<Course, DealsError> {
    let months = question.months().map(|month| look(question, month, watch)).collect::<Result<_, _>>()?;
    Ok(Course { months, packages: packages(question, named)? })
}

/// A model with every bottom line moved as far as it has risen by a month.
fn moved(question: &Question<'_, '_>, mut model: Model, month: u32) -> Model {
    let per_point = &question.plan.centre().units_per_point;
    for (position, (party, &units)) in model.parties.iter_mut().zip(per_point).enumerate() {
        let risen = question.timeline.risen_at_centres(position, month).saturating_mul(units / 1000);
        party.bottom_line = party.bottom_line.map(|line| line.saturating_add(risen));
    }
    model
}

fn look(question: &Question<'_, '_>, month: u32, watch: &dyn Watch) -> Result<Month, DealsError> {
    let model = moved(question, question.plan.model().clone(), month);
    let zone = zone(&model, &question.ask, watch)?;
    let none = Share::default();
    let prospects = question.compared.iter().enumerate().map(|(party, compared)| {
        if !compared {
            return Ok(None);
        }
        let centre = prospect(question, party, &model, month, zone.feasible, watch)?;
        Ok::<_, Stopped>(Some(Prospects { centre, alternative_better: none, nothing: none }))
    });
    let prospects = prospects.collect::<Result<_, _>>()?;
    Ok(Month { zone, open: none, prospects })
}

/// What a party could get in a month: first with its bottom line, then without.
fn prospect(
    question: &Question<'_, '_>,
    party: usize,
    model: &Model,
    month: u32,
    feasible: bool,
    watch: &dyn Watch,
) -> Result<Prospect, Stopped> {
    let other = question.asking(party).map(|model| moved(question, model, month));
    let holds = match &other {
        None => feasible,
        Some(other) => any_package(other, &question.ask, watch)?.is_some(),
    };
    if holds {
        return Ok(Prospect::Package);
    }
    let mut without = other.unwrap_or_else(|| model.clone());
    if let Some(row) = without.parties.get_mut(party) {
        row.bottom_line = None;
    }
    let any = any_package(&without, &question.ask, watch)?.is_some();
    Ok(if any { Prospect::AlternativeBetter } else { Prospect::Nothing })
}

fn packages(question: &Question<'_, '_>, named: &[Choices]) -> Result<Vec<OfPackage>, DealsError> {
    let lowered = question.plan.centre();
    let structure = Structure::new(&lowered.model, &question.ask, &[])?;
    let known = structure.known(named.iter().map(|choices| lowered.package(choices)).collect());
    let mut of: Vec<OfPackage> =
        named.iter().map(|choices| OfPackage { choices: choices.clone(), months: Vec::new() }).collect();
    let mut seen = Seen::default();
    for month in question.months() {
        known.see(&Figures::of(&moved(question, lowered.model.clone(), month)), &mut seen);
        for (package, (of, choices)) in of.iter_mut().zip(known.packages()).enumerate() {
            let parties = lowered.model.parties.len();
            let accepts = |party| seen.accepts(package, party) && !question.withholds(party, choices);
            of.months.push(Standing {
                accepted: (0..parties).map(accepts).collect(),
                in_zone: seen.in_zone(package),
                accepted_in: vec![Share::default(); parties],
                in_zone_in: Share::default(),
            });
        }
    }
    Ok(of)
}
