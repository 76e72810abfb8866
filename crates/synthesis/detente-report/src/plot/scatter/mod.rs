//! Points between two scales, some of them marked and numbered.

mod axis;
mod plot;

use axis::Axis;
use plot::{LEFT, Plot, SIZE};

use super::line::fitted;
use super::svg::escaped;

/// Points between two scales. Nothing is said by colour: what is marked differs by shape, and each mark has a number of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scatter {
    /// What the picture shows.
    pub title: String,
    /// What it rests on, in a sentence or two.
    pub caption: String,
    /// What is measured along the picture, then upwards.
    pub axes: [String; 2],
    /// What the points are that are not marked.
    pub ground: String,
    /// Their places.
    pub points: Vec<[i64; 2]>,
    /// What is marked.
    pub marks: Vec<Mark>,
    /// What a full and what a crossed mark means.
    pub means: [String; 2],
}

/// A marked point.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// What is marked.
    pub label: String,
    /// Where.
    pub at: [i64; 2],
    /// Whether its mark is full; crossed where it is not.
    pub full: bool,
}

const WIDTH: usize = 800;
const MARGIN: usize = 20;
const LINE: usize = 18;
/// Where the list of what is marked stands, and how many letters fit in a line of it.
const LIST: usize = 520;
const LETTERS: usize = 34;
/// As many marks as are listed beside the picture; all are told in its description.
const MOST_LISTED: usize = 20;
/// A width and a height of one digit of a label.
const DIGIT: i64 = 8;
const HIGH: i64 = 12;

