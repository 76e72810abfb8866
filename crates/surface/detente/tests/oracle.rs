//! `deals` against a brute force over every package: random small cases, and the catalog's.

use std::path::Path;

use detente::base::{Index, Silent};
use detente::case::{Case, ChoiceIdx, PartyIdx};
use detente::deals::{
    self, Answer, Choices, Conflicts, EstimatedAnswer, Lowered, Member, Settings, StatedAnswer, Verdict,
};
use detente::estimate::EstimateSet;
use detente::{OpenOptions, Opened};
use proptest::prelude::*;

use crate::support::brute::{self, Attained, Brute, Q, Question, Soft};
use crate::support::generate;
use crate::support::spec::{Consent, Spec};
use crate::support::write::{Names, Order, open, text};

/// How far an answer is compared.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Depth {
    /// Everything but examples and conflicts, which need many passes over the space.
    Answers,
    /// Everything.
    All,
}

/// Compares both answers, with every set of estimates.
fn check(opened: &Opened, question: &Question, best_for: Option<PartyIdx>, depth: Depth) {
    let case = opened.reading.case.as_ref().expect("a case");
    let examples = if depth == Depth::All { 3 } else { 0 };
    let settings = Settings {
        all_limits: question.all_limits,
        over: question.over.clone(),
        best_for,
        examples,
        ..Settings::default()
    };
    let asked = settings.apply(case);
    let first = deals::stated(&asked, &settings, &Silent).expect("within reach");
    let brute = Brute::new(case, None, question);
    check_stated(&brute, &first);
    if depth == Depth::All {
        check_examples(&brute, &members_of_stated(&brute), None, &first.examples, examples);
        check_conflicts(&brute, None, first.conflicts.as_ref(), exact(&first.zone.packages));
    }
    for set in &opened.reading.estimates {
        let second = deals::estimated(&asked, set, &settings, &Silent).expect("within reach");
        let brute = Brute::new(case, Some(set), question);
        check_estimated(&brute, set, best_for, &second, depth);
    }
}

/// A number that must be known exactly.
fn exact(count: &detente::engine::Count) -> u128 {
    whole(count.exact().expect("an exact count"))
}

fn whole(number: &detente::engine::BigUint) -> u128 {
    number.try_into().expect("few packages")
}

fn row(choices: &Choices) -> Vec<ChoiceIdx> {
    choices.rows().copied().collect()
}

fn check_stated(brute: &Brute<'_>, answer: &StatedAnswer) {
    let found = brute::stated(brute);
    assert_eq!(
        [whole(&answer.space), exact(&answer.within_rules), exact(&answer.zone.packages)],
        [found.space, found.within_rules.packages, found.zone.packages],
        "space, within rules, zone"
    );
    check_counts(brute.case, &answer.remaining, &found.zone);
    assert_eq!(answer.excluded.len(), brute.limits.len());
    for ((limit, left), excluded) in brute.limits.iter().zip(&found.alone).zip(&answer.excluded) {
        assert_eq!((excluded.limit, excluded.in_force), (limit.of, limit.in_force));
        assert_eq!(exact(&excluded.packages), found.within_rules.packages - left.packages, "{:?}", limit.of);
        let gone = found.within_rules.by_choice.keys().filter(|(issue, choice)| left.of(*issue, *choice) == 0);
        assert_eq!(excluded.choices, gone.copied().collect::<Vec<_>>(), "{:?}", limit.of);
    }
}

fn check_counts(case: &Case, remaining: &deals::PerChoice, found: &brute::Count) {
    for (issue, row) in case.issues.iter() {
        for choice in row.choices.indices() {
            let (left, expected) = (&remaining[issue][choice], found.of(issue, choice));
            assert_eq!(exact(&left.packages), expected, "{} {choice:?}", row.id);
            assert_eq!(left.possible, Some(0 < expected), "{} {choice:?}", row.id);
        }
    }
}

