//! The two answers of `deals`.

use std::collections::{BTreeMap, BTreeSet};

use detente::Opened;
use detente::base::{Decimal, Index, Table};
use detente::case::{Case, ChoiceIdx, IssueIdx, PartyIdx, Resolution};
use detente::casefile::{case_hash, estimates_hash};
use detente::deals::{
    Answer, Choices, EstimatedAnswer, Frontier as FoundFrontier, Held, Left, LimitRef, Listed, Lowered, Member,
    PerChoice, Principle, PrincipleAnswer, StatedAnswer, Verdict, Zone as FoundZone, limit_id, limit_owner, member_id,
    objections, standing,
};
use detente::estimate::EstimateSet;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Number;

use crate::examples::ExamplesEnd;
use crate::lens::{Lens, lenses};
use crate::packages::{Packages, number_of, status};
use crate::show::{choice_ids, consent, package};

/// The two answers about a case: first from the stated limits alone, then per set of estimates.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Deals {
    /// `detente.deals/1`.
    pub schema: &'static str,
    /// The case.
    pub case: Head,
    /// What follows from the stated limits alone, without any number.
    pub stated: Stated,
    /// What each set of estimates adds, in order of its id.
    pub answers: Vec<Estimated>,
    /// What holds under every set shown, with every bottom line at its low end.
    pub holds_in_all: Option<Holds>,
}

/// Which case, and what was asked of it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Head {
    /// Its id.
    pub id: Option<String>,
    /// Its title.
    pub title: String,
    /// The date it speaks of.
    pub as_of: Option<String>,
    /// SHA-256 over everything but estimates.
    pub hash: String,
    /// Whose consent is needed where.
    pub consent: BTreeMap<String, String>,
    /// What is fixed.
    pub draft: BTreeMap<String, String>,
    /// Issues left open within brackets, each with the choices it is held to, in order of id; left out where there are none.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub open: BTreeMap<String, Vec<String>>,
    /// Of a case with a lens, how finely it is negotiated: `blocs` or `units`. The model differs between the two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resolution: Option<&'static str>,
}

/// The first answer.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Stated {
    /// The packages there are, rules aside.
    pub space: String,
    /// The packages within the rules.
    pub within_rules: Packages,
    /// The packages within every limit in force.
    pub zone: Zone,
    /// Of the zone, the packages with each choice, by issue and choice. Number of combinations in this model, not a likelihood.
    pub remaining: BTreeMap<String, BTreeMap<String, Packages>>,
    /// What each limit excludes by itself.
    pub limits: Vec<Limit>,
    /// Different packages of the zone.
    pub examples: Vec<Example>,
    /// Why there are no more examples.
    pub examples_end: ExamplesEnd,
    /// What cannot hold together, where there is no package.
    pub conflicts: Option<Conflicts>,
}

/// Whether there is a package, and how many.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Zone {
    /// Whether there is one.
    pub feasible: bool,
    /// How many there are.
    pub count: Packages,
    /// `exact`; `bounded`: between two numbers, both proved; `estimated` from a sample.
    pub count_status: &'static str,
    /// Whether both are proved.
    pub proved: bool,
}

/// A stated limit.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Limit {
    /// Its id.
    pub id: String,
    /// Whose.
    pub party: String,
    /// Whether it binds in this run.
    pub in_force: bool,
    /// How many packages within the rules it excludes by itself.
    pub excludes_packages: Packages,
    /// The choices it is proved to exclude altogether, as `[issue, choice]`.
    pub excludes_choices: Vec<(String, String)>,
}

/// The minimal sets of limits that no package meets together.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Conflicts {
    /// Whether these are all there are.
    pub complete: bool,
    /// The sets, by size and then by the ids of their members.
    pub sets: Vec<Vec<String>>,
}

/// A package and what it crosses.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Example {
    /// Choice by issue.
    pub package: BTreeMap<String, String>,
    /// Of a case with lenses: what it makes of each.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub lenses: BTreeMap<String, Lens>,
    /// Limits it crosses whose owners' consent is not needed or which do not bind: they "would object".
    pub would_object: Vec<Objects>,
    /// With estimates: where it leaves each party.
    pub parties: Option<BTreeMap<String, Share>>,
}

