//! Why there is no deal.

use std::collections::BTreeMap;

use detente::Opened;
use detente::base::{Decimal, Index, Span};
use detente::case::{Case, PartyIdx, RuleIdx};
use detente::deals::{
    Amounts as FoundAmounts, Depth, LimitRef, Member as Of, Movement, Why as Found, WhyNot, member_id,
};
use detente::engine::Count;
use detente::estimate::EstimateSet;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Number;

use crate::deals::{Head, number};
use crate::question::{About, Set};

/// What every list of limits ends with.
pub const LAST_LINE: &str = "That a limit is listed does not mean that it should move.";

/// Which limits cannot hold together, and what opens the space: first from the stated limits alone, then with estimates.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Why {
    /// `detente.why/1`.
    pub schema: &'static str,
    /// The case, and the package or choices asked about.
    pub case: Head,
    /// What follows from the stated limits alone.
    pub stated: WhyPart,
    /// Under each set of estimates, at the centres of its ranges.
    pub answers: Vec<WhyEstimated>,
    /// That a limit is listed does not mean that it should move.
    pub note: &'static str,
}

/// Why there is no deal under a set of estimates.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WhyEstimated {
    /// The set.
    #[serde(flatten)]
    pub set: Set,
    /// Whether there is a package with every bottom line at its `low` end, `centre` and `high` end.
    pub open_at: BTreeMap<&'static str, bool>,
    /// The answer at the centres.
    #[serde(flatten)]
    pub part: WhyPart,
}

/// One answer.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WhyPart {
    /// Whether there is a package; nothing is listed then.
    pub open: bool,
    /// Whether the lists of conflicts and relaxations are all there are.
    pub complete: bool,
    /// What the lists speak of, by id.
    pub members: BTreeMap<String, WhyMember>,
    /// The minimal sets that cannot hold together: by size, then by ids.
    pub conflicts: Vec<WhyConflict>,
    /// The minimal sets whose setting aside opens the space: by size, then by ids.
    pub relaxations: Vec<WhyRelaxation>,
    /// How far bottom lines would have to fall; null without estimates and where it was out of reach.
    pub least_movement: Option<LeastMovement>,
    /// Where a whole package was asked about: what it runs into.
    pub package: Option<WhyPackage>,
}

/// A limit, a bottom line, a fixed choice or a rule.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WhyMember {
    /// `red line`, `conditional offer`, `estimated red line`, `bottom line`, `fixed choice` or `rule`.
    pub kind: &'static str,
    /// Whose; null for rules, which are nobody's, and for choices fixed by the question.
    pub party: Option<String>,
    /// Where it is written; null for choices fixed by the question.
    pub place: Option<Place>,
    /// As it is written.
    pub text: String,
    /// How firm, where that is stated.
    pub firmness: Option<String>,
    /// Statements or positions of the ledger it rests on.
    pub source: Vec<String>,
    /// The reason given for an assumption.
    pub because: Option<String>,
    /// Whether setting it aside, and nothing else, opens the space.
    pub opens_alone: bool,
}

/// A line of a file of the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Place {
    /// The file, as it is called in the folder.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
}

/// Members that no package meets together, each of which is needed for that.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WhyConflict {
    /// The members.
    pub members: Vec<String>,
    /// A minimal set of rules the contradiction needs besides.
    pub rules: Vec<String>,
}

/// Members whose setting aside opens the space, each of which is needed for that.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WhyRelaxation {
    /// The members.
    pub drop: Vec<String>,
    /// How many packages there are then; null where that was out of reach.
    pub reopens: Option<Reopens>,
    /// Where bottom lines are among the members: by how much they would have to fall, the other members being set aside.
    pub amounts: Option<Amounts>,
}

/// A number of packages.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Reopens {
    /// The number, where it is exact.
    pub count: Option<String>,
    /// `exact`, `bounded` or `estimated`.
    pub count_status: &'static str,
    /// Where it is not exact, its least and its most.
    pub range: Option<[String; 2]>,
}

/// Reductions of bottom lines in points; none can be made smaller alone.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Amounts {
    /// Per reduction, points by party, each party's own.
    pub least: Vec<BTreeMap<String, Number>>,
    /// Whether these are all.
    pub complete: bool,
}

/// The least movement of bottom lines that opens the space, in points; a sum adds different parties' points.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LeastMovement {
    /// `open`, `opens`, or `cannot-open`: no package meets rules and limits, whatever the bottom lines.
    pub status: &'static str,
    /// Per party, how far its bottom line alone would have to fall; null where that opens nothing.
    pub alone: BTreeMap<String, Option<Number>>,
    /// The least sum.
    pub sum: Option<Number>,
    /// The least that the party which moves most has to move.
    pub max: Option<Number>,
    /// Per party, what falls where the sum and the most are attained: `sum` and `max`.
    pub movements: BTreeMap<&'static str, BTreeMap<String, Number>>,
}

