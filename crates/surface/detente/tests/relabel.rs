//! Order and names reach no result: the same case written in another order, with other ids, or with two parties' ids
//! exchanged, gives the same answers up to the names (DEFINITIONS 10; CASE.md, invariants).

use std::collections::{BTreeMap, BTreeSet};

use detente::Opened;
use detente::base::{Index, Silent};
use detente::case::{Case, ChoiceIdx, IssueIdx, PartyIdx};
use detente::deals::{
    self, Answer, Choices, EstimatedAnswer, LimitRef, Principle, Settings, StatedAnswer, Verdict, held_everywhere,
};
use detente::estimate::EstimateSet;
use detente_api as api;
use proptest::prelude::*;

use crate::support::generate;
use crate::support::spec::{Package, Spec};
use crate::support::write::{Names, Order, open, text};

const SETTINGS: fn(Option<PartyIdx>) -> Settings = |best_for| Settings { examples: 4, best_for, ..Settings::default() };

struct Answers<'o> {
    stated: StatedAnswer,
    estimated: Vec<(&'o EstimateSet, EstimatedAnswer)>,
}

fn ask<'o>(opened: &'o Opened, case: &Case, settings: &Settings) -> Answers<'o> {
    let second = |set| (set, deals::estimated(case, set, settings, &Silent).expect("within reach"));
    Answers {
        stated: deals::stated(case, settings, &Silent).expect("within reach"),
        estimated: opened.reading.estimates.iter().map(second).collect(),
    }
}

/// The whole document that `deals --json` prints.
fn json(opened: &Opened, best_for: Option<PartyIdx>) -> String {
    let case = opened.reading.case.as_ref().expect("a case");
    let answers = ask(opened, case, &SETTINGS(best_for));
    let all: Vec<&EstimatedAnswer> = answers.estimated.iter().map(|(_, answer)| answer).collect();
    let asked = api::Asked {
        opened,
        case,
        draft: BTreeMap::new(),
        open: BTreeMap::new(),
        stated: &answers.stated,
        estimated: &answers.estimated,
        held: (1 < all.len()).then(|| held_everywhere(case, &all)),
        principles: &Principle::ALL,
    };
    serde_json::to_string_pretty(&api::deals(&asked)).expect("JSON")
}

/// A number that must be known exactly.
fn exact(count: &detente::engine::Count) -> u128 {
    whole(count.exact().expect("an exact count"))
}

fn whole(number: &detente::engine::BigUint) -> u128 {
    number.try_into().expect("few packages")
}

/// A stated limit, by its place in the structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Limit {
    RedLine(usize),
    Offer(usize),
}

/// A frontier point or answer, by places in the structure.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Point {
    /// Units of the principals.
    vector: Vec<i64>,
    packages: u128,
    gaining: BTreeSet<usize>,
    /// Units of everybody and the package, where it is the only one.
    only: Option<(Vec<i64>, Package)>,
}

/// The first answer, by places in the structure.
#[derive(Debug, PartialEq, Eq)]
struct First {
    counts: [u128; 3],
    remaining: Vec<Vec<u128>>,
    #[expect(clippy::type_complexity, reason = "whether in force, how many packages, which choices")]
    excluded: BTreeMap<Limit, (bool, u128, BTreeSet<(usize, usize)>)>,
    is_blocked: bool,
}

/// A second answer, by places in the structure.
#[derive(Debug, PartialEq, Eq)]
struct Second {
    counts: [u128; 3],
    verdict: Verdict,
    remaining: Vec<Vec<Vec<u128>>>,
    principals: BTreeSet<usize>,
    frontier: BTreeSet<Point>,
    reach: Vec<(i64, i64)>,
    /// Per principle: its answers, whether all are listed, who stands outside. Answers that are not all listed differ with the
    /// names; then only how many there are is kept.
    principles: BTreeMap<Principle, (BTreeSet<Point>, usize, bool, BTreeSet<usize>)>,
    best_for: Option<BTreeSet<Point>>,
    no_stake: BTreeSet<usize>,
    is_blocked: bool,
}

