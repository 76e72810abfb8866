//! A case and a set of estimates as the engine's integer model (DEFINITIONS 5).
//!
//! One number is picked per estimate (the centre, unless somebody asks otherwise), curves are rounded once; a party's weights and values are whole thousandths, and everything of the party is
//! multiplied by the sum of its weights, so that no division is ever made. Issues keep their order of id, choices are put
//! in order of id: that is κ's order.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use detente_base::{Decimal, Index, Table};
use detente_case::{Case, ChoiceIdx, Consent, Formula, IssueIdx, OfferIdx, PartyIdx, RedLineIdx};
use detente_engine as engine;
use detente_estimate::{Corner, EstimateSet, Knot, PartyEstimates, Range as Between, Utility, Values, on_grid};

use crate::lens::{connected, lens_units, lens_weight};
use crate::{Central, Centres, Drafted, EstimateRef, Groups, Numbers, Overflow, Settings, in_points};

/// A limit of a case or of a set of estimates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LimitRef {
    /// A stated red line.
    RedLine(RedLineIdx),
    /// A conditional offer.
    Offer(OfferIdx),
    /// The party's n-th estimated red line.
    Estimated(PartyIdx, usize),
}

/// The integer model of a case, and the way back.
#[derive(Clone, Debug)]
pub struct Lowered {
    /// The model; bottom lines as picked.
    pub model: engine::Model,
    /// Per limit of the model, what it is.
    pub limits: Vec<LimitRef>,
    /// Per limit of the model, whether its firmness makes it bind.
    pub binds: Vec<bool>,
    /// Per issue, the choices in κ's order.
    pub order: Table<IssueIdx, Vec<ChoiceIdx>>,
    /// Per party, how many of its integer units make one point.
    pub units_per_point: Vec<i64>,
    /// Per party, the low end, the number picked and the high end of its bottom line in units.
    pub bottom_lines: Vec<Option<[i64; 3]>>,
    /// Per party, which of its model's linkages are the value of an issue along an amount: they stand after its own.
    pub along: Vec<Vec<(IssueIdx, Range<usize>)>>,
    /// The last rules of the model are no rules of the case but the brackets of a draft, on these issues; none unless asked for.
    pub(crate) bracketed: Vec<IssueIdx>,
}

/// Lowers a case; without estimates all utilities are zero and there are no bottom lines.
///
/// # Errors
/// An [`Overflow`] names the party whose numbers are too large; nothing is ever rescaled to fit.
pub fn lower(case: &Case, estimates: Option<&EstimateSet>) -> Result<Lowered, Overflow> {
    match estimates {
        Some(set) if !matches!(in_points(case, set), Cow::Borrowed(_)) => {
            lower_with(case, estimates, &Central::of(case, set)?)
        }
        _ => lower_with(case, estimates, &Centres),
    }
}

/// As [`lower`], with other numbers than the centres.
///
/// # Errors
/// As for [`lower`].
pub fn lower_with(case: &Case, estimates: Option<&EstimateSet>, numbers: &dyn Numbers) -> Result<Lowered, Overflow> {
    let order: Table<IssueIdx, Vec<ChoiceIdx>> = case.issues.rows().map(detente_case::Issue::canonical_order).collect();
    let points = estimates.map(|set| in_points(case, set));
    let lowering = Lowering { case, order: &order, estimates: points.as_deref(), numbers };
    let parties: Vec<LoweredParty> =
        case.parties.indices().map(|party| lowering.party(party)).collect::<Result<_, _>>()?;
    let (limits, binds, model_limits) = lowering.limits();
    let units_per_point = parties.iter().map(|party| party.units_per_point).collect();
    let bottom_lines = parties.iter().map(|party| party.bottom_line).collect();
    let along = parties.iter().map(|party| party.along.clone()).collect();
    let model = engine::Model {
        issues: case.issues.rows().map(|issue| issue.choices.len()).collect(),
        parties: parties.into_iter().map(|party| party.party).collect(),
        rules: case.rules.rows().map(|rule| lowering.formula(&rule.holds)).collect(),
        limits: model_limits,
    };
    Ok(Lowered { model, limits, binds, order, units_per_point, bottom_lines, along, bracketed: Vec::new() })
}