/// What a whole package runs into.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WhyPackage {
    /// The rules it breaks.
    pub rules: Vec<String>,
    /// The limits it crosses and the bottom lines it does not reach.
    pub excluded_by: Vec<String>,
    /// By how many of its own points it misses a party's bottom line that counts.
    pub shortfall: BTreeMap<String, Number>,
    /// By how many of its own points it lies below the most each party could get within everybody's limits; null without
    /// estimates and without such a package.
    pub below_best: Option<BTreeMap<String, BelowBest>>,
}

/// How far below the most a party could get.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct BelowBest {
    /// In its own points; negative where the package is worth more to it.
    pub points: Number,
    /// Whether that most is proved.
    pub proved: bool,
}

/// Where a stretch of a file stands.
pub fn place(opened: &Opened, span: Span) -> Option<Place> {
    let file = opened.folder.file(span.file)?;
    let line = file.text().get(..span.start)?.matches('\n').count() + 1;
    Some(Place { file: file.path.clone(), line })
}

/// Where a member is written.
pub fn member_span(case: &Case, set: Option<&EstimateSet>, member: Of) -> Option<Span> {
    let of = |party: PartyIdx| set.and_then(|set| set.party(party));
    match member {
        Of::Limit(LimitRef::RedLine(idx)) => Some(case.red_lines[idx].span),
        Of::Limit(LimitRef::Offer(idx)) => Some(case.offers[idx].span),
        Of::Limit(LimitRef::Estimated(party, rank)) => Some(of(party)?.red_lines.get(rank)?.span),
        Of::BottomLine(party) => Some(of(party)?.bottom_line.as_ref()?.span),
        Of::Fixed(_) => None,
    }
}

/// The answer as a document.
pub fn why(about: &About<'_>, stated: &(Found, Depth), estimated: &[(&EstimateSet, (Found, Depth))]) -> Why {
    let answer = |(set, (found, depth)): &(&EstimateSet, (Found, Depth))| WhyEstimated {
        set: about.set(set),
        open_at: found
            .levels
            .into_iter()
            .flat_map(|levels| ["low", "centre", "high"].into_iter().zip(levels))
            .collect(),
        part: Reader { about, set: Some(set), found, depth }.part(),
    };
    Why {
        schema: "detente.why/1",
        case: about.head(),
        stated: Reader { about, set: None, found: &stated.0, depth: &stated.1 }.part(),
        answers: estimated.iter().map(answer).collect(),
        note: LAST_LINE,
    }
}

struct Reader<'a> {
    about: &'a About<'a>,
    set: Option<&'a EstimateSet>,
    found: &'a Found,
    depth: &'a Depth,
}

