//! What a page asks.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Number;

/// What is asked of the open case; everything may be left out.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the wire format")]
pub struct Ask {
    /// What is fixed: choice by issue.
    pub draft: BTreeMap<String, String>,
    /// Issues left open within brackets: by issue, the choices it is held to. A package with another choice is none of the question;
    /// `compare`, `improve` and the map look at packages whatever the draft.
    pub open: BTreeMap<String, Vec<String>>,
    /// The sets of estimates that give second answers; none unless named.
    pub estimates: Vec<String>,
    /// Limits switched on or off against their firmness, by id.
    pub limits: BTreeMap<String, bool>,
    /// Whether every limit binds.
    pub all_limits: bool,
    /// Consents other than the case's: `always`, `never` or a condition.
    pub consent: BTreeMap<String, String>,
    /// The parties between whom frontier and principles are drawn.
    pub over: Vec<String>,
    /// Numbers in place of a set's own.
    pub what_if: Vec<WhatIf>,
    /// Bottom lines that are left aside, by party.
    pub without_bottom_lines: Vec<String>,
    /// How negotiated territory is divided: by blocs, or unit by unit.
    pub units: bool,
    /// Which of several calls of one kind counts: a newer one ends an older.
    pub stream: Option<Stream>,
    /// A whole package, where the question is about one.
    pub package: Option<BTreeMap<String, String>>,
    /// Several whole packages, where they are compared.
    pub packages: Vec<BTreeMap<String, String>>,
    /// A party, where the question is about one.
    pub party: Option<String>,
    /// Two parties between whom a frontier is drawn.
    pub pair: Vec<String>,
    /// How many examples.
    pub examples: Option<usize>,
    /// Whether the least and the most that each party can still get is wanted.
    pub reach: bool,
    /// Whether it is wanted what excludes each choice that a draft leaves out: one minimal set.
    pub excluded_by: bool,
    /// The most steps a search for a principle, a frontier or what a party can get may take, where an answer is wanted at once: what is not proved by then
    /// says what was reached and what no package exceeds, and packages are not counted. A step is the same on every machine.
    pub steps: Option<u64>,
    /// Whether a frontier is wanted.
    pub frontier: bool,
    /// Members of conflicts that are left aside: ids of limits, `bottom-line:PARTY`, `fixed:ISSUE`,
    /// `brackets:ISSUE`.
    pub drop: Vec<String>,
    /// How many draws.
    pub draws: Option<u64>,
    /// What they are drawn with.
    pub seed: Option<u64>,
    /// A preset of the fund.
    pub preset: Option<String>,
    /// The day after which changes count.
    pub since: Option<String>,
}

/// A series of calls of which only the newest counts.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stream {
    /// Which series.
    pub key: String,
    /// Its number in the series.
    pub number: u64,
    /// Other series whose calls rest on what this one asks anew: those under way are ended at once, before whoever asked lets go of them.
    #[serde(default)]
    pub ends: Vec<String>,
}

/// A number in place of a set's own, for this question alone.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WhatIf {
    /// The set.
    pub set: String,
    /// Whose number.
    pub party: String,
    /// Which.
    pub of: WhatIfOf,
    /// On which issue.
    pub issue: Option<String>,
    /// Of which choice.
    pub choice: Option<String>,
    /// Its low end.
    pub low: Number,
    /// Its centre; the middle where it is left out.
    pub centre: Option<Number>,
    /// Its high end.
    pub high: Number,
}

/// What kind of number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WhatIfOf {
    /// What no agreement is worth, in points.
    BottomLine,
    /// The weight of an issue.
    Weight,
    /// The value of a choice.
    Value,
}

/// A case to make.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCase {
    /// The name of its folder: one plain name, beside the other cases.
    pub folder: String,
    /// Its title.
    pub title: String,
    /// Whether it begins with the example of `detente new`; else it is empty.
    #[serde(default = "yes")]
    pub example: bool,
}

const fn yes() -> bool {
    true
}

/// A case to open.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenCase {
    /// The name of its folder.
    pub folder: String,
}
