//! The map of the whole world.

use super::{
    Map, Point,
    clip::Frame,
    map::{self, Sheet},
    projection::{MIDDLE, Projection},
};
use crate::reference::outlines::{Land, Outlines, Place};

/// Units from left to right.
const WIDTH: f64 = 1000.0;
/// The latitudes at the upper and the lower edge: the north of Greenland, Cape Horn.
const EDGES: [f64; 2] = [83.7, -56.5];
/// The longitudes at the left and the right edge.
const SIDES: Frame = Frame { from: [MIDDLE - 180.0, -90.0], to: [MIDDLE + 180.0, 90.0] };

impl Map {
    /// The world in Equal Earth projection, without Antarctica.
    pub fn world(outlines: &Outlines) -> Self {
        let projection = Projection::World;
        let [top, bottom] = EDGES.map(|lat| projection.point([MIDDLE, lat])[1]);
        let [left, right] =
            [SIDES.from[0], SIDES.to[0]].map(|lon| projection.point([lon, 0.0])[0]);
        let shown = Frame { from: [left, top], to: [right, bottom] };
        let sheet = Sheet { projection, shown, width: WIDTH };
        map::draw(outlines, &sheet, |_| true, parts)
    }
}

/// The rings of a land, those that cross the edge of the map in a part on either side.
fn parts(land: &Land, arcs: &[Vec<Place>]) -> Vec<Vec<Place>> {
    let rings = land.rings.iter().map(|it| Outlines::walk(it, arcs));
    rings.flat_map(|ring| [0.0, -360.0, 360.0].map(|turn| part(&ring, turn))).collect()
}

fn part(ring: &[Place], turn: f64) -> Vec<Point> {
    SIDES.cut(ring.iter().map(|it| [it[0] + turn, it[1]]).collect())
}
