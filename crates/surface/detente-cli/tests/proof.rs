//! `--proof` and `verify-proof` together: what is answered is proved, and what was changed is refused.

#![expect(clippy::print_stdout, reason = "a test of the surface")]

use std::path::Path;

use crate::common::{Demo, Ran};
use detente::checker::{Proof, Sealed, Step};
use detente_testkit::shared;

/// Two parties, three issues of two choices; party 1 refuses the second choice of issue 2, and issue 0's second choice needs
/// issue 1's first.
const TINY: &str = r#"{"name": "tiny", "parties": 2, "sizes": [2, 2, 2],
 "values": [[[0, 4], [0, 5], [0, 1]], [[3, 0], [5, 0], [1, 0]]], "reservation": [1, 2],
 "forbidden": [[1, 2, 1]], "rules": [{"if_issue": 0, "if_option": 1, "then_issue": 1, "then_options": [0]}]}"#;

/// As [`TINY`], with a bottom line that no package within the red line meets.
fn closed() -> String {
    TINY.replace("\"reservation\": [1, 2]", "\"reservation\": [6, 2]")
}

fn proved(model: &str) -> Demo {
    let demo = Demo::of(&[("model.json", model)]);
    let solved = demo.detente(&["solve", "case/model.json", "--json", "--proof", "case/proof.json"]);
    assert_eq!((solved.code, solved.err.as_str()), (0, ""));
    demo
}

fn verify(demo: &Demo) -> Ran {
    demo.detente(&["verify-proof", "case/model.json", "case/proof.json"])
}

/// What stands in a proof after a change that the digest follows: someone who wants to be believed.
fn forged(demo: &Demo, change: impl FnOnce(&mut Vec<Step>)) {
    let sealed = Sealed::from_json(&demo.read("proof.json")).expect("a proof");
    let Proof { schema, model, mut steps } = sealed.proof;
    change(&mut steps);
    demo.write("proof.json", Proof { schema, model, steps }.sealed().to_json());
}

#[test]
fn what_was_answered_is_verified_step_by_step() {
    insta::assert_snapshot!("proof_open", verify(&proved(TINY)).answer());
    insta::assert_snapshot!("proof_closed", verify(&proved(&closed())).answer());
}

#[test]
fn the_document_names_each_claim() {
    let demo = proved(TINY);
    let document = |demo: &Demo| demo.detente(&["verify-proof", "case/model.json", "case/proof.json", "--json"]);
    forged(&demo, |steps| steps.truncate(3));
    let mut verified = document(&demo).json();
    assert!(verified["steps"].as_u64().is_some_and(|steps| 0 < steps), "{verified}");
    // How long a check takes is the weights' affair.
    verified["steps"] = "…".into();
    insta::assert_snapshot!("proof_json", serde_json::to_string_pretty(&verified).expect("JSON"));
    forged(&demo, |steps| steps[1] = Step::Empty(Vec::new()));
    let refused = document(&demo);
    assert_eq!(refused.code, 1);
    insta::assert_snapshot!("proof_refused_json", refused.out);
}

#[test]
fn a_number_changed_is_refused_at_its_step() {
    let refused = |model: &str, change: fn(&mut Step)| {
        let demo = proved(model);
        let mut refusals = Vec::new();
        let steps = Sealed::from_json(&demo.read("proof.json")).expect("a proof").proof.steps.len();
        for number in 0..steps {
            let demo = proved(model);
            let mut changed = false;
            forged(&demo, |steps| {
                let before = steps[number].clone();
                change(&mut steps[number]);
                changed = before != steps[number];
            });
            if changed {
                let ran = verify(&demo);
                assert_eq!((ran.code, ran.err.as_str()), (1, ""), "{}", ran.out);
                refusals.push(ran.out.lines().next().expect("a verdict").to_owned());
            }
        }
        refusals.join("\n")
    };
    let one_more = |step: &mut Step| match step {
        Step::Package(package) => package[0] = 1 - package[0],
        Step::Best(best) => best.answers[0].utilities[0] += 1,
        Step::Frontier(frontier) => frontier.points[0].utilities[1] += 1,
        _ => {}
    };
    insta::assert_snapshot!("proof_open_changed", refused(TINY, one_more));
    let one_less = |step: &mut Step| match step {
        Step::Empty(branches) => branches[0].weights.truncate(1),
        Step::Conflicts(conflicts) => conflicts.conflicts[0].members.truncate(1),
        Step::Movement(detente::checker::Movement::Opens { sum, .. }) => sum.amount += 1,
        _ => {}
    };
    insta::assert_snapshot!("proof_closed_changed", refused(&closed(), one_less));
}

