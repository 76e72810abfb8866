//! Numbers that cannot be meant, numbers without a reason, and what a set leaves out.

use std::collections::BTreeMap;

use detente_base::{Decimal, Diagnostic, Span};
use detente_case::{Case, Consent, Id, Issue, IssueIdx, LensIdx, PartyIdx};
use detente_estimate::{
    Amounts, Estimate, EstimateSet, Knot, Linkage, PartyEstimates, Utility, Values, Why, centres_on_grid,
};
use detente_ledger::{Kind, Ledger};

use crate::codes;

pub(super) fn check(case: &Case, ledger: &Ledger, set: &EstimateSet, diagnostics: &mut Vec<Diagnostic>) {
    for (party, row) in case.parties.iter() {
        let Some(estimates) = set.party(party) else {
            if row.consent != Consent::Never {
                diagnostics.push(
                    Diagnostic::new(
                        &codes::PARTY_NOT_ESTIMATED,
                        format!("the set \"{}\" says nothing about {}", set.id, row.name),
                    )
                    .at(row.span, "whose consent may be needed")
                    .hint(format!("add a section [{}] to estimates/{}.toml", row.id, set.id)),
                );
            }
            continue;
        };
        let mut checker = Checker { case, ledger, set, party, estimates, diagnostics };
        checker.check();
    }
    super::moves::check(case, set, diagnostics);
}

pub(super) struct Checker<'c, 'd> {
    pub(super) case: &'c Case,
    ledger: &'c Ledger,
    pub(super) set: &'c EstimateSet,
    party: PartyIdx,
    pub(super) estimates: &'c PartyEstimates,
    diagnostics: &'d mut Vec<Diagnostic>,
}

impl Checker<'_, '_> {
    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    pub(super) fn name(&self) -> &str {
        &self.case.parties[self.party].name
    }

    fn check(&mut self) {
        self.bottom_line();
        self.weights();
        self.answers();
        self.offices();
        for (&issue, values) in &self.estimates.values {
            self.values(issue, values);
        }
        self.lenses();
        for linkage in &self.estimates.linkages {
            self.linkage(linkage);
        }
        for line in &self.estimates.red_lines {
            self.explained(&line.why, line.span);
            if let Some(probability) = &line.probability {
                self.probability(probability);
            }
        }
        self.alternative();
    }

    /// Nothing of this party values an issue about another party's own office.
    fn offices(&mut self) {
        let weights = self.estimates.weights.iter().filter(|(_, weight)| weight.range.high() != Decimal::ZERO);
        let values = self.estimates.values.keys().map(|&issue| (issue, self.estimates.span));
        let linkages = self.estimates.linkages.iter();
        let linked =
            linkages.flat_map(|link| link.when.formula.issues().into_iter().map(|issue| (issue, link.when.span)));
        let places = weights.map(|(&issue, weight)| (issue, weight.span)).chain(values).chain(linked);
        let places = places.chain(self.named_in_answers());
        let mut foreign: Vec<(IssueIdx, Span)> = places
            .filter(|(issue, _)| self.case.issues[*issue].owner.is_some_and(|owner| owner != self.party))
            .collect();
        foreign.sort_by_key(|(issue, _)| *issue);
        foreign.dedup_by_key(|(issue, _)| *issue);
        for (issue, span) in foreign {
            let id = &self.case.issues[issue].id;
            self.report(
                Diagnostic::new(
                    &codes::NOT_ITS_TO_VALUE,
                    format!("\"{id}\" is about another party's own office or person"),
                )
                .at(span, "valued in this section")
                .hint("leave it out: only its owner's estimates may value it"),
            );
        }
    }

    fn bottom_line(&mut self) {
        match &self.estimates.bottom_line {
            Some(bottom_line) => self.explained(&bottom_line.why, bottom_line.span),
            None => self.report(
                Diagnostic::new(
                    &codes::NO_BOTTOM_LINE,
                    format!("{} has no bottom line in \"{}\"", self.name(), self.set.id),
                )
                .at(self.estimates.span, "nothing but its red lines binds it")
                .hint("add bottom_line = { points = [lo, hi], because = \"…\" }"),
            ),
        }
    }

    fn weights(&mut self) {
        let weights = &self.estimates.weights;
        if self.set.utility == Utility::Payoffs {
            if let Some(weight) = weights.values().next() {
                self.report(
                    Diagnostic::new(&codes::WEIGHTS_WITH_PAYOFFS, "payoffs add up as they are and take no weights")
                        .at(weight.span, "this weight")
                        .hint("leave the weights out, or take utility = \"weighted\""),
                );
            }
            return;
        }
        for weight in weights.values() {
            self.explained(&weight.why, weight.span);
            if weight.range.low() < Decimal::ZERO {
                self.report(
                    Diagnostic::new(&codes::NEGATIVE_WEIGHT, "a weight is zero or more")
                        .at(weight.span, "this weight")
                        .hint("let the values say which choice is better; the weight says how much the issue matters"),
                );
            }
        }
        let lenses = self.estimates.lenses.values().filter_map(|of| of.weight.as_ref());
        let mut all = weights.values().chain(lenses).peekable();
        if all.peek().is_some() && all.all(|weight| weight.range.centre() == Decimal::ZERO) {
            self.report(
                Diagnostic::new(&codes::WEIGHTS_ALL_ZERO, format!("all weights of {} are zero", self.name()))
                    .at(self.estimates.span, "this party")
                    .hint("give at least one issue a weight, or leave the weights out: \"no stake stated\""),
            );
        }
        self.missing_weights();
    }

