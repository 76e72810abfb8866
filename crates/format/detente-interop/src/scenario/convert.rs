//! A scenario in the terms another format can say it in: the same meaning, up to a stated positive factor per party.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};
use thiserror::Error;

use super::{
    Additive, Aggregation, Block, Discretised, Format, Issue, Levels, Meaning, Part, Pays, Profile, Rectangle,
    Rectangles, Reservation, Scenario, Utility, Value, Values, Worth,
};
use crate::number::{Fraction, Number, power_of_ten};
use crate::{genius, geniusweb, negmas};

/// Why a scenario cannot be written in a format without changing what it means.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Unwritable {
    /// An issue of a kind the format does not have.
    #[error("the issue \"{issue}\" has a range or a formula that this format does not have")]
    Range {
        /// Which.
        issue: String,
    },
    /// How an issue is valued.
    #[error("how \"{party}\" values \"{issue}\" cannot be written in this format")]
    Part {
        /// Which party.
        party: String,
        /// Which issue.
        issue: String,
    },
    /// Hyper-rectangles in a format that has none.
    #[error("\"{party}\" has utilities of hyper-rectangles, which this format does not have")]
    Rectangles {
        /// Which party.
        party: String,
    },
    /// Payments of which the largest or smallest counts.
    #[error("of some payments to \"{party}\" only the largest or smallest counts, which this format cannot say")]
    Aggregation {
        /// Which party.
        party: String,
    },
    /// A reservation value where the format names an outcome.
    #[error("no outcome is worth exactly the reservation value of \"{party}\", and this format names an outcome")]
    ReservationValue {
        /// Which party.
        party: String,
    },
    /// A reservation that is an outcome where the format has a number.
    #[error("the reservation of \"{party}\" is an outcome that has no value here")]
    ReservationOutcome {
        /// Which party.
        party: String,
    },
    /// No reservation where the format always has one.
    #[error("\"{party}\" accepts everything, which this format cannot say")]
    NoReservation {
        /// Which party.
        party: String,
    },
    /// Values of one issue that would be written alike.
    #[error("values of \"{issue}\" that differ would be written alike: {value}")]
    Alike {
        /// Which issue.
        issue: String,
        /// As they would be written.
        value: String,
    },
    /// Sums that GENIUS cuts off at 1 in a format that cannot.
    #[error("sums of \"{party}\" that exceed 1 are cut off there, which this format cannot say")]
    CutOff {
        /// Which party.
        party: String,
    },
    /// An issue that is worth less than nothing throughout.
    #[error("every value of \"{issue}\" is worth less than nothing to \"{party}\", which GENIUS cannot say")]
    Below {
        /// Which party.
        party: String,
        /// Which issue.
        issue: String,
    },
    /// More values than are ever written out.
    #[error("the issues have too many values to be written out")]
    TooLarge,
}

/// The files of a scenario, and what a reader of them has to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// By name.
    pub files: Vec<(String, String)>,
    /// What changed, a sentence each.
    pub notes: Vec<String>,
}

/// Writes a scenario in a format, so that it means the same up to a positive factor for each party; what cannot be said is
/// refused. `meaning` is how the files are meant to be evaluated, where the format is GENIUS.
///
/// # Cost
/// Linear in values and rectangles.
pub fn write(scenario: &Scenario, format: Format, meaning: Meaning) -> Result<Written, Unwritable> {
    let meaning = if format == Format::Genius { meaning } else { Meaning::Plain };
    let mut scenario = scenario.clone();
    let mut notes = Vec::new();
    check_alike(&scenario, format)?;
    list_out(&mut scenario, format)?;
    let space = scenario.discretised(Levels::default()).ok_or(Unwritable::TooLarge)?;
    let issues = scenario.issues.clone();
    for profile in &mut scenario.profiles {
        convert(profile, &issues, &space, meaning, &mut notes)?;
        fit(profile, &issues, &space, format, &mut notes)?;
    }
    let files = match format {
        Format::Genius => genius::write(&scenario)?,
        Format::Negmas => negmas::write(&scenario)?,
        Format::Geniusweb => geniusweb::write(&scenario)?,
    };
    Ok(Written { files, notes })
}

/// Values are texts in GENIUS, and keys in GeniusWeb: none may be written like another.
fn check_alike(scenario: &Scenario, format: Format) -> Result<(), Unwritable> {
    if format == Format::Negmas {
        return Ok(());
    }
    for issue in &scenario.issues {
        let Values::Listed(values) = &issue.values else { continue };
        let mut known = std::collections::BTreeSet::new();
        if let Some(value) = values.iter().map(Value::shown).find(|shown| !known.insert(shown.clone())) {
            return Err(Unwritable::Alike { issue: issue.name.clone(), value });
        }
    }
    Ok(())
}

