//! "Did you mean": how near a text is to one that leads nowhere. Looks at many texts fast.

/// A text that something near is looked for to.
pub struct Near<'a> {
    text: &'a str,
    /// How many edits apart is near.
    reach: usize,
    /// The text in one piece more than it may have edits, so that a near one holds one of
    /// them whole: looking for a piece is far cheaper than measuring the distance.
    pieces: Vec<&'a str>,
}

impl<'a> Near<'a> {
    /// What is near a text: at most a third of it edited, and at most four letters.
    pub fn new(text: &'a str) -> Self {
        let length = text.chars().count();
        let reach = (length / 3).clamp(if length < 4 { 1 } else { 2 }, 4);
        Self { text, reach, pieces: pieces(text, reach) }
    }

    /// How many letters are inserted, left out, replaced or swapped in another text; none
    /// if that is not near.
    pub fn distance(&self, other: &str) -> Option<usize> {
        // A letter has up to four bytes, most of them one.
        let far = other.len().abs_diff(self.text.len()) > self.reach * 2;
        if far || !self.pieces.iter().any(|it| other.contains(it)) {
            return None;
        }
        let distance = strsim::osa_distance(self.text, other);
        (distance <= self.reach).then_some(distance)
    }
}

/// The nearest of some texts; those that are equally near, at most three.
pub fn near<'a>(text: &str, all: impl Iterator<Item = &'a str>) -> Vec<String> {
    let near = Near::new(text);
    let mut found: Vec<_> = all.filter_map(|it| Some((near.distance(it)?, it))).collect();
    found.sort_unstable();
    found.dedup();
    let nearest = found.first().map_or(0, |it| it.0);
    found.retain(|it| it.0 == nearest);
    found.into_iter().take(3).map(|it| it.1.to_owned()).collect()
}

fn pieces(text: &str, reach: usize) -> Vec<&str> {
    let length = text.len().div_ceil(reach + 1).max(1);
    let starts: Vec<_> = text.char_indices().map(|it| it.0).collect();
    let start =
        |n: usize| starts.iter().copied().find(|it| *it >= n).unwrap_or(text.len());
    let piece = |n: usize| &text[start(n * length)..start((n + 1) * length)];
    (0..=reach).map(piece).filter(|it| !it.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_the_pen_are_near() {
        let all = ["/topics/crime/", "/topics/drugs/", "/news/x/", "كوريا الجنوبية"];
        let near = |text: &str| near(text, all.into_iter()).join(" ");
        assert_eq!(near("/topics/crmie/"), "/topics/crime/");
        assert_eq!(near("/topic/crime"), "/topics/crime/");
        assert_eq!(near("/news/y/"), "/news/x/");
        assert_eq!(near("كوريا الجنوبيه"), "كوريا الجنوبية");
        assert_eq!(near("/people/min/"), "");
        assert_eq!(near(""), "");
    }
}