fn check_estimated(
    brute: &Brute<'_>,
    set: &EstimateSet,
    best_for: Option<PartyIdx>,
    answer: &EstimatedAnswer,
    depth: Depth,
) {
    let found = brute::estimated(brute, set, best_for);
    let counts = [0, 1, 2].map(|level: usize| found.zones[level].packages);
    let zones = answer.zones.each_ref();
    assert_eq!(zones.map(|zone| exact(&zone.packages)), counts, "zone at low, centre, high");
    assert_eq!(zones.map(|zone| zone.feasible), counts.map(|count| 0 < count));
    let verdict = match counts.map(|count| 0 < count) {
        [true, true, true] => Verdict::Open,
        [false, false, false] => Verdict::Closed,
        _ => Verdict::Depends,
    };
    assert_eq!(answer.verdict(), verdict);
    for (remaining, zone) in answer.remaining.iter().zip(&found.zones) {
        check_counts(brute.case, remaining, zone);
    }
    assert_eq!(answer.in_force, brute.limits.iter().map(|limit| limit.in_force).collect::<Vec<_>>());
    assert_eq!(answer.lowered.limits, brute.limits.iter().map(|limit| limit.of).collect::<Vec<_>>());
    assert_eq!(answer.principals, brute.principals);
    assert_eq!(answer.no_stake, found.no_stake);
    let reader = Reader { lowered: &answer.lowered, principals: &brute.principals };
    for (party, line) in brute.case.parties.indices().zip(&found.lines) {
        let read = answer.lowered.bottom_line(party).map(|line| line.map(|units| reader.points(party, units)));
        assert_eq!(read, *line, "bottom line of {}", brute.case.parties[party].id);
    }
    let reach = answer.reach.iter().zip(brute.case.parties.indices());
    let reach: Vec<(Q, Q)> = reach
        .map(|(reach, party)| (reader.points(party, reach.least.units), reader.points(party, reach.most.units)))
        .collect();
    assert_eq!(reach, found.reach, "what each can attain");
    assert!(answer.frontier.is_complete());
    assert_eq!(reader.answers(&answer.frontier.points), brute::by_vector(found.frontier.clone()), "frontier");
    check_principles(&reader, answer, &found);
    let best = answer.best_for.as_ref().map(|best| {
        assert!(best.complete && best.proved);
        let mut over = brute.principals.clone();
        over.extend(best_for);
        over.sort_unstable();
        over.dedup();
        Reader { principals: &over, ..reader }.answers(&best.answers)
    });
    assert_eq!(best, found.best_for.clone().map(brute::by_vector), "best for {best_for:?}");
    if depth == Depth::All {
        let leximin = &found.principles[&deals::Principle::Leximin].answers;
        let first = leximin.iter().map(|answer| answer.witness.clone()).min_by_key(|x| kappa(brute.case, x));
        check_examples(brute, &found.members, first.as_ref(), &answer.examples, 3);
        check_conflicts(brute, Some(set), answer.conflicts.as_ref(), exact(&answer.centre().packages));
    }
}

fn check_principles(reader: &Reader<'_>, answer: &EstimatedAnswer, found: &brute::Estimated) {
    if found.members.is_empty() {
        assert!(answer.principles.is_empty());
        return;
    }
    assert_eq!(answer.principles.len(), 5);
    for read in &answer.principles {
        let solution = &found.principles[&read.principle];
        let expect = brute::by_vector(solution.answers.clone());
        assert!(read.proved && read.bound.is_none(), "{:?}", read.principle);
        let answers = reader.answers(&read.answers);
        assert_eq!(read.complete, expect.len() <= 100, "{:?}", read.principle);
        if read.complete {
            assert_eq!(answers, expect, "{:?}", read.principle);
        } else {
            assert_eq!(answers.len(), 100, "{:?}", read.principle);
            assert!(answers.iter().all(|answer| expect.contains(answer)), "{:?}", read.principle);
        }
        assert_eq!(read.left_out, solution.left_out, "{:?}", read.principle);
    }
}

/// Reads answers in units as answers in exact points.
#[derive(Clone, Copy)]
struct Reader<'a> {
    lowered: &'a Lowered,
    principals: &'a [PartyIdx],
}

impl Reader<'_> {
    fn points(&self, party: PartyIdx, units: i64) -> Q {
        Q::new(i128::from(units), i128::from(self.lowered.units_per_point[party.position()]))
    }

    fn answers(&self, answers: &[Answer]) -> Vec<Attained> {
        let read = |answer: &Answer| {
            let points: Vec<Q> = answer
                .units
                .iter()
                .enumerate()
                .map(|(party, &units)| self.points(PartyIdx::new(party), units))
                .collect();
            Attained {
                vector: self.principals.iter().map(|party| points[party.position()]).collect(),
                witness: row(&answer.choices),
                points,
                packages: answer.packages.expect("few packages"),
                gaining: answer.gaining.clone(),
            }
        };
        brute::by_vector(answers.iter().map(read).collect())
    }
}