#[test]
fn a_proof_of_another_model_cut_short_or_changed_is_refused() {
    let demo = proved(TINY);
    let proof = demo.read("proof.json");
    let first_line = |ran: Ran| {
        assert_eq!(ran.code, 1);
        ran.out.lines().next().expect("a verdict").to_owned()
    };
    demo.write("proof.json", &proof[..proof.len() / 2]);
    assert!(first_line(verify(&demo)).starts_with("refused: this is no proof: EOF"));
    demo.write("proof.json", proof.replacen("[5,4]", "[5,3]", 1));
    assert_eq!(
        first_line(verify(&demo)),
        "refused: the digest is not that of the content: the proof was changed or cut short"
    );
    demo.write("proof.json", &proof);
    demo.write("model.json", closed());
    assert_eq!(first_line(verify(&demo)), "refused: the proof is about another model or another question");
}

#[test]
fn a_proof_that_cannot_be_written_leaves_nothing_behind() {
    let demo = Demo::of(&[("model.json", TINY)]);
    let before = demo.bytes();
    let ran = demo.detente(&["solve", "case/model.json", "--json", "--proof", "case/model.json/proof.json"]);
    assert_eq!(ran.code, 2);
    assert_eq!(demo.bytes(), before);
}

#[test]
fn a_case_is_proved_with_each_reading() {
    let demo = Demo::new();
    for reading in [&["--estimates", "example"][..], &["--no-estimates"]] {
        let ran = demo.detente(&[&["deals", "case", "--json", "--proof", "case/proof.json"], reading].concat());
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        let verified = demo.detente(&["verify-proof", "case", "case/proof.json"]).answer();
        assert!(verified.starts_with("verified: "), "{verified}");
        assert_eq!(verified.contains("[Nash]"), reading.len() == 2, "{verified}");
    }
}

/// Solves an instance, and verifies what it wrote.
fn is_proved(path: &Path, args: &[&str]) {
    let demo = Demo::of(&[]);
    let model = path.to_str().expect("a path");
    let solved = demo.detente(&[&["solve", model, "--json", "--proof", "proof.json"], args].concat());
    assert_eq!(solved.code, 0, "{model}: {}", solved.err);
    let verified = demo.detente(&["verify-proof", model, "proof.json"]);
    assert_eq!((verified.code, verified.err.as_str()), (0, ""), "{model}: {}", verified.out);
    println!("{}: {}{}", path.display(), verified.out, solved.err);
}

fn each(folder: &str, wanted: impl Fn(&str) -> bool, args: &[&str]) {
    let Some(folder) = shared::folder(folder) else {
        println!("skipped: no shared data");
        return;
    };
    let found = shared::instances(&folder).into_iter().map(|(instance, _)| instance.name).filter(|name| wanted(name));
    let names: Vec<String> = found.collect();
    assert!(!names.is_empty());
    names.iter().for_each(|name| is_proved(&folder.join(format!("{name}.json")), args));
}

const PRINCIPLES: &str = "nash,kalai-smorodinsky,egalitarian,leximin,utilitarian";
const ALL_BUT_COUNT: &str = "nash,kalai-smorodinsky,egalitarian,leximin,utilitarian,frontier";

fn is_narrow(name: &str) -> bool {
    name.contains("_k2_") || name.contains("_k3_")
}

fn is_long(name: &str) -> bool {
    name.contains("_n40_") || name.contains("_n60_")
}

#[test]
fn every_shared_conflict_is_proved() {
    each("why", |_| true, &["--only", "least-movement,conflicts,relaxations"]);
}

#[test]
fn shared_instances_of_few_parties_or_issues_are_proved() {
    let wanted =
        |name: &str| is_narrow(name) && !name.contains("_k3_n60_") || name.contains("_n6_") || name.contains("_n8_");
    each("deals", wanted, &["--only", ALL_BUT_COUNT, "--time-limit", "60"]);
}

#[test]
fn shared_principles_of_many_parties_are_proved() {
    each("deals", |name| !is_narrow(name) && !is_long(name), &["--only", PRINCIPLES, "--time-limit", "60"]);
}

#[test]
#[ignore = "some minutes, and a proof of a hundred megabytes"]
fn the_longest_shared_instances_are_proved() {
    each("deals", |name| !is_narrow(name) && is_long(name), &["--only", PRINCIPLES, "--time-limit", "120"]);
    each("deals", |name| name.contains("_k3_n60_"), &["--only", ALL_BUT_COUNT, "--time-limit", "120"]);
}
