//! JSON with the place of everything: a value is what it is and where it stands.
//!
//! Readers made for programs stop at values; a person deserves the line and column of each wrong number. Numbers stay text
//! here, because what they must fit is for others to say.

use detente_base::{FileId, Span};

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) span: Span,
    pub(crate) what: What,
}

/// What a value is.
#[derive(Clone, Debug)]
pub(crate) enum What {
    Null,
    Truth,
    /// Its digits are the text of the span.
    Number,
    Text(String),
    List(Vec<Node>),
    Object(Vec<Entry>),
}

/// A key and its value.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) key: String,
    pub(crate) key_span: Span,
    pub(crate) value: Node,
}

/// Why a text is not JSON, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NotJson {
    pub(crate) span: Span,
    pub(crate) why: Why,
}

/// What was wrong where reading stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    Nothing,
    NoValue,
    NoComma,
    TrailingComma,
    NoKey,
    NoColon,
    BadNumber,
    BadText,
    Unended,
    TooDeep,
    MoreAfter,
}

impl Why {
    /// What is wrong and the way out.
    pub(crate) fn in_words(self) -> (&'static str, &'static str) {
        match self {
            Self::Nothing => ("the file is empty", "write an object: {\"parties\": …, \"sizes\": …}"),
            Self::NoValue => ("a value is missing here", "write a number, a list […], an object {…} or null"),
            Self::NoComma => ("a comma or a closing bracket is missing here", "separate entries by commas"),
            Self::TrailingComma => ("nothing follows this comma", "JSON has no comma after the last entry: remove it"),
            Self::NoKey => ("a key in quotation marks is missing here", "write \"key\": value"),
            Self::NoColon => ("a colon is missing after the key", "write \"key\": value"),
            Self::BadNumber => ("this is not a number of JSON", "write digits, without a leading 0, + or point"),
            Self::BadText => ("this text has an escape or a control character that JSON does not have", "escape it"),
            Self::Unended => ("the text ends before this is closed", "close it, or look for a cut-off file"),
            Self::TooDeep => ("lists and objects are nested more than 32 deep", "a numeric model needs four levels"),
            Self::MoreAfter => ("something follows after the end of the object", "keep one object per file"),
        }
    }
}

/// The deepest nesting read: reading is recursive.
const MAX_DEPTH: usize = 32;

/// Reads a whole text as one value.
pub(crate) fn read(text: &str, file: FileId) -> Result<Node, NotJson> {
    let mut reader = Reader { text, bytes: text.as_bytes(), at: 0, file };
    if text.starts_with('\u{feff}') {
        reader.at = '\u{feff}'.len_utf8();
    }
    reader.skip_blanks();
    if reader.peek().is_none() {
        return Err(reader.wrong(Why::Nothing));
    }
    let node = reader.value(0)?;
    reader.skip_blanks();
    if reader.peek().is_some() { Err(reader.wrong(Why::MoreAfter)) } else { Ok(node) }
}

