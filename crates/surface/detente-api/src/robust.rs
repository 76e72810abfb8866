//! What survives doubt.

use std::collections::BTreeMap;

use detente::base::Decimal;
use detente::case::Case;
use detente::deals::{LimitRef, Member, StatedAnswer, limit_id, limit_owner, member_id};
use detente::estimate::EstimateSet;
use detente::robustness::{
    Criterion, Indices, NoIndices, OfCandidate, Opening, Opens, Origin, Share, Study, Value, Wanted,
};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Number;

use crate::deals::{Head, number};
use crate::find_out::{RobustFindOut, find_out};
use crate::packages::{Packages, number_of};
use crate::question::{About, Set};
use crate::show::package;

/// What was drawn, and what came of it.
#[derive(Clone, Copy, Debug)]
pub struct Drawn<'a> {
    /// The case.
    pub about: About<'a>,
    /// The first answer.
    pub stated: &'a StatedAnswer,
    /// Which draws.
    pub seed: u64,
    /// How many, and which packages were named.
    pub wanted: &'a Wanted,
    /// Per set what all draws say.
    pub studies: &'a [Studied<'a>],
    /// Limits of which the run doubts that they are in force.
    pub firm: &'a BTreeMap<LimitRef, Decimal>,
    /// Per set what would open the zone in enough draws; empty where that is not asked.
    pub openings: &'a [Option<Opening>],
}

/// What all draws from a set say.
#[derive(Clone, Debug)]
pub struct Studied<'a> {
    /// The set.
    pub set: &'a EstimateSet,
    /// How many numbers were drawn.
    pub inputs: usize,
    /// What all draws say.
    pub study: Study,
    /// What knowing each number would be worth.
    pub value: Value,
    /// What part each number has in the spread of outcomes, where that was asked for.
    pub indices: Option<Result<Indices, NoIndices>>,
}

/// Shares of draws from sets of estimates; never likelihoods of what will happen.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Robust {
    /// `detente.robust/1`.
    pub schema: &'static str,
    /// The case.
    pub case: Head,
    /// What follows from the stated limits alone, without any number.
    pub stated: RobustStated,
    /// How many draws.
    pub draws: u64,
    /// What they were drawn with: with the number of a draw and the id of an input it gives the input's number.
    pub seed: u64,
    /// The draws from each set of estimates.
    pub answers: Vec<RobustEstimated>,
}

/// Whether the stated limits alone leave a package, and how many.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RobustStated {
    /// Whether there is one; proved.
    pub feasible: bool,
    /// How many there are.
    pub count: Packages,
}

/// What the draws from a set of estimates say.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RobustEstimated {
    /// The set.
    #[serde(flatten)]
    pub set: Set,
    /// How many numbers were drawn.
    pub inputs: usize,
    /// By id of a limit, the probability with which the run takes it to be in force.
    pub firm: BTreeMap<String, Number>,
    /// What would open the zone in enough draws; null where that is not asked, or where there are more than 64 limits and bottom
    /// lines.
    pub opening: Option<RobustOpening>,
    /// Draws in which there is a package.
    pub zone: ShareOf,
    /// Draws in which there is none.
    pub no_zone: ShareOf,
    /// By issue and choice.
    pub choices: BTreeMap<String, BTreeMap<String, RobustChoice>>,
    /// The parties between whom efficiency, regret and ranks are told.
    pub principals: Vec<String>,
    /// The packages looked at in every draw.
    pub candidates: Vec<RobustCandidate>,
    /// Packages the principles led to in the first 1,000 draws that found no room among the candidates.
    pub candidates_left_out: usize,
    /// By criterion, the candidates it leads to, by number from 0; several where they are alike. None is recommended.
    pub criteria: BTreeMap<&'static str, Vec<usize>>,
    /// Which number, if it were known, would change what is concluded.
    pub find_out: RobustFindOut,
}

