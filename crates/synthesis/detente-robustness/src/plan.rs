//! From the numbers of a draw to the figures of the model.

use std::borrow::Cow;
use std::collections::BTreeMap;

use detente_base::{Decimal, Index};
use detente_case::{Case, IssueIdx, LensIdx, PartyIdx};
use detente_deals::{
    DealsError, EstimateRef, Groups, LimitRef, Lowered, Numbers, Overflow, Settings, in_points, lower, lower_with,
};
use detente_engine::again::Figures;
use detente_engine::{Ask, Model};
use detente_estimate::{Corner, EstimateSet, Knot, Range, Utility, Values, on_grid};

use crate::input::{InputIdx, Inputs, Quantity, inputs};
use crate::lensed;

/// A case and a set of estimates, prepared for draws.
#[derive(Clone, Debug)]
pub struct Plan<'c> {
    case: &'c Case,
    set: &'c EstimateSet,
    /// The set with a range for everything that is only ordered or compared.
    points: Cow<'c, EstimateSet>,
    settings: &'c Settings,
    inputs: Inputs,
    at: BTreeMap<EstimateRef, InputIdx>,
    /// The model at the centres, and the way back.
    centre: Lowered,
    parties: Vec<Party>,
    principals: Vec<usize>,
    /// Per limit of the model, the input that says whether it is in force; `None` where that is certain.
    open: Vec<Option<InputIdx>>,
}

/// A number, known or drawn, in thousandths.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Number {
    Known(i64),
    Drawn(usize),
}

/// What a party's figures are made of.
#[derive(Clone, Debug)]
struct Party {
    weighted: bool,
    /// Per issue; of a part of a lens, that of the lens.
    weights: Vec<Number>,
    /// The weights that make up the whole: each issue's and each lens's once.
    summed: Vec<Number>,
    values: Vec<Worths>,
    lenses: Vec<lensed::Lensed>,
    linkages: Vec<Number>,
    along: Vec<Along>,
    line: Number,
}

/// A value along an amount: among the linkages of the model.
#[derive(Clone, Debug)]
struct Along {
    weight: Number,
    corners: Vec<Corners>,
    groups: Groups,
}

/// A corner: where, the number there, and twice its centre.
type Corners = (Decimal, Number, i128);

/// What the choices of an issue are worth, in κ's order.
#[derive(Clone, Debug)]
pub(crate) enum Worths {
    Each(Vec<Number>),
    /// A part of one of the party's lenses, and the choices by place.
    Part(usize, usize, Vec<usize>),
    /// Corners, and the amounts of the choices.
    Curve(Vec<Corners>, Vec<Decimal>),
}

impl<'c> Plan<'c> {
    /// Prepares a case and a set; `settings` must already have been applied to the case.
    ///
    /// # Errors
    /// [`DealsError::Overflow`] where not even the ends of the ranges can be held.
    pub fn new(case: &'c Case, set: &'c EstimateSet, settings: &'c Settings) -> Result<Self, DealsError> {
        let points = in_points(case, set);
        let inputs = inputs(case, &points, settings);
        for end in [End::Low, End::High, End::Largest] {
            lower_with(case, Some(set), &end)?;
        }
        let centre = lower(case, Some(set))?;
        let mut at = BTreeMap::new();
        let mut in_force = BTreeMap::new();
        for (idx, input) in inputs.iter() {
            match input.of {
                Quantity::Estimate(of, _) => {
                    at.insert(of, idx);
                }
                Quantity::InForce(limit, _) => {
                    in_force.insert(limit, idx);
                }
            }
        }
        let open = centre.limits.iter().map(|limit: &LimitRef| in_force.get(limit).copied()).collect();
        let principals = settings.principals(case).into_iter().map(PartyIdx::position).collect();
        let mut plan = Self { case, set, points, settings, inputs, at, centre, parties: Vec::new(), principals, open };
        plan.parties = case.parties.indices().map(|party| plan.party(party)).collect();
        Ok(plan)
    }

    /// Draws every number under the id that `renamed` gives for its own, so that a case in which ids were exchanged meets the draws of
    /// the case it was made from. Numbers that move together keep the name they share.
    #[must_use]
    pub fn drawn_as(mut self, renamed: &dyn Fn(&str) -> String) -> Self {
        self.inputs = self.inputs.rows().map(|input| input.drawn_as(&renamed(&input.id))).collect();
        self
    }

    /// The numbers nobody knows.
    pub fn inputs(&self) -> &Inputs {
        &self.inputs
    }

    /// The model at the centres, and the way back.
    pub fn centre(&self) -> &Lowered {
        &self.centre
    }

