//! The line between units of different status: how long it is, and where it runs.

use detente_base::{Decimal, Index};
use detente_territory::{Adjacency, Border, Shapes, shared_lines};

use super::layer::Layer;
use super::table::LineLength;

/// Borders at which the status changes. Where a unit is left open nothing is said.
fn changes<'b>(adjacency: &'b Adjacency, layer: &'b Layer) -> impl Iterator<Item = &'b Border> {
    adjacency.borders().iter().filter(|border| {
        let statuses = layer.status(border.a.position()).zip(layer.status(border.b.position()));
        statuses.is_some_and(|(a, b)| a != b)
    })
}

/// How long the line between units of different status is, by the table of neighbours.
///
/// # Units
/// Kilometres.
pub(super) fn line_length(adjacency: &Adjacency, layer: &Layer) -> LineLength {
    changes(adjacency, layer).fold(LineLength { km: Decimal::ZERO, unknown: 0 }, |line, border| LineLength {
        km: line.km + border.shared_km.unwrap_or_default(),
        unknown: line.unknown + usize::from(border.shared_km.is_none()),
    })
}

/// Where it runs, in degrees.
pub(super) fn line_course(adjacency: &Adjacency, shapes: &Shapes, layer: &Layer) -> Vec<Vec<(f64, f64)>> {
    changes(adjacency, layer).flat_map(|border| shared_lines(shapes, border.a, border.b)).collect()
}
