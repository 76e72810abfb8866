//! What one limit's step would change.

use std::collections::BTreeMap;

use detente::base::Index;
use detente::deals::{Lowered, Member, Outlook as Found, Prices as FoundPrices, Principle, StatedPrices, member_id};
use detente::estimate::EstimateSet;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Number;

use crate::deals::Head;
use crate::packages::{Packages, number_of};
use crate::question::{About, Set, points};
use crate::show::choice_ids;

/// What one step of each limit would change: first, without any number of value, what setting a stated limit aside would.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Prices {
    /// `detente.prices/1`.
    pub schema: &'static str,
    /// The case.
    pub case: Head,
    /// How many packages there are within the stated limits.
    pub packages: Packages,
    /// What there would be without each stated limit, in order of id.
    pub stated: Vec<PriceStated>,
    /// Under each set of estimates.
    pub answers: Vec<PricesEstimated>,
}

/// What there would be without a stated limit.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PriceStated {
    /// The limit.
    pub id: String,
    /// How many packages there would be.
    pub packages: Packages,
    /// The choices that no package has and some would have, as `[issue, choice]`.
    pub opens: Vec<(String, String)>,
}

/// What steps would change under a set of estimates, at the centres.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PricesEstimated {
    /// The set.
    #[serde(flatten)]
    pub set: Set,
    /// As things are.
    pub now: Outlook,
    /// After one step of each limit, in order of id.
    pub steps: Vec<Step>,
}

/// A step and what there would be after it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Step {
    /// A limit, or `bottom-line:PARTY`.
    pub id: String,
    /// `dropped`, or `falls one point`.
    pub taken: &'static str,
    /// What there would be.
    pub then: Outlook,
}

/// What a zone offers.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Outlook {
    /// How many packages there are.
    pub packages: Packages,
    /// Per party, the most it gets anywhere in the zone, in points; null without a package and where that is out of reach.
    pub most: Option<BTreeMap<String, Number>>,
    /// Per principle, the points of every party at its first answer; null without a package and where nobody can gain.
    pub principles: BTreeMap<&'static str, Option<BTreeMap<String, Number>>>,
}

/// Prices as a document.
pub fn prices(about: &About<'_>, stated: &StatedPrices, estimated: &[(&EstimateSet, FoundPrices)]) -> Prices {
    let row = |row: &detente::deals::StatedPrice| PriceStated {
        id: member_id(about.case, None, row.member),
        packages: number_of(&row.packages),
        opens: row.opens.iter().map(|&(issue, choice)| choice_ids(about.case, issue, choice)).collect(),
    };
    Prices {
        schema: "detente.prices/1",
        case: about.head(),
        packages: number_of(&stated.packages),
        stated: stated.rows.iter().map(row).collect(),
        answers: estimated.iter().map(|(set, found)| answer(about, set, found)).collect(),
    }
}

fn answer(about: &About<'_>, set: &EstimateSet, found: &FoundPrices) -> PricesEstimated {
    let step = |price: &detente::deals::Price| Step {
        id: member_id(about.case, Some(set), price.member),
        taken: if matches!(price.member, Member::BottomLine(_)) { "falls one point" } else { "dropped" },
        then: outlook(about, &found.lowered, &price.then),
    };
    PricesEstimated {
        set: about.set(set),
        now: outlook(about, &found.lowered, &found.now),
        steps: found.rows.iter().map(step).collect(),
    }
}

fn outlook(about: &About<'_>, lowered: &Lowered, of: &Found) -> Outlook {
    let is_known = !of.most.is_empty();
    let most = is_known.then(|| about.by_party(|party| points(lowered, party, of.most_for(party).unwrap_or_default())));
    let principle = |principle: &Principle| {
        let first = of.principles.iter().find(|found| found.principle == *principle)?.answers.first()?;
        Some(about.by_party(|party| points(lowered, party, first.units[party.position()])))
    };
    Outlook {
        packages: number_of(&of.zone.packages),
        most,
        principles: Principle::ALL.iter().map(|of| (of.id(), principle(of))).collect(),
    }
}
