//! Documents as text: objects a line per key, for documents that are mostly lists of numbers every list in one line.

use std::io::{Result, Write};

use serde::Serialize;
use serde_json::ser::Formatter;

use crate::exit::Failure;
use crate::say::say_line;

/// Prints a document as JSON.
pub(super) fn print_json(document: &impl Serialize) -> std::result::Result<(), Failure> {
    say_line(&json_text(document)?);
    Ok(())
}

/// A document as JSON.
pub(super) fn json_text(document: &impl Serialize) -> std::result::Result<String, Failure> {
    serde_json::to_string_pretty(document).map_err(|error| unwritable(&error))
}

/// Prints a document with every list in one line.
pub(super) fn print_json_lists_in_line(document: &impl Serialize) -> std::result::Result<(), Failure> {
    let mut text = Vec::new();
    let mut writer = serde_json::Serializer::with_formatter(&mut text, ListsInLine::default());
    document.serialize(&mut writer).map_err(|error| unwritable(&error))?;
    say_line(&String::from_utf8_lossy(&text));
    Ok(())
}

fn unwritable(error: &serde_json::Error) -> Failure {
    Failure::argument(format!("this cannot be written as JSON: {error}"), None)
}

#[derive(Default)]
struct ListsInLine {
    /// In how many objects that stand in no list.
    indent: usize,
    /// In how many lists.
    lists: usize,
    has_value: bool,
}

impl ListsInLine {
    fn new_line<W: ?Sized + Write>(&self, writer: &mut W) -> Result<()> {
        writer.write_all(b"\n")?;
        (0..self.indent).try_for_each(|_| writer.write_all(b"  "))
    }
}

impl Formatter for ListsInLine {
    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        self.lists += 1;
        writer.write_all(b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        self.lists -= 1;
        writer.write_all(b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> Result<()> {
        if first { Ok(()) } else { writer.write_all(b", ") }
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        self.has_value = false;
        self.indent += usize::from(self.lists == 0);
        writer.write_all(b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        if self.lists == 0 {
            self.indent -= 1;
            if self.has_value {
                self.new_line(writer)?;
            }
        }
        self.has_value = true;
        writer.write_all(b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> Result<()> {
        match (self.lists, first) {
            (0, true) => self.new_line(writer),
            (0, false) => {
                writer.write_all(b",")?;
                self.new_line(writer)
            }
            (_, true) => Ok(()),
            (_, false) => writer.write_all(b", "),
        }
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        writer.write_all(b": ")
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _writer: &mut W) -> Result<()> {
        self.has_value = true;
        Ok(())
    }
}
