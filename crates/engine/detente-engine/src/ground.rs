//! What every question stands on: a zone split by whose consent is needed, each branch folded into short lists.
//!
//! Within a branch it is settled whose limits and bottom lines count, so all conditions are hard and utilities add up over the
//! lists (DEFINITIONS 7). A package lies in exactly one branch.

use crate::budget::Meter;
use crate::condition::{Condition, Force, MOST_SUMS, Sum, Tied, assuming, narrow, tied, unsettled, within};
use crate::error::Stopped;
use crate::fold::{Keep, Parts, Room, Tree, fold, tightest};
use crate::kappa::Layout;
use crate::network::{Network, OFF_PATH};
use crate::points::Points;
use detente_model::{Ask, Consent, Formula, Model, Party};
use std::sync::Arc;

/// A party whose utility is added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Coordinate {
    /// Which party.
    pub(crate) party: usize,
    /// The least it accepts, where that counts and some package of the branch falls short of it.
    pub(crate) line: Option<i64>,
    /// Whether it is no party but a sum over issues, whose line is a rule and never moves; its number is beyond the parties'.
    pub(crate) is_sum: bool,
}

impl Coordinate {
    /// The line, where it holds whatever is asked about bottom lines.
    pub(crate) fn fixed_line(&self) -> Option<i64> {
        self.line.filter(|_| self.is_sum)
    }
}

/// The most pieces a branch is cut into.
const PIECES: usize = 4096;

/// One branch, not folded yet.
#[derive(Clone, Debug)]
pub(crate) struct Branch {
    /// Per party whether it is asked; where nothing of it is in force and its consent is conditional, it is not.
    pub(crate) asked: Vec<bool>,
    /// First the principals, then the others whose bottom line counts.
    pub(crate) coordinates: Vec<Coordinate>,
    /// How many of them are principals.
    pub(crate) n_principals: usize,
    /// The choices left per issue.
    pub(crate) choices: Vec<Vec<usize>>,
    /// The branch as a network.
    pub(crate) network: Network,
}

/// One branch as lists of points, one point of each making up a package.
#[derive(Clone, Debug)]
pub(crate) struct Folded {
    /// As in [`Branch`].
    pub(crate) coordinates: Vec<Coordinate>,
    /// As in [`Branch`].
    pub(crate) n_principals: usize,
    /// The lists; none of them is empty.
    pub(crate) lists: Vec<Points>,
    /// Parts with too many points to list.
    pub(crate) trees: Vec<Arc<Tree>>,
}

impl Folded {
    /// Words of κ of every point.
    pub(crate) fn words(&self) -> usize {
        self.lists.first().map_or(0, Points::words)
    }

    /// How much each coordinate can vary, at least a unit.
    pub(crate) fn spreads(&self) -> Vec<i64> {
        let mut spreads = vec![0_i64; self.coordinates.len()];
        self.lists.iter().for_each(|list| list.add_spreads(&mut spreads));
        for tree in &self.trees {
            for (at, spread) in spreads.iter_mut().enumerate() {
                *spread = spread.saturating_add(tree.extreme(at, 1) - tree.extreme(at, -1));
            }
        }
        spreads.into_iter().map(|spread| spread.max(1)).collect()
    }
}

/// Whether a fold may leave trees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Everything as lists.
    Lists,
    /// Parts with many points as trees.
    Thin,
}

/// Points of a part up to which it is listed where it need not be.
const LISTED: usize = 50_000;

/// The same where there are so many coordinates that hardly any point beats another.
const LISTED_OF_MANY: usize = 4_000;

/// Coordinates from which on that is so along a path of units, which has a list per state.
const MANY: usize = 4;

impl Branch {
    fn folded(&self, parts: Parts) -> Option<Folded> {
        let Parts { lists, trees } = parts;
        let is_empty = lists.iter().any(Points::is_empty);
        let trees = trees.into_iter().map(Arc::new).collect();
        let (coordinates, n_principals) = (self.coordinates.clone(), self.n_principals);
        (!is_empty).then_some(Folded { coordinates, n_principals, lists, trees })
    }

    /// The branch as one or more folds that hold no package in common: where issues are tied too closely, one is held at each of
    /// its choices in turn.
    ///
    /// # Cost
    /// At most [`PIECES`] folds.
    pub(crate) fn folds(
        &self,
        keep: Keep,
        form: Form,
        room: Room,
        meter: &mut Meter<'_, '_>,
    ) -> Result<Vec<Folded>, Stopped> {
        let listed = match form {
            Form::Lists => room,
            Form::Thin => Room { points: room.points.min(self.listed()), ..room },
        };
        let mut pieces = vec![(self.network.clone(), vec![false; self.network.sizes.len()])];
        let (mut folds, mut tried) = (Vec::new(), 0);
        while let Some((network, held)) = pieces.pop() {
            tried += 1;
            let stopped = match fold(&network, keep, listed, meter) {
                Ok(parts) if parts.trees.is_empty() || form == Form::Thin => {
                    folds.extend(self.folded(parts));
                    continue;
                }
                Ok(_) => Stopped::TooManyPoints { max_points: room.points },
                Err(stopped @ Stopped::TooWide { .. }) => stopped,
                Err(stopped) => return Err(stopped),
            };
            let Some(var) = tightest(&network).filter(|&var| !held[var] && tried + pieces.len() < PIECES) else {
                return Err(stopped);
            };
            let mut now_held = held.clone();
            now_held[var] = true;
            let values: Vec<u32> = (0..).take(network.sizes[var]).collect();
            pieces.extend(values.into_iter().rev().map(|value| (network.held(var, value), now_held.clone())));
        }
        Ok(folds)
    }