impl Reader<'_> {
    fn part(&self) -> WhyPart {
        let conflict = |conflict: &detente::deals::Conflict| WhyConflict {
            members: self.ids(&conflict.members),
            rules: self.rule_ids(&conflict.rules),
        };
        WhyPart {
            open: self.found.is_open,
            complete: self.found.complete,
            members: self.members(),
            conflicts: self.found.conflicts.iter().map(conflict).collect(),
            relaxations: (0..self.found.relaxations.len()).map(|at| self.relaxation(at)).collect(),
            least_movement: self.depth.movement.as_ref().map(|movement| self.movement(movement)),
            package: self.found.package.as_ref().map(|package| self.package(package)),
        }
    }

    fn ids(&self, members: &[Of]) -> Vec<String> {
        members.iter().map(|&member| member_id(self.about.case, self.set, member)).collect()
    }

    fn rule_ids(&self, rules: &[RuleIdx]) -> Vec<String> {
        rules.iter().map(|&rule| self.about.case.rules[rule].id.to_string()).collect()
    }

    /// Everything the lists speak of.
    fn members(&self) -> BTreeMap<String, WhyMember> {
        let (conflicts, package) = (&self.found.conflicts, self.found.package.as_ref());
        let members =
            conflicts.iter().flat_map(|conflict| &conflict.members).chain(self.found.relaxations.iter().flatten());
        let members = members.chain(package.iter().flat_map(|package| &package.members));
        let rules = conflicts.iter().flat_map(|conflict| &conflict.rules);
        let rules = rules.chain(package.iter().flat_map(|package| &package.rules));
        let rows = members.map(|&member| (member_id(self.about.case, self.set, member), self.member(member)));
        rows.chain(rules.map(|&rule| (self.about.case.rules[rule].id.to_string(), self.rule(rule)))).collect()
    }

    fn member(&self, member: Of) -> WhyMember {
        let case = self.about.case;
        let of = |party: PartyIdx| self.set.and_then(|set| set.party(party));
        let ids = |ids: &[detente::case::Id]| ids.iter().map(ToString::to_string).collect::<Vec<_>>();
        let place = member_span(case, self.set, member).and_then(|span| place(self.about.opened, span));
        let row = |kind, party: Option<PartyIdx>, text: String| WhyMember {
            kind,
            party: party.map(|party| self.about.party(party)),
            place: place.clone(),
            text,
            firmness: None,
            source: Vec::new(),
            because: None,
            opens_alone: self.found.opens_alone(member),
        };
        match member {
            Of::Limit(LimitRef::RedLine(idx)) => {
                let line = &case.red_lines[idx];
                let row = row("red line", Some(line.party), format!("never {}", line.never.text));
                WhyMember { firmness: Some(line.firmness.to_string()), source: ids(&line.evidence), ..row }
            }
            Of::Limit(LimitRef::Offer(idx)) => {
                let offer = &case.offers[idx];
                let text = format!("{} only if {}", offer.offer.text, offer.only_if.text);
                let row = row("conditional offer", Some(offer.party), text);
                WhyMember { firmness: Some(offer.status.to_string()), source: ids(&offer.evidence), ..row }
            }
            Of::Limit(LimitRef::Estimated(party, rank)) => {
                let Some(line) = of(party).and_then(|of| of.red_lines.get(rank)) else {
                    return row("estimated red line", Some(party), String::new());
                };
                let row = row("estimated red line", Some(party), format!("never {}", line.never.text));
                let (source, because) = (ids(&line.why.basis), line.why.because.clone());
                WhyMember { firmness: Some(line.firmness.to_string()), source, because, ..row }
            }
            Of::BottomLine(party) => {
                let line = of(party).and_then(|of| of.bottom_line.as_ref());
                let text = line.map_or_else(String::new, |line| points_text(line.range.low(), line.range.high()));
                let row = row("bottom line", Some(party), text);
                let (source, because) =
                    line.map_or_else(Default::default, |line| (ids(&line.why.basis), line.why.because.clone()));
                WhyMember { source, because, ..row }
            }
            Of::Fixed(issue) => {
                let choice = self.about.draft.get(&issue).map(|&choice| case.issues[issue].choices[choice].id.clone());
                row("fixed choice", None, format!("{} = {}", case.issues[issue].id, choice.unwrap_or_default()))
            }
        }
    }

    fn rule(&self, rule: RuleIdx) -> WhyMember {
        let rule = &self.about.case.rules[rule];
        WhyMember {
            kind: "rule",
            party: None,
            place: place(self.about.opened, rule.span),
            text: rule.text.clone(),
            firmness: None,
            source: Vec::new(),
            because: rule.basis.clone(),
            opens_alone: false,
        }
    }

    fn relaxation(&self, at: usize) -> WhyRelaxation {
        let amounts = |amounts: &FoundAmounts| {
            let row = |vector: &Vec<Decimal>| {
                amounts
                    .parties
                    .iter()
                    .zip(vector)
                    .map(|(&party, &points)| (self.about.party(party), number(points)))
                    .collect()
            };
            Amounts { least: amounts.vectors.iter().map(row).collect(), complete: amounts.complete }
        };
        WhyRelaxation {
            drop: self.ids(&self.found.relaxations[at]),
            reopens: self.depth.reopens.get(at).and_then(Option::as_ref).map(reopens),
            amounts: self.depth.amounts.get(at).and_then(Option::as_ref).map(amounts),
        }
    }

    fn movement(&self, movement: &Movement) -> LeastMovement {
        let all = |points: &[Decimal]| self.about.by_party(|party| number(points[party.position()]));
        let zero = || vec![Decimal::ZERO; self.about.case.parties.len()];
        match movement {
            Movement::Open => LeastMovement {
                status: "open",
                alone: self.about.by_party(|_| Some(number(Decimal::ZERO))),
                sum: Some(number(Decimal::ZERO)),
                max: Some(number(Decimal::ZERO)),
                movements: ["sum", "max"].into_iter().map(|of| (of, all(&zero()))).collect(),
            },
            Movement::CannotOpen => LeastMovement {
                status: "cannot-open",
                alone: self.about.by_party(|_| None),
                sum: None,
                max: None,
                movements: BTreeMap::new(),
            },
            Movement::Opens(least) => LeastMovement {
                status: "opens",
                alone: self.about.by_party(|party| least.alone[party.position()].map(number)),
                sum: Some(number(least.sum)),
                max: Some(number(least.most)),
                movements: [("sum", all(&least.in_sum)), ("max", all(&least.in_most))].into_iter().collect(),
            },
        }
    }

    fn package(&self, package: &WhyNot) -> WhyPackage {
        let short = |&(party, points): &(PartyIdx, Decimal)| (self.about.party(party), number(points));
        let below = |below: &detente::deals::Below| {
            (self.about.party(below.party), BelowBest { points: number(below.points), proved: below.proved })
        };
        WhyPackage {
            rules: self.rule_ids(&package.rules),
            excluded_by: self.ids(&package.members),
            shortfall: package.shortfall.iter().map(short).collect(),
            below_best: package.below_best.as_ref().map(|all| all.iter().map(below).collect()),
        }
    }
}

fn points_text(low: Decimal, high: Decimal) -> String {
    if low == high { format!("{low} points") } else { format!("{low} to {high} points") }
}

fn reopens(count: &Count) -> Reopens {
    let (status, exact, range) = match count {
        Count::Exact(number) => ("exact", Some(number), None),
        Count::Bounded { least, most } => ("bounded", None, Some([least, most])),
        Count::Estimated { least, most, .. } => ("estimated", None, Some([least, most])),
    };
    Reopens {
        count: exact.map(ToString::to_string),
        count_status: status,
        range: range.map(|ends| ends.map(ToString::to_string)),
    }
}