struct Reader<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    file: FileId,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn span_from(&self, start: usize) -> Span {
        Span::new(self.file, start, self.at)
    }

    /// Points at the character where reading stopped.
    fn wrong(&self, why: Why) -> NotJson {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let end = self.at + rest.chars().next().map_or(0, char::len_utf8);
        NotJson { span: Span::new(self.file, self.at, end), why }
    }

    fn value(&mut self, depth: usize) -> Result<Node, NotJson> {
        if MAX_DEPTH < depth {
            return Err(self.wrong(Why::TooDeep));
        }
        let start = self.at;
        let what = match self.peek() {
            Some(b'{') => self.object(depth)?,
            Some(b'[') => self.list(depth)?,
            Some(b'"') => What::Text(self.string()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(b'+' | b'.') => return Err(self.wrong(Why::BadNumber)),
            Some(b'n') if self.word("null") => What::Null,
            Some(b't') if self.word("true") => What::Truth,
            Some(b'f') if self.word("false") => What::Truth,
            Some(_) => return Err(self.wrong(Why::NoValue)),
            None => return Err(self.wrong(Why::Unended)),
        };
        Ok(Node { span: self.span_from(start), what })
    }

    fn word(&mut self, word: &str) -> bool {
        let found = self.bytes[self.at..].starts_with(word.as_bytes());
        self.at += if found { word.len() } else { 0 };
        found
    }

    fn list(&mut self, depth: usize) -> Result<What, NotJson> {
        let mut entries = Vec::new();
        self.entries(b']', |reader| {
            entries.push(reader.value(depth + 1)?);
            Ok(())
        })?;
        Ok(What::List(entries))
    }

    fn object(&mut self, depth: usize) -> Result<What, NotJson> {
        let mut entries = Vec::new();
        self.entries(b'}', |reader| {
            let start = reader.at;
            if reader.peek() != Some(b'"') {
                return Err(reader.wrong(Why::NoKey));
            }
            let key = reader.string()?;
            let key_span = reader.span_from(start);
            reader.skip_blanks();
            if reader.peek() != Some(b':') {
                return Err(reader.wrong(Why::NoColon));
            }
            reader.at += 1;
            reader.skip_blanks();
            entries.push(Entry { key, key_span, value: reader.value(depth + 1)? });
            Ok(())
        })?;
        Ok(What::Object(entries))
    }

    /// What stands between an opening bracket and `close`, separated by commas.
    fn entries(&mut self, close: u8, mut entry: impl FnMut(&mut Self) -> Result<(), NotJson>) -> Result<(), NotJson> {
        let open = self.at;
        self.at += 1;
        self.skip_blanks();
        if self.peek() == Some(close) {
            self.at += 1;
            return Ok(());
        }
        loop {
            entry(self)?;
            self.skip_blanks();
            match self.peek() {
                Some(b',') => {
                    let comma = self.at;
                    self.at += 1;
                    self.skip_blanks();
                    if self.peek() == Some(close) {
                        self.at = comma;
                        return Err(self.wrong(Why::TrailingComma));
                    }
                }
                Some(found) if found == close => {
                    self.at += 1;
                    return Ok(());
                }
                Some(_) => return Err(self.wrong(Why::NoComma)),
                None => {
                    self.at = open;
                    return Err(self.wrong(Why::Unended));
                }
            }
        }
    }

    fn number(&mut self) -> Result<What, NotJson> {
        let start = self.at;
        while matches!(self.peek(), Some(b'-' | b'+' | b'.' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'_')) {
            self.at += 1;
        }
        let text = &self.bytes[start..self.at];
        if is_number(text) {
            return Ok(What::Number);
        }
        Err(NotJson { span: self.span_from(start), why: Why::BadNumber })
    }

    fn string(&mut self) -> Result<String, NotJson> {
        let open = self.at;
        self.at += 1;
        let mut out = String::new();
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let Some(next) = rest.chars().next() else {
                self.at = open;
                return Err(self.wrong(Why::Unended));
            };
            match next {
                '"' => {
                    self.at += 1;
                    return Ok(out);
                }
                '\\' => out.push(self.escape()?),
                next if u32::from(next) < 0x20 => return Err(self.wrong(Why::BadText)),
                next => {
                    out.push(next);
                    self.at += next.len_utf8();
                }
            }
        }
    }

    fn escape(&mut self) -> Result<char, NotJson> {
        let wrong = self.wrong(Why::BadText);
        self.at += 1;
        let short = match self.peek() {
            Some(plain @ (b'"' | b'\\' | b'/')) => char::from(plain),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode().ok_or(wrong),
            _ => return Err(wrong),
        };
        self.at += 1;
        Ok(short)
    }

    /// `uXXXX`, or two of them for a character beyond the first plane.
    fn unicode(&mut self) -> Option<char> {
        let first = self.hex()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first);
        }
        if !self.word("\\") {
            return None;
        }
        let second = self.hex()?.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
        char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + second)
    }

    fn hex(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at + 1..self.at + 5).filter(|_| self.peek() == Some(b'u'))?;
        if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        self.at += 5;
        u32::from_str_radix(digits, 16).ok()
    }
}

/// Whether a text is a number of JSON's grammar.
fn is_number(text: &[u8]) -> bool {
    let text = text.strip_prefix(b"-").unwrap_or(text);
    let digits = |text: &[u8]| text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let whole = digits(text);
    if whole == 0 || (1 < whole && text[0] == b'0') {
        return false;
    }
    let mut rest = &text[whole..];
    if let Some(places) = rest.strip_prefix(b".") {
        let length = digits(places);
        if length == 0 {
            return false;
        }
        rest = &places[length..];
    }
    if let Some(power) = rest.strip_prefix(b"e").or_else(|| rest.strip_prefix(b"E")) {
        let power = power.strip_prefix(b"-").or_else(|| power.strip_prefix(b"+")).unwrap_or(power);
        return !power.is_empty() && digits(power) == power.len();
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn why(text: &str) -> (Why, usize) {
        let wrong = read(text, FileId(0)).expect_err(text);
        (wrong.why, wrong.span.start)
    }

    #[test]
    fn says_where_reading_stopped() {
        for (text, expected) in [
            ("", (Why::Nothing, 0)),
            (" \n", (Why::Nothing, 2)),
            ("{\"a\": }", (Why::NoValue, 6)),
            ("[1 2]", (Why::NoComma, 3)),
            ("[1, ]", (Why::TrailingComma, 2)),
            ("{1: 2}", (Why::NoKey, 1)),
            ("{\"a\" 2}", (Why::NoColon, 5)),
            ("[01]", (Why::BadNumber, 1)),
            ("[1e]", (Why::BadNumber, 1)),
            ("[+1]", (Why::BadNumber, 1)),
            ("[\"\\x\"]", (Why::BadText, 2)),
            ("[\"\\ud800\"]", (Why::BadText, 2)),
            ("[1, [2", (Why::Unended, 4)),
            ("\"abc", (Why::Unended, 0)),
            ("{} {}", (Why::MoreAfter, 3)),
            ("[nul]", (Why::NoValue, 1)),
        ] {
            assert_eq!(why(text), expected, "{text}");
        }
        assert_eq!(why(&"[".repeat(100)).0, Why::TooDeep);
    }

    proptest! {
        #[test]
        fn takes_what_another_reader_takes_and_nothing_else(
            text in "[\\[\\]{}:, \"a\\\\u0-9.eE+\\-\n]{0,14}|\\[(-?[0-9]{1,3}(\\.[0-9])?(e[0-9])?,){0,3}[0-9]\\]"
        ) {
            let other = serde_json::from_str::<serde_json::Value>(&text);
            let own = read(&text, FileId(0));
            // The other reader refuses numbers beyond its range; what they must fit is said elsewhere here.
            let beyond = other.as_ref().is_err_and(|error| error.to_string().contains("out of range"));
            prop_assert!(beyond || own.is_ok() == other.is_ok(), "{text:?}: {own:?} {other:?}");
        }
    }
}
