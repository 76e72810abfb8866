//! A Rust file that a person cannot hold in mind is two files.

use super::{Finding, is_of_a_crate};
use crate::checkout::TextFile;

const MAX_LINES: usize = 700;

pub(super) fn check(files: &[TextFile]) -> Vec<Finding> {
    let sources = files.iter().filter(|file| is_of_a_crate(file) && file.has_extension("rs"));
    let long = sources.filter(|file| MAX_LINES < file.text.lines().count());
    let what = |file: &TextFile| {
        format!("{} lines; split it where the concepts part (at most {MAX_LINES})", file.text.lines().count())
    };
    long.map(|file| Finding::new(file, MAX_LINES + 1, what(file))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::file;
    use super::*;

    #[test]
    fn refuses_the_first_line_too_many() {
        let lines = |count: usize| file("crates/a/b/src/lib.rs", &"\n".repeat(count));
        assert!(check(&[lines(MAX_LINES)]).is_empty());
        assert_eq!(check(&[lines(MAX_LINES + 1)]).len(), 1);
    }
}
