//! A TOML file as a tree with spans, numbers exact, whatever is wrong with it listed and the rest kept.

use detente_base::{Decimal, DecimalError, Diagnostic, FileId, Span};
use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeInteger, DeTable, DeValue};

use crate::codes;

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) span: Span,
    pub(crate) value: Value,
}

/// The values a case file is made of.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    /// A text; `inner` is where its first character stands, if the file holds it without escapes.
    Text {
        text: String,
        inner: Option<usize>,
    },
    Number(Decimal),
    /// A number that cannot be held as written; its diagnostic has been given.
    BadNumber,
    Flag(bool),
    Date(Date),
    /// A date that cannot be; its diagnostic has been given.
    BadDate,
    List(Vec<Node>),
    Table(Vec<Entry>),
}

/// A key and its value.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) key: String,
    pub(crate) key_span: Span,
    pub(crate) node: Node,
}

impl Node {
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        self.entries().iter().find(|entry| entry.key == key).map(|entry| &entry.node)
    }

    pub(crate) fn entries(&self) -> &[Entry] {
        match &self.value {
            Value::Table(entries) => entries,
            _ => &[],
        }
    }

    pub(crate) fn items(&self) -> &[Node] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    pub(crate) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text { text, .. } => Some(text),
            _ => None,
        }
    }

    pub(crate) fn number(&self) -> Option<Decimal> {
        match self.value {
            Value::Number(number) => Some(number),
            _ => None,
        }
    }

    pub(crate) fn flag(&self) -> Option<bool> {
        match self.value {
            Value::Flag(flag) => Some(flag),
            _ => None,
        }
    }

    pub(crate) fn date(&self) -> Option<Date> {
        match self.value {
            Value::Date(date) => Some(date),
            _ => None,
        }
    }

    /// The stretch from byte `start` to `end` of this text; the whole value where the file holds it with escapes.
    pub(crate) fn part(&self, start: usize, end: usize) -> Span {
        match self.value {
            Value::Text { inner: Some(inner), .. } => Span::new(self.span.file, inner + start, inner + end),
            _ => self.span,
        }
    }

    /// What it is, for a message.
    pub(crate) fn kind(&self) -> &'static str {
        match self.value {
            Value::Text { .. } => "a text",
            Value::Number(_) | Value::BadNumber => "a number",
            Value::Flag(_) => "true or false",
            Value::Date(_) | Value::BadDate => "a date",
            Value::List(_) => "a list",
            Value::Table(_) => "a table",
        }
    }
}

/// Reads `text`; the tree holds whatever could be read.
pub(crate) fn parse(file: FileId, text: &str, diagnostics: &mut Vec<Diagnostic>) -> Node {
    let (root, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let place = error.span().unwrap_or(0..0);
        let end = place.end.max(place.start + 1).min(text.len().max(1));
        let span = Span::new(file, place.start.min(end), end);
        let message = error.message().lines().collect::<Vec<_>>().join("; ");
        if message.starts_with("invalid date") || message.starts_with("invalid time") {
            diagnostics.push(bad_date().at(span, message));
            continue;
        }
        diagnostics.push(
            Diagnostic::new(&codes::TOML_SYNTAX, format!("not valid TOML: {message}"))
                .at(span, "here")
                .hint("the rest of the file was read as far as it could be; mend this first"),
        );
    }
    let mut builder = Builder { file, text, diagnostics };
    let span = Span::new(file, 0, text.len());
    Node { span, value: builder.table(root.get_ref()) }
}

struct Builder<'t> {
    file: FileId,
    text: &'t str,
    diagnostics: &'t mut Vec<Diagnostic>,
}

impl Builder<'_> {
    fn span<T>(&self, spanned: &Spanned<T>) -> Span {
        let range = spanned.span();
        Span::new(self.file, range.start, range.end)
    }

    fn table(&mut self, table: &DeTable<'_>) -> Value {
        let entries = table.iter().map(|(key, value)| Entry {
            key: key.get_ref().to_string(),
            key_span: self.span(key),
            node: self.node(value),
        });
        Value::Table(entries.collect())
    }

    fn node(&mut self, value: &Spanned<DeValue<'_>>) -> Node {
        let span = self.span(value);
        let value = match value.get_ref() {
            DeValue::String(text) => Value::Text { text: text.to_string(), inner: self.inner(span, text) },
            DeValue::Integer(integer) => self.number(span, &decimal_digits(integer)),
            DeValue::Float(float) => self.number(span, float.as_str()),
            DeValue::Boolean(flag) => Value::Flag(*flag),
            DeValue::Datetime(date) => self.date(span, date),
            DeValue::Array(items) => Value::List(items.iter().map(|item| self.node(item)).collect()),
            DeValue::Table(table) => self.table(table),
        };
        Node { span, value }
    }

    /// Where the first character of a string's content stands, if the file holds the content as it is.
    fn inner(&self, span: Span, content: &str) -> Option<usize> {
        let raw = self.text.get(span.start..span.end)?;
        let quotes = if raw.starts_with("\"\"\"") || raw.starts_with("'''") { 3 } else { 1 };
        let after_newline = usize::from(quotes == 3 && raw[quotes..].starts_with('\n'));
        let start = quotes + after_newline;
        (raw.get(start..raw.len().checked_sub(quotes)?)? == content).then_some(span.start + start)
    }

    fn number(&mut self, span: Span, digits: &str) -> Value {
        let (message, hint) = match digits.parse::<Decimal>() {
            Ok(number) => return Value::Number(number),
            Err(DecimalError::TooPrecise) => {
                ("a number with more than three decimals", "write three decimals at most, or use a smaller unit")
            }
            Err(DecimalError::TooLarge) => ("a number too large to hold exactly", "use a larger unit"),
            Err(DecimalError::Malformed) => {
                ("a number that is not a plain decimal", "write it out, such as 1500 or 0.25")
            }
        };
        self.diagnostics.push(Diagnostic::new(&codes::BAD_NUMBER, message).at(span, "this number").hint(hint));
        Value::BadNumber
    }

    fn date(&mut self, span: Span, date: &toml::value::Datetime) -> Value {
        let civil = date.date.filter(|_| date.time.is_none()).and_then(|date| {
            let (month, day) = (i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?);
            Date::new(i16::try_from(date.year).ok()?, month, day).ok()
        });
        if let Some(civil) = civil {
            return Value::Date(civil);
        }
        let is_known = |found: &Diagnostic| found.labels.iter().any(|label| label.span == span);
        if !self.diagnostics.iter().any(is_known) {
            self.diagnostics.push(bad_date().at(span, "this date"));
        }
        Value::BadDate
    }
}

fn bad_date() -> Diagnostic {
    Diagnostic::new(&codes::BAD_DATE, "not a date of the calendar")
        .hint("write year-month-day without quotes, such as 2025-02-26")
}

/// The integer in decimal digits, whatever base it was written in.
fn decimal_digits(integer: &DeInteger<'_>) -> String {
    if integer.radix() == 10 {
        return integer.as_str().to_owned();
    }
    i128::from_str_radix(integer.as_str(), integer.radix()).unwrap_or(i128::MAX).to_string()
}
