//! What waiting does.

use std::collections::BTreeMap;

use detente::base::Index;
use detente::case::PartyIdx;
use detente::deals::StatedAnswer;
use detente::estimate::EstimateSet;
use detente::robustness::delay::{self as found, Course, Drift, OfPackage, Prospect, Wanted, When};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Number;

use crate::deals::{Head, number};
use crate::packages::{Packages, number_of};
use crate::question::{About, Set};
use crate::robust::{RobustStated, ShareOf, share};
use crate::show::package;

/// What was asked of time, and what came of it.
#[derive(Clone, Copy, Debug)]
pub struct Waited<'a> {
    /// The case.
    pub about: About<'a>,
    /// The first answer.
    pub stated: &'a StatedAnswer,
    /// The last month looked at.
    pub months: u32,
    /// What else was asked.
    pub wanted: &'a Wanted,
    /// Per set what waiting does.
    pub found: &'a [(&'a EstimateSet, found::Delay)],
}

/// What waiting does, month by month. Shares are shares of draws from sets of estimates, never likelihoods.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Delay {
    /// `detente.delay/1`.
    pub schema: &'static str,
    /// The case.
    pub case: Head,
    /// What follows from the stated limits alone; no month changes it.
    pub stated: RobustStated,
    /// The last month looked at; the first is 0.
    pub months: u32,
    /// How many draws.
    pub draws: u64,
    /// What they were drawn with.
    pub seed: u64,
    /// Parties that withhold their consent in `without`.
    pub walked_out: Vec<String>,
    /// What each set of estimates says.
    pub answers: Vec<DelayEstimated>,
}

/// What a set of estimates says of waiting.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DelayEstimated {
    /// The set.
    #[serde(flatten)]
    pub set: Set,
    /// The date of month 0; null where neither the set nor the case has one.
    pub from: Option<String>,
    /// The numbers that change something with time.
    pub changes: Vec<DelayChange>,
    /// When each event begins to count.
    pub events: Vec<DelayEvent>,
    /// Month by month where everybody stays.
    pub together: DelayCourse,
    /// Month by month after the walk-out; null where nobody walks out.
    pub without: Option<DelayCourse>,
}

/// A number that changes something with time.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DelayChange {
    /// Whose.
    pub party: String,
    /// `bottom_line`, `alternative_per_month` or `agreement_per_month`.
    pub of: &'static str,
    /// The event it comes with.
    pub event: Option<String>,
    /// The first month in which it holds; null where it holds in none of those looked at.
    pub from_month: Option<u32>,
    /// The low end, in points or points per month.
    pub low: Number,
    /// The centre.
    pub centre: Number,
    /// The high end.
    pub high: Number,
}

/// When an event begins to count for a party.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DelayEvent {
    /// For whom.
    pub party: String,
    /// The event.
    pub event: String,
    /// `month`, `later` (than the last month) or `unknown` (it is not counted).
    pub when: &'static str,
    /// The first month in which it counts.
    pub month: Option<u32>,
}

/// The months, from 0 on.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DelayCourse {
    /// What each month says.
    pub months: Vec<DelayMonth>,
    /// What becomes of the packages named.
    pub packages: Vec<DelayPackage>,
}

/// What a month says.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DelayMonth {
    /// Which.
    pub month: usize,
    /// Whether there is a package at the centres; proved.
    pub feasible: bool,
    /// How many.
    pub count: Packages,
    /// Draws in which there is one.
    pub zone: ShareOf,
    /// By party what it could get; of parties with a bottom line that have not walked out.
    pub prospects: BTreeMap<String, DelayProspect>,
}

/// What a party could get: packages within rules, its own limits, and the limits and bottom lines of the others.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DelayProspect {
    /// At the centres: `package` (some package is worth its alternative), `alternative better` or `nothing` (there is no package
    /// it could get).
    pub centre: &'static str,
    /// Draws in which its alternative is better than any package it could get.
    pub alternative_better: ShareOf,
    /// Draws in which there is no package it could get.
    pub nothing: ShareOf,
}

