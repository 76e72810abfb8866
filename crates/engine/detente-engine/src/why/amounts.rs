//! By how much the bottom lines of a relaxation have to fall, instead of being set aside altogether.

use super::keep::keeping;
use super::oracle::short;
use crate::budget::Budget;
use crate::chosen::most_of;
use crate::condition::Force;
use crate::error::Stopped;
use crate::feasible::space;
use crate::open::open;
use detente_base::Watch;
use detente_model::{Ask, Member, Model};

/// The most vectors of amounts that are looked for.
pub const MOST_AMOUNTS: usize = 20;

/// Reductions of bottom lines that open a zone, none of which can be made smaller without making another larger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amounts {
    /// Whose bottom lines: the ones that the relaxation drops.
    pub parties: Vec<usize>,
    /// Per vector and party, in the party's own units; ascending.
    pub vectors: Vec<Vec<i64>>,
    /// Whether these are all.
    pub complete: bool,
}

/// The smallest reductions of the bottom lines in `drop` that open the zone while, of `members`, all others of `drop` are set
/// aside and the rest holds; at most [`MOST_AMOUNTS`].
///
/// Where a party is asked only in some packages its line counts only in those.
///
/// # Cost
/// Per vector and party the most the party can have within a zone, and a question whether some zone is open for every region
/// that a vector leaves.
/// # Source
/// DEFINITIONS 14; regions still to be searched as in \[Klamroth2015\].
///
/// # Errors
/// [`Stopped`] only for a question that does not hold together; a search that has to stop answers with what it found and
/// `complete: false`.
pub fn amounts(
    model: &Model,
    ask: &Ask,
    members: &[Member],
    drop: &[Member],
    watch: &dyn Watch,
) -> Result<Amounts, Stopped> {
    model.validate()?;
    ask.validate(model)?;
    let is_line = |member: &Member| match *member {
        Member::BottomLine(party) if model.parties.get(party)?.bottom_line.is_some() => Some(party),
        _ => None,
    };
    let parties: Vec<usize> = drop.iter().filter_map(is_line).collect();
    let kept = members.iter().copied().filter(|member| !drop.contains(member) || is_line(member).is_some());
    let (model, ask) = keeping(model, ask, members, &kept.collect::<Vec<_>>());
    let budget = Budget::new(watch, ask.effort.max_steps, space(&model));
    let mut search = Search { model: &model, ask: &ask, parties: &parties, budget: &budget, found: Vec::new() };
    let complete = match search.run() {
        Ok(complete) => complete,
        Err(stopped) if stopped.is_a_limit() => false,
        Err(stopped) => return Err(stopped),
    };
    let mut vectors = search.found;
    vectors.sort_unstable();
    Ok(Amounts { parties, vectors, complete })
}

/// Per party the most its line may fall; `None` for as far as it takes.
type Region = Vec<Option<i64>>;

struct Search<'a, 'w> {
    model: &'a Model,
    ask: &'a Ask,
    parties: &'a [usize],
    budget: &'a Budget<'w>,
    found: Vec<Vec<i64>>,
}

impl Search<'_, '_> {
    /// Whether everything was found.
    fn run(&mut self) -> Result<bool, Stopped> {
        let mut regions: Vec<Region> = vec![vec![None; self.parties.len()]];
        while let Some(region) = regions.pop() {
            let Some(some) = self.within(&region)? else { continue };
            if MOST_AMOUNTS <= self.found.len() {
                return Ok(false);
            }
            let least = self.lowered(some)?;
            regions.push(region);
            regions = split(&regions, &least);
            self.found.push(least);
        }
        Ok(true)
    }

    /// Amounts within a region that open the zone, if any do.
    fn within(&self, region: &Region) -> Result<Option<Vec<i64>>, Stopped> {
        let model = self.with_lines(region);
        let package = open(&model, self.ask, &Force::of(&model, self.ask), self.budget)?;
        let amounts =
            |package: Vec<usize>| self.parties.iter().map(|&party| short(self.model, party, &package)).collect();
        Ok(package.map(amounts))
    }

    /// Amounts no larger than those given of which none can be made smaller alone.
    fn lowered(&self, amounts: Vec<i64>) -> Result<Vec<i64>, Stopped> {
        let mut amounts = amounts;
        for at in 0..amounts.len() {
            let others = |own: Option<i64>| -> Region {
                amounts.iter().enumerate().map(|(other, &most)| if other == at { own } else { Some(most) }).collect()
            };
            if let Some(without) = self.within(&others(Some(0)))? {
                amounts = without;
                continue;
            }
            // Every package left is short of this line, so the one worth most to the party is short of it by the least.
            let least = self.least(at, &others(None))?;
            if least < amounts[at] {
                amounts = self.within(&others(Some(least)))?.unwrap_or(amounts);
            }
        }
        Ok(amounts)
    }

    /// How far the package of a region that is worth most to a party falls short of its line.
    fn least(&self, at: usize, region: &Region) -> Result<i64, Stopped> {
        let party = self.parties[at];
        let most = most_of(&self.with_lines(region), self.ask, party, self.budget)?;
        let line = self.model.parties[party].bottom_line;
        Ok(line.zip(most).map_or(0, |(line, most)| line.saturating_sub(most)))
    }

    /// The model with lines lowered, or taken away, as far as a region says.
    fn with_lines(&self, region: &Region) -> Model {
        let mut model = self.model.clone();
        for (&party, most) in self.parties.iter().zip(region) {
            let line = &mut model.parties[party].bottom_line;
            *line = line.and_then(|line| Some(line.saturating_sub((*most)?)));
        }
        model
    }
}

/// The regions without what is at least `least` everywhere; none within another.
fn split(regions: &[Region], least: &[i64]) -> Vec<Region> {
    let contains =
        |region: &Region| region.iter().zip(least).all(|(most, least)| most.is_none_or(|most| *least <= most));
    let mut left: Vec<Region> = regions.iter().filter(|region| !contains(region)).cloned().collect();
    for region in regions.iter().filter(|region| contains(region)) {
        for (at, least) in least.iter().enumerate().filter(|(_, least)| 0 < **least) {
            let mut part = region.clone();
            part[at] = Some(least - 1);
            if !left.iter().any(|other| is_within(&part, other)) {
                left.retain(|other| !is_within(other, &part));
                left.push(part);
            }
        }
    }
    left
}

fn is_within(region: &Region, other: &Region) -> bool {
    region.iter().zip(other).all(|(most, other)| other.is_none_or(|other| most.is_some_and(|most| most <= other)))
}
