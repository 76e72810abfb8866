//! Conflicts: members that cannot hold together, none of which can be spared.

use detente_base::Silent;
use detente_engine::{Ask, Member, Memory, Model, ModelError, Stopped, conflict, conflict_beside, in_zone};
use detente_testkit::models::{Bounds, TINY, questions};
use detente_testkit::oracle::{self, is_minimal_conflict};
use detente_testkit::property::tries;
use proptest::prelude::*;

fn all_members(model: &Model) -> Vec<Member> {
    let rules = (0..model.rules.len()).map(Member::Rule);
    let limits = (0..model.limits.len()).map(Member::Limit);
    let lines = (0..model.parties.len()).map(Member::BottomLine);
    rules.chain(limits).chain(lines).chain((0..model.issues.len()).map(Member::Fixed)).collect()
}

/// A question, and some of the members in some order.
fn with_members() -> impl Strategy<Value = (Model, Ask, Vec<Member>)> {
    questions(Bounds { issues: 4, ..TINY }).prop_flat_map(|(model, ask)| {
        let all = all_members(&model);
        let some = prop::sample::subsequence(all.clone(), 0..=all.len()).prop_shuffle();
        (Just(model), Just(ask), some)
    })
}

proptest! {
    #![proptest_config(tries(1500))]

    #[test]
    fn setting_any_member_aside_opens_the_zone((model, ask, members) in with_members()) {
        match conflict(&model, &ask, &members, &Silent).expect("within reach") {
            None => prop_assert!(oracle::can_hold(&model, &ask, &members, &members)),
            Some(set) => {
                prop_assert!(is_minimal_conflict(&model, &ask, &members, &set), "{:?}", set);
                let in_order: Vec<Member> = members.iter().copied().filter(|member| set.contains(member)).collect();
                prop_assert_eq!(&in_order, &set, "in the given order");
                let mut left = members.clone();
                for member in &members {
                    let without: Vec<Member> = left.iter().copied().filter(|other| other != member).collect();
                    if !oracle::can_hold(&model, &ask, &members, &without) {
                        left = without;
                    }
                }
                prop_assert_eq!(left, set, "what sparing each in turn leaves");
            }
        }
    }

    #[test]
    fn what_was_found_before_changes_no_answer(
        (model, ask, members) in with_members(),
        seeds in prop::collection::vec(0..10_000_usize, 0..12),
        at_once in any::<bool>(),
    ) {
        let expected = conflict(&model, &ask, &members, &Silent).expect("within reach");
        let packages = oracle::all_packages(&model);
        let mut memory = Memory::default();
        memory.packages.extend(seeds.iter().map(|seed| packages[seed % packages.len()].clone()));
        if at_once && expected.is_some() {
            memory.contradictions.push(members.clone());
        }
        for _ in 0..2 {
            let found = conflict_beside(&model, &ask, &members, &mut memory, &Silent).expect("within reach");
            prop_assert_eq!(&found, &expected);
            // What was found is a contradiction in the next question, too.
            memory.contradictions.extend(found);
        }
    }

    #[test]
    fn there_is_one_exactly_where_the_zone_is_empty((model, ask) in questions(Bounds { issues: 4, ..TINY })) {
        let mut whole = ask;
        whole.limits = vec![true; model.limits.len()];
        whole.bottom_lines = true;
        let is_open = oracle::all_packages(&model).iter().any(|package| in_zone(&model, &whole, package));
        let found = conflict(&model, &whole, &all_members(&model), &Silent).expect("within reach");
        prop_assert_eq!(found.is_none(), is_open);
    }
}

#[test]
fn a_member_that_is_not_there_is_refused() {
    let model = Model { issues: vec![2], ..Model::default() };
    let refused = |member| conflict(&model, &Ask::all(&model), &[member], &Silent);
    assert_eq!(refused(Member::Rule(0)), Err(Stopped::Model(ModelError::UnknownRule { rule: 0 })));
    assert_eq!(refused(Member::Limit(3)), Err(Stopped::Model(ModelError::UnknownLimit { limit: 3 })));
    assert_eq!(refused(Member::BottomLine(0)), Err(Stopped::Model(ModelError::UnknownParty { party: 0 })));
    assert_eq!(refused(Member::Fixed(1)), Err(Stopped::Model(ModelError::UnknownIssue { issue: 1 })));
}
