//! The conflicts, relaxations and least movements of the shared instances are proved; each is refused when one is left out.
#![expect(clippy::print_stdout, reason = "a run without the data says so")]

use crate::common::{Dice, Question, conflicts::conflicts, movement::movement};
use detente_checker::{Movement, Piece, Step, verify};
use detente_model::Ask;
use detente_testkit::shared::{folder, instances};
use serde_json::Value;
use std::collections::BTreeSet;

/// `bottom:2`, `red:0`.
fn piece(text: &Value) -> Piece {
    let (kind, number) = text.as_str().and_then(|text| text.split_once(':')).expect("a member");
    let number = number.parse().expect("a number");
    if kind == "bottom" { Piece::Bottom(number) } else { Piece::Limit(number) }
}

fn sets<'a>(list: &'a Value, of: impl Fn(&'a Value) -> &'a Value) -> BTreeSet<BTreeSet<Piece>> {
    let set = |entry: &'a Value| of(entry).as_array().expect("a list").iter().map(piece).collect();
    list.as_array().expect("a list").iter().map(set).collect()
}

#[test]
fn the_answers_are_proved() {
    let Some(folder) = folder("why") else {
        println!("skipped: no shared data");
        return;
    };
    for (instance, answer) in instances(&folder) {
        let model = instance.model();
        let ask = Ask::all(&model);
        let (question, mut dice) = (Question::new(&model, &ask), Dice(5));
        if answer["zone_feasible"] == Value::Bool(true) {
            continue;
        }
        let claim = conflicts(&question, &mut dice);
        let own: BTreeSet<BTreeSet<Piece>> =
            claim.conflicts.iter().map(|conflict| conflict.members.iter().copied().collect()).collect();
        assert_eq!(own, sets(&answer["conflicts"], |entry| entry), "{}", instance.name);
        let moves = movement(&question, &mut dice);
        if let Movement::Opens { sum, max, .. } = &moves {
            assert_eq!(Some(sum.amount), answer["least_movement"]["sum"].as_i64(), "{}", instance.name);
            assert_eq!(Some(max.amount), answer["least_movement"]["max"].as_i64(), "{}", instance.name);
        }
        let steps = vec![Step::Conflicts(claim), Step::Movement(moves)];
        let report = verify(&model, &ask, &question.sealed(steps));
        assert!(report.is_ok(), "{}: {report:?}", instance.name);
    }
}
