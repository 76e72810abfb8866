//! Two sets of estimates side by side.

use std::collections::BTreeMap;

use detente::deals::{Principle, Verdict};
use detente::estimate::EstimateSet;
use detente::robustness::differ::{self as found, About as Of, Conclusion, Ends, Part};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Number;

use crate::deals::{Head, number};
use crate::question::{About, Set};
use crate::show::package;

/// Two sets of estimates, compared.
#[derive(Clone, Copy, Debug)]
pub struct Compared<'a> {
    /// The case.
    pub about: About<'a>,
    /// The sets.
    pub sets: [&'a EstimateSet; 2],
    /// What was found.
    pub found: &'a found::Differ,
}

/// Where two sets of estimates differ, and which differences matter.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Differ {
    /// `detente.differ/1`.
    pub schema: &'static str,
    /// The case.
    pub case: Head,
    /// The first set and the second.
    pub sets: Vec<Set>,
    /// The numbers on which they differ, by party.
    pub differences: Vec<DifferNumber>,
    /// What each concludes.
    pub conclusions: Vec<DifferConclusion>,
    /// What the first concludes with a part that differs taken from the second.
    pub replaced: Vec<DifferReplaced>,
}

/// A number on which two sets differ.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DifferNumber {
    /// Whose.
    pub party: String,
    /// `bottom-line`, `weight` (in points of the 100 all weights share), `value`, `linkage` or `red-line` (its probability).
    pub of: &'static str,
    /// The issue or lens, of weights and values.
    pub issue: Option<String>,
    /// The choice, of values; the linkage or red line, by id or condition.
    pub id: Option<String>,
    /// In the first set; null where it does not give it.
    pub first: Option<DifferEnds>,
    /// In the second.
    pub second: Option<DifferEnds>,
    /// How much more the second says, at the centres.
    pub by: Option<Number>,
    /// Whether the ranges have a number in common.
    pub overlap: Option<bool>,
}

/// A range.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DifferEnds {
    /// Its low end.
    pub low: Number,
    /// Its centre.
    pub centre: Number,
    /// Its high end.
    pub high: Number,
}

/// What a set concludes.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DifferConclusion {
    /// `open`, `closed` or `depends` (on bottom lines not known).
    pub verdict: &'static str,
    /// Whether there is a package at the centres.
    pub feasible: bool,
    /// By principle, the packages it leads to at the centres.
    pub principles: BTreeMap<&'static str, Vec<BTreeMap<String, String>>>,
}

/// What follows from the first set with part of the second.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DifferReplaced {
    /// Whose part.
    pub party: String,
    /// `bottom-line`, `weights`, `values`, `preferences` (weights, values, orders and comparisons), `linkages`, `red-lines` or
    /// `everything`.
    pub part: &'static str,
    /// Whether the verdict is another.
    pub turns: bool,
    /// The principles that lead elsewhere.
    pub led_elsewhere: Vec<&'static str>,
    /// What follows.
    pub conclusion: DifferConclusion,
}

/// The comparison as a document.
pub fn differ(compared: &Compared<'_>) -> Differ {
    let (about, found) = (&compared.about, compared.found);
    let replaced = found.replaced.iter().map(|of| DifferReplaced {
        party: about.party(of.party),
        part: part_id(of.part),
        turns: of.conclusion.turns(&found.conclusions[0]),
        led_elsewhere: of.conclusion.led_elsewhere(&found.conclusions[0]).into_iter().map(Principle::id).collect(),
        conclusion: conclusion(about, &of.conclusion),
    });
    Differ {
        schema: "detente.differ/1",
        case: about.head(),
        sets: compared.sets.iter().map(|set| about.set(set)).collect(),
        differences: found.differences.iter().map(|of| difference(about, of)).collect(),
        conclusions: found.conclusions.iter().map(|of| conclusion(about, of)).collect(),
        replaced: replaced.collect(),
    }
}

fn part_id(part: Part) -> &'static str {
    match part {
        Part::BottomLine => "bottom-line",
        Part::Weights => "weights",
        Part::Values => "values",
        Part::Preferences => "preferences",
        Part::Linkages => "linkages",
        Part::RedLines => "red-lines",
        Part::Everything => "everything",
    }
}

fn difference(about: &About<'_>, found: &found::Difference) -> DifferNumber {
    let issues = &about.case.issues;
    let (of, issue, id) = match &found.about {
        Of::BottomLine => ("bottom-line", None, None),
        Of::Weight(issue) => ("weight", Some(issues[*issue].id.to_string()), None),
        Of::LensWeight(lens) => ("weight", Some(about.case.lenses[*lens].id.to_string()), None),
        Of::LensNumber(lens, id) => ("value", Some(about.case.lenses[*lens].id.to_string()), Some(id.clone())),
        Of::Value(issue, choice) => {
            ("value", Some(issues[*issue].id.to_string()), Some(issues[*issue].choices[*choice].id.clone()))
        }
        Of::Linkage(id) => ("linkage", None, Some(id.clone())),
        Of::RedLine(id) => ("red-line", None, Some(id.clone())),
    };
    let ends = |of: Ends| DifferEnds { low: number(of.low), centre: number(of.centre), high: number(of.high) };
    let [first, second] = found.in_sets;
    DifferNumber {
        party: about.party(found.party),
        of,
        issue,
        id,
        first: first.map(ends),
        second: second.map(ends),
        by: found.by().map(number),
        overlap: found.overlaps(),
    }
}

fn conclusion(about: &About<'_>, of: &Conclusion) -> DifferConclusion {
    let led = of.led.iter().map(|(principle, packages)| {
        (principle.id(), packages.iter().map(|choices| package(about.case, choices)).collect())
    });
    DifferConclusion {
        verdict: match of.verdict {
            Verdict::Open => "open",
            Verdict::Closed => "closed",
            Verdict::Depends => "depends",
        },
        feasible: of.feasible,
        principles: led.collect(),
    }
}
