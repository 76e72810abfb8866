//! `bless`: accept what the tests now show, to be reviewed as a difference.

use crate::action::no_arguments;
use crate::blame::Outcome;
use crate::command::Line;
use crate::generate;

/// Rewrites every snapshot and every generated file.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    no_arguments(arguments)?;
    generate::run(&[])?;
    Line::new("cargo test --workspace --no-fail-fast")
        .with("INSTA_UPDATE", "always")
        .with("INSTA_FORCE_PASS", "1")
        .with("SNAPSHOTS", "overwrite")
        .run()?;
    eprintln!("review what changed: git diff");
    Ok(())
}