    fn missing_weights(&mut self) {
        let weighed = self.weighed();
        let lenses = &self.estimates.lenses;
        if weighed.is_empty() && lenses.values().all(|of| of.weight.is_none()) {
            return;
        }
        let is_open = |issue: &Issue| issue.owner.is_none_or(|owner| owner == self.party);
        let is_part = |issue: IssueIdx| self.case.part_of(issue).is_some();
        let issues = (self.case.issues.iter())
            .filter(|(issue, row)| is_open(row) && !weighed.contains_key(issue) && !is_part(*issue))
            .map(|(_, row)| row.id.to_string());
        let is_weighed = |lens: &LensIdx| lenses.get(lens).is_some_and(|of| of.weight.is_some());
        let unweighed =
            self.case.lenses.iter().filter(|(lens, _)| !is_weighed(lens)).map(|(_, lens)| lens.id.to_string());
        let missing: Vec<String> = issues.chain(unweighed).collect();
        if !missing.is_empty() {
            self.report(
                Diagnostic::new(
                    &codes::NOT_ESTIMATED,
                    format!("{} has no weight for {}", self.name(), missing.join(", ")),
                )
                .at(self.estimates.span, "not estimated; counted as zero")
                .hint("give a weight; if the party does not care, say so: weights.x = 0 with a reason"),
            );
        }
        for (issue, span) in weighed {
            let is_nothing = self.estimates.weights.get(&issue).is_some_and(|of| of.range.high() == Decimal::ZERO);
            if !is_nothing && !self.estimates.values.contains_key(&issue) {
                self.missing_value(issue, span, "a weight without values");
            }
        }
    }

    /// The issues that have a weight, in points or through answers, each with a place that says so.
    fn weighed(&self) -> BTreeMap<IssueIdx, Span> {
        let points = self.estimates.weights.iter().map(|(&issue, weight)| (issue, weight.span));
        if !self.estimates.weights.is_empty() {
            return points.collect();
        }
        let weighed = self.estimates.answers.weighed();
        let named = self.named_in_answers().into_iter().filter(|(issue, _)| weighed.contains(issue));
        named.map(|(issue, span)| (issue, span.within(0, 60))).collect()
    }

    fn missing_value(&mut self, issue: IssueIdx, span: Span, label: &str) {
        let id = &self.case.issues[issue].id;
        let message = format!("{} has no value for every choice of \"{id}\"", self.name());
        self.report(Diagnostic::new(&codes::MISSING_VALUE, message).at(span, label).hint(
            if self.case.issues[issue].is_range() {
                format!("add values.{id}.curve = [[amount, value], …] over the whole range")
            } else {
                format!("add values.{id} with a value for each choice")
            },
        ));
    }

    fn values(&mut self, issue: IssueIdx, values: &Values) {
        let row = &self.case.issues[issue];
        let centres = match values {
            Values::Curve { knots, why, span } => {
                self.explained(why, *span);
                knots.iter().for_each(|knot| self.on_scale(knot.value.low(), knot.value.high(), *span));
                Some((centres_on_grid(knots, row.choices.rows().filter_map(|choice| choice.amount)), *span))
            }
            Values::ByChoice(table) => self.named_values(issue, table),
            Values::Along { tables, knots, why, span } => {
                self.explained(why, *span);
                knots.iter().for_each(|knot| self.on_scale(knot.value.low(), knot.value.high(), *span));
                self.without_orders(*span);
                Some((reached(tables, knots), *span))
            }
        };
        if let Some((centres, span)) = centres {
            self.swing(issue, &centres, span);
        }
    }

    /// Orders and comparisons have no room for what several issues decide together.
    fn without_orders(&mut self, span: Span) {
        if !self.estimates.answers.is_empty() {
            let message = format!("{} has values by present value beside orders or comparisons", self.name());
            self.report(
                Diagnostic::new(&codes::NPV_OUT_OF_REACH, message)
                    .at(span, "decided by several issues together")
                    .hint("give points instead of orders and comparisons, or a curve over the share instead of npv"),
            );
        }
    }

