//! `detente verify-proof`: 0 for what is so, 1 for what is not, 2 where there is nothing to check.

use crate::common::{Demo, Ran};
use detente::checker::{Answer, Branch, Frontier, Proof, Step};
use detente::deals::Settings;
use detente::proof::{Subject, of_case, of_model};
use detente::solve::read_model;
use detente::{OpenOptions, open};

/// Two parties, two issues of two choices: four packages, all efficient, two of them within the bottom lines.
const MODEL: &str = r#"{"parties": 2, "sizes": [2, 2], "values": [[[0, 4], [0, 5]], [[3, 0], [5, 0]]],
 "reservation": [1, 2], "tables": [], "forbidden": [], "rules": []}"#;

fn subject(demo: &Demo) -> Subject {
    let model = read_model(&demo.path("model.json")).expect("a file").model.expect("a model");
    of_model(&model, None)
}

fn frontier() -> Step {
    let point =
        |utilities: [i64; 2], package: [usize; 2]| Answer { utilities: utilities.into(), package: package.into() };
    Step::Frontier(Frontier { points: vec![point([5, 3], [0, 1]), point([4, 5], [1, 0])] })
}

fn seal(subject: &Subject, steps: Vec<Step>) -> String {
    Proof::new(&subject.model, &subject.ask, steps).sealed().to_json()
}

fn verify(demo: &Demo, args: &[&str]) -> Ran {
    demo.detente(&[&["verify-proof", "case/model.json", "case/proof.json"], args].concat())
}

#[test]
fn what_is_so_is_verified() {
    let demo = Demo::of(&[("model.json", MODEL)]);
    demo.write("proof.json", seal(&subject(&demo), vec![Step::Package(vec![1, 0]), frontier()]));
    let page = "verified: 2 claims\n  1. a package lies in the zone\n  2. the frontier: all of its points, 2\n";
    assert_eq!(verify(&demo, &[]), Ran { code: 0, out: page.to_owned(), err: String::new() });
}

#[test]
fn the_first_step_that_fails_is_named() {
    let demo = Demo::of(&[("model.json", MODEL)]);
    let asked = Branch { asked: vec![true, true], weights: vec![1, 1], ..Branch::default() };
    let steps = vec![frontier(), Step::Empty(vec![asked]), Step::Package(vec![1, 0])];
    demo.write("proof.json", seal(&subject(&demo), steps));
    let ran = verify(&demo, &[]);
    assert_eq!(ran.code, 1);
    let page = "refused: step 2, branch 1: a package with utilities [5, 3] exists\n  \
        1. the frontier: all of its points, 2\n  2. no package lies in the zone   refused\n  \
        3. a package lies in the zone   not looked at\n";
    assert_eq!(ran.out, page);
}

#[test]
fn a_proof_for_another_model_a_changed_one_and_a_part_of_one_are_refused() {
    let demo = Demo::of(&[("model.json", MODEL)]);
    let proof = seal(&subject(&demo), vec![frontier()]);
    demo.write("proof.json", &proof);
    assert_eq!(verify(&demo, &["--over", "0"]).code, 1);
    let refused = |text: &str, why: &str| {
        demo.write("proof.json", text);
        let ran = verify(&demo, &[]);
        assert_eq!((ran.code, ran.out.lines().next()), (1, Some(format!("refused: {why}").as_str())));
    };
    let changed = proof.replace("[5,3]", "[5,4]");
    assert_ne!(changed, proof);
    refused(&changed, "the digest is not that of the content: the proof was changed or cut short");
    refused(&proof[..40], "this is no proof: EOF while parsing a string at line 1 column 40");
    demo.write("model.json", MODEL.replace("[0, 5]", "[0, 6]"));
    refused(&proof, "the proof is about another model or another question");
}

#[test]
fn without_model_or_proof_there_is_nothing_to_refuse() {
    let demo = Demo::of(&[("model.json", MODEL)]);
    assert_eq!(verify(&demo, &[]).code, 2);
    demo.write("proof.json", "{}");
    demo.write("model.json", "{}");
    assert_eq!(verify(&demo, &[]).code, 2);
    assert_eq!(demo.detente(&["verify-proof", "case/model.json", "case/proof.json", "--over", "x"]).code, 2);
}

/// A proof about a case is about its stated limits or about one of its sets of estimates; the hash says which.
#[test]
fn a_case_is_asked_as_deals_asks_it() {
    let demo = Demo::new();
    let opened = open(&demo.path(""), &OpenOptions::default()).expect("a case");
    let case = opened.reading.case.as_ref().expect("a sound one");
    let sets: Vec<_> = opened.reading.estimates.iter().collect();
    let subjects = of_case(case, &sets, &Settings::default()).expect("in range");
    assert_eq!(subjects.len(), 1 + sets.len());
    for subject in &subjects {
        let (model, ask) = (&subject.model, &subject.ask);
        let package = detente::engine::feasible(model, ask, &detente::base::Silent).expect("small").expect("a zone");
        demo.write("proof.json", seal(subject, vec![Step::Package(package)]));
        let ran = demo.detente(&["verify-proof", "case", "case/proof.json"]);
        assert_eq!((ran.code, ran.out.as_str()), (0, "verified: 1 claim\n  1. a package lies in the zone\n"));
    }
}
