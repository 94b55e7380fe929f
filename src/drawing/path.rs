//! Rings as SVG path data (<https://www.w3.org/TR/SVG2/paths.html>) of whole numbers, as
//! short as they get: after the first point every step is relative.

use std::fmt::Write;

use super::Point;

/// Adds a ring to path data, its points rounded; adds nothing for one that has no three
/// points left.
pub(super) fn add(data: &mut String, ring: &[Point]) {
    let points = rounded(ring);
    let Some((first, rest)) = points.split_first().filter(|it| it.1.len() > 1) else {
        return;
    };
    let mut at = *first;
    // A string takes everything that is written to it.
    let _ = write!(data, "M{}", Pair(at));
    for (index, point) in rest.iter().enumerate() {
        let step = [point[0] - at[0], point[1] - at[1]];
        let joint = match index {
            0 => "l",
            _ if step[0] < 0 => "",
            _ => " ",
        };
        let _ = write!(data, "{joint}{}", Pair(step));
        at = *point;
    }
    data.push('z');
}

/// Whole points, none twice in a row.
#[expect(
    clippy::cast_possible_truncation,
    reason = "drawings are some thousand units wide"
)]
fn rounded(ring: &[Point]) -> Vec<[i32; 2]> {
    let mut points: Vec<[i32; 2]> =
        ring.iter().map(|it| it.map(|axis| axis.round() as i32)).collect();
    points.dedup();
    while points.len() > 1 && points.first() == points.last() {
        points.pop();
    }
    points
}

/// Two numbers with no more between them than is needed.
struct Pair([i32; 2]);

impl std::fmt::Display for Pair {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [x, y] = self.0;
        if y < 0 { write!(f, "{x}{y}") } else { write!(f, "{x} {y}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_relative_and_points_that_fall_together_go() {
        let mut data = String::new();
        add(&mut data, &[[1.2, 1.0], [9.0, 1.4], [9.3, 1.1], [9.0, 6.0], [1.0, 6.0]]);
        assert_eq!(data, "M1 1l8 0 0 5-8 0z");
        add(&mut data, &[[1.0, 1.0], [1.2, 1.2], [5.0, 1.0]]);
        assert_eq!(data, "M1 1l8 0 0 5-8 0z");
    }
}
