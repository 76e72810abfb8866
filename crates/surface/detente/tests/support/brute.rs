//! The answers of `deals` by looking at every package, written from DEFINITIONS 2–6 and 9–12 on the domain's own types.
//! Nothing of the lowering or of the engine is used; of `detente-deals` only the names of its answers.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use detente::base::Index;
use detente::case::{Case, ChoiceIdx, Consent, Firmness, Formula, IssueIdx, OfferStatus, PartyIdx};
use detente::deals::{LimitRef, Principle};
use detente::estimate::{EstimateSet, Knot, PartyEstimates, Range, Rate, StatusWorth, Utility, Values};
use num_rational::Ratio;

/// An exact number.
pub(crate) type Q = Ratio<i128>;
/// The choice of each issue.
pub(crate) type Package = Vec<ChoiceIdx>;

/// What is asked beside what the case itself says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Question {
    pub(crate) all_limits: bool,
    pub(crate) over: Option<Vec<PartyIdx>>,
}

/// A limit of an owner.
pub(crate) struct Limit<'c> {
    pub(crate) of: LimitRef,
    pub(crate) owner: PartyIdx,
    /// X, and Y of "X only if Y".
    forbids: (&'c Formula, Option<&'c Formula>),
    pub(crate) in_force: bool,
}

/// A case and what is asked of it.
pub(crate) struct Brute<'c> {
    pub(crate) case: &'c Case,
    pub(crate) limits: Vec<Limit<'c>>,
    pub(crate) principals: Vec<PartyIdx>,
    consents: Vec<Consent>,
}

/// Whether `formula` holds.
pub(crate) fn holds(formula: &Formula, x: &[ChoiceIdx]) -> bool {
    match formula {
        Formula::Is(issue, choices) => choices.contains(&x[issue.position()]),
        Formula::AtMost { terms, bound } => {
            let sum: i128 = terms.iter().map(|term| i128::from(term.amounts[x[term.issue.position()]])).sum();
            sum <= i128::from(*bound)
        }
        Formula::Connected(graph) => {
            let marked = graph.open.iter().map(|(issue, choices)| choices.contains(&x[issue.position()]));
            let mut marked: Vec<bool> = marked.collect();
            marked.extend((0..graph.always).map(|_| true));
            detente::engine::components(&marked, &graph.edges) <= graph.max_components
        }
        Formula::Not(inner) => !holds(inner, x),
        Formula::All(parts) => parts.iter().all(|part| holds(part, x)),
        Formula::Any(parts) => parts.iter().any(|part| holds(part, x)),
    }
}

/// Every package, by κ: issues and choices sorted by the bytes of their ids, the first issue counting most.
pub(crate) fn for_each_package(case: &Case, mut look: impl FnMut(&[ChoiceIdx])) {
    let ids: Vec<&str> = case.issues.rows().map(|issue| issue.id.as_str()).collect();
    assert!(ids.is_sorted(), "the domain keeps issues in order of id");
    let sorted = |issue: &detente::case::Issue| {
        let mut choices: Vec<(Vec<u8>, ChoiceIdx)> =
            issue.choices.iter().map(|(idx, choice)| (choice.id.clone().into_bytes(), idx)).collect();
        choices.sort();
        choices.into_iter().map(|(_, idx)| idx).collect()
    };
    let choices: Vec<Vec<ChoiceIdx>> = case.issues.rows().map(sorted).collect();
    let mut ranks = vec![0; choices.len()];
    let mut x: Package = choices.iter().map(|choices| choices[0]).collect();
    loop {
        look(&x);
        let Some(next) = (0..ranks.len()).rev().find(|&issue| ranks[issue] + 1 < choices[issue].len()) else { return };
        ranks[next] += 1;
        ranks[next + 1..].fill(0);
        for issue in next..ranks.len() {
            x[issue] = choices[issue][ranks[issue]];
        }
    }
}

