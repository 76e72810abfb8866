//! Pieces of a picture made of lines.
//!
//! Only whole coordinates and a handful of elements, written by hand: the same bytes everywhere, and nothing that a reader of SVG might
//! fetch. What the picture shows stands in its `title` and `desc` too, for those who hear it.

use super::line::fitted;
use super::part::Part;

const WIDTH: usize = 800;
const MARGIN: usize = 20;
const LINE: usize = 18;

/// Where the axis begins, and how long it is.
const AXIS_FROM: usize = MARGIN;
const AXIS_LONG: usize = 540;

/// Characters of a line across the picture: at this size of letters wide ones fit too.
const LETTERS: usize = 90;

/// Where a part lies along the axis.
pub(super) fn along(part: Part) -> usize {
    AXIS_FROM + part.of(AXIS_LONG)
}

/// A picture that grows downwards.
pub(super) struct Canvas {
    head: String,
    body: String,
    caption: String,
    y: usize,
}

impl Canvas {
    /// A picture with its title; `told` says every row in words.
    pub(super) fn new(title: &str, caption: &str, told: impl Iterator<Item = String>) -> Self {
        let told: Vec<String> = std::iter::once(caption.to_owned()).chain(told).collect();
        let head = format!(
            "<title id=\"title\">{}</title>\n<desc id=\"desc\">{}</desc>\n",
            escaped(title),
            escaped(&told.join("\n"))
        );
        let mut canvas = Self { head, body: String::new(), caption: caption.to_owned(), y: MARGIN };
        for line in fitted(title, LETTERS * 4 / 5) {
            canvas.text(AXIS_FROM, &line, " font-weight=\"bold\" font-size=\"16\"");
        }
        canvas
    }

    /// Begins a row: its label above, its words beside; returns where its bar begins, 16 high.
    pub(super) fn row(&mut self, label: &str, words: &str) -> usize {
        self.y += LINE / 2;
        for line in fitted(label, LETTERS) {
            self.text(AXIS_FROM, &line, "");
        }
        let y = self.y + 4;
        self.y = y;
        self.text(AXIS_FROM + AXIS_LONG + 12, words, "");
        self.y = y + LINE;
        y
    }

    /// The ground a bar stands on.
    pub(super) fn track(&mut self, y: usize) {
        self.body.push_str(&format!(
            "<rect x=\"{AXIS_FROM}\" y=\"{y}\" width=\"{AXIS_LONG}\" height=\"16\" fill=\"#ffffff\" stroke=\"#999999\"/>\n"
        ));
    }

    pub(super) fn fill(&mut self, from: usize, to: usize, y: usize, height: usize) {
        let width = to.saturating_sub(from);
        self.body.push_str(&format!(
            "<rect x=\"{from}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"#777777\"/>\n"
        ));
    }

    pub(super) fn line(&mut self, x1: usize, y1: usize, x2: usize, y2: usize, width: usize) {
        self.body.push_str(&format!(
            "<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" stroke=\"#000000\" stroke-width=\"{width}\"/>\n"
        ));
    }

    pub(super) fn dot(&mut self, x: usize, y: usize, colour: &str) {
        self.body.push_str(&format!(
            "<circle cx=\"{x}\" cy=\"{y}\" r=\"6\" fill=\"{colour}\" stroke=\"#000000\" stroke-width=\"2\"/>\n"
        ));
    }

    /// The document, with its scale, what the signs mean and the caption.
    pub(super) fn finish(mut self, signs: &str) -> String {
        self.y += LINE / 4;
        let scale = self.y;
        for (percent, anchor) in [(0, "start"), (50, "middle"), (100, "end")] {
            self.y = scale;
            let x = AXIS_FROM + AXIS_LONG * percent / 100;
            self.text(x, &format!("{percent}%"), &format!(" text-anchor=\"{anchor}\""));
        }
        self.y += LINE / 2;
        let caption = std::mem::take(&mut self.caption);
        for line in fitted(signs, LETTERS).into_iter().chain(fitted(&caption, LETTERS)) {
            self.text(AXIS_FROM, &line, "");
        }
        let height = self.y + MARGIN;
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" \
             height=\"{height}\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-labelledby=\"title desc\" \
             font-family=\"sans-serif\" font-size=\"13\">\n{}<rect width=\"{WIDTH}\" height=\"{height}\" fill=\"#ffffff\"/>\n{}</svg>\n",
            self.head, self.body
        )
    }

    fn text(&mut self, x: usize, words: &str, more: &str) {
        let y = self.y + LINE * 3 / 4;
        self.body.push_str(&format!("<text x=\"{x}\" y=\"{y}\"{more}>{}</text>\n", escaped(words)));
        self.y += LINE;
    }
}

/// Text as it may stand in an element: XML has no place for most control characters.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\n' | '\t' => out.push(letter),
            letter if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_means_something_in_xml_does_not_get_through() {
        assert_eq!(escaped("a<b & \"c\">\u{1}\u{ffff}\n"), "a&lt;b &amp; \"c\"&gt;\u{fffd}\u{fffd}\n");
    }
}
