//! Dots that lie on each other, moved apart by as little as it takes.

use super::{Point, clip::Frame};

/// How often dots are pushed; the Caribbean has room for all after a few dozen times.
const ROUNDS: usize = 200;

/// Moves dots until none is nearer to another than `gap`, or the rounds are over; none
/// leaves the frame. The result depends on their order alone.
pub(super) fn apart(dots: &mut [Point], gap: f64, frame: &Frame) {
    for _ in 0..ROUNDS {
        if !push(dots, gap, frame) {
            return;
        }
    }
}

/// Pushes every pair that is too near, and says whether there was one.
fn push(dots: &mut [Point], gap: f64, frame: &Frame) -> bool {
    let mut moved = false;
    for first in 0..dots.len() {
        for second in first + 1..dots.len() {
            let (a, b) = (dots[first], dots[second]);
            let (dx, dy) = (b[0] - a[0], b[1] - a[1]);
            let distance = dx.hypot(dy);
            if distance >= gap {
                continue;
            }
            // Two dots on one point part sideways.
            let direction =
                if distance > 0.0 { [dx / distance, dy / distance] } else { [1.0, 0.0] };
            let half = (gap - distance) / 2.0 + 0.01;
            let step = direction.map(|it| it * half);
            dots[first] = frame.nearest([a[0] - step[0], a[1] - step[1]]);
            dots[second] = frame.nearest([b[0] + step[0], b[1] + step[1]]);
            moved = true;
        }
    }
    moved
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const FRAME: Frame = Frame { from: [0.0, 0.0], to: [200.0, 100.0] };

    proptest! {
        #[test]
        fn dots_part_and_stay_in_the_frame(
            mut dots in prop::collection::vec((0.0..200.0, 0.0..100.0), 0..30)
                .prop_map(|it| it.into_iter().map(|(x, y)| [x, y]).collect::<Vec<Point>>()),
        ) {
            apart(&mut dots, 8.0, &FRAME);
            prop_assert!(dots.iter().all(|it| FRAME.holds(*it)));
            for (at, a) in dots.iter().enumerate() {
                for b in &dots[at + 1..] {
                    let distance = (a[0] - b[0]).hypot(a[1] - b[1]);
                    prop_assert!(distance > 7.0, "{:?} {:?}", a, b);
                }
            }
        }
    }
}