/// A limit that is crossed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Objects {
    /// Whose.
    pub party: String,
    /// Which limit.
    pub limit: String,
}

/// Where a package leaves a party.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Share {
    /// Units, exact.
    pub units: i64,
    /// Points, to three decimals.
    pub points: Number,
    /// Points above the bottom line's centre.
    pub gain: Option<Number>,
    /// Points above its high end and above its low end.
    pub gain_range: Option<[Number; 2]>,
    /// `met`, `at limit`, `within doubt`, `exceeded` or `no bottom line`.
    pub standing: &'static str,
    /// Whether its consent is needed for this package.
    pub consent_needed: bool,
}

/// A second answer.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Estimated {
    /// The set's id.
    pub estimates: String,
    /// Who assumes.
    pub author: String,
    /// SHA-256 over the set.
    pub hash: String,
    /// Whether points of different parties are said to have a common meaning.
    pub comparable: bool,
    /// `open`, `closed` or `depends` (on bottom lines not known).
    pub verdict: &'static str,
    /// With every bottom line at its low end, centre and high end.
    pub zone: BTreeMap<&'static str, Zone>,
    /// The parties between whom frontier and principles are drawn.
    pub principals: Vec<String>,
    /// Per party, its bottom line in units and points and what the zone attains at the centre.
    pub parties: BTreeMap<String, Party>,
    /// Of the zone at the centre, the packages with each choice; empty where packages were not counted.
    pub remaining: BTreeMap<String, BTreeMap<String, Packages>>,
    /// The efficient utility vectors at the centre.
    pub frontier: Frontier,
    /// The principles, by name; null where no principal can gain.
    pub principles: BTreeMap<&'static str, Option<Solution>>,
    /// What is best for the party asked about, within the others' limits.
    pub best_for: Option<Best>,
    /// Different packages of the zone at the centre.
    pub examples: Vec<Example>,
    /// Why there are no more examples.
    pub examples_end: ExamplesEnd,
    /// What cannot hold together at the centre, where there is no package.
    pub conflicts: Option<Conflicts>,
}

/// A party under a set of estimates.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Party {
    /// Units that make one point.
    pub units_per_point: i64,
    /// Low end, centre and high end of its bottom line, in points.
    pub bottom_line: Option<[Number; 3]>,
    /// The least and the most the zone's packages are worth to it, in points.
    pub attainable: Option<[Number; 2]>,
    /// Whether no package of the zone goes beyond either end.
    pub attainable_proved: Option<bool>,
    /// Whether the set gives it no weight at all.
    pub no_stake_stated: bool,
}

/// The frontier over the principals.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Frontier {
    /// Whether all of its points are listed.
    pub complete: bool,
    /// `complete`; `cover`: every package is matched by a point up to `epsilon`; `not-listed`: it was not asked for or is out of
    /// reach.
    pub status: &'static str,
    /// Per principal, in points, how far off a cover is.
    pub epsilon: Option<Vec<Number>>,
    /// How many points are listed.
    pub size: usize,
    /// Points of the principals, in their order, descending.
    pub points: Vec<Vec<Number>>,
}

/// What a principle leads to.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Solution {
    /// In plain words.
    pub in_words: &'static str,
    /// Whether it compares points across parties.
    pub compares_parties: bool,
    /// Whether no package of the zone is worth more under it.
    pub proved: bool,
    /// Where it is not proved, a number that no package exceeds: the product of gains in units, the smallest share, or points.
    pub bound: Option<f64>,
    /// Where it is not proved, what the answers attain, in the same terms; left out where that is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reached: Option<f64>,
    /// The answers; several where they tie.
    pub answers: Vec<Attained>,
    /// Whether all answers are listed.
    pub complete: bool,
    /// Principals that stand outside.
    pub left_out: Vec<String>,
}

/// A utility vector that attains a principle's value.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Attained {
    /// The package with the least κ.
    pub package: BTreeMap<String, String>,
    /// How many packages have the same points for the principals; null where that is not known.
    pub packages: Option<String>,
    /// Under Nash, the principals who gain.
    pub gaining: Vec<String>,
    /// Where it leaves each party.
    pub parties: BTreeMap<String, Share>,
}