/// Writes ranges of whole numbers out as lists where the format has no ranges, or no table over them.
fn list_out(scenario: &mut Scenario, format: Format) -> Result<(), Unwritable> {
    let space = scenario.discretised(Levels::default()).ok_or(Unwritable::TooLarge)?;
    for (at, values) in space.values.into_iter().enumerate() {
        let is_whole = matches!(scenario.issues[at].values, Values::Whole { .. });
        let has_table = scenario.profiles.iter().any(|profile| match &profile.utility {
            Utility::Additive(additive) => additive.parts.get(at).is_some_and(|part| match part {
                Part::Table(_) | Part::Tent { .. } | Part::Line { .. } => true,
                Part::Curve { square, .. } => *square != Number::zero() || profile.meaning == Meaning::Plain,
            }),
            Utility::Rectangles(_) => false,
        });
        let needed = match format {
            Format::Negmas => false,
            Format::Geniusweb => true,
            Format::Genius => has_table,
        };
        if is_whole && needed {
            let old = scenario.issues[at].clone();
            for profile in &mut scenario.profiles {
                tabulate(profile, at, &old, &values)?;
            }
            scenario.issues[at].values = Values::Listed(values);
        }
    }
    Ok(())
}

/// Replaces a formula by a table over the values that are listed now.
fn tabulate(profile: &mut Profile, at: usize, issue: &Issue, values: &[Value]) -> Result<(), Unwritable> {
    let meaning = profile.meaning;
    let unwritable = || Unwritable::Part { party: profile.name.clone(), issue: issue.name.clone() };
    let Utility::Additive(additive) = &mut profile.utility else { return Ok(()) };
    let Some(part) = additive.parts.get_mut(at) else { return Ok(()) };
    if matches!(part, Part::Table(_)) {
        return Ok(());
    }
    let worths = part.worths(meaning, issue, values);
    if meaning == Meaning::Genius {
        // As a table each is divided by the largest, which the weight makes up for.
        let most = worths.iter().max().cloned().unwrap_or_default();
        let weight = additive.weights.get_mut(at).ok_or_else(unwritable)?;
        let whole = Number::of_ratio(&(weight.ratio() * most)).ok_or_else(unwritable)?;
        *weight = whole;
    }
    let table: Option<Vec<Number>> = worths.iter().map(Number::of_ratio).collect();
    *part = Part::Table(table.ok_or_else(unwritable)?);
    Ok(())
}

/// The profile under another meaning, multiplied by a factor that makes every number a decimal.
fn convert(
    profile: &mut Profile,
    issues: &[Issue],
    space: &Discretised,
    meaning: Meaning,
    notes: &mut Vec<String>,
) -> Result<(), Unwritable> {
    let has_lines = matches!(&profile.utility, Utility::Additive(additive) if additive.parts.iter().any(|part| matches!(part, Part::Line { .. })));
    if profile.meaning == meaning && !has_lines {
        return Ok(());
    }
    let worth = profile.worth(issues, space);
    cut_off(profile, &worth, meaning)?;
    let mut factor = Fraction::from_integer(common(&worth));
    let (mut low, mut high) = reach(&worth);
    if let Some(reservation) = &worth.reservation {
        (low, high) = (low.min(reservation.clone()), high.max(reservation.clone()));
    }
    let widest = (&low * &factor).abs().max((&high * &factor).abs());
    factor /= Fraction::from_integer(power_of_ten(digits(&widest)));
    let mut scaled = worth;
    scaled.scale(&factor);
    profile.utility = match (&profile.utility, meaning) {
        (Utility::Additive(_), Meaning::Plain) => Utility::Additive(plain(&scaled)?),
        (Utility::Additive(_), Meaning::Genius) => Utility::Additive(divided(&scaled, profile, issues)?),
        (Utility::Rectangles(old), _) => Utility::Rectangles(rectangles(old, &factor, profile.meaning, meaning)),
    };
    profile.reservation = match (&profile.reservation, &scaled.reservation) {
        (Reservation::Anything, _) => Reservation::Anything,
        (Reservation::Outcome(outcome), _) => Reservation::Outcome(outcome.clone()),
        (_, Some(at)) => Reservation::At(decimal(at)?),
        (_, None) => return Err(Unwritable::ReservationOutcome { party: profile.name.clone() }),
    };
    profile.meaning = meaning;
    if !factor.is_one() {
        notes.push(format!(
            "the utilities and the reservation value of \"{}\" are multiplied by {}, so that every number is a decimal; \
             every comparison stays",
            profile.name, factor
        ));
    }
    Ok(())
}

