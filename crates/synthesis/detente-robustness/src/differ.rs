//! Two sets of estimates side by side: where they differ, and which differences matter for the conclusion.
//!
//! A difference matters where putting one set's numbers in the place of the other's changes whether there is a package, or where
//! a principle leads. Both are answered exactly, at the centres and with bottom lines at both ends.

mod lenses;

use std::collections::BTreeMap;

use detente_base::Watch;
use detente_base::{Decimal, half_even};
use detente_case::{Case, ChoiceIdx, IssueIdx, LensIdx, PartyIdx};
use detente_deals::{
    Choices, DealsError, EstimatedAnswer, FrontierWanted, Principle, Settings, Verdict, estimated, in_points,
};
use detente_estimate::{Corner, Estimate, EstimateSet, Knot, PartyEstimates, Range, Utility, Values, on_grid};

/// Part of what a set assumes about a party.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Its bottom line.
    BottomLine,
    /// Its weights.
    Weights,
    /// Its values.
    Values,
    /// Weights, values, orders and comparisons, where something is only ordered or compared.
    Preferences,
    /// Its linkages.
    Linkages,
    /// Its estimated red lines.
    RedLines,
    /// Everything about it.
    Everything,
}

/// What a number is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// The bottom line.
    BottomLine,
    /// The weight of an issue, in points of the 100 that all weights share at the centres.
    Weight(IssueIdx),
    /// What a choice is worth within its issue.
    Value(IssueIdx, ChoiceIdx),
    /// The weight of a lens, as that of an issue.
    LensWeight(LensIdx),
    /// A number of the values of a lens, by its id.
    LensNumber(LensIdx, String),
    /// A linkage, by its id or condition.
    Linkage(String),
    /// The probability of an estimated red line, by its id or condition; 1 where none is given.
    RedLine(String),
}

/// A low end, a centre and a high end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ends {
    /// The low end.
    pub low: Decimal,
    /// The centre.
    pub centre: Decimal,
    /// The high end.
    pub high: Decimal,
}

/// A number on which two sets differ; `None` where a set does not give it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Whose.
    pub party: PartyIdx,
    /// What.
    pub about: About,
    /// In both sets.
    pub in_sets: [Option<Ends>; 2],
}

/// What a set concludes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conclusion {
    /// Whether there is a package, with bottom lines at their ends and centres.
    pub verdict: Verdict,
    /// Whether there is one at the centres.
    pub feasible: bool,
    /// Where each principle leads at the centres; in order of the packages.
    pub led: BTreeMap<Principle, Vec<Choices>>,
}

/// What the first set concludes with part of the second in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// Whose numbers were replaced.
    pub party: PartyIdx,
    /// Which.
    pub part: Part,
    /// What follows then.
    pub conclusion: Conclusion,
}

/// Two sets compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differ {
    /// Where they differ, by party.
    pub differences: Vec<Difference>,
    /// What each concludes.
    pub conclusions: [Conclusion; 2],
    /// What the first concludes with each part that differs taken from the second.
    pub replaced: Vec<Replaced>,
}

/// Compares two sets of estimates that count utility alike.
///
/// # Cost
/// An answer at the centres for each set and for each part in which they differ.
///
/// # Errors
/// As for [`estimated`].
pub fn differ(
    case: &Case,
    sets: [&EstimateSet; 2],
    settings: &Settings,
    watch: &dyn Watch,
) -> Result<Differ, DealsError> {
    let settings = Settings { frontier: FrontierWanted::Unasked, examples: 0, ..settings.clone() };
    let conclude = |set: &EstimateSet| estimated(case, set, &settings, watch).map(|of| conclusion(&of));
    let mut replaced = Vec::new();
    for party in case.parties.indices() {
        for part in parts(sets, party) {
            let mixed = with(sets, party, part);
            replaced.push(Replaced { party, part, conclusion: conclude(&mixed)? });
        }
    }
    Ok(Differ {
        differences: case.parties.indices().flat_map(|party| differences(case, sets, party)).collect(),
        conclusions: [conclude(sets[0])?, conclude(sets[1])?],
        replaced,
    })
}

impl Conclusion {
    /// The principles that lead elsewhere than in another conclusion.
    pub fn led_elsewhere(&self, other: &Self) -> Vec<Principle> {
        Principle::ALL.into_iter().filter(|principle| self.led.get(principle) != other.led.get(principle)).collect()
    }

    /// Whether the verdict is another.
    pub fn turns(&self, other: &Self) -> bool {
        (self.verdict, self.feasible) != (other.verdict, other.feasible)
    }
}

