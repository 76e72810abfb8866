//! A rule over very many issues: no table holds it, its sum so far does.

use detente_checker::{Branch, Proof, Reason, Step, verify, verify_within};
use detente_model::{Ask, Consent, Formula, Model, Party, Term};

const ISSUES: usize = 40;

/// Each issue shares out two units; in sum the first party may get 25, and it wants `line`.
fn model(line: i64) -> Model {
    let party = |values: [i64; 3], bottom_line: i64| Party {
        values: vec![values.to_vec(); ISSUES],
        tables: Vec::new(),
        linkages: Vec::new(),
        bottom_line: Some(bottom_line),
        consent: Consent::Always,
    };
    let terms = (0..ISSUES).map(|issue| Term { issue, amounts: vec![0, 1, 2] }).collect();
    Model {
        issues: vec![3; ISSUES],
        parties: vec![party([0, 1, 2], line), party([2, 1, 0], 0)],
        rules: vec![Formula::AtMost { terms, bound: 25 }],
        limits: Vec::new(),
    }
}

fn emptiness(model: &Model, steps: u64) -> Result<(), Reason> {
    let branch = Branch { asked: vec![true, true], weights: vec![1, 0], ..Branch::default() };
    let proof = Proof::new(model, &Ask::all(model), vec![Step::Empty(vec![branch])]).sealed();
    verify_within(model, &Ask::all(model), &proof, steps).map(|_| ()).map_err(|refusal| refusal.reason)
}

#[test]
fn a_sum_over_forty_issues_is_followed() {
    assert_eq!(emptiness(&model(26), 1 << 30), Ok(()));
    assert_eq!(emptiness(&model(25), 1 << 30), Err(Reason::Exists { utilities: vec![25, 55] }));
}

#[test]
fn a_check_has_an_end() {
    assert_eq!(emptiness(&model(26), 1000), Err(Reason::OutOfSteps { allowed: 1000 }));
    let nothing = Proof::new(&model(26), &Ask::all(&model(26)), Vec::new()).sealed();
    let refusal = verify(&model(26), &Ask::all(&model(26)), &nothing);
    assert_eq!(refusal.map_err(|refusal| refusal.reason), Err(Reason::NoClaim));
}