/// What does not depend on the parties' ids at all: which packages are shown, in which order.
#[derive(Debug, PartialEq, Eq)]
struct Shown {
    stated: Vec<Package>,
    #[expect(clippy::type_complexity, reason = "per set: examples, frontier, principles")]
    estimated: Vec<(Vec<Package>, BTreeSet<Package>, BTreeMap<Principle, Vec<Package>>)>,
}

/// From indices of the domain back to places in the structure.
struct Back<'s> {
    spec: &'s Spec,
    case: &'s Case,
    names: &'s Names,
}

impl Back<'_> {
    fn party(&self, party: PartyIdx) -> usize {
        let id = &self.case.parties[party].id;
        self.names.parties.iter().position(|name| id == name.as_str()).expect("a party")
    }

    fn issues(&self) -> Vec<IssueIdx> {
        self.names.issues.iter().map(|name| self.case.issue(name).expect("an issue")).collect()
    }

    fn choice(&self, issue: IssueIdx, choice: ChoiceIdx) -> (usize, usize) {
        let place = self.issues().iter().position(|&known| known == issue).expect("an issue");
        let id = &self.case.issues[issue].choices[choice].id;
        (place, self.names.choices[place].iter().position(|name| name == id).expect("a choice"))
    }

    fn package(&self, choices: &Choices) -> Package {
        self.issues().into_iter().map(|issue| self.choice(issue, choices[issue]).1).collect()
    }

    fn limit(&self, of: LimitRef) -> Limit {
        let place = |names: &[String], id: &str| names.iter().position(|name| name == id).expect("a limit");
        match of {
            LimitRef::RedLine(idx) => {
                Limit::RedLine(place(&self.names.red_lines, self.case.red_lines[idx].id.as_str()))
            }
            LimitRef::Offer(idx) => Limit::Offer(place(&self.names.offers, self.case.offers[idx].id.as_str())),
            LimitRef::Estimated(party, rank) => panic!("a stated limit, not {party:?} {rank}"),
        }
    }

    fn remaining(&self, of: &deals::PerChoice) -> Vec<Vec<u128>> {
        let issue = |(place, issue): (usize, IssueIdx)| {
            let choice = |name: &String| {
                let left = &of[issue][self.case.issues[issue].choice(name).expect("a choice")];
                exact(&left.packages)
            };
            self.names.choices[place].iter().map(choice).collect()
        };
        self.issues().into_iter().enumerate().map(issue).collect()
    }

    /// Per party of the structure.
    fn by_party<T: Copy>(&self, of: &[T]) -> Vec<T> {
        let read = |name: &String| of.get(self.case.party(name).expect("a party").position()).copied();
        self.names.parties.iter().filter_map(read).collect()
    }

    fn parties(&self, of: &[PartyIdx]) -> BTreeSet<usize> {
        of.iter().map(|&party| self.party(party)).collect()
    }

    fn points(&self, answers: &[Answer], principals: &BTreeSet<usize>) -> BTreeSet<Point> {
        let point = |answer: &Answer| {
            let units = self.by_party(&answer.units);
            Point {
                vector: principals.iter().map(|&party| units[party]).collect(),
                packages: answer.packages.expect("few packages"),
                gaining: self.parties(&answer.gaining),
                only: (answer.packages == Some(1)).then(|| (units, self.package(&answer.choices))),
            }
        };
        answers.iter().map(point).collect()
    }

    fn first(&self, answer: &StatedAnswer) -> First {
        let excluded = answer.excluded.iter().map(|excluded| {
            let choices = excluded.choices.iter().map(|&(issue, choice)| self.choice(issue, choice)).collect();
            (self.limit(excluded.limit), (excluded.in_force, exact(&excluded.packages), choices))
        });
        First {
            counts: [whole(&answer.space), exact(&answer.within_rules), exact(&answer.zone.packages)],
            remaining: self.remaining(&answer.remaining),
            excluded: excluded.collect(),
            is_blocked: answer.conflicts.is_some(),
        }
    }

    fn second(&self, answer: &EstimatedAnswer) -> Second {
        let principals = self.parties(&answer.principals);
        let principle = |found: &deals::PrincipleAnswer| {
            let points = if found.complete { self.points(&found.answers, &principals) } else { BTreeSet::new() };
            (found.principle, (points, found.answers.len(), found.complete, self.parties(&found.left_out)))
        };
        let reach: Vec<(i64, i64)> = answer.reach.iter().map(|reach| (reach.least.units, reach.most.units)).collect();
        let best_for = answer.best_for.as_ref().map(|best| {
            let mut over = principals.clone();
            over.insert(self.party(best.party));
            self.points(&best.answers, &over)
        });
        Second {
            counts: answer.zones.each_ref().map(|zone| exact(&zone.packages)),
            verdict: answer.verdict(),
            remaining: answer.remaining.iter().map(|table| self.remaining(table)).collect(),
            frontier: self.points(&answer.frontier.points, &principals),
            reach: self.by_party(&reach),
            principles: answer.principles.iter().map(principle).collect(),
            best_for,
            no_stake: self.parties(&answer.no_stake),
            is_blocked: answer.conflicts.is_some(),
            principals,
        }
    }

    fn packages<'a>(&self, choices: impl Iterator<Item = &'a Choices>) -> Vec<Package> {
        choices.map(|choices| self.package(choices)).collect()
    }

    fn shown(&self, answers: &Answers<'_>) -> Shown {
        let estimated = |(_, answer): &(&EstimateSet, EstimatedAnswer)| {
            let principle = |found: &deals::PrincipleAnswer| {
                (found.principle, self.packages(found.answers.iter().map(|answer| &answer.choices)))
            };
            (
                self.packages(answer.examples.packages.iter().map(|example| &example.choices)),
                self.packages(answer.frontier.points.iter().map(|point| &point.choices)).into_iter().collect(),
                answer.principles.iter().filter(|found| found.complete).map(principle).collect(),
            )
        };
        Shown {
            stated: self.packages(answers.stated.examples.packages.iter().map(|example| &example.choices)),
            estimated: answers.estimated.iter().map(estimated).collect(),
        }
    }
}