impl<'c> Brute<'c> {
    pub(crate) fn new(case: &'c Case, set: Option<&'c EstimateSet>, question: &Question) -> Self {
        let binds = |firmness: Firmness| match firmness {
            Firmness::StatedAbsolute | Firmness::Strong => true,
            Firmness::Negotiable | Firmness::Unclear => question.all_limits,
        };
        let lines = case.red_lines.iter().map(|(idx, line)| Limit {
            of: LimitRef::RedLine(idx),
            owner: line.party,
            forbids: (&line.never.formula, None),
            in_force: binds(line.firmness),
        });
        let standing = case.offers.iter().filter(|(_, offer)| offer.status != OfferStatus::Withdrawn);
        let offers = standing.map(|(idx, offer)| Limit {
            of: LimitRef::Offer(idx),
            owner: offer.party,
            forbids: (&offer.offer.formula, Some(&offer.only_if.formula)),
            in_force: true,
        });
        let estimated = case.parties.indices().flat_map(|party| {
            let lines = set.and_then(|set| set.party(party)).map_or(&[][..], |of| &of.red_lines);
            lines.iter().enumerate().map(move |(rank, line)| Limit {
                of: LimitRef::Estimated(party, rank),
                owner: party,
                forbids: (&line.never.formula, None),
                in_force: binds(line.firmness),
            })
        });
        let over = |party: &PartyIdx| question.over.as_ref().is_some_and(|over| over.contains(party));
        let consent = |(idx, party): (PartyIdx, &detente::case::Party)| {
            if over(&idx) { Consent::Always } else { party.consent.clone() }
        };
        let consents: Vec<Consent> = case.parties.iter().map(consent).collect();
        let always = |party: &PartyIdx| consents[party.position()] == Consent::Always;
        let principals = question.over.clone().unwrap_or_else(|| case.parties.indices().filter(always).collect());
        Self { case, limits: lines.chain(offers).chain(estimated).collect(), principals, consents }
    }

    pub(crate) fn within_rules(&self, x: &[ChoiceIdx]) -> bool {
        self.case.rules.rows().all(|rule| holds(&rule.holds, x))
    }

    pub(crate) fn consent_needed(&self, party: PartyIdx, x: &[ChoiceIdx]) -> bool {
        match &self.consents[party.position()] {
            Consent::Always => true,
            Consent::Never => false,
            Consent::OnlyIf(condition) => holds(&condition.formula, x),
        }
    }

    /// Whether the limit is crossed by a package that its owner is asked about.
    pub(crate) fn excludes(&self, limit: &Limit<'_>, x: &[ChoiceIdx]) -> bool {
        let (never, unless) = limit.forbids;
        self.consent_needed(limit.owner, x) && holds(never, x) && !unless.is_some_and(|unless| holds(unless, x))
    }

    fn within_limits(&self, x: &[ChoiceIdx]) -> bool {
        !self.limits.iter().any(|limit| limit.in_force && self.excludes(limit, x))
    }
}

/// Packages counted, and counted by choice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) packages: u128,
    pub(crate) by_choice: BTreeMap<(IssueIdx, ChoiceIdx), u128>,
}

impl Count {
    fn add(&mut self, x: &[ChoiceIdx]) {
        self.packages += 1;
        for (issue, &choice) in x.iter().enumerate() {
            *self.by_choice.entry((IssueIdx::new(issue), choice)).or_default() += 1;
        }
    }

    pub(crate) fn of(&self, issue: IssueIdx, choice: ChoiceIdx) -> u128 {
        self.by_choice.get(&(issue, choice)).copied().unwrap_or(0)
    }
}

/// The first answer.
#[derive(Debug, Default)]
pub(crate) struct Stated {
    pub(crate) space: u128,
    pub(crate) within_rules: Count,
    pub(crate) zone: Count,
    pub(crate) first: Option<Package>,
    /// Per limit, what is left with this limit alone.
    pub(crate) alone: Vec<Count>,
}

pub(crate) fn stated(brute: &Brute<'_>) -> Stated {
    let mut found = Stated { alone: vec![Count::default(); brute.limits.len()], ..Stated::default() };
    for_each_package(brute.case, |x| {
        found.space += 1;
        if !brute.within_rules(x) {
            return;
        }
        found.within_rules.add(x);
        let mut is_in_zone = true;
        for (limit, count) in brute.limits.iter().zip(&mut found.alone) {
            if brute.excludes(limit, x) {
                is_in_zone &= !limit.in_force;
            } else {
                count.add(x);
            }
        }
        if is_in_zone {
            found.zone.add(x);
            found.first.get_or_insert_with(|| x.to_vec());
        }
    });
    found
}

