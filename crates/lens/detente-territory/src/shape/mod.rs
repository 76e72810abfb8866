//! The shapes of units: polygons in degrees on the WGS84 ellipsoid, as `GeoJSON` gives them.
//!
//! A shape says where a unit lies, how large it is and which are its neighbours. It never says whose it is: sources of maps disagree
//! about that, and change it; whatever a map file says of status is not read.

mod border;
mod check;
pub(crate) mod features;
pub(crate) mod measure;
mod read;

use detente_base::{Decimal, Index, Span};
use geo::MultiPolygon;

use crate::UnitIdx;

pub use border::{borders, shared_lines};
pub use read::{ShapesReading, read_shapes};

/// The path of the shapes in a case folder.
pub const SHAPES: &str = "territory/units.geojson";

/// The shapes of the units of one territory.
#[derive(Clone, Debug, Default)]
pub struct Shapes {
    rows: Vec<Option<Shape>>,
}

/// Where a unit lies.
#[derive(Clone, Debug)]
pub struct Shape {
    pub(crate) polygons: MultiPolygon<f64>,
    span: Span,
}

impl Shapes {
    pub(crate) fn none_of(units: usize) -> Self {
        Self { rows: vec![None; units] }
    }

    /// The shape of a unit, if it has one.
    pub fn get(&self, unit: UnitIdx) -> Option<&Shape> {
        self.rows.get(unit.position())?.as_ref()
    }

    /// Gives a unit its shape.
    pub(crate) fn set(&mut self, unit: UnitIdx, shape: Shape) {
        if let Some(row) = self.rows.get_mut(unit.position()) {
            *row = Some(shape);
        }
    }

    /// Units with their shapes, in order.
    pub fn iter(&self) -> impl Iterator<Item = (UnitIdx, &Shape)> {
        self.rows.iter().enumerate().filter_map(|(position, row)| Some((UnitIdx::new(position), row.as_ref()?)))
    }

    /// Whether no unit has a shape.
    pub fn is_empty(&self) -> bool {
        self.rows.iter().all(Option::is_none)
    }
}

impl Shape {
    pub(crate) fn new(polygons: MultiPolygon<f64>, span: Span) -> Self {
        Self { polygons, span }
    }

    /// Where it is written.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Its area on the WGS84 ellipsoid in square kilometres, rounded to 0.1.
    ///
    /// # Source
    /// \[Karney2013\], section 6. A ring that runs clockwise would be the Earth without the polygon; rings are turned first.
    pub fn km2(&self) -> Decimal {
        measure::area(&self.polygons)
    }

    /// Its polygons, each as rings of longitude and latitude in degrees: the outer one first, counter-clockwise, then holes,
    /// clockwise (RFC 7946). First and last point of a ring are the same.
    pub fn polygons(&self) -> impl Iterator<Item = Vec<Vec<(f64, f64)>>> {
        self.polygons.iter().map(|polygon| {
            let rings = std::iter::once(polygon.exterior()).chain(polygon.interiors());
            rings.map(|ring| ring.coords().map(|point| (point.x, point.y)).collect()).collect()
        })
    }
}
