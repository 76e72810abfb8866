//! A proof that was changed, cut short or written for something else is refused.

use crate::common::{Dice, Question, conflicts::conflicts, movement::movement};
use detente_checker::{Reason, Sealed, Step, verify};
use detente_model::{Ask, Consent, Formula, Limit, Linkage, Model, Party};

/// Two issues of three choices; the third party is asked where the first issue takes its last choice.
fn model(line: i64) -> Model {
    let last = |issue: usize| Formula::Choice { issue, among: vec![false, false, true] };
    let party = |values: [[i64; 3]; 2], bottom_line: i64, consent: Consent| Party {
        values: values.map(|of| of.to_vec()).to_vec(),
        tables: Vec::new(),
        linkages: vec![Linkage { when: Formula::All(vec![last(0), last(1)]), units: 2 }],
        bottom_line: Some(bottom_line),
        consent,
    };
    Model {
        issues: vec![3, 3],
        parties: vec![
            party([[0, 3, 5], [0, 2, 4]], 2, Consent::Always),
            party([[6, 4, 1], [5, 2, 0]], line, Consent::Always),
            party([[0, 0, 3], [1, 0, 0]], 4, Consent::When(last(0))),
        ],
        rules: Vec::new(),
        limits: vec![Limit { owner: 0, forbids: Formula::Choice { issue: 1, among: vec![true, false, false] } }],
    }
}

/// Everything that can be claimed of an open and of a closed zone.
fn proofs() -> Vec<(Model, Ask, String)> {
    let make = |line: i64| {
        let model = model(line);
        let ask = Ask::all(&model);
        let (question, mut dice) = (Question::new(&model, &ask), Dice(11));
        let mut steps = vec![question.frontier(), Step::Movement(movement(&question, &mut dice))];
        steps.push(Step::Conflicts(conflicts(&question, &mut dice)));
        if question.zone.is_empty() {
            steps.push(Step::Empty(question.branches(&[], &mut dice)));
        } else {
            steps.extend(question.principles(&mut dice).into_iter().map(Step::Best));
        }
        let text = question.sealed(steps).to_json();
        (model, ask, text)
    };
    vec![make(3), make(9)]
}

fn refuses(model: &Model, ask: &Ask, text: &str) -> bool {
    match Sealed::from_json(text) {
        Ok(sealed) => verify(model, ask, &sealed).is_err(),
        Err(_) => true,
    }
}

#[test]
fn what_was_written_is_read_and_verified() {
    for (model, ask, text) in proofs() {
        let sealed = Sealed::from_json(&text).expect("a proof");
        assert_eq!(sealed.to_json(), text);
        verify(&model, &ask, &sealed).expect("true");
        assert!(text.contains("\"opens\"") || text.contains("\"nash\""), "both kinds of zone are there: {text}");
    }
}

#[test]
fn any_number_changed_is_refused() {
    for (model, ask, text) in proofs() {
        let bytes = text.as_bytes();
        let mut changed = 0;
        for at in (0..bytes.len()).filter(|&at| bytes[at].is_ascii_digit()) {
            for digit in [b'0', b'1', b'9'].into_iter().filter(|&digit| digit != bytes[at]) {
                let mut other = bytes.to_vec();
                other[at] = digit;
                assert!(refuses(&model, &ask, std::str::from_utf8(&other).expect("text")), "digit {at} of {text}");
                changed += 1;
            }
        }
        assert!(300 < changed, "{changed}");
    }
}

#[test]
fn a_proof_cut_short_is_refused() {
    for (model, ask, text) in proofs() {
        for part in 0..50 {
            assert!(refuses(&model, &ask, &text[..text.len() * part / 50]), "{part}/50");
        }
        let mut sealed = Sealed::from_json(&text).expect("a proof");
        sealed.proof.steps.pop();
        let refusal = verify(&model, &ask, &sealed).expect_err("a step is missing");
        assert_eq!((refusal.step, refusal.reason), (None, Reason::Digest));
    }
}

#[test]
fn a_proof_for_something_else_is_refused() {
    for (model, ask, text) in proofs() {
        let sealed = Sealed::from_json(&text).expect("a proof");
        let reason = |model: &Model, ask: &Ask| verify(model, ask, &sealed).expect_err("other").reason;
        let mut other = model.clone();
        other.parties[0].values[1][2] += 1;
        assert_eq!(reason(&other, &ask), Reason::OtherModel);
        let mut other = model.clone();
        other.limits[0].owner = 1;
        assert_eq!(reason(&other, &ask), Reason::OtherModel);
        let without = Ask { bottom_lines: false, ..ask.clone() };
        assert_eq!(reason(&model, &without), Reason::OtherModel);
        let drafted = Ask { fixed: vec![None, Some(1)], ..ask.clone() };
        assert_eq!(reason(&model, &drafted), Reason::OtherModel);
        let over = Ask { principals: vec![1, 0], ..ask.clone() };
        assert_eq!(reason(&model, &over), Reason::OtherModel);
    }
}

/// Whoever reseals a changed proof meets the check of the claims.
#[test]
fn a_resealed_lie_is_refused_at_its_step() {
    let (model, ask, text) = proofs().remove(0);
    let mut proof = Sealed::from_json(&text).expect("a proof").proof;
    let lie = proof.steps.iter().position(|step| matches!(step, Step::Best(_))).expect("a principle");
    let Step::Best(best) = &mut proof.steps[lie] else { unreachable!("found as one") };
    best.answers[0].utilities[0] += 1;
    let refusal = verify(&model, &ask, &proof.sealed()).expect_err("a lie");
    assert_eq!(refusal.step, Some(lie));
    assert_eq!(refusal.to_string(), format!("step {}: package 0 does not have the utilities stated", lie + 1));
}

#[test]
fn a_refusal_says_where() {
    let (model, ask, text) = proofs().remove(1);
    let mut proof = Sealed::from_json(&text).expect("a proof").proof;
    let last = proof.steps.len() - 1;
    let Step::Empty(branches) = &mut proof.steps[last] else { panic!("the zone is empty") };
    branches.pop();
    let refusal = verify(&model, &ask, &proof.sealed()).expect_err("a pattern is missing");
    assert_eq!(refusal.to_string(), format!("step {}, branch 2: no evidence for this pattern of consent", last + 1));
}