/// Everything that must not change with the names; and what must not change with the parties' ids.
fn read(spec: &Spec, names: &Names, best_for: Option<usize>) -> (First, BTreeMap<usize, Second>, Shown, String) {
    let opened = open(spec, names, Order(0));
    let case = opened.reading.case.as_ref().expect("a case");
    let best_for = best_for.map(|party| case.party(&names.parties[party]).expect("a party"));
    let answers = ask(&opened, case, &SETTINGS(best_for));
    let back = Back { spec, case, names };
    assert_eq!(back.spec.parties.len(), case.parties.len());
    let place = |set: &EstimateSet| names.sets.iter().position(|name| set.id == *name.as_str()).expect("a set");
    let second = answers.estimated.iter().map(|(set, answer)| (place(set), back.second(answer))).collect();
    (back.first(&answers.stated), second, back.shown(&answers), text(&opened))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn another_order_gives_the_same_bytes(
        spec in generate::spec(),
        names in 0_u64..1000,
        order in 1_u64..1000,
        best_for in 0_usize..4,
    ) {
        let names = Names::new(&spec, names);
        let written = [open(&spec, &names, Order(0)), open(&spec, &names, Order(order))];
        let best_for = |opened: &Opened| opened.reading.case.as_ref()?.party(names.parties.get(best_for)?);
        let [one, other] = written.each_ref().map(|opened| json(opened, best_for(opened)));
        prop_assert_eq!(one, other, "{}\n\n{}", text(&written[0]), text(&written[1]));
    }

    #[test]
    fn other_ids_give_the_same_answers(
        spec in generate::spec(),
        names in 1_u64..1000,
        best_for in 0_usize..4,
    ) {
        let best_for = Some(best_for).filter(|&party| party < spec.parties.len());
        let one = read(&spec, &Names::new(&spec, 0), best_for);
        let other = read(&spec, &Names::new(&spec, names), best_for);
        prop_assert_eq!(&one.0, &other.0, "{}\n\n{}", one.3, other.3);
        prop_assert_eq!(&one.1, &other.1, "{}\n\n{}", one.3, other.3);
    }

    #[test]
    fn exchanging_two_parties_ids_changes_nothing_else(
        spec in generate::spec(),
        names in 0_u64..1000,
        best_for in 0_usize..4,
        pair in (0_usize..3, 0_usize..3),
    ) {
        let best_for = Some(best_for).filter(|&party| party < spec.parties.len());
        let names = Names::new(&spec, names);
        let n = spec.parties.len();
        let one = read(&spec, &names, best_for);
        let other = read(&spec, &names.with_parties_swapped(pair.0 % n, (pair.0 + 1 + pair.1 % (n - 1)) % n), best_for);
        prop_assert_eq!(&one.0, &other.0, "{}\n\n{}", one.3, other.3);
        prop_assert_eq!(&one.1, &other.1, "{}\n\n{}", one.3, other.3);
        prop_assert_eq!(&one.2, &other.2, "{}\n\n{}", one.3, other.3);
    }
}

