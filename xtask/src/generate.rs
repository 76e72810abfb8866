//! `generate`: files that the program itself determines, kept in the checkout so that readers and editors find them.

use std::fs;
use std::path::Path;

use crate::action::no_arguments;
use crate::blame::{About, Blame, Outcome};
use crate::checkout::root;
use crate::command::Line;

/// A file and the words after `detente` whose output it holds.
struct Generated {
    arguments: &'static str,
    path: &'static str,
}

/// The one place that says what is generated: `generate` writes these, `test` compares them.
const GENERATED: &[Generated] = &[
    Generated { arguments: "schema case", path: "book/src/generated/case.schema.json" },
    Generated { arguments: "schema ledger", path: "book/src/generated/ledger.schema.json" },
    Generated { arguments: "schema drafts", path: "book/src/generated/drafts.schema.json" },
    Generated { arguments: "schema clauses", path: "book/src/generated/clauses.schema.json" },
    Generated { arguments: "schema estimates", path: "book/src/generated/estimates.schema.json" },
    Generated { arguments: "schema fund-file", path: "book/src/generated/fund.schema.json" },
    Generated { arguments: "schema deals", path: "book/src/generated/deals.schema.json" },
    Generated { arguments: "schema solve", path: "book/src/generated/solve.schema.json" },
    Generated { arguments: "serve --openapi", path: "web/openapi.json" },
    Generated { arguments: "schema reference", path: "book/src/generated/format.md" },
    Generated { arguments: "explain --all", path: "book/src/generated/diagnostics.md" },
];

/// Writes every generated file.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    no_arguments(arguments)?;
    for generated in GENERATED {
        let path = root().join(generated.path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).about(folder.display())?;
        }
        fs::write(&path, generated.text(cargo_run())?).about(generated.path)?;
        eprintln!("wrote {}", generated.path);
    }
    Ok(())
}

/// Fails if a generated file differs from what the program at hand would write.
pub(crate) fn compare(program: &Path) -> Outcome {
    let mut drifted = Vec::new();
    for generated in GENERATED {
        let kept = fs::read_to_string(root().join(generated.path)).unwrap_or_default();
        if kept != generated.text(Line::new("").word(program.display().to_string()))? {
            drifted.push(generated.path);
        }
    }
    if drifted.is_empty() {
        return Ok(());
    }
    Err(Blame::new(format!("out of date: {}; cargo xtask generate writes them", drifted.join(", "))))
}

/// The program as its sources are now.
fn cargo_run() -> Line {
    Line::new("cargo run --quiet --package detente-cli --bin detente --")
}

impl Generated {
    fn text(&self, program: Line) -> Outcome<String> {
        self.arguments.split_whitespace().fold(program, Line::word).output()
    }
}
