//! `book`: the book, from book/src.

use crate::action::no_arguments;
use crate::blame::Outcome;
use crate::command::Line;
use crate::tool::need;

/// Builds the book into book/book.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    no_arguments(arguments)?;
    need("mdbook --version", "cargo install mdbook --locked --version 0.5.4")?;
    Line::new("mdbook build book").run()
}