    /// Points up to which a part is listed where it need not be.
    fn listed(&self) -> usize {
        if self.is_many() { LISTED_OF_MANY } else { LISTED }
    }

    /// Whether there are units on a path and so many coordinates that lists along it are long.
    pub(crate) fn is_many(&self) -> bool {
        MANY <= self.coordinates.len() && self.network.ranks.iter().any(|&rank| rank != OFF_PATH)
    }

    /// Keeps efficient points only.
    pub(crate) fn efficient(&self) -> Keep {
        Keep(self.n_principals)
    }
}

/// Splits a question into its branches; those that plainly hold no package are left out.
pub(crate) fn branches(model: &Model, ask: &Ask, force: &Force) -> Result<Vec<Branch>, Stopped> {
    model.validate()?;
    ask.validate(model)?;
    let layout = Layout::new(&model.issues);
    let split: Vec<(usize, &Formula)> = model
        .parties
        .iter()
        .enumerate()
        .filter_map(|(index, party)| {
            let Consent::When(formula) = &party.consent else { return None };
            binds(model, force, index).then_some((index, formula))
        })
        .collect();
    let mut branches = Vec::new();
    let mut asked: Vec<bool> = model.parties.iter().map(|party| party.consent == Consent::Always).collect();
    let ground = Ground { model, ask, force, layout: &layout };
    ground.split(&split, &mut asked, &mut Vec::new(), &mut branches)?;
    Ok(branches)
}

/// Whether anything of a party's is in force.
pub(crate) fn binds(model: &Model, force: &Force, party: usize) -> bool {
    let limits = model.limits.iter().zip(&force.limits);
    let has_limit = limits.into_iter().any(|(limit, in_force)| *in_force && limit.owner == party);
    has_limit || force.lines[party] && model.parties[party].bottom_line.is_some()
}

/// A large sum whose truth is settled in a branch.
type Settled = (Formula, bool);

fn admit_sums(sums: usize) -> Result<(), Stopped> {
    if sums <= MOST_SUMS { Ok(()) } else { Err(Stopped::TooManySums { sums, most: MOST_SUMS }) }
}

struct Ground<'a> {
    model: &'a Model,
    ask: &'a Ask,
    force: &'a Force,
    layout: &'a Layout,
}

