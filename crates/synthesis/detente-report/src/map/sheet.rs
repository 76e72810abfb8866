//! The sheet: a page in A4 that stands alone, black on white.

use detente_territory::{Adjacency, Shapes, Territory};

use super::amount::{km2, percent_of, thousands};
use super::layer::{Layer, Said};
use super::legend::legend;
use super::page::{HEIGHT, INNER, MARGIN, Page, SMALL, STRONG, TEXT, TITLE};
use super::project::{Frame, Projection, tenths};
use super::table::{UnitTable, Whole};
use super::{draw, lines, pattern, rows};
use crate::plot::escaped;

/// What every sheet says besides its figures.
#[derive(Clone, Debug)]
pub struct Heading {
    /// The title of the case.
    pub case: String,
    /// The date of the case.
    pub as_of: Option<String>,
    /// SHA-256 over everything but estimates.
    pub hash: String,
    /// Who is heard in the sources, in a line.
    pub voices: String,
    /// The packages, as they were named.
    pub packages: Vec<String>,
}

/// What must be said where units are hatched of which a part is in question.
pub const ONLY_PARTS: &str = "Where a unit is controlled in part on the date, only that part is in question: \
     sums count it, the hatching covers the unit.";
/// The map is at most so high.
const MAP_HEIGHT: f64 = 320.0;

/// The map sheet as an SVG document that stands alone: no font, style or image from elsewhere.
///
/// # Cost
/// Linear in the points of the shapes, but for the places of names: a few hundred passes over each unit's largest polygon.
pub fn sheet(table: &UnitTable, territory: &Territory, shapes: &Shapes, heading: &Heading) -> String {
    let mut page = Page::new();
    head(&mut page, table, heading);
    map(&mut page, table, territory.adjacency.as_ref(), shapes);
    legend(&mut page, table);
    totals(&mut page, table);
    let foot = foot_height(table);
    rows::units(&mut page, table, HEIGHT - MARGIN - foot);
    foot_lines(&mut page, table, heading, foot);
    let told = format!("{}. {}", heading.case, subject(table, heading));
    let head = format!(
        "<title id=\"title\">Map: {}</title>\n<desc id=\"desc\">{}</desc>\n",
        escaped(&heading.case),
        escaped(&told)
    );
    page.finish(&head, &pattern::definitions(draw::hatchings(table)))
}

/// What the sheet shows, in a sentence.
fn subject(table: &UnitTable, heading: &Heading) -> String {
    match (heading.packages.as_slice(), table.date) {
        ([], Some(date)) => format!("Reported control as of {date}. No package is shown."),
        ([], None) => "Units. No control is on record and no package is shown.".to_owned(),
        ([one], _) => format!("What a package says of each unit: {}", spaced(one)),
        (many, _) => {
            let named = many.iter().zip(["A", "B"]).map(|(package, letter)| format!("{letter}: {}", spaced(package)));
            format!("Two packages beside each other. {}", named.collect::<Vec<_>>().join(" · "))
        }
    }
}

/// A package with room to break its line.
fn spaced(package: &str) -> String {
    package.split(',').map(str::trim).collect::<Vec<_>>().join(", ")
}

fn head(page: &mut Page, table: &UnitTable, heading: &Heading) {
    page.y = MARGIN - 4.0;
    page.paragraph(MARGIN, INNER, &format!("Map: {}", heading.case), TITLE);
    page.y += 3.0;
    let as_of = heading.as_of.as_ref().map_or_else(|| "without a date".to_owned(), |date| format!("as of {date}"));
    page.paragraph(MARGIN, INNER, &format!("Case {as_of} · working paper, not a proposal"), STRONG);
    page.paragraph(MARGIN, INNER, &subject(table, heading), TEXT);
    if let Some(date) = table.date.filter(|_| table.after_case && table.layers.is_empty()) {
        let words = format!("Control as of {date} is later than the case's own date: shown, and binding nothing.");
        page.paragraph(MARGIN, INNER, &words, TEXT);
    }
    page.y += 6.0;
}

pub(super) fn map(page: &mut Page, table: &UnitTable, adjacency: Option<&Adjacency>, shapes: &Shapes) {
    let frame = Frame { x: MARGIN, y: page.y, width: INNER, height: MAP_HEIGHT };
    let Some(projection) = Projection::fit(&draw::points(shapes), frame) else {
        page.paragraph(MARGIN, INNER, "No shapes of units are at hand: the figures below are all there is.", TEXT);
        return;
    };
    page.draw(&draw::units(table, shapes, &projection));
    let courses = adjacency.map_or_else(Vec::new, |adjacency| lines::courses(adjacency, shapes, &table.layers));
    page.draw(&draw::lines(&courses, &projection));
    page.draw(&draw::names(table, shapes, &projection));
    page.y += projection.height + 8.0;
    let (words, long) = draw::scale_bar(&projection, INNER);
    page.draw(&format!(
        "<path d=\"M{0},{1}v4h{2}v-4\" fill=\"none\" stroke=\"#000000\" stroke-width=\"1\"/>\n",
        tenths(MARGIN),
        tenths(page.y),
        tenths(long)
    ));
    let words = format!("{words} in the middle of the map · equal-area projection · a number is a unit's in the table");
    page.at(MARGIN + long + 6.0, page.y + 5.0, &words, SMALL, "start");
    page.y += 9.0;
}

