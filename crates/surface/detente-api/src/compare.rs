//! Packages side by side.

use std::collections::BTreeMap;

use detente::base::Index;
use detente::deals::{Choices, EstimatedComparison, LimitRow, StatedComparison};
use detente::estimate::EstimateSet;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Number;

use crate::deals::{Head, limit_ids};
use crate::lens::{Lens, lenses};
use crate::question::{About, Set, Worth, points, worth};
use crate::show::package;

/// Packages side by side: first against the stated limits alone, then per set of estimates. Lists have an entry per package.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Compare {
    /// `detente.compare/1`.
    pub schema: &'static str,
    /// The case.
    pub case: Head,
    /// The packages, as they were named.
    pub packages: Vec<BTreeMap<String, String>>,
    /// Of a case with lenses: what each package makes of each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lenses: Vec<BTreeMap<String, Lens>>,
    /// The issues on which they differ.
    pub differ_on: Vec<String>,
    /// Against the stated limits alone.
    pub stated: CompareStated,
    /// What each set of estimates adds.
    pub answers: Vec<CompareEstimated>,
}

/// Packages against the stated limits alone.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CompareStated {
    /// Whether each meets all rules and every limit that binds.
    pub in_zone: Vec<bool>,
    /// The rules each breaks.
    pub broken_rules: Vec<Vec<String>>,
    /// What each does to every stated limit.
    pub limits: Vec<CompareLimit>,
}

/// A limit beside the packages.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CompareLimit {
    /// Its id.
    pub id: String,
    /// Whose.
    pub party: String,
    /// Whether it is in force in this run.
    pub in_force: bool,
    /// `met`, `exceeded`, `would object` or `would object; consent not needed`.
    pub effects: Vec<&'static str>,
}

/// Packages under a set of estimates, at the centres.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CompareEstimated {
    /// The set.
    #[serde(flatten)]
    pub set: Set,
    /// Whether each lies in the zone.
    pub in_zone: Vec<bool>,
    /// What each does to the set's own limits.
    pub limits: Vec<CompareLimit>,
    /// Per party, what each is worth to it.
    pub parties: BTreeMap<String, Vec<Worth>>,
    /// Per issue and party, the points each gives.
    pub issues: BTreeMap<String, BTreeMap<String, Vec<Number>>>,
    /// Per party, the points of all linkages that hold in each.
    pub linkages: BTreeMap<String, Vec<Number>>,
}

/// A comparison as a document.
pub fn compare(
    about: &About<'_>,
    packages: &[Choices],
    stated: &StatedComparison,
    estimated: &[(&EstimateSet, EstimatedComparison)],
) -> Compare {
    let case = about.case;
    let rules = |rules: &Vec<_>| rules.iter().map(|&rule| case.rules[rule].id.to_string()).collect();
    let differ = detente::deals::differing_issues(case, packages);
    Compare {
        schema: "detente.compare/1",
        case: about.head(),
        packages: packages.iter().map(|choices| package(case, choices)).collect(),
        lenses: if case.lenses.is_empty() { Vec::new() } else { packages.iter().map(|of| lenses(case, of)).collect() },
        differ_on: differ.iter().map(|&issue| case.issues[issue].id.to_string()).collect(),
        stated: CompareStated {
            in_zone: stated.in_zone.clone(),
            broken_rules: stated.broken_rules.iter().map(rules).collect(),
            limits: stated.limits.iter().map(|row| limit(about, None, row)).collect(),
        },
        answers: estimated.iter().map(|(set, found)| answer(about, packages, set, found)).collect(),
    }
}

fn limit(about: &About<'_>, set: Option<&EstimateSet>, row: &LimitRow) -> CompareLimit {
    let (id, party) = limit_ids(about.case, set, row.limit);
    CompareLimit {
        id,
        party,
        in_force: row.in_force,
        effects: row.effects.iter().map(|effect| effect.in_words()).collect(),
    }
}

fn answer(about: &About<'_>, packages: &[Choices], set: &EstimateSet, found: &EstimatedComparison) -> CompareEstimated {
    let lowered = &found.lowered;
    let of = |party, rank: usize| {
        worth(lowered, party, found.units[rank][Index::position(party)], &lowered.package(&packages[rank]))
    };
    let part = |party, issue: usize| -> Vec<Number> {
        let units = |rank: usize| found.parts[rank][Index::position(party)].issues[issue];
        (0..packages.len()).map(|rank| points(lowered, party, units(rank))).collect()
    };
    let linked = |party| -> Vec<Number> {
        let units = |rank: usize| found.parts[rank][Index::position(party)].linkages;
        (0..packages.len()).map(|rank| points(lowered, party, units(rank))).collect()
    };
    CompareEstimated {
        set: about.set(set),
        in_zone: found.in_zone.clone(),
        limits: found.limits.iter().map(|row| limit(about, Some(set), row)).collect(),
        parties: about.by_party(|party| (0..packages.len()).map(|rank| of(party, rank)).collect()),
        issues: about
            .case
            .issues
            .iter()
            .map(|(issue, row)| (row.id.to_string(), about.by_party(|party| part(party, issue.position()))))
            .collect(),
        linkages: about.by_party(linked),
    }
}
