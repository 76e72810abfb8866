//! All efficient vectors of a part of a zone, pattern by pattern.

use super::{Check, Checked, Fault};
use crate::aim::Aim;
use crate::claim::Branch;
use crate::dominance::efficient;
use crate::graph::{Graph, Layer, graphs};
use crate::ground::Ground;
use crate::network::Network;
use crate::points::Points;
use crate::refusal::Reason;
use crate::slab::enumerate;
use crate::steps::Steps;
use crate::weighed::Slab;
use detente_model::{Model, Party};
use num_bigint::BigInt;

/// The packages of a zone that are worth at least so much to each party, and have a property.
pub(super) struct Region<'a, 'g> {
    pub(super) ground: &'g Ground<'a>,
    /// Per party, asked or not, the least.
    pub(super) floors: Vec<Option<i64>>,
    pub(super) aim: Aim,
    /// Which evidence is about it.
    pub(super) gaining: &'g [usize],
    /// Vectors over the principals; what is at most one of them does not count.
    pub(super) covered: Vec<Vec<i64>>,
}

/// Weights beyond this could leave the range of sums.
const HEAVIEST: u64 = 1 << 53;

/// The most points a group of tied issues is folded into.
const FOLDED: usize = 5_000;

/// The most patterns of consent.
const PATTERNS: usize = 1 << 16;

impl<'a, 'g> Region<'a, 'g> {
    /// A whole zone.
    pub(super) fn of(ground: &'g Ground<'a>) -> Self {
        let floors = vec![None; ground.model.parties.len()];
        Self { ground, floors, aim: Aim::Lines, gaining: &[], covered: Vec::new() }
    }
}

impl Check<'_> {
    /// Refuses if a package lies in the region.
    pub(super) fn empty(&mut self, region: &Region<'_, '_>, branches: &[Branch]) -> Checked {
        self.survivors(region, branches, |_, found| match found.first() {
            Some(utilities) => Err(Reason::Exists { utilities: utilities.clone() }),
            None => Ok(()),
        })
    }

    /// Hands over, pattern by pattern, the vectors of packages in the region: everything in it is equal to one of them or
    /// dominated by one.
    pub(super) fn survivors(
        &mut self,
        region: &Region<'_, '_>,
        branches: &[Branch],
        mut each: impl FnMut(&[bool], Vec<Vec<i64>>) -> Result<(), Reason>,
    ) -> Checked {
        let conditional =
            self.model.parties.iter().filter(|party| matches!(party.consent, detente_model::Consent::When(_)));
        let patterns = 1_usize.checked_shl(u32::try_from(conditional.count()).unwrap_or(u32::MAX));
        self.steps.take(patterns.filter(|count| *count <= PATTERNS).unwrap_or(usize::MAX), 1)?;
        for (number, asked) in region.ground.patterns().iter().enumerate() {
            let is_about = |of: &&Branch| of.gaining == region.gaining && region.ground.agree(&of.asked, asked);
            let evidence = branches.iter().find(is_about).ok_or(Reason::NoEvidence);
            let found = evidence.and_then(|branch| {
                let found = in_pattern(region, asked, branch, &mut self.steps)?;
                each(asked, found)
            });
            found.map_err(|reason| Fault { branch: Some(number), reason })?;
        }
        Ok(())
    }
}

fn in_pattern(
    region: &Region<'_, '_>,
    asked: &[bool],
    branch: &Branch,
    steps: &mut Steps,
) -> Result<Vec<Vec<i64>>, Reason> {
    let ground = region.ground;
    let lines = lines(region, asked);
    check_weights(ground.model, branch)?;
    let weight = |party: usize| branch.weights.get(party).copied().unwrap_or(0);
    let others = (0..ground.model.parties.len()).filter(|party| !ground.principals.contains(party));
    let counting = others.filter(|&party| lines[party].is_some() || weight(party) != 0);
    let parties: Vec<usize> = ground.principals.iter().copied().chain(counting).collect();
    let threshold = range(&region.aim.threshold(branch, asked, &lines)?)?;
    let Some(graph) = graph(ground, asked, &parties, steps)? else { return Ok(Vec::new()) };
    let floors: Vec<i64> =
        parties.iter().map(|&party| floor(ground.model, party, lines[party])).collect::<Result<_, _>>()?;
    let weights: Vec<i128> = parties.iter().map(|&party| i128::from(weight(party))).collect();
    let n_principals = ground.principals.len();
    let slab =
        Slab { weights: &weights, threshold, lines: &floors, n_principals, room: None, covered: &region.covered };
    let found = enumerate(&graph, &slab, steps)?.ok_or(Reason::OutOfRoom { numbers: usize::MAX })?;
    over_principals(&found, n_principals, steps)
}

