//! Days on a line: as far from each other as they are in time, but never so near that their
//! dots touch.

/// The length of a line.
pub const LENGTH: f64 = 1000.0;

/// Days with their places on a line from 0 to [`LENGTH`].
#[derive(Clone, Debug, PartialEq)]
pub struct Line(Vec<(i64, f64)>);

impl Line {
    /// Places days, the earliest first, at least `gap` apart, or as far as all can be.
    pub fn of(days: &[i64], gap: f64) -> Self {
        let (Some(first), Some(last)) = (days.first(), days.last()) else {
            return Self(Vec::new());
        };
        let span = number(last - first).max(1.0);
        let place = |day: &i64| number(day - first) / span * LENGTH;
        let mut places: Vec<f64> = days.iter().map(place).collect();
        let gap =
            gap.min(LENGTH / number(i64::try_from(days.len()).unwrap_or(1) - 1).max(1.0));
        let mut least = 0.0;
        for place in &mut places {
            *place = place.max(least);
            least = *place + gap;
        }
        let mut most = LENGTH;
        for place in places.iter_mut().rev() {
            *place = place.min(most);
            most = *place - gap;
        }
        Self(days.iter().copied().zip(places).collect())
    }

    /// The places, in the order of the days.
    pub fn places(&self) -> impl Iterator<Item = f64> {
        self.0.iter().map(|it| it.1)
    }

    /// Where another day would stand, if it lies between the first and the last.
    pub fn place(&self, day: i64) -> Option<f64> {
        let two = self.0.windows(2).find(|it| (it[0].0..=it[1].0).contains(&day))?;
        let ((from, start), (to, end)) = (two[0], two[1]);
        let share = number(day - from) / number(to - from).max(1.0);
        Some(start + (end - start) * share)
    }
}

#[expect(clippy::cast_precision_loss, reason = "days of the calendar are few")]
fn number(days: i64) -> f64 {
    days as f64
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn days_stand_as_far_apart_as_they_are() {
        let places = |days: &[i64]| Line::of(days, 40.0).places().collect::<Vec<_>>();
        assert_eq!(places(&[0, 500, 1000]), [0.0, 500.0, 1000.0]);
        assert_eq!(places(&[0, 1, 1000]), [0.0, 40.0, 1000.0]);
        assert_eq!(places(&[0, 999, 1000]), [0.0, 960.0, 1000.0]);
        assert_eq!(places(&[7, 7]), [0.0, 40.0]);
        assert_eq!(places(&[]), [0.0; 0]);
    }

    #[test]
    fn a_day_between_two_stands_between_them() {
        let line = Line::of(&[0, 10, 1010], 40.0);
        assert_eq!(line.place(5), Some(20.0));
        assert_eq!(line.place(510), Some(520.0));
        assert_eq!(line.place(1011), None);
    }

    proptest! {
        #[test]
        fn dots_keep_their_order_their_distance_and_the_line(
            mut days in prop::collection::vec(-40_000_i64..40_000, 1..40),
            gap in 1.0..200.0,
        ) {
            days.sort_unstable();
            let places: Vec<f64> = Line::of(&days, gap).places().collect();
            prop_assert!(places.iter().all(|it| (-1e-6..=LENGTH + 1e-6).contains(it)));
            let room = LENGTH / (f64::from(u32::try_from(days.len()).unwrap()) - 1.0).max(1.0);
            for two in places.windows(2) {
                prop_assert!(two[1] - two[0] > gap.min(room) - 1e-6);
            }
        }
    }
}
