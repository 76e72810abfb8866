//! A tree held against a shape: keys that are missing or that nothing reads, values of the wrong kind, words and ids.

use detente_base::{Diagnostic, Span};
use detente_case::Id;

use crate::codes;
use crate::shape::{Fields, Shape};
use crate::suggest::did_you_mean;
use crate::tree::{Entry, Node, Value};

/// Lists everything in `node` that is not of the form `fields`.
pub(crate) fn conform(node: &Node, fields: &Fields, diagnostics: &mut Vec<Diagnostic>) {
    Conform { diagnostics }.table(node, node.span, fields);
}

struct Conform<'d> {
    diagnostics: &'d mut Vec<Diagnostic>,
}

impl Conform<'_> {
    /// `named` is where the table has its name: where a missing key is shown.
    fn table(&mut self, node: &Node, named: Span, fields: &Fields) {
        for field in fields.known.iter().filter(|field| field.needed && node.get(field.key).is_none()) {
            self.diagnostics.push(
                Diagnostic::new(&codes::MISSING_KEY, format!("\"{}\" is missing", field.key))
                    .at(first_line(named), "in here")
                    .hint(format!("add {} = …: {}", field.key, uncapitalised(field.doc))),
            );
        }
        for entry in node.entries() {
            self.entry(entry, fields);
        }
    }

    fn entry(&mut self, entry: &Entry, fields: &Fields) {
        if let Some(field) = fields.known.iter().find(|field| field.key == entry.key) {
            return self.value(&entry.node, entry.key_span, &field.shape);
        }
        let Some(rest) = fields.rest else { return self.unknown_key(entry, fields) };
        if Id::new(&entry.key).is_err() {
            self.bad_id(&entry.key, entry.key_span);
        }
        self.value(&entry.node, entry.key_span, rest);
    }

    fn unknown_key(&mut self, entry: &Entry, fields: &Fields) {
        let known = fields.known.iter().map(|field| field.key);
        let hint = did_you_mean(&entry.key, known.clone())
            .unwrap_or_else(|| format!("known here: {}", known.collect::<Vec<_>>().join(", ")));
        self.diagnostics.push(
            Diagnostic::new(&codes::UNKNOWN_KEY, format!("nothing reads the key \"{}\"", entry.key))
                .at(entry.key_span, "this key")
                .hint(hint),
        );
    }

    fn bad_id(&mut self, id: &str, span: Span) {
        self.diagnostics.push(
            Diagnostic::new(&codes::BAD_ID, format!("\"{id}\" is not an id"))
                .at(span, "this id")
                .hint("ids are lower-case words joined by single hyphens and start with a letter, such as fund-share"),
        );
    }

    fn value(&mut self, node: &Node, named: Span, shape: &Shape) {
        if !accepts(shape, node) {
            return self.wrong_type(node, shape);
        }
        match shape {
            Shape::Id => self.id(node),
            Shape::Word(words) => self.word(node, words),
            Shape::List(item) => node.items().iter().for_each(|element| self.value(element, element.span, item)),
            Shape::Table(fields) => self.table(node, named, fields),
            Shape::Either(forms) => {
                if let Some(form) = forms.iter().find(|form| accepts(form, node)) {
                    self.value(node, named, form);
                }
            }
            Shape::Text | Shape::Expression | Shape::Consent | Shape::Flag | Shape::Date | Shape::Number => {}
        }
    }

    fn id(&mut self, node: &Node) {
        if let Some(text) = node.text()
            && Id::new(text).is_err()
        {
            self.bad_id(text, node.span);
        }
    }

    fn word(&mut self, node: &Node, words: &[&str]) {
        let Some(text) = node.text().filter(|text| !words.contains(text)) else { return };
        let choices = format!("one of: {}", words.join(", "));
        let hint = did_you_mean(text, words.iter().copied())
            .map_or(choices.clone(), |nearest| format!("{nearest}; {choices}"));
        self.diagnostics.push(
            Diagnostic::new(&codes::UNKNOWN_WORD, format!("\"{text}\" is not possible here"))
                .at(node.span, "this word")
                .hint(hint),
        );
    }

    fn wrong_type(&mut self, node: &Node, shape: &Shape) {
        let wanted = wanted(shape);
        self.diagnostics.push(
            Diagnostic::new(&codes::WRONG_TYPE, format!("{wanted} was expected here, not {}", node.kind()))
                .at(first_line(node.span), format!("this is {}", node.kind()))
                .hint(example(shape)),
        );
    }
}

/// Whether the kind of value is right for the shape; its content is looked at later.
fn accepts(shape: &Shape, node: &Node) -> bool {
    match (shape, &node.value) {
        (Shape::Text | Shape::Id | Shape::Expression | Shape::Consent | Shape::Word(_), Value::Text { .. })
        | (Shape::Flag, Value::Flag(_))
        | (Shape::Date, Value::Date(_) | Value::BadDate)
        | (Shape::Number, Value::Number(_) | Value::BadNumber)
        | (Shape::List(_), Value::List(_))
        | (Shape::Table(_), Value::Table(_)) => true,
        (Shape::Either(forms), _) => forms.iter().any(|form| accepts(form, node)),
        _ => false,
    }
}

fn wanted(shape: &Shape) -> String {
    match shape {
        Shape::Text => "a text".into(),
        Shape::Id => "an id".into(),
        Shape::Expression => "an expression".into(),
        Shape::Consent => "a consent condition".into(),
        Shape::Flag => "true or false".into(),
        Shape::Date => "a date".into(),
        Shape::Number => "a number".into(),
        Shape::Word(_) => "a word".into(),
        Shape::List(_) => "a list".into(),
        Shape::Table(_) => "a table".into(),
        Shape::Either(forms) => forms.iter().map(wanted).collect::<Vec<_>>().join(" or "),
    }
}

fn example(shape: &Shape) -> &'static str {
    match shape {
        Shape::Text => "put it in quotes: \"…\"",
        Shape::Id => "such as \"fund-share\", in quotes",
        Shape::Expression => "such as \"issue = choice and not other = choice\", in quotes",
        Shape::Consent => "\"always\", \"never\" or \"only if issue = choice\", in quotes",
        Shape::Flag => "write true or false, without quotes",
        Shape::Date => "write year-month-day without quotes, such as 2025-02-26",
        Shape::Number => "write a plain number without quotes, such as 12 or 0.5",
        Shape::Word(_) => "put the word in quotes",
        Shape::List(_) => "write a list in brackets, such as [\"a\", \"b\"]",
        Shape::Table(_) => "write a table: { key = value }, or a section under its own header",
        Shape::Either(forms) => match forms {
            [first, ..] => example(first),
            [] => "",
        },
    }
}

/// A table's span can run over many lines: its first bytes are enough to find it.
fn first_line(span: Span) -> Span {
    span.within(0, 40.min(span.end - span.start))
}

fn uncapitalised(doc: &str) -> String {
    let mut characters = doc.trim_end_matches('.').chars();
    characters.next().map_or_else(String::new, |first| first.to_lowercase().chain(characters).collect())
}
