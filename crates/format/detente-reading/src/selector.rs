//! Words found again: what has to stand around a quote so that it can mean one place only.

use std::ops::Range;

/// What stands around a quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selector {
    /// The quoted words.
    pub exact: String,
    /// What stands right before.
    pub prefix: String,
    /// What stands right after.
    pub suffix: String,
}

/// How many characters stand around a quote at first.
const AROUND: usize = 28;

/// The quote at `bytes` of `text` with as much around it, whole words where possible, as makes it the only such place; `None`
/// where `bytes` is not a stretch of characters.
///
/// # Source
/// The selector is the `TextQuoteSelector` of \[Sanderson2017\].
pub fn selector(text: &str, bytes: &Range<usize>) -> Option<Selector> {
    let exact = text.get(bytes.clone())?;
    let (before, after) = (text.get(..bytes.start)?, text.get(bytes.end..)?);
    let mut around = AROUND;
    loop {
        let (prefix, suffix) = (last(before, around), first(after, around));
        let whole = format!("{prefix}{exact}{suffix}");
        let found = text.match_indices(whole.as_str()).take(2).count();
        let is_all = prefix.len() == before.len() && suffix.len() == after.len();
        if found < 2 || is_all {
            return Some(Selector { exact: exact.to_owned(), prefix: prefix.to_owned(), suffix: suffix.to_owned() });
        }
        around = around.saturating_mul(2);
    }
}

/// At most `most` characters from the end, from the beginning of a word on.
fn last(text: &str, most: usize) -> &str {
    let from = text.char_indices().rev().take(most).last().map_or(text.len(), |(at, _)| at);
    let cut = text.get(from..).unwrap_or_default();
    if from == 0 {
        return cut;
    }
    cut.find(char::is_whitespace).and_then(|at| cut.get(at..)).map_or(cut, str::trim_start)
}

/// At most `most` characters from the beginning, to the end of a word.
fn first(text: &str, most: usize) -> &str {
    let to = text.char_indices().nth(most).map_or(text.len(), |(at, _)| at);
    let cut = text.get(..to).unwrap_or_default();
    if to == text.len() {
        return cut;
    }
    cut.rfind(char::is_whitespace).and_then(|at| cut.get(..at)).map_or(cut, str::trim_end)
}

#[cfg(test)]
mod tests {
    use super::selector;

    fn check(text: &str, at: usize, exact: &str, wanted: (&str, &str)) {
        let found = selector(text, &(at..at + exact.len())).expect("a stretch of characters");
        assert_eq!((found.exact.as_str(), found.prefix.as_str(), found.suffix.as_str()), (exact, wanted.0, wanted.1));
        assert_eq!(text.matches(&format!("{}{exact}{}", found.prefix, found.suffix)).count(), 1);
    }

    #[test]
    fn as_much_stands_around_a_quote_as_makes_it_unique() {
        check("We agree to nothing.", 3, "agree", ("We ", " to nothing."));
        let twice = "Before the summer of the year they agree on it. After the summer of the year they agree on it.";
        let at = twice.rfind("agree").expect("there");
        let found = selector(twice, &(at..at + 5)).expect("a stretch of characters");
        assert_eq!(twice.matches(&format!("{}agree{}", found.prefix, found.suffix)).count(), 1);
        assert_eq!(selector("é", &(1..2)), None);
    }
}