/// What becomes of a package.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DelayPackage {
    /// The package.
    pub package: BTreeMap<String, String>,
    /// By party, the last month in which it can accept the package at the centres; null where it never can.
    pub last_month: BTreeMap<String, Option<usize>>,
    /// The last month in which all can.
    pub last_month_for_all: Option<usize>,
    /// Per month.
    pub months: Vec<DelayStanding>,
}

/// How a package stands in a month.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DelayStanding {
    /// By party, whether it can accept the package at the centres, or is not asked.
    pub accepted: BTreeMap<String, bool>,
    /// Whether all can.
    pub accepted_by_all: bool,
    /// By party, draws in which it can.
    pub accepted_in: BTreeMap<String, ShareOf>,
    /// Draws in which all can.
    pub accepted_by_all_in: ShareOf,
}

/// Waiting as a document.
pub fn delay(waited: &Waited<'_>) -> Delay {
    let about = &waited.about;
    Delay {
        schema: "detente.delay/1",
        case: about.head(),
        stated: RobustStated { feasible: waited.stated.zone.feasible, count: number_of(&waited.stated.zone.packages) },
        months: waited.months,
        draws: waited.wanted.draws,
        seed: waited.wanted.seed,
        walked_out: waited.wanted.walked_out.iter().map(|&party| about.party(party)).collect(),
        answers: waited.found.iter().map(|(set, found)| answer(about, set, found)).collect(),
    }
}

fn answer(about: &About<'_>, set: &EstimateSet, found: &found::Delay) -> DelayEstimated {
    let timeline = &found.timeline;
    let event = |placed: &found::Placed| {
        let (when, month) = match placed.when {
            When::From(month) => ("month", Some(month)),
            When::Later => ("later", None),
            When::Unknown => ("unknown", None),
        };
        DelayEvent { party: about.party(placed.party), event: placed.event.to_string(), when, month }
    };
    DelayEstimated {
        set: about.set(set),
        from: timeline.from().map(|date| date.to_string()),
        changes: timeline.drifts().iter().map(|drift| change(about, drift)).collect(),
        events: timeline.placed().iter().map(event).collect(),
        together: course(about, &found.together),
        without: found.without.as_ref().map(|of| course(about, of)),
    }
}

fn change(about: &About<'_>, drift: &Drift) -> DelayChange {
    DelayChange {
        party: about.party(drift.party),
        of: drift.effect.id(),
        event: drift.event.as_ref().map(ToString::to_string),
        from_month: drift.from,
        low: number(drift.range.low()),
        centre: number(drift.range.centre()),
        high: number(drift.range.high()),
    }
}

fn course(about: &About<'_>, course: &Course) -> DelayCourse {
    let month = |(month, of): (usize, &found::Month)| DelayMonth {
        month,
        feasible: of.zone.feasible,
        count: number_of(&of.zone.packages),
        zone: share(of.open),
        prospects: of
            .prospects
            .iter()
            .enumerate()
            .filter_map(|(party, of)| Some((party, (*of)?)))
            .map(|(party, of)| (about.party(PartyIdx::new(party)), prospect(&of)))
            .collect(),
    };
    DelayCourse {
        months: course.months.iter().enumerate().map(month).collect(),
        packages: course.packages.iter().map(|of| of_package(about, of)).collect(),
    }
}

fn prospect(of: &found::Prospects) -> DelayProspect {
    DelayProspect {
        centre: match of.centre {
            Prospect::Package => "package",
            Prospect::AlternativeBetter => "alternative better",
            Prospect::Nothing => "nothing",
        },
        alternative_better: share(of.alternative_better),
        nothing: share(of.nothing),
    }
}

fn of_package(about: &About<'_>, of: &OfPackage) -> DelayPackage {
    let standing = |month: &found::Standing| DelayStanding {
        accepted: about.by_party(|party| month.accepted[party.position()]),
        accepted_by_all: month.in_zone,
        accepted_in: about.by_party(|party| share(month.accepted_in[party.position()])),
        accepted_by_all_in: share(month.in_zone_in),
    };
    DelayPackage {
        package: package(about.case, &of.choices),
        last_month: about.by_party(|party| of.last_for(party.position())),
        last_month_for_all: of.last(),
        months: of.months.iter().map(standing).collect(),
    }
}