/// Refuses a sum that is cut off if it ever is, where the other meaning has no such end.
fn cut_off(profile: &Profile, worth: &Worth, meaning: Meaning) -> Result<(), Unwritable> {
    let (_, high) = reach(worth);
    let binds = worth.at_most.as_ref().is_some_and(|most| *most < high);
    // Rectangles rarely all pay at once; what GENIUS calls the largest utility is taken at its word.
    let is_additive = matches!(profile.utility, Utility::Additive(_));
    if binds && is_additive && meaning == Meaning::Plain {
        return Err(Unwritable::CutOff { party: profile.name.clone() });
    }
    Ok(())
}

/// The least and the largest sum, were every issue and every payment on its own.
fn reach(worth: &Worth) -> (Fraction, Fraction) {
    let least = |values: &Vec<Fraction>| values.iter().min().cloned().unwrap_or_default();
    let most = |values: &Vec<Fraction>| values.iter().max().cloned().unwrap_or_default();
    let low: Fraction = worth.values.iter().map(least).sum();
    let high: Fraction = worth.values.iter().map(most).sum();
    let (below, above) = worth.blocks.as_ref().map_or_else(Default::default, payments);
    (low + below + &worth.bias, high + above + &worth.bias)
}

fn payments(block: &Block) -> (Fraction, Fraction) {
    match block {
        Block::Paid { amount, .. } => (amount.clone().min(Fraction::zero()), amount.clone().max(Fraction::zero())),
        Block::Together(_, parts) => parts
            .iter()
            .map(payments)
            .fold(Default::default(), |(low, high), (below, above)| (low + below, high + above)),
    }
}

/// The least factor that makes every number a decimal.
fn common(worth: &Worth) -> BigInt {
    let mut common = BigInt::one();
    let numbers = worth.values.iter().flatten().chain([&worth.bias]).chain(&worth.reservation);
    for number in numbers {
        let mut denominator = number.denom().clone();
        for factor in [BigInt::from(2), BigInt::from(5)] {
            while denominator.is_multiple_of(&factor) {
                denominator /= &factor;
            }
        }
        common = common.lcm(&denominator);
    }
    if let Some(block) = &worth.blocks {
        let mut amounts = Vec::new();
        amounts_of(block, &mut amounts);
        common = amounts.iter().fold(common, |common, amount: &Fraction| common.lcm(amount.denom()));
    }
    common
}

fn amounts_of(block: &Block, out: &mut Vec<Fraction>) {
    match block {
        Block::Paid { amount, .. } => out.push(amount.clone()),
        Block::Together(_, parts) => parts.iter().for_each(|part| amounts_of(part, out)),
    }
}

/// How often a number has to be divided by ten to be at most 1.
fn digits(widest: &Fraction) -> u32 {
    (0..10_000).find(|power| *widest <= Fraction::from_integer(power_of_ten(*power))).unwrap_or(0)
}

fn decimal(ratio: &Fraction) -> Result<Number, Unwritable> {
    Number::of_ratio(ratio).ok_or(Unwritable::TooLarge)
}

/// Weights of 1, and what values are worth in the tables.
fn plain(worth: &Worth) -> Result<Additive, Unwritable> {
    let table = |values: &Vec<Fraction>| values.iter().map(decimal).collect::<Result<Vec<_>, _>>().map(Part::Table);
    Ok(Additive {
        weights: vec![Number::one(); worth.values.len()],
        parts: worth.values.iter().map(table).collect::<Result<_, _>>()?,
        bias: decimal(&worth.bias)?,
    })
}

/// The largest worth of an issue as its weight, so that dividing by it gives what it was.
fn divided(worth: &Worth, profile: &Profile, issues: &[Issue]) -> Result<Additive, Unwritable> {
    if !worth.bias.is_zero() {
        return Err(Unwritable::Below {
            party: profile.name.clone(),
            issue: "what is added whatever the outcome".to_owned(),
        });
    }
    let (mut weights, mut parts) = (Vec::new(), Vec::new());
    for (values, issue) in worth.values.iter().zip(issues) {
        let most = values.iter().max().cloned().unwrap_or_default();
        if !most.is_positive() && values.iter().any(|value| !value.is_zero()) {
            return Err(Unwritable::Below { party: profile.name.clone(), issue: issue.name.clone() });
        }
        weights.push(decimal(&most)?);
        // GENIUS takes less than a hundred-thousandth for nothing: evaluations are kept well above it.
        let lift = lift(&most);
        parts.push(Part::Table(values.iter().map(|value| decimal(&(value * &lift))).collect::<Result<_, _>>()?));
    }
    Ok(Additive { weights, parts, bias: Number::zero() })
}

