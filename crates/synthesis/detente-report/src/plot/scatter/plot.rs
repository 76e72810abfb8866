//! The square that points lie in: its frame, its steps, what is measured along it.

use super::axis::Axis;
use crate::plot::line::fitted;
use crate::plot::svg::escaped;

/// Where the square begins.
pub(super) const LEFT: i64 = 70;
/// How wide and high it is.
pub(super) const SIZE: i64 = 420;

/// A square between two scales.
pub(super) struct Plot {
    pub(super) top: i64,
    pub(super) x: Axis,
    pub(super) y: Axis,
}

impl Plot {
    /// Where a point lies in the picture.
    pub(super) fn at(&self, [x, y]: [i64; 2]) -> [i64; 2] {
        [LEFT + self.x.along(x), self.top + SIZE - self.y.along(y)]
    }

    /// The frame, its steps, and what is measured.
    pub(super) fn frame(&self, [along, up]: &[String; 2]) -> String {
        let (right, bottom) = (LEFT + SIZE, self.top + SIZE);
        let mut out = format!(
            "<rect x=\"{LEFT}\" y=\"{}\" width=\"{SIZE}\" height=\"{SIZE}\" fill=\"none\" stroke=\"#000000\"/>\n",
            self.top
        );
        for tick in self.x.ticks() {
            let x = LEFT + self.x.along(tick);
            out.push_str(&format!(
                "<line x1=\"{x}\" y1=\"{}\" x2=\"{x}\" y2=\"{bottom}\" stroke=\"#dddddd\"/>\n",
                self.top
            ));
            out.push_str(&format!(
                "<text x=\"{x}\" y=\"{}\" text-anchor=\"middle\">{}</text>\n",
                bottom + 16,
                signed(tick)
            ));
        }
        for tick in self.y.ticks() {
            let y = bottom - self.y.along(tick);
            out.push_str(&format!("<line x1=\"{LEFT}\" y1=\"{y}\" x2=\"{right}\" y2=\"{y}\" stroke=\"#dddddd\"/>\n"));
            out.push_str(&format!(
                "<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>\n",
                LEFT - 6,
                y + 4,
                signed(tick)
            ));
        }
        let middle = LEFT + SIZE / 2;
        for (row, line) in (0..).zip(fitted(along, 60).into_iter().take(2)) {
            let y = bottom + 36 + row * 16;
            out.push_str(&format!("<text x=\"{middle}\" y=\"{y}\" text-anchor=\"middle\">{}</text>\n", escaped(&line)));
        }
        let middle = self.top + SIZE / 2;
        for (row, line) in (0..).zip(fitted(up, 60).into_iter().take(1)) {
            let x = 24 + row * 16;
            out.push_str(&format!(
                "<text x=\"{x}\" y=\"{middle}\" text-anchor=\"middle\" transform=\"rotate(-90 {x} {middle})\">{}</text>\n",
                escaped(&line)
            ));
        }
        out
    }
}

/// With a true minus sign.
fn signed(number: i64) -> String {
    number.to_string().replace('-', "−")
}
