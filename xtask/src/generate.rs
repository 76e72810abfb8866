//! `generate`: files that the program itself determines, kept in the checkout so that readers and editors find them.

use std::fs;

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
        fs::write(&path, generated.text()?).about(generated.path)?;
        eprintln!("wrote {}", generated.path);
    }
    Ok(())
}

/// Fails if a generated file differs from what would be written.
pub(crate) fn compare() -> Outcome {
    let mut drifted = Vec::new();
    for generated in GENERATED {
        let kept = fs::read_to_string(root().join(generated.path)).unwrap_or_default();
        if kept != generated.text()? {
            drifted.push(generated.path);
        }
    }
    if drifted.is_empty() {
        return Ok(());
    }
    Err(Blame::new(format!("out of date: {}; cargo xtask generate writes them", drifted.join(", "))))
}

impl Generated {
    fn text(&self) -> Outcome<String> {
        Line::new(&format!("cargo run --quiet --package detente-cli --bin detente -- {}", self.arguments)).output()
    }
}
