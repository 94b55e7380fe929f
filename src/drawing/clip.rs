//! Rings cut to a box, by Sutherland and Hodgman ("Reentrant polygon clipping",
//! Communications of the ACM 17(1), 1974): one side of the box after the other.

use super::Point;

/// A box: its least and its greatest corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Frame {
    /// Left and top.
    pub(super) from: Point,
    /// Right and bottom.
    pub(super) to: Point,
}

impl Frame {
    /// The box around points; nothing around none.
    pub(super) fn around(points: impl IntoIterator<Item = Point>) -> Option<Self> {
        points.into_iter().map(|it| Self { from: it, to: it }).reduce(|a, b| Self {
            from: [0, 1].map(|axis| a.from[axis].min(b.from[axis])),
            to: [0, 1].map(|axis| a.to[axis].max(b.to[axis])),
        })
    }

    /// Whether a point lies in it.
    pub(super) fn holds(&self, point: Point) -> bool {
        [0, 1].iter().all(|it| self.from[*it] <= point[*it] && point[*it] <= self.to[*it])
    }

    /// The nearest point that lies in it.
    pub(super) fn nearest(&self, point: Point) -> Point {
        [0, 1].map(|axis| point[axis].clamp(self.from[axis], self.to[axis]))
    }

    /// Width and height.
    pub(super) fn size(&self) -> Point {
        [0, 1].map(|axis| self.to[axis] - self.from[axis])
    }

    /// What of a ring lies in it.
    pub(super) fn cut(&self, ring: Vec<Point>) -> Vec<Point> {
        if ring.iter().all(|it| self.holds(*it)) {
            return ring;
        }
        let sides = [(0, self.from[0], 1.0), (0, self.to[0], -1.0)];
        let sides =
            sides.into_iter().chain([(1, self.from[1], 1.0), (1, self.to[1], -1.0)]);
        sides.fold(ring, |ring, side| beyond(&ring, side))
    }
}

/// What of a ring lies on one side of a line: along an axis, beyond a value, in a direction.
fn beyond(ring: &[Point], (axis, value, direction): (usize, f64, f64)) -> Vec<Point> {
    let depth = |it: &Point| (it[axis] - value) * direction;
    let mut inside = Vec::with_capacity(ring.len());
    let before = ring.iter().cycle().skip(ring.len().saturating_sub(1));
    for (a, b) in before.zip(ring) {
        let (from, to) = (depth(a), depth(b));
        if (from < 0.0) != (to < 0.0) {
            let part = from / (from - to);
            let mut crossing = [0, 1].map(|it| a[it] + (b[it] - a[it]) * part);
            crossing[axis] = value;
            inside.push(crossing);
        }
        if to >= 0.0 {
            inside.push(*b);
        }
    }
    inside
}

/// The area of a ring.
pub(super) fn area(ring: &[Point]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    let twice: f64 = ring.iter().zip(next).map(|(a, b)| a[0] * b[1] - b[0] * a[1]).sum();
    (twice / 2.0).abs()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const UNIT: Frame = Frame { from: [0.0, 0.0], to: [10.0, 10.0] };

    proptest! {
        #[test]
        fn nothing_is_left_outside(
            ring in prop::collection::vec(prop::array::uniform2(-30.0..30.0), 0..30),
        ) {
            let cut = UNIT.cut(ring);
            prop_assert!(cut.iter().all(|it| UNIT.holds(*it)), "{:?}", cut);
        }
    }

    #[test]
    fn half_a_square_is_half_its_area() {
        let square = vec![[-5.0, 2.0], [5.0, 2.0], [5.0, 8.0], [-5.0, 8.0]];
        assert!((area(&UNIT.cut(square)) - 30.0).abs() < 1e-9);
    }
}
