//! The registry of actions: each is one file and one line here.

use crate::blame::{Blame, Outcome};
use crate::{bench, bless, book, demo, fuzz, generate, test, tidy};

/// Something `cargo xtask` can do.
struct Action {
    name: &'static str,
    arguments: &'static str,
    summary: &'static str,
    run: fn(&[String]) -> Outcome,
}

const ACTIONS: &[Action] = &[
    Action {
        name: "demo",
        arguments: "[--serve]",
        summary: "answer the first case; --serve shows it on a page",
        run: demo::run,
    },
    Action {
        name: "test",
        arguments: "[--full]",
        summary: "everything CI checks; --full fuzzes longer",
        run: test::run,
    },
    Action { name: "tidy", arguments: "", summary: "names, words, links, keys, tiers, licences", run: tidy::run },
    Action {
        name: "bless",
        arguments: "",
        summary: "accept snapshot changes, rewrite generated files",
        run: bless::run,
    },
    Action { name: "generate", arguments: "", summary: "write the files other files determine", run: generate::run },
    Action {
        name: "fuzz",
        arguments: "[--seconds N] [TARGET]",
        summary: "coverage-guided fuzzing of the parsers",
        run: fuzz::run,
    },
    Action { name: "bench", arguments: "[NAME]", summary: "time every question at several sizes", run: bench::run },
    Action {
        name: "bench-peers",
        arguments: "[--quick]",
        summary: "the same questions beside other programs, with ratios",
        run: bench::peers,
    },
    Action { name: "book", arguments: "", summary: "build the book into book/book", run: book::run },
];

/// Performs the action the arguments name; without arguments, lists them all.
pub(crate) fn perform(arguments: &[String]) -> Outcome {
    let Some((name, rest)) = arguments.split_first() else {
        print!("{}", listing());
        return Ok(());
    };
    match ACTIONS.iter().find(|action| action.name == name) {
        Some(action) => (action.run)(rest),
        None => Err(Blame { exit_code: 2, ..Blame::new(format!("no action \"{name}\"\n{}", listing())) }),
    }
}

fn listing() -> String {
    let call = |action: &Action| format!("{} {}", action.name, action.arguments).trim_end().to_owned();
    let width = ACTIONS.iter().map(|action| call(action).len()).max().unwrap_or_default();
    let line = |action| format!("  cargo xtask {:width$}  {}\n", call(action), action.summary);
    ACTIONS.iter().map(line).collect()
}

/// Refuses arguments an action does not know.
pub(crate) fn no_arguments(arguments: &[String]) -> Outcome {
    match arguments.first() {
        None => Ok(()),
        Some(stray) => Err(Blame { exit_code: 2, ..Blame::new(format!("unexpected argument \"{stray}\"")) }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_every_action_on_a_line_of_its_own() {
        assert_eq!(listing().lines().count(), ACTIONS.len());
        assert!(listing().lines().all(|line| line.len() <= 100), "{}", listing());
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        let blame = perform(&["dmeo".to_owned()]).expect_err("no such action");
        assert_eq!(blame.exit_code, 2);
        assert!(blame.what.contains("cargo xtask demo"));
    }
}
