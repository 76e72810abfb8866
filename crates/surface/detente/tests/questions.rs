//! The smaller questions against the definitions, package by package.

use std::sync::atomic::{AtomicU64, Ordering};

use detente::base::{Index, Silent, Watch};
use detente::deals::{
    Choices, ExamplesEnd, Settings, State, estimated, gives, improve, prices, remaining_estimated, stated,
};
use detente::engine::in_zone;

use crate::small::{Small, exactly, invented, opened};

fn check_improve(small: &Small<'_>, step: usize) {
    let settings = Settings::default();
    let ask = small.lowered.ask(small.case, &settings);
    let vector =
        |package: &[usize]| -> Vec<i128> { ask.principals.iter().map(|&p| small.utility(p, package)).collect() };
    let zone: Vec<Vec<i128>> = small.zone(&ask).into_iter().map(|package| vector(package)).collect();
    let at_least = |a: &Vec<i128>, b: &Vec<i128>| a.iter().zip(b).all(|(a, b)| a >= b);
    let mut some = 0;
    for package in small.packages.iter().step_by(step) {
        let own = vector(package);
        let better: Vec<&Vec<i128>> = zone.iter().filter(|other| at_least(other, &own) && **other != own).collect();
        let beaten = |one: &&&Vec<i128>| better.iter().any(|other| at_least(other, one) && other != *one);
        let mut expected: Vec<Vec<i128>> = better.iter().filter(|one| !beaten(one)).map(|one| (*one).clone()).collect();
        expected.sort();
        expected.dedup();
        let choices: Choices = small.lowered.choices(package);
        let found = improve(small.case, small.set, &settings, &choices, &Silent).expect("small");
        let units = |answer: &detente::deals::Answer| -> Vec<i128> {
            ask.principals.iter().map(|&party| answer.units[party].into()).collect()
        };
        let mut efficient: Vec<Vec<i128>> = found.efficient.points.iter().map(units).collect();
        efficient.sort();
        assert!(found.efficient.is_complete());
        assert_eq!(found.improvable, !expected.is_empty(), "{package:?}");
        assert_eq!(efficient, expected, "{package:?}");
        assert_eq!(found.in_zone, in_zone(&small.lowered.model, &ask, package));
        let chosen = found.principles.iter().flat_map(|principle| &principle.answers);
        assert!(chosen.clone().all(|answer| expected.contains(&units(answer))), "{package:?}");
        assert_eq!(chosen.count() == 0, expected.is_empty(), "{package:?}");
        some += usize::from(!expected.is_empty());
    }
    assert!(0 < some, "some package can be improved on");
}

#[test]
fn improvements_are_those_of_the_definition() {
    check_improve(&Small::of(&invented()), 1);
    check_improve(&Small::of(&opened("nash-1950")), 7);
    check_improve(&Small::of(&opened("split-surplus")), 499);
}

#[test]
fn what_remains_is_what_the_definition_says() {
    let opened = invented();
    let small = Small::of(&opened);
    for fixed in [&[][..], &[(0, 2)], &[(0, 2), (3, 1)], &[(1, 0), (2, 3)]] {
        let settings = Small::draft(fixed);
        let found = remaining_estimated(small.case, small.set, &settings, &Silent).expect("small");
        let ask = small.lowered.ask(small.case, &settings);
        let released = |issue: usize| {
            let mut released = ask.clone();
            released.fixed[issue] = None;
            released
        };
        let count = |issue: usize, choice: usize| {
            small.zone(&released(issue)).iter().filter(|package| package[issue] == choice).count()
        };
        for (issue, choices) in found.choices.iter() {
            for (choice, remains) in choices.iter() {
                let (at, rank) = (issue.position(), small.lowered.rank(issue, choice));
                let expected = count(at, rank);
                assert_eq!(remains.packages, exactly(expected), "{fixed:?} {at} {rank}");
                let asked = released(at);
                let zone = small.zone(&asked);
                let is_open = |other: usize, choice: usize| zone.iter().any(|package| package[other] == choice);
                let around = small.packages.iter().filter(|package| {
                    package[at] == rank
                        && (0..package.len()).all(|other| {
                            other == at
                                || ask.fixed[other].map_or(is_open(other, package[other]), |c| c == package[other])
                        })
                        && small.lowered.model.rules.iter().all(|rule| rule.holds(package))
                });
                let state = match expected {
                    0 => "excluded",
                    all if all == around.count() => "possible",
                    _ => "only with others",
                };
                let said = match &remains.state {
                    State::Possible => "possible",
                    State::OnlyWithOthers => "only with others",
                    State::Excluded(_) => "excluded",
                    State::PossiblySome | State::Undecided => "not decided",
                };
                assert_eq!(said, state, "{fixed:?} {at} {rank}");
            }
        }
    }
}