/// The ids of a package's choices in order of issue: packages compare by κ as these do.
fn kappa(case: &Case, x: &[ChoiceIdx]) -> Vec<Vec<u8>> {
    case.issues.rows().zip(x).map(|(issue, &choice)| issue.choices[choice].id.clone().into_bytes()).collect()
}

fn members_of_stated(brute: &Brute<'_>) -> Vec<brute::Package> {
    let mut members = Vec::new();
    brute::for_each_package(brute.case, |x| {
        let is_free = !brute.limits.iter().any(|limit| limit.in_force && brute.excludes(limit, x));
        if brute.within_rules(x) && is_free {
            members.push(x.to_vec());
        }
    });
    members
}

/// Examples lie in the zone; each after the first is as far from those before it as the zone allows, the κ-least of those.
fn check_examples(
    brute: &Brute<'_>,
    members: &[brute::Package],
    first: Option<&brute::Package>,
    examples: &deals::Examples,
    wanted: usize,
) {
    let mut chosen: Vec<&brute::Package> = Vec::new();
    let first = first.or(members.first());
    chosen.extend(first.and_then(|first| members.iter().find(|member| *member == first)));
    while !chosen.is_empty() && chosen.len() < wanted {
        let least = |x: &brute::Package| chosen.iter().map(|from| brute::distance(brute.case, x, from)).min();
        let most = members.iter().map(least).max().flatten();
        match members.iter().find(|x| least(x) == most && most != Some(Q::from_integer(0))) {
            Some(next) => chosen.push(next),
            None => break,
        }
    }
    let read: Vec<brute::Package> = examples.packages.iter().map(|example| row(&example.choices)).collect();
    assert_eq!(read.iter().collect::<Vec<_>>(), chosen, "examples");
    let end = if chosen.len() < wanted { deals::ExamplesEnd::NoOther } else { deals::ExamplesEnd::AsWanted };
    assert_eq!(examples.end, end, "why there are no more than {} of {wanted} examples", chosen.len());
}

/// Where there is no package, exactly the minimal sets that no package meets are listed, smaller ones first.
fn check_conflicts(brute: &Brute<'_>, set: Option<&EstimateSet>, conflicts: Option<&Conflicts>, packages: u128) {
    assert_eq!(conflicts.is_some(), packages == 0);
    let Some(conflicts) = conflicts else { return };
    assert!(conflicts.complete);
    let soft = |member: &Member| match *member {
        Member::Limit(of) => Soft::Limit(of),
        Member::BottomLine(party) => Soft::Line(party),
        Member::Fixed(issue) | Member::Bracketed(issue) => panic!("{issue:?} is not fixed"),
    };
    let mut found: Vec<Vec<Soft>> = conflicts.sets.iter().map(|members| members.iter().map(soft).collect()).collect();
    assert!(found.is_sorted_by_key(Vec::len));
    let mut expected = minimal_conflicts(brute, set);
    for sets in [&mut found, &mut expected] {
        sets.iter_mut().for_each(|members| members.sort_by_key(|member| format!("{member:?}")));
        sets.sort_by_key(|members| format!("{members:?}"));
    }
    assert_eq!(format!("{found:?}"), format!("{expected:?}"));
}

/// Every minimal set of limits in force and bottom lines that no package meets, by trying all sets.
fn minimal_conflicts(brute: &Brute<'_>, set: Option<&EstimateSet>) -> Vec<Vec<Soft>> {
    let limits = brute.limits.iter().filter(|limit| limit.in_force).map(|limit| Soft::Limit(limit.of));
    let has_line = |party: &PartyIdx| {
        set.and_then(|set| set.party(*party)).is_some_and(|estimates| estimates.bottom_line.is_some())
    };
    let lines = brute.case.parties.indices().filter(has_line).map(Soft::Line);
    let members: Vec<Soft> = limits.chain(lines).collect();
    let chosen = |mask: u32| -> Vec<Soft> {
        members.iter().enumerate().filter(|(bit, _)| mask >> bit & 1 == 1).map(|(_, member)| *member).collect()
    };
    let closed: Vec<u32> =
        (0..1_u32 << members.len()).filter(|&mask| !brute::is_open(brute, set, &chosen(mask))).collect();
    let is_minimal = |mask: &u32| !closed.iter().any(|smaller| smaller != mask && smaller & mask == *smaller);
    closed.iter().copied().filter(|mask| is_minimal(mask)).map(chosen).collect()
}