impl Difference {
    /// How much more the second set says than the first, at the centres.
    pub fn by(&self) -> Option<Decimal> {
        let [Some(first), Some(second)] = self.in_sets else { return None };
        let by = second.centre.thousandths().saturating_sub(first.centre.thousandths());
        Some(Decimal::from_thousandths(by))
    }

    /// Whether the ranges have a number in common.
    pub fn overlaps(&self) -> Option<bool> {
        let [Some(first), Some(second)] = self.in_sets else { return None };
        Some(first.low <= second.high && second.low <= first.high)
    }
}

fn conclusion(of: &EstimatedAnswer) -> Conclusion {
    let led = of.principles.iter().map(|answer| {
        let mut packages: Vec<Choices> = answer.answers.iter().map(|of| of.choices.clone()).collect();
        packages.sort_by(|a, b| a.rows().cmp(b.rows()));
        (answer.principle, packages)
    });
    Conclusion { verdict: of.verdict(), feasible: of.centre().feasible, led: led.collect() }
}

/// The parts in which two sets differ about a party; everything where more than one does, or only one says anything.
fn parts(sets: [&EstimateSet; 2], party: PartyIdx) -> Vec<Part> {
    let (a, b) = match sets.map(|set| set.party(party)) {
        [None, None] => return Vec::new(),
        [Some(a), Some(b)] => (a, b),
        _ => return vec![Part::Everything],
    };
    let (weights, values) = (!same_weights(a, b), !same_values(a, b));
    let preferences = weights || values || a.answers != b.answers;
    let has_answers = !(a.answers.is_empty() && b.answers.is_empty());
    let ranges = |of: &PartyEstimates| -> Vec<_> {
        of.linkages.iter().map(|link| (name_of(link.id.as_ref(), &link.when.text), link.points.range)).collect()
    };
    let lines = |of: &PartyEstimates| -> Vec<_> {
        let line = |line: &detente_estimate::EstimatedRedLine| {
            let probability = line.probability.as_ref().map(|of| of.range);
            (name_of(line.id.as_ref(), &line.never.text), line.never.text.clone(), line.firmness, probability)
        };
        of.red_lines.iter().map(line).collect()
    };
    let line = |of: &PartyEstimates| of.bottom_line.as_ref().map(|line| line.range);
    let found = [
        (Part::BottomLine, line(a) != line(b)),
        (Part::Weights, !has_answers && weights),
        (Part::Values, !has_answers && values),
        (Part::Preferences, has_answers && preferences),
        (Part::Linkages, ranges(a) != ranges(b)),
        (Part::RedLines, lines(a) != lines(b)),
    ];
    let mut differing: Vec<Part> = found.into_iter().filter(|(_, differs)| *differs).map(|(part, _)| part).collect();
    if 1 < differing.len() {
        differing.push(Part::Everything);
    }
    differing
}

fn alike<K: Ord>(a: &BTreeMap<K, Estimate>, b: &BTreeMap<K, Estimate>) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|((a, of_a), (b, of_b))| a == b && of_a.range == of_b.range)
}

fn same_weights(a: &PartyEstimates, b: &PartyEstimates) -> bool {
    alike(&a.weights, &b.weights) && alike(&lenses::weights(a), &lenses::weights(b))
}

fn same_values(a: &PartyEstimates, b: &PartyEstimates) -> bool {
    let same = |a: &Values, b: &Values| match (a, b) {
        (Values::ByChoice(a), Values::ByChoice(b)) => {
            let range = |of: &Option<Estimate>| of.as_ref().map(|of| of.range);
            a.rows().map(range).eq(b.rows().map(range))
        }
        (Values::Curve { knots: a, .. }, Values::Curve { knots: b, .. }) => a == b,
        (Values::Along { knots: a, tables: x, .. }, Values::Along { knots: b, tables: y, .. }) => (a, x) == (b, y),
        _ => false,
    };
    lenses::same_values(a, b)
        && a.values.len() == b.values.len()
        && a.values.iter().zip(&b.values).all(|((a, of_a), (b, of_b))| a == b && same(of_a, of_b))
}

/// The first set with part of the second in its place.
fn with(sets: [&EstimateSet; 2], party: PartyIdx, part: Part) -> EstimateSet {
    let mut mixed = sets[0].clone();
    let from = sets[1].party(party).cloned();
    match (&mut mixed.parties[party], from) {
        (Some(to), Some(from)) => match part {
            Part::BottomLine => to.bottom_line = from.bottom_line,
            Part::Weights => {
                lenses::take_weights(to, &from);
                to.weights = from.weights;
            }
            Part::Values => {
                lenses::take_values(to, &from);
                to.values = from.values;
            }
            Part::Preferences => {
                to.lenses = from.lenses;
                (to.weights, to.values, to.answers) = (from.weights, from.values, from.answers);
            }
            Part::Linkages => to.linkages = from.linkages,
            Part::RedLines => to.red_lines = from.red_lines,
            Part::Everything => *to = from,
        },
        (to, from) => *to = from,
    }
    mixed
}