    /// The case.
    pub fn case(&self) -> &'c Case {
        self.case
    }

    /// The set of estimates.
    pub fn set(&self) -> &'c EstimateSet {
        self.set
    }

    /// What is asked of the model; of the limits left open, a draw says whether they are in force.
    pub fn ask(&self) -> Ask {
        self.centre.ask(self.case, self.settings)
    }

    /// The parties between whom the frontier is drawn, by position.
    pub fn principals(&self) -> &[usize] {
        &self.principals
    }

    /// Whether a party has a bottom line.
    pub(crate) fn has_line(&self, party: usize) -> bool {
        self.centre.bottom_lines.get(party).is_some_and(Option::is_some)
    }

    /// Per limit of the model, whether a draw says if it is in force.
    pub fn open(&self) -> Vec<bool> {
        self.open.iter().map(Option::is_some).collect()
    }

    /// What a draw's numbers make of the limits at the centres of probabilities: in force where more likely than not.
    pub fn likely(&self) -> Vec<bool> {
        let ask = self.ask();
        let probable = |(open, in_force): (&Option<InputIdx>, bool)| match open.map(|idx| self.inputs[idx].of) {
            Some(Quantity::InForce(_, probability)) => match self.inputs[probability].of {
                Quantity::Estimate(_, range) => Decimal::from_thousandths(500) <= range.centre(),
                Quantity::InForce(..) => in_force,
            },
            _ => in_force,
        };
        self.open.iter().zip(ask.limits).map(probable).collect()
    }

    /// The model of a draw, lowered as any other: slower than [`Plan::figures`], and the same.
    ///
    /// # Errors
    /// [`Overflow`] where the numbers are too large.
    pub fn lowered(&self, numbers: &[i64]) -> Result<Lowered, Overflow> {
        lower_with(self.case, Some(self.set), &Drawn { plan: self, numbers })
    }

    /// The figures of a draw.
    ///
    /// # Shape
    /// `numbers` has an entry per input, `per_point` one per party: how many of its units make a point.
    pub fn figures(&self, numbers: &[i64], into: &mut Figures, per_point: &mut Vec<i64>) {
        into.values.clear();
        into.linkages.clear();
        into.lines.clear();
        into.limits.clear();
        per_point.clear();
        let number = |of: &Number| match *of {
            Number::Known(number) => number,
            Number::Drawn(at) => numbers.get(at).copied().unwrap_or(0),
        };
        for party in &self.parties {
            let sum = party.summed.iter().map(number).sum::<i64>().max(1);
            let multiplier = if party.weighted { sum } else { 1 };
            let lensed: Vec<Vec<Vec<i64>>> =
                party.lenses.iter().map(|lens| lens.values(self.set.utility, number)).collect();
            for (weight, worths) in party.weights.iter().zip(&party.values) {
                let weight = if party.weighted { number(weight) } else { 1 };
                match worths {
                    Worths::Each(values) => into.values.extend(values.iter().map(|value| number(value) * weight)),
                    Worths::Part(lens, part, order) => {
                        let values = lensed.get(*lens).and_then(|lens| lens.get(*part));
                        let value =
                            |&choice: &usize| values.and_then(|row| row.get(choice)).copied().unwrap_or(0) * weight;
                        into.values.extend(order.iter().map(value));
                    }
                    Worths::Curve(corners, amounts) => {
                        let corners = drawn(corners, &number);
                        let values = on_grid(&corners, amounts.iter().copied());
                        into.values.extend(values.iter().map(|value| value.thousandths() * weight));
                    }
                }
            }
            into.linkages.extend(party.linkages.iter().map(|points| number(points) * multiplier));
            for along in &party.along {
                let weight = if party.weighted { number(&along.weight) } else { 1 };
                let values = along.groups.values(&drawn(&along.corners, &number));
                into.linkages.extend(values.map(|value| value.thousandths() * weight));
            }
            into.lines.push(number(&party.line) * multiplier);
            per_point.push(multiplier * Decimal::UNIT);
        }
        let in_force = |open: &Option<InputIdx>| {
            open.is_none_or(|idx| numbers.get(idx.position()).is_some_and(|in_force| *in_force != 0))
        };
        into.limits.extend(self.open.iter().map(in_force));
    }

    /// The model with every number as large as any draw makes it.
    pub(crate) fn largest(&self) -> Result<Lowered, Overflow> {
        lower_with(self.case, Some(self.set), &End::Largest)
    }

    /// The model all draws have the structure of.
    pub fn model(&self) -> &Model {
        &self.centre.model
    }

    pub(crate) fn number(&self, of: EstimateRef, range: Range) -> Number {
        match self.at.get(&of) {
            Some(idx) => Number::Drawn(idx.position()),
            None => Number::Known(range.centre().thousandths()),
        }
    }

    fn party(&self, party: PartyIdx) -> Party {
        let issues = || self.case.issues.indices();
        let Some(of) = self.points.party(party) else {
            let nothing = |issue| Worths::Each(vec![Number::Known(0); self.centre.order[issue].len()]);
            return Party {
                weighted: false,
                weights: issues().map(|_| Number::Known(0)).collect(),
                summed: Vec::new(),
                values: issues().map(nothing).collect(),
                lenses: Vec::new(),
                linkages: Vec::new(),
                along: Vec::new(),
                line: Number::Known(0),
            };
        };
        let lens_weight = |lens: LensIdx| {
            let weight = of.lenses.get(&lens).and_then(|of| of.weight.as_ref());
            weight.map_or(Number::Known(0), |weight| self.number(EstimateRef::LensWeight(party, lens), weight.range))
        };
        let weight = |issue: IssueIdx| match (self.case.part_of(issue), of.weights.get(&issue)) {
            (Some((lens, _)), _) => lens_weight(lens),
            (None, None) => Number::Known(0),
            (None, Some(weight)) => self.number(EstimateRef::Weight(party, issue), weight.range),
        };
        let own = issues().filter(|&issue| self.case.part_of(issue).is_none()).map(weight);
        let lenses = self.lensed(party, of);
        let linkages = of.linkages.iter().enumerate();
        let is_weighted = self.set.utility == Utility::Weighted;
        Party {
            weighted: is_weighted,
            weights: issues().map(weight).collect(),
            summed: own.chain(of.lenses.keys().copied().map(lens_weight)).collect(),
            values: issues()
                .map(|issue| {
                    let part = self.part(issue, &lenses);
                    part.unwrap_or_else(|| self.worths(party, issue, of.values_of(issue)))
                })
                .collect(),
            lenses,
            along: of
                .values
                .iter()
                .filter_map(|(&issue, values)| self.along(party, issue, weight(issue), values))
                .collect(),
            linkages: linkages
                .map(|(rank, link)| self.number(EstimateRef::Linkage(party, rank), link.points.range))
                .collect(),
            line: of
                .bottom_line
                .as_ref()
                .map_or(Number::Known(0), |line| self.number(EstimateRef::BottomLine(party), line.range)),
        }
    }

    fn along(&self, party: PartyIdx, issue: IssueIdx, weight: Number, values: &Values) -> Option<Along> {
        let Values::Along { tables, knots, .. } = values else { return None };
        let groups = Groups::new(&self.case.issues, tables);
        Some(Along { weight, corners: self.corners(party, issue, knots), groups })
    }

    fn corners(&self, party: PartyIdx, issue: IssueIdx, knots: &[Knot]) -> Vec<Corners> {
        let corner = |(rank, knot): (usize, &Knot)| {
            let of = EstimateRef::Knot(party, issue, rank);
            (knot.at, self.number(of, knot.value), knot.value.twice_centre())
        };
        knots.iter().enumerate().map(corner).collect()
    }

    fn worths(&self, party: PartyIdx, issue: IssueIdx, values: Option<&Values>) -> Worths {
        let order = &self.centre.order[issue];
        match values {
            None | Some(Values::Along { .. }) => Worths::Each(vec![Number::Known(0); order.len()]),
            Some(Values::ByChoice(values)) => {
                let worth = |&choice| {
                    let value = values[choice].as_ref();
                    let of = EstimateRef::Value(party, issue, choice);
                    value.map_or(Number::Known(0), |value| self.number(of, value.range))
                };
                Worths::Each(order.iter().map(worth).collect())
            }
            Some(Values::Curve { knots, .. }) => {
                let amount = |&choice| self.case.issues[issue].choices[choice].amount.unwrap_or_default();
                Worths::Curve(self.corners(party, issue, knots), order.iter().map(amount).collect())
            }
        }
    }
}

