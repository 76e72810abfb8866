//! A text in which words are found however its lines are broken and its quotation marks drawn.

use std::ops::Range;

/// A text with runs of blanks as one blank and one kind of quotation mark, and where each place of it came from.
#[derive(Clone, Debug)]
pub(super) struct Folded {
    text: String,
    /// From where on, in `text`, places differ from the original's by how much: `(in text, in the original)`, in order.
    from: Vec<(usize, usize)>,
}

impl Folded {
    pub(super) fn of(text: &str) -> Self {
        let mut folded = Self { text: String::with_capacity(text.len()), from: vec![(0, 0)] };
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            let c = plain(c);
            if c != ' ' || !folded.text.ends_with(' ') {
                folded.text.push(c);
            }
            if folded.original(folded.text.len()) != end {
                folded.from.push((folded.text.len(), end));
            }
        }
        folded
    }

    /// Where `words` stand, whole words alone, in bytes of the original; at most `most` places.
    pub(super) fn places(&self, words: &str, most: usize) -> Vec<Range<usize>> {
        let words = fold(words);
        self.found(&words).take(most).map(|at| self.original(at)..self.original(at + words.len())).collect()
    }

    /// Where `words` stand right after `before`, if that is one place.
    pub(super) fn only_after(&self, before: &str, words: &str) -> Option<Range<usize>> {
        let (before, words) = (fold(before), fold(words));
        if before.is_empty() {
            return None;
        }
        let follows = |at: &usize| {
            let head = self.text.get(..*at).unwrap_or_default();
            head.ends_with(&before) || head.trim_end().ends_with(&before)
        };
        let mut found = self.found(&words).filter(follows);
        let only = found.next()?;
        found.next().is_none().then(|| self.original(only)..self.original(only + words.len()))
    }

    /// Where folded `words` begin, in `text`.
    fn found<'w>(&'w self, words: &'w str) -> impl Iterator<Item = usize> + 'w {
        let step = words.chars().next().map_or(1, char::len_utf8);
        let mut from = if words.is_empty() { usize::MAX } else { 0 };
        let next = move || {
            let at = from + self.text.get(from..)?.find(words)?;
            from = at + step;
            Some(at)
        };
        std::iter::from_fn(next).filter(|&at| self.is_whole(at, at + words.len()))
    }

    /// The place of the original, in bytes, from which a place of `text` came.
    fn original(&self, at: usize) -> usize {
        let rank = self.from.partition_point(|(folded, _)| *folded <= at);
        let last = rank.checked_sub(1).and_then(|rank| self.from.get(rank));
        last.map_or(at, |(folded, original)| original + at - folded)
    }

    /// Whether a stretch neither begins nor ends inside a word.
    fn is_whole(&self, start: usize, end: usize) -> bool {
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let (head, tail) = (self.text.get(..start).unwrap_or_default(), self.text.get(end..).unwrap_or_default());
        let inside = self.text.get(start..end).unwrap_or_default();
        let opens = is_letter(head.chars().next_back()) && is_letter(inside.chars().next());
        let closes = is_letter(inside.chars().next_back()) && is_letter(tail.chars().next());
        !opens && !closes
    }
}

fn fold(text: &str) -> String {
    let plain: String = text.chars().map(plain).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn plain(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{2BC}' => '\'',
        '\u{201C}' | '\u{201D}' | '\u{201E}' => '"',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::Folded;

    fn found<'t>(text: &'t str, words: &str) -> Vec<&'t str> {
        Folded::of(text).places(words, usize::MAX).into_iter().map(|place| &text[place]).collect()
    }

    #[test]
    fn words_are_found_over_line_ends_and_come_out_as_the_text_has_them() {
        assert_eq!(found("It won\u{2019}t \n  do, é so.", "won't do, é so"), ["won\u{2019}t \n  do, é so"]);
        assert_eq!(found("do it, redo it", "do  it"), ["do it"]);
        assert_eq!(found("aa aa aa", "aa aa"), ["aa aa", "aa aa"]);
        assert!(found("anything", "").is_empty() && found("", "x").is_empty() && found("é", " \n").is_empty());
    }

    #[test]
    fn what_stands_before_tells_two_places_apart() {
        let text = "First, no bridge. Then:\n\u{201C}no bridge\u{201D}, no bridge";
        let folded = Folded::of(text);
        assert_eq!(folded.only_after("First,", "no bridge"), Some(7..16));
        assert_eq!(
            folded.only_after("Then: \"", "no bridge").map(|place| place.start),
            text.find("\u{201C}").map(|at| at + 3)
        );
        assert_eq!(folded.only_after(",", "no bridge"), None, "after two commas");
        assert_eq!(folded.only_after("", "no bridge"), None);
    }
}
