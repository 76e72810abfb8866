//! The one question everything here is asked through: whether some members can hold together.

use super::bits::Bits;
use super::one::Memory;
use crate::budget::Budget;
use crate::condition::Force;
use crate::error::Stopped;
use crate::open::open;
use detente_model::{Ask, Member, Model, Package};

/// A zone whose members can be switched.
pub(super) struct Question<'a, 'w> {
    pub(super) model: &'a Model,
    pub(super) ask: &'a Ask,
    pub(super) members: &'a [Member],
    pub(super) budget: &'a Budget<'w>,
}

impl Question<'_, '_> {
    /// Some package that meets the members `is_kept` says and everything that is no member; `None` if there is none.
    pub(super) fn package(&self, is_kept: impl Fn(usize) -> bool) -> Result<Option<Package>, Stopped> {
        open(self.model, self.ask, &self.force(is_kept), self.budget)
    }

    /// What is in force if of the members only some are kept.
    pub(super) fn force(&self, is_kept: impl Fn(usize) -> bool) -> Force {
        let mut force = Force::of(self.model, self.ask);
        let members = self.members.iter().enumerate();
        members.for_each(|(place, &member)| switch(member, &mut force, self.ask, is_kept(place)));
        force
    }

    /// The issues fixed for good, each with its choice: no member can set these aside.
    fn fixed_for_good(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let fixed = self.ask.fixed.iter().enumerate().filter_map(|(issue, held)| Some((issue, (*held)?)));
        fixed.filter(|(issue, _)| !self.members.contains(&Member::Fixed(*issue)))
    }

    /// Whether a package meets everything that holds beside the members.
    fn is_beside(&self, package: &Package) -> bool {
        let force = self.force(|_| false);
        let rules = self.model.rules.iter().zip(&force.rules).filter(|(_, holds)| **holds);
        let lines = (0..self.model.parties.len()).filter(|&party| force.lines[party]);
        let limits = (0..self.model.limits.len()).filter(|&limit| force.limits[limit]);
        rules.into_iter().all(|(rule, _)| rule.holds(package))
            && self.ask.require.iter().all(|condition| condition.holds(package))
            && force.fixed.iter().zip(package).all(|(held, choice)| held.is_none_or(|held| held == *choice))
            && limits.into_iter().all(|limit| meets(self.model, self.ask, Member::Limit(limit), package))
            && lines.into_iter().all(|party| meets(self.model, self.ask, Member::BottomLine(party), package))
    }

    /// Which members a package meets.
    pub(super) fn met(&self, package: &[usize]) -> Bits {
        let meets = |&(_, &member): &(usize, &Member)| meets(self.model, self.ask, member, package);
        self.members.iter().enumerate().filter(meets).fold(Bits::default(), |met, (place, _)| met.with(place))
    }
}

fn switch(member: Member, force: &mut Force, ask: &Ask, on: bool) {
    match member {
        Member::Rule(rule) => force.rules[rule] = on,
        Member::Limit(limit) => force.limits[limit] = on,
        Member::BottomLine(party) => force.lines[party] = on,
        Member::Fixed(issue) => force.fixed[issue] = ask.fixed[issue].filter(|_| on),
    }
}

/// Whether a package meets a member, as if it were in force.
pub(super) fn meets(model: &Model, ask: &Ask, member: Member, package: &[usize]) -> bool {
    match member {
        Member::Rule(rule) => model.rules[rule].holds(package),
        Member::Limit(limit) => {
            let limit = &model.limits[limit];
            !model.parties[limit.owner].is_asked_in(package) || !limit.forbids.holds(package)
        }
        Member::BottomLine(party) => short(model, party, package) == 0,
        Member::Fixed(issue) => ask.fixed[issue].is_none_or(|held| held == package[issue]),
    }
}

/// How far a package falls short of a party's bottom line where that counts; in the party's units.
pub(super) fn short(model: &Model, party: usize, package: &[usize]) -> i64 {
    let of = &model.parties[party];
    let line = of.bottom_line.filter(|_| of.is_asked_in(package));
    let short = line.map_or(0, |line| (i128::from(line) - of.utility(package)).max(0));
    // A validated model's units and lines fit, their difference nearly always does.
    i64::try_from(short).unwrap_or(i64::MAX)
}

/// A question that remembers what it was answered.
pub(super) struct Oracle<'a, 'w> {
    pub(super) question: Question<'a, 'w>,
    /// Packages with the members each meets; no set within another.
    open: Vec<(Bits, Package)>,
    /// Members that cannot hold together; no set around another.
    closed: Vec<Bits>,
    /// Packages searched for and found.
    found: Vec<Package>,
}

impl<'a, 'w> Oracle<'a, 'w> {
    /// Remembers nothing yet.
    pub(super) fn new(question: Question<'a, 'w>) -> Self {
        Self { question, open: Vec::new(), closed: Vec::new(), found: Vec::new() }
    }

    /// Whether the members of `kept` can hold together.
    pub(super) fn holds(&mut self, kept: Bits) -> Result<bool, Stopped> {
        if self.known_package(kept).is_some() {
            return Ok(true);
        }
        if self.closed.iter().any(|closed| closed.is_within(kept)) {
            return Ok(false);
        }
        let Some(package) = self.question.package(|place| kept.has(place))? else {
            self.closed.retain(|closed| !kept.is_within(*closed));
            self.closed.push(kept);
            return Ok(false);
        };
        self.remember(package);
        Ok(true)
    }

    /// Takes note of packages that meet what is no member, with the choices that are fixed for good, and of contradictions.
    pub(super) fn look_at(&mut self, memory: &Memory) {
        let place = |member: &Member| self.question.members.iter().position(|other| other == member);
        let places = |set: &Vec<Member>| set.iter().map(place).collect::<Option<Vec<usize>>>();
        let closed: Vec<Vec<usize>> = memory.contradictions.iter().filter_map(places).collect();
        self.closed.extend(closed.into_iter().map(|set| set.into_iter().fold(Bits::default(), Bits::with)));
        for package in &memory.packages {
            let mut package = package.clone();
            for (issue, held) in self.question.fixed_for_good() {
                package[issue] = held;
            }
            if self.question.is_beside(&package) {
                self.note(package);
            }
        }
    }

    /// The members that some package known breaks while it meets all others.
    pub(super) fn broken_alone(&self, all: Bits) -> Bits {
        let broken = self.open.iter().map(|(met, _)| all.without(*met));
        broken.filter(|broken| broken.len() == 1).fold(Bits::default(), |needed, one| needed | one)
    }

    /// The packages that were searched for and found.
    pub(super) fn found(&self) -> Vec<Package> {
        self.found.clone()
    }

    /// A package known to meet the members of `kept`.
    pub(super) fn known_package(&self, kept: Bits) -> Option<&Package> {
        self.open.iter().find(|(met, _)| kept.is_within(*met)).map(|(_, package)| package)
    }

    fn remember(&mut self, package: Package) {
        self.found.push(package.clone());
        self.note(package);
    }

    fn note(&mut self, package: Package) {
        let met = self.question.met(&package);
        self.open.retain(|(other, _)| !other.is_within(met));
        self.open.push((met, package));
    }
}
