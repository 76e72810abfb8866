//! XML as a tree with the place of everything.
//!
//! Only elements and attributes: texts, comments and processing instructions mean nothing in the formats read here. Nothing
//! is ever expanded: besides the five names and the numbers of characters that XML itself has, an entity is a mistake.

use detente_base::{Diagnostic, FileId, Span};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::codes;

/// The deepest nesting read; scenario files have six levels.
const MAX_DEPTH: usize = 64;

/// The most elements and attributes of one file.
const MAX_PARTS: usize = 2_000_000;

/// An element.
#[derive(Clone, Debug)]
pub(crate) struct Element {
    pub(crate) name: String,
    /// Its start tag.
    pub(crate) span: Span,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) children: Vec<Element>,
}

/// An attribute, its value unescaped.
#[derive(Clone, Debug)]
pub(crate) struct Attribute {
    pub(crate) name: String,
    pub(crate) value: String,
    pub(crate) span: Span,
}

impl Element {
    /// The attribute of that name.
    pub(crate) fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.name == name)
    }

    /// The value of the attribute of that name.
    pub(crate) fn value(&self, name: &str) -> Option<&str> {
        self.attribute(name).map(|attribute| attribute.value.as_str())
    }

    /// The first child of that name.
    pub(crate) fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The children of that name.
    pub(crate) fn named<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Element> {
        self.children.iter().filter(move |child| child.name == name)
    }
}

/// Reads a file's one element.
///
/// # Cost
/// Linear in the text.
pub(crate) fn read(text: &str, file: FileId) -> Result<Element, Diagnostic> {
    // The reader passes over a byte-order mark of its own accord and does not count it, so none is left to it.
    let body = text.trim_start_matches('\u{feff}');
    let mut reading = Reading { text: body, shift: text.len() - body.len(), file, parts: 0 };
    reading.document()
}

struct Reading<'t> {
    text: &'t str,
    shift: usize,
    file: FileId,
    parts: usize,
}

impl Reading<'_> {
    fn document(&mut self) -> Result<Element, Diagnostic> {
        let mut reader = Reader::from_str(self.text);
        let mut open: Vec<Element> = Vec::new();
        let mut root: Option<Element> = None;
        loop {
            let before = self.place(reader.buffer_position());
            let event = reader.read_event();
            let after = self.place(reader.buffer_position());
            let span = Span::new(self.file, before, after);
            let closed = match event {
                Ok(Event::Start(tag)) => {
                    if open.len() == MAX_DEPTH {
                        return Err(too_large(span, "elements are nested more than 64 deep"));
                    }
                    open.push(self.element(&tag, span)?);
                    None
                }
                Ok(Event::Empty(tag)) => Some(self.element(&tag, span)?),
                Ok(Event::End(_)) => open.pop(),
                Ok(Event::Eof) => {
                    if let Some(element) = open.pop() {
                        return Err(wrong(element.span, "this element is never closed", "close it: </…>"));
                    }
                    let place = Span::new(self.file, after, after);
                    return root.ok_or_else(|| wrong(place, "the file has no element", "write an element: <…>"));
                }
                Ok(_) => None,
                Err(error) => {
                    let at = self.place(reader.error_position());
                    let span = Span::new(self.file, at.min(after), at.max(after));
                    return Err(wrong(span, &error.to_string(), "mend the file, or export it anew"));
                }
            };
            match (closed, open.last_mut()) {
                (Some(element), Some(parent)) => parent.children.push(element),
                (Some(element), None) if root.is_none() => root = Some(element),
                (Some(element), None) => {
                    return Err(wrong(element.span, "a second element stands beside the first", "keep one of them"));
                }
                (None, _) => {}
            }
        }
    }

    fn place(&self, position: u64) -> usize {
        let offset = usize::try_from(position).unwrap_or(usize::MAX).min(self.text.len());
        offset + self.shift
    }

    fn element(&mut self, tag: &BytesStart<'_>, span: Span) -> Result<Element, Diagnostic> {
        let mut attributes = Vec::new();
        for found in tag.attributes() {
            let found = found.map_err(|error| {
                wrong(
                    span,
                    &format!("an attribute is not well formed: {error}"),
                    "write name=\"value\", each name once",
                )
            })?;
            let place = self.inside(found.value.as_ref(), span);
            let value = found.normalized_value(quick_xml::XmlVersion::Implicit1_0).map_err(|error| {
                let message = format!("a value holds what XML does not: {error}");
                wrong(place, &message, "write &amp; &lt; &gt; &quot; or &apos;; no other name is expanded")
            })?;
            let name = found.key.as_ref().to_owned();
            attributes.push(Attribute { name, value: value.into_owned(), span: place });
        }
        self.parts += 1 + attributes.len();
        if MAX_PARTS < self.parts {
            return Err(too_large(span, "the file has more than two million elements and attributes"));
        }
        Ok(Element { name: tag.name().as_ref().to_owned(), span, attributes, children: Vec::new() })
    }

    /// Where a part of the text stands; the whole tag if it is no part of it.
    fn inside(&self, part: &str, tag: Span) -> Span {
        let offset = part.as_ptr().addr().checked_sub(self.text.as_ptr().addr());
        match offset.filter(|start| start + part.len() <= self.text.len()) {
            Some(start) => Span::new(self.file, start + self.shift, start + self.shift + part.len()),
            None => tag,
        }
    }
}