/// A party's numbers in points, exact.
pub(crate) struct Worth<'c> {
    /// Per issue and choice, what the choice adds.
    adds: Vec<Vec<Q>>,
    linkages: Vec<(&'c Formula, Q)>,
    /// Low end, centre and high end of the bottom line.
    pub(crate) line: Option<[Q; 3]>,
}

fn thousandths(number: detente::base::Decimal) -> Q {
    Q::new(i128::from(number.thousandths()), 1000)
}

/// To the nearest thousandth, halves to the even one.
fn rounded(number: Q) -> Q {
    let scaled = number * Q::from_integer(1000);
    let below = scaled.floor();
    let rest = scaled - below;
    let half = Q::new(1, 2);
    let up = half < rest || (rest == half && below.to_integer() % 2 != 0);
    (if up { below + Q::from_integer(1) } else { below }) / Q::from_integer(1000)
}

/// The mode, else the midpoint.
fn exact_centre(range: Range) -> Q {
    range
        .mode()
        .map_or_else(|| (thousandths(range.low()) + thousandths(range.high())) / Q::from_integer(2), thousandths)
}

fn centre(range: Range) -> Q {
    rounded(exact_centre(range))
}

/// Straight lines between the corners' centres, rounded once.
fn along(knots: &[Knot], at: Q) -> Q {
    let corner = |knot: &Knot| (thousandths(knot.at), exact_centre(knot.value));
    let corners: Vec<(Q, Q)> = knots.iter().map(corner).collect();
    if let Some((_, value)) = corners.iter().find(|(corner, _)| *corner == at) {
        return rounded(*value);
    }
    let pair = corners.windows(2).find(|pair| pair[0].0 < at && at < pair[1].0).expect("curves reach over the range");
    let ((from, low), (to, high)) = (pair[0], pair[1]);
    rounded(low + (high - low) * (at - from) / (to - from))
}

/// Of every part of a lens what each of its choices adds: 100 · (worth − least) / (greatest − least), least and greatest part by
/// part over the statuses it may have, each value rounded once (DEFINITIONS 26).
fn in_lenses(case: &Case, utility: Utility, of: &PartyEstimates, total: Q) -> BTreeMap<IssueIdx, Vec<Q>> {
    let zero = Q::from_integer(0);
    let mut adds = BTreeMap::new();
    for (&lens, estimates) in &of.lenses {
        let Some(values) = &estimates.values else { continue };
        let number = |at: usize| exact_centre(values.numbers[at].1.range);
        let sum = |rates: &[Rate], part: usize| -> Q {
            rates.iter().map(|rate| number(rate.number) * Q::new(i128::from(rate.amounts[part]), 1000)).sum()
        };
        let parts = &case.lenses[lens].parts;
        let worth = |part: usize, status: usize| match &values.worths[status] {
            None => zero,
            Some(StatusWorth::Number(at)) => number(*at) * sum(&values.counts, part),
            Some(StatusWorth::Rates(rates)) => sum(rates, part),
        };
        let worths: Vec<Vec<Q>> = (0..parts.len())
            .map(|part| parts[part].statuses.iter().map(|&status| worth(part, status)).collect())
            .collect();
        let least = |row: &[Q]| row.iter().min().copied().expect("a status");
        let span: Q = worths.iter().map(|row| row.iter().max().copied().expect("a status") - least(row)).sum();
        let weight = estimates.weight.as_ref().map_or(zero, |weight| centre(weight.range));
        for (part, row) in parts.iter().zip(&worths) {
            let add = |&worth: &Q| match utility {
                Utility::Payoffs => rounded(worth),
                Utility::Weighted if span == zero || total == zero => zero,
                Utility::Weighted => rounded(Q::from_integer(100) * (worth - least(row)) / span) * weight / total,
            };
            adds.insert(part.issue, row.iter().map(add).collect());
        }
    }
    adds
}

