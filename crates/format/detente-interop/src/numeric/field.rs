//! Objects by key and single numbers, with what is wrong about them.

use detente_base::{Diagnostic, Span};

use crate::codes;
use crate::json::{Node, What};

/// The keys of a model; the last six may be left out.
pub(super) const MODEL: Keys = Keys {
    of: "the model",
    needed: &["parties", "sizes", "values", "reservation"],
    optional: &["name", "tables", "forbidden", "rules", "consent", "seed", "scale"],
};
/// Of a table.
pub(super) const TABLE: Keys = Keys { of: "a table", needed: &["issues", "values"], optional: &[] };
/// Of a rule.
pub(super) const RULE: Keys =
    Keys { of: "a rule", needed: &["if_issue", "if_option", "then_issue", "then_options"], optional: &[] };
/// Of a consent that is not always needed.
pub(super) const CONSENT: Keys = Keys { of: "a consent", needed: &["issue", "options"], optional: &[] };

/// Which keys an object has.
pub(super) struct Keys {
    of: &'static str,
    needed: &'static [&'static str],
    optional: &'static [&'static str],
}

/// The values of an object by their keys.
pub(super) struct Fields<'n> {
    /// Where the object stands.
    pub(super) span: Span,
    entries: Vec<(&'static str, &'n Node)>,
}

impl<'n> Fields<'n> {
    /// The keys of a whole model.
    pub(super) fn of_model(node: &'n Node, found: &mut Vec<Diagnostic>) -> Option<Self> {
        Self::read(node, &MODEL, found)
    }

    /// Reads an object; unknown, missing and repeated keys are said, whatever could be read is returned.
    pub(super) fn read(node: &'n Node, keys: &Keys, found: &mut Vec<Diagnostic>) -> Option<Self> {
        let What::Object(entries) = &node.what else {
            let message = format!("{} has to be an object with keys and is {}", keys.of, kind(node));
            let hint = format!("write {{\"{}\": …}}", keys.needed.join("\": …, \""));
            found.push(Diagnostic::new(&codes::WRONG_KIND, message).at(node.span, "not an object").hint(hint));
            return None;
        };
        let mut read: Vec<(&'static str, &'n Node)> = Vec::new();
        for entry in entries {
            let Some(key) = keys.all().find(|key| *key == entry.key) else {
                found.push(keys.unknown(&entry.key, entry.key_span));
                continue;
            };
            if read.iter().any(|(other, _)| *other == key) {
                let message = format!("{} has the key \"{key}\" twice", keys.of);
                let twice = Diagnostic::new(&codes::KEY_TWICE, message).at(entry.key_span, "the second time");
                found.push(twice.hint("keep one of them"));
            } else {
                read.push((key, &entry.value));
            }
        }
        let misspelt = |key: &&str| entries.iter().any(|entry| keys.nearest(&entry.key) == Some(key));
        for key in keys.needed.iter().filter(|key| read.iter().all(|(other, _)| other != *key)) {
            if !misspelt(key) {
                let message = format!("{} has no \"{key}\"", keys.of);
                let place = Span::new(node.span.file, node.span.start, node.span.start + 1);
                let missing = Diagnostic::new(&codes::MISSING_KEY, message).at(place, "in this object");
                found.push(missing.hint(format!("add \"{key}\": {}", example(key))));
            }
        }
        Some(Self { span: node.span, entries: read })
    }

    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> Option<&'n Node> {
        self.entries.iter().find(|(other, _)| *other == key).map(|(_, node)| *node)
    }

    /// The name of a model, where it is text.
    pub(super) fn name(&self) -> Option<String> {
        match &self.get("name")?.what {
            What::Text(name) => Some(name.clone()),
            _ => None,
        }
    }
}

impl Keys {
    fn all(&self) -> impl Iterator<Item = &'static str> {
        self.needed.iter().chain(self.optional).copied()
    }

    /// The known key that a written one is most likely meant to be; none if it is one.
    fn nearest(&self, written: &str) -> Option<&'static str> {
        // Narrow, because what is no slip of a known key may stay: "comment" is not meant to be "consent".
        let reach = (written.chars().count() / 4).clamp(1, 2);
        let near = self.all().map(|key| (strsim::damerau_levenshtein(written, key), key));
        let (distance, key) = near.min()?;
        (0 < distance && distance <= reach).then_some(key)
    }

    fn unknown(&self, key: &str, span: Span) -> Diagnostic {
        let known: Vec<&str> = self.all().collect();
        let message = format!("{} has no key \"{key}\"", self.of);
        match self.nearest(key) {
            Some(near) => Diagnostic::new(&codes::MISSPELT_KEY, message)
                .at(span, "not read")
                .hint(format!("did you mean \"{near}\"?")),
            None => Diagnostic::new(&codes::UNREAD_KEY, message)
                .at(span, "not read")
                .hint(format!("nothing reads it; the keys are {}", known.join(", "))),
        }
    }
}

