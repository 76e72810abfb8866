//! What remains of every choice, given a draft (DEALS 5, DEFINITIONS 17).

use detente_base::{Index, Table, Watch};
use detente_case::{Case, ChoiceIdx, IssueIdx};
use detente_engine::{self as engine, Ask, Count, Model};
use detente_estimate::EstimateSet;

use crate::ids::member_id;
use crate::live::unlimited;
use crate::stated::{asking, crossing};
use crate::why::{Member, members, read_back};
use crate::zone::{Left, PerChoice, possible, released};
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
    /// others. Empty where the rules alone exclude it; `None` where nobody asked which, and where finding them is out of reach.
    Excluded(Option<Vec<Member>>),
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
    Question { case, set: None, lowered: &lowered, asked: &asked, watch }.answer()
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
    Question { case, set: Some(set), lowered: &lowered, asked: &asked, watch }.answer()
}

struct Question<'a> {
    case: &'a Case,
    set: Option<&'a EstimateSet>,
    lowered: &'a Lowered,
    asked: &'a Drafted,
    watch: &'a dyn Watch,
}

impl Question<'_> {
    /// What every choice leaves beside what is settled on the other issues.
    fn left(&self, asked: &Ask) -> Result<PerChoice, DealsError> {
        released(self.lowered, &self.lowered.model, asked, self.watch)
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
                Some(false) => {
                    let asked = (self.lowered, self.asked);
                    let memory = &mut engine::Memory::default();
                    let members = excluders(self.case, self.set, asked, (issue, choice), memory, self.watch)?;
                    State::Excluded(members)
                }
                Some(true) => around.state(issue, choice, &left.packages),
            };
            Ok(Remains { packages: left.packages.clone(), state })
        };
        zone.iter().map(choice).collect()
    }

    /// What the rules allow around the zone of `asked`, over the choices that are in it at all.
    fn around(&self, asked: &Ask, zone: &PerChoice) -> Result<Around, DealsError> {
        let is_open = |issue: usize, choice: usize| {
            let issue = IssueIdx::new(issue);
            zone[issue][self.lowered.order[issue][choice]].possible != Some(false)
        };
        let unlimited = unlimited(self.lowered, asked, is_open);
        let all = self.left(&unlimited)?;
        let settled = |(issue, row): (IssueIdx, &Table<ChoiceIdx, Left>)| {
            row.iter().all(|(choice, left)| {
                left.possible != Some(true) || same(&left.packages, &all[issue][choice].packages).is_some()
            })
        };
        let is_settled = zone.iter().all(settled);
        let outside = if is_settled { None } else { Some(self.outside(asked, &unlimited)?) };
        Ok(Around { all, outside })
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
        let misses = lines.filter_map(|party| {
            let asking = asking(model, unlimited, party)?;
            Some((missing(model, party)?, Ask { bottom_lines: true, ..asking }))
        });
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
}

/// One minimal set of limits, bottom lines and what the draft holds that leaves no package with a choice, nothing where finding one
/// is out of reach; `memory` is of questions about the same draft.
pub(crate) fn excluders(
    case: &Case,
    set: Option<&EstimateSet>,
    (lowered, asked): (&Lowered, &Drafted),
    (issue, choice): (IssueIdx, ChoiceIdx),
    memory: &mut engine::Memory,
    watch: &dyn Watch,
) -> Result<Option<Vec<Member>>, DealsError> {
    let held = asked.held_at(issue.position(), lowered.rank(issue, choice));
    let (lowered, asked) = held.with_rules(lowered);
    let is_it = |member: &engine::Member| *member == engine::Member::Fixed(issue.position());
    let others: Vec<engine::Member> = members(&lowered, &asked).into_iter().filter(|member| !is_it(member)).collect();
    // That all of them leave no package with the choice is why it is asked about at all.
    memory.contradictions.push(others.clone());
    let found = engine::conflict_beside(&lowered.model, &asked, &others, memory, watch);
    memory.contradictions.pop();
    let Some(found) = engine::forgiven(found)? else { return Ok(None) };
    let found = found.unwrap_or_default();
    let mut members: Vec<Member> = found.iter().filter_map(|&member| read_back(&lowered, member)).collect();
    members.sort_by_cached_key(|&member| member_id(case, set, member));
    Ok(Some(members))
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

/// The model in which missing a party's bottom line is a bottom line of its own, and nobody else has one; `None` where there is
/// nothing to miss.
pub(crate) fn missing(model: &Model, party: usize) -> Option<Model> {
    let line = model.parties[party].bottom_line?;
    let mut missing = model.clone();
    missing.parties.iter_mut().for_each(|party| party.bottom_line = None);
    let mirrored = &mut missing.parties[party];
    mirrored.consent = engine::Consent::Always;
    mirrored.bottom_line = line.checked_neg()?.checked_add(1);
    mirrored.values.iter_mut().flatten().for_each(|units| *units = -*units);
    mirrored.tables.iter_mut().flat_map(|table| &mut table.units).for_each(|units| *units = -*units);
    mirrored.linkages.iter_mut().for_each(|linkage| linkage.units = -linkage.units);
    Some(missing)
}
