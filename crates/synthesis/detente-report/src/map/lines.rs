//! The line that parts units by status or party: how long it is, and where it runs.

use detente_base::{Decimal, Index};
use detente_territory::{Adjacency, Border, Shapes, shared_lines};

use super::layer::Layer;
use super::table::LineLength;

/// Borders at which a line runs.
fn parting<'b>(adjacency: &'b Adjacency, layer: &'b Layer) -> impl Iterator<Item = &'b Border> {
    adjacency.borders().iter().filter(|border| is_parted(border, layer))
}

fn is_parted(border: &Border, layer: &Layer) -> bool {
    layer.parts(border.a.position(), border.b.position())
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

/// Whose line runs along a border.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    /// Of the first package, or the only one.
    First,
    /// Of the second.
    Second,
    /// Of both.
    Both,
}

/// Whose line runs along a border; none where no line does.
fn whose(border: &Border, layers: &[Layer]) -> Option<Whose> {
    let of = |rank: usize| layers.get(rank).is_some_and(|layer| is_parted(border, layer));
    match (of(0), of(1)) {
        (true, true) => Some(Whose::Both),
        (true, false) => Some(Whose::First),
        (false, true) => Some(Whose::Second),
        (false, false) => None,
    }
}

/// Where lines run, in degrees, each with whose it is.
pub(super) fn courses(adjacency: &Adjacency, shapes: &Shapes, layers: &[Layer]) -> Vec<(Whose, Vec<(f64, f64)>)> {
    let of = |border: &Border| {
        let whose = whose(border, layers)?;
        Some(shared_lines(shapes, border.a, border.b).into_iter().map(move |line| (whose, line)).collect::<Vec<_>>())
    };
    adjacency.borders().iter().filter_map(of).flatten().collect()
}
