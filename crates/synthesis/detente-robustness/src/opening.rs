//! Which limits would have to move for a package to exist in so many draws.

use std::collections::BTreeMap;

use detente_base::{Decimal, Index, Watch};
use detente_case::PartyIdx;
use detente_deals::{DealsError, Member, member_id};
use detente_engine::again::{Figures, Solver, Structure};
use detente_engine::{Model, Stopped, soft_members};
use rayon::prelude::*;

use crate::hitting::{Members, bits, minimal};
use crate::plan::Plan;
use crate::share::Share;
use crate::source::Source;
use crate::study::{done, in_batches};

/// The most limits and bottom lines that are told apart.
pub const MOST_MEMBERS: usize = 64;

/// The most sets listed.
pub const MOST_SETS: usize = 20;

/// The most sets looked at for one size.
const MOST_TRIED: usize = 20_000;

/// What has to be set aside for a package to exist in a share of draws.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// The share asked for.
    pub at_least: Decimal,
    /// Draws with a package as things stand.
    pub open: Share,
    /// Draws in which no package meets the rules alone, whatever is set aside.
    pub never: Share,
    /// The minimal sets, smaller ones first, then in order of their members; none where there are packages in enough draws
    /// already, and where nothing leaves them in enough.
    pub sets: Vec<Opens>,
    /// Whether these are all.
    pub complete: bool,
}

/// A set that is enough, and of which no member can be spared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opens {
    /// What is set aside, wholly.
    pub members: Vec<Member>,
    /// Draws with a package then.
    pub open: Share,
}

