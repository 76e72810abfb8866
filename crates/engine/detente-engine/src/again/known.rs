//! Packages looked at again under every set of numbers.

use super::Structure;
use super::figures::Figures;
use super::shape::{place, short};
use detente_model::Package;
use std::ops::Range;

/// Packages with everything about them that does not depend on numbers.
#[derive(Clone, Debug)]
pub struct Known {
    packages: Vec<Package>,
    fixed: Vec<Fixed>,
    /// Per package and issue, where its value stands among a party's values.
    at: Vec<u32>,
    n_issues: usize,
    n_parties: usize,
    per_party: usize,
    has_line: Vec<bool>,
}

/// What of a package does not depend on numbers.
#[derive(Clone, Debug)]
struct Fixed {
    /// Whether it keeps to the draft, the rules and further conditions.
    within_rules: bool,
    /// The parties whose consent it needs.
    asked: u64,
    /// Of these, those of whom it crosses a limit in any case.
    refused: u64,
    /// Open limits it crosses, each with its owner, where the owner is asked.
    open: Vec<(usize, usize)>,
    /// The linkages that hold in it, each with its party.
    linkages: Vec<(usize, usize)>,
}

/// What is seen of known packages under one set of numbers.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// Units per package and party.
    units: Vec<i64>,
    /// Per package, the parties that can accept it.
    accepted: Vec<u64>,
    /// Per package, whether it is in the zone.
    in_zone: Vec<bool>,
    n_parties: usize,
    /// Per value, what it is worth to each party.
    worths: Vec<i64>,
}

impl Known {
    pub(super) fn new(structure: &Structure, packages: Vec<Package>) -> Self {
        let (model, ask) = (&structure.model, &structure.ask);
        let owners: Vec<(usize, &detente_model::Linkage)> = model
            .parties
            .iter()
            .enumerate()
            .flat_map(|(party, row)| row.linkages.iter().map(move |link| (party, link)))
            .collect();
        let look = |package: &Package| {
            let keeps = ask.fixed.iter().zip(package).all(|(held, choice)| held.is_none_or(|held| held == *choice));
            let asked = |party: usize| model.parties[party].is_asked_in(package);
            let crossed = || {
                let limits = model.limits.iter().enumerate();
                limits.filter(|(_, limit)| asked(limit.owner) && limit.forbids.holds(package))
            };
            let certain = crossed().filter(|&(at, _)| ask.limits[at] && !structure.open[at]);
            Fixed {
                within_rules: keeps && model.rules.iter().chain(&ask.require).all(|formula| formula.holds(package)),
                asked: mask((0..model.parties.len()).filter(|&party| asked(party))),
                refused: mask(certain.map(|(_, limit)| limit.owner)),
                open: crossed().filter(|&(at, _)| structure.open[at]).map(|(at, limit)| (at, limit.owner)).collect(),
                linkages: owners
                    .iter()
                    .enumerate()
                    .filter(|(_, (_, link))| link.when.holds(package))
                    .map(|(at, (party, _))| (at, *party))
                    .collect(),
            }
        };
        let fixed = packages.iter().map(look).collect();
        let starts: Vec<usize> = structure.issue_starts();
        let at = packages
            .iter()
            .flat_map(|package| package.iter().zip(&starts).map(|(choice, start)| short(start + choice)));
        Self {
            fixed,
            at: at.collect(),
            n_issues: model.issues.len(),
            n_parties: model.parties.len(),
            per_party: model.issues.iter().sum(),
            has_line: model.parties.iter().map(|party| ask.bottom_lines && party.bottom_line.is_some()).collect(),
            packages,
        }
    }

    /// The packages.
    pub fn packages(&self) -> &[Package] {
        &self.packages
    }

    /// Looks at every package again.
    ///
    /// # Cost
    /// Packages × parties × issues.
    pub fn see(&self, figures: &Figures, seen: &mut Seen) {
        seen.n_parties = self.n_parties;
        seen.units.clear();
        seen.accepted.clear();
        seen.in_zone.clear();
        let everyone = mask(0..self.n_parties);
        seen.turn(&figures.values, self.per_party);
        for (package, fixed) in self.fixed.iter().enumerate() {
            let at = &self.at[package * self.n_issues..(package + 1) * self.n_issues];
            let from = seen.units.len();
            seen.units.resize(from + self.n_parties, 0);
            let units = &mut seen.units[from..];
            for &at in at {
                let worths = &seen.worths[place(at) * self.n_parties..][..self.n_parties];
                units.iter_mut().zip(worths).for_each(|(units, worth)| *units += worth);
            }
            fixed.linkages.iter().for_each(|&(link, party)| units[party] += figures.linkages[link]);
            let mut refused = fixed.refused;
            let crossed = fixed.open.iter().filter(|(limit, _)| figures.limits[*limit]);
            refused |= mask(crossed.map(|(_, owner)| *owner));
            for (party, (&units, &line)) in units.iter().zip(&figures.lines).enumerate() {
                if self.has_line[party] && units < line && fixed.asked >> party & 1 == 1 {
                    refused |= 1 << party;
                }
            }
            seen.accepted.push(everyone & !refused);
            seen.in_zone.push(fixed.within_rules && refused == 0);
        }
    }
}

impl Seen {
    /// Takes the values of every party, one party after another, in order of value: all parties of a value are then added at once.
    fn turn(&mut self, values: &[i64], per_party: usize) {
        self.worths.clear();
        self.worths.resize(per_party * self.n_parties, 0);
        for (party, values) in values.chunks_exact(per_party.max(1)).enumerate() {
            let of_party = self.worths.iter_mut().skip(party).step_by(self.n_parties.max(1));
            of_party.zip(values).for_each(|(to, &worth)| *to = worth);
        }
    }

    /// Every party's units in a package.
    pub fn units(&self, package: usize) -> &[i64] {
        &self.units[package * self.n_parties..(package + 1) * self.n_parties]
    }

    /// Whether a party can accept a package: its consent is not needed, or none of its limits and not its bottom line stands
    /// against it. Rules are nobody's.
    pub fn accepts(&self, package: usize, party: usize) -> bool {
        self.accepted[package] >> party & 1 == 1
    }

    /// Whether a package is in the zone.
    pub fn in_zone(&self, package: usize) -> bool {
        self.in_zone[package]
    }

    /// The packages, by number.
    pub fn packages(&self) -> Range<usize> {
        0..self.in_zone.len()
    }
}

fn mask(parties: impl Iterator<Item = usize>) -> u64 {
    parties.fold(0, |mask, party| mask | 1 << party)
}
