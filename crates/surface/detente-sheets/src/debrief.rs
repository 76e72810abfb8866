//! The sheet of a class: every pair's package beside the frontier.

use detente::base::Index;
use detente::case::PartyIdx;
use detente::deals::{
    self, Choices, DealsError, Effect, EstimatedComparison, Settings, compare_estimated, compare_stated, improve,
    limit_id,
};
use detente_report::sheet::{self, Pair, Points, Sheet, Stands};

use crate::make::Of;
use crate::settling;

pub(crate) fn debrief(of: &Of<'_>) -> Result<Sheet, DealsError> {
    let about = &of.about;
    let Some(named) = &of.wanted.pairs else { return Ok(sheet::debrief(about, None, None)) };
    let (case, settings) = (about.case, Settings::default());
    let packages: Vec<Choices> = named.iter().map(|(_, package)| package.clone()).collect();
    let stated = compare_stated(case, &settings, &packages)?;
    let crossed = |rank: usize| {
        let limits = stated.limits.iter().filter(|row| row.effects.get(rank) == Some(&Effect::Exceeded));
        let mut limits: Vec<String> = limits
            .map(|row| format!("{} [{}]", case.parties[row.party].name, limit_id(case, None, row.limit)))
            .collect();
        limits.sort_by_key(|limit| limit.to_lowercase());
        let rules = stated.broken_rules.get(rank).into_iter().flatten();
        limits.into_iter().chain(rules.map(|&rule| format!("rule [{}]", case.rules[rule].id))).collect()
    };
    let mut pairs: Vec<Pair> = named
        .iter()
        .enumerate()
        .map(|(rank, (name, package))| {
            let proposal = settling(name, package.iter().map(|(issue, &choice)| (issue, choice)));
            Pair { name: name.clone(), proposal, crossed: crossed(rank), stands: None }
        })
        .collect();
    let points = estimated(of, &settings, &packages, &mut pairs)?;
    Ok(sheet::debrief(about, Some(&pairs), points.as_ref()))
}

/// Where the packages stand, and the frontier they are held against.
fn estimated(
    of: &Of<'_>,
    settings: &Settings,
    packages: &[Choices],
    pairs: &mut [Pair],
) -> Result<Option<Points>, DealsError> {
    let (case, Some(set)) = (of.about.case, of.about.set()) else { return Ok(None) };
    let compared = compare_estimated(case, set, settings, packages)?;
    let answer = deals::estimated(case, set, settings, of.watch)?;
    let principals = answer.principals.clone();
    for (rank, (pair, package)) in pairs.iter_mut().zip(packages).enumerate() {
        let found = improve(case, set, settings, package, of.watch)?;
        pair.stands = Some(Stands {
            worth: whole(&compared, &principals, &compared.units[rank]),
            within: found.in_zone,
            improvable: found.improvable,
        });
    }
    let of_principals = |units: &[i64]| -> Vec<i64> {
        principals.iter().filter_map(|party| units.get(party.position())).copied().collect()
    };
    let point = |units: &Vec<i64>| {
        let attain = pairs.iter().zip(&compared.units).filter(|(pair, own)| {
            pair.stands.as_ref().is_some_and(|stands| stands.within) && of_principals(own) == of_principals(units)
        });
        let names = attain.map(|(pair, _)| pair.name.clone()).collect();
        (whole(&compared, &principals, units), names)
    };
    let points = answer.frontier.points.iter().map(|answer| point(&answer.units)).collect();
    Ok(Some(Points { points, complete: answer.frontier.is_complete(), principals }))
}

fn whole(compared: &EstimatedComparison, principals: &[PartyIdx], units: &[i64]) -> Vec<i64> {
    let points = |&party: &PartyIdx| {
        compared.lowered.whole_points(party, units.get(party.position()).copied().unwrap_or_default())
    };
    principals.iter().map(points).collect()
}
