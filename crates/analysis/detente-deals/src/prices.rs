//! What one limit's step would change, and for whom (DEALS 12, DEFINITIONS 18).

use detente_base::{Index, Watch};
use detente_case::{Case, ChoiceIdx, IssueIdx};
use detente_engine::{self as engine, Ask, Count, Model, forgiven};
use detente_estimate::EstimateSet;

use crate::ids::member_id;
use crate::principle::principles;
use crate::ready::Ready;
use crate::why::{Member, members, read_back};
use crate::zone::{Zone, possible, zone};
use crate::{DealsError, Lowered, PrincipleAnswer, Settings, lower};

/// What setting each stated limit aside would change, without any number of value.
#[derive(Clone, Debug)]
pub struct StatedPrices {
    /// How many packages there are.
    pub packages: Count,
    /// A row per limit in force, in order of id.
    pub rows: Vec<StatedPrice>,
}

/// What there would be without one limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedPrice {
    /// The limit.
    pub member: Member,
    /// How many packages there would be.
    pub packages: Count,
    /// The choices that are proved to be such that no package has and some package would have.
    pub opens: Vec<(IssueIdx, ChoiceIdx)>,
}

/// What a step of each limit would change under a set of estimates.
#[derive(Clone, Debug)]
pub struct Prices {
    /// As things are.
    pub now: Outlook,
    /// A row per limit in force and bottom line, in order of id.
    pub rows: Vec<Price>,
    /// The model at the centres.
    pub lowered: Lowered,
}

/// What there would be after one step.
#[derive(Clone, Debug)]
pub struct Price {
    /// A bottom line, which falls by one point, or a limit, which is dropped.
    pub member: Member,
    /// What there would be.
    pub then: Outlook,
}

/// What a zone offers.
#[derive(Clone, Debug)]
pub struct Outlook {
    /// How many packages there are.
    pub zone: Zone,
    /// Per party, the most it gets anywhere in the zone, in units; empty without a package and where that is out of reach.
    pub most: Vec<Option<i64>>,
    /// What each principle leads to, gains counted from the bottom lines of that zone; empty without a package.
    pub principles: Vec<PrincipleAnswer>,
}

/// What setting each stated limit in force aside would change.
pub fn prices_stated(case: &Case, settings: &Settings, watch: &dyn Watch) -> Result<StatedPrices, DealsError> {
    let lowered = lower(case, None)?;
    let mut asked = lowered.ask(case, settings);
    asked.bottom_lines = false;
    let model = &lowered.model;
    let now = possible(&lowered, model, &asked, watch)?;
    let row = |member: engine::Member| {
        let (model, asked) = step(&lowered, &asked, member);
        let then = possible(&lowered, &model, &asked, watch)?;
        let mut opens = Vec::new();
        for (issue, left) in then.iter() {
            let is_new = |choice: ChoiceIdx| now[issue][choice] == Some(false);
            let opened = left.iter().filter(|(choice, left)| **left == Some(true) && is_new(*choice));
            opens.extend(opened.map(|(choice, _)| (issue, choice)));
        }
        let packages = zone(&model, &asked, watch)?.packages;
        Ok(read_back(&lowered, member).map(|member| StatedPrice { member, packages, opens }))
    };
    let rows = steps(&lowered, &asked).into_iter().map(row).collect::<Result<Vec<_>, DealsError>>()?;
    let mut rows: Vec<StatedPrice> = rows.into_iter().flatten().collect();
    rows.sort_by_cached_key(|row| member_id(case, None, row.member));
    Ok(StatedPrices { packages: zone(model, &asked, watch)?.packages, rows })
}

/// What a step of each limit and bottom line would change at the centres.
///
/// # Cost
/// A count, every principle and what each party can get, per limit and bottom line and once more.
pub fn prices(case: &Case, set: &EstimateSet, settings: &Settings, watch: &dyn Watch) -> Result<Prices, DealsError> {
    let lowered = lower(case, Some(set))?;
    let asked = lowered.ask(case, settings);
    let now = outlook(&lowered, &lowered.model, &asked, watch)?;
    let row = |member: engine::Member| {
        let (model, asked) = step(&lowered, &asked, member);
        let then = outlook(&lowered, &model, &asked, watch)?;
        Ok(read_back(&lowered, member).map(|member| Price { member, then }))
    };
    let rows = steps(&lowered, &asked).into_iter().map(row).collect::<Result<Vec<_>, DealsError>>()?;
    let mut rows: Vec<Price> = rows.into_iter().flatten().collect();
    rows.sort_by_cached_key(|row| member_id(case, Some(set), row.member));
    Ok(Prices { now, rows, lowered })
}

/// Everything that can take a step: limits in force and bottom lines.
fn steps(lowered: &Lowered, asked: &Ask) -> Vec<engine::Member> {
    let is_limit = |member: &engine::Member| !matches!(member, engine::Member::Fixed(_));
    members(lowered, asked).into_iter().filter(is_limit).collect()
}

/// The question after one step: a bottom line one point lower, a limit dropped.
fn step(lowered: &Lowered, asked: &Ask, member: engine::Member) -> (Model, Ask) {
    let (mut model, mut asked) = (lowered.model.clone(), asked.clone());
    match member {
        engine::Member::Limit(limit) => asked.limits[limit] = false,
        engine::Member::BottomLine(party) => {
            let point = lowered.units_per_point[party];
            let line = &mut model.parties[party].bottom_line;
            *line = line.map(|line| line.saturating_sub(point));
        }
        engine::Member::Fixed(_) | engine::Member::Rule(_) => {}
    }
    (model, asked)
}

fn outlook(lowered: &Lowered, model: &Model, asked: &Ask, watch: &dyn Watch) -> Result<Outlook, DealsError> {
    let zone = zone(model, asked, watch)?;
    if !zone.feasible {
        return Ok(Outlook { zone, most: Vec::new(), principles: Vec::new() });
    }
    let mosts = forgiven(engine::mosts(model, asked, watch))?.flatten().unwrap_or_default();
    let most = mosts.iter().map(|most| Some(most.units).filter(|_| most.proved)).collect();
    let principles = principles(lowered, &Ready::new(model, asked, None, watch)?, watch)?;
    Ok(Outlook { zone, most, principles })
}

impl Outlook {
    /// Whether there is a package.
    pub fn is_open(&self) -> bool {
        self.zone.feasible
    }

    /// The most a party gets, in units.
    pub fn most_for(&self, party: detente_case::PartyIdx) -> Option<i64> {
        self.most.get(party.position()).copied().flatten()
    }
}
