//! Conflicts, relaxations and amounts against looking at every set of members and every package.

use detente_base::Silent;
use detente_engine::{
    Ask, Formula, Limit, MOST_SETS, Member, Model, Sets, amounts, below_best, conflicts_and_relaxations, in_zone,
    keeping, soft_members, why_not,
};
use detente_testkit::models::{Bounds, TINY, questions};
use detente_testkit::oracle::{all_packages, why as oracle, zone};
use detente_testkit::property::tries;
use proptest::prelude::*;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// What makes a zone empty besides what chance does.
#[derive(Clone, Copy, Debug)]
struct Walls {
    /// By how much bottom lines are raised.
    raise: i64,
    /// An issue each choice of which some party does not accept.
    refused: Option<(usize, usize)>,
    /// An issue the rules leave no choice of, but for the first ones.
    ruled: Option<(usize, usize)>,
}

fn walls() -> impl Strategy<Value = Walls> {
    let issue = |weight| prop::option::weighted(weight, (0..4_usize, 0..4_usize));
    (prop_oneof![3 => Just(0), 4 => 0..25_i64], issue(0.3), issue(0.15)).prop_map(|(raise, refused, ruled)| Walls {
        raise,
        refused,
        ruled,
    })
}

fn walled() -> impl Strategy<Value = (Model, Ask)> {
    (questions(Bounds { issues: 4, ..TINY }), walls()).prop_map(|((model, ask), walls)| build(model, ask, walls))
}

fn build(mut model: Model, mut ask: Ask, walls: Walls) -> (Model, Ask) {
    for party in &mut model.parties {
        party.bottom_line = party.bottom_line.map(|line| line + walls.raise);
    }
    let only = |issue: usize, choice: usize, size: usize| Formula::Choice {
        issue,
        among: (0..size).map(|other| other == choice).collect(),
    };
    if let Some((issue, owner)) = walls.refused {
        let (issue, n) = (issue % model.issues.len(), model.parties.len());
        let size = model.issues[issue];
        for choice in 0..size {
            model.limits.push(Limit { owner: (owner + choice) % n, forbids: only(issue, choice, size) });
            ask.limits.push(true);
        }
    }
    if let Some((issue, spared)) = walls.ruled {
        let issue = issue % model.issues.len();
        let size = model.issues[issue];
        for choice in spared % (size + 1)..size {
            model.rules.push(Formula::Not(Box::new(only(issue, choice, size))));
        }
    }
    (model, ask)
}

/// What all conflicts of a question consist of.
fn kind(sets: &Sets) -> &'static str {
    let members = || sets.conflicts.iter().flat_map(|conflict| &conflict.members);
    let count = |is: fn(&Member) -> bool| members().filter(|member| is(member)).count();
    let lines = count(|member| matches!(member, Member::BottomLine(_)));
    let limits = count(|member| matches!(member, Member::Limit(_)));
    match (sets.zone.is_some(), members().count()) {
        (true, _) => "open",
        (_, 0) => "rules",
        (_, all) if all == lines => "bottom lines",
        (_, all) if all == limits => "limits",
        _ => "mixed",
    }
}

fn check(model: &Model, ask: &Ask, members: &[Member]) -> Sets {
    let found = conflicts_and_relaxations(model, ask, members, MOST_SETS, &Silent).expect("within reach");
    let (conflicts, relaxations) = oracle::conflicts_and_relaxations(model, ask, members);
    assert!(found.complete);
    assert_eq!(found.conflicts.iter().map(|conflict| conflict.members.clone()).collect::<Vec<_>>(), conflicts);
    assert_eq!(found.relaxations.iter().map(|relaxation| relaxation.drop.clone()).collect::<Vec<_>>(), relaxations);
    let meets = |kept: &[Member], package: &[usize]| {
        let (model, ask) = keeping(model, ask, members, kept);
        in_zone(&model, &ask, package)
    };
    let all_but = |set: &[Member], spared: &[Member]| -> Vec<Member> {
        set.iter().copied().filter(|member| !spared.contains(member)).collect()
    };
    for conflict in &found.conflicts {
        assert_eq!(conflict.members.len(), conflict.witnesses.len());
        for (spared, witness) in conflict.members.iter().zip(&conflict.witnesses) {
            assert!(meets(&all_but(&conflict.members, &[*spared]), witness), "{spared:?} of {conflict:?}");
        }
        let (set, rules) = (&conflict.members, &conflict.rules);
        assert!(oracle::is_minimal_among_rules(model, ask, members, set, rules), "{conflict:?}");
    }
    for relaxation in &found.relaxations {
        assert!(meets(&all_but(members, &relaxation.drop), &relaxation.witness), "{relaxation:?}");
    }
    if let Some(package) = &found.zone {
        assert!(meets(members, package) && found.conflicts.is_empty() && found.relaxations.is_empty());
    }
    found
}

