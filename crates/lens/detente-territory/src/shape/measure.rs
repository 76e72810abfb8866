//! Areas and lengths on the WGS84 ellipsoid.

use detente_base::Decimal;
use geo::orient::{Direction, Orient};
use geo::{Coord, Distance, Geodesic, GeodesicArea, MultiPolygon, Point};

/// Square metres in a square kilometre.
const KM2: f64 = 1_000_000.0;

/// Kilometres in a degree of latitude, near enough to tell what is close by.
pub(crate) const KM_PER_DEGREE: f64 = 111.32;

/// Square kilometres, rounded to 0.1.
pub(crate) fn area(polygons: &MultiPolygon<f64>) -> Decimal {
    rounded(km2(polygons))
}

/// Square kilometres.
pub(crate) fn km2(polygons: &MultiPolygon<f64>) -> f64 {
    // Of a ring that runs clockwise the Earth without it would be measured: what comes out of an intersection or a union may run so.
    polygons.orient(Direction::Default).geodesic_area_unsigned() / KM2
}

/// Kilometres between two points in degrees.
pub(crate) fn km(a: Coord<f64>, b: Coord<f64>) -> f64 {
    Geodesic.distance(Point::from(a), Point::from(b)) / 1000.0
}

/// A measure rounded to one place, where platforms no longer differ.
pub(crate) fn rounded(number: f64) -> Decimal {
    format!("{number:.1}").parse().unwrap_or_default()
}
