//! Issues left open within brackets, in every question that takes a draft, against the definitions, package by package.

use std::collections::{BTreeMap, BTreeSet};

use detente::base::{Index, Silent, Table};
use detente::case::{ChoiceIdx, IssueIdx, PartyIdx};
use detente::deals::{
    Choices, DraftAnswer, DraftWanted, FrontierWanted, LimitRef, Member, Remaining, Settings, State, compare_stated,
    draft, estimated, gives, improve, lower, remaining_estimated, remaining_stated, stated, why,
};
use detente::engine::again::WrittenOut;
use detente::engine::{Ask, in_zone};

use crate::small::{Small, exactly, invented};

/// A draft: what is settled, and what stands in brackets, by position.
type Held = (&'static [(usize, usize)], &'static [(usize, &'static [usize])]);

/// Bridge, flag, guard, toll, in order of id: one bracket and several, beside settled issues, with one choice, and such that
/// nothing is left.
const DRAFTS: &[Held] = &[
    (&[], &[(3, &[1, 3])]),
    (&[], &[(0, &[0, 2]), (3, &[0, 4])]),
    (&[(1, 0)], &[(0, &[1, 2])]),
    (&[(0, 2)], &[(1, &[0])]),
    (&[(2, 0)], &[(0, &[0])]),
    (&[(2, 0)], &[(0, &[0]), (1, &[0, 1]), (3, &[4])]),
    (&[(0, 0), (2, 1)], &[(1, &[0]), (3, &[0])]),
];

fn settings((fixed, open): &Held) -> Settings {
    let open = open
        .iter()
        .map(|&(issue, among)| (IssueIdx::new(issue), among.iter().map(|&choice| ChoiceIdx::new(choice)).collect()));
    Settings { open: open.collect(), ..Small::draft(fixed) }
}

/// The definition: rules and limits from the engine's own, the draft from the settings.
struct Defined<'s, 'o> {
    small: &'s Small<'o>,
    settings: &'s Settings,
    /// The zone without a draft.
    ask: Ask,
}

impl<'s, 'o> Defined<'s, 'o> {
    fn new(small: &'s Small<'o>, settings: &'s Settings, bottom_lines: bool) -> Self {
        let undrafted = Settings { draft: BTreeMap::new(), open: BTreeMap::new(), ..settings.clone() };
        let ask = Ask { bottom_lines, ..small.lowered.ask(small.case, &undrafted) };
        Self { small, settings, ask }
    }

    fn keeps(&self, issue: usize, package: &[usize]) -> bool {
        let at = IssueIdx::new(issue);
        let choice = self.small.lowered.choices(package)[at];
        self.settings.draft.get(&at).is_none_or(|held| *held == choice)
            && self.settings.open.get(&at).is_none_or(|among| among.contains(&choice))
    }

    /// Whether a package keeps to the draft on every issue but one.
    fn keeps_beside(&self, issue: Option<usize>, package: &[usize]) -> bool {
        (0..package.len()).all(|other| issue == Some(other) || self.keeps(other, package))
    }

    fn zone_beside(&self, issue: Option<usize>) -> Vec<&Vec<usize>> {
        let zone = self.small.zone(&self.ask).into_iter();
        zone.filter(|package| self.keeps_beside(issue, package)).collect()
    }

    fn zone(&self) -> Vec<&Vec<usize>> {
        self.zone_beside(None)
    }

    fn check_states(&self, found: &Remaining, counted: bool) {
        for (issue, choices) in found.choices.iter() {
            let at = issue.position();
            let zone = self.zone_beside(Some(at));
            let is_open = |other: usize, choice: usize| zone.iter().any(|package| package[other] == choice);
            for (choice, remains) in choices.iter() {
                let rank = self.small.lowered.rank(issue, choice);
                let expected = zone.iter().filter(|package| package[at] == rank).count();
                if counted {
                    assert_eq!(remains.packages, exactly(expected), "{:?} {at} {rank}", self.settings);
                }
                let around = self.small.packages.iter().filter(|package| {
                    package[at] == rank
                        && self.keeps_beside(Some(at), package)
                        && (0..package.len()).all(|other| other == at || is_open(other, package[other]))
                        && self.small.lowered.model.rules.iter().all(|rule| rule.holds(package))
                });
                let state = match expected {
                    0 => "excluded",
                    all if all == around.count() => "possible",
                    _ => "only with others",
                };
                let said = match &remains.state {
                    State::Possible => "possible",
                    State::OnlyWithOthers => "only with others",
                    State::Excluded(None) => "excluded",
                    State::Excluded(Some(members)) => {
                        self.check_excluders(at, rank, members);
                        "excluded"
                    }
                    State::PossiblySome | State::Undecided => "not decided",
                };
                assert_eq!(said, state, "{:?} {at} {rank}", self.settings);
            }
        }
    }

    /// What excludes a choice leaves no package with it, and none of it can be spared.
    fn check_excluders(&self, issue: usize, rank: usize, members: &[Member]) {
        assert!(
            members
                .iter()
                .all(|member| !matches!(member, Member::Fixed(of) | Member::Bracketed(of) if of.position() == issue))
        );
        let with = |members: &[Member]| self.meeting(members).iter().any(|package| package[issue] == rank);
        assert!(!with(members), "{members:?}");
        for spared in members {
            let rest: Vec<Member> = members.iter().copied().filter(|member| member != spared).collect();
            assert!(with(&rest), "{spared:?} of {members:?}");
        }
    }

    /// Everything that can be set aside.
    fn members(&self) -> Vec<Member> {
        let limits = self.small.lowered.limits.iter().zip(&self.ask.limits).filter(|(_, in_force)| **in_force);
        let lines = (0..self.small.lowered.model.parties.len()).filter(|_| self.ask.bottom_lines);
        let fixed = self.settings.draft.keys().map(|&issue| Member::Fixed(issue));
        let open = self.settings.open.keys().map(|&issue| Member::Bracketed(issue));
        let limits = limits.map(|(&limit, _)| Member::Limit(limit));
        limits.chain(lines.map(|party| Member::BottomLine(PartyIdx::new(party)))).chain(fixed).chain(open).collect()
    }

    /// The packages within the rules that meet some members.
    fn meeting(&self, members: &[Member]) -> Vec<&Vec<usize>> {
        let model = &self.small.lowered.model;
        let asked = |party: usize, package: &[usize]| model.parties[party].is_asked_in(package);
        let meets = |member: &Member, package: &Vec<usize>| match *member {
            Member::Limit(of) => self.limit_met(of, package),
            Member::BottomLine(party) => {
                let party = party.position();
                let line = model.parties[party].bottom_line.map_or(i128::MIN, i128::from);
                !asked(party, package) || line <= self.small.utility(party, package)
            }
            Member::Fixed(issue) | Member::Bracketed(issue) => self.keeps(issue.position(), package),
        };
        let within_rules = |package: &&Vec<usize>| model.rules.iter().all(|rule| rule.holds(package));
        let packages = self.small.packages.iter().filter(within_rules);
        packages.filter(|package| members.iter().all(|member| meets(member, package))).collect()
    }

    fn limit_met(&self, of: LimitRef, package: &[usize]) -> bool {
        let lowered = &self.small.lowered;
        let at = lowered.limits.iter().position(|limit| *limit == of).expect("a limit of the model");
        let limit = &lowered.model.limits[at];
        !lowered.model.parties[limit.owner].is_asked_in(package) || !limit.forbids.holds(package)
    }

    /// The minimal sets among the members of which `is_one` says yes, in no order.
    fn minimal(&self, is_one: impl Fn(&[Member]) -> bool) -> BTreeSet<String> {
        let members = self.members();
        let sets = (0_u32..1 << members.len()).map(|bits| {
            let of = |(at, member): (usize, &Member)| (bits >> at & 1 == 1).then_some(*member);
            members.iter().enumerate().filter_map(of).collect::<Vec<_>>()
        });
        let ones: Vec<Vec<Member>> = sets.filter(|set| is_one(set)).collect();
        let beats = |one: &Vec<Member>, other: &Vec<Member>| {
            one.len() < other.len() && one.iter().all(|member| other.contains(member))
        };
        ones.iter().filter(|one| !ones.iter().any(|other| beats(other, one))).map(|one| named(one)).collect()
    }
}

/// A set of members, whatever their order.
fn named(members: &[Member]) -> String {
    members
        .iter()
        .map(|member| format!("{member:?}"))
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect::<Vec<_>>()
        .join("+")
}

#[test]
fn what_remains_beside_brackets_is_what_the_definition_says() {
    let opened = invented();
    let small = Small::of(&opened);
    for held in DRAFTS {
        let settings = settings(held);
        let (case, set) = (small.case, small.set);
        let with = Defined::new(&small, &settings, true);
        with.check_states(&remaining_estimated(case, set, &settings, &Silent).expect("small"), true);
        let asked = small.lowered.drafted(case, &settings);
        let live = draft(case, Some(set), (&small.lowered, &asked), EVERYTHING, &WrittenOut::default(), &Silent)
            .expect("small");
        with.check_states(&live.choices, false);
        assert!(excluders(&live.choices).all(|known| known), "all that was asked for");
        check_live(&with, &live);
        let alone = Defined::new(&small, &settings, false);
        alone.check_states(&remaining_stated(case, &settings, &Silent).expect("small"), true);
        let lowered = lower(case, None).expect("small");
        let asked = lowered.drafted(case, &settings).without_bottom_lines();
        let live = draft(case, None, (&lowered, &asked), DraftWanted::default(), &WrittenOut::default(), &Silent)
            .expect("small");
        alone.check_states(&live.choices, false);
        assert!(excluders(&live.choices).all(|known| !known), "nobody asked what excludes them");
        assert_eq!(live.open, Some(!alone.zone().is_empty()), "{settings:?}");
    }
}

/// In fewer steps an end is one that some package has; where it is said to be proved, none goes beyond.
#[test]
fn what_is_reached_in_few_steps_is_never_more_than_there_is() {
    let opened = invented();
    let small = Small::of(&opened);
    let mut told: BTreeMap<u64, [usize; 2]> = BTreeMap::new();
    for held in DRAFTS {
        let settings = settings(held);
        let asked = small.lowered.drafted(small.case, &settings);
        let defined = Defined::new(&small, &settings, true);
        let zone = defined.zone();
        for steps in [1, 20, 50, u64::MAX] {
            let wanted = DraftWanted { excluders: false, reach: Some(steps) };
            let live =
                draft(small.case, Some(small.set), (&small.lowered, &asked), wanted, &WrittenOut::default(), &Silent)
                    .expect("small");
            for (party, worth) in live.parties.iter().enumerate() {
                let units: BTreeSet<i128> = zone.iter().map(|package| small.utility(party, package)).collect();
                let Some(reach) = worth.reach else { continue };
                for (end, last) in [(reach.least, units.first()), (reach.most, units.last())] {
                    assert!(units.contains(&i128::from(end.units)), "{settings:?} {party} {steps}");
                    assert!(!end.proved || last == Some(&i128::from(end.units)), "{settings:?} {party} {steps}");
                    told.entry(steps).or_default()[usize::from(end.proved)] += 1;
                }
            }
        }
    }
    let kinds = |steps: u64| told[&steps].map(|ends| 0 < ends);
    assert_eq!((kinds(1), kinds(20), kinds(u64::MAX)), ([true, false], [true, true], [false, true]), "{told:?}");
}

const EVERYTHING: DraftWanted = DraftWanted { excluders: true, reach: Some(u64::MAX) };

/// Of every choice that is excluded, whether it is said by what.
fn excluders(choices: &Remaining) -> impl Iterator<Item = bool> {
    let states = choices.choices.rows().flat_map(Table::rows);
    states.filter_map(|of| if let State::Excluded(members) = &of.state { Some(members.is_some()) } else { None })
}

/// Whether there is a package, who objects and what is in reach follow from the packages that keep to the draft.
fn check_live(of: &Defined<'_, '_>, live: &DraftAnswer) {
    let (zone, small) = (of.zone(), of.small);
    assert_eq!(live.open, Some(!zone.is_empty()), "{:?}", of.settings);
    for (party, worth) in live.parties.iter().enumerate() {
        let units = || zone.iter().map(|package| small.utility(party, package));
        let reach = worth.reach.map(|reach| (i128::from(reach.least.units), i128::from(reach.most.units)));
        assert_eq!(reach, units().min().zip(units().max()), "{:?} {party}", of.settings);
    }
    let kept: Vec<&Vec<usize>> = small.packages.iter().filter(|package| of.keeps_beside(None, package)).collect();
    for (at, limit) in small.lowered.model.limits.iter().enumerate() {
        let crossed = || kept.iter().map(|package| limit.forbids.holds(package));
        let said = live.crossings.iter().find(|crossing| crossing.limit == small.lowered.limits[at]);
        assert_eq!(said.is_some(), crossed().any(|crosses| crosses), "{:?} {at}", of.settings);
        assert_eq!(said.is_some_and(|said| said.certain), crossed().all(|crosses| crosses), "{:?} {at}", of.settings);
    }
}

#[test]
fn deals_lie_within_the_brackets() {
    let opened = invented();
    let small = Small::of(&opened);
    let mut seen = 0;
    for held in DRAFTS {
        let best_for = Some(PartyIdx::new(1));
        let settings = Settings { examples: 4, frontier: FrontierWanted::Whole, best_for, ..settings(held) };
        let alone = Defined::new(&small, &settings, false);
        let first = stated(small.case, &settings, &Silent).expect("small");
        assert_eq!(first.zone.packages, exactly(alone.zone().len()));
        let with = Defined::new(&small, &settings, true);
        let zone = with.zone();
        let second = estimated(small.case, small.set, &settings, &Silent).expect("small");
        assert_eq!(second.centre().packages, exactly(zone.len()));
        for (issue, row) in second.remaining[1].iter() {
            for (choice, left) in row.iter() {
                let rank = small.lowered.rank(issue, choice);
                let expected = zone.iter().filter(|package| package[issue.position()] == rank).count();
                assert_eq!(left.packages, exactly(expected), "{settings:?}");
            }
        }
        let within = |choices: &Choices| zone.contains(&&small.lowered.package(choices));
        let best = second.best_for.iter().flat_map(|best| &best.answers);
        let answers = second.principles.iter().flat_map(|principle| &principle.answers).chain(best);
        assert!(answers.chain(&second.frontier.points).all(|answer| within(&answer.choices)), "{settings:?}");
        assert!(second.examples.packages.iter().all(|example| within(&example.choices)), "{settings:?}");
        assert_eq!(second.frontier.points.is_empty(), zone.is_empty());
        let vector = |package: &[usize]| [1, 2].map(|party| small.utility(party, package));
        let vectors: BTreeSet<[i128; 2]> = zone.iter().map(|package| vector(package)).collect();
        let beaten =
            |one: &&[i128; 2]| vectors.iter().any(|other| other != *one && one[0] <= other[0] && one[1] <= other[1]);
        let efficient: BTreeSet<[i128; 2]> = vectors.iter().filter(|one| !beaten(one)).copied().collect();
        let found = second.frontier.points.iter().map(|point| vector(&small.lowered.package(&point.choices)));
        assert_eq!(found.collect::<BTreeSet<_>>(), efficient, "{settings:?}");
        seen += zone.len();
    }
    assert!(0 < seen, "some draft leaves packages");
}

#[test]
fn a_bracket_stands_in_the_way_like_a_settled_issue() {
    let opened = invented();
    let small = Small::of(&opened);
    let mut bracketed = 0;
    for held in DRAFTS {
        let settings = settings(held);
        for set in [None, Some(small.set)] {
            let defined = Defined::new(&small, &settings, set.is_some());
            let all = defined.members();
            let found = why(small.case, set, &settings, &Silent).expect("small");
            assert_eq!(found.is_open, !defined.zone().is_empty(), "{settings:?}");
            assert!(found.complete);
            let conflicts: BTreeSet<String> = found.conflicts.iter().map(|conflict| named(&conflict.members)).collect();
            let relaxations: BTreeSet<String> = found.relaxations.iter().map(|set| named(set)).collect();
            if found.is_open {
                assert!(conflicts.is_empty() && relaxations.is_empty());
                continue;
            }
            assert_eq!(conflicts, defined.minimal(|set| defined.meeting(set).is_empty()), "{settings:?}");
            let opens = |set: &[Member]| {
                let rest: Vec<Member> = all.iter().copied().filter(|member| !set.contains(member)).collect();
                !defined.meeting(&rest).is_empty()
            };
            assert_eq!(relaxations, defined.minimal(opens), "{settings:?}");
            for issue in settings.open.keys() {
                assert_eq!(found.bracketed(*issue), settings.open[issue].iter().copied().collect::<Vec<_>>());
                bracketed +=
                    usize::from(conflicts.iter().any(|set| set.contains(&format!("{:?}", Member::Bracketed(*issue)))));
            }
        }
    }
    assert!(2 < bracketed, "brackets stand in some of the ways: {bracketed}");
}

#[test]
fn a_bracket_of_one_choice_is_a_settled_issue() {
    let opened = invented();
    let small = Small::of(&opened);
    let (bracket, settled) = (settings(&(&[], &[(0, &[0]), (1, &[1])])), Small::draft(&[(0, 0), (1, 1)]));
    let of = |settings: &Settings| {
        let states = remaining_estimated(small.case, small.set, settings, &Silent).expect("small");
        let numbers = states.choices.rows().flat_map(|row| row.rows().map(|remains| remains.packages.clone()));
        let at_stake = gives(small.case, small.set, settings, &Silent).expect("small").stakes;
        (numbers.collect::<Vec<_>>(), at_stake.rows().cloned().collect::<Vec<_>>())
    };
    assert_eq!(of(&bracket), of(&settled));
}

#[test]
fn what_is_compared_or_improved_is_looked_at_whatever_the_brackets() {
    let opened = invented();
    let small = Small::of(&opened);
    let (with, without) = (settings(&(&[], &[(0, &[1])])), Settings::default());
    let package = small.packages.iter().find(|package| package[0] == 0).expect("a closed bridge");
    let choices: Choices = small.lowered.choices(package);
    let of = |settings: &Settings| {
        let compared = compare_stated(small.case, settings, std::slice::from_ref(&choices)).expect("small");
        let improved = improve(small.case, small.set, settings, &choices, &Silent).expect("small");
        (compared.in_zone, improved.in_zone, improved.efficient.points.len())
    };
    assert_eq!(of(&with), of(&without));
    let ask = small.lowered.ask(small.case, &with);
    assert!(!in_zone(&small.lowered.model, &ask, package), "but it is none of a question within the brackets");
}