impl Ground<'_> {
    fn split(
        &self,
        rest: &[(usize, &Formula)],
        asked: &mut Vec<bool>,
        settled: &mut Vec<Formula>,
        into: &mut Vec<Branch>,
    ) -> Result<(), Stopped> {
        let Some((&(party, formula), rest)) = rest.split_first() else {
            return self.branches(asked, settled, into);
        };
        for is_asked in [true, false] {
            asked[party] = is_asked;
            settled.push(if is_asked { formula.clone() } else { Formula::Not(Box::new(formula.clone())) });
            if self.narrowed(settled, &[]).is_some() {
                self.split(rest, asked, settled, into)?;
            }
            settled.pop();
        }
        asked[party] = false;
        Ok(())
    }

    /// What the rules, the draft and the settled consents leave.
    fn narrowed(&self, settled: &[Formula], sums: &[Settled]) -> Option<(Vec<Vec<usize>>, Vec<Condition>)> {
        let mut choices = self.force.allowed(self.model);
        let hard = self.rules().chain(settled).map(|formula| assuming(formula, sums));
        let sums =
            sums.iter().map(|(sum, holds)| if *holds { sum.clone() } else { Formula::Not(Box::new(sum.clone())) });
        let conditions = narrow(&hard.chain(sums).collect::<Vec<_>>(), &mut choices)?;
        Some((choices, conditions))
    }

    /// What holds of every package, whoever is asked.
    fn rules(&self) -> impl Iterator<Item = &Formula> + '_ {
        let rules = self.model.rules.iter().zip(&self.force.rules).filter(|(_, holds)| **holds);
        rules.map(|(rule, _)| rule).chain(&self.ask.require)
    }

    /// The branches of a pattern of consent: one, or one for each way in which large sums that it depends on can hold or not.
    fn branches(&self, asked: &[bool], settled: &[Formula], into: &mut Vec<Branch>) -> Result<(), Stopped> {
        let limits = self.model.limits.iter().zip(&self.force.limits);
        let binding = limits.filter(|(limit, in_force)| **in_force && asked[limit.owner]);
        let refused = binding.map(|(limit, _)| Formula::Not(Box::new(limit.forbids.clone())));
        let settled: Vec<Formula> = settled.iter().cloned().chain(refused).collect();
        let links = || self.model.parties.iter().flat_map(|party| party.linkages.iter().map(|link| &link.when));
        let tied = tied(self.rules().chain(&settled).chain(links()), self.model.issues.len());
        let (choices, mut sums) = (self.force.allowed(self.model), Vec::new());
        self.rules().chain(&settled).for_each(|formula| unsettled(formula, true, &choices, &tied, &mut sums));
        links().for_each(|formula| within(formula, &choices, &tied, &mut sums));
        admit_sums(sums.len())?;
        let mut ways: Vec<Vec<Settled>> = vec![Vec::new()];
        for sum in sums {
            let with = |way: &Vec<Settled>, holds| way.iter().cloned().chain([(sum.clone(), holds)]).collect();
            ways = ways.iter().flat_map(|way| [true, false].map(|holds| with(way, holds))).collect();
        }
        for way in ways {
            into.extend(self.branch(asked, &settled, &way, &tied)?);
        }
        Ok(())
    }

    fn branch(
        &self,
        asked: &[bool],
        settled: &[Formula],
        way: &[Settled],
        tied: &Tied,
    ) -> Result<Option<Branch>, Stopped> {
        let Some((choices, conditions)) = self.narrowed(settled, way) else { return Ok(None) };
        let (sums, conditions) = self.parted(conditions, &choices, tied);
        admit_sums(sums.len())?;
        let mut coordinates = self.coordinates(asked, &choices);
        let parties: Vec<&Party> = coordinates.iter().map(|of| &self.model.parties[of.party]).collect();
        let values: Vec<&Vec<Vec<i64>>> =
            parties.iter().map(|party| &party.values).chain(sums.iter().map(|sum| &sum.values)).collect();
        let mut network = Network::new(&choices, self.layout, &values);
        let of_all = || parties.iter().enumerate();
        let tables: Vec<_> =
            of_all().flat_map(|(at, party)| party.tables.iter().map(move |table| (at, table))).collect();
        network.tabulate(&tables, &choices, &self.model.issues);
        let linkages = of_all().flat_map(|(at, party)| {
            let choices = &choices;
            party.linkages.iter().map(move |link| (at, Condition::new(&assuming(&link.when, way), choices), link.units))
        });
        let linkages: Vec<(usize, Condition, i64)> = linkages.collect();
        network.lay_path(conditions.iter().chain(linkages.iter().map(|(_, when, _)| when)));
        network.link(&linkages)?;
        conditions.iter().try_for_each(|condition| network.require(condition))?;
        for (number, sum) in sums.iter().enumerate() {
            network.sums.push((coordinates.len(), sum.line));
            let party = self.model.parties.len() + number;
            coordinates.push(Coordinate { party, line: Some(sum.line), is_sum: true });
        }
        let asked = asked.to_vec();
        Ok(Some(Branch { asked, coordinates, n_principals: self.ask.principals.len(), choices, network }))
    }

    /// Conditions that become coordinates, and the others.
    fn parted(&self, conditions: Vec<Condition>, choices: &[Vec<usize>], tied: &Tied) -> (Vec<Sum>, Vec<Condition>) {
        let (mut sums, mut others) = (Vec::new(), Vec::new());
        let mut waiting = conditions;
        waiting.reverse();
        while let Some(condition) = waiting.pop() {
            match (Sum::of(&condition, choices, &self.model.issues, tied), condition) {
                (Some(sum), _) => sums.push(sum),
                (None, Condition::All(parts)) => waiting.extend(parts.into_iter().rev()),
                (None, Condition::Not(inner)) if matches!(*inner, Condition::Any(_)) => {
                    if let Condition::Any(parts) = *inner {
                        waiting.extend(parts.into_iter().rev().map(Condition::negated));
                    }
                }
                (None, other) => others.push(other),
            }
        }
        (sums, others)
    }

    fn coordinates(&self, asked: &[bool], choices: &[Vec<usize>]) -> Vec<Coordinate> {
        let line = |party: usize| {
            let counts = self.force.lines[party] && asked[party];
            let of = &self.model.parties[party];
            of.bottom_line.filter(|&line| counts && least(of, choices) < i128::from(line))
        };
        let principals =
            self.ask.principals.iter().map(|&party| Coordinate { party, line: line(party), is_sum: false });
        let others = (0..self.model.parties.len()).filter(|party| !self.ask.principals.contains(party));
        let others =
            others.map(|party| Coordinate { party, line: line(party), is_sum: false }).filter(|of| of.line.is_some());
        principals.chain(others).collect()
    }
}

/// No package over these choices is worth less.
fn least(party: &Party, choices: &[Vec<usize>]) -> i128 {
    let of_issue = |(values, choices): (&Vec<i64>, &Vec<usize>)| choices.iter().map(|&choice| values[choice]).min();
    let own = party.values.iter().zip(choices).filter_map(of_issue).map(i128::from);
    let tables = party.tables.iter().filter_map(|table| table.units.iter().copied().min()).map(i128::from);
    let linkages = party.linkages.iter().map(|link| i128::from(link.units.min(0)));
    own.chain(tables).chain(linkages).sum()
}
