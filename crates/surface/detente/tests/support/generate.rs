//! Random small cases. What is drawn are plain numbers that the issues then bend to their size, so that failures shrink.
//! Numbers are mostly coarse, because ties are where answers go wrong.

use proptest::collection::vec;
use proptest::option::{of, weighted};
use proptest::prelude::*;
use proptest::sample::select;

use super::spec::{
    Compare, Cond, Consent, Estimates, Issue, Kind, Num, Offer, Package, RedLine, Rule, Set, Spec, Values,
};

/// A case that is read without errors: its rules leave at least one package.
pub(crate) fn spec() -> impl Strategy<Value = Spec> {
    let parties = vec(consent(), 2..=3);
    let issues = vec(issue(), 2..=4);
    let rules = vec(rule(), 0..=2);
    let red_lines = vec((any::<u8>(), cond(), firmness()), 0..=3);
    let offers = vec((any::<u8>(), cond(), cond(), select(STATUSES)), 0..=2);
    let opposed = prop::bool::weighted(0.5);
    let heads = (prop::bool::weighted(0.2), any::<bool>(), opposed);
    let sets = vec((heads, vec(weighted(0.93, estimates()), 3)), 1..=2);
    let anchor = (vec(any::<u8>(), 4), prop::bool::weighted(0.7));
    (parties, issues, rules, red_lines, offers, sets, anchor).prop_map(
        |(parties, issues, rules, red_lines, offers, sets, (anchor, kind))| {
            let bend = Bend { parties: parties.len(), anchor: at(&issues, &anchor), issues: &issues, kind };
            let parties = parties.into_iter().map(|party| bend.consent(party)).collect();
            let rules = rules.into_iter().map(|rule| bend.rule(rule)).filter(|rule| bend.allows(rule)).collect();
            let red_lines = red_lines.into_iter().filter_map(|line| bend.red_line(line)).collect();
            let offers = offers.into_iter().filter_map(|offer| bend.offer(offer)).collect();
            let sets = sets.into_iter().map(|set| bend.set(set)).collect();
            Spec { parties, issues, rules, red_lines, offers, sets }
        },
    )
}

const STATUSES: &[Option<&str>] = &[None, Some("made"), Some("dismissed"), Some("withdrawn")];

fn at(issues: &[Issue], raw: &[u8]) -> Package {
    issues.iter().zip(raw).map(|(issue, &raw)| usize::from(raw) % issue.size).collect()
}

/// A condition before it knows the issues.
#[derive(Clone, Debug)]
enum Raw {
    Constant(bool),
    Is(u8, u8),
    IsNot(u8, u8),
    In(u8, Vec<u8>),
    Sum(Vec<(u8, i64, u8)>, Compare, i64),
    Not(Box<Raw>),
    And(Vec<Raw>),
    Or(Vec<Raw>),
    Implies(Box<Raw>, Box<Raw>),
}

fn cond() -> impl Strategy<Value = Raw> {
    let coefficient = select(&[1000_i64, 1000, 1000, 2000, -1000, 500, 1500][..]);
    let compare = select(
        &[Compare::AtMost, Compare::AtLeast, Compare::Less, Compare::More, Compare::Equal, Compare::Different][..],
    );
    let offset = select(&[0_i64, 0, 0, 100, -100, 5000, -5000][..]);
    let leaf = prop_oneof![
        1 => any::<bool>().prop_map(Raw::Constant),
        8 => (any::<u8>(), any::<u8>()).prop_map(|(issue, choice)| Raw::Is(issue, choice)),
        5 => (any::<u8>(), any::<u8>()).prop_map(|(issue, choice)| Raw::IsNot(issue, choice)),
        5 => (any::<u8>(), vec(any::<u8>(), 1..=3)).prop_map(|(issue, choices)| Raw::In(issue, choices)),
        8 => (vec((any::<u8>(), coefficient, any::<u8>()), 1..=3), compare, offset)
            .prop_map(|(terms, compare, offset)| Raw::Sum(terms, compare, offset)),
    ];
    leaf.prop_recursive(2, 6, 2, |inner| {
        prop_oneof![
            inner.clone().prop_map(|inner| Raw::Not(Box::new(inner))),
            vec(inner.clone(), 2..=2).prop_map(Raw::And),
            vec(inner.clone(), 2..=2).prop_map(Raw::Or),
            (inner.clone(), inner).prop_map(|(left, right)| Raw::Implies(Box::new(left), Box::new(right))),
        ]
    })
}

#[derive(Clone, Debug)]
enum RawConsent {
    Always,
    Never,
    OnlyIf(Raw),
}