fn differences(case: &Case, sets: [&EstimateSet; 2], party: PartyIdx) -> Vec<Difference> {
    let numbers = sets.map(|set| {
        let points = in_points(case, set);
        points.party(party).map_or_else(BTreeMap::new, |of| numbers(case, set.utility, of))
    });
    let [a, b] = &numbers;
    let abouts: std::collections::BTreeSet<&About> = a.keys().chain(b.keys()).collect();
    abouts
        .into_iter()
        .filter(|about| a.get(about) != b.get(about))
        .map(|about| Difference {
            party,
            about: about.clone(),
            in_sets: [a.get(about).copied(), b.get(about).copied()],
        })
        .collect()
}

/// Every number about a party that enters the model.
fn numbers(case: &Case, utility: Utility, of: &PartyEstimates) -> BTreeMap<About, Ends> {
    let mut numbers: BTreeMap<About, Ends> = BTreeMap::new();
    numbers.extend(of.bottom_line.as_ref().map(|line| (About::BottomLine, ends(line.range))));
    if utility == Utility::Weighted {
        let lenses = lenses::weights(of);
        let sum: i128 = of.weights.values().chain(lenses.values()).map(|weight| weight.range.twice_centre()).sum();
        let share = |halves: i128| Decimal::from_thousandths(thousandths(half_even(halves * 100_000, sum.max(1))));
        let in_points = |weight: &Estimate| {
            let [low, high] =
                [weight.range.low(), weight.range.high()].map(|end| share(2 * i128::from(end.thousandths())));
            Ends { low, centre: share(weight.range.twice_centre()), high }
        };
        numbers.extend(of.weights.iter().map(|(&issue, weight)| (About::Weight(issue), in_points(weight))));
        numbers.extend(lenses.iter().map(|(&lens, weight)| (About::LensWeight(lens), in_points(weight))));
    }
    numbers.extend(lenses::numbers(of).map(|(lens, id, range)| (About::LensNumber(lens, id), ends(range))));
    for (&issue, values) in &of.values {
        let choices = &case.issues[issue].choices;
        match values {
            Values::ByChoice(values) => {
                let given = values.iter().filter_map(|(choice, value)| Some((choice, value.as_ref()?.range)));
                numbers.extend(given.map(|(choice, range)| (About::Value(issue, choice), ends(range))));
            }
            Values::Along { knots, .. } => {
                let name = |knot: &Knot| format!("{} at a present value of {}", case.issues[issue].title, knot.at);
                numbers.extend(knots.iter().map(|knot| (About::Linkage(name(knot)), ends(knot.value))));
            }
            Values::Curve { knots, .. } => {
                let along = |halves: fn(Range) -> i128| {
                    let corner = |knot: &Knot| Corner { at: knot.at, halves: halves(knot.value) };
                    let corners: Vec<Corner> = knots.iter().map(corner).collect();
                    on_grid(&corners, choices.rows().map(|choice| choice.amount.unwrap_or_default()))
                };
                let low = along(|range| 2 * i128::from(range.low().thousandths()));
                let high = along(|range| 2 * i128::from(range.high().thousandths()));
                let centre = along(Range::twice_centre);
                let rows = choices.indices().zip(low).zip(centre).zip(high);
                numbers.extend(
                    rows.map(|(((choice, low), centre), high)| {
                        (About::Value(issue, choice), Ends { low, centre, high })
                    }),
                );
            }
        }
    }
    let links = of.linkages.iter();
    numbers.extend(
        links.map(|link| (About::Linkage(name_of(link.id.as_ref(), &link.when.text)), ends(link.points.range))),
    );
    let one = Range::single(Decimal::from_thousandths(Decimal::UNIT));
    numbers.extend(of.red_lines.iter().map(|line| {
        let probability = line.probability.as_ref().map_or(one, |of| of.range);
        (About::RedLine(name_of(line.id.as_ref(), &line.never.text)), ends(probability))
    }));
    numbers
}

fn ends(range: Range) -> Ends {
    Ends { low: range.low(), centre: range.centre(), high: range.high() }
}

fn name_of(id: Option<&detente_case::Id>, text: &str) -> String {
    id.map_or_else(|| text.split_whitespace().collect::<Vec<_>>().join(" "), ToString::to_string)
}

fn thousandths(number: i128) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
