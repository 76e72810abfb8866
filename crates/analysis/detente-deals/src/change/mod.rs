//! What estimates say over the whole of their ranges, and not only at their centres: how much more one package is worth to a party
//! than another, and how much a party has at stake on an issue.
//!
//! The numbers that are not known are the same for both packages: a weight that is high for one is high for the other. So the ends are
//! those of one difference, not the difference of two ends. They are exact but for the rounding of values to 0.001, and otherwise say
//! that they are an enclosure: where numbers move together, where something is ordered or compared, and in some lenses.

mod curve;
mod ends;
mod lens;
mod stakes;

use std::collections::BTreeSet;

use detente_base::{Decimal, Index, Table};
use detente_case::{Case, ChoiceIdx, IssueIdx, LensIdx, PartyIdx};
use detente_engine::Linkage;
use detente_estimate::{Amounts, Estimate, EstimateSet, PartyEstimates, Utility, Values};

use self::ends::{Ends, mean};
use crate::{Choices, Overflow, in_points, lower};

pub use stakes::{Stake, Stakes, Subject, stakes};

/// A number that is only known to lie between two others, in a party's own points.
///
/// # Units
/// Points, rounded outwards to 0.001.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The least it can be.
    pub low: Decimal,
    /// The most it can be.
    pub high: Decimal,
    /// Whether estimates within their ranges reach both, but for the rounding of values; else it may be narrower.
    pub exact: bool,
}

/// How a party's worth changes from one package to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// By how much; `None` where nothing about the party is estimated, or the numbers of a lens are too many to tell.
    pub points: Option<Span>,
    /// The issues on which the packages differ and of which it is not estimated what they weigh.
    pub left_out: Vec<IssueIdx>,
}

/// How each party's worth changes from `from` to `to`, over all numbers within the ranges of `set`.
///
/// # Shape
/// Whole packages; one change per party of the case.
/// # Cost
/// Linear in estimates but for a square of each party's weights; of a lens at most 4,096 evaluations.
/// # Source
/// Ends of a mean whose weights are ranges: \[Dong1987\].
///
/// # Errors
/// An [`Overflow`] names the party whose numbers are too large.
pub fn changes(
    case: &Case,
    set: &EstimateSet,
    from: &Choices,
    to: &Choices,
) -> Result<Table<PartyIdx, Change>, Overflow> {
    let lowered = lower(case, Some(set))?;
    let points = in_points(case, set);
    let packages = [lowered.package(from), lowered.package(to)];
    let of = |party: PartyIdx| {
        let linkages = &lowered.model.parties[party.position()].linkages;
        let holds = |link: &Linkage| packages.each_ref().map(|package| link.when.holds(package));
        let held: Vec<[bool; 2]> = linkages.iter().map(holds).collect();
        let nothing = Change { points: None, left_out: Vec::new() };
        Weighing::of(case, set, &points, party).map_or(nothing, |of| of.change(from, to, &held))
    };
    Ok(case.parties.indices().map(of).collect())
}

/// One party's estimates.
struct Weighing<'c> {
    case: &'c Case,
    utility: Utility,
    of: &'c PartyEstimates,
    /// Whether orders and comparisons bear on the numbers: the ranges are then wider than what they leave.
    is_answered: bool,
}

impl<'c> Weighing<'c> {
    /// What is estimated of a party; `points` is `set` with a range for all that is only ordered or compared.
    fn of(case: &'c Case, set: &EstimateSet, points: &'c EstimateSet, party: PartyIdx) -> Option<Self> {
        let said = set.party(party)?;
        let has_stake = !said.has_no_stake(set.utility) || !said.linkages.is_empty();
        let of = points.party(party).filter(|_| has_stake)?;
        Some(Self { case, utility: set.utility, of, is_answered: !said.answers.is_empty() })
    }

    /// `held` says of each linkage whether it holds in either package.
    fn change(&self, from: &Choices, to: &Choices, held: &[[bool; 2]]) -> Change {
        let differs = |issue: &IssueIdx| from[*issue] != to[*issue];
        let issue = |issue: IssueIdx| Some(self.difference(issue, from, to));
        let lens = |lens: LensIdx| self.lens_difference(lens, from, to);
        let points = self.weighed(&issue, &lens).map(|weighed| weighed.plus(self.linked(held)));
        let moved = self.moved(from, to);
        let left_out = self.case.issues.indices().filter(differs).filter(|&issue| !self.is_weighed(issue));
        Change {
            left_out: left_out.collect(),
            points: points.map(|ends| span(if moved || self.is_answered { ends.enclosing() } else { ends })),
        }
    }

    /// Whether it is said what an issue, or the lens it is a part of, weighs.
    fn is_weighed(&self, issue: IssueIdx) -> bool {
        match (self.utility, self.case.part_of(issue)) {
            (Utility::Payoffs, None) => self.of.values.contains_key(&issue),
            (Utility::Payoffs, Some((lens, _))) => self.of.lenses.get(&lens).is_some_and(|of| of.values.is_some()),
            (Utility::Weighted, None) => self.of.weights.contains_key(&issue),
            (Utility::Weighted, Some((lens, _))) => self.of.lenses.get(&lens).is_some_and(|of| of.weight.is_some()),
        }
    }