fn consent() -> impl Strategy<Value = RawConsent> {
    prop_oneof![12 => Just(RawConsent::Always), 1 => Just(RawConsent::Never), 3 => cond().prop_map(RawConsent::OnlyIf)]
}

fn issue() -> impl Strategy<Value = Issue> {
    let range = (select(&[0_i64, 0, 10_000, 2_500, -20_000][..]), select(&[10_000_i64, 5_000, 500][..]), any::<bool>());
    prop_oneof![
        (2_usize..=4, any::<bool>()).prop_map(|(size, scale)| Issue { size, kind: Kind::Named { scale } }),
        (2_usize..=5, range)
            .prop_map(|(size, (from, step, unit))| Issue { size, kind: Kind::Range { from, step, unit } }),
    ]
}

#[derive(Clone, Debug)]
enum RawRule {
    When(Raw, Raw),
    Always(Raw),
    Never(Raw),
}

fn rule() -> impl Strategy<Value = RawRule> {
    prop_oneof![
        (cond(), cond()).prop_map(|(when, then)| RawRule::When(when, then)),
        cond().prop_map(RawRule::Always),
        cond().prop_map(RawRule::Never),
    ]
}

fn firmness() -> impl Strategy<Value = &'static str> {
    select(&["stated-absolute", "strong", "strong", "negotiable", "unclear"][..])
}

/// A number from 0 to 100, in thousandths, mostly coarse.
fn number() -> impl Strategy<Value = i64> {
    prop_oneof![
        4 => (0_i64..=4).prop_map(|n| n * 25_000),
        4 => (0_i64..=10).prop_map(|n| n * 10_000),
        2 => (0_i64..=100).prop_map(|n| n * 1000),
        1 => 0_i64..=100_000,
    ]
}

fn num(words: bool) -> impl Strategy<Value = Num> {
    let word = select(&["none", "low", "medium", "high", "full"][..]);
    prop_oneof![
        6 => number().prop_map(Num::Single),
        3 => (number(), number()).prop_map(|(a, b)| Num::Uniform(a.min(b), a.max(b))),
        2 => [number(), number(), number()].prop_map(|mut three| {
            three.sort_unstable();
            Num::Triangular(three[0], three[1], three[2])
        }),
        u32::from(words) => word.prop_map(Num::Word),
    ]
}

fn moved(num: &Num, by: i64) -> Num {
    match *num {
        Num::Single(a) => Num::Single(a + by),
        Num::Uniform(a, b) => Num::Uniform(a + by, b + by),
        Num::Triangular(a, b, c) => Num::Triangular(a + by, b + by, c + by),
        Num::Word(word) => Num::Word(word),
    }
}

fn halved(num: &Num) -> Num {
    match *num {
        Num::Single(a) => Num::Single(a / 2),
        Num::Uniform(a, b) => Num::Uniform(a / 2, b / 2),
        Num::Triangular(a, b, c) => Num::Triangular(a / 2, b / 2, c / 2),
        Num::Word(word) => Num::Word(word),
    }
}