impl<'c> Worth<'c> {
    fn new(case: &'c Case, utility: Utility, of: Option<&'c PartyEstimates>) -> Self {
        let zero = Q::from_integer(0);
        let lens_weights = |of: &'c PartyEstimates| of.lenses.values().filter_map(|lens| lens.weight.as_ref());
        let total: Q =
            of.map_or(zero, |of| of.weights.values().chain(lens_weights(of)).map(|weight| centre(weight.range)).sum());
        let lensed = of.map_or_else(BTreeMap::new, |of| in_lenses(case, utility, of, total));
        let share = |issue: IssueIdx| match utility {
            Utility::Payoffs => Q::from_integer(1),
            Utility::Weighted if total == zero => zero,
            Utility::Weighted => {
                let weight = of.and_then(|of| of.weights.get(&issue)).map_or(zero, |weight| centre(weight.range));
                weight / total
            }
        };
        let value = |issue: IssueIdx, choice: ChoiceIdx| match of.and_then(|of| of.values.get(&issue)) {
            None => zero,
            Some(Values::ByChoice(values)) => values[choice].as_ref().map_or(zero, |value| centre(value.range)),
            Some(Values::Curve { knots, .. }) => {
                along(knots, thousandths(case.issues[issue].choices[choice].amount.expect("a range")))
            }
            // A value of several issues at once has an oracle of its own in tests/funds.rs.
            Some(Values::Along { .. }) => unreachable!("no case looked at here has a fund that is valued"),
        };
        let adds = |(issue, row): (IssueIdx, &detente::case::Issue)| {
            let adds = |choice: ChoiceIdx| match lensed.get(&issue) {
                Some(values) => values[choice.position()],
                None => share(issue) * value(issue, choice),
            };
            row.choices.indices().map(adds).collect()
        };
        let linkages = of.map_or(&[][..], |of| &of.linkages).iter();
        let line = of.and_then(|of| of.bottom_line.as_ref()).map(|line| line.range);
        Self {
            adds: case.issues.iter().map(adds).collect(),
            linkages: linkages.map(|link| (&link.when.formula, centre(link.points.range))).collect(),
            line: line.map(|line| [thousandths(line.low()), centre(line), thousandths(line.high())]),
        }
    }

    /// A number by which everything of the party becomes whole.
    fn scale(&self) -> i128 {
        let numbers = self.adds.iter().flatten().chain(self.linkages.iter().map(|(_, points)| points));
        numbers.chain(self.line.iter().flatten()).fold(1, |scale, number| lcm(scale, *number.denom()))
    }
}

fn lcm(a: i128, b: i128) -> i128 {
    let (mut x, mut y) = (a, b);
    while y != 0 {
        (x, y) = (y, x % y);
    }
    a / x * b
}

/// A party's numbers, made whole.
struct Whole<'w> {
    adds: Vec<Vec<i128>>,
    linkages: Vec<(&'w Formula, i128)>,
    line: Option<[i128; 3]>,
    scale: i128,
}

impl<'w> Whole<'w> {
    fn new(worth: &'w Worth<'_>) -> Self {
        let scale = worth.scale();
        let whole = |number: &Q| (number * Q::from_integer(scale)).to_integer();
        Self {
            adds: worth.adds.iter().map(|adds| adds.iter().map(whole).collect()).collect(),
            linkages: worth.linkages.iter().map(|(when, points)| (*when, whole(points))).collect(),
            line: worth.line.map(|line| line.map(|end| whole(&end))),
            scale,
        }
    }

    fn utility(&self, x: &[ChoiceIdx]) -> i128 {
        let values: i128 = x.iter().zip(&self.adds).map(|(choice, adds)| adds[choice.position()]).sum();
        let holding = self.linkages.iter().filter(|(when, _)| holds(when, x));
        values + holding.map(|(_, points)| points).sum::<i128>()
    }
}

/// Points of the principals, and who attains them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Attained {
    /// Points of the principals.
    pub(crate) vector: Vec<Q>,
    /// The κ-least package.
    pub(crate) witness: Package,
    /// What that package is worth to every party.
    pub(crate) points: Vec<Q>,
    pub(crate) packages: u128,
    pub(crate) gaining: Vec<PartyIdx>,
}