/// What has to be set aside for a package to exist in a share of draws. That a limit is listed does not mean that it should move.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RobustOpening {
    /// The share asked for.
    pub at_least: Number,
    /// Draws in which no package meets the rules, whatever is set aside.
    pub never: ShareOf,
    /// The minimal sets, smaller ones first, then in order of id; empty where enough draws have a package already, and where
    /// nothing leaves one in enough.
    pub sets: Vec<RobustOpens>,
    /// Whether these are all.
    pub complete: bool,
}

/// A set of limits and bottom lines that is enough and of which none can be spared.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RobustOpens {
    /// By id, whose each is, and who could lift it where the case says so.
    pub members: BTreeMap<String, RobustMember>,
    /// Draws in which there is a package when they are set aside.
    pub zone: ShareOf,
}

/// A limit or a bottom line.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RobustMember {
    /// Whose.
    pub party: String,
    /// Who could lift it.
    pub can_lift: Option<String>,
}

/// In how many draws something was so.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ShareOf {
    /// The number of draws.
    pub hits: u64,
    /// Their share of all draws, 0 to 1.
    pub share: f64,
    /// The low end of the 95% interval.
    pub low: f64,
    /// Its high end.
    pub high: f64,
}

/// What draws say about a choice. With the draws without any package these are all.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RobustChoice {
    /// Some package has it.
    pub with: ShareOf,
    /// There is a package, and none has it: it is ruled out.
    pub without: ShareOf,
    /// There is a package, and every one has it.
    pub always: ShareOf,
}

/// A package looked at in every draw.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RobustCandidate {
    /// The package.
    pub package: BTreeMap<String, String>,
    /// Where it comes from: `named`, `centre:PRINCIPLE`, or `draws:PRINCIPLE` with in how many of the first draws.
    pub origins: Vec<RobustOrigin>,
    /// By party, draws in which it can accept the package, or is not asked.
    pub accepted: BTreeMap<String, ShareOf>,
    /// Draws in which it meets all rules and everybody can accept it.
    pub accepted_by_all: ShareOf,
    /// Draws in which that is so and no package is better for one principal and worse for none.
    pub efficient: ShareOf,
    /// What the principal who misses most would miss.
    pub regret: RobustRegret,
    /// By principal, per rank from first to last, draws in which its own points give the package that rank among the
    /// candidates; ties share the higher rank.
    pub ranks: BTreeMap<String, Vec<u64>>,
}

/// Where a candidate comes from.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RobustOrigin {
    /// `named`, `centre` or `draws`.
    pub from: &'static str,
    /// The principle that leads to it.
    pub principle: Option<&'static str>,
    /// In how many of the first draws.
    pub draws: Option<u64>,
}

/// The most a principal could have in the zone less what it has, for the principal for whom that is most, in its own
/// thousandths of a point; over draws with a package.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RobustRegret {
    /// The mean over draws in which the package is acceptable.
    pub mean_where_acceptable: Option<u64>,
    /// The mean over all draws with a package; where this one is not acceptable it counts as no agreement.
    pub mean: Option<u64>,
    /// The 95th percentile, rounded up to a tenth of a point; null where the package is not acceptable in more than 5%.
    pub percentile_95: Option<u64>,
    /// The largest; null where the package is ever not acceptable.
    pub largest: Option<u64>,
}

/// The draws as a document.
pub fn robust(drawn: &Drawn<'_>) -> Robust {
    Robust {
        schema: "detente.robust/1",
        case: drawn.about.head(),
        stated: RobustStated { feasible: drawn.stated.zone.feasible, count: number_of(&drawn.stated.zone.packages) },
        draws: drawn.wanted.draws,
        seed: drawn.seed,
        answers: drawn
            .studies
            .iter()
            .enumerate()
            .map(|(rank, of)| {
                let opening = drawn.openings.get(rank).and_then(Option::as_ref);
                let id = |limit| limit_id(drawn.about.case, Some(of.set), limit);
                RobustEstimated {
                    firm: drawn.firm.iter().map(|(&limit, &p)| (id(limit), number(p))).collect(),
                    opening: opening.map(|opening| opened(&drawn.about, of.set, opening)),
                    ..answer(&drawn.about, of)
                }
            })
            .collect(),
    }
}

