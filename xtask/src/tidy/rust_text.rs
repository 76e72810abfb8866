//! The string literals of a Rust source, found without parsing it.

/// A string literal and the line on which it starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Literal {
    pub(super) line: usize,
    pub(super) text: String,
}

/// Every string literal of `source`, raw and byte strings included; comments and characters left out.
pub(super) fn string_literals(source: &str) -> Vec<Literal> {
    let mut literals = Vec::new();
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let line = 1 + source[..source.len() - rest.len()].matches('\n').count();
        let mut keep = |text: &str| literals.push(Literal { line, text: text.to_owned() });
        rest = if rest.starts_with("//") {
            after(rest, "\n")
        } else if rest.starts_with("/*") {
            after_block_comment(rest)
        } else if let Some((text, after)) = raw_string(rest) {
            keep(text);
            after
        } else if first == '"' {
            let (text, after) = plain_string(&rest[1..]);
            keep(text);
            after
        } else if first == '\'' {
            after_quote(rest)
        } else if is_word(first) {
            // Skipped whole, so that the `r` of `for` is not taken for a raw string's.
            rest.trim_start_matches(is_word)
        } else {
            &rest[first.len_utf8()..]
        };
    }
    literals
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn after<'t>(text: &'t str, end: &str) -> &'t str {
    text.split_once(end).map_or("", |(_, rest)| rest)
}

fn after_block_comment(text: &str) -> &str {
    let (mut depth, mut rest) = (0_usize, text);
    loop {
        if let Some(inner) = rest.strip_prefix("/*") {
            (depth, rest) = (depth + 1, inner);
        } else if let Some(outer) = rest.strip_prefix("*/") {
            (depth, rest) = (depth.saturating_sub(1), outer);
        } else {
            let Some(first) = rest.chars().next() else { return "" };
            rest = &rest[first.len_utf8()..];
        }
        if depth == 0 {
            return rest;
        }
    }
}

/// `r"…"`, `r#"…"#`, and the same after `b` or `c`.
fn raw_string(text: &str) -> Option<(&str, &str)> {
    let opened = text.strip_prefix(['b', 'c']).unwrap_or(text).strip_prefix('r')?;
    let inner = opened.trim_start_matches('#');
    let hashes = &opened[..opened.len() - inner.len()];
    inner.strip_prefix('"')?.split_once(&format!("\"{hashes}"))
}

/// The literal after its opening quote, and what follows the closing one.
fn plain_string(text: &str) -> (&str, &str) {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            '"' if !escaped => return (&text[..at], &text[at + 1..]),
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    (text, "")
}

/// What follows a character literal, or the quote of a lifetime.
fn after_quote(text: &str) -> &str {
    let inner = &text[1..];
    if let Some(escape) = inner.strip_prefix('\\') {
        let named = escape.chars().next().map_or(0, char::len_utf8);
        return after(&escape[named..], "'");
    }
    let width = inner.chars().next().map_or(0, char::len_utf8);
    inner[width..].strip_prefix('\'').unwrap_or(inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expect: &[(usize, &str)]) {
        let found = string_literals(source);
        let found: Vec<(usize, &str)> = found.iter().map(|literal| (literal.line, literal.text.as_str())).collect();
        assert_eq!(found, expect, "{source}");
    }

    #[test]
    fn finds_literals_and_their_lines() {
        check(
            "let a = \"one\";\nlet b = \"two \\\" quotes\\\\\"; \"three\"",
            &[(1, "one"), (2, "two \\\" quotes\\\\"), (2, "three")],
        );
        check("r\"raw\" br#\"with \" quote\"# b\"bytes\"", &[(1, "raw"), (1, "with \" quote"), (1, "bytes")]);
        check("\"two\nlines\" \"after\"", &[(1, "two\nlines"), (2, "after")]);
    }

    #[test]
    fn leaves_out_comments_characters_and_lifetimes() {
        check("// \"no\"\n/* \"no\" /* \"no\" */ \"no\" */ \"yes\"", &[(2, "yes")]);
        check("'\"' '\\'' '\\u{22}' &'a str \"yes\" 'ü'", &[(1, "yes")]);
        check("for\"yes\"", &[(1, "yes")]);
    }

    #[test]
    fn survives_what_does_not_end() {
        check("\"open", &[(1, "open")]);
        check("/* open", &[]);
        check("'", &[]);
    }
}