/// What adds up: control as reported, beside what sources say of the whole; or what a package gives each status.
fn totals(page: &mut Page, table: &UnitTable) {
    page.y += 3.0;
    for line in total_lines(table) {
        page.paragraph(MARGIN, INNER, &line, TEXT);
    }
}

/// The totals in words.
fn total_lines(table: &UnitTable) -> Vec<String> {
    let mut lines = Vec::new();
    if table.layers.is_empty() {
        for (rank, ((_, name), sum)) in table.parties.iter().zip(&table.control).enumerate() {
            let part = percent_of(sum.km2, table.all.km2)
                .map_or_else(String::new, |part| format!(", {part}% of {}", km2(table.all.km2)));
            let units = units_of(sum.units);
            let sources = table.figures_of(rank);
            lines.push(format!("Sum over {units}, {name}: {}{part} ({sources}).", km2(sum.km2)));
        }
        lines.extend(table.whole.iter().map(of_whole));
    }
    if table.only_parts() {
        lines.push(ONLY_PARTS.to_owned());
    }
    for (layer, per_status) in table.layers.iter().zip(&table.per_status) {
        let parts = per_status.iter().map(|of| {
            let name = match of.said {
                Said::NotInQuestion => "not in question".to_owned(),
                said => Layer::in_brief(said),
            };
            let people = match of.sum.without_people {
                all if all == of.sum.units => "no figure of people".to_owned(),
                0 => format!("{} people", thousands(of.sum.people)),
                some => format!("{} people ({some} of its units without a figure)", thousands(of.sum.people)),
            };
            format!("{name}: {}, {}, {people}", units_of(of.sum.units), km2(of.sum.km2))
        });
        lines.push(format!("{} — {}.", layer.title, parts.collect::<Vec<_>>().join("; ")));
    }
    lines
}

fn units_of(count: usize) -> String {
    if count == 1 { "1 unit".to_owned() } else { format!("{count} units") }
}

fn of_whole(whole: &Whole) -> String {
    let mut amounts: Vec<String> = whole.percent.iter().map(|part| format!("{part}%")).collect();
    amounts.extend(whole.km2.map(km2));
    let on = whole.on.map_or_else(|| "date not given".to_owned(), |date| format!("as of {date}"));
    let source = whole.source.as_deref().unwrap_or("no source");
    let quote = whole.quote.as_ref().map_or_else(String::new, |quote| format!(": “{quote}”"));
    format!("For the whole, as {source} gives it, {}: {} ({on}){quote}", whole.party, amounts.join(", "))
}

fn foot_text(table: &UnitTable) -> Vec<String> {
    let sources = table.sources.iter().map(|(id, words)| format!("{id}: {words}"));
    let notes = [
        "An empty figure (–) is one without a public source at hand. Sums leave it out.".to_owned(),
        "Names and lines of a map say nothing of status, sovereignty or recognition.".to_owned(),
    ];
    let sources: Vec<String> = sources.collect();
    let told = if sources.is_empty() { Vec::new() } else { vec![format!("Sources. {}.", sources.join(" · "))] };
    notes.into_iter().chain(told).collect()
}

fn foot_height(table: &UnitTable) -> f64 {
    let lines: f64 = foot_text(table).iter().map(|words| Page::height_of(INNER, words, SMALL)).sum();
    lines + 3.0 * SMALL.line() + 8.0
}

fn foot_lines(page: &mut Page, table: &UnitTable, heading: &Heading, foot: f64) {
    page.y = page.y.max(HEIGHT - MARGIN - foot);
    page.draw(&format!(
        "<path d=\"M{},{}h{}\" stroke=\"#999999\" stroke-width=\"0.5\"/>\n",
        tenths(MARGIN),
        tenths(page.y + 4.0),
        tenths(INNER)
    ));
    page.y += 5.0;
    for words in foot_text(table) {
        page.paragraph(MARGIN, INNER, &words, SMALL);
    }
    page.paragraph(MARGIN, INNER, &heading.voices, SMALL);
    page.paragraph(MARGIN, INNER, &format!("Case hash {} · page 1/1 · holds no estimate", heading.hash), SMALL);
}
