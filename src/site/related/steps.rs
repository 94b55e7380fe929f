//! Logarithms in coarse steps, so that one more entry changes no weight but few.
//!
//! A weight that follows every count exactly would move with every entry that is added, and
//! with it thousands of lists by a rounding. These move by whole steps: that of a word when
//! the number of entries that have it grows by about half, all together when the site does.

/// Twice the binary logarithm of a count, rounded; 0 for none and for one.
pub(super) fn halves(count: usize) -> u8 {
    let count = u128::from(u32::try_from(count).unwrap_or(u32::MAX).clamp(1, 1 << 31));
    // Half of log2(2 n⁴) is 2 log2(n) + ½, and so is rounded by being cut off.
    u8::try_from((2 * count.pow(4)).ilog2() / 2).unwrap_or(u8::MAX)
}

/// The count that so many [`halves`] stand for.
pub(super) fn count(halves: u8) -> i32 {
    let count = 1_u64.checked_shl(halves.into()).unwrap_or(u64::MAX).isqrt();
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// How much it says that an entry has what `holders` of `total` entries have: the binary
/// logarithm of `total / holders` in halves (inverse document frequency: Spärck Jones 1972,
/// "A statistical interpretation of term specificity"). What most of many have says nothing:
/// hardly any two are told apart by it, and a step of its weight would move the lists of all.
pub(super) fn rarity(total: usize, holders: usize) -> u8 {
    let rarity = halves(total).saturating_sub(halves(holders));
    if rarity == MOST && holders > MANY { 0 } else { rarity }
}

/// The rarity of what most have: about seven of ten.
const MOST: u8 = 1;
/// In an archive with fewer, little is all there is to tell by.
const MANY: usize = 64;

/// What a word counts that stands in a text so many times: 1 + ln(times) in eighths, rounded
/// (Salton and Buckley 1988, "Term-weighting approaches", factor `l`); 0 for none.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "8 to 47")]
pub(super) fn frequency(times: u32) -> u8 {
    if times == 0 { 0 } else { (8.0 * (1.0 + f64::from(times).ln())).round() as u8 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small")]
    fn halves_are_rounded_logarithms() {
        for count in (1..5000_u32).chain([1 << 20, 999_983, 1 << 31]) {
            let exact = (2.0 * f64::from(count).log2()).round() as u8;
            assert_eq!(halves(count as usize), exact, "{count}");
        }
        assert_eq!(halves(0), 0);
    }

    #[test]
    fn what_all_have_says_nothing_and_what_few_have_much() {
        assert_eq!([508, 400, 300].map(|it| rarity(508, it)), [0, 0, 2]);
        assert_eq!(rarity(4, 3), 1);
        assert_eq!(rarity(1, 1), 0);
        assert!(rarity(508, 2) > rarity(508, 3) && rarity(508, 3) > rarity(508, 100));
    }

    #[test]
    fn a_word_said_twice_counts_less_than_twice() {
        assert_eq!([0, 1, 2, 3, 127].map(frequency), [0, 8, 14, 17, 47]);
    }
}
