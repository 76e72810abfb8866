//! The numbers of a set of estimates.

use std::collections::BTreeMap;

use detente::Opened;
use detente::base::Decimal;
use detente::case::Case;
use detente::casefile::estimates_hash;
use detente::deals::{LimitRef, limit_id};
use detente::estimate::{EstimateSet, PartyEstimates, Range, Values, Why};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Number;

use super::{texts, words};
use crate::deals::number;

/// A set of estimates.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Estimates {
    /// Who assumes.
    pub author: String,
    /// What it is for.
    pub note: Option<String>,
    /// Whether points of different parties are said to have a common meaning.
    pub comparable: bool,
    /// SHA-256 over the set.
    pub hash: String,
    /// Limits that are estimated, by id.
    pub limits: BTreeMap<String, EstimatedLimit>,
    /// What is assumed of each party.
    pub parties: BTreeMap<String, EstimatedParty>,
}

/// A limit that is estimated.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct EstimatedLimit {
    /// Whose.
    pub party: String,
    /// What it excludes, as it is written.
    pub text: String,
    /// With titles.
    pub words: String,
    /// How firm.
    pub firmness: String,
    /// Whether it binds unless told otherwise.
    pub binds: bool,
}

/// What is assumed of a party.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct EstimatedParty {
    /// What no agreement is worth to it, in points.
    pub bottom_line: Option<Estimated>,
    /// Weights by issue, or by lens where one is weighed as a whole.
    pub weights: BTreeMap<String, Estimated>,
    /// Values by issue and choice.
    pub values: BTreeMap<String, BTreeMap<String, Estimated>>,
    /// Values along a range, by issue.
    pub curves: BTreeMap<String, Vec<Corner>>,
}

/// A number nobody knows, as a range.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Estimated {
    /// Its low end.
    pub low: Number,
    /// Its centre.
    pub centre: Number,
    /// Its high end.
    pub high: Number,
    /// Why.
    pub because: Option<String>,
    /// Positions and statements it rests on.
    pub basis: Vec<String>,
}

/// A corner of a curve.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Corner {
    /// The amount.
    pub at: Number,
    /// The value's low end.
    pub low: Number,
    /// Its centre.
    pub centre: Number,
    /// Its high end.
    pub high: Number,
}

pub(super) fn estimates(opened: &Opened, case: &Case, set: &EstimateSet) -> Estimates {
    let of = case.parties.iter().filter_map(|(idx, party)| Some((party.id.to_string(), set.party(idx)?)));
    Estimates {
        author: set.author.clone(),
        note: set.note.clone(),
        comparable: set.comparable,
        hash: estimates_hash(&opened.folder, set.id.as_str()).to_string(),
        limits: limits(case, set),
        parties: of.map(|(id, of)| (id, party(case, of))).collect(),
    }
}

fn limits(case: &Case, set: &EstimateSet) -> BTreeMap<String, EstimatedLimit> {
    let mut limits = BTreeMap::new();
    for (idx, party) in case.parties.iter() {
        for (rank, line) in set.party(idx).map_or(&[][..], |of| &of.red_lines).iter().enumerate() {
            let limit = EstimatedLimit {
                party: party.id.to_string(),
                text: line.never.text.clone(),
                words: words(case, &line.never),
                firmness: line.firmness.to_string(),
                binds: line.firmness.binds(),
            };
            limits.insert(limit_id(case, Some(set), LimitRef::Estimated(idx, rank)), limit);
        }
    }
    limits
}

fn party(case: &Case, of: &PartyEstimates) -> EstimatedParty {
    let issue = |issue: detente::case::IssueIdx| case.issues[issue].id.to_string();
    let mut party = EstimatedParty {
        bottom_line: of.bottom_line.as_ref().map(|line| estimated(line.range, &line.why)),
        weights: of.weights.iter().map(|(&of, weight)| (issue(of), estimated(weight.range, &weight.why))).collect(),
        ..EstimatedParty::default()
    };
    party.weights.extend(of.lenses.iter().filter_map(|(&lens, of)| {
        let weight = of.weight.as_ref()?;
        Some((case.lenses[lens].id.to_string(), estimated(weight.range, &weight.why)))
    }));
    for (&of, values) in &of.values {
        match values {
            Values::ByChoice(values) => {
                let given = values.iter().filter_map(|(choice, value)| Some((choice, value.as_ref()?)));
                let row = given.map(|(choice, value)| {
                    (case.issues[of].choices[choice].id.clone(), estimated(value.range, &value.why))
                });
                party.values.insert(issue(of), row.collect());
            }
            Values::Curve { knots, .. } | Values::Along { knots, .. } => {
                let corner = |knot: &detente::estimate::Knot| {
                    let [low, centre, high] = ends(knot.value).map(number);
                    Corner { at: number(knot.at), low, centre, high }
                };
                party.curves.insert(issue(of), knots.iter().map(corner).collect());
            }
        }
    }
    party
}

fn ends(range: Range) -> [Decimal; 3] {
    [range.low(), range.centre(), range.high()]
}

fn estimated(range: Range, why: &Why) -> Estimated {
    let [low, centre, high] = ends(range).map(number);
    Estimated { low, centre, high, because: why.because.clone(), basis: texts(&why.basis) }
}