/// What is best for one party.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Best {
    /// Which.
    pub party: String,
    /// Whether no package gives it more.
    pub proved: bool,
    /// Whether all answers are listed.
    pub complete: bool,
    /// The packages, one per efficient utility vector.
    pub answers: Vec<Attained>,
}

/// What holds under every set shown.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Holds {
    /// Choices that no package has, as `[issue, choice]`.
    pub excluded: Vec<(String, String)>,
    /// Choices that every package has.
    pub always: Vec<(String, String)>,
}

/// What was asked and answered.
#[derive(Debug)]
pub struct Asked<'a> {
    /// The folder.
    pub opened: &'a Opened,
    /// The case, with the consents that were asked for.
    pub case: &'a Case,
    /// What is fixed.
    pub draft: BTreeMap<IssueIdx, ChoiceIdx>,
    /// Issues left open within brackets, each with the choices it is held to.
    pub open: BTreeMap<IssueIdx, BTreeSet<ChoiceIdx>>,
    /// The first answer.
    pub stated: &'a StatedAnswer,
    /// The second answers, each with its set.
    pub estimated: &'a [(&'a EstimateSet, EstimatedAnswer)],
    /// What holds in all of them, where there are several.
    pub held: Option<Held>,
    /// The principles that were asked for.
    pub principles: &'a [Principle],
}

/// The two answers as a document.
pub fn deals(asked: &Asked<'_>) -> Deals {
    let case = asked.case;
    let pairs = |choices: &[(IssueIdx, ChoiceIdx)]| choices.iter().map(|&(i, c)| choice_ids(case, i, c)).collect();
    Deals {
        schema: "detente.deals/1",
        case: head(asked.opened, case, &asked.draft, &asked.open),
        stated: stated(case, asked.stated),
        answers: asked
            .estimated
            .iter()
            .map(|(set, answer)| estimated((asked.opened, case), (set, answer), asked.principles))
            .collect(),
        holds_in_all: asked
            .held
            .as_ref()
            .map(|held| Holds { excluded: pairs(&held.excluded), always: pairs(&held.always) }),
    }
}

/// Which case, and what was asked of it.
pub(crate) fn head(
    opened: &Opened,
    case: &Case,
    draft: &BTreeMap<IssueIdx, ChoiceIdx>,
    open: &BTreeMap<IssueIdx, BTreeSet<ChoiceIdx>>,
) -> Head {
    Head {
        id: case.id.as_ref().map(ToString::to_string),
        title: case.title.clone(),
        as_of: case.as_of.map(|date| date.to_string()),
        hash: case_hash(&opened.folder).to_string(),
        consent: case.parties.rows().map(|party| (party.id.to_string(), consent(&party.consent))).collect(),
        draft: draft.iter().map(|(&issue, &choice)| choice_ids(case, issue, choice)).collect(),
        open: open
            .iter()
            .map(|(&issue, among)| (case.issues[issue].id.to_string(), bracketed(case, issue, among)))
            .collect(),
        resolution: case.lenses.rows().next().map(|lens| match lens.resolution {
            Resolution::Blocs => "blocs",
            Resolution::Units => "units",
        }),
    }
}

/// The choices that an issue is held to, in order of id.
pub(crate) fn bracketed(case: &Case, issue: IssueIdx, among: &BTreeSet<ChoiceIdx>) -> Vec<String> {
    let mut ids: Vec<String> = among.iter().map(|&choice| choice_ids(case, issue, choice).1).collect();
    ids.sort();
    ids
}

fn stated(case: &Case, answer: &StatedAnswer) -> Stated {
    let limit = |excluded: &detente::deals::Excluded| {
        let (id, party) = limit_ids(case, None, excluded.limit);
        Limit {
            id,
            party,
            in_force: excluded.in_force,
            excludes_packages: number_of(&excluded.packages),
            excludes_choices: excluded.choices.iter().map(|&(i, c)| choice_ids(case, i, c)).collect(),
        }
    };
    let example = |example: &detente::deals::Example| Example {
        package: package(case, &example.choices),
        lenses: lenses(case, &example.choices),
        would_object: would_object(case, None, &answer.lowered, &answer.in_force, &example.choices),
        parties: None,
    };
    Stated {
        space: answer.space.to_string(),
        within_rules: number_of(&answer.within_rules),
        zone: zone(&answer.zone),
        remaining: remaining(case, &answer.remaining),
        limits: answer.excluded.iter().map(limit).collect(),
        examples: answer.examples.packages.iter().map(example).collect(),
        examples_end: answer.examples.end.into(),
        conflicts: answer.conflicts.as_ref().map(|found| conflicts(case, None, found)),
    }
}

