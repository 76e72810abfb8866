//! `bench` and `bench-peers`: how fast the questions are, alone and beside other programs.

use std::env;
use std::path::Path;

use crate::action::no_arguments;
use crate::blame::{Blame, Outcome};
use crate::checkout::root;
use crate::command::Line;
use crate::tool::need;

/// Times every question at several sizes.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let line = Line::new("cargo bench --package detente-engine --bench questions --");
    arguments.iter().fold(line, Line::word).run()
}

/// Runs the peers on the same instances in the same run and prints the ratios.
pub(crate) fn peers(arguments: &[String]) -> Outcome {
    let quick = match arguments {
        [word] if word == "--quick" => true,
        other => {
            no_arguments(other)?;
            false
        }
    };
    need("python3 --version", "apt-get install python3 python3-venv")?;
    let data = data()?;
    if !root().join("benches/peers/.venv/bin/python").is_file() {
        Line::new("bash benches/peers/setup.sh").run()?;
    }
    Line::new("cargo build --release --package detente-cli").run()?;
    Line::new("cargo build --release --package detente-engine --example filter_bench").run()?;
    Line::new("cargo build --release --package detente --example solve_bench").run()?;
    let line = Line::new("benches/peers/.venv/bin/python benches/peers/run.py --detente target/release/detente")
        .word("--solve-bench")
        .word("target/release/examples/solve_bench")
        .word("--filter-bench")
        .word("target/release/examples/filter_bench")
        .word("--data")
        .word(data);
    let line = if quick { line.word("--quick") } else { line };
    line.run()
}

/// The folder with the instances.
fn data() -> Outcome<String> {
    let folder = env::var("DETENTE_DATA").unwrap_or_else(|_| "../shared/data".to_owned());
    let deals = Path::new(&folder).join("deals");
    if root().join(&deals).is_dir() {
        return Ok(deals.display().to_string());
    }
    Err(Blame::new(format!("no instances in {}; set DETENTE_DATA to the folder that holds deals/", deals.display())))
}
