//! The unknown weights and values of a party, and where each bound on them is written.

use std::collections::{BTreeMap, BTreeSet};

use detente_base::{Decimal, Index, Span, Table};
use detente_case::{Case, ChoiceIdx, IssueIdx, PartyIdx};
use detente_estimate::{EstimateSet, Knot, PartyEstimates, Range, Values};
use detente_polytope::{Point, Space, Value, Weight, key};

use super::worth::Worth;
use crate::{EstimateRef, Overflow};

/// The sum of weights that are known by their proportions alone, in thousandths.
const TOTAL: i64 = 100_000;
/// The value of the choice liked most, in thousandths.
const TOP: i64 = 100_000;
/// Numbers as large as this are not multiplied any more.
const TOO_LARGE: i64 = 1 << 40;

/// Which issues are asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Those that are weighed.
    Weighed,
    /// Where none is weighed yet, all that the party may value.
    Open,
}

/// A party's preferences as a space.
#[derive(Clone, Debug)]
pub struct Preferences {
    /// The party.
    pub party: PartyIdx,
    /// The space; its members are those below.
    pub space: Space,
    /// What was said, piece by piece.
    pub members: Vec<Member>,
    /// Comparisons that leave open whether a linkage counts; they stand in no relation.
    pub open: Vec<OpenLinkage>,
    pub(super) weights: BTreeMap<IssueIdx, usize>,
    /// Per value of the space, the number it is.
    pub(super) values: Vec<EstimateRef>,
    pub(super) worths: BTreeMap<IssueIdx, Table<ChoiceIdx, Worth>>,
}

/// Something said about weights or values: a range, a step of an order, a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Where it is written.
    pub span: Span,
    /// What it says.
    pub words: String,
}

/// A comparison whose packages do not settle a linkage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenLinkage {
    /// The comparison.
    pub comparison: Span,
    /// The linkage.
    pub linkage: Span,
    /// The linkage's issues that the packages do not name.
    pub missing: Vec<IssueIdx>,
}

/// The preferences of `party` as a space; `None` where nothing in `scope` is weighed.
///
/// # Units
/// Thousandths of points, of values, and of shares of 100 where no weight is given in points.
/// # Errors
/// [`Overflow`] where numbers are too large to be multiplied.
pub fn preferences(
    case: &Case,
    set: &EstimateSet,
    party: PartyIdx,
    scope: Scope,
) -> Result<Option<Preferences>, Overflow> {
    let Some(of) = set.party(party) else { return Ok(None) };
    let issues = issues(case, of, party, scope);
    if issues.is_empty() {
        return Ok(None);
    }
    let found = Preferences {
        party,
        space: Space { total: of.weights.is_empty().then_some(TOTAL), ..Space::default() },
        members: Vec::new(),
        open: Vec::new(),
        weights: BTreeMap::new(),
        values: Vec::new(),
        worths: BTreeMap::new(),
    };
    let mut builder = Builder { case, of, found };
    builder.issues(&issues);
    builder.relations().ok_or(Overflow { party })?;
    let found = builder.found;
    let weights = found.space.weights.iter().map(|weight| weight.high);
    let numbers = weights.chain(found.space.values.iter().map(|value| value.high));
    if numbers.max().is_some_and(|most| TOO_LARGE <= most) {
        return Err(Overflow { party });
    }
    Ok(Some(found))
}

fn issues(case: &Case, of: &PartyEstimates, party: PartyIdx, scope: Scope) -> BTreeSet<IssueIdx> {
    let points: BTreeSet<IssueIdx> = of.weights.keys().copied().collect();
    let weighed = if points.is_empty() { of.answers.weighed() } else { points };
    if scope == Scope::Weighed || !weighed.is_empty() {
        return weighed;
    }
    let open = case.issues.iter().filter(|(_, issue)| issue.owner.is_none_or(|owner| owner == party));
    open.map(|(issue, _)| issue).collect()
}

pub(super) struct Builder<'c> {
    pub(super) case: &'c Case,
    pub(super) of: &'c PartyEstimates,
    pub(super) found: Preferences,
}