/// What a principle leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Solution {
    pub(crate) answers: Vec<Attained>,
    pub(crate) left_out: Vec<PartyIdx>,
}

/// The second answer.
pub(crate) struct Estimated {
    /// At low end, centre and high end.
    pub(crate) zones: [Count; 3],
    /// The packages of the zone at the centre.
    pub(crate) members: Vec<Package>,
    pub(crate) frontier: Vec<Attained>,
    pub(crate) reach: Vec<(Q, Q)>,
    pub(crate) principles: BTreeMap<Principle, Solution>,
    pub(crate) best_for: Option<Vec<Attained>>,
    pub(crate) lines: Vec<Option<[Q; 3]>>,
    pub(crate) no_stake: Vec<PartyIdx>,
}

/// A package of the zone at the centre with what it is worth.
struct Member {
    x: Package,
    u: Vec<i128>,
}

pub(crate) fn estimated(brute: &Brute<'_>, set: &EstimateSet, best_for: Option<PartyIdx>) -> Estimated {
    let case = brute.case;
    let worths: Vec<Worth<'_>> =
        case.parties.indices().map(|party| Worth::new(case, set.utility, set.party(party))).collect();
    let parties: Vec<Whole<'_>> = worths.iter().map(Whole::new).collect();
    let mut zones = [Count::default(), Count::default(), Count::default()];
    let mut members: Vec<Member> = Vec::new();
    for_each_package(case, |x| {
        if !brute.within_rules(x) || !brute.within_limits(x) {
            return;
        }
        let u: Vec<i128> = parties.iter().map(|party| party.utility(x)).collect();
        let asked: Vec<PartyIdx> = case.parties.indices().filter(|&party| brute.consent_needed(party, x)).collect();
        for level in 0..3 {
            let meets = |&party: &PartyIdx| {
                parties[party.position()].line.is_none_or(|line| line[level] <= u[party.position()])
            };
            if asked.iter().all(meets) {
                zones[level].add(x);
                if level == 1 {
                    members.push(Member { x: x.to_vec(), u: u.clone() });
                }
            }
        }
    });
    let zone = Zone { members: &members, parties: &parties, principals: &brute.principals };
    let extent = |party: usize| {
        let all = || members.iter().map(|member| member.u[party]);
        let points = |units: i128| Q::new(units, parties[party].scale);
        Some((points(all().min()?), points(all().max()?)))
    };
    let no_stake = |party: &PartyIdx| match (set.party(*party), set.utility) {
        (None, _) => true,
        (Some(of), Utility::Weighted) => of.weights.is_empty(),
        (Some(of), Utility::Payoffs) => of.values.is_empty(),
    };
    let best_for = best_for.map(|party| {
        let mut over = brute.principals.clone();
        over.push(party);
        over.sort_unstable();
        over.dedup();
        let most = members.iter().map(|member| member.u[party.position()]).max();
        let wide = Zone { principals: &over, ..zone };
        let best =
            wide.frontier().into_iter().filter(|(_, first, _)| Some(members[*first].u[party.position()]) == most);
        best.map(|point| wide.attained(&point, Vec::new())).collect()
    });
    Estimated {
        frontier: zone.frontier().iter().map(|point| zone.attained(point, Vec::new())).collect(),
        reach: (0..parties.len()).filter_map(extent).collect(),
        principles: Principle::ALL.iter().map(|&principle| (principle, zone.solution(principle))).collect(),
        best_for,
        lines: worths.iter().map(|worth| worth.line).collect(),
        no_stake: case.parties.indices().filter(no_stake).collect(),
        members: members.iter().map(|member| member.x.clone()).collect(),
        zones,
    }
}

/// The zone at the centre and between whom principles are drawn.
#[derive(Clone, Copy)]
struct Zone<'z> {
    members: &'z [Member],
    parties: &'z [Whole<'z>],
    principals: &'z [PartyIdx],
}

/// A vector over the principals, the first member with it, and how many have it.
type Point = (Vec<i128>, usize, u128);

