//! Orders and comparisons as relations between weights and values.

use detente_base::Span;
use detente_case::{ChoiceIdx, IssueIdx};
use detente_estimate::{Compared, Comparison, Order, Part};
use detente_polytope::{Fits, Relation, Term};

use super::decided::{decided, is_the_same};
use super::space::{Builder, OpenLinkage};

impl Builder<'_> {
    /// `None` where the factors are too large.
    pub(super) fn relations(&mut self) -> Option<()> {
        let of = self.of;
        if let Some(order) = &of.answers.weights {
            self.issue_order(order);
        }
        for (&issue, order) in &of.answers.values {
            self.choice_order(issue, order);
        }
        of.answers.comparisons.iter().try_for_each(|comparison| self.comparison(comparison))
    }

    fn issue_order(&mut self, order: &Order<IssueIdx>) {
        let case = self.case;
        for ((a, a_at), (b, b_at), fits) in steps(order) {
            let (Some(&first), Some(&second)) = (self.found.weights.get(&a), self.found.weights.get(&b)) else {
                continue;
            };
            let says = if fits == Fits::Level { "level with" } else { "before" };
            let words = format!("the order: \"{}\" {says} \"{}\"", case.issues[a].id, case.issues[b].id);
            let member = self.member(joined(a_at, b_at), words);
            let term = |weight, factor| Term { weight: Some(weight), value: None, factor };
            let terms = vec![term(first, 1), term(second, -1)];
            self.found.space.relations.push(Relation { terms, fits, member });
        }
    }

    fn choice_order(&mut self, issue: IssueIdx, order: &Order<ChoiceIdx>) {
        let row = &self.case.issues[issue];
        let value = |builder: &Self, choice: ChoiceIdx| {
            builder.found.worths.get(&issue).and_then(|worths| worths[choice].parts.first()).map(|(value, _)| *value)
        };
        for ((a, a_at), (b, b_at), fits) in steps(order) {
            let (Some(first), Some(second)) = (value(self, a), value(self, b)) else { continue };
            let says = if fits == Fits::Level { "level with" } else { "before" };
            let words = format!("the order: \"{}\" {says} \"{}\"", row.choices[a].id, row.choices[b].id);
            let member = self.member(joined(a_at, b_at), words);
            let term = |value, factor| Term { weight: None, value: Some(value), factor };
            let terms = vec![term(first, 1), term(second, -1)];
            self.found.space.relations.push(Relation { terms, fits, member });
        }
    }

    fn comparison(&mut self, comparison: &Comparison) -> Option<()> {
        let terms = match &comparison.of {
            Compared::Issues(more, less) => {
                let weight = |issue: &IssueIdx, factor| {
                    let weight = self.found.weights.get(issue).copied()?;
                    Some(Term { weight: Some(weight), value: None, factor })
                };
                [weight(more, 1), weight(less, -1)].into_iter().flatten().collect()
            }
            Compared::Packages(more, less) => {
                let Some(linked) = self.linked(comparison.span, more, less) else { return Some(()) };
                self.packages(more, less, linked)?
            }
        };
        let fits = if comparison.strictly { Fits::More } else { Fits::AtLeast };
        let words =
            comparison.id.as_ref().map_or_else(|| "this comparison".to_owned(), |id| format!("comparison \"{id}\""));
        let member = self.member(comparison.span, words);
        self.found.space.relations.push(Relation { terms, fits, member });
        Some(())
    }

    /// By how many thousandths of points the linkages of the first package exceed those of the second, each at its centre;
    /// `None` where one of them is open, which is noted.
    fn linked(&mut self, span: Span, more: &Part, less: &Part) -> Option<i64> {
        let (mut difference, mut all_decided) = (0_i64, true);
        for linkage in &self.of.linkages {
            let held = [more, less].map(|part| decided(&linkage.when.formula, part));
            let points = linkage.points.range.centre().thousandths();
            match held {
                [Some(true), Some(false)] => difference = difference.saturating_add(points),
                [Some(false), Some(true)] => difference = difference.saturating_sub(points),
                [Some(_), Some(_)] => {}
                _ if is_the_same(&linkage.when.formula, more, less) => {}
                _ => {
                    let issues = linkage.when.formula.issues();
                    let missing = issues.into_iter().filter(|issue| !more.contains_key(issue)).collect();
                    self.found.open.push(OpenLinkage { comparison: span, linkage: linkage.when.span, missing });
                    all_decided = false;
                }
            }
        }
        all_decided.then_some(difference)
    }

    /// The worth of `more` less that of `less`, times the sum of the weights and all denominators.
    fn packages(&self, more: &Part, less: &Part, linked: i64) -> Option<Vec<Term>> {
        let differing = more.iter().filter(|(issue, choice)| less.get(issue) != Some(choice));
        let mut sides = Vec::new();
        for (issue, &choice) in differing {
            let (Some(&weight), Some(worths)) = (self.found.weights.get(issue), self.found.worths.get(issue)) else {
                continue;
            };
            sides.push((weight, &worths[choice], 1_i64));
            if let Some(&other) = less.get(issue) {
                sides.push((weight, &worths[other], -1));
            }
        }
        let common = sides.iter().try_fold(1_i64, |common, (_, worth, _)| lcm(common, worth.denominator))?;
        let mut terms = Vec::new();
        for (weight, worth, sign) in sides {
            for &(value, numerator) in worth.parts.iter().filter(|(_, numerator)| *numerator != 0) {
                let factor = numerator.checked_mul(common / worth.denominator)?.checked_mul(sign)?;
                terms.push(Term { weight: Some(weight), value: Some(value), factor });
            }
        }
        if linked != 0 {
            let factor = linked.checked_mul(common)?;
            terms.extend(self.found.weights.values().map(|&weight| Term { weight: Some(weight), value: None, factor }));
        }
        terms.iter().all(|term| term.factor.unsigned_abs() < 1 << 40).then_some(terms)
    }
}

fn lcm(a: i64, b: i64) -> Option<i64> {
    let (mut common, mut rest) = (a, b);
    while rest != 0 {
        (common, rest) = (rest, common % rest);
    }
    (a / common.max(1)).checked_mul(b)
}

type Step<I> = ((I, Span), (I, Span), Fits);

/// An order step by step: within a class the first is level with each other, between classes the first with the next first.
fn steps<I: Copy>(order: &Order<I>) -> Vec<Step<I>> {
    let mut steps = Vec::new();
    let mut before: Option<(I, Span)> = None;
    for class in &order.classes {
        let Some((first, others)) = class.split_first() else { continue };
        let first = (first.of, first.span);
        steps.extend(before.map(|before| (before, first, Fits::AtLeast)));
        steps.extend(others.iter().map(|other| (first, (other.of, other.span), Fits::Level)));
        before = Some(first);
    }
    steps
}

/// From the start of the one to the end of the other.
fn joined(a: Span, b: Span) -> Span {
    Span::new(a.file, a.start.min(b.start), a.end.max(b.end))
}
