//! What remains of every choice, given a draft (DEALS 5, DEFINITIONS 17).

use detente_base::{Index, Table, Watch};
use detente_case::{Case, ChoiceIdx, IssueIdx};
use detente_engine::{self as engine, Ask};
use detente_estimate::EstimateSet;

use crate::ask;
use crate::why::{Member, members, read_back};
use crate::ids::member_id;
use crate::stated::remaining;
use crate::{DealsError, Lowered, Settings, lower};

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
    pub packages: u128,
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
    /// Whatever is chosen on the open issues: these cannot hold together with it. One minimal set, in order of id; there may be
    /// others. Empty where the rules alone exclude it.
    Excluded(Vec<Member>),
}

/// What remains within the stated limits alone.
pub fn remaining_stated(case: &Case, settings: &Settings, watch: &dyn Watch) -> Result<Remaining, DealsError> {
    let lowered = lower(case, None)?;
    let mut asked = lowered.ask(case, settings);
    asked.bottom_lines = false;
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
    let asked = lowered.ask(case, settings);
    Question { case, set: Some(set), lowered: &lowered, asked: &asked, watch }.answer()
}

type PerChoice = Table<IssueIdx, Table<ChoiceIdx, u128>>;

/// Packages with each choice of the open issues of a question.
struct Counts {
    /// In the zone.
    zone: PerChoice,
    /// Within the rules, over the choices that are in the zone at all.
    most: PerChoice,
}

struct Question<'a> {
    case: &'a Case,
    set: Option<&'a EstimateSet>,
    lowered: &'a Lowered,
    asked: &'a Ask,
    watch: &'a dyn Watch,
}

impl Question<'_> {
    fn answer(&self) -> Result<Remaining, DealsError> {
        let open = self.counts(self.asked)?;
        let rows = self.asked.fixed.iter().enumerate().map(|(at, held)| {
            let issue = IssueIdx::new(at);
            if held.is_none() {
                return self.row(issue, &open);
            }
            let mut released = self.asked.clone();
            released.fixed[at] = None;
            self.row(issue, &self.counts(&released)?)
        });
        Ok(Remaining { choices: rows.collect::<Result<_, DealsError>>()? })
    }

    fn row(&self, issue: IssueIdx, counts: &Counts) -> Result<Table<ChoiceIdx, Remains>, DealsError> {
        let choice = |(choice, &packages): (ChoiceIdx, &u128)| {
            let state = match packages {
                0 => State::Excluded(self.why(issue, choice)?),
                all if all == counts.most[issue][choice] => State::Possible,
                _ => State::OnlyWithOthers,
            };
            Ok(Remains { packages, state })
        };
        counts.zone[issue].iter().map(choice).collect()
    }

    fn counts(&self, asked: &Ask) -> Result<Counts, DealsError> {
        let model = &self.lowered.model;
        let zone = remaining(self.lowered, &ask::remaining_open(model, asked, self.watch)?);
        let most = remaining(self.lowered, &ask::remaining_open(model, &self.unlimited(asked, &zone), self.watch)?);
        Ok(Counts { zone, most })
    }

    /// The rules alone, with every open issue kept to the choices that are still possible: else a limit on one issue would make
    /// every choice of all others depend on it.
    fn unlimited(&self, asked: &Ask, zone: &PerChoice) -> Ask {
        let limits = vec![false; self.lowered.model.limits.len()];
        let mut unlimited = Ask { limits, bottom_lines: false, ..asked.clone() };
        for (issue, order) in self.lowered.order.iter().filter(|(issue, _)| asked.fixed[issue.position()].is_none()) {
            let among = order.iter().map(|&choice| 0 < zone[issue][choice]).collect();
            unlimited.require.push(engine::Formula::Choice { issue: issue.position(), among });
        }
        unlimited
    }

    /// One minimal set of limits, bottom lines and fixed choices that leaves no package with a choice.
    fn why(&self, issue: IssueIdx, choice: ChoiceIdx) -> Result<Vec<Member>, DealsError> {
        let mut asked = self.asked.clone();
        asked.fixed[issue.position()] = Some(self.lowered.rank(issue, choice));
        let is_it = |member: &engine::Member| *member == engine::Member::Fixed(issue.position());
        let others: Vec<engine::Member> =
            members(self.lowered, &asked).into_iter().filter(|member| !is_it(member)).collect();
        let found = engine::conflict(&self.lowered.model, &asked, &others, self.watch)?.unwrap_or_default();
        let mut members: Vec<Member> = found.iter().filter_map(|&member| read_back(self.lowered, member)).collect();
        members.sort_by_cached_key(|&member| member_id(self.case, self.set, member));
        Ok(members)
    }
}