/// Of vectors over all coordinates the efficient ones over the principals.
fn over_principals(found: &Points, n_principals: usize, steps: &mut Steps) -> Result<Vec<Vec<i64>>, Reason> {
    let mut points = Points::new(n_principals);
    (0..found.len()).for_each(|point| points.push(&found.row(point)[..n_principals], 0));
    let points = efficient(&points, false, usize::MAX, steps)?;
    Ok((0..points.len()).map(|point| points.row(point).to_vec()).collect())
}

/// Per party the least it must get in a pattern.
fn lines(region: &Region<'_, '_>, asked: &[bool]) -> Vec<Option<i64>> {
    let of_zone = region.ground.lines.iter().zip(asked).map(|(line, asked)| line.filter(|_| *asked));
    of_zone.zip(&region.floors).map(|(line, floor)| line.max(*floor)).collect()
}

fn check_weights(model: &Model, branch: &Branch) -> Result<(), Reason> {
    let (found, expected) = (branch.weights.len(), model.parties.len());
    if found != expected && found != 0 {
        return Err(Reason::Parties { found, expected });
    }
    let all = branch.weights.iter().chain([&branch.objective]);
    if all.max().is_some_and(|&weight| HEAVIEST < weight) { Err(Reason::OutOfRange) } else { Ok(()) }
}

fn range(number: &BigInt) -> Result<i128, Reason> {
    let reach = i128::MAX / 4;
    i128::try_from(number).ok().filter(|number| (-reach..=reach).contains(number)).ok_or(Reason::OutOfRange)
}

/// A line as a number: none is one that everything reaches, and one that nothing reaches need not be higher.
fn floor(model: &Model, party: usize, line: Option<i64>) -> Result<i64, Reason> {
    let most =
        magnitude(&model.parties[party]).filter(|most| *most <= i64::MAX / 8).ok_or(Reason::TooGreat { party })?;
    Ok(line.unwrap_or(-most).clamp(-most, most + 1))
}

/// No sum of some of a party's units is greater or, negative, less.
fn magnitude(party: &Party) -> Option<i64> {
    let of = |units: &[i64]| units.iter().map(|units| units.unsigned_abs()).max().unwrap_or(0);
    let own = party.values.iter().map(|values| of(values)).chain(party.tables.iter().map(|table| of(&table.units)));
    let all = own.chain(party.linkages.iter().map(|linkage| linkage.units.unsigned_abs()));
    let sum = all.into_iter().try_fold(0_u64, u64::checked_add);
    sum.and_then(|sum| i64::try_from(sum).ok())
}

/// The packages of a pattern, bottom lines apart; groups of tied issues with few efficient vectors are one layer each.
fn graph(ground: &Ground<'_>, asked: &[bool], parties: &[usize], steps: &mut Steps) -> Result<Option<Graph>, Reason> {
    let network = Network::new(ground, asked, parties);
    let Some(groups) = graphs(&network, steps)? else { return Ok(None) };
    let mut whole = Graph { width: parties.len(), layers: Vec::new() };
    let lowest: Vec<i64> = parties.iter().map(|&party| floor(ground.model, party, None)).collect::<Result<_, _>>()?;
    let weights = vec![0; parties.len()];
    for group in groups {
        let slab = Slab {
            weights: &weights,
            threshold: 0,
            lines: &lowest,
            n_principals: parties.len(),
            room: Some(FOLDED),
            covered: &[],
        };
        match enumerate(&group, &slab, steps)? {
            Some(points) => {
                let ends = vec![(0, 0); points.len()];
                whole.layers.push(Layer { nodes: (1, 1), ends, units: points.units });
            }
            None => whole.layers.extend(group.layers),
        }
    }
    Ok(Some(whole))
}
