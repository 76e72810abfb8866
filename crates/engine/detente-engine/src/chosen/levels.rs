//! "Most for whoever gains least, then for the next."

use super::zone::Question;
use crate::answers::Chosen;
use crate::error::Stopped;
use crate::optimum::{Found, Fraction, Level, Share};
use crate::points::Points;

/// The efficient vectors whose least level is greatest.
pub(super) fn egalitarian(
    zone: &Question<'_, '_>,
    principals: &[usize],
    shares: &[Share],
    left_out: Vec<usize>,
) -> Result<Chosen, Stopped> {
    let over = parties(shares);
    let aim = Level { shares: shares.to_vec(), raised: Vec::new(), lines: true };
    let found = zone.search(&aim)?;
    if found.complete || !found.proved {
        return Ok(zone.chosen(&aim, &found, over, left_out));
    }
    // Too many to list: what leximin leads to is among them.
    let least = leximin(zone, principals, shares, left_out)?;
    Ok(Chosen { complete: false, proved: true, bound: None, reached: None, ..least })
}

/// The vectors whose levels, sorted, are lexicographically greatest.
pub(super) fn leximin(
    zone: &Question<'_, '_>,
    principals: &[usize],
    shares: &[Share],
    left_out: Vec<usize>,
) -> Result<Chosen, Stopped> {
    let over = parties(shares);
    let mut aim = Level { shares: shares.to_vec(), raised: Vec::new(), lines: true };
    let mut stuck = Vec::new();
    loop {
        let mut found = zone.search(&aim)?;
        let level = found.worth.clone().filter(|_| !found.complete && found.proved && !aim.shares.is_empty());
        let Some(level) = level else {
            found.points = leximin_of(&found.points, principals, shares);
            return Ok(Chosen { stuck, ..zone.chosen(&aim, &found, over, left_out) });
        };
        let settled = match settle(zone, &mut aim, &level) {
            Ok(settled) => settled,
            Err(stopped) if stopped.is_a_limit() => Vec::new(),
            Err(stopped) => return Err(stopped),
        };
        if settled.is_empty() {
            found.points = leximin_of(&found.points, principals, shares);
            let undecided = Found { proved: false, complete: false, bound: Some(level), ..found };
            return Ok(Chosen { stuck, ..zone.chosen(&aim, &undecided, over, left_out) });
        }
        stuck.extend(settled);
        if aim.shares.is_empty() {
            // Nobody compared can exceed what the search reached, so whatever reaches it is an answer.
            found.points = leximin_of(&found.points, principals, shares);
            return Ok(Chosen { stuck, ..zone.chosen(&aim, &found, over, left_out) });
        }
    }
}

/// Raises all floors to a level that is the best for whoever gets least, and takes out of the comparison those who cannot
/// exceed it; returns those.
///
/// Where all packages give a party the same, the order of the sorted levels does not depend on it.
fn settle(zone: &Question<'_, '_>, aim: &mut Level, level: &Fraction) -> Result<Vec<usize>, Stopped> {
    let floors: Vec<(usize, i64)> = aim.shares.iter().map(|share| (share.party, share.floor(level, false))).collect();
    let mut stuck = Vec::new();
    for share in &aim.shares {
        let above = [(share.party, share.floor(level, true))];
        let raised: Vec<(usize, i64)> = aim.raised.iter().chain(&floors).chain(&above).copied().collect();
        if zone.reach(&raised)?.is_none() {
            stuck.push(share.party);
        }
    }
    aim.raised.extend(floors);
    aim.shares.retain(|share| !stuck.contains(&share.party));
    Ok(stuck)
}

/// Of points over the principals those with the greatest sorted levels.
fn leximin_of(points: &Points, principals: &[usize], shares: &[Share]) -> Points {
    let sorted = |row: &[i64]| {
        let level = |share: &Share| {
            let at = principals.iter().position(|party| *party == share.party)?;
            Some(share.level(row[at]))
        };
        let mut levels: Vec<Fraction> = shares.iter().filter_map(level).collect();
        levels.sort();
        levels
    };
    let best = points.rows().map(sorted).max();
    points.filtered(|point| Some(sorted(points.units(point))) == best)
}

fn parties(shares: &[Share]) -> Vec<usize> {
    shares.iter().map(|share| share.party).collect()
}
