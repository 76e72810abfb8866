//! YAML and JSON as one kind of tree, with the place of everything and what is text told from what is a number.
//!
//! Plain words of YAML mean what they mean to the programs that write these files (YAML 1.1): `yes` is true, `'yes'` a text.

use std::collections::BTreeMap;

use detente_base::{Diagnostic, FileId, Span};
use saphyr_parser::{Event, Parser, ScalarStyle};

use crate::codes;
use crate::json;
use crate::number::Number;
use crate::scenario::Value;

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) span: Span,
    pub(crate) what: What,
}

/// What a value is.
#[derive(Clone, Debug)]
pub(crate) enum What {
    Nothing,
    Truth(bool),
    Number(Number),
    /// Endless, above or below; or not a number at all.
    Unbounded {
        below: bool,
    },
    NotANumber,
    Text(String),
    List(Vec<Node>),
    Map(Vec<(Node, Node)>),
}

/// The most values of one file, those that aliases repeat included.
const MOST: usize = 2_000_000;

/// The deepest nesting.
const MAX_DEPTH: usize = 64;

impl Node {
    /// The value of a key that is this text.
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        self.entries().find(|(found, _)| matches!(&found.what, What::Text(text) if text == key)).map(|(_, value)| value)
    }

    /// What a map holds; nothing where it is none.
    pub(crate) fn entries(&self) -> impl Iterator<Item = &(Node, Node)> {
        match &self.what {
            What::Map(entries) => entries.as_slice(),
            _ => &[],
        }
        .iter()
    }

    /// The entries of a list.
    pub(crate) fn list(&self) -> Option<&[Node]> {
        match &self.what {
            What::List(entries) => Some(entries),
            _ => None,
        }
    }

    /// The text, where it is one.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.what {
            What::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The value of a scenario, where it is one.
    pub(crate) fn value(&self) -> Option<Value> {
        match &self.what {
            What::Text(text) => Some(Value::Text(text.clone())),
            What::Number(number) => Some(Value::Number(number.clone())),
            What::Truth(truth) => Some(Value::Truth(*truth)),
            What::Nothing | What::Unbounded { .. } | What::NotANumber | What::List(_) | What::Map(_) => None,
        }
    }
}

/// Reads a file by its name's ending.
pub(crate) fn read(name: &str, text: &str, file: FileId) -> Result<Node, Diagnostic> {
    if name.to_ascii_lowercase().ends_with(".json") { of_json(text, file) } else { of_yaml(text, file) }
}

fn of_json(text: &str, file: FileId) -> Result<Node, Diagnostic> {
    let node = json::read(text, file).map_err(|wrong| {
        let (message, hint) = wrong.why.in_words();
        Diagnostic::new(&codes::JSON_SYNTAX, format!("this is not JSON: {message}")).at(wrong.span, "here").hint(hint)
    })?;
    Ok(convert(&node, text))
}

fn convert(node: &json::Node, text: &str) -> Node {
    let written = text.get(node.span.start..node.span.end).unwrap_or_default();
    let what = match &node.what {
        json::What::Null => What::Nothing,
        json::What::Truth => What::Truth(written == "true"),
        json::What::Number => written.parse().map_or(What::NotANumber, What::Number),
        json::What::Text(text) => What::Text(text.clone()),
        json::What::List(entries) => What::List(entries.iter().map(|entry| convert(entry, text)).collect()),
        json::What::Object(entries) => {
            let key = |entry: &json::Entry| Node { span: entry.key_span, what: What::Text(entry.key.clone()) };
            What::Map(entries.iter().map(|entry| (key(entry), convert(&entry.value, text))).collect())
        }
    };
    Node { span: node.span, what }
}

/// A list or map that is not closed yet.
struct Open {
    start: usize,
    anchor: usize,
    is_map: bool,
    parts: Vec<Node>,
}

fn of_yaml(text: &str, file: FileId) -> Result<Node, Diagnostic> {
    let places = Places::of(text);
    let span = |of: &saphyr_parser::Span| Span::new(file, places.byte(of.start.index()), places.byte(of.end.index()));
    let mut open: Vec<Open> = Vec::new();
    let mut anchors: BTreeMap<usize, (Node, usize)> = BTreeMap::new();
    let (mut root, mut count) = (None, 0_usize);
    for event in Parser::new_from_str(text) {
        let (event, of) = event.map_err(|error| {
            let at = places.byte(error.marker().index());
            wrong(Span::new(file, at, at), &error.to_string())
        })?;
        let span = span(&of);
        count += 1;
        let done = match event {
            Event::Scalar(text, style, anchor, _) => {
                Some((Node { span, what: scalar(&text, style == ScalarStyle::Plain) }, anchor, 1))
            }
            Event::SequenceStart(anchor, _) | Event::MappingStart(anchor, _) => {
                if open.len() == MAX_DEPTH {
                    return Err(too_large(span, "lists and maps are nested more than 64 deep"));
                }
                let is_map = matches!(event, Event::MappingStart(..));
                open.push(Open { start: span.start, anchor, is_map, parts: Vec::new() });
                None
            }
            Event::SequenceEnd | Event::MappingEnd => open.pop().map(|closed| {
                let span = Span::new(file, closed.start, span.end.max(closed.start));
                let anchor = closed.anchor;
                let node = Node { span, what: closed.whole() };
                let size = if anchor == 0 { 0 } else { size(&node) };
                (node, anchor, size)
            }),
            Event::Alias(anchor) => match anchors.get(&anchor) {
                Some((node, size)) => {
                    count += size;
                    if MOST < count {
                        return Err(too_large(span, "what aliases repeat has more than two million values"));
                    }
                    Some((node.clone(), 0, *size))
                }
                None => return Err(wrong(span, "this alias repeats nothing")),
            },
            Event::DocumentStart(_) if root.is_some() => break,
            _ => None,
        };
        if MOST < count {
            return Err(too_large(span, "the file has more than two million values"));
        }
        let Some((node, anchor, size)) = done else { continue };
        if anchor != 0 {
            anchors.insert(anchor, (node.clone(), size));
        }
        match open.last_mut() {
            Some(parent) => parent.parts.push(node),
            None => root = Some(node),
        }
    }
    root.ok_or_else(|| wrong(Span::new(file, 0, 0), "the file is empty"))
}