fn answer(about: &About<'_>, of: &Studied<'_>) -> RobustEstimated {
    let (case, study) = (about.case, &of.study);
    let none = Share { hits: study.open.draws - study.open.hits, draws: study.open.draws };
    let choices = study.choices.iter().map(|(issue, row)| {
        let issue = &case.issues[issue];
        let of = |of: &detente::robustness::OfChoice| RobustChoice {
            with: share(of.with),
            without: share(of.without),
            always: share(of.always),
        };
        (issue.id.to_string(), row.iter().map(|(choice, row)| (issue.choices[choice].id.clone(), of(row))).collect())
    });
    RobustEstimated {
        set: about.set(of.set),
        inputs: of.inputs,
        firm: BTreeMap::new(),
        opening: None,
        zone: share(study.open),
        no_zone: share(none),
        choices: choices.collect(),
        principals: study.principals.iter().map(|&party| about.party(party)).collect(),
        candidates: study.candidates.iter().map(|of| candidate(about, study, of)).collect(),
        candidates_left_out: study.left_out,
        criteria: Criterion::ALL.iter().map(|criterion| (criterion.id(), criterion.leads_to(study))).collect(),
        find_out: find_out(about, &of.value, of.indices.as_ref()),
    }
}

fn opened(about: &About<'_>, set: &EstimateSet, of: &Opening) -> RobustOpening {
    let member = |&member: &Member| {
        let (party, can_lift) = match member {
            Member::Limit(limit) => (limit_owner(about.case, limit), who_could_lift(about.case, limit)),
            Member::BottomLine(party) => (party, None),
            Member::Fixed(_) | Member::Bracketed(_) => return None,
        };
        let id = member_id(about.case, Some(set), member);
        Some((id, RobustMember { party: about.party(party), can_lift: can_lift.map(str::to_owned) }))
    };
    let opens =
        |of: &Opens| RobustOpens { members: of.members.iter().filter_map(member).collect(), zone: share(of.open) };
    RobustOpening {
        at_least: number(of.at_least),
        never: share(of.never),
        sets: of.sets.iter().map(opens).collect(),
        complete: of.complete,
    }
}

/// Who could lift a limit, where the case says so.
pub fn who_could_lift(case: &Case, limit: LimitRef) -> Option<&str> {
    match limit {
        LimitRef::RedLine(idx) => case.red_lines[idx].can_lift.as_deref(),
        LimitRef::Offer(_) | LimitRef::Estimated(..) => None,
    }
}

fn candidate(about: &About<'_>, study: &Study, of: &OfCandidate) -> RobustCandidate {
    let ranks = study.principals.iter().zip(&of.ranks).map(|(&party, ranks)| (about.party(party), ranks.clone()));
    RobustCandidate {
        package: package(about.case, &of.choices),
        origins: of.origins.iter().map(origin).collect(),
        accepted: about.by_party(|party| share(of.accepted[detente::base::Index::position(party)])),
        accepted_by_all: share(of.in_zone),
        efficient: share(of.efficient),
        regret: RobustRegret {
            mean_where_acceptable: of.regret.mean,
            mean: of.regret.mean_or_nothing,
            percentile_95: of.regret.in_95,
            largest: of.regret.largest,
        },
        ranks: ranks.collect(),
    }
}

fn origin(origin: &Origin) -> RobustOrigin {
    let (from, principle, draws) = match origin {
        Origin::Named(_) => ("named", None, None),
        Origin::Centre(principle) => ("centre", Some(principle.id()), None),
        Origin::Draws(principle, draws) => ("draws", Some(principle.id()), Some(*draws)),
    };
    RobustOrigin { from, principle, draws }
}

/// To four decimals, the ends of the interval rounded outwards.
pub(crate) fn share(of: Share) -> ShareOf {
    const PLACES: f64 = 10_000.0;
    let interval = of.interval();
    ShareOf {
        hits: of.hits,
        share: (of.value() * PLACES).round() / PLACES,
        low: (interval.low * PLACES).floor() / PLACES,
        high: (interval.high * PLACES).ceil() / PLACES,
    }
}