impl Scatter {
    /// The picture as an SVG document that stands alone: no font, style or image from elsewhere, black on white.
    pub fn svg(&self) -> String {
        let title: Vec<String> = fitted(&self.title, 72);
        let top = i64::try_from(MARGIN + title.len() * LINE + LINE).unwrap_or(LEFT);
        let [x, y] = [0, 1].map(|axis| Axis::of(self.values(axis)));
        let plot = Plot { top, x, y };
        let mut body = String::new();
        for (row, line) in title.iter().enumerate() {
            let y = MARGIN + LINE * row + LINE * 3 / 4;
            body.push_str(&format!(
                "<text x=\"{MARGIN}\" y=\"{y}\" font-weight=\"bold\" font-size=\"16\">{}</text>\n",
                escaped(line)
            ));
        }
        body.push_str(&plot.frame(&self.axes));
        for point in &self.points {
            let [x, y] = plot.at(*point);
            body.push_str(&format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"4\" fill=\"#ffffff\" stroke=\"#666666\"/>\n"));
        }
        body.push_str(&self.marked(&plot));
        let (list, low) = self.listed(usize::try_from(top).unwrap_or(MARGIN));
        body.push_str(&list);
        let mut y = low.max(usize::try_from(top + SIZE).unwrap_or_default() + LINE * 4);
        for line in fitted(&self.caption, 100) {
            body.push_str(&format!("<text x=\"{MARGIN}\" y=\"{y}\">{}</text>\n", escaped(&line)));
            y += LINE;
        }
        let height = y + MARGIN;
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" \
             height=\"{height}\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-labelledby=\"title desc\" \
             font-family=\"sans-serif\" font-size=\"13\">\n<title id=\"title\">{}</title>\n<desc id=\"desc\">{}</desc>\n\
             <rect width=\"{WIDTH}\" height=\"{height}\" fill=\"#ffffff\"/>\n{body}</svg>\n",
            escaped(&self.title),
            escaped(&self.told())
        )
    }

    fn values(&self, axis: usize) -> impl Iterator<Item = i64> {
        let marks = self.marks.iter().map(|mark| mark.at);
        self.points.iter().copied().chain(marks).filter_map(move |at| at.get(axis).copied())
    }

    /// The whole picture in words.
    fn told(&self) -> String {
        let [x, y] = &self.axes;
        let [full, crossed] = &self.means;
        let mark = |(rank, mark): (usize, &Mark)| {
            let means = if mark.full { full } else { crossed };
            format!("{}. {}: {} and {}; {means}", rank + 1, mark.label, mark.at[0], mark.at[1])
        };
        let point = |at: &[i64; 2]| format!("{} and {}", at[0], at[1]);
        let points: Vec<String> = self.points.iter().map(point).collect();
        let lines = [self.caption.clone(), format!("Along: {x}; upwards: {y}.")];
        let marks = self.marks.iter().enumerate().map(mark);
        let ground = format!("{}: {}", self.ground, points.join("; "));
        lines.into_iter().chain(marks).chain([ground]).collect::<Vec<_>>().join("\n")
    }

    /// Marks, each with the numbers of all that stand at its place, where no other number stands.
    fn marked(&self, plot: &Plot) -> String {
        let mut groups: Vec<([i64; 2], bool, Vec<String>)> = Vec::new();
        for (rank, mark) in self.marks.iter().enumerate() {
            let number = (rank + 1).to_string();
            match groups.iter_mut().find(|(at, full, _)| *at == mark.at && *full == mark.full) {
                Some((.., numbers)) => numbers.push(number),
                None => groups.push((mark.at, mark.full, vec![number])),
            }
        }
        let mut out = String::new();
        let mut taken: Vec<[i64; 4]> = groups.iter().map(|(at, ..)| boxed(plot.at(*at), [12, 12])).collect();
        for (at, full, numbers) in &groups {
            let [x, y] = plot.at(*at);
            out.push_str(&if *full { disc(x, y) } else { cross(x, y) });
            let words = numbers.join(", ");
            let wide = DIGIT * i64::try_from(words.len()).unwrap_or(1);
            let places = [(9, -3), (-9 - wide, -3), (-wide / 2, -10), (-wide / 2, 20), (9, 14), (-9 - wide, 14)];
            let boxes = places.map(|(dx, dy)| [x + dx, y + dy - HIGH, x + dx + wide, y + dy]);
            let free = boxes.iter().find(|place| !taken.iter().any(|other| overlap(place, other)));
            let [left, _, _, bottom] = *free.unwrap_or(&boxes[0]);
            taken.push([left, bottom - HIGH, left + wide, bottom]);
            out.push_str(&format!(
                "<text x=\"{left}\" y=\"{bottom}\" font-weight=\"bold\">{}</text>\n",
                escaped(&words)
            ));
        }
        out
    }

    /// What the signs mean and what is marked, and where that list ends.
    fn listed(&self, top: usize) -> (String, usize) {
        let mut out = String::new();
        let mut y = top;
        let [full, crossed] = &self.means;
        let x = i64::try_from(LIST).unwrap_or(LEFT) + 6;
        let signs = [
            (self.marks.iter().any(|mark| mark.full), full, 0),
            (self.marks.iter().any(|mark| !mark.full), crossed, 1),
            (!self.points.is_empty(), &self.ground, 2),
        ];
        for (_, words, sign) in signs.into_iter().filter(|(shown, ..)| *shown) {
            let at = i64::try_from(y).unwrap_or(LEFT);
            out.push_str(&match sign {
                0 => disc(x, at),
                1 => cross(x, at),
                _ => format!("<circle cx=\"{x}\" cy=\"{at}\" r=\"4\" fill=\"#ffffff\" stroke=\"#666666\"/>\n"),
            });
            y = lines(&mut out, words, LIST + 20, y);
        }
        y += LINE / 2;
        for (rank, mark) in self.marks.iter().enumerate().take(MOST_LISTED) {
            y = lines(&mut out, &format!("{}  {}", rank + 1, mark.label), LIST, y);
        }
        if let Some(more) = self.marks.len().checked_sub(MOST_LISTED).filter(|more| 0 < *more) {
            y = lines(&mut out, &format!("and {more} more, as in the table"), LIST, y);
        }
        (out, y + LINE)
    }
}

/// Words in lines from `x` on; returns where the next may stand.
fn lines(out: &mut String, words: &str, x: usize, mut y: usize) -> usize {
    for line in fitted(words, LETTERS) {
        out.push_str(&format!("<text x=\"{x}\" y=\"{}\">{}</text>\n", y + 4, escaped(&line)));
        y += LINE;
    }
    y
}

fn disc(x: i64, y: i64) -> String {
    format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"5\" fill=\"#000000\"/>\n")
}

fn cross(x: i64, y: i64) -> String {
    format!(
        "<path d=\"M{} {}L{} {}M{} {}L{} {}\" stroke=\"#000000\" stroke-width=\"2\" fill=\"none\"/>\n",
        x - 5,
        y - 5,
        x + 5,
        y + 5,
        x - 5,
        y + 5,
        x + 5,
        y - 5
    )
}

fn boxed([x, y]: [i64; 2], [wide, high]: [i64; 2]) -> [i64; 4] {
    [x - wide / 2, y - high / 2, x + wide / 2, y + high / 2]
}

fn overlap(a: &[i64; 4], b: &[i64; 4]) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}
