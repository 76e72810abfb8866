//! The smaller questions on a textbook case, as its readers would ask them.

use std::path::Path;

use assert_cmd::Command;

fn page(args: &[&str]) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    let mut command = Command::cargo_bin("detente").expect("the command");
    let run = command.args(args).current_dir(root).assert().success();
    String::from_utf8(run.get_output().stdout.clone()).expect("UTF-8")
}

const CASE: &str = "catalog/textbook/split-surplus";

#[test]
fn pages() {
    insta::assert_snapshot!(
        "textbook_compare",
        page(&["compare", CASE, "--package", "x=25,y=50", "--package", "x=10,y=80", "--package", "x=30,y=50"])
    );
    insta::assert_snapshot!("textbook_improve", page(&["improve", CASE, "--package", "x=15,y=25"]));
    insta::assert_snapshot!("textbook_gives", page(&["gives", CASE]));
    insta::assert_snapshot!("textbook_remaining", page(&["remaining", CASE, "--draft", "x=30"]));
    insta::assert_snapshot!("textbook_prices", page(&["prices", CASE]));
}
