//! Packages side by side: by limit, by party, by issue (DEALS 11).

use detente_base::Index;
use detente_case::{Case, IssueIdx, PartyIdx, RuleIdx};
use detente_engine::{self as engine, Ask};
use detente_estimate::EstimateSet;

use crate::{Choices, LimitRef, Lowered, Overflow, Settings, lower};

/// Packages held against the stated limits alone.
#[derive(Clone, Debug)]
pub struct StatedComparison {
    /// Every limit of the case, and what each package does to it.
    pub limits: Vec<LimitRow>,
    /// Per package, the rules it breaks.
    pub broken_rules: Vec<Vec<RuleIdx>>,
    /// Per package, whether it meets all rules and every limit that binds.
    pub in_zone: Vec<bool>,
}

/// A limit beside several packages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LimitRow {
    /// The limit.
    pub limit: LimitRef,
    /// Whose.
    pub party: PartyIdx,
    /// Whether it is in force in this run.
    pub in_force: bool,
    /// What each package does to it.
    pub effects: Vec<Effect>,
}

/// What a package does to a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// It keeps to it.
    Met,
    /// It crosses it, and the limit binds.
    Exceeded,
    /// It crosses it, but the limit does not bind in this run: its owner would object.
    WouldObject,
    /// It crosses it, but its owner's consent is not needed for this package.
    ConsentNotNeeded,
}

impl Effect {
    /// In words.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Exceeded => "exceeded",
            Self::WouldObject => "would object",
            Self::ConsentNotNeeded => "would object; consent not needed",
        }
    }
}

/// Packages under a set of estimates.
#[derive(Clone, Debug)]
pub struct EstimatedComparison {
    /// The model at the centres.
    pub lowered: Lowered,
    /// The set's own limits, and what each package does to them.
    pub limits: Vec<LimitRow>,
    /// Per package, whether it lies in the zone at the centre.
    pub in_zone: Vec<bool>,
    /// Per package and party, units at the centre.
    pub units: Vec<Vec<i64>>,
    /// Per package and party, the units each issue gives, then those of linkages together.
    pub parts: Vec<Vec<Parts>>,
}

/// What a package's worth to a party is made of, in units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// Per issue of the case.
    pub issues: Vec<i64>,
    /// All linkages that hold.
    pub linkages: i64,
}

/// Holds packages against the stated limits alone.
///
/// # Errors
/// None are expected: a case without estimates has no numbers that could be too large.
pub fn compare_stated(case: &Case, settings: &Settings, packages: &[Choices]) -> Result<StatedComparison, Overflow> {
    let lowered = lower(case, None)?;
    let mut ask = whole_zone(&lowered, case, settings);
    ask.bottom_lines = false;
    let broken = |choices: &Choices| {
        let package = lowered.package(choices);
        let rules = lowered.model.rules.iter().enumerate().filter(|(_, rule)| !rule.holds(&package));
        rules.map(|(rule, _)| RuleIdx::new(rule)).collect()
    };
    Ok(StatedComparison {
        limits: limit_rows(&lowered, &ask, packages),
        broken_rules: packages.iter().map(broken).collect(),
        in_zone: packages.iter().map(|package| in_zone(&lowered, &ask, package)).collect(),
    })
}

/// Compares packages under a set of estimates, at the centres.
///
/// # Errors
/// An [`Overflow`] names the party whose numbers are too large.
pub fn compare_estimated(
    case: &Case,
    set: &EstimateSet,
    settings: &Settings,
    packages: &[Choices],
) -> Result<EstimatedComparison, Overflow> {
    let lowered = lower(case, Some(set))?;
    let ask = whole_zone(&lowered, case, settings);
    let is_own = |row: &LimitRow| matches!(row.limit, LimitRef::Estimated(..));
    let of = |choices: &Choices| {
        let package = lowered.package(choices);
        case.parties.indices().map(|party| parts(&lowered, party, &package)).collect::<Vec<Parts>>()
    };
    let parts: Vec<Vec<Parts>> = packages.iter().map(of).collect();
    let sum = |parts: &Parts| parts.issues.iter().sum::<i64>() + parts.linkages;
    Ok(EstimatedComparison {
        limits: limit_rows(&lowered, &ask, packages).into_iter().filter(is_own).collect(),
        in_zone: packages.iter().map(|package| in_zone(&lowered, &ask, package)).collect(),
        units: parts.iter().map(|parties| parties.iter().map(sum).collect()).collect(),
        parts,
        lowered,
    })
}

/// The zone as asked, whatever the draft: packages that are compared may differ from it.
pub(crate) fn whole_zone(lowered: &Lowered, case: &Case, settings: &Settings) -> Ask {
    lowered.undrafted(case, settings)
}

pub(crate) fn in_zone(lowered: &Lowered, ask: &Ask, choices: &Choices) -> bool {
    engine::in_zone(&lowered.model, ask, &lowered.package(choices))
}

fn limit_rows(lowered: &Lowered, ask: &Ask, packages: &[Choices]) -> Vec<LimitRow> {
    let row = |(limit, &of): (usize, &LimitRef)| {
        let owner = lowered.model.limits[limit].owner;
        LimitRow {
            limit: of,
            party: PartyIdx::new(owner),
            in_force: ask.limits[limit],
            effects: packages.iter().map(|package| effect(lowered, ask, limit, package)).collect(),
        }
    };
    lowered.limits.iter().enumerate().map(row).collect()
}

fn effect(lowered: &Lowered, ask: &Ask, limit: usize, choices: &Choices) -> Effect {
    let package = lowered.package(choices);
    let of = &lowered.model.limits[limit];
    if !of.forbids.holds(&package) {
        Effect::Met
    } else if !lowered.model.parties[of.owner].is_asked_in(&package) {
        Effect::ConsentNotNeeded
    } else if ask.limits[limit] {
        Effect::Exceeded
    } else {
        Effect::WouldObject
    }
}

fn parts(lowered: &Lowered, party: PartyIdx, package: &[usize]) -> Parts {
    let row = &lowered.model.parties[party.position()];
    let linked = |link: &engine::Linkage| if link.when.holds(package) { link.units } else { 0 };
    let mut issues: Vec<i64> = row.values.iter().zip(package).map(|(values, &choice)| values[choice]).collect();
    let along = &lowered.along[party.position()];
    for (issue, of) in along {
        issues[issue.position()] += row.linkages[of.clone()].iter().map(linked).sum::<i64>();
    }
    let own = along.first().map_or(row.linkages.len(), |(_, of)| of.start);
    Parts { issues, linkages: row.linkages[..own].iter().map(linked).sum() }
}

/// The issues on which packages differ, in order of the case.
pub fn differing_issues(case: &Case, packages: &[Choices]) -> Vec<IssueIdx> {
    let differs = |issue: &IssueIdx| packages.iter().any(|package| package[*issue] != packages[0][*issue]);
    case.issues.indices().filter(differs).collect()
}