fn check_amounts(model: &Model, ask: &Ask, members: &[Member], sets: &Sets) {
    for relaxation in &sets.relaxations {
        let found = amounts(model, ask, members, &relaxation.drop, &Silent).expect("within reach");
        let is_line = |member: &&Member| matches!(member, Member::BottomLine(_));
        let lines: Vec<Member> = relaxation.drop.iter().filter(is_line).copied().collect();
        let parties =
            lines.iter().filter_map(|line| if let Member::BottomLine(party) = line { Some(*party) } else { None });
        assert_eq!(found.parties, parties.collect::<Vec<_>>());
        let kept: Vec<Member> = members
            .iter()
            .copied()
            .filter(|member| lines.contains(member) || !relaxation.drop.contains(member))
            .collect();
        let (model, ask) = keeping(model, ask, members, &kept);
        let expected = oracle::amounts(&model, &ask, &found.parties);
        assert!(found.vectors.iter().flatten().all(|amount| 0 < *amount), "{found:?}");
        if found.complete {
            assert_eq!(found.vectors, expected);
        } else {
            assert!(found.vectors.len() == 20 && found.vectors.iter().all(|vector| expected.contains(vector)));
        }
    }
}

#[test]
fn agrees_with_looking_at_every_set() {
    let kinds = RefCell::new(BTreeMap::new());
    proptest!(tries(4000), |((model, ask) in walled())| {
        let members = soft_members(&model, &ask);
        let found = check(&model, &ask, &members);
        check_amounts(&model, &ask, &members, &found);
        *kinds.borrow_mut().entry(kind(&found)).or_insert(0) += 1;
    });
    let kinds = kinds.into_inner();
    let without: i32 = kinds.iter().filter(|(kind, _)| **kind != "open").map(|(_, number)| number).sum();
    assert!(2000 <= without, "{kinds:?}");
    for kind in ["bottom lines", "limits", "rules", "mixed"] {
        assert!(kinds.get(kind).is_some_and(|&number| 200 <= number), "{kinds:?}");
    }
}

proptest! {
    #![proptest_config(tries(1000))]

    /// Rules may be members too, in any order, and some members may be left out.
    #[test]
    fn any_members_will_do(((model, ask), pick) in (walled(), any::<u32>())) {
        let rules = (0..model.rules.len()).map(Member::Rule);
        let limits = (0..model.limits.len()).map(Member::Limit);
        let lines = (0..model.parties.len()).map(Member::BottomLine);
        let all = limits.chain(rules).chain(lines).chain((0..model.issues.len()).map(Member::Fixed));
        let some = all.enumerate().filter(|(at, _)| pick >> at & 1 == 1).map(|(_, member)| member).take(10);
        check(&model, &ask, &some.collect::<Vec<_>>());
    }

    /// What is listed when the lists are cut short is true.
    #[test]
    fn short_lists_are_parts_of_the_whole((model, ask) in walled()) {
        let members = soft_members(&model, &ask);
        let whole = conflicts_and_relaxations(&model, &ask, &members, MOST_SETS, &Silent).expect("within reach");
        let part = conflicts_and_relaxations(&model, &ask, &members, 1, &Silent).expect("within reach");
        let conflicts = |sets: &Sets| sets.conflicts.iter().map(|set| set.members.clone()).collect::<Vec<_>>();
        let drops = |sets: &Sets| sets.relaxations.iter().map(|set| set.drop.clone()).collect::<Vec<_>>();
        prop_assert!(conflicts(&part).iter().all(|set| conflicts(&whole).contains(set)));
        prop_assert!(drops(&part).iter().all(|set| drops(&whole).contains(set)));
        let fits = whole.conflicts.len() <= 1 && whole.relaxations.len() <= 1;
        prop_assert_eq!(part.complete, fits);
        prop_assert!(part.complete || part.conflicts.len() == 1 || part.relaxations.len() == 1);
    }
}