pub(crate) struct Lowering<'c> {
    pub(crate) case: &'c Case,
    pub(crate) order: &'c Table<IssueIdx, Vec<ChoiceIdx>>,
    estimates: Option<&'c EstimateSet>,
    pub(crate) numbers: &'c dyn Numbers,
}

struct LoweredParty {
    party: engine::Party,
    units_per_point: i64,
    bottom_line: Option<[i64; 3]>,
    along: Vec<(IssueIdx, Range<usize>)>,
}

impl Lowering<'_> {
    fn party(&self, party: PartyIdx) -> Result<LoweredParty, Overflow> {
        let overflow = Overflow { party };
        let estimates = self.estimates.and_then(|set| Some((set.utility, set.party(party)?)));
        let multiplier =
            estimates.map_or(Some(1), |(utility, of)| self.multiplier(party, utility, of)).ok_or(overflow)?;
        let units = |points: Decimal| points.thousandths().checked_mul(multiplier).ok_or(overflow);
        let of = estimates.map(|(_, of)| of);
        let own = of.map_or(&[][..], |of| &of.linkages).iter().enumerate().map(|(rank, linkage)| {
            let units = units(self.numbers.number(EstimateRef::Linkage(party, rank), linkage.points.range))?;
            Ok(engine::Linkage { when: self.formula(&linkage.when.formula), units })
        });
        let mut linkages = own.collect::<Result<Vec<_>, Overflow>>()?;
        let along = estimates.map_or_else(|| Ok(Vec::new()), |of| self.along(of, overflow, &mut linkages))?;
        let bottom_line = match of.and_then(|of| of.bottom_line.as_ref()) {
            Some(line) => {
                let picked = self.numbers.number(EstimateRef::BottomLine(party), line.range);
                Some([units(line.range.low())?, units(picked)?, units(line.range.high())?])
            }
            None => None,
        };
        let lenses = match estimates {
            Some((utility, of)) => lens_units(self, party, utility, of).ok_or(overflow)?,
            None => BTreeMap::new(),
        };
        let values = |issue: IssueIdx| match lenses.get(&issue) {
            Some(units) => Ok(units.clone()),
            None => self.values(estimates, issue, overflow),
        };
        let party_model = engine::Party {
            values: self.case.issues.indices().map(values).collect::<Result<_, _>>()?,
            tables: Vec::new(),
            linkages,
            bottom_line: bottom_line.map(|[_, centre, _]| centre),
            consent: self.consent(party),
        };
        let units_per_point = multiplier.checked_mul(Decimal::UNIT).ok_or(overflow)?;
        refuse_overflow(&party_model, bottom_line).ok_or(overflow)?;
        Ok(LoweredParty { party: party_model, units_per_point, bottom_line, along })
    }

    fn consent(&self, party: PartyIdx) -> engine::Consent {
        match &self.case.parties[party].consent {
            Consent::Always => engine::Consent::Always,
            Consent::Never => engine::Consent::Never,
            Consent::OnlyIf(condition) => engine::Consent::When(self.formula(&condition.formula)),
        }
    }

    /// Units per choice of `issue`, in κ's order.
    fn values(
        &self,
        estimates: Option<(Utility, &PartyEstimates)>,
        issue: IssueIdx,
        overflow: Overflow,
    ) -> Result<Vec<i64>, Overflow> {
        let order = &self.order[issue];
        let Some((utility, of)) = estimates else { return Ok(vec![0; order.len()]) };
        let weight = self.weight_of(utility, overflow.party, of, issue);
        let values = self.picked(overflow.party, of, issue);
        let unit = |&choice: &ChoiceIdx| values[choice].thousandths().checked_mul(weight).ok_or(overflow);
        order.iter().map(unit).collect()
    }

    fn weight_of(&self, utility: Utility, party: PartyIdx, of: &PartyEstimates, issue: IssueIdx) -> i64 {
        match utility {
            Utility::Payoffs => 1,
            Utility::Weighted => {
                let weight = of.weights.get(&issue).map(|weight| weight.range);
                weight.map_or(0, |range| self.weight(party, issue, range))
            }
        }
    }

    /// Adds what is valued along an amount, and says which of the linkages are of which issue.
    fn along(
        &self,
        (utility, of): (Utility, &PartyEstimates),
        overflow: Overflow,
        linkages: &mut Vec<engine::Linkage>,
    ) -> Result<Vec<(IssueIdx, Range<usize>)>, Overflow> {
        let mut places = Vec::new();
        for (&issue, values) in &of.values {
            let Values::Along { tables, knots, .. } = values else { continue };
            let groups = Groups::new(&self.case.issues, tables);
            let weight = self.weight_of(utility, overflow.party, of, issue);
            let from = linkages.len();
            let values = groups.values(&self.corners(overflow.party, issue, knots));
            for (when, value) in groups.when.iter().zip(values) {
                let units = value.thousandths().checked_mul(weight).ok_or(overflow)?;
                linkages.push(engine::Linkage { when: self.formula(when), units });
            }
            places.push((issue, from..linkages.len()));
        }
        Ok(places)
    }

    fn corners(&self, party: PartyIdx, issue: IssueIdx, knots: &[Knot]) -> Vec<Corner> {
        let corner = |(rank, knot): (usize, &Knot)| {
            let halves = self.numbers.halves(EstimateRef::Knot(party, issue, rank), knot.value);
            Corner { at: knot.at, halves: halves.into() }
        };
        knots.iter().enumerate().map(corner).collect()
    }

    fn weight(&self, party: PartyIdx, issue: IssueIdx, range: Between) -> i64 {
        self.numbers.number(EstimateRef::Weight(party, issue), range).thousandths()
    }

    /// The sum of the party's weights in thousandths; one where the party has none or values are payoffs.
    fn multiplier(&self, party: PartyIdx, utility: Utility, of: &PartyEstimates) -> Option<i64> {
        if utility == Utility::Payoffs {
            return Some(1);
        }
        let weights = of.weights.iter().map(|(&issue, weight)| self.weight(party, issue, weight.range));
        let lenses = of.lenses.keys().map(|&lens| lens_weight(self.numbers, party, lens, of));
        let sum = weights.chain(lenses).try_fold(0_i64, i64::checked_add)?;
        Some(sum.max(1))
    }

    fn picked(&self, party: PartyIdx, of: &PartyEstimates, issue: IssueIdx) -> Table<ChoiceIdx, Decimal> {
        let choices = &self.case.issues[issue].choices;
        match of.values_of(issue) {
            // What is valued along an amount is no matter of this issue alone: it stands among the linkages.
            None | Some(Values::Along { .. }) => choices.rows().map(|_| Decimal::ZERO).collect(),
            Some(Values::Curve { knots, .. }) => {
                let corners = self.corners(party, issue, knots);
                on_grid(&corners, choices.rows().map(|choice| choice.amount.unwrap_or_default())).into_iter().collect()
            }
            Some(Values::ByChoice(values)) => {
                let value = |(choice, value): (ChoiceIdx, &Option<detente_estimate::Estimate>)| {
                    let of = EstimateRef::Value(party, issue, choice);
                    value.as_ref().map_or(Decimal::ZERO, |value| self.numbers.number(of, value.range))
                };
                values.iter().map(value).collect()
            }
        }
    }

    fn limits(&self) -> (Vec<LimitRef>, Vec<bool>, Vec<engine::Limit>) {
        let mut limits = (Vec::new(), Vec::new(), Vec::new());
        let mut push = |of: LimitRef, binds: bool, owner: PartyIdx, forbids: &Formula| {
            limits.0.push(of);
            limits.1.push(binds);
            limits.2.push(engine::Limit { owner: owner.position(), forbids: self.formula(forbids) });
        };
        for (idx, line) in self.case.red_lines.iter() {
            push(LimitRef::RedLine(idx), line.firmness.binds(), line.party, &line.never.formula);
        }
        for (idx, offer) in self.case.offers.iter().filter(|(_, offer)| offer.binds()) {
            push(LimitRef::Offer(idx), true, offer.party, &offer.forbids());
        }
        for party in self.case.parties.indices() {
            let lines = self.estimates.and_then(|set| set.party(party)).map_or(&[][..], |of| &of.red_lines);
            for (rank, line) in lines.iter().enumerate() {
                push(LimitRef::Estimated(party, rank), line.firmness.binds(), party, &line.never.formula);
            }
        }
        limits
    }

    fn formula(&self, formula: &Formula) -> engine::Formula {
        let parts = |parts: &[Formula]| parts.iter().map(|part| self.formula(part)).collect();
        match formula {
            Formula::Is(issue, choices) => engine::Formula::Choice {
                issue: issue.position(),
                among: self.order[*issue].iter().map(|choice| choices.contains(choice)).collect(),
            },
            Formula::AtMost { terms, bound } => {
                engine::Formula::AtMost { terms: terms.iter().map(|term| self.term(term)).collect(), bound: *bound }
            }
            Formula::Connected(graph) => connected(graph, self.order),
            Formula::Not(inner) => engine::Formula::Not(Box::new(self.formula(inner))),
            Formula::All(all) => engine::Formula::All(parts(all)),
            Formula::Any(any) => engine::Formula::Any(parts(any)),
        }
    }

    fn term(&self, term: &detente_case::Term) -> engine::Term {
        let amount = |&choice: &ChoiceIdx| term.amounts[choice];
        engine::Term { issue: term.issue.position(), amounts: self.order[term.issue].iter().map(amount).collect() }
    }
}

