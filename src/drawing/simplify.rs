//! Lines with fewer points, by Douglas and Peucker ("Algorithms for the reduction of the
//! number of points required to represent a digitized line or its caricature", The Canadian
//! Cartographer 10(2), 1973): what is left out lies within a tolerance of what stays.

use super::Point;

/// Which points of a line stay, in order; always the first and the last.
pub(super) fn kept(line: &[Point], tolerance: f64) -> Vec<usize> {
    let last = line.len().saturating_sub(1);
    let mut stays = vec![false; line.len()];
    for end in [0, last] {
        stays.iter_mut().skip(end).take(1).for_each(|it| *it = true);
    }
    let mut open = vec![(0, last)];
    while let Some((from, to)) = open.pop() {
        if let Some(at) = farthest(line, from, to, tolerance) {
            stays[at] = true;
            open.extend([(from, at), (at, to)]);
        }
    }
    (0..line.len()).filter(|at| stays[*at]).collect()
}

/// The point between two that is farthest from the line through them, if beyond tolerance.
fn farthest(line: &[Point], from: usize, to: usize, tolerance: f64) -> Option<usize> {
    let between = (from + 1..to).map(|at| (at, distance(line[at], line[from], line[to])));
    let far = between.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))?;
    (far.1 > tolerance).then_some(far.0)
}

/// From a point to the nearest one of a line between two others.
fn distance(point: Point, from: Point, to: Point) -> f64 {
    let (dx, dy) = (to[0] - from[0], to[1] - from[1]);
    let (px, py) = (point[0] - from[0], point[1] - from[1]);
    let length = dx * dx + dy * dy;
    let part =
        if length > 0.0 { ((px * dx + py * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
    (px - part * dx).hypot(py - part * dy)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_goes_was_near_what_stays(
            line in prop::collection::vec(prop::array::uniform2(-50.0..50.0), 0..40),
            tolerance in 0.1..20.0,
        ) {
            let stays = kept(&line, tolerance);
            prop_assert_eq!(stays.first().copied(), (!line.is_empty()).then_some(0));
            prop_assert_eq!(stays.last().copied(), line.len().checked_sub(1));
            for pair in stays.windows(2) {
                for at in pair[0]..pair[1] {
                    let off = distance(line[at], line[pair[0]], line[pair[1]]);
                    prop_assert!(off <= tolerance, "{} is {} off", at, off);
                }
            }
        }
    }
}