impl Open {
    fn whole(self) -> What {
        if !self.is_map {
            return What::List(self.parts);
        }
        let mut parts = self.parts.into_iter();
        let mut entries = Vec::new();
        while let (Some(key), Some(value)) = (parts.next(), parts.next()) {
            entries.push((key, value));
        }
        What::Map(entries)
    }
}

fn size(node: &Node) -> usize {
    1 + match &node.what {
        What::List(entries) => entries.iter().map(size).sum(),
        What::Map(entries) => entries.iter().map(|(key, value)| size(key) + size(value)).sum(),
        _ => 0,
    }
}

/// What a scalar means.
fn scalar(text: &str, plain: bool) -> What {
    if !plain {
        return What::Text(text.to_owned());
    }
    let lower = text.to_ascii_lowercase();
    match lower.as_str() {
        "" | "~" | "null" => return What::Nothing,
        "true" | "yes" | "on" => return What::Truth(true),
        "false" | "no" | "off" => return What::Truth(false),
        ".inf" | "+.inf" => return What::Unbounded { below: false },
        "-.inf" => return What::Unbounded { below: true },
        ".nan" => return What::NotANumber,
        _ => {}
    }
    text.parse().map_or_else(|_| What::Text(text.to_owned()), What::Number)
}

/// Whether a text can stand as it is, without quotation marks, and still be read as that text.
pub(crate) fn is_plain(text: &str) -> bool {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b' ' | b'.');
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && !text.ends_with(' ')
        && text.bytes().all(is_word)
        && !matches!(text.to_ascii_lowercase().as_str(), "y" | "n")
        && matches!(scalar(text, true), What::Text(_))
}

/// Where characters stand in bytes.
struct Places {
    /// Per character, its first byte; empty where every character is one byte.
    starts: Vec<usize>,
    len: usize,
}

impl Places {
    fn of(text: &str) -> Self {
        let starts = if text.is_ascii() { Vec::new() } else { text.char_indices().map(|(at, _)| at).collect() };
        Self { starts, len: text.len() }
    }

    fn byte(&self, character: usize) -> usize {
        if self.starts.is_empty() {
            return character.min(self.len);
        }
        self.starts.get(character).copied().unwrap_or(self.len)
    }
}

fn wrong(span: Span, what: &str) -> Diagnostic {
    let message = format!("this is not YAML: {what}");
    Diagnostic::new(&codes::SCENARIO_YAML, message).at(span, "here").hint("mend the file, or export it anew")
}

fn too_large(span: Span, what: &str) -> Diagnostic {
    let hint = "no scenario needs that; look for a file of another kind";
    Diagnostic::new(&codes::SCENARIO_TOO_LARGE, what.to_owned()).at(span, "here").hint(hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn yaml(text: &str) -> Node {
        of_yaml(text, FileId(0)).expect(text)
    }

    #[test]
    fn a_text_is_not_the_number_it_looks_like() {
        let node = yaml("values: [10, '10', 1.0e-3, \"a b\", yes, 'yes', -.inf, é]\n");
        let values = node.get("values").and_then(Node::list).expect("a list");
        let shown: Vec<String> = values.iter().map(|value| format!("{:?}", value.value())).collect();
        assert_ne!(shown[0], shown[1]);
        assert_eq!(values[1].text(), Some("10"));
        assert!(matches!(values[2].what, What::Number(_)) && matches!(values[4].what, What::Truth(true)));
        assert_eq!(values[5].text(), Some("yes"));
        assert!(matches!(values[6].what, What::Unbounded { below: true }));
    }

    #[test]
    fn aliases_repeat_within_bounds() {
        let node = yaml("a: &x [1, 2]\nb: *x\n");
        assert_eq!(node.get("b").and_then(Node::list).map(<[Node]>::len), Some(2));
        let mut bomb = "a: &a [x,x,x,x,x,x,x,x,x,x]\n".to_owned();
        for (name, before) in ('b'..='i').zip('a'..) {
            bomb.push_str(&format!("{name}: &{name} [{}*{before}]\n", format!("*{before} , ").repeat(9)));
        }
        assert_eq!(of_yaml(&bomb, FileId(0)).expect_err("too large").code.name, "scenario-too-large");
        let deep = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert_eq!(of_yaml(&deep(100), FileId(0)).expect_err("too deep").code.name, "scenario-too-large");
        of_yaml(&deep(50_000), FileId(0)).expect_err("too deep");
        for text in ["", "a: [1", "a: *x\n", "\"a"] {
            assert_eq!(of_yaml(text, FileId(0)).expect_err(text).code.name, "scenario-yaml", "{text}");
        }
    }

    #[test]
    fn plain_words_read_back_as_texts() {
        for text in ["abc", "a b", "a.b-c_9"] {
            assert!(is_plain(text), "{text}");
        }
        for text in ["", "10", "yes", "No", "null", " a", "a ", "a: b", "-", "é", "1e5", "y", "[a]"] {
            assert!(!is_plain(text), "{text}");
        }
    }
}