/// The largest size any utility or difference to a bottom line could have fits.
fn refuse_overflow(party: &engine::Party, bottom_line: Option<[i64; 3]>) -> Option<i64> {
    let issue = |values: &Vec<i64>| {
        values.iter().map(|value| value.checked_abs()).try_fold(0, |most: i64, value| Some(most.max(value?)))
    };
    let values = party.values.iter().try_fold(0_i64, |sum, values| sum.checked_add(issue(values)?))?;
    let linked = party.linkages.iter().try_fold(values, |sum, link| sum.checked_add(link.units.checked_abs()?))?;
    let lines = bottom_line.unwrap_or_default();
    lines.iter().try_fold(linked, |sum, line| sum.checked_add(line.checked_abs()?))
}

impl Lowered {
    /// A question about this model: which limits are in force, between whom the frontier is drawn and what the draft
    /// holds, as `settings` say.
    pub fn ask(&self, case: &Case, settings: &Settings) -> engine::Ask {
        self.drafted(case, settings).ask()
    }

    /// As [`ask`](Self::ask), with the draft apart.
    pub fn drafted(&self, case: &Case, settings: &Settings) -> Drafted {
        Drafted::new(self, case, settings)
    }

    /// As [`ask`](Self::ask), whatever the draft.
    pub(crate) fn undrafted(&self, case: &Case, settings: &Settings) -> engine::Ask {
        let mut ask = engine::Ask::all(&self.model);
        ask.limits = self.limits.iter().zip(&self.binds).map(|(of, &binds)| in_force(*of, binds, settings)).collect();
        ask.principals = settings.principals(case).into_iter().map(PartyIdx::position).collect();
        ask
    }

    /// Where `choice` stands in κ's order.
    pub fn rank(&self, issue: IssueIdx, choice: ChoiceIdx) -> usize {
        self.order[issue].iter().position(|&other| other == choice).unwrap_or(0)
    }

    /// A package of the engine as choices of the case.
    pub fn choices(&self, package: &[usize]) -> crate::Choices {
        self.order.rows().zip(package).map(|(order, &rank)| order[rank]).collect()
    }

    /// Choices of the case as a package of the engine.
    pub fn package(&self, choices: &crate::Choices) -> engine::Package {
        choices.iter().map(|(issue, &choice)| self.rank(issue, choice)).collect()
    }

    /// The engine's form of a condition.
    pub fn formula(&self, case: &Case, formula: &Formula) -> engine::Formula {
        Lowering { case, order: &self.order, estimates: None, numbers: &Centres }.formula(formula)
    }
}

fn in_force(of: LimitRef, binds: bool, settings: &Settings) -> bool {
    settings.switched.get(&of).copied().unwrap_or(binds || settings.all_limits)
}