impl Zone<'_> {
    /// Every vector over the principals that is attained.
    fn vectors(&self) -> Vec<Point> {
        let mut found: BTreeMap<Vec<i128>, (usize, u128)> = BTreeMap::new();
        for (place, member) in self.members.iter().enumerate() {
            let vector = self.principals.iter().map(|party| member.u[party.position()]).collect();
            found.entry(vector).or_insert((place, 0)).1 += 1;
        }
        found.into_iter().map(|(vector, (first, packages))| (vector, first, packages)).collect()
    }

    /// Those that no other vector dominates.
    fn frontier(&self) -> Vec<Point> {
        let all = self.vectors();
        let dominates = |a: &[i128], b: &[i128]| a != b && a.iter().zip(b).all(|(a, b)| b <= a);
        let efficient = |point: &&Point| !all.iter().any(|other| dominates(&other.0, &point.0));
        all.iter().filter(efficient).cloned().collect()
    }

    fn points(&self, party: PartyIdx, units: i128) -> Q {
        Q::new(units, self.parties[party.position()].scale)
    }

    fn attained(&self, (vector, first, packages): &Point, gaining: Vec<PartyIdx>) -> Attained {
        let member = &self.members[*first];
        let all = member.u.iter().zip(self.parties).map(|(units, party)| Q::new(*units, party.scale));
        Attained {
            vector: self.principals.iter().zip(vector).map(|(&party, &units)| self.points(party, units)).collect(),
            witness: member.x.clone(),
            points: all.collect(),
            packages: *packages,
            gaining,
        }
    }

    /// Principals with a bottom line: their place among the principals, themselves, their line.
    fn standing(&self) -> Vec<(usize, PartyIdx, i128)> {
        let with_line =
            |(place, &party): (usize, &PartyIdx)| Some((place, party, self.parties[party.position()].line?[1]));
        self.principals.iter().enumerate().filter_map(with_line).collect()
    }

    fn solution(&self, principle: Principle) -> Solution {
        let standing = self.standing();
        let all = self.vectors();
        let most = |place: usize| all.iter().map(|(vector, _, _)| vector[place]).max();
        let hopeless: BTreeSet<PartyIdx> = standing
            .iter()
            .filter(|(place, _, line)| most(*place) <= Some(*line))
            .map(|(_, party, _)| *party)
            .collect();
        let mut left_out: BTreeSet<PartyIdx> = self.principals.iter().copied().collect();
        standing.iter().for_each(|(_, party, _)| _ = left_out.remove(party));
        if matches!(principle, Principle::Nash | Principle::KalaiSmorodinsky) {
            left_out.extend(&hopeless);
        }
        let gains = |point: &Point| -> Vec<Q> {
            standing.iter().map(|(place, party, line)| self.points(*party, point.0[*place] - line)).collect()
        };
        let ascending = |mut numbers: Vec<Q>| {
            numbers.sort();
            numbers
        };
        let answers = match principle {
            Principle::Nash => self.nash(&all, &standing),
            Principle::KalaiSmorodinsky => {
                let ratio = |point: &Point, (place, _, line): &(usize, PartyIdx, i128)| {
                    Q::new(point.0[*place] - line, most(*place).expect("a package") - line)
                };
                let hopeful: Vec<_> =
                    standing.iter().filter(|(_, party, _)| !hopeless.contains(party)).copied().collect();
                self.best(&all, hopeful.is_empty(), |point| {
                    ascending(hopeful.iter().map(|party| ratio(point, party)).collect())
                })
            }
            Principle::Egalitarian => self.best(&all, standing.is_empty(), |point| gains(point).into_iter().min()),
            Principle::Leximin => self.best(&all, standing.is_empty(), |point| ascending(gains(point))),
            Principle::Utilitarian => self.best(&all, standing.is_empty(), |point| {
                standing.iter().map(|(place, party, _)| self.points(*party, point.0[*place])).sum::<Q>()
            }),
        };
        Solution { answers, left_out: left_out.into_iter().collect() }
    }

    /// The efficient vectors among those of greatest worth in the whole zone.
    fn best<T: Ord>(&self, all: &[Point], nothing: bool, worth: impl Fn(&Point) -> T) -> Vec<Attained> {
        if nothing {
            return Vec::new();
        }
        let worths: Vec<T> = all.iter().map(worth).collect();
        let most = worths.iter().max();
        let efficient = self.frontier();
        let attaining = all.iter().zip(&worths).filter(|(_, worth)| Some(*worth) == most).map(|(point, _)| point);
        attaining.filter(|point| efficient.contains(point)).map(|point| self.attained(point, Vec::new())).collect()
    }

    /// Per set of as many gainers as can be, the efficient vectors of greatest product.
    fn nash(&self, all: &[Point], standing: &[(usize, PartyIdx, i128)]) -> Vec<Attained> {
        let gains = |point: &Point| -> Vec<(PartyIdx, i128)> {
            let gain = standing.iter().map(|(place, party, line)| (*party, point.0[*place] - line));
            gain.filter(|(_, gain)| 0 < *gain).collect()
        };
        let gaining = |point: &Point| gains(point).into_iter().map(|(party, _)| party).collect::<Vec<_>>();
        let size = all.iter().map(|point| gaining(point).len()).max().unwrap_or(0);
        if size == 0 {
            return Vec::new();
        }
        let sets: BTreeSet<Vec<PartyIdx>> = all.iter().map(gaining).filter(|set| set.len() == size).collect();
        let efficient = self.frontier();
        let mut answers = Vec::new();
        for set in sets {
            let of_set: Vec<&Point> = all.iter().filter(|point| gaining(point) == set).collect();
            let product = |point: &Point| {
                gains(point).iter().try_fold(1_i128, |product, (_, gain)| product.checked_mul(*gain)).expect("fits")
            };
            let most = of_set.iter().map(|point| product(point)).max();
            let attaining =
                of_set.into_iter().filter(|point| Some(product(point)) == most && efficient.contains(point));
            answers.extend(attaining.map(|point| self.attained(point, set.clone())));
        }
        answers
    }
}

