//! The colours of a picture in the order in which they come, each soon found again.

use super::{Colour, MOST};

/// How many bits of a hash say where a colour is looked for first: four times as many places
/// as there are colours, so that it mostly stands there.
const BITS: u32 = 10;

/// Up to [`MOST`] colours.
pub(super) struct Names {
    colours: Vec<Colour>,
    /// The place of a colour among them, where its hash says or behind that; an open-addressed
    /// table (Knuth, "The Art of Computer Programming" 3, 6.4).
    table: [Option<u8>; 1 << BITS],
}

impl Default for Names {
    fn default() -> Self {
        Self { colours: Vec::with_capacity(MOST), table: [None; 1 << BITS] }
    }
}

impl Names {
    /// All colours, in their places.
    pub(super) fn colours(&self) -> &[Colour] {
        &self.colours
    }

    /// The place of a colour, which is a new one if it has none; nothing where there are many.
    pub(super) fn place(&mut self, colour: Colour) -> Option<u8> {
        let mut at = hash(colour);
        while let Some(place) = self.table[at] {
            if self.colours[usize::from(place)] == colour {
                return Some(place);
            }
            at = (at + 1) % self.table.len();
        }
        let place = u8::try_from(self.colours.len()).ok()?;
        self.colours.push(colour);
        self.table[at] = Some(place);
        Some(place)
    }
}

/// The highest bits of a product with a number without pattern (Knuth, as above).
fn hash(colour: Colour) -> usize {
    (u32::from_le_bytes(colour).wrapping_mul(0x9e37_79b9) >> (u32::BITS - BITS)) as usize
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn each_colour_has_one_place(
            shades in prop::collection::vec((0..4_u8, 0..90_u8), 0..900),
        ) {
            let (mut names, mut known) = (Names::default(), Vec::new());
            for (red, green) in shades {
                let colour = [red, green, 0, u8::MAX];
                let place = names.place(colour);
                let is_known = known.contains(&colour);
                if !is_known && known.len() < MOST {
                    known.push(colour);
                }
                let expected = known.iter().position(|it| *it == colour);
                prop_assert_eq!(place.map(usize::from), expected);
            }
            prop_assert_eq!(names.colours(), known);
        }
    }
}