fn zone(zone: &FoundZone) -> Zone {
    let count_status = status(&zone.packages);
    Zone {
        feasible: zone.feasible,
        count: number_of(&zone.packages),
        count_status,
        proved: count_status != "estimated",
    }
}

fn remaining(case: &Case, left: &PerChoice) -> BTreeMap<String, BTreeMap<String, Packages>> {
    let issue = |(issue, row): (IssueIdx, &Table<ChoiceIdx, Left>)| {
        let of = &case.issues[issue];
        let count = |(choice, left): (ChoiceIdx, &Left)| (of.choices[choice].id.clone(), number_of(&left.packages));
        (of.id.to_string(), row.iter().map(count).collect())
    };
    left.iter().map(issue).collect()
}

/// A limit's id and its owner's.
pub(crate) fn limit_ids(case: &Case, set: Option<&EstimateSet>, limit: LimitRef) -> (String, String) {
    (limit_id(case, set, limit), case.parties[limit_owner(case, limit)].id.to_string())
}

fn conflicts(case: &Case, set: Option<&EstimateSet>, of: &detente::deals::Conflicts) -> Conflicts {
    let ids = |members: &Vec<Member>| members.iter().map(|&member| member_id(case, set, member)).collect();
    Conflicts { complete: of.complete, sets: of.sets.iter().map(ids).collect() }
}

fn would_object(
    case: &Case,
    set: Option<&EstimateSet>,
    lowered: &Lowered,
    in_force: &[bool],
    choices: &Choices,
) -> Vec<Objects> {
    let objects = objections(lowered, in_force, choices).into_iter().filter(|objection| !objection.binds);
    objects
        .map(|objection| {
            let (limit, party) = limit_ids(case, set, objection.limit);
            Objects { party, limit }
        })
        .collect()
}

/// One second answer, with as much of the principles as is wanted.
pub(crate) fn estimated(
    (opened, case): (&Opened, &Case),
    (set, answer): (&EstimateSet, &EstimatedAnswer),
    principles: &[Principle],
) -> Estimated {
    let ids = |parties: &[PartyIdx]| parties.iter().map(|&party| case.parties[party].id.to_string()).collect();
    let reader = Reader { case, set, answer };
    let levels = ["low", "centre", "high"].into_iter().zip(&answer.zones).map(|(level, found)| (level, zone(found)));
    let wanted = answer.principles.iter().filter(|found| principles.contains(&found.principle));
    Estimated {
        estimates: set.id.to_string(),
        author: set.author.clone(),
        hash: estimates_hash(&opened.folder, set.id.as_str()).to_string(),
        comparable: set.comparable,
        verdict: match answer.verdict() {
            Verdict::Open => "open",
            Verdict::Closed => "closed",
            Verdict::Depends => "depends",
        },
        zone: levels.collect(),
        principals: ids(&answer.principals),
        parties: case.parties.indices().map(|party| reader.party(party)).collect(),
        remaining: remaining(case, &answer.remaining[1]),
        frontier: reader.frontier(),
        principles: wanted.map(|found| (found.principle.id(), reader.solution(found))).collect(),
        best_for: answer.best_for.as_ref().map(|best| Best {
            party: case.parties[best.party].id.to_string(),
            proved: best.proved,
            complete: best.complete,
            answers: best.answers.iter().map(|answer| reader.attained(answer)).collect(),
        }),
        examples: answer.examples.packages.iter().map(|example| reader.example(&example.choices)).collect(),
        examples_end: answer.examples.end.into(),
        conflicts: answer.conflicts.as_ref().map(|found| conflicts(case, Some(set), found)),
    }
}

/// Reads one second answer.
struct Reader<'a> {
    case: &'a Case,
    set: &'a EstimateSet,
    answer: &'a EstimatedAnswer,
}

