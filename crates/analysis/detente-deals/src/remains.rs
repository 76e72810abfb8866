//! What remains of every choice, given a draft (DEALS 5, DEFINITIONS 17).

use detente_base::{Index, Table, Watch};
use detente_case::{Case, ChoiceIdx, IssueIdx};
use detente_engine::{self as engine, Ask, Count, Formula, Model};
use detente_estimate::EstimateSet;
use num_bigint::BigUint;

use crate::ids::member_id;
use crate::stated::{asking, crossing};
use crate::why::{Member, members, read_back};
use crate::zone::{Left, PerChoice, possible, released, space};
use crate::{DealsError, Drafted, Lowered, Settings, lower};

/// What remains of every choice of every issue.
#[derive(Clone, Debug)]
pub struct Remaining {
    /// The choices.
    pub choices: Table<IssueIdx, Table<ChoiceIdx, Remains>>,
}

/// What remains of one choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remains {
    /// How many packages of the zone have it and keep to the draft on every other issue.
    pub packages: Count,
    /// In words.
    pub state: State,
}

/// Whether a choice is still possible, given the draft on the other issues.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// With everything that is still possible on the other issues and that the rules allow.
    Possible,
    /// Only with some of that.
    OnlyWithOthers,
    /// In some package; whether with everything else was not decided.
    PossiblySome,
    /// Not decided.
    Undecided,
    /// Whatever is chosen on the open issues: these cannot hold together with it. One minimal set, in order of id; there may be
    /// others. Empty where the rules alone exclude it.
    Excluded(Vec<Member>),
}

impl State {
    /// Whether some package has the choice, where that is known.
    pub fn is_possible(&self) -> Option<bool> {
        match self {
            Self::Possible | Self::OnlyWithOthers | Self::PossiblySome => Some(true),
            Self::Undecided => None,
            Self::Excluded(_) => Some(false),
        }
    }
}

/// What remains within the stated limits alone.
pub fn remaining_stated(case: &Case, settings: &Settings, watch: &dyn Watch) -> Result<Remaining, DealsError> {
    let lowered = lower(case, None)?;
    let asked = lowered.drafted(case, settings).without_bottom_lines();
    Question { case, set: None, lowered: &lowered, asked: &asked, counts: true, watch }.answer()
}

/// The state of every choice, proved as in [`remaining_stated`] and [`remaining_estimated`], without counting packages: every
/// number is between nothing and all there could be.
///
/// # Shape
/// `lowered` is `case` lowered with `set`, and `asked` a question about it; without a set its bottom lines are left aside.
/// # Cost
/// Whether a zone holds a package, once per choice for the zone, for every limit in force and for every party with a bottom line,
/// and again for every issue the draft holds; one minimal conflict for every choice that is excluded.
pub fn states(
    case: &Case,
    set: Option<&EstimateSet>,
    lowered: &Lowered,
    asked: &Drafted,
    watch: &dyn Watch,
) -> Result<Remaining, DealsError> {
    Question { case, set, lowered, asked, counts: false, watch }.answer()
}

/// What remains under a set of estimates, at the centres.
pub fn remaining_estimated(
    case: &Case,
    set: &EstimateSet,
    settings: &Settings,
    watch: &dyn Watch,
) -> Result<Remaining, DealsError> {
    let lowered = lower(case, Some(set))?;
    let asked = lowered.drafted(case, settings);
    Question { case, set: Some(set), lowered: &lowered, asked: &asked, counts: true, watch }.answer()
}

struct Question<'a> {
    case: &'a Case,
    set: Option<&'a EstimateSet>,
    lowered: &'a Lowered,
    asked: &'a Drafted,
    counts: bool,
    watch: &'a dyn Watch,
}

