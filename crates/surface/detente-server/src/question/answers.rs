//! The smaller questions, each as the command of its name answers it.

use std::sync::Arc;

use detente::deals::{
    DealsError, Why, compare_estimated, compare_stated, depth, gives as gives_of, improve as improve_of, lower,
    open_stated, prices as prices_of, prices_stated, remaining_estimated, remaining_stated, why as why_of,
};
use detente::estimate::EstimateSet;
use detente::evidence::{Record, Shown, Window};
use detente::process::{history, steps, timeline};
use detente_api::{self as api, workbench};

use super::Question;
use crate::ask::whole;
use crate::failure::Failure;
use crate::reply::bytes;

type Answer = Result<Arc<[u8]>, Failure>;

pub(super) fn draft(of: &Question<'_>) -> Answer {
    let (case, watch) = (of.case, of.watch);
    let overflow = |error| Failure::from(DealsError::from(error));
    let stated = of.stated_draft()?;
    let lowered = of.per_set(|set| lower(case, Some(set)).map_err(overflow))?;
    let answer = |(set, lowered): &'_ (&'_ EstimateSet, _)| {
        let lowered: &detente::deals::Lowered = lowered;
        let asked = lowered.drafted(case, of.settings);
        detente::deals::draft(case, Some(set), (lowered, &asked), of.draft_wanted(), of.written_out(), watch)
    };
    let found = lowered.iter().map(answer).collect::<Result<Vec<_>, _>>()?;
    let answers: Vec<_> = lowered.iter().zip(found).map(|((set, lowered), found)| (*set, lowered, found)).collect();
    bytes(&workbench::drafted(&of.about(), &stated, &answers, &of.asked.drop))
}

pub(super) fn remaining(of: &Question<'_>) -> Answer {
    let stated = remaining_stated(of.case, of.settings, of.watch)?;
    let estimated = of.per_set(|set| remaining_estimated(of.case, set, of.settings, of.watch))?;
    bytes(&api::remaining(&of.about(), &stated, &estimated))
}

pub(super) fn why(of: &Question<'_>) -> Answer {
    let deep = |found: Why| -> Result<_, DealsError> {
        let depth = depth(&found, of.watch)?;
        Ok((found, depth))
    };
    let one = |set| why_of(of.case, set, of.settings, of.watch).and_then(deep);
    let stated = one(None)?;
    let estimated = of.per_set(|set| one(Some(set)))?;
    bytes(&api::why(&of.about(), &stated, &estimated))
}

pub(super) fn gives(of: &Question<'_>) -> Answer {
    let stated = open_stated(of.case, of.settings, of.watch)?;
    let estimated = of.per_set(|set| gives_of(of.case, set, of.settings, of.watch))?;
    bytes(&api::gives(&of.about(), &stated, &estimated))
}

pub(super) fn prices(of: &Question<'_>) -> Answer {
    let stated = prices_stated(of.case, of.settings, of.watch)?;
    let estimated = of.per_set(|set| prices_of(of.case, set, of.settings, of.watch))?;
    bytes(&api::prices(&of.about(), &stated, &estimated))
}

pub(super) fn improve(of: &Question<'_>) -> Answer {
    let package = whole(of.case, of.asked.package.as_ref().unwrap_or(&of.asked.draft))?;
    let stated = compare_stated(of.case, of.settings, std::slice::from_ref(&package)).map_err(DealsError::from)?;
    let estimated = of.per_set(|set| improve_of(of.case, set, of.settings, &package, of.watch))?;
    bytes(&api::improve(&of.about(), &package, &stated, &estimated))
}

/// As many packages as stand side by side on a page.
const MOST: usize = 6;

pub(super) fn compare(of: &Question<'_>) -> Answer {
    let packages = of.asked.packages.iter().map(|named| whole(of.case, named)).collect::<Result<Vec<_>, _>>()?;
    if packages.len() < 2 || MOST < packages.len() {
        return Err(Failure::argument("a comparison needs several packages", format!("name two to {MOST}")));
    }
    let stated = compare_stated(of.case, of.settings, &packages).map_err(DealsError::from)?;
    let estimated = of.per_set(|set| {
        compare_estimated(of.case, set, of.settings, &packages).map_err(|error| Failure::from(DealsError::from(error)))
    })?;
    bytes(&api::compare(&of.about(), &packages, &stated, &estimated))
}

pub(super) fn show(of: &Question<'_>) -> Answer {
    bytes(&api::show(of.opened, of.case))
}

/// The record as it stands on the case's date.
pub(super) fn record(of: &Question<'_>) -> Result<Record, Failure> {
    let since = of.asked.since.as_deref().map(|day| {
        day.parse().map_err(|_malformed| {
            Failure::argument(format!("\"{day}\" is no date"), "write year, month and day: 2025-02-26")
        })
    });
    let window = Window { from: since.transpose()?, to: of.case.as_of };
    Ok(Record::of(of.case, &of.opened.reading.ledger, of.case.as_of, window, &Shown::default()))
}

pub(super) fn ledger(of: &Question<'_>) -> Answer {
    bytes(&api::ledger(of.opened, of.case, &record(of)?))
}

pub(super) fn process(of: &Question<'_>) -> Answer {
    let day = of.case.as_of;
    let (steps, timeline) = (steps(of.case, day), timeline(of.case, &of.opened.reading.ledger, day));
    bytes(&api::process(of.opened, of.case, &steps, &timeline))
}

pub(super) fn offers(of: &Question<'_>) -> Answer {
    bytes(&api::offer(of.opened, of.case, &history(of.case), None))
}
