//! "Largest product of gains."

use super::zone::Question;
use crate::answers::{Answer, Chosen};
use crate::error::Stopped;
use crate::optimum::{Factor, Product};
use detente_model::Package;

/// The packages with the largest product of gains among those in which as many principals gain as can; one answer or more for
/// every set of that many who gain together. `None` where nobody can gain.
///
/// # Source
/// DEFINITIONS 11; \[Nash1950\].
pub(super) fn nash(
    zone: &Question<'_, '_>,
    factors: &[Factor],
    mut left_out: Vec<usize>,
) -> Result<Option<Chosen>, Stopped> {
    let Largest { sets, hopeless } = largest_sets(zone, factors)?;
    if sets.is_empty() {
        return Ok(None);
    }
    let (mut answers, mut complete, mut proved, mut bound) = (Vec::<Answer>::new(), true, true, None::<f64>);
    let mut reached = None::<f64>;
    let mut over: Vec<usize> = Vec::new();
    for (set, witness) in sets {
        let gaining: Vec<usize> = set.iter().map(|factor| factor.party).collect();
        let aim = Product { factors: set };
        let found = zone.search_from(&aim, &witness)?;
        let of_set = zone.chosen(&aim, &found, gaining.clone(), Vec::new());
        complete &= of_set.complete;
        proved &= of_set.proved;
        bound = of_set.bound.into_iter().chain(bound).reduce(f64::max);
        reached = of_set.reached.into_iter().chain(reached).reduce(f64::max);
        answers.extend(of_set.answers.into_iter().map(|answer| Answer { gaining: gaining.clone(), ..answer }));
        over.extend(gaining);
    }
    over.sort_unstable();
    over.dedup();
    left_out.extend(hopeless);
    left_out.sort_unstable();
    answers.sort_by(|a, b| a.attained.witness.cmp(&b.attained.witness));
    Ok(Some(Chosen { answers, complete, proved, bound, reached, over, left_out, stuck: Vec::new() }))
}

/// Who can gain together.
struct Largest {
    /// The largest sets of parties that can, each with a package; none where nobody can.
    sets: Vec<(Vec<Factor>, Package)>,
    /// The parties that gain in no package at all.
    hopeless: Vec<usize>,
}

fn largest_sets(zone: &Question<'_, '_>, factors: &[Factor]) -> Result<Largest, Stopped> {
    if let Some(package) = zone.reach(&gain(factors))?.filter(|_| !factors.is_empty()) {
        return Ok(Largest { sets: vec![(factors.to_vec(), package)], hopeless: Vec::new() });
    }
    let (mut able, mut hopeless) = (Vec::new(), Vec::new());
    for factor in factors {
        if zone.reach(&gain(&[*factor]))?.is_some() {
            able.push(*factor);
        } else {
            hopeless.push(factor.party);
        }
    }
    for size in (1..=able.len()).rev() {
        let mut sets = Vec::new();
        for set in subsets(&able, size) {
            sets.extend(zone.reach(&gain(&set))?.map(|package| (set, package)));
        }
        if !sets.is_empty() {
            return Ok(Largest { sets, hopeless });
        }
    }
    Ok(Largest { sets: Vec::new(), hopeless })
}

fn gain(set: &[Factor]) -> Vec<(usize, i64)> {
    set.iter().map(|factor| (factor.party, factor.line.saturating_add(1))).collect()
}

/// All subsets of a size, in the order of the list.
fn subsets(of: &[Factor], size: usize) -> Vec<Vec<Factor>> {
    if size == 0 {
        return vec![Vec::new()];
    }
    let Some((first, rest)) = of.split_first().filter(|_| size <= of.len()) else { return Vec::new() };
    let with = subsets(rest, size - 1).into_iter().map(|set| [vec![*first], set].concat());
    with.chain(subsets(rest, size)).collect()
}
