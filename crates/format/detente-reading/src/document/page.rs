//! The characters of one page of a PDF, line by line.
//!
//! The library decodes fonts and streams; where lines and words end is read here from the positions the page gives, because
//! most programs that write PDF move the pen instead of ending a line.

use std::collections::BTreeMap;

use lopdf::content::{Content, Operation};
use lopdf::{Document, Encoding, Object, ObjectId};

/// The most bytes a page's own streams may unpack to.
const MAX_PAGE: usize = 64 * 1024 * 1024;
/// A move back within a line by more thousandths of the type size than this is a blank.
const BLANK: f32 = -180.0;

/// The text of a page; empty where its content cannot be decoded.
pub(super) fn page(document: &Document, page: ObjectId) -> String {
    let fonts = document.get_page_fonts(page).unwrap_or_default();
    let encodings: BTreeMap<Vec<u8>, Encoding<'_>> =
        fonts.into_iter().filter_map(|(name, font)| Some((name, font.get_font_encoding(document).ok()?))).collect();
    let content = document.get_page_content_with_limit(page, MAX_PAGE).ok();
    let Some(content) = content.and_then(|content| Content::decode(&content).ok()) else { return String::new() };
    let mut pen = Pen { encodings: &encodings, font: None, line: None, text: String::new() };
    content.operations.iter().for_each(|operation| pen.follow(operation));
    pen.text
}

/// What a page writes, followed operation by operation.
struct Pen<'f> {
    encodings: &'f BTreeMap<Vec<u8>, Encoding<'f>>,
    font: Option<&'f Encoding<'f>>,
    /// The height of the line, where the page has given it.
    line: Option<f32>,
    text: String,
}

impl Pen<'_> {
    fn follow(&mut self, operation: &Operation) {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "Tf" => {
                let name = operands.first().and_then(|name| name.as_name().ok());
                self.font = name.and_then(|name| self.encodings.get(name));
            }
            "Td" | "TD" => self.moved(number(operands, 1)),
            "Tm" => self.placed(number(operands, 5)),
            "T*" => self.new_line(),
            "Tj" => self.show(operands.first()),
            "TJ" => self.show_adjusted(operands.first()),
            "'" => {
                self.new_line();
                self.show(operands.first());
            }
            "\"" => {
                self.new_line();
                self.show(operands.get(2));
            }
            "ET" => self.blank(),
            _ => {}
        }
    }

    /// Moved by a height from the last line's beginning.
    fn moved(&mut self, by: Option<f32>) {
        match by {
            Some(by) if 0.01 < by.abs() => {
                self.line = self.line.map(|line| line + by);
                self.new_line();
            }
            _ => self.blank(),
        }
    }

    /// Put at a height.
    fn placed(&mut self, at: Option<f32>) {
        match (self.line, at) {
            (Some(line), Some(at)) if (line - at).abs() < 0.01 => self.blank(),
            _ => self.new_line(),
        }
        self.line = at;
    }

    fn new_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    fn blank(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(char::is_whitespace) {
            self.text.push(' ');
        }
    }

    fn show(&mut self, shown: Option<&Object>) {
        let bytes = shown.and_then(|shown| shown.as_str().ok());
        if let (Some(font), Some(bytes)) = (self.font, bytes) {
            self.text.push_str(&Document::decode_text(font, bytes).unwrap_or_default());
        }
    }

    fn show_adjusted(&mut self, parts: Option<&Object>) {
        let parts = parts.and_then(|parts| parts.as_array().ok());
        for part in parts.into_iter().flatten() {
            match part.as_float() {
                Ok(by) if by < BLANK => self.blank(),
                Ok(_) => {}
                Err(_) => self.show(Some(part)),
            }
        }
    }
}

fn number(operands: &[Object], at: usize) -> Option<f32> {
    operands.get(at)?.as_float().ok()
}