#[test]
fn what_is_at_stake_is_over_what_is_open() {
    let opened = invented();
    let small = Small::of(&opened);
    let settings = Small::draft(&[(0, 2)]);
    let found = gives(small.case, small.set, &settings, &Silent).expect("small");
    let ask = small.lowered.ask(small.case, &settings);
    for (issue, stakes) in found.stakes.iter() {
        let at = issue.position();
        let mut released = ask.clone();
        released.fixed[at] = None;
        let zone = small.zone(&released);
        for (party, row) in small.lowered.model.parties.iter().enumerate() {
            let own = || zone.iter().map(|package| row.values[at][package[at]]);
            let expected = own().max().expect("a zone") - own().min().expect("a zone");
            assert_eq!(stakes[party], expected, "issue {at}, party {party}");
        }
    }
}

#[test]
fn prices_are_those_of_the_changed_zone() {
    let opened = invented();
    let small = Small::of(&opened);
    let settings = Settings::default();
    let found = prices(small.case, small.set, &settings, &Silent).expect("small");
    assert_eq!(found.rows.len(), 5, "two red lines and three bottom lines");
    let ask = small.lowered.ask(small.case, &settings);
    assert_eq!(found.now.zone.packages, exactly(small.zone(&ask).len()));
    let mut changed = 0;
    for row in &found.rows {
        let (mut model, mut ask) = (small.lowered.model.clone(), ask.clone());
        match row.member {
            detente::deals::Member::Limit(limit) => {
                let at = small.lowered.limits.iter().position(|of| *of == limit).expect("a limit");
                ask.limits[at] = false;
            }
            detente::deals::Member::BottomLine(party) => {
                let line = &mut model.parties[party.position()].bottom_line;
                *line = line.map(|line| line - small.lowered.per_point(party));
            }
            detente::deals::Member::Fixed(_) | detente::deals::Member::Bracketed(_) => panic!("nothing is fixed"),
        }
        let zone: Vec<&Vec<usize>> = small.packages.iter().filter(|package| in_zone(&model, &ask, package)).collect();
        assert_eq!(row.then.zone.packages, exactly(zone.len()), "{:?}", row.member);
        for party in small.case.parties.indices() {
            let most = zone.iter().map(|package| small.utility(party.position(), package)).max();
            assert_eq!(row.then.most_for(party).map(i128::from), most, "{:?}", row.member);
        }
        changed += usize::from(row.then.zone != found.now.zone);
    }
    assert!(0 < changed, "some step changes something");
}

/// Asked so many times whether to stop, says yes from then on.
struct Ends(AtomicU64);

impl Watch for Ends {
    fn advance(&self, _steps: u64) {}

    fn cancelled(&self) -> bool {
        self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_err()
    }
}

/// Work that was ended leaves no examples rather than fewer: fewer would say that there are no others.
#[test]
fn examples_are_all_there_or_the_work_says_that_it_was_ended() {
    let opened = invented();
    let small = Small::of(&opened);
    let settings = Settings { examples: 4, ..Settings::default() };
    let whole = stated(small.case, &settings, &Silent).expect("small").examples;
    let with = estimated(small.case, small.set, &settings, &Silent).expect("small").examples;
    assert_eq!((whole.packages.len(), with.packages.len()), (4, 4));
    let (mut ended, mut done) = (0, 0);
    for after in 0..600 {
        let watch = || Ends(AtomicU64::new(after));
        let answers = [
            stated(small.case, &settings, &watch()).map(|answer| answer.examples == whole),
            estimated(small.case, small.set, &settings, &watch()).map(|answer| answer.examples == with),
        ];
        for answer in answers {
            match answer {
                Ok(same) => {
                    assert!(same, "ended after {after} questions");
                    done += 1;
                }
                Err(_) => ended += 1,
            }
        }
    }
    assert!(0 < ended && 0 < done, "{ended} {done}");
}

/// Too few steps for an answer are no reason to say that there are no others.
#[test]
fn examples_say_why_there_are_no_more() {
    let opened = invented();
    let small = Small::of(&opened);
    let asked = |examples, steps| Settings { examples, steps, ..Settings::default() };
    let within = |settings: Settings| estimated(small.case, small.set, &settings, &Silent).expect("small").examples;
    let zone = small.zone(&small.lowered.ask(small.case, &Settings::default()));
    let all = within(asked(zone.len() + 1, None));
    assert_eq!((all.packages.len(), all.end), (zone.len(), ExamplesEnd::NoOther));
    assert_eq!(within(asked(zone.len(), None)).end, ExamplesEnd::AsWanted);
    let few = within(asked(zone.len() + 1, Some(1)));
    assert!(few.packages.len() < zone.len(), "one step finds no more");
    assert_eq!(few.end, ExamplesEnd::OutOfReach);
    assert_eq!(within(asked(0, Some(1))).end, ExamplesEnd::AsWanted);
}
