//! `test`: everything CI checks.

use crate::blame::{Blame, Outcome};
use crate::command::Line;
use crate::step::step;
use crate::{fuzz, generate, test_run, tidy, web};

/// Runs every check in order and stops at the first that fails.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let full = match arguments {
        [] => false,
        [only] if only == "--full" => true,
        _ => return Err(Blame { exit_code: 2, ..Blame::new("usage: cargo xtask test [--full]") }),
    };
    let line = |line: &str| Line::new(line).run();
    step("format", || {
        line("cargo fmt --all --check")?;
        line("cargo fmt --manifest-path fuzz/Cargo.toml --check")
    })?;
    step("tidy", || tidy::check().map_err(|blame| blame.repeat("cargo xtask tidy")))?;
    step("clippy", || {
        // A test that cannot go on says so by panicking: clippy.toml allows it in tests, and each suite in what prepares them.
        line("cargo clippy --workspace --all-targets -- -D warnings")
    })?;
    step("documentation", || Line::new("cargo doc --no-deps --workspace").with("RUSTDOCFLAGS", "-D warnings").run())?;
    // Before the programs, which carry it.
    step("page: build", web::build)?;
    let built = step("tests: build", test_run::build)?;
    step("tests", || test_run::run(&built))?;
    step("page", || web::test().map_err(|blame| blame.repeat("cargo xtask test")))?;
    if full {
        step("properties at length", properties)?;
        step("optional features", optional_features)?;
        step("PDF", pdf)?;
    }
    step("generated files", || {
        generate::compare(&test_run::program()).map_err(|blame| blame.repeat("cargo xtask generate"))
    })?;
    step("fuzz", || {
        if full { fuzz::at_length() } else { fuzz::briefly() }.map_err(|blame| blame.repeat("cargo xtask fuzz"))
    })
}

/// What random inputs find seldom: each property of the engine and of the checker of proofs, from outside, on ten times as many.
fn properties() -> Outcome {
    Line::new("cargo test -p detente-engine -p detente-checker --test suite").with("DETENTE_TRIES", "10").run()
}

/// What a default build leaves out, because it takes long to build or serves few.
fn optional_features() -> Outcome {
    let line = |line: &str| Line::new(line).run();
    line("cargo clippy -p detente-cli --features parquet --lib --bins -- -D warnings")?;
    line("cargo test -p detente-cli --features parquet --test suite -- parquet")
}

/// What is built only with the feature `pdf`, linted and tested. Minutes the first time: it builds a typesetter.
fn pdf() -> Outcome {
    const PDF: &str = "-p detente-report -p detente-cli --features detente-report/pdf,detente-cli/pdf";
    Line::new(&format!("cargo clippy {PDF} --all-targets -- -D warnings")).run()?;
    Line::new(&format!("cargo test {PDF} --lib --bins --test suite")).run()
}
