//! Shares beside each other, each with its interval.

use super::line::{AXIS, row, scale, words};
use super::part::Part;
use super::svg::{Canvas, along};

/// A share with its interval.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What it is the share of.
    pub label: String,
    /// The share.
    pub part: Part,
    /// The low end of its interval.
    pub low: Part,
    /// The high end.
    pub high: Part,
}

/// Shares beside each other, in the order given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bars {
    /// What the picture shows.
    pub title: String,
    /// What the shares are shares of, in a sentence or two.
    pub caption: String,
    /// The shares.
    pub bars: Vec<Bar>,
}

impl Bars {
    /// The picture as lines of at most [`TEXT_WIDTH`](super::TEXT_WIDTH) columns.
    pub fn text(&self) -> String {
        let mut text = words(&self.title);
        for bar in &self.bars {
            text.push_str(&row(&bar.label, &format!("{}  {}", cells(bar), bar.in_words())));
        }
        text.push_str(&scale());
        text.push_str(&words(&format!("█ the share, ▒ its interval. {}", self.caption)));
        text
    }

    /// The picture as an SVG document that stands alone: no font, style or image from elsewhere, black on white.
    pub fn svg(&self) -> String {
        let told = self.bars.iter().map(|bar| format!("{}: {}", bar.label, bar.in_words()));
        let mut canvas = Canvas::new(&self.title, &self.caption, told);
        for bar in &self.bars {
            let y = canvas.row(&bar.label, &bar.in_words());
            let (low, high) = (along(bar.low), along(bar.high));
            canvas.track(y);
            canvas.fill(along(Part::default()), along(bar.part), y, 16);
            canvas.line(low, y + 8, high, y + 8, 2);
            [low, high].into_iter().for_each(|x| canvas.line(x, y + 3, x, y + 13, 2));
        }
        canvas.finish("Bar: the share. Line with ends: its interval.")
    }
}

impl Bar {
    fn in_words(&self) -> String {
        format!("{} ({})", self.part.percent(), Part::between(self.low, self.high))
    }
}

/// Filled up to the low end, shaded where the interval lies. A share that is not nothing shows.
fn cells(bar: &Bar) -> String {
    let (low, part, high) = (bar.low.of(AXIS), bar.part.of(AXIS), bar.high.of(AXIS));
    let least = usize::from(Part::default() < bar.part);
    let cell = |at: usize| match at {
        at if at < low => '█',
        at if at < high.max(part).max(least) => '▒',
        _ => '·',
    };
    (0..AXIS).map(cell).collect()
}

#[cfg(test)]
mod tests {
    use super::{Bar, cells};
    use crate::Part;

    fn drawn(low: f64, part: f64, high: f64) -> String {
        let [low, part, high] = [low, part, high].map(Part::nearest);
        cells(&Bar { label: String::new(), part, low, high })
    }

    #[test]
    fn cells_are_full_shaded_and_empty() {
        assert_eq!(drawn(0.5, 0.55, 0.6), format!("{}{}{}", "█".repeat(18), "▒".repeat(4), "·".repeat(14)));
        assert_eq!(drawn(1.0, 1.0, 1.0), "█".repeat(36));
        assert_eq!(drawn(0.0, 0.0, 0.0), "·".repeat(36));
        assert!(drawn(0.0, 0.001, 0.01).starts_with('▒'));
    }
}