fn lift(most: &Fraction) -> Fraction {
    let mut lift = Fraction::one();
    while most.is_positive() && most * &lift < Fraction::one() {
        lift *= Fraction::from_integer(BigInt::from(10));
    }
    lift
}

fn rectangles(old: &Rectangles, factor: &Fraction, from: Meaning, to: Meaning) -> Rectangles {
    let divisor = match (&old.most, from) {
        (Some(most), Meaning::Genius) if !most.ratio().is_zero() => most.ratio(),
        _ => Fraction::one(),
    };
    let factor = Number::of_ratio(&(factor / divisor)).unwrap_or_else(Number::one);
    let mut pays =
        Pays { how: Aggregation::Sum, rectangles: Vec::new(), nested: vec![(factor.clone(), old.pays.clone())] };
    let mut bias = Number::of_ratio(&(old.bias.ratio() * factor.ratio())).unwrap_or_else(Number::zero);
    if from == Meaning::Genius {
        bias = Number::zero();
    }
    if to == Meaning::Genius && bias != Number::zero() {
        let always = Rectangle { worth: bias, bounds: Vec::new(), outside: false };
        pays.rectangles.push((Number::one(), always));
        bias = Number::zero();
    }
    Rectangles { pays, most: (to == Meaning::Genius).then(Number::one), bias }
}

/// What the format asks of reservations and discounts.
fn fit(
    profile: &mut Profile,
    issues: &[Issue],
    space: &Discretised,
    format: Format,
    notes: &mut Vec<String>,
) -> Result<(), Unwritable> {
    if format != Format::Geniusweb
        && let Reservation::Outcome(_) = profile.reservation
    {
        let at = profile.worth(issues, space).reservation;
        let at = at.ok_or_else(|| Unwritable::ReservationOutcome { party: profile.name.clone() })?;
        profile.reservation = Reservation::At(decimal(&at)?);
    }
    match format {
        Format::Negmas => {}
        Format::Genius => {
            if profile.reservation == Reservation::Anything {
                let (low, _) = reach(&profile.worth(issues, space));
                profile.reservation = Reservation::At(decimal(&low.min(Fraction::zero()))?);
                let name = &profile.name;
                notes.push(format!(
                    "\"{name}\" accepts everything: its reservation value is one that no outcome falls below"
                ));
            }
            if profile.discount.as_ref().is_some_and(|discount| !discount.of_reservation) {
                notes.push(format!("\"{}\": GENIUS also discounts the reservation value", profile.name));
            }
        }
        Format::Geniusweb => {
            if let Reservation::At(number) = &profile.reservation {
                profile.reservation = outcome_worth(profile, &number.ratio(), issues, space)?;
            }
            if profile.discount.take().is_some() {
                notes.push(format!("\"{}\": GeniusWeb has no discount; it is left out", profile.name));
            }
        }
    }
    Ok(())
}

/// An outcome worth exactly that much, or that everything is accepted where nothing is worth less.
fn outcome_worth(
    profile: &Profile,
    wanted: &Fraction,
    issues: &[Issue],
    space: &Discretised,
) -> Result<Reservation, Unwritable> {
    let worth = profile.worth(issues, space);
    let (low, _) = reach(&worth);
    if *wanted <= low {
        return Ok(Reservation::Anything);
    }
    let missing = || Unwritable::ReservationValue { party: profile.name.clone() };
    let outcomes =
        space.values.iter().map(|values| values.len().to_u64().unwrap_or(u64::MAX)).try_fold(1_u64, u64::checked_mul);
    if outcomes.is_none_or(|outcomes| SEARCHED < outcomes) {
        return Err(missing());
    }
    let mut outcome = vec![0_usize; space.values.len()];
    loop {
        if worth.of(&outcome) == *wanted {
            let pick = |(values, at): (&Vec<Value>, &usize)| values.get(*at).cloned();
            return space
                .values
                .iter()
                .zip(&outcome)
                .map(pick)
                .collect::<Option<_>>()
                .map(Reservation::Outcome)
                .ok_or_else(missing);
        }
        let Some(place) = (0..outcome.len()).rev().find(|&at| outcome[at] + 1 < space.values[at].len()) else {
            return Err(missing());
        };
        outcome[place] += 1;
        outcome[place + 1..].fill(0);
    }
}

/// Outcomes looked through for one of a wanted worth.
const SEARCHED: u64 = 100_000;
