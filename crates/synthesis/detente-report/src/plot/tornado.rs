//! How far each of several numbers moves a share.

use super::line::{AXIS, row, scale, words};
use super::part::Part;
use super::svg::{Canvas, along};

/// How far a number moves a share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The number.
    pub label: String,
    /// The share where the number is low.
    pub low: Part,
    /// The share where it is high.
    pub high: Part,
}

/// Numbers by how far they move a share, in the order given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tornado {
    /// What the picture shows.
    pub title: String,
    /// What low and high mean and what the share is of.
    pub caption: String,
    /// The share over everything.
    pub middle: Part,
    /// The numbers.
    pub spans: Vec<Span>,
}

impl Tornado {
    /// The picture as lines of at most [`TEXT_WIDTH`](super::TEXT_WIDTH) columns.
    pub fn text(&self) -> String {
        let mut text = words(&self.title);
        for span in &self.spans {
            text.push_str(&row(&span.label, &format!("{}  {}", self.cells(span), span.in_words())));
        }
        text.push_str(&scale());
        text.push_str(&words(&format!("○ low, ● high, ┃ over all: {}. {}", self.middle.percent(), self.caption)));
        text
    }

    /// The picture as an SVG document that stands alone: no font, style or image from elsewhere, black on white.
    pub fn svg(&self) -> String {
        let told = self.spans.iter().map(|span| format!("{}: {}", span.label, span.in_words()));
        let mut canvas = Canvas::new(&self.title, &self.caption, told);
        let middle = along(self.middle);
        for span in &self.spans {
            let y = canvas.row(&span.label, &span.in_words());
            canvas.track(y);
            let (low, high) = (along(span.low), along(span.high));
            canvas.fill(low.min(high), low.max(high), y + 5, 6);
            canvas.line(middle, y, middle, y + 16, 2);
            canvas.dot(low, y + 8, "#ffffff");
            canvas.dot(high, y + 8, "#000000");
        }
        let overall = self.middle.percent();
        canvas.finish(&format!(
            "White: where the number is low. Black: where it is high. Upright line: over all, {overall}."
        ))
    }

    fn cells(&self, span: &Span) -> String {
        let at = |part: Part| part.of(AXIS - 1);
        let (low, high, middle) = (at(span.low), at(span.high), at(self.middle));
        let cell = |place: usize| match place {
            place if place == low && place == high => '◉',
            place if place == low => '○',
            place if place == high => '●',
            place if place == middle => '┃',
            place if low.min(high) < place && place < low.max(high) => '━',
            _ => '·',
        };
        (0..AXIS).map(cell).collect()
    }
}

impl Span {
    fn in_words(&self) -> String {
        format!("{} → {}", self.low.percent(), self.high.percent())
    }
}

#[cfg(test)]
mod tests {
    use super::{Span, Tornado};
    use crate::Part;

    #[test]
    fn cells_show_both_ends_whichever_is_larger() {
        let tornado = Tornado { middle: Part::nearest(0.5), ..Tornado::default() };
        let drawn = |low: f64, high: f64| {
            tornado.cells(&Span { label: String::new(), low: Part::nearest(low), high: Part::nearest(high) })
        };
        let (up, down) = (drawn(0.25, 0.75), drawn(0.75, 0.25));
        assert!(up.find('○') < up.find('┃') && up.find('┃') < up.find('●'));
        assert!(down.find('●') < down.find('┃') && down.find('┃') < down.find('○'));
        assert_eq!((up.chars().count(), down.chars().count()), (36, 36));
        assert!(drawn(0.1, 0.1).contains('◉') && drawn(0.5, 0.5).contains('◉'));
    }
}
