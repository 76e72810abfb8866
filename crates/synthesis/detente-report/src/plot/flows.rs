//! Amounts over the years, what comes in above a line and what goes out below it.

use super::line::{fitted, row, words};
use super::svg::escaped;

/// Amounts over the years, a panel per series, all on one scale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flows {
    /// What the picture shows.
    pub title: String,
    /// What the amounts are, in a sentence or two.
    pub caption: String,
    /// The unit, as printed.
    pub unit: String,
    /// The first year.
    pub from: i64,
    /// The series, each with an amount per year.
    pub series: Vec<Series>,
}

/// A series of amounts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Series {
    /// Whose.
    pub label: String,
    /// Per year, in thousandths of the unit.
    pub amounts: Vec<i64>,
}

const STEPS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const WIDTH: usize = 800;
const LEFT: usize = 20;
const LONG: usize = 760;
const HALF: u128 = 40;
const LINE: usize = 18;

impl Flows {
    /// The picture as lines of at most [`TEXT_WIDTH`](super::TEXT_WIDTH) columns, for up to sixty years.
    pub fn text(&self) -> String {
        let most = self.most();
        let mut text = words(&self.title);
        for series in &self.series {
            let cells = |sign: i64| -> String {
                series.amounts.iter().map(|amount| cell(amount.saturating_mul(sign), most)).collect()
            };
            text.push_str(&row(&format!("{}, in", series.label), &cells(1)));
            if series.amounts.iter().any(|amount| *amount < 0) {
                text.push_str(&row("and out", &cells(-1)));
            }
        }
        let years = self.series.iter().map(|series| series.amounts.len()).max().unwrap_or(0);
        let last = self.from.saturating_add(i64::try_from(years).unwrap_or(1)) - 1;
        let scale = format!("{} to {last}, a column a year; █ is {} {}.", self.from, told(most), self.unit);
        text.push_str(&words(&format!("{scale} {}", self.caption)));
        text
    }

    /// The picture as an SVG document that stands alone: no font, style or image from elsewhere, black on white.
    pub fn svg(&self) -> String {
        let (most, mut body, mut y) = (self.most(), String::new(), 20);
        for line in fitted(&self.title, 72) {
            write(&mut body, LEFT, &mut y, &line, " font-weight=\"bold\" font-size=\"16\"");
        }
        for series in &self.series {
            y += LINE / 2;
            write(&mut body, LEFT, &mut y, &series.label, "");
            panel(&mut body, series, most, &mut y);
        }
        let years = self.series.iter().map(|series| series.amounts.len()).max().unwrap_or(0);
        let last = self.from.saturating_add(i64::try_from(years).unwrap_or(1)) - 1;
        let scale = format!(
            "{} to {last}, a bar a year: above the line what comes in, below it what goes out. The highest bar is {} {}.",
            self.from,
            told(most),
            self.unit
        );
        y += LINE / 2;
        for line in fitted(&scale, 90).into_iter().chain(fitted(&self.caption, 90)) {
            write(&mut body, LEFT, &mut y, &line, "");
        }
        let height = y + 20;
        let told: Vec<String> =
            [self.caption.clone()].into_iter().chain(self.series.iter().map(|of| self.in_words(of))).collect();
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" \
             height=\"{height}\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-labelledby=\"title desc\" \
             font-family=\"sans-serif\" font-size=\"13\">\n<title id=\"title\">{}</title>\n<desc id=\"desc\">{}</desc>\n\
             <rect width=\"{WIDTH}\" height=\"{height}\" fill=\"#ffffff\"/>\n{body}</svg>\n",
            escaped(&self.title),
            escaped(&told.join("\n")),
        )
    }

    /// Every amount in words, for those who hear the picture.
    fn in_words(&self, series: &Series) -> String {
        let years = series.amounts.iter().zip(self.from..).map(|(amount, year)| format!("{year}: {}", signed(*amount)));
        format!("{}, {}: {}", series.label, self.unit, years.collect::<Vec<_>>().join("; "))
    }

    fn most(&self) -> u64 {
        let all = self.series.iter().flat_map(|series| &series.amounts);
        all.map(|amount| amount.unsigned_abs()).max().unwrap_or(0)
    }
}

/// What is not nothing shows.
fn cell(amount: i64, most: u64) -> char {
    let Ok(amount) = u64::try_from(amount) else { return '·' };
    if amount == 0 || most == 0 {
        return '·';
    }
    let step = (u128::from(amount) * 8).div_ceil(u128::from(most)).clamp(1, 8) - 1;
    usize::try_from(step).ok().and_then(|step| STEPS.get(step)).copied().unwrap_or('█')
}

fn panel(body: &mut String, series: &Series, most: u64, y: &mut usize) {
    let half = usize::try_from(HALF).unwrap_or(40);
    let (line, years) = (*y + half, series.amounts.len().max(1));
    let wide = LONG / years;
    for (rank, amount) in series.amounts.iter().enumerate() {
        let high = (u128::from(amount.unsigned_abs()) * HALF).div_ceil(u128::from(most.max(1)));
        let high = usize::try_from(high).unwrap_or(0);
        let top = if *amount < 0 { line } else { line.saturating_sub(high) };
        let fill = if *amount < 0 { "#ffffff" } else { "#777777" };
        body.push_str(&format!(
            "<rect x=\"{}\" y=\"{top}\" width=\"{}\" height=\"{high}\" fill=\"{fill}\" stroke=\"#000000\"/>\n",
            LEFT + rank * wide + 1,
            wide.saturating_sub(2).max(1),
        ));
    }
    body.push_str(&format!(
        "<line x1=\"{LEFT}\" y1=\"{line}\" x2=\"{}\" y2=\"{line}\" stroke=\"#000000\" stroke-width=\"1\"/>\n",
        LEFT + LONG
    ));
    *y = line + half;
}

fn write(body: &mut String, x: usize, y: &mut usize, text: &str, more: &str) {
    body.push_str(&format!("<text x=\"{x}\" y=\"{}\"{more}>{}</text>\n", *y + LINE * 3 / 4, escaped(text)));
    *y += LINE;
}

/// Thousandths as a decimal, as short as it can be written.
fn told(thousandths: u64) -> String {
    let (whole, places) = (thousandths / 1000, thousandths % 1000);
    if places == 0 { whole.to_string() } else { format!("{whole}.{places:03}").trim_end_matches('0').to_owned() }
}

fn signed(thousandths: i64) -> String {
    let sign = if thousandths < 0 { "−" } else { "" };
    format!("{sign}{}", told(thousandths.unsigned_abs()))
}

#[cfg(test)]
mod tests {
    use super::{Flows, Series, cell};

    #[test]
    fn what_is_not_nothing_shows() {
        let drawn: String = [-5, 0, 1, 500, 1000].map(|amount| cell(amount, 1000)).into_iter().collect();
        assert_eq!(drawn, "··▁▄█");
        assert_eq!(cell(0, 0), '·');
    }

    #[test]
    fn a_picture_says_every_amount_in_words() {
        let series = vec![Series { label: "A & B".to_owned(), amounts: vec![-1500, 3000] }];
        let flows = Flows { unit: "million USD".to_owned(), from: 2030, series, ..Flows::default() };
        assert!(flows.svg().contains("A &amp; B, million USD: 2030: −1.5; 2031: 3"));
        assert!(flows.text().contains("A & B, in") && flows.text().contains("█ is 3 million USD"));
    }
}