    fn named_values(
        &mut self,
        issue: IssueIdx,
        table: &detente_base::Table<detente_case::ChoiceIdx, Option<Estimate>>,
    ) -> Option<(Vec<Decimal>, Span)> {
        for value in table.rows().flatten() {
            self.explained(&value.why, value.span);
            self.on_scale(value.range.low(), value.range.high(), value.span);
        }
        let centres: Option<Vec<Decimal>> =
            table.rows().map(|value| value.as_ref().map(|value| value.range.centre())).collect();
        let span = table.rows().flatten().next().map_or(self.estimates.span, |value| value.span);
        if self.estimates.answers.values.contains_key(&issue) {
            return None;
        }
        if centres.is_none() {
            let rows = table.rows().zip(self.case.issues[issue].choices.rows());
            let missing: Vec<&str> =
                rows.filter(|(value, _)| value.is_none()).map(|(_, choice)| choice.id.as_str()).collect();
            self.missing_value(issue, span, &format!("no value for {}", missing.join(", ")));
        }
        centres.map(|centres| (centres, span))
    }

    pub(super) fn on_scale(&mut self, low: Decimal, high: Decimal, span: Span) {
        if self.set.utility == Utility::Weighted && (low < Decimal::ZERO || Decimal::HUNDRED < high) {
            self.report(
                Diagnostic::new(&codes::VALUE_OFF_SCALE, "a value within an issue is between 0 and 100")
                    .at(span, "this value")
                    .hint(
                        "0 is the issue's worst choice for the party, 100 its best; how much it matters is the weight",
                    ),
            );
        }
    }

    fn swing(&mut self, issue: IssueIdx, centres: &[Decimal], span: Span) {
        let weight = self.estimates.weights.get(&issue).map(|weight| weight.range.centre());
        if self.set.utility == Utility::Payoffs || weight.is_none_or(|weight| weight == Decimal::ZERO) {
            return;
        }
        let (low, high) = (centres.iter().min().copied(), centres.iter().max().copied());
        if low != Some(Decimal::ZERO) || high != Some(Decimal::HUNDRED) {
            let id = &self.case.issues[issue].id;
            self.report(
                Diagnostic::new(
                    &codes::SWING_SCALE,
                    format!("the central values of \"{id}\" do not span exactly 0 and 100"),
                )
                .at(span, "these values")
                .hint("a swing weight is the worth of going from 0 to 100: give the worst choice 0 and the best 100"),
            );
        }
    }

    fn linkage(&mut self, linkage: &Linkage) {
        self.explained(&linkage.points.why, linkage.span.within(0, 1));
        let claimed = linkage.claimed_by.is_some_and(|claimant| claimant != self.party);
        if claimed && !linkage.points.range.contains(Decimal::ZERO) {
            self.report(
                Diagnostic::new(
                    &codes::CLAIM_WITHOUT_ZERO,
                    "points that rest on another party's claim, without zero in their range",
                )
                .at(linkage.points.span, "this range")
                .hint("let the range contain 0: the party itself has not said so"),
            );
        }
    }

    fn probability(&mut self, probability: &Estimate) {
        let one = Decimal::from_thousandths(Decimal::UNIT);
        if probability.range.low() < Decimal::ZERO || one < probability.range.high() {
            self.report(
                Diagnostic::new(&codes::BAD_PROBABILITY, "a probability is between 0 and 1")
                    .at(probability.span, "this probability")
                    .hint("write 0.8 for eighty in a hundred"),
            );
        }
    }

    fn alternative(&mut self) {
        let Some(alternative) = &self.estimates.alternative else { return };
        let rates = [&alternative.alternative_per_month, &alternative.agreement_per_month];
        for estimate in rates.into_iter().flatten() {
            self.explained(&estimate.why, estimate.span);
        }
        for estimate in alternative.events.iter().flat_map(detente_estimate::DatedChange::estimates) {
            self.explained(&estimate.why, estimate.span);
        }
    }

    /// A number has a reason, and claims and assessments are none.
    pub(super) fn explained(&mut self, why: &Why, span: Span) {
        if why.is_missing() {
            self.report(
                Diagnostic::new(&codes::UNEXPLAINED_ASSUMPTION, "a number without a reason")
                    .at(span, "whose guess, and why?")
                    .hint("add because = \"…\" or basis = [\"…\"], here or for the whole party"),
            );
        }
        if let Some(id) = why.basis.iter().find(|id| self.is_claim(id)) {
            self.report(
                Diagnostic::new(&codes::CLAIM_AS_VALUE, format!("\"{id}\" is a claim or an assessment, not a wish"))
                    .at(span, "rests on it")
                    .hint("rest the number on a position of the party, or give a reason of your own"),
            );
        }
    }

    fn is_claim(&self, id: &Id) -> bool {
        let position = self.ledger.position(id.as_str()).map(|found| &self.ledger.positions[found]);
        position.is_some_and(|position| matches!(position.kind, Kind::Claim | Kind::Assessment))
    }
}

/// The central values that are reached, where one table decides; else those at the ends.
fn reached(tables: &[Amounts], knots: &[Knot]) -> Vec<Decimal> {
    match tables {
        [only] => centres_on_grid(knots, only.amounts.iter().copied()),
        _ => knots.iter().map(|knot| knot.value.centre()).collect(),
    }
}
