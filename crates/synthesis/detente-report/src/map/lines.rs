//! The line that parts units by status or party: how long it is, and where it runs.

use detente_base::{Decimal, Index};
use detente_territory::{Adjacency, Border, Shapes, shared_lines};

use super::layer::Layer;
use super::table::LineLength;

/// Borders at which a line runs.
fn parting<'b>(adjacency: &'b Adjacency, layer: &'b Layer) -> impl Iterator<Item = &'b Border> {
    adjacency.borders().iter().filter(|border| layer.parts(border.a.position(), border.b.position()))
}

/// How long the line is, by the table of neighbours.
///
/// # Units
/// Kilometres.
pub(super) fn line_length(adjacency: &Adjacency, layer: &Layer) -> LineLength {
    parting(adjacency, layer).fold(LineLength { km: Decimal::ZERO, unknown: 0 }, |line, border| LineLength {
        km: line.km + border.shared_km.unwrap_or_default(),
        unknown: line.unknown + usize::from(border.shared_km.is_none()),
    })
}

/// Where it runs, in degrees.
pub(super) fn line_course(adjacency: &Adjacency, shapes: &Shapes, layer: &Layer) -> Vec<Vec<(f64, f64)>> {
    parting(adjacency, layer).flat_map(|border| shared_lines(shapes, border.a, border.b)).collect()
}
