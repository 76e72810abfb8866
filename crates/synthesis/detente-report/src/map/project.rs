//! Degrees to places on a page: Lambert's azimuthal equal-area projection of a sphere, touching it in the middle of the map.
//!
//! Equal areas on the ground are equal areas on paper, which is what a map that is read by its hatching must keep. A sphere of the
//! ellipsoid's area is near enough for a page. Sine and cosine are those of `libm`, the same on every platform, and places are
//! written to a tenth of a point.
//!
//! # Source
//! \[Snyder1987, p. 185\], equations 24-2 to 24-4.

use libm::{cos, sin};

/// Radius of the sphere as large as the WGS84 ellipsoid, km.
const RADIUS: f64 = 6371.0072;

/// A place on the page, in points: x to the right, y down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    pub(super) x: f64,
    pub(super) y: f64,
}

/// A box on the page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// How degrees become places.
#[derive(Clone, Copy, Debug)]
pub(super) struct Projection {
    /// Longitude and latitude of the middle, in radians.
    middle: (f64, f64),
    /// Points per kilometre, near the middle.
    pub(super) scale: f64,
    offset: Place,
    /// The height that the map takes.
    pub(super) height: f64,
}

impl Projection {
    /// Fits `points`, in degrees, into the width of a frame and at most its height; the map begins at the top.
    pub(super) fn fit(points: &[(f64, f64)], frame: Frame) -> Option<Self> {
        let (west, east) = extent(points.iter().map(|point| point.0))?;
        let (south, north) = extent(points.iter().map(|point| point.1))?;
        let middle = (f64::midpoint(west, east).to_radians(), f64::midpoint(south, north).to_radians());
        let plain = Self { middle, scale: 1.0, offset: Place { x: 0.0, y: 0.0 }, height: 0.0 };
        let places: Vec<Place> = points.iter().map(|point| plain.place(*point)).collect();
        let (left, right) = extent(places.iter().map(|place| place.x))?;
        let (top, bottom) = extent(places.iter().map(|place| place.y))?;
        let size = |from: f64, to: f64| (to - from).max(f64::MIN_POSITIVE);
        let scale = (frame.width / size(left, right)).min(frame.height / size(top, bottom));
        let width = size(left, right) * scale;
        let offset = Place { x: frame.x + (frame.width - width) / 2.0 - left * scale, y: frame.y - top * scale };
        Some(Self { middle, scale, offset, height: size(top, bottom) * scale })
    }

    /// Where a point, in degrees, lies on the page.
    pub(super) fn place(&self, (longitude, latitude): (f64, f64)) -> Place {
        let (longitude, latitude) = (longitude.to_radians(), latitude.to_radians());
        let turned = longitude - self.middle.0;
        let (sin_here, cos_here) = (sin(latitude), cos(latitude));
        let (sin_middle, cos_middle) = (sin(self.middle.1), cos(self.middle.1));
        // Nothing on a map of units is near the point opposite to its middle, where this would be nothing.
        let across = 1.0 + sin_middle * sin_here + cos_middle * cos_here * cos(turned);
        let stretch = RADIUS * (2.0 / across.max(1e-9)).sqrt();
        let x = stretch * cos_here * sin(turned);
        let y = stretch * (cos_middle * sin_here - sin_middle * cos_here * cos(turned));
        Place { x: self.offset.x + x * self.scale, y: self.offset.y - y * self.scale }
    }
}

fn extent(numbers: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    numbers.fold(None, |found: Option<(f64, f64)>, number| {
        Some(found.map_or((number, number), |(least, most)| (least.min(number), most.max(number))))
    })
}

/// A coordinate as it is written: to a tenth, without a sign before nothing.
pub(super) fn tenths(number: f64) -> String {
    let text = format!("{number:.1}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Frame = Frame { x: 10.0, y: 20.0, width: 200.0, height: 100.0 };

    fn area(ring: &[Place]) -> f64 {
        let twice: f64 = ring.iter().zip(ring.iter().cycle().skip(1)).map(|(a, b)| a.x * b.y - b.x * a.y).sum();
        (twice / 2.0).abs()
    }

    #[test]
    fn the_map_fills_its_frame_and_no_more() {
        let points = [(20.0, 40.0), (40.0, 40.0), (40.0, 50.0), (20.0, 50.0), (30.0, 45.0)];
        let projection = Projection::fit(&points, FRAME).expect("points");
        for point in points {
            let place = projection.place(point);
            assert!((9.99..=210.01).contains(&place.x) && (19.99..=120.01).contains(&place.y), "{place:?}");
        }
        assert!(projection.height <= 100.01);
        assert!(Projection::fit(&[], FRAME).is_none());
    }

    #[test]
    fn equal_areas_stay_equal() {
        let points = [(-30.0, 30.0), (30.0, 70.0)];
        let projection = Projection::fit(&points, FRAME).expect("points");
        // A cell between two latitudes is as large wherever it lies along them; edges are cut fine.
        let cell = |west: f64, south: f64| {
            let steps: Vec<f64> = (0..=100).map(|step| f64::from(step) / 100.0).collect();
            let up = steps.iter().map(|step| (west + 2.0, south + 2.0 * step));
            let down = steps.iter().rev().map(|step| (west, south + 2.0 * step));
            let east = steps.iter().map(|step| (west + 2.0 * step, south));
            let back = steps.iter().rev().map(|step| (west + 2.0 * step, south + 2.0));
            area(&east.chain(up).chain(back).chain(down).map(|point| projection.place(point)).collect::<Vec<_>>())
        };
        let sphere = |south: f64| {
            let band = sin((south + 2.0).to_radians()) - sin(south.to_radians());
            RADIUS * RADIUS * 2.0_f64.to_radians() * band * projection.scale * projection.scale
        };
        for (west, south) in [(-30.0, 30.0), (0.0, 50.0), (28.0, 66.0)] {
            let part = cell(west, south) / sphere(south);
            assert!((part - 1.0).abs() < 1e-4, "{west} {south}: {part}");
        }
    }

    #[test]
    fn tenths_have_one_form() {
        assert_eq!([0.04, -0.04, 1.0, 12.34, -3.25].map(tenths), ["0", "0", "1", "12.3", "-3.2"]);
    }
}