/// A soft member of a conflict: a limit, or a party's bottom line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Soft {
    Limit(LimitRef),
    Line(PartyIdx),
}

/// Whether some package meets the rules and all of `soft`, bottom lines at their centre.
pub(crate) fn is_open(brute: &Brute<'_>, set: Option<&EstimateSet>, soft: &[Soft]) -> bool {
    let case = brute.case;
    let worth = |party| set.map(|set| Worth::new(case, set.utility, set.party(party)));
    let worths: Vec<Option<Worth<'_>>> = case.parties.indices().map(worth).collect();
    let parties: Vec<Option<Whole<'_>>> = worths.iter().map(|worth| worth.as_ref().map(Whole::new)).collect();
    let meets = |soft: &Soft, x: &[ChoiceIdx]| match *soft {
        Soft::Limit(of) => !brute.limits.iter().any(|limit| limit.of == of && brute.excludes(limit, x)),
        Soft::Line(party) => {
            let whole = parties[party.position()].as_ref().expect("estimates");
            !brute.consent_needed(party, x) || whole.line.is_none_or(|line| line[1] <= whole.utility(x))
        }
    };
    let mut open = false;
    for_each_package(case, |x| open = open || (brute.within_rules(x) && soft.iter().all(|soft| meets(soft, x))));
    open
}

/// How far two packages are apart: the mean over issues of the difference in rank, or of being different (DEFINITIONS 18).
pub(crate) fn distance(case: &Case, a: &[ChoiceIdx], b: &[ChoiceIdx]) -> Q {
    let apart = |(issue, row): (IssueIdx, &detente::case::Issue)| {
        let (a, b) = (a[issue.position()].position(), b[issue.position()].position());
        let whole = |n: usize| i128::try_from(n).expect("small");
        match row.arrangement {
            detente::case::Arrangement::Unordered => Q::from_integer(i128::from(a != b)),
            _ if row.choices.len() == 1 => Q::from_integer(0),
            _ => Q::new(whole(a.abs_diff(b)), whole(row.choices.len() - 1)),
        }
    };
    let total: Q = case.issues.iter().map(apart).sum();
    total / Q::from_integer(i128::try_from(case.issues.len()).expect("small"))
}

/// Answers in an order of their own.
pub(crate) fn by_vector(mut answers: Vec<Attained>) -> Vec<Attained> {
    answers.sort_by(|a, b| (Reverse(&a.vector), &a.gaining).cmp(&(Reverse(&b.vector), &b.gaining)));
    answers
}
