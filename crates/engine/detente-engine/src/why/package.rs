//! Why not this package: what it runs into, and what it is worth beside the best of the zone.

use super::oracle::{meets, short};
use crate::answers::Principle;
use crate::chosen::{Measure, principle};
use crate::error::Stopped;
use detente_base::Watch;
use detente_model::{Ask, Member, Model, ModelError};

/// What stands between a package and the zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhyNot {
    /// The rules it breaks, and what it does not meet of the limits, bottom lines and fixed choices in force; in this order.
    pub excluded_by: Vec<Member>,
    /// Further conditions of the question that it does not meet.
    pub requirements: Vec<usize>,
    /// Per party how far it falls short of the bottom line in force where that counts; 0 elsewhere. In the party's own units.
    pub shortfall: Vec<i64>,
}

/// How far a package lies below the best of the zone for a party.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Below {
    /// In the party's own units.
    pub units: i64,
    /// Whether no package of the zone is better for the party than the one compared with.
    pub proved: bool,
}

/// What excludes a package.
///
/// # Cost
/// One evaluation.
/// # Source
/// DEFINITIONS 14; question 9 of the deal engine.
pub fn why_not(model: &Model, ask: &Ask, package: &[usize]) -> Result<WhyNot, ModelError> {
    model.validate()?;
    ask.validate(model)?;
    validate(model, package)?;
    let in_force = |member: &Member| match *member {
        Member::Limit(limit) => ask.limits[limit],
        Member::BottomLine(_) => ask.bottom_lines,
        Member::Rule(_) | Member::Fixed(_) => true,
    };
    let rules = (0..model.rules.len()).map(Member::Rule);
    let limits = (0..model.limits.len()).map(Member::Limit);
    let lines = (0..model.parties.len()).map(Member::BottomLine);
    let members = rules.chain(limits).chain(lines).chain((0..model.issues.len()).map(Member::Fixed));
    let required = ask.require.iter().enumerate();
    Ok(WhyNot {
        excluded_by: members.filter(in_force).filter(|&member| !meets(model, ask, member, package)).collect(),
        requirements: required.filter(|(_, formula)| !formula.holds(package)).map(|(at, _)| at).collect(),
        shortfall: (0..model.parties.len())
            .map(|party| if ask.bottom_lines { short(model, party, package) } else { 0 })
            .collect(),
    })
}

fn validate(model: &Model, package: &[usize]) -> Result<(), ModelError> {
    let (found, expected) = (package.len(), model.issues.len());
    if found != expected {
        return Err(ModelError::DraftLength { found, expected });
    }
    let unknown = package.iter().zip(&model.issues).enumerate().find(|(_, (choice, size))| size <= choice);
    unknown.map_or(Ok(()), |(issue, (&choice, _))| Err(ModelError::UnknownChoice { issue, choice }))
}

/// Per party how far a package lies below the most it could have within the zone, in its own units; negative where the package
/// is worth more to it than any of the zone. `None` without a zone.
///
/// # Cost
/// Per party the search for the most it can have.
/// # Source
/// Question 9 of the deal engine.
pub fn below_best(
    model: &Model,
    ask: &Ask,
    package: &[usize],
    watch: &dyn Watch,
) -> Result<Option<Vec<Below>>, Stopped> {
    let below = |party: usize| {
        let best = principle(model, ask, Principle::BestFor(party), &Measure::plain(model), watch)?;
        let best = best.and_then(|chosen| Some((chosen.answers.first()?.attained.utilities[party], chosen.proved)));
        Ok(best.map(|(most, proved)| {
            let units = i128::from(most) - model.parties[party].utility(package);
            Below { units: i64::try_from(units).unwrap_or(if units < 0 { i64::MIN } else { i64::MAX }), proved }
        }))
    };
    (0..model.parties.len()).map(below).collect()
}
