//! A text broken into lines as large as a room allows.

/// The sizes that are tried, largest first, in pixels.
const SIZES: [f32; 8] = [112.0, 98.0, 86.0, 74.0, 64.0, 56.0, 48.0, 42.0];

/// A word and how wide it is at a size of 1 pixel.
pub(super) type Word<'a> = (&'a str, f32);

/// The width of a space at a size of 1 pixel.
const SPACE: f32 = 0.27;

/// A text in lines.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lines {
    /// The size of the letters.
    pub(super) size: f32,
    /// The distance of two lines at a size of 1 pixel.
    lead: f32,
    /// The lines, the first one on top.
    pub(super) texts: Vec<String>,
}

impl Lines {
    /// The words in a room (width and height), in lines of like length. What has no room
    /// even in the smallest size ends with an ellipsis; a word that is wider than the room
    /// is made smaller.
    pub(super) fn fit(words: &[Word], room: (f32, f32), rtl: bool) -> Self {
        // Arabic has marks above and below its letters.
        let lead = if rtl { 1.45 } else { 1.12 };
        let fits = |size: &f32| {
            let broken = broken(words, room.0 / size);
            broken.1 <= room.0 / size && height(broken.0.len(), lead) * size <= room.1
        };
        let smallest = SIZES[SIZES.len() - 1];
        let size = SIZES.into_iter().find(fits).unwrap_or(smallest);
        let widest = words.iter().map(|it| it.1).fold(0.0, f32::max);
        let size = size.min(room.0 / widest.max(0.01));
        let mut texts = balanced(words, room.0 / size);
        let most = (1..=texts.len()).filter(|it| height(*it, lead) * size <= room.1);
        let most = most.max().unwrap_or(1);
        if texts.len() > most {
            texts.truncate(most);
            texts.last_mut().into_iter().for_each(|it| it.push('…'));
        }
        Self { size, lead, texts }
    }

    /// The distance from one baseline to the next.
    pub(super) fn step(&self) -> f32 {
        self.size * self.lead
    }

    /// From the top of the first line to the bottom of the last.
    pub(super) fn height(&self) -> f32 {
        height(self.texts.len(), self.lead) * self.size
    }
}

/// The height of some lines of a size of 1 pixel: letters reach a quarter below the last.
fn height(lines: usize, lead: f32) -> f32 {
    let steps = u8::try_from(lines.saturating_sub(1)).unwrap_or(u8::MAX);
    1.25 + f32::from(steps) * lead
}

/// As many lines as are needed, as narrow as they can be.
fn balanced(words: &[Word], width: f32) -> Vec<String> {
    let (mut lines, mut widest) = broken(words, width);
    loop {
        let (narrower, next) = broken(words, widest * 0.97);
        if narrower.len() > lines.len() || next >= widest {
            return lines;
        }
        (lines, widest) = (narrower, next);
    }
}

/// Lines filled one after the other, and the width of the widest.
fn broken(words: &[Word], width: f32) -> (Vec<String>, f32) {
    let mut lines: Vec<String> = Vec::new();
    let (mut at, mut widest) = (0.0_f32, 0.0_f32);
    for (word, long) in words {
        if let Some(line) = lines.last_mut().filter(|_| at + SPACE + long <= width) {
            line.push(' ');
            line.push_str(word);
            at += SPACE + long;
        } else {
            lines.push((*word).to_owned());
            at = *long;
        }
        widest = widest.max(at);
    }
    (lines, widest)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lines_are_of_like_length() {
        let words: Vec<Word> =
            "Saint Vincent and the Grenadines".split(' ').map(|it| (it, 2.5)).collect();
        let lines = Lines::fit(&words, (620.0, 310.0), false);
        assert_eq!(lines.texts, ["Saint Vincent", "and the", "Grenadines"]);
        assert!((lines.size - 86.0).abs() < 0.1, "{}", lines.size);
    }

    #[test]
    fn what_has_no_room_ends_with_an_ellipsis() {
        let words = vec![("word", 2.0); 200];
        let lines = Lines::fit(&words, (620.0, 310.0), false);
        assert!(lines.texts.last().is_some_and(|it| it.ends_with('…')));
        assert!(lines.height() <= 310.0);
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_the_room_and_no_word_is_lost(
            wide in prop::collection::vec(0.2_f32..40.0, 1..12),
            rtl: bool,
        ) {
            let words: Vec<Word> = wide.iter().map(|it| ("w", *it)).collect();
            let lines = Lines::fit(&words, (620.0, 310.0), rtl);
            prop_assert!(lines.size > 0.0 && lines.height() <= 311.0);
            let all: usize = lines.texts.iter().map(|it| it.split(' ').count()).sum();
            let cut = lines.texts.iter().any(|it| it.ends_with('…'));
            prop_assert!(cut || all == words.len());
            let mut rest = words.iter();
            for line in &lines.texts {
                let count = line.split(' ').count();
                let long: f32 = rest.by_ref().take(count).map(|it| it.1 + SPACE).sum();
                prop_assert!((long - SPACE) * lines.size <= 620.5);
            }
        }
    }
}
