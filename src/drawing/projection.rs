//! From the globe to the plane, without distorting areas: a country's weight on a map of
//! counts is then that of its land. The radius of the globe is 1; down is positive.

use super::Point;
use crate::reference::outlines::Place;

/// The meridian in the middle of the map of the world. At 11° E its edge runs through the
/// Bering Strait and cuts no country but the last of the Aleutians.
pub(super) const MIDDLE: f64 = 11.0;

/// A projection.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Projection {
    /// Equal Earth, for the whole world.
    World,
    /// Lambert's azimuthal equal-area projection around a place, for a part of it.
    Around(Place),
}

impl Projection {
    /// Where a place lies.
    pub(super) fn point(self, place: Place) -> Point {
        match self {
            Self::World => equal_earth([place[0] - MIDDLE, place[1]]),
            Self::Around(middle) => azimuthal(place, middle),
        }
    }

    /// A place whose longitude lies within half a turn of the middle.
    pub(super) fn turned(self, place: Place) -> Place {
        let middle = match self {
            Self::World => MIDDLE,
            Self::Around(middle) => middle[0],
        };
        let turns = ((place[0] - middle) / 360.0).round();
        [place[0] - turns * 360.0, place[1]]
    }
}

/// Equal Earth: Šavrič, Patterson and Jenny, "The Equal Earth map projection", International
/// Journal of Geographical Information Science 33(3), 2019, equations 9 and 10.
fn equal_earth(place: Place) -> Point {
    const A: [f64; 4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];
    let root = 3.0_f64.sqrt() / 2.0;
    let [lon, lat] = place.map(f64::to_radians);
    let t = (root * lat.sin()).asin();
    let (t2, t6) = (t * t, t.powi(6));
    let slope = A[0] + 3.0 * A[1] * t2 + t6 * (7.0 * A[2] + 9.0 * A[3] * t2);
    [lon * t.cos() / (root * slope), -t * (A[0] + A[1] * t2 + t6 * (A[2] + A[3] * t2))]
}

/// Lambert's projection: Snyder, "Map Projections: A Working Manual", US Geological Survey
/// Professional Paper 1395, 1987, equations 22-4, 22-5 and 24-2.
fn azimuthal(place: Place, middle: Place) -> Point {
    let [lon, lat] = place.map(f64::to_radians);
    let [lon0, lat0] = middle.map(f64::to_radians);
    let away = (lon - lon0).cos();
    let near = lat0.sin() * lat.sin() + lat0.cos() * lat.cos() * away;
    let scale = (2.0 / (1.0 + near).max(1e-6)).sqrt();
    let up = lat0.cos() * lat.sin() - lat0.sin() * lat.cos() * away;
    [scale * lat.cos() * (lon - lon0).sin(), -scale * up]
}

/// The angle between two places as seen from the middle of the globe, in degrees.
pub(super) fn angle(a: Place, b: Place) -> f64 {
    let ([lon, lat], [lon0, lat0]) = (a.map(f64::to_radians), b.map(f64::to_radians));
    let cosine = lat.sin() * lat0.sin() + lat.cos() * lat0.cos() * (lon - lon0).cos();
    cosine.clamp(-1.0, 1.0).acos().to_degrees()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn area(projection: Projection, [lon, lat]: Place) -> f64 {
        let step = 1e-4;
        let p = |east: f64, north: f64| projection.point([lon + east, lat + north]);
        let (o, e, n) = (p(0.0, 0.0), p(step, 0.0), p(0.0, step));
        ((e[0] - o[0]) * (n[1] - o[1]) - (e[1] - o[1]) * (n[0] - o[0])).abs()
            / (step.to_radians().powi(2) * lat.to_radians().cos())
    }

    proptest! {
        #[test]
        fn areas_are_true(lon in -168.0..190.0, lat in -80.0..80.0) {
            prop_assert!((area(Projection::World, [lon, lat]) - 1.0).abs() < 1e-3);
            let around = Projection::Around([lon - 50.0, lat * 0.5]);
            prop_assert!((area(around, [lon, lat]) - 1.0).abs() < 1e-3);
        }
    }

    #[test]
    fn the_edge_of_the_world_is_where_the_paper_has_it() {
        let [x, _] = Projection::World.point([MIDDLE + 180.0, 0.0]);
        let [_, y] = Projection::World.point([MIDDLE, 90.0]);
        assert!((x - 2.706_629).abs() < 1e-5, "{x}");
        assert!((y + 1.317_362).abs() < 1e-5, "{y}");
    }

    #[test]
    fn a_quarter_of_the_globe_is_a_right_angle() {
        assert!((angle([0.0, 0.0], [90.0, 0.0]) - 90.0).abs() < 1e-9);
        assert!((angle([10.0, 50.0], [370.0, -40.0]) - 90.0).abs() < 1e-9);
    }
}