/// Estimates of a party before they know the issues.
#[derive(Clone, Debug)]
struct RawEstimates {
    bottom_line: Option<Num>,
    has_weights: bool,
    weights: Vec<Option<Num>>,
    values: Vec<(Vec<Num>, Option<Vec<i64>>, bool)>,
    linkages: Vec<(Raw, Num)>,
    red_lines: Vec<(Raw, &'static str, Option<Num>)>,
}

fn estimates() -> impl Strategy<Value = RawEstimates> {
    let line = weighted(0.85, num(true).prop_map(|num| halved(&num)));
    let weight = weighted(0.9, prop_oneof![1 => Just(Num::Single(0)), 8 => num(true)]);
    let curve = of(vec(select(&[300_i64, 500, 777][..]), 0..=2));
    let values = vec((vec(num(true), 5), curve, prop::bool::weighted(0.85)), 4);
    let linkages = vec((cond(), num(false).prop_map(|num| moved(&halved(&num), -25_000))), 0..=2);
    let probability = of(prop_oneof![Just(Num::Single(0)), Just(Num::Single(800)), Just(Num::Uniform(200, 900))]);
    let red_lines = vec((cond(), firmness(), probability), 0..=2);
    (line, prop::bool::weighted(0.93), vec(weight, 4), values, linkages, red_lines).prop_map(
        |(bottom_line, has_weights, weights, values, linkages, red_lines)| RawEstimates {
            bottom_line,
            has_weights,
            weights,
            values,
            linkages,
            red_lines,
        },
    )
}

/// Payoffs, comparable, opposed; parties.
type RawSet = ((bool, bool, bool), Vec<Option<RawEstimates>>);

/// Makes two parties want the opposite, in steps of fifty and with the same weights: then there is a frontier, and there are
/// ties on it.
fn oppose(one: &mut Estimates, other: &mut Estimates) {
    let coarse = |num: &Num| match *num {
        Num::Single(a) | Num::Uniform(a, _) | Num::Triangular(_, a, _) => (a / 50_000 * 50_000).clamp(0, 100_000),
        Num::Word(word) => {
            if matches!(word, "high" | "full") {
                100_000
            } else {
                0
            }
        }
    };
    let map = |values: &Values, change: &dyn Fn(i64) -> i64| match values {
        Values::ByChoice(nums) => Values::ByChoice(nums.iter().map(|num| Num::Single(change(coarse(num)))).collect()),
        Values::Curve(corners) => {
            Values::Curve(corners.iter().map(|(at, num)| (*at, Num::Single(change(coarse(num))))).collect())
        }
    };
    let all = |of: &[Option<Values>], change: &dyn Fn(i64) -> i64| {
        of.iter().map(|values| values.as_ref().map(|values| map(values, change))).collect()
    };
    one.values = all(&one.values, &|value| value);
    other.values = all(&one.values, &|value| 100_000 - value);
    for (weight, values) in one.weights.iter_mut().zip(&one.values) {
        *weight = weight.as_ref().filter(|_| values.is_some()).map(|weight| Num::Single(1000 + coarse(weight)));
    }
    other.weights.clone_from(&one.weights);
    one.bottom_line = other.bottom_line.clone();
    for of in [one, other] {
        of.linkages.truncate(1);
        let lower = |line: &Num| halved(&halved(line));
        of.bottom_line = of.bottom_line.as_ref().map(lower);
    }
}

/// Bends raw numbers to the case.
struct Bend<'i> {
    parties: usize,
    issues: &'i [Issue],
    /// A package that every rule allows.
    anchor: Package,
    /// Whether every limit allows it too.
    kind: bool,
}