fn example(key: &str) -> &'static str {
    match key {
        "parties" | "issue" | "if_issue" | "if_option" | "then_issue" => "a number",
        "sizes" => "[choices of issue 0, choices of issue 1, …]",
        "values" => "[…], a list for each party",
        "reservation" => "[…], a number for each party",
        "issues" | "options" | "then_options" => "a list of numbers",
        _ => "…",
    }
}

/// What a value is, in words.
pub(super) fn kind(node: &Node) -> &'static str {
    match &node.what {
        What::Null => "null",
        What::Truth => "true or false",
        What::Number => "a number",
        What::Text(_) => "text",
        What::List(_) => "a list",
        What::Object(_) => "an object",
    }
}

/// Reads single values of one text.
#[derive(Clone, Copy)]
pub(super) struct Values<'t> {
    pub(super) text: &'t str,
}

impl Values<'_> {
    /// A list, or what stands there instead.
    pub(super) fn list<'n>(
        node: &'n Node,
        what: impl Fn() -> String,
        found: &mut Vec<Diagnostic>,
    ) -> Option<&'n [Node]> {
        if let What::List(entries) = &node.what {
            return Some(entries);
        }
        let message = format!("{} has to be a list and is {}", what(), kind(node));
        found.push(Diagnostic::new(&codes::WRONG_KIND, message).at(node.span, "not a list").hint("write […]"));
        None
    }

    /// A list of as many entries as there should be.
    pub(super) fn list_of<'n>(
        node: &'n Node,
        length: Option<(usize, &str)>,
        what: impl Fn() -> String,
        found: &mut Vec<Diagnostic>,
    ) -> Option<&'n [Node]> {
        let entries = Self::list(node, &what, found)?;
        let Some((expected, of)) = length.filter(|(expected, _)| *expected != entries.len()) else {
            return Some(entries);
        };
        let entry = if entries.len() == 1 { "entry" } else { "entries" };
        let message = format!("{} has {} {entry}, but there are {expected} {of}", what(), entries.len());
        let wrong = Diagnostic::new(&codes::WRONG_LENGTH, message).at(node.span, format!("{} {entry}", entries.len()));
        found.push(wrong.hint("every list has an entry for each party, issue or choice it speaks of"));
        None
    }

    /// A whole number of 64 bits.
    pub(super) fn whole(self, node: &Node, what: impl Fn() -> String, found: &mut Vec<Diagnostic>) -> Option<i64> {
        let What::Number = node.what else {
            let message = format!("{} has to be a number and is {}", what(), kind(node));
            let wrong = Diagnostic::new(&codes::WRONG_KIND, message).at(node.span, "not a number");
            found.push(wrong.hint("write a whole number"));
            return None;
        };
        let digits = self.text.get(node.span.start..node.span.end).unwrap_or_default();
        if digits.contains(['.', 'e', 'E']) {
            let message = format!("{} is {digits}, and has to be a whole number", what());
            let wrong = Diagnostic::new(&codes::NOT_WHOLE, message).at(node.span, "not whole");
            found.push(wrong.hint(
                "multiply all numbers of the party, its reservation too, by the same factor until they are whole",
            ));
            return None;
        }
        let number = digits.parse().ok();
        if number.is_none() {
            let message = format!("{} does not fit 64 bits", what());
            let wrong = Diagnostic::new(&codes::NUMBER_TOO_LARGE, message).at(node.span, "too large");
            found.push(wrong.hint(format!("numbers go from {} to {}", i64::MIN, i64::MAX)));
        }
        number
    }

    /// A number from 0 that names one of `size` things.
    pub(super) fn index(
        self,
        node: &Node,
        size: Option<usize>,
        things: &str,
        what: impl Fn() -> String,
        found: &mut Vec<Diagnostic>,
    ) -> Option<usize> {
        let number = self.whole(node, &what, found)?;
        let index = usize::try_from(number).ok();
        if index.is_some_and(|index| size.is_none_or(|size| index < size)) {
            return index;
        }
        let message = format!("{} is {number}, which names none of the {things}", what());
        let hint = match size {
            Some(0) => format!("there are no {things}"),
            Some(size) => format!("{things} are counted from 0: 0 to {}", size - 1),
            None => format!("{things} are counted from 0"),
        };
        found.push(Diagnostic::new(&codes::UNKNOWN_INDEX, message).at(node.span, "names nothing").hint(hint));
        None
    }
}