impl Builder<'_> {
    fn issues(&mut self, issues: &BTreeSet<IssueIdx>) {
        for &issue in issues {
            let at = self.weight(issue);
            self.found.weights.insert(issue, at);
            let worths = match self.of.values_of(issue) {
                Some(Values::Curve { knots, span, .. }) => self.curve(issue, at, knots, *span),
                Some(Values::ByChoice(values)) => {
                    let given = values.rows().map(|value| value.as_ref().map(|value| (value.range, value.span)));
                    self.choices(issue, at, &given.collect::<Vec<_>>())
                }
                // A party of whom something is only ordered has no value along an amount; it is refused when read.
                Some(Values::Along { span, .. }) => {
                    let nothing = (detente_estimate::Range::single(detente_base::Decimal::ZERO), *span);
                    self.choices(issue, at, &vec![Some(nothing); self.case.issues[issue].choices.len()])
                }
                None => self.choices(issue, at, &vec![None; self.case.issues[issue].choices.len()]),
            };
            self.found.worths.insert(issue, worths);
        }
    }

    pub(super) fn member(&mut self, span: Span, words: String) -> usize {
        self.found.members.push(Member { span, words });
        self.found.members.len() - 1
    }

    fn key(&self, what: &str, issue: IssueIdx, part: &str) -> u64 {
        let (party, issue) = (&self.case.parties[self.found.party].id, &self.case.issues[issue].id);
        key(format!("{party}.{what}.{issue}.{part}").as_bytes())
    }

    fn weight(&mut self, issue: IssueIdx) -> usize {
        let key = self.key("weights", issue, "");
        let mut weight = Weight { low: 0, mode: None, high: TOTAL, count: 1, member: None, key };
        if let Some(estimate) = self.of.weights.get(&issue) {
            let words = format!("the weight of \"{}\"", self.case.issues[issue].id);
            weight.member = Some(self.member(estimate.span, words));
            (weight.low, weight.mode, weight.high) = ends(estimate.range);
        }
        self.found.space.weights.push(weight);
        self.found.space.weights.len() - 1
    }

    fn value(&mut self, of: EstimateRef, value: Value) -> usize {
        self.found.values.push(of);
        self.found.space.values.push(value);
        self.found.space.values.len() - 1
    }

    fn choices(&mut self, issue: IssueIdx, weight: usize, given: &[Option<(Range, Span)>]) -> Table<ChoiceIdx, Worth> {
        let row = &self.case.issues[issue];
        let order = self.of.answers.values.get(&issue);
        let mut worths = Table::default();
        for ((choice, named), given) in row.choices.iter().zip(given) {
            let key = self.key("values", issue, &named.id);
            let mut value = Value { weight, low: 0, mode: None, high: TOP, member: None, key };
            if let Some((range, span)) = given {
                let words = format!("the value of \"{}\" on \"{}\"", named.id, row.id);
                value.member = Some(self.member(*span, words));
                (value.low, value.mode, value.high) = ends(*range);
            } else if let Some(order) = order {
                let (low, high) = super::points::ends(order, choice);
                (value.low, value.high) = (low.thousandths(), high.thousandths());
            }
            let of = EstimateRef::Value(self.found.party, issue, choice);
            worths.push(Worth::of(self.value(of, value)));
        }
        worths
    }

    fn curve(&mut self, issue: IssueIdx, weight: usize, knots: &[Knot], span: Span) -> Table<ChoiceIdx, Worth> {
        let row = &self.case.issues[issue];
        let values: Vec<usize> = knots
            .iter()
            .enumerate()
            .map(|(rank, knot)| {
                let words = format!("the curve of \"{}\" at {}", row.id, knot.at);
                let member = Some(self.member(span, words));
                let (low, mode, high) = ends(knot.value);
                let key = self.key("values", issue, &knot.at.to_string());
                let of = EstimateRef::Knot(self.found.party, issue, rank);
                self.value(of, Value { weight, low, mode, high, member, key })
            })
            .collect();
        let amounts = row.choices.rows().map(|choice| choice.amount.unwrap_or_default());
        amounts.map(|amount| on_curve(knots, &values, amount)).collect()
    }
}

fn ends(range: Range) -> (i64, Option<i64>, i64) {
    (range.low().thousandths(), range.mode().map(Decimal::thousandths), range.high().thousandths())
}

impl Preferences {
    /// The issues that are weighed, in order of id.
    pub fn issues(&self) -> impl Iterator<Item = IssueIdx> {
        self.weights.keys().copied()
    }

    /// Whether `choice` is certain to be the one liked most, or the one liked least, of its issue.
    pub fn is_end(&self, issue: IssueIdx, choice: ChoiceIdx) -> bool {
        let of = self.worths.get(&issue).and_then(|worths| worths.rows().nth(choice.position()));
        let Some([(value, _)]) = of.map(|worth| worth.parts.as_slice()) else { return false };
        self.space.values.get(*value).is_some_and(|value| value.low == TOP || value.high == 0)
    }

    /// Every weight and value of the space at `point`, by the number of a set of estimates that it is.
    pub fn numbers<'p>(&'p self, point: &'p Point) -> impl Iterator<Item = (EstimateRef, i64)> + 'p {
        let weights = self.weights.iter().map(|(&issue, &at)| (EstimateRef::Weight(self.party, issue), at));
        let weights = weights.filter_map(|(of, at)| Some((of, *point.weights.get(at)?)));
        weights.chain(self.values.iter().copied().zip(point.values.iter().copied()))
    }
}

/// Between the two corners around `amount`; beyond the ends they hold.
fn on_curve(knots: &[Knot], values: &[usize], amount: Decimal) -> Worth {
    let after = knots.partition_point(|knot| knot.at < amount);
    let at = |place: usize| Some((knots.get(place)?, *values.get(place)?));
    match (after.checked_sub(1).and_then(at), at(after)) {
        (Some((left, from)), Some((right, to))) => {
            let (start, end) = (left.at.thousandths(), right.at.thousandths());
            Worth::between(from, to, amount.thousandths() - start, end - start)
        }
        (Some((_, only)), None) | (None, Some((_, only))) => Worth::of(only),
        (None, None) => Worth { parts: Vec::new(), denominator: 1 },
    }
}
