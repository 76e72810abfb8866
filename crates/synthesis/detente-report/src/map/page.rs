//! A page that is written from top to bottom.

use super::project::tenths;
use crate::plot::{escaped, fitted};

/// A4 upright, in points.
pub(super) const WIDTH: f64 = 595.0;
pub(super) const HEIGHT: f64 = 842.0;
pub(super) const MARGIN: f64 = 30.0;
/// How wide what is written is.
pub(super) const INNER: f64 = WIDTH - 2.0 * MARGIN;

/// How words stand on a page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    pub(super) size: f64,
    pub(super) bold: bool,
}

pub(super) const TITLE: Style = Style { size: 14.0, bold: true };
pub(super) const TEXT: Style = Style { size: 8.0, bold: false };
pub(super) const STRONG: Style = Style { size: 8.0, bold: true };
pub(super) const SMALL: Style = Style { size: 6.5, bold: false };

impl Style {
    pub(super) fn line(self) -> f64 {
        self.size * 1.25
    }

    /// How many letters of middling width fit across `width`.
    fn letters(self, width: f64) -> usize {
        let mut letters = 0;
        let mut used = 0.0;
        let one = self.size * if self.bold { 0.56 } else { 0.5 };
        while used + one <= width {
            used += one;
            letters += 1;
        }
        letters.max(1)
    }
}

/// A page.
pub(super) struct Page {
    body: String,
    /// How far down it is written.
    pub(super) y: f64,
}

impl Page {
    pub(super) fn new() -> Self {
        Self { body: String::new(), y: MARGIN }
    }

    /// Adds drawn elements as they are.
    pub(super) fn draw(&mut self, elements: &str) {
        self.body.push_str(elements);
    }

    /// Writes words at a place without going down.
    pub(super) fn at(&mut self, x: f64, y: f64, words: &str, style: Style, anchor: &str) {
        self.body.push_str(&format!(
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{}{}>{}</text>\n",
            tenths(x),
            tenths(y),
            tenths(style.size),
            if style.bold { " font-weight=\"bold\"" } else { "" },
            if anchor == "start" { String::new() } else { format!(" text-anchor=\"{anchor}\"") },
            escaped(words)
        ));
    }

    /// Writes a paragraph from `x` on, at most `width` wide, and goes down.
    pub(super) fn paragraph(&mut self, x: f64, width: f64, words: &str, style: Style) {
        for line in fitted(words, style.letters(width)) {
            self.y += style.line();
            self.at(x, self.y, &line, style, "start");
        }
    }

    /// How high a paragraph would be.
    pub(super) fn height_of(width: f64, words: &str, style: Style) -> f64 {
        fitted(words, style.letters(width)).iter().map(|_| style.line()).sum()
    }

    /// The document, a whole page. `head` holds its title and description.
    pub(super) fn finish(self, head: &str, definitions: &str) -> String {
        self.document(HEIGHT, "210mm", "297mm", head, definitions)
    }

    /// The document, only as high as it is written.
    pub(super) fn cropped(self, height: f64, head: &str, definitions: &str) -> String {
        let high = tenths(height);
        self.document(height, "595", &high, head, definitions)
    }

    fn document(self, height: f64, across: &str, down: &str, head: &str, definitions: &str) -> String {
        let high = tenths(height);
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{across}\" height=\"{down}\" \
             viewBox=\"0 0 595 {high}\" role=\"img\" aria-labelledby=\"title desc\" font-family=\"sans-serif\" fill=\"#000000\">\n\
             {head}<defs>\n{definitions}</defs>\n<rect width=\"595\" height=\"{high}\" fill=\"#ffffff\"/>\n{}</svg>\n",
            self.body
        )
    }
}
