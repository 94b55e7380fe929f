//! Counts in a few classes, so that a map needs few shades.

/// The most classes there are.
pub const MOST: usize = 4;

/// The classes of some counts, the least first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Classes {
    /// The least count of each class.
    from: Vec<usize>,
    /// The greatest count.
    most: usize,
}

impl Classes {
    /// Classes for counts of up to `most`; none for 0. Each begins at a number of the row 1,
    /// 2, 5, 10, 20, 50 …, as many of the row being left out as it takes.
    pub fn of(most: usize) -> Self {
        let mut row = Vec::new();
        let mut ten: usize = 1;
        while ten <= most {
            row.extend([1, 2, 5].map(|it| ten.saturating_mul(it)));
            ten = ten.saturating_mul(10);
            if ten == usize::MAX {
                break;
            }
        }
        row.retain(|it| *it <= most);
        let step = row.len().div_ceil(MOST).max(1);
        Self { from: row.into_iter().step_by(step).collect(), most }
    }

    /// Which class a count falls into, from 1; 0 for a count of none.
    pub fn level(&self, count: usize) -> usize {
        self.from.iter().filter(|it| **it <= count).count()
    }

    /// The least and the greatest count of each class.
    pub fn ranges(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let ends = self.from.iter().skip(1).map(|it| it - 1).chain([self.most]);
        self.from.iter().copied().zip(ends)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ranges(most: usize) -> Vec<(usize, usize)> {
        Classes::of(most).ranges().collect()
    }

    #[test]
    fn classes_begin_at_plain_numbers() {
        assert_eq!(ranges(0), []);
        assert_eq!(ranges(1), [(1, 1)]);
        assert_eq!(ranges(12), [(1, 1), (2, 4), (5, 9), (10, 12)]);
        assert_eq!(ranges(120), [(1, 4), (5, 19), (20, 99), (100, 120)]);
    }

    proptest! {
        #[test]
        fn every_count_has_one_class(most in any::<usize>(), part in 0.0..1.0) {
            let classes = Classes::of(most);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss,
                     clippy::cast_precision_loss, reason = "any count up to the most will do")]
            let count = (most as f64 * part) as usize;
            let level = classes.level(count.min(most));
            prop_assert!(level <= MOST && (level == 0) == (count == 0));
            let holds = |it: &(usize, usize)| it.0 <= count && count <= it.1;
            prop_assert_eq!(classes.ranges().position(|it| holds(&it)).map_or(0, |it| it + 1), level);
        }
    }
}