fn written(case: &str, estimates: &str) -> Opened {
    let head = "format = 1\n[case]\nid = \"x\"\ntitle = \"X\"\n[parties]\na = { name = \"A\" }\nb = { name = \"B\" }\n";
    let estimates = format!("[estimates]\nauthor = \"x\"\n{estimates}");
    let case = format!("{head}[issues.i]\ntitle = \"I\"\nchoices = {{ k = \"K\", l = \"L\" }}\n{case}");
    let files = [("case.toml", case.as_str()), ("estimates/s.toml", estimates.as_str())];
    let folder = detente::casefile::Folder::of_texts(files);
    let reading = detente::casefile::read(&folder);
    assert!(reading.is_sound(), "{:?}", reading.diagnostics.iter().map(|found| &found.message).collect::<Vec<_>>());
    Opened { root: std::path::PathBuf::new(), folder, reading }
}

// What follows is not as it should be. Each test fails when it starts to be, and is then to be taken out, with the exception
// it stands for.

/// A list of things with ids has no order: two files that differ in it have one hash and one answer.
#[test]
fn estimated_red_lines_are_named_by_their_ids() {
    let line = |id: &str, choice: &str| {
        format!("[[a.red_lines]]\nid = \"{id}\"\nnever = \"i = {choice}\"\nfirmness = \"unclear\"\nbecause = \"x\"\n")
    };
    let [one, other] = [[line("p", "k"), line("q", "l")], [line("q", "l"), line("p", "k")]]
        .map(|lines| json(&written("", &format!("[a]\n{}", lines.concat())), None));
    assert_eq!(one, other);
    assert!(one.contains("\"limit\": \"p\"") || one.contains("\"limit\":\"p\""), "{one}");
}

/// Each party's bottom line alone is out of reach: both are listed, whatever the parties are called.
#[test]
fn every_minimal_conflict_is_listed() {
    let lines = |first: &str, second: &str| {
        format!("[{first}]\nbecause = \"x\"\nbottom_line = 10\n[{second}]\nbecause = \"x\"\nbottom_line = 20\n")
    };
    for estimates in [lines("a", "b"), lines("b", "a")] {
        let document: serde_json::Value = serde_json::from_str(&json(&written("", &estimates), None)).expect("JSON");
        let expected = serde_json::json!({ "complete": true, "sets": [["bottom-line:a"], ["bottom-line:b"]] });
        assert_eq!(document["answers"][0]["conflicts"], expected);
    }
}