/// The corners of a curve in a draw.
fn drawn(corners: &[Corners], number: &impl Fn(&Number) -> i64) -> Vec<Corner> {
    let halves = |known: i128, of: &Number| match of {
        Number::Known(_) => known,
        Number::Drawn(_) => i128::from(number(of)) * 2,
    };
    corners.iter().map(|(at, of, known)| Corner { at: *at, halves: halves(*known, of) }).collect()
}

/// The numbers of a draw, for lowering.
struct Drawn<'p, 'c> {
    plan: &'p Plan<'c>,
    numbers: &'p [i64],
}

impl Numbers for Drawn<'_, '_> {
    fn halves(&self, of: EstimateRef, range: Range) -> i64 {
        let drawn = self.plan.at.get(&of).and_then(|idx| self.numbers.get(idx.position()));
        drawn.map_or_else(|| i64::try_from(range.twice_centre()).unwrap_or(i64::MAX), |number| number.saturating_mul(2))
    }
}

/// An end of every range: if these can be held, so can everything between.
enum End {
    Low,
    High,
    Largest,
}

impl Numbers for End {
    fn halves(&self, _of: EstimateRef, range: Range) -> i64 {
        let (low, high) = (range.low().thousandths(), range.high().thousandths());
        let end = match self {
            Self::Low => low,
            Self::High => high,
            Self::Largest => low.checked_abs().unwrap_or(i64::MAX).max(high.checked_abs().unwrap_or(i64::MAX)),
        };
        end.saturating_mul(2)
    }
}