impl Question<'_> {
    /// What every choice leaves beside the draft on the other issues; without numbers where none are wanted.
    fn left(&self, asked: &Ask) -> Result<PerChoice, DealsError> {
        let model = &self.lowered.model;
        if self.counts {
            return released(self.lowered, model, asked, self.watch);
        }
        let most = space(model);
        let left = |&possible: &Option<bool>| {
            let packages = Count::Bounded { least: BigUint::ZERO, most: most.clone() };
            Left { possible, packages }
        };
        let found = possible(self.lowered, model, asked, self.watch)?;
        Ok(found.rows().map(|row| row.rows().map(left).collect()).collect())
    }

    fn answer(&self) -> Result<Remaining, DealsError> {
        let asked = self.asked.ask();
        let zone = self.left(&asked)?;
        let mut choices: Vec<Table<ChoiceIdx, Remains>> = Vec::with_capacity(zone.len());
        let around = self.around(&asked, &zone)?;
        for at in 0..zone.len() {
            let issue = IssueIdx::new(at);
            if !self.asked.holds(at) {
                choices.push(self.row(issue, &zone[issue], &around)?);
                continue;
            }
            let freed = self.asked.freed(at).ask();
            let zone = self.left(&freed)?;
            choices.push(self.row(issue, &zone[issue], &self.around(&freed, &zone)?)?);
        }
        Ok(Remaining { choices: choices.into_iter().collect() })
    }

    fn row(
        &self,
        issue: IssueIdx,
        zone: &Table<ChoiceIdx, Left>,
        around: &Around,
    ) -> Result<Table<ChoiceIdx, Remains>, DealsError> {
        let choice = |(choice, left): (ChoiceIdx, &Left)| {
            let state = match left.possible {
                None => State::Undecided,
                Some(false) => State::Excluded(self.why(issue, choice)?),
                Some(true) => around.state(issue, choice, &left.packages),
            };
            Ok(Remains { packages: left.packages.clone(), state })
        };
        zone.iter().map(choice).collect()
    }

    /// What the rules allow around the zone of `asked`, over the choices that are in it at all.
    fn around(&self, asked: &Ask, zone: &PerChoice) -> Result<Around, DealsError> {
        let unlimited = self.unlimited(asked, zone);
        let all = if self.counts {
            released(self.lowered, &self.lowered.model, &unlimited, self.watch)?
        } else {
            zone.clone()
        };
        // Without numbers nothing is settled by them.
        let settled = |(issue, row): (IssueIdx, &Table<ChoiceIdx, Left>)| {
            row.iter().all(|(choice, left)| {
                left.possible != Some(true) || same(&left.packages, &all[issue][choice].packages).is_some()
            })
        };
        let is_settled = zone.iter().all(settled);
        let outside = if is_settled { None } else { Some(self.outside(asked, &unlimited)?) };
        Ok(Around { all, outside })
    }

    /// The rules alone, with every open issue kept to the choices that are still possible: else a limit on one issue would make
    /// every choice of all others depend on it.
    fn unlimited(&self, asked: &Ask, zone: &PerChoice) -> Ask {
        let limits = vec![false; self.lowered.model.limits.len()];
        let mut unlimited = Ask { limits, bottom_lines: false, ..asked.clone() };
        for (issue, order) in self.lowered.order.iter().filter(|(issue, _)| asked.fixed[issue.position()].is_none()) {
            let among = order.iter().map(|&choice| zone[issue][choice].possible != Some(false)).collect();
            unlimited.require.push(Formula::Choice { issue: issue.position(), among });
        }
        unlimited
    }

    /// Per choice, whether some package the rules allow with it crosses a limit in force or misses a bottom line.
    fn outside(
        &self,
        asked: &Ask,
        unlimited: &Ask,
    ) -> Result<Table<IssueIdx, Table<ChoiceIdx, Option<bool>>>, DealsError> {
        let model = &self.lowered.model;
        let in_force = (0..model.limits.len()).filter(|&limit| asked.limits[limit]);
        let crossings = in_force.filter_map(|limit| Some((model.clone(), crossing(model, unlimited, limit)?)));
        let lines = (0..model.parties.len()).filter(|_| asked.bottom_lines);
        let misses = lines.filter_map(|party| missing(model, unlimited, party));
        let mut outside: Table<IssueIdx, Table<ChoiceIdx, Option<bool>>> =
            self.lowered.order.rows().map(|order| order.iter().map(|_| Some(false)).collect()).collect();
        for (model, asked) in crossings.chain(misses) {
            for (issue, row) in possible(self.lowered, &model, &asked, self.watch)?.iter() {
                for (choice, &found) in row.iter() {
                    let known = &mut outside[issue][choice];
                    *known = match (*known, found) {
                        (Some(true), _) | (_, Some(true)) => Some(true),
                        (Some(false), Some(false)) => Some(false),
                        _ => None,
                    };
                }
            }
        }
        Ok(outside)
    }

    /// One minimal set of limits, bottom lines and what the draft holds that leaves no package with a choice.
    fn why(&self, issue: IssueIdx, choice: ChoiceIdx) -> Result<Vec<Member>, DealsError> {
        let held = self.asked.held_at(issue.position(), self.lowered.rank(issue, choice));
        let (lowered, asked) = held.with_rules(self.lowered);
        let is_it = |member: &engine::Member| *member == engine::Member::Fixed(issue.position());
        let others: Vec<engine::Member> =
            members(&lowered, &asked).into_iter().filter(|member| !is_it(member)).collect();
        let found = engine::conflict(&lowered.model, &asked, &others, self.watch)?.unwrap_or_default();
        let mut members: Vec<Member> = found.iter().filter_map(|&member| read_back(&lowered, member)).collect();
        members.sort_by_cached_key(|&member| member_id(self.case, self.set, member));
        Ok(members)
    }
}

