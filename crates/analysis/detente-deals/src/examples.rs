//! A handful of packages as different from each other as the zone allows (DEFINITIONS 18).

use detente_base::{Index, Watch};
use detente_case::Case;
use detente_engine::{self as engine, Ask, Distance, Spacing, Stopped};

use crate::lens::groups;
use crate::zone::forgiven;
use crate::{Choices, DealsError, Lowered, Settings};

/// A package of the zone, shown because it is different, not because it is better.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The package.
    pub choices: Choices,
}

/// Up to `settings.examples` packages: `first` (else the κ-least), then each as far as possible from those before; fewer where there
/// is no other, and where finding one is out of reach.
/// Offers about a person's own office stay out unless the draft draws them in.
pub(crate) fn examples(
    case: &Case,
    lowered: &Lowered,
    ask: &Ask,
    settings: &Settings,
    first: Option<engine::Package>,
    watch: &dyn Watch,
) -> Result<Vec<Example>, DealsError> {
    if settings.examples == 0 {
        return Ok(Vec::new());
    }
    let ask = without_personal_offers(case, lowered, ask, settings);
    let stays_clear = |package: &engine::Package| engine::in_zone(&lowered.model, &ask, package);
    let first = match first.filter(stays_clear) {
        Some(package) => Some(package),
        None => found(engine::feasible(&lowered.model, &ask, watch), watch)?,
    };
    let mut chosen: Vec<engine::Package> = first.into_iter().take(settings.examples).collect();
    let distance = distance(case, lowered);
    while !chosen.is_empty() && chosen.len() < settings.examples {
        match found(engine::farthest(&lowered.model, &ask, &chosen, &distance, watch), watch)? {
            Some(found) if 0 < found.least => chosen.push(found.package),
            _ => break,
        }
    }
    Ok(chosen.iter().map(|package| Example { choices: lowered.choices(package) }).collect())
}

/// What a search found, nothing where that is out of reach. One that was ended may answer with what it knows: that is no reason to say
/// that there are no others.
fn found<T>(search: Result<Option<T>, Stopped>, watch: &dyn Watch) -> Result<Option<T>, Stopped> {
    let found = forgiven(search)?.flatten();
    if watch.cancelled() { Err(Stopped::Cancelled) } else { Ok(found) }
}

fn without_personal_offers(case: &Case, lowered: &Lowered, ask: &Ask, settings: &Settings) -> Ask {
    let mut ask = ask.clone();
    for offer in case.personal_offers() {
        let drawn_in =
            offer.issues().iter().any(|issue| settings.draft.contains_key(issue) || settings.open.contains_key(issue));
        if !drawn_in {
            ask.require.push(engine::Formula::Not(Box::new(lowered.formula(case, &offer))));
        }
    }
    ask
}

/// Every issue counts the same, and so does every lens; on a scale by how far apart, else by whether different.
fn distance(case: &Case, lowered: &Lowered) -> Distance {
    let spacing = |(issue, order): (detente_case::IssueIdx, &Vec<detente_case::ChoiceIdx>)| {
        if case.issues[issue].is_ordered() {
            Spacing::Scale(order.iter().map(|choice| choice.position()).collect())
        } else {
            Spacing::Nominal
        }
    };
    Distance { groups: groups(case), ..Distance::new(lowered.order.iter().map(spacing).collect()) }
}