/// The minimal sets of limits and bottom lines that, set aside in every draw, leave a package in at least a share of draws;
/// `None` where there are more than [`MOST_MEMBERS`] of them. A limit that is not in force in a draw stands in no package's way
/// there.
///
/// # Cost
/// In a draw without a package about as many questions as there are limits in force, for each conflict among them; then the sets
/// up to the size needed, over the different answers.
///
/// # Errors
/// As for [`crate::study`].
pub fn opening(
    plan: &Plan<'_>,
    source: &dyn Source,
    draws: u64,
    at_least: Decimal,
    watch: &dyn Watch,
) -> Result<Option<Opening>, DealsError> {
    let model = plan.model();
    let mut ask = plan.ask();
    let binding = ask.limits.clone();
    let doubted = plan.open();
    ask.limits.iter_mut().zip(&doubted).for_each(|(in_force, doubted)| *in_force |= doubted);
    let members: Vec<Part> = soft_members(model, &ask).into_iter().filter_map(Part::of).collect();
    if MOST_MEMBERS < members.len() {
        return Ok(None);
    }
    let open: Vec<bool> = vec![true; model.limits.len()];
    let structure = Structure::new(model, &ask, &open)?;
    let shared = Shared { plan, source, members: &members, binding, doubted, structure: &structure };
    let different = if plan.inputs().is_empty() { 1 } else { draws };
    let families: Families = in_batches(different, watch)
        .into_par_iter()
        .try_fold(
            || (None, Families::new()),
            |(looking, mut families), batch| {
                let mut looking = looking.unwrap_or_else(|| Looker::new(&shared));
                for draw in batch.clone() {
                    *families.entry(looking.family(draw)?).or_default() += 1;
                }
                done(watch, batch.end - batch.start)?;
                Ok::<_, Stopped>((Some(looking), families))
            },
        )
        .map(|folded| folded.map(|(_, families)| families))
        .try_reduce(Families::new, |mut a, b| {
            b.into_iter().for_each(|(family, times)| *a.entry(family).or_default() += times);
            Ok(a)
        })?;
    let times = draws / different.max(1);
    let share = |hits: u64| Share { hits: hits * times, draws };
    let (sets, complete) = enough(&families, different, at_least);
    let hits = |family: fn(&Option<Vec<Members>>) -> bool| -> u64 {
        families.iter().filter(|(of, _)| family(of)).map(|(_, times)| times).sum()
    };
    let mut listed: Vec<(Vec<String>, Opens)> = sets
        .iter()
        .map(|&set| {
            let of = (0..).zip(&members).filter(|(at, _)| set >> at & 1 == 1).map(|(_, part)| part.named(plan));
            let mut named: Vec<(String, Member)> =
                of.map(|member| (member_id(plan.case(), Some(plan.set()), member), member)).collect();
            named.sort_by(|(a, _), (b, _)| a.cmp(b));
            let (ids, members) = named.into_iter().unzip();
            (ids, Opens { members, open: share(opened(&families, set)) })
        })
        .collect();
    listed.sort_by(|(a, _), (b, _)| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
    let complete = complete && listed.len() <= MOST_SETS;
    Ok(Some(Opening {
        at_least,
        open: share(opened(&families, 0)),
        never: share(hits(|family| family.as_ref().is_some_and(Vec::is_empty))),
        sets: listed.into_iter().take(MOST_SETS).map(|(_, opens)| opens).collect(),
        complete,
    }))
}

/// What can be set aside, by its number in the model.
#[derive(Clone, Copy, Debug)]
enum Part {
    Limit(usize),
    Line(usize),
}

impl Part {
    fn of(member: detente_engine::Member) -> Option<Self> {
        match member {
            detente_engine::Member::Limit(limit) => Some(Self::Limit(limit)),
            detente_engine::Member::BottomLine(party) => Some(Self::Line(party)),
            detente_engine::Member::Rule(_) | detente_engine::Member::Fixed(_) => None,
        }
    }

    fn named(self, plan: &Plan<'_>) -> Member {
        match self {
            Self::Limit(limit) => Member::Limit(plan.centre().limits[limit]),
            Self::Line(party) => Member::BottomLine(PartyIdx::new(party)),
        }
    }
}

/// Per family of minimal sets that open a draw, how many draws have it; `None` where they are not all known.
type Families = BTreeMap<Option<Vec<Members>>, u64>;

/// The draws that setting a set aside opens.
fn opened(families: &Families, set: Members) -> u64 {
    let opens = |family: &Option<Vec<Members>>| family.iter().flatten().any(|of| of & set == *of);
    families.iter().filter(|(family, _)| opens(family)).map(|(_, times)| times).sum()
}

/// The minimal sets that open enough draws, size by size, and whether they are all.
fn enough(families: &Families, draws: u64, at_least: Decimal) -> (Vec<Members>, bool) {
    let wanted = i128::from(at_least.thousandths()) * i128::from(draws);
    let is_enough = |set: Members| wanted <= i128::from(opened(families, set)) * 1000;
    let all: Members = families.keys().flatten().flatten().fold(0, |all, of| all | of);
    let is_known = families.keys().all(Option::is_some);
    if is_enough(0) || !is_enough(all) {
        return (Vec::new(), is_known);
    }
    let mut found: Vec<Members> = Vec::new();
    let mut level: Vec<Members> = vec![0];
    while !level.is_empty() {
        let mut next = Vec::new();
        for &set in &level {
            // Members are added in order, so that each set is met once.
            for member in bits(all).filter(|member| set < *member) {
                let grown = set | member;
                if found.iter().any(|of| of & grown == *of) {
                    continue;
                }
                if is_enough(grown) {
                    found.push(grown);
                } else {
                    next.push(grown);
                }
                if MOST_TRIED < next.len() {
                    return (found, false);
                }
            }
        }
        level = next;
    }
    (found, is_known)
}

/// What all draws share.
struct Shared<'s, 'c> {
    plan: &'s Plan<'c>,
    source: &'s dyn Source,
    members: &'s [Part],
    /// Per limit, whether it binds where it is not in doubt.
    binding: Vec<bool>,
    doubted: Vec<bool>,
    structure: &'s Structure,
}

/// Looks at draws, one after another; one per thread.
struct Looker<'s, 'c> {
    shared: &'s Shared<'s, 'c>,
    solver: Solver<'s>,
    numbers: Vec<i64>,
    figures: Figures,
    per_point: Vec<i64>,
}

impl<'s, 'c> Looker<'s, 'c> {
    fn new(shared: &'s Shared<'s, 'c>) -> Self {
        Self {
            solver: shared.structure.solver(),
            numbers: vec![0; shared.plan.inputs().len()],
            figures: Figures::default(),
            per_point: Vec::new(),
            shared,
        }
    }

    /// The minimal sets that open a draw; the empty one where it is open, none where nothing opens it.
    fn family(&mut self, draw: u64) -> Result<Option<Vec<Members>>, Stopped> {
        let shared = self.shared;
        shared.source.fill(draw, &mut self.numbers);
        shared.plan.figures(&self.numbers, &mut self.figures, &mut self.per_point);
        let certain = shared.binding.iter().zip(&shared.doubted);
        for (in_force, (binds, doubted)) in self.figures.limits.iter_mut().zip(certain) {
            *in_force = if *doubted { *in_force } else { *binds };
        }
        let start = self.figures.clone();
        let below = below(&start, shared.structure.model());
        let is_in_force = |part: &Part| match part {
            Part::Limit(limit) => start.limits[*limit],
            Part::Line(_) => true,
        };
        let in_force: Members =
            (0..).zip(shared.members).filter(|(_, of)| is_in_force(of)).map(|(at, _)| 1 << at).sum();
        let mut opens = |aside: Members| {
            self.figures.clone_from(&start);
            for (_, part) in (0_u32..).zip(shared.members).filter(|(at, _)| aside >> at & 1 == 1) {
                match *part {
                    Part::Limit(limit) => self.figures.limits[limit] = false,
                    Part::Line(party) => self.figures.lines[party] = below[party],
                }
            }
            self.solver.set(&self.figures)?;
            Ok::<_, Stopped>(self.solver.any()?.is_some())
        };
        if opens(0)? {
            return Ok(Some(vec![0]));
        }
        minimal(in_force, &mut opens)
    }
}

/// Per party, no more than anything its numbers add up to.
pub(crate) fn below(figures: &Figures, model: &Model) -> Vec<i64> {
    let mut values = figures.values.as_slice();
    let mut linkages = figures.linkages.as_slice();
    let size = |units: &i64| units.saturating_abs();
    let of = model.parties.iter().map(|party| {
        let mut sum = 0_i64;
        for &issue in &model.issues {
            let (of_issue, rest) = values.split_at(issue.min(values.len()));
            sum = sum.saturating_add(of_issue.iter().map(size).max().unwrap_or(0));
            values = rest;
        }
        let (own, rest) = linkages.split_at(party.linkages.len().min(linkages.len()));
        linkages = rest;
        -own.iter().map(size).fold(sum, i64::saturating_add)
    });
    of.collect()
}