/// What surrounds a zone.
struct Around {
    /// Packages with each choice, limits and bottom lines aside.
    all: PerChoice,
    /// Whether some of those with a choice are outside the zone, where counts do not tell.
    outside: Option<Table<IssueIdx, Table<ChoiceIdx, Option<bool>>>>,
}

impl Around {
    /// Of a choice that so many packages of the zone have.
    fn state(&self, issue: IssueIdx, choice: ChoiceIdx, packages: &Count) -> State {
        let by_search = || self.outside.as_ref().and_then(|outside| outside[issue][choice]).map(|outside| !outside);
        match same(packages, &self.all[issue][choice].packages).or_else(by_search) {
            Some(true) => State::Possible,
            Some(false) => State::OnlyWithOthers,
            None => State::PossiblySome,
        }
    }
}

/// Whether two numbers of packages are the same, where that is proved.
fn same(some: &Count, all: &Count) -> Option<bool> {
    match (some, all) {
        (Count::Exact(some), Count::Exact(all)) => Some(some == all),
        (Count::Estimated { .. }, _) | (_, Count::Estimated { .. }) => None,
        (some, all) => (some.most() < all.least()).then_some(false),
    }
}

/// The packages of a zone that need a party's consent and miss its bottom line; `None` where there is nothing to miss.
fn missing(model: &Model, ask: &Ask, party: usize) -> Option<(Model, Ask)> {
    let line = model.parties[party].bottom_line?;
    let asking = asking(model, ask, party)?;
    let mut missing = model.clone();
    missing.parties.iter_mut().for_each(|party| party.bottom_line = None);
    let mirrored = &mut missing.parties[party];
    mirrored.consent = engine::Consent::Always;
    mirrored.bottom_line = line.checked_neg()?.checked_add(1);
    mirrored.values.iter_mut().flatten().for_each(|units| *units = -*units);
    mirrored.tables.iter_mut().flat_map(|table| &mut table.units).for_each(|units| *units = -*units);
    mirrored.linkages.iter_mut().for_each(|linkage| linkage.units = -linkage.units);
    Some((missing, Ask { bottom_lines: true, ..asking }))
}
