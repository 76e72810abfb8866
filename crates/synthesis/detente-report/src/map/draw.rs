//! Units, lines, names and a scale, drawn.

use detente_base::Decimal;
use detente_territory::{Shape, Shapes, UnitIdx};

use super::label::{Label, label};
use super::layer::{Layer, Said};
use super::lines::Whose;
use super::pattern::{Extent, fill};
use super::project::{Place, Projection, tenths};
use super::table::{Row, UnitTable};
use crate::plot::escaped;

/// How a unit is filled: hatching by rank, and how much of the unit it speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Filled {
    pub(super) rank: usize,
    pub(super) extent: Extent,
}

/// How a unit is filled: by its status where there is a package, else by reported control on the date, of the party with the larger
/// part (of equals the first by id).
pub(super) fn filled(table: &UnitTable, row: &Row) -> Option<Filled> {
    if !table.layers.is_empty() {
        return match row.said.first() {
            Some(Said::Status(rank)) => Some(Filled { rank: *rank, extent: Extent::Whole }),
            _ => None,
        };
    }
    let held = row.control.iter().filter(|held| held.percent.is_some_and(|part| Decimal::ZERO < part));
    let most = held.reduce(|most, held| if most.percent < held.percent { held } else { most })?;
    let half = Decimal::from_thousandths(50_000);
    let extent = match most.percent {
        Some(percent) if percent < half => Extent::LessThanHalf,
        Some(Decimal::HUNDRED) => Extent::Whole,
        _ => Extent::HalfOrMore,
    };
    Some(Filled { rank: most.party, extent })
}

/// The units as areas.
pub(super) fn units(table: &UnitTable, shapes: &Shapes, projection: &Projection) -> String {
    let mut out = String::new();
    for row in &table.rows {
        let Some(shape) = shapes.get(row.unit) else { continue };
        let fill = filled(table, row).map_or_else(|| "#ffffff".to_owned(), |filled| fill(filled.rank, filled.extent));
        out.push_str(&format!(
            "<path d=\"{}\" fill=\"{fill}\" fill-rule=\"evenodd\" stroke=\"#555555\" stroke-width=\"0.5\" \
             stroke-linejoin=\"round\"><title>{}</title></path>\n",
            outline(shape, projection),
            escaped(&told(table, row)),
        ));
    }
    out
}

/// What a unit's area says to those who point at it or hear it.
fn told(table: &UnitTable, row: &Row) -> String {
    let control = row.control.iter().map(|held| {
        let part = held.percent.map_or_else(|| "a part".to_owned(), |part| format!("{part}%"));
        format!("{part} under the control of {}", table.party(held.party))
    });
    let statuses = table.layers.iter().zip(&row.said);
    let statuses = statuses.map(|(layer, said)| format!("{}: {}", layer.title, layer.in_words(*said)));
    std::iter::once(row.name.clone()).chain(control).chain(statuses).collect::<Vec<_>>().join("; ")
}

fn outline(shape: &Shape, projection: &Projection) -> String {
    let rings = shape.polygons().flatten();
    rings.map(|ring| path(&ring.iter().map(|point| projection.place(*point)).collect::<Vec<_>>(), true)).collect()
}

/// A line through places; those that fall on the place before are left out.
fn path(places: &[Place], closed: bool) -> String {
    let mut out = String::new();
    let mut last = String::new();
    for place in places {
        let here = format!("{},{}", tenths(place.x), tenths(place.y));
        if here != last {
            out.push(if out.is_empty() { 'M' } else { 'L' });
            out.push_str(&here);
            last = here;
        }
    }
    out + if closed { "Z" } else { "" }
}

/// A line on a page: solid, dashed on a light ground, or double, so that all three show over hatching and in black and white.
pub(super) fn stroked(course: &str, whose: Whose) -> String {
    let strokes: &[&str] = match whose {
        Whose::First => &["stroke=\"#000000\" stroke-width=\"2.2\""],
        Whose::Second => &[
            "stroke=\"#ffffff\" stroke-width=\"3.6\"",
            "stroke=\"#000000\" stroke-width=\"2.2\" stroke-dasharray=\"6 4\"",
        ],
        Whose::Both => &["stroke=\"#000000\" stroke-width=\"4.4\"", "stroke=\"#ffffff\" stroke-width=\"1.6\""],
    };
    let path = |stroke: &&str| format!("<path d=\"{course}\" fill=\"none\" {stroke} stroke-linejoin=\"round\"/>");
    strokes.iter().map(path).collect()
}

