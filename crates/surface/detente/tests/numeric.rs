//! Numeric models mean the same to the program and to the tests of the engine.

#![expect(clippy::print_stdout, reason = "a test of the surface")]

use detente::solve::{lower, read_model};
use detente_testkit::shared;

fn check(folder: &str) {
    let Some(root) = shared::folder(folder) else {
        println!("skipped: no shared data");
        return;
    };
    for (instance, _) in shared::instances(&root) {
        let file = read_model(&root.join(format!("{}.json", instance.name))).expect("a file");
        assert!(file.diagnostics.is_empty(), "{}: {:?}", instance.name, file.diagnostics);
        let model = file.model.expect("nothing is wrong");
        assert_eq!(model.name.as_deref(), Some(instance.name.as_str()));
        assert_eq!(lower(&model, &[]), instance.model(), "{}", instance.name);
    }
}

#[test]
fn the_large_instances() {
    check("deals");
}

#[test]
fn the_small_ones_with_conditional_consent() {
    check("why");
}