impl Bend<'_> {
    fn issue(&self, raw: u8) -> usize {
        usize::from(raw) % self.issues.len()
    }

    fn choice(&self, issue: usize, raw: u8) -> usize {
        usize::from(raw) % self.issues[issue].size
    }

    fn cond(&self, raw: Raw) -> Cond {
        let boxed = |raw: Box<Raw>| Box::new(self.cond(*raw));
        let all = |parts: Vec<Raw>| parts.into_iter().map(|part| self.cond(part)).collect();
        match raw {
            Raw::Constant(value) => Cond::Constant(value),
            Raw::Is(issue, choice) => Cond::Is(self.issue(issue), self.choice(self.issue(issue), choice)),
            Raw::IsNot(issue, choice) => Cond::IsNot(self.issue(issue), self.choice(self.issue(issue), choice)),
            Raw::In(issue, choices) => {
                let issue = self.issue(issue);
                let choices: Vec<usize> = choices.into_iter().map(|choice| self.choice(issue, choice)).collect();
                // A set lists amounts without a sign.
                match choices.iter().find(|&&choice| self.issues[issue].amount(choice) < 0) {
                    Some(&negative) => Cond::Is(issue, negative),
                    None => Cond::In(issue, choices),
                }
            }
            Raw::Sum(terms, compare, offset) => self.sum(&terms, compare, offset),
            Raw::Not(inner) => Cond::Not(boxed(inner)),
            Raw::And(parts) => Cond::And(all(parts)),
            Raw::Or(parts) => Cond::Or(all(parts)),
            Raw::Implies(left, right) => Cond::Implies(boxed(left), boxed(right)),
        }
    }

    /// A sum over range issues whose bound some package meets exactly, or nearly.
    fn sum(&self, terms: &[(u8, i64, u8)], compare: Compare, offset: i64) -> Cond {
        let ranges: Vec<usize> = (0..self.issues.len()).filter(|&issue| self.issues[issue].is_range()).collect();
        if ranges.is_empty() {
            return self.cond(Raw::Is(terms[0].0, terms[0].2));
        }
        let term = |&(raw, times, choice): &(u8, i64, u8)| (ranges[usize::from(raw) % ranges.len()], times, choice);
        let terms: Vec<(usize, i64, u8)> = terms.iter().map(term).collect();
        let met: i64 =
            terms.iter().map(|&(issue, times, raw)| times * self.issues[issue].amount(self.choice(issue, raw))).sum();
        // An amount off the grid is refused as a slip.
        let exact = terms.len() == 1 && matches!(compare, Compare::Equal | Compare::Different);
        let bound = met / 1000 + if exact { 0 } else { offset };
        Cond::Sum(terms.into_iter().map(|(issue, times, _)| (issue, times)).collect(), compare, bound)
    }

    fn consent(&self, raw: RawConsent) -> Consent {
        match raw {
            RawConsent::Always => Consent::Always,
            RawConsent::Never => Consent::Never,
            RawConsent::OnlyIf(raw) => Consent::OnlyIf(self.cond(raw)),
        }
    }

    fn rule(&self, raw: RawRule) -> Rule {
        match raw {
            RawRule::When(when, then) => Rule::When(self.cond(when), self.cond(then)),
            RawRule::Always(always) => Rule::Always(self.cond(always)),
            RawRule::Never(never) => Rule::Never(self.cond(never)),
        }
    }

    fn allows(&self, rule: &Rule) -> bool {
        rule.holds(self.issues, &self.anchor)
    }

    fn party(&self, raw: u8) -> usize {
        usize::from(raw) % self.parties
    }

    fn is_crossed(&self, cond: &Cond) -> bool {
        self.kind && cond.holds(self.issues, &self.anchor)
    }

    fn red_line(&self, (party, never, firmness): (u8, Raw, &'static str)) -> Option<RedLine> {
        let never = self.cond(never);
        (!self.is_crossed(&never)).then(|| RedLine { party: self.party(party), never, firmness })
    }

    fn offer(&self, (party, offer, only_if, status): (u8, Raw, Raw, Option<&'static str>)) -> Option<Offer> {
        let (offer, only_if) = (self.cond(offer), self.cond(only_if));
        let is_crossed = self.is_crossed(&offer) && !only_if.holds(self.issues, &self.anchor);
        (!is_crossed).then(|| Offer { party: self.party(party), offer, only_if, status })
    }

    fn set(&self, ((payoffs, comparable, opposed), parties): RawSet) -> Set {
        let parties = parties.into_iter().take(self.parties);
        let mut parties: Vec<_> = parties.map(|raw| Some(self.estimates(raw?, payoffs))).collect();
        if let (true, [Some(one), Some(other), ..]) = (opposed, parties.as_mut_slice()) {
            oppose(one, other);
        }
        Set { payoffs, comparable, parties }
    }

    fn estimates(&self, raw: RawEstimates, payoffs: bool) -> Estimates {
        let mut weights = raw.weights;
        weights.truncate(self.issues.len());
        if payoffs || !raw.has_weights || weights.iter().flatten().all(is_zero) {
            weights.fill(None);
        }
        let values = self.issues.iter().zip(raw.values).zip(&weights).map(|((issue, raw), weight)| {
            let needed = weight.as_ref().is_some_and(|weight| !never_counts(weight));
            (needed || raw.2).then(|| Self::values(issue, raw.0, raw.1, payoffs))
        });
        let values = values.collect();
        let linkages = raw.linkages.into_iter().map(|(when, points)| (self.cond(when), points)).collect();
        let red_lines = raw.red_lines.into_iter().map(|(never, firmness, odds)| (self.cond(never), firmness, odds));
        let red_lines = red_lines.filter(|(never, _, _)| !self.is_crossed(never)).collect();
        Estimates { bottom_line: raw.bottom_line, weights, values, linkages, red_lines }
    }

    #[expect(clippy::needless_pass_by_value, reason = "strategies hand over what they made")]
    fn values(issue: &Issue, nums: Vec<Num>, curve: Option<Vec<i64>>, payoffs: bool) -> Values {
        let shift = |num: &Num| if payoffs { moved(num, -30_000) } else { num.clone() };
        if !issue.is_range() {
            return Values::ByChoice(nums.iter().take(issue.size).map(shift).collect());
        }
        let mut inner = curve.unwrap_or_default();
        inner.sort_unstable();
        inner.dedup();
        let (from, to) = (issue.amount(0), issue.amount(issue.size - 1));
        let along = inner.into_iter().map(|share| from + (to - from) * share / 1000);
        let corners = [from].into_iter().chain(along).chain([to]);
        Values::Curve(corners.zip(nums.iter().map(shift)).collect())
    }
}

fn is_zero(num: &Num) -> bool {
    match *num {
        Num::Single(a) | Num::Triangular(_, a, _) => a == 0,
        // The midpoint of 0 and 0.001 rounds to 0.
        Num::Uniform(a, b) => a + b <= 1,
        Num::Word(word) => word == "none",
    }
}

fn never_counts(num: &Num) -> bool {
    match *num {
        Num::Single(a) | Num::Uniform(_, a) | Num::Triangular(_, _, a) => a == 0,
        Num::Word(word) => word == "none",
    }
}