/// Every condition, as the reader understood it, means what the structure it was written from means.
fn check_meanings(spec: &Spec, names: &Names, case: &Case) {
    let issue = |place: usize| case.issue(&names.issues[place]).expect("an issue");
    let places: Vec<usize> = (0..spec.issues.len()).map(|place| issue(place).position()).collect();
    for package in spec.packages() {
        let mut x = vec![ChoiceIdx::new(0); package.len()];
        for (place, &choice) in package.iter().enumerate() {
            x[places[place]] = case.issues[issue(place)].choice(&names.choices[place][choice]).expect("a choice");
        }
        for (rule, id) in spec.rules.iter().zip(&names.rules) {
            let read = case.rules.rows().find(|rule| rule.id == **id).expect("a rule");
            assert_eq!(brute::holds(&read.holds, &x), rule.holds(&spec.issues, &package), "rule {id}");
        }
        for (line, id) in spec.red_lines.iter().zip(&names.red_lines) {
            let read = case.red_lines.rows().find(|line| line.id == **id).expect("a red line");
            let expect = line.never.holds(&spec.issues, &package);
            assert_eq!(brute::holds(&read.never.formula, &x), expect, "red line {id}");
        }
        for (offer, id) in spec.offers.iter().zip(&names.offers) {
            let read = case.offers.rows().find(|offer| offer.id == **id).expect("an offer");
            let expect = offer.offer.holds(&spec.issues, &package) && !offer.only_if.holds(&spec.issues, &package);
            assert_eq!(brute::holds(&read.forbids(), &x), expect, "offer {id}");
        }
        for (consent, id) in spec.parties.iter().zip(&names.parties) {
            let read = &case.parties[case.party(id).expect("a party")].consent;
            match (consent, read) {
                (Consent::OnlyIf(cond), detente::case::Consent::OnlyIf(read)) => {
                    let expect = cond.holds(&spec.issues, &package);
                    assert_eq!(brute::holds(&read.formula, &x), expect, "consent of {id}");
                }
                (Consent::Always, detente::case::Consent::Always) | (Consent::Never, detente::case::Consent::Never) => {
                }
                _ => panic!("consent of {id} was read as {read:?}"),
            }
        }
    }
}

/// What is asked of a random case: all limits, over which parties, best for whom.
fn question() -> impl Strategy<Value = (bool, Option<u8>, u8)> {
    (prop::bool::weighted(0.2), prop::option::weighted(0.15, 1_u8..8), 0_u8..4)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_cases(spec in generate::spec(), asked in question(), names in 0_u64..1000) {
        let names = Names::new(&spec, names);
        let opened = open(&spec, &names, Order(0));
        let case = opened.reading.case.as_ref().expect("a case");
        let (all_limits, over, best_for) = asked;
        let among = |mask: u8| case.parties.indices().filter(|party| mask >> party.position() & 1 == 1).collect();
        let question = Question { all_limits, over: over.map(among).filter(|over: &Vec<_>| !over.is_empty()) };
        let best_for = case.parties.indices().nth(usize::from(best_for));
        let outcome = std::panic::catch_unwind(|| {
            check_meanings(&spec, &names, case);
            check(&opened, &question, best_for, Depth::All);
        });
        if outcome.is_err() {
            return Err(TestCaseError::fail(format!("asked {question:?}, best for {best_for:?} of\n{}", text(&opened))));
        }
    }
}

fn check_catalog(name: &str, depth: Depth) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../catalog").join(name);
    let opened = detente::open(&path, &OpenOptions::default()).expect("a case of the catalog");
    let case = opened.reading.case.as_ref().expect("a case");
    check(&opened, &Question::default(), case.parties.indices().next(), depth);
}

/// The cases on one shelf of the catalog.
fn shelf(name: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../catalog").join(name);
    let entries = std::fs::read_dir(path).expect("a shelf of the catalog");
    let mut cases: Vec<String> =
        entries.map(|entry| format!("{name}/{}", entry.expect("a case").file_name().to_string_lossy())).collect();
    cases.sort();
    cases
}

#[test]
fn cases_of_history() {
    shelf("history").iter().for_each(|case| check_catalog(case, Depth::All));
}

#[test]
fn textbook_cases() {
    check_catalog("textbook/nash-1950", Depth::All);
    check_catalog("textbook/kalai-smorodinsky-ideal-point", Depth::All);
    check_catalog("textbook/split-surplus", Depth::Answers);
}

#[test]
fn cases_from_the_news() {
    shelf("news").iter().for_each(|case| check_catalog(case, Depth::Answers));
}