impl Reader<'_> {
    fn points(&self, party: PartyIdx, units: i64) -> Number {
        number(self.answer.lowered.points(party, units))
    }

    fn party(&self, party: PartyIdx) -> (String, Party) {
        let line = self.answer.lowered.bottom_line(party);
        let reach = self.answer.reach.get(party.position());
        let row = Party {
            units_per_point: self.answer.lowered.per_point(party),
            bottom_line: line.map(|line| line.map(|units| self.points(party, units))),
            attainable: reach.map(|reach| [reach.least, reach.most].map(|end| self.points(party, end.units))),
            attainable_proved: reach.map(|reach| reach.least.proved && reach.most.proved),
            no_stake_stated: self.answer.no_stake.contains(&party),
        };
        (self.case.parties[party].id.to_string(), row)
    }

    fn frontier(&self) -> Frontier {
        let point = |point: &Answer| {
            let units = |&party: &PartyIdx| self.points(party, point.units[party.position()]);
            self.answer.principals.iter().map(units).collect()
        };
        let FoundFrontier { points, listed } = &self.answer.frontier;
        let points: Vec<_> = points.iter().map(point).collect();
        let off = |epsilon: &Vec<i64>| {
            let principals = self.answer.principals.iter().zip(epsilon);
            principals.map(|(&party, &units)| self.points(party, units)).collect()
        };
        let (status, epsilon) = match listed {
            Listed::All => ("complete", None),
            Listed::Cover(epsilon) => ("cover", Some(off(epsilon))),
            Listed::Unasked | Listed::OutOfReach => ("not-listed", None),
        };
        Frontier { complete: *listed == Listed::All, status, epsilon, size: points.len(), points }
    }

    fn solution(&self, found: &PrincipleAnswer) -> Option<Solution> {
        if found.answers.is_empty() && found.proved {
            return None;
        }
        let left_out = found.left_out.iter().map(|&party| self.case.parties[party].id.to_string());
        Some(Solution {
            in_words: found.principle.in_words(),
            compares_parties: found.principle.compares_parties(),
            proved: found.proved,
            bound: found.bound,
            reached: found.reached,
            answers: found.answers.iter().map(|answer| self.attained(answer)).collect(),
            complete: found.complete,
            left_out: left_out.collect(),
        })
    }

    fn attained(&self, answer: &Answer) -> Attained {
        Attained {
            package: package(self.case, &answer.choices),
            packages: answer.packages.map(|packages| packages.to_string()),
            gaining: answer.gaining.iter().map(|&party| self.case.parties[party].id.to_string()).collect(),
            parties: self.shares(&answer.choices),
        }
    }

    fn example(&self, choices: &Choices) -> Example {
        Example {
            package: package(self.case, choices),
            lenses: lenses(self.case, choices),
            would_object: would_object(self.case, Some(self.set), &self.answer.lowered, &self.answer.in_force, choices),
            parties: Some(self.shares(choices)),
        }
    }

    fn shares(&self, choices: &Choices) -> BTreeMap<String, Share> {
        let package = self.answer.lowered.package(choices);
        let share = |(idx, party): (PartyIdx, &detente::case::Party)| (party.id.to_string(), self.share(idx, &package));
        self.case.parties.iter().map(share).collect()
    }

    fn share(&self, party: PartyIdx, package: &[usize]) -> Share {
        let row = &self.answer.lowered.model.parties[party.position()];
        // The model was checked to fit 64-bit integers.
        let units = i64::try_from(row.utility(package)).unwrap_or(i64::MAX);
        let line = self.answer.lowered.bottom_line(party);
        let gain = |line: i64| self.points(party, units - line);
        Share {
            units,
            points: self.points(party, units),
            gain: line.map(|[_, centre, _]| gain(centre)),
            gain_range: line.map(|[low, _, high]| [gain(high), gain(low)]),
            standing: standing(units, line).in_words(),
            consent_needed: row.is_asked_in(package),
        }
    }
}

/// A decimal with three places as a JSON number.
pub(crate) fn number(decimal: Decimal) -> Number {
    decimal.to_string().parse().unwrap_or_else(|_| Number::from(0))
}