/// Ten issues of two choices, each refused by one party and the other choice by another: ten conflicts of two, 2^10 relaxations.
#[test]
fn a_thousand_sets_are_enough() {
    let issues = 10;
    let party = || detente_engine::Party {
        values: vec![vec![0, 0]; issues],
        tables: Vec::new(),
        linkages: Vec::new(),
        bottom_line: None,
        consent: detente_engine::Consent::Always,
    };
    let limit = |issue: usize, choice: usize| Limit {
        owner: choice,
        forbids: Formula::Choice { issue, among: vec![choice == 0, choice == 1] },
    };
    let limits = (0..issues).flat_map(|issue| [limit(issue, 0), limit(issue, 1)]).collect();
    let model = Model { issues: vec![2; issues], parties: vec![party(), party()], limits, ..Model::default() };
    let ask = Ask::all(&model);
    let found = conflicts_and_relaxations(&model, &ask, &soft_members(&model, &ask), MOST_SETS, &Silent);
    let found = found.expect("within reach");
    assert_eq!((found.conflicts.len(), found.relaxations.len(), found.complete), (10, 1000, false));
}

/// A hundred and fifty limits, two of which cannot hold together.
#[test]
fn among_many_members_one_conflict_is_named() {
    let among = |choice: usize| (0..2).map(|other| other == choice).collect();
    let limit = |at: usize| {
        let choice = usize::from(at != 70);
        Limit { owner: 0, forbids: Formula::Choice { issue: at / 148, among: among(choice) } }
    };
    let model = Model {
        issues: vec![2, 2],
        parties: vec![detente_engine::Party {
            values: vec![vec![0, 0]; 2],
            tables: Vec::new(),
            linkages: Vec::new(),
            bottom_line: None,
            consent: detente_engine::Consent::Always,
        }],
        limits: (0..150).map(limit).collect(),
        rules: Vec::new(),
    };
    let ask = Ask::all(&model);
    let members = soft_members(&model, &ask);
    let found = conflicts_and_relaxations(&model, &ask, &members, MOST_SETS, &Silent).expect("within reach");
    assert!(!found.complete && found.relaxations.is_empty());
    let [conflict] = &found.conflicts[..] else { panic!("one conflict") };
    assert!(conflict.members.len() == 2 && conflict.members.contains(&Member::Limit(70)), "{conflict:?}");
    assert_eq!(all_packages(&model).len(), 4);
}

/// What a package runs into, word by word from the definition of the zone, and what it has beside the best.
fn check_why_not(model: &Model, ask: &Ask, package: &[usize]) {
    let found = why_not(model, ask, package).expect("it holds together");
    let zone = zone(model, ask);
    assert_eq!(found.excluded_by.is_empty() && found.requirements.is_empty(), in_zone(model, ask, package));
    // Setting aside all that is named, and nothing less, puts the package in the zone.
    let mut all = soft_members(model, ask);
    all.extend((0..model.rules.len()).map(Member::Rule));
    let mut without = ask.clone();
    without.require.clear();
    for spared in found.excluded_by.iter().map(Some).chain([None]) {
        let is_kept = |member: &&Member| !found.excluded_by.contains(member) || Some(*member) == spared;
        let kept: Vec<Member> = all.iter().filter(is_kept).copied().collect();
        let (model, ask) = keeping(model, &without, &all, &kept);
        assert_eq!(in_zone(&model, &ask, package), spared.is_none(), "{spared:?} of {found:?}");
    }
    let most = |party: usize| zone.iter().map(|package| model.parties[party].utility(package)).max();
    let below = |party: usize| Some(most(party)? - model.parties[party].utility(package));
    let expected: Option<Vec<i128>> = (0..model.parties.len()).map(below).collect();
    let told = below_best(model, ask, package, &Silent)
        .expect("within reach")
        .map(|all| all.iter().map(|below| i128::from(below.units)).collect::<Vec<_>>());
    assert_eq!(told, expected);
    for (party, short) in found.shortfall.iter().enumerate() {
        assert_eq!(0 < *short, found.excluded_by.contains(&Member::BottomLine(party)));
        let mut lower = model.clone();
        let line = &mut lower.parties[party].bottom_line;
        *line = line.map(|line| line - short);
        let found = why_not(&lower, ask, package).expect("it holds together");
        assert!(!found.excluded_by.contains(&Member::BottomLine(party)));
    }
}

proptest! {
    #![proptest_config(tries(400))]

    #[test]
    fn what_excludes_a_package_is_all_named(((model, ask), at) in (walled(), any::<prop::sample::Index>())) {
        let packages = all_packages(&model);
        check_why_not(&model, &ask, &packages[at.index(packages.len())]);
    }
}