/// The lines of packages.
pub(super) fn lines(courses: &[(Whose, Vec<(f64, f64)>)], projection: &Projection) -> String {
    let mut out = String::new();
    for wanted in [Whose::Both, Whose::First, Whose::Second] {
        let of = courses.iter().filter(|(whose, _)| *whose == wanted);
        let places = of.map(|(_, line)| line.iter().map(|point| projection.place(*point)).collect::<Vec<_>>());
        let course: String = places.map(|places| path(&places, false)).collect();
        if !course.is_empty() {
            out.push_str(&stroked(&course, wanted));
            out.push('\n');
        }
    }
    out
}

/// The names of the units.
pub(super) fn names(table: &UnitTable, shapes: &Shapes, projection: &Projection) -> String {
    let all =
        table.rows.iter().enumerate().filter_map(|(number, row)| name(table, row, number + 1, shapes, projection));
    all.map(|label| written(&label)).collect()
}

fn name(table: &UnitTable, row: &Row, number: usize, shapes: &Shapes, projection: &Projection) -> Option<Label> {
    let rings = largest(row.unit, shapes, projection)?;
    label(&rings, &row.name, below(table, row).as_deref(), &number.to_string())
}

/// What stands below a name: the part that is controlled, that a unit is left open, or how two packages differ.
fn below(table: &UnitTable, row: &Row) -> Option<String> {
    if table.layers.is_empty() {
        let parts = row.control.iter().filter_map(|held| held.percent).filter(|part| *part < Decimal::HUNDRED);
        let parts: Vec<String> = parts.map(|part| format!("{part}%")).collect();
        return (!parts.is_empty()).then(|| parts.join(" · "));
    }
    match row.said.as_slice() {
        [Said::Open] => Some(Layer::in_brief(Said::Open)),
        [a, b] if a != b => Some(format!("{} → {}", Layer::in_brief(*a), Layer::in_brief(*b))),
        _ => None,
    }
}

/// The largest polygon of a unit, on the page.
fn largest(unit: UnitIdx, shapes: &Shapes, projection: &Projection) -> Option<Vec<Vec<Place>>> {
    let polygons = shapes.get(unit)?.polygons().map(|rings| {
        rings
            .iter()
            .map(|ring| ring.iter().map(|point| projection.place(*point)).collect())
            .collect::<Vec<Vec<Place>>>()
    });
    let size = |rings: &[Vec<Place>]| -> f64 {
        let ring = rings.first().map_or(&[][..], Vec::as_slice);
        ring.iter().zip(ring.iter().skip(1)).map(|(a, b)| a.x * b.y - b.x * a.y).sum::<f64>().abs()
    };
    polygons.reduce(|most, rings| if size(&most) < size(&rings) { rings } else { most })
}

fn written(label: &Label) -> String {
    let high: f64 = label.lines.iter().map(|_| label.size * 1.1).sum();
    let mut y = label.at.y - high / 2.0 + label.size * 0.85;
    let mut out = String::new();
    for line in &label.lines {
        out.push_str(&format!(
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\" text-anchor=\"middle\" stroke=\"#ffffff\" stroke-width=\"2.2\" \
             stroke-linejoin=\"round\" paint-order=\"stroke\">{}</text>\n",
            tenths(label.at.x),
            tenths(y),
            tenths(label.size),
            escaped(line)
        ));
        y += label.size * 1.1;
    }
    out
}

/// A round number of kilometres that is about a sixth of the width, and its length in points.
pub(super) fn scale_bar(projection: &Projection, width: f64) -> (String, f64) {
    const STEPS: [&str; 16] =
        ["0.1", "0.2", "0.5", "1", "2", "5", "10", "20", "50", "100", "200", "500", "1000", "2000", "5000", "10000"];
    let length = |km: &str| km.parse::<f64>().unwrap_or(1.0) * projection.scale;
    let found = STEPS.iter().rev().find(|km| length(km) <= width / 5.0).unwrap_or(&"0.1");
    (format!("{found} km"), length(found))
}

/// The points of all shapes.
pub(super) fn points(shapes: &Shapes) -> Vec<(f64, f64)> {
    shapes.iter().flat_map(|(_, shape)| shape.polygons().flatten().flatten().collect::<Vec<_>>()).collect()
}

/// How many hatchings a sheet uses.
pub(super) fn hatchings(table: &UnitTable) -> usize {
    let statuses = table.layers.iter().map(|layer| layer.statuses.len()).max();
    statuses.unwrap_or(table.parties.len())
}