    /// What `issue` and `lens` say of each, weighed: a mean of those that have weights, or the sum of payoffs.
    fn weighed(
        &self,
        issue: &dyn Fn(IssueIdx) -> Option<Ends>,
        lens: &dyn Fn(LensIdx) -> Option<Ends>,
    ) -> Option<Ends> {
        if self.utility == Utility::Payoffs {
            let of_issues = self.of.values.keys().map(|&of| issue(of));
            let of_lenses = self.of.lenses.keys().map(|&of| lens(of));
            return of_issues.chain(of_lenses).try_fold(Ends::one(0), |sum, ends| Some(sum.plus(ends?)));
        }
        let ends = |weight: &Estimate| [weight.range.low().thousandths(), weight.range.high().thousandths()];
        let of_issues = self.of.weights.iter().map(|(&of, weight)| Some((ends(weight), issue(of)?)));
        let of_lenses = self.of.lenses.iter().filter_map(|(&of, row)| {
            let weight = row.weight.as_ref()?;
            Some(lens(of).map(|found| (ends(weight), found)))
        });
        Some(mean(&of_issues.chain(of_lenses).collect::<Option<Vec<_>>>()?))
    }

    /// The value of an issue at `to` less that at `from`, within the issue.
    fn difference(&self, issue: IssueIdx, from: &Choices, to: &Choices) -> Ends {
        match self.of.values_of(issue) {
            Some(Values::ByChoice(values)) if from[issue] != to[issue] => {
                let ends = |choice: ChoiceIdx| estimate_ends(values[choice].as_ref());
                let ([low, high], [least, most]) = (ends(from[issue]), ends(to[issue]));
                Ends::between(least - high, most - low)
            }
            None | Some(Values::ByChoice(_)) => Ends::one(0),
            Some(Values::Curve { knots, .. }) => {
                let amount = |of: &Choices| self.case.issues[issue].choices[of[issue]].amount.unwrap_or_default();
                curve::difference(knots, amount(from), amount(to), 1)
            }
            Some(Values::Along { tables, knots, .. }) => {
                let amount = |of: &Choices| {
                    let amounts = tables.iter().filter_map(|table| amount_of(self.case, table, of));
                    amounts.fold(Decimal::ZERO, |sum, amount| sum.checked_add(amount).unwrap_or(sum))
                };
                curve::difference(knots, amount(from), amount(to), i128::try_from(tables.len()).unwrap_or(i128::MAX))
            }
        }
    }

    fn lens_difference(&self, idx: LensIdx, from: &Choices, to: &Choices) -> Option<Ends> {
        let Some(values) = self.of.lenses.get(&idx).and_then(|of| of.values.as_ref()) else {
            return Some(Ends::one(0));
        };
        let row = &self.case.lenses[idx];
        let differing: Vec<(usize, IssueIdx)> = row
            .parts
            .iter()
            .enumerate()
            .map(|(place, part)| (place, part.issue))
            .filter(|(_, issue)| from[*issue] != to[*issue])
            .collect();
        let value = |worths: &[Vec<i64>], place: usize, choice: ChoiceIdx| {
            worths.get(place).and_then(|row| row.get(choice.position())).copied().map_or(0, i128::from)
        };
        let difference = |worths: &[Vec<i64>]| -> i128 {
            let of = |&(place, issue): &(usize, IssueIdx)| {
                value(worths, place, to[issue]) - value(worths, place, from[issue])
            };
            differing.iter().map(of).sum()
        };
        if differing.is_empty() {
            return Some(Ends::one(0));
        }
        lens::over_numbers(row, values, self.utility, differing.len(), &difference)
    }

    /// Points of linkages that hold in one package and not in the other.
    fn linked(&self, held: &[[bool; 2]]) -> Ends {
        self.of.linkages.iter().zip(held).fold(Ends::one(0), |sum, (linkage, held)| {
            let [low, high] = estimate_ends(Some(&linkage.points));
            match held {
                [false, true] => sum.plus(Ends::between(low, high)),
                [true, false] => sum.plus(Ends::between(-high, -low)),
                _ => sum,
            }
        })
    }

    /// Whether several numbers that bear on the difference move together.
    fn moved(&self, from: &Choices, to: &Choices) -> bool {
        let differs = |issue: IssueIdx| from[issue] != to[issue];
        let weights = self.of.weights.values().chain(self.of.lenses.values().filter_map(|of| of.weight.as_ref()));
        let values = self.of.values.iter().filter(|(issue, _)| differs(**issue)).flat_map(|(_, values)| match values {
            Values::ByChoice(values) => values.rows().flatten().collect::<Vec<_>>(),
            Values::Curve { .. } | Values::Along { .. } => Vec::new(),
        });
        let of_lenses = self.of.lenses.values().filter_map(|of| of.values.as_ref());
        let of_lenses = of_lenses.flat_map(|values| values.numbers.iter().map(|(_, number)| number));
        let linkages = self.of.linkages.iter().map(|linkage| &linkage.points);
        let mut seen = BTreeSet::new();
        let named = weights.chain(values).chain(of_lenses).chain(linkages);
        let mut named = named.filter(|of| !of.range.is_single()).filter_map(|of| of.moves.as_ref());
        named.any(|moves| !seen.insert(moves.with.clone()))
    }
}

/// The ends of a number, in thousandths; a missing one counts as nothing, as in the model.
fn estimate_ends(of: Option<&Estimate>) -> [i128; 2] {
    of.map_or([0, 0], |of| [of.range.low().thousandths().into(), of.range.high().thousandths().into()])
}

fn span(ends: Ends) -> Span {
    let decimal = |number: i128| {
        let end = if number < 0 { i64::MIN } else { i64::MAX };
        Decimal::from_thousandths(i64::try_from(number).unwrap_or(end))
    };
    Span { low: decimal(ends.low), high: decimal(ends.high), exact: ends.exact }
}

/// The amount of a combination of choices.
fn amount_of(case: &Case, table: &Amounts, of: &Choices) -> Option<Decimal> {
    let place =
        table.issues.iter().fold(0, |place, &issue| place * case.issues[issue].choices.len() + of[issue].position());
    table.amounts.get(place).copied()
}
