//! A handful of packages as different from each other as the zone allows (DEFINITIONS 18).

use detente_base::{Index, Watch};
use detente_case::Case;
use detente_engine::{self as engine, Ask, Distance, Spacing, Stopped, forgiven};

use crate::lens::groups;
use crate::{Choices, DealsError, Lowered, Settings};

/// A package of the zone, shown because it is different, not because it is better.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The package.
    pub choices: Choices,
}

/// Some packages of the zone, and why there are no more of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Examples {
    /// The packages, each as far as possible from those before it.
    pub packages: Vec<Example>,
    /// Why they end where they do.
    pub end: ExamplesEnd,
}

/// Why examples end where they do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExamplesEnd {
    /// As many were found as were wanted.
    AsWanted,
    /// The zone has no package that differs from them.
    NoOther,
    /// The zone has no other package without an offer about a person's own office.
    OnlyPersonalOffers,
    /// Whether there is another was not decided.
    OutOfReach,
}

impl Examples {
    /// None, as none were wanted.
    const UNASKED: Self = Self { packages: Vec::new(), end: ExamplesEnd::AsWanted };
}

/// Up to `settings.examples` packages: `first` (else the κ-least), then each as far as possible from those before.
/// Offers about a person's own office stay out unless the draft draws them in.
pub(crate) fn examples(
    case: &Case,
    lowered: &Lowered,
    ask: &Ask,
    settings: &Settings,
    first: Option<engine::Package>,
    watch: &dyn Watch,
) -> Result<Examples, DealsError> {
    if settings.examples == 0 {
        return Ok(Examples::UNASKED);
    }
    let (asked, ask) = (ask, without_personal_offers(case, lowered, ask, settings));
    let no_other = if ask.require == asked.require { ExamplesEnd::NoOther } else { ExamplesEnd::OnlyPersonalOffers };
    let stays_clear = |package: &engine::Package| engine::in_zone(&lowered.model, &ask, package);
    let first = match first.filter(stays_clear) {
        Some(package) => Found::Package(package),
        None => found(engine::feasible(&lowered.model, &ask, watch), watch)?,
    };
    let distance = distance(case, lowered);
    let farthest = |chosen: &[engine::Package]| {
        let search = engine::farthest(&lowered.model, &ask, chosen, &distance, watch);
        found(search.map(|found| found.filter(|found| 0 < found.least).map(|found| found.package)), watch)
    };
    let (mut chosen, mut next) = (Vec::new(), first);
    let end = loop {
        match next {
            Found::Package(package) => chosen.push(package),
            Found::None => break no_other,
            Found::OutOfReach => break ExamplesEnd::OutOfReach,
        }
        if settings.examples <= chosen.len() {
            break ExamplesEnd::AsWanted;
        }
        next = farthest(&chosen)?;
    };
    let packages = chosen.iter().map(|package| Example { choices: lowered.choices(package) }).collect();
    Ok(Examples { packages, end })
}

/// What a search for a package came to.
enum Found {
    Package(engine::Package),
    None,
    OutOfReach,
}

/// What a search found. One that was ended may answer with what it knows: that is no reason to say that there are no others.
fn found(search: Result<Option<engine::Package>, Stopped>, watch: &dyn Watch) -> Result<Found, Stopped> {
    let found = forgiven(search)?;
    if watch.cancelled() {
        return Err(Stopped::Cancelled);
    }
    Ok(match found {
        Some(Some(package)) => Found::Package(package),
        Some(None) => Found::None,
        None => Found::OutOfReach,
    })
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