fn wrong(span: Span, what: &str, hint: &str) -> Diagnostic {
    Diagnostic::new(&codes::SCENARIO_XML, format!("this is not XML: {what}")).at(span, "here").hint(hint)
}

fn too_large(span: Span, what: &str) -> Diagnostic {
    let hint = "no scenario needs that; look for a file of another kind";
    Diagnostic::new(&codes::SCENARIO_TOO_LARGE, what.to_owned()).at(span, "here").hint(hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> &'static str {
        read(text, FileId(0)).expect_err(text).code.name
    }

    #[test]
    fn elements_and_values_have_their_places() {
        let text =
            "\u{feff}<?xml version=\"1.0\"?>\n<!-- a <note> -->\n<a x=\"1 &amp; 2\"><b/><b y='&#xe9;'>text</b></a>\n";
        let root = read(text, FileId(0)).expect("well formed");
        let x = root.attribute("x").expect("there");
        assert_eq!((x.value.as_str(), &text[x.span.start..x.span.end]), ("1 & 2", "1 &amp; 2"));
        assert_eq!(root.named("b").map(|b| b.value("y")).collect::<Vec<_>>(), [None, Some("é")]);
        assert_eq!(&text[root.span.start..root.span.end], "<a x=\"1 &amp; 2\">");
    }

    #[test]
    fn places_are_right_after_any_number_of_byte_order_marks() {
        for marks in 0..4 {
            let text = format!("{}<a x=\"1\"/>", "\u{feff}".repeat(marks));
            let root = read(&text, FileId(0)).expect("well formed");
            assert_eq!(&text[root.span.start..root.span.end], "<a x=\"1\"/>");
            let text = format!("{}>", "\u{feff}".repeat(marks));
            let span = read(&text, FileId(0)).expect_err("no element").labels[0].span;
            assert!(text.get(span.start..span.end).is_some(), "{span:?} is outside {text:?}");
        }
    }

    #[test]
    fn what_is_not_xml_is_said_and_nothing_is_expanded() {
        let bomb = "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;\">]><a x=\"&c;\"/>";
        for text in
            ["", "text", "<a>", "<a></b>", "<a/><b/>", "<a x=1/>", "<a x=\"1\" x=\"2\"/>", "<a x=\"&b;\"/>", bomb]
        {
            assert_eq!(code(text), "scenario-xml", "{text}");
        }
        assert_eq!(code(&"<a>".repeat(1000)), "scenario-too-large");
    }
}
