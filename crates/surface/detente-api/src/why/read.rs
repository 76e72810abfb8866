//! One answer, read off the analysis.

use std::collections::BTreeMap;

use detente::base::{Decimal, Index};
use detente::case::{PartyIdx, RuleIdx};
use detente::deals::{Amounts as FoundAmounts, Depth, Member as Of, Movement, Why as Found, WhyNot, member_id};
use detente::engine::Count;
use detente::estimate::EstimateSet;

use super::{Amounts, BelowBest, LeastMovement, Reopens, WhyConflict, WhyMember, WhyPackage, WhyPart, WhyRelaxation};
use crate::deals::number;
use crate::question::About;

pub(super) struct Reader<'a> {
    pub(super) about: &'a About<'a>,
    pub(super) set: Option<&'a EstimateSet>,
    pub(super) found: &'a Found,
    pub(super) depth: &'a Depth,
}

impl Reader<'_> {
    pub(super) fn part(&self) -> WhyPart {
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
