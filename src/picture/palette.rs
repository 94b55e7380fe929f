//! The colours of what was drawn and not photographed: few enough for one byte a pixel.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use png::{BitDepth, ColorType, Compression, Encoder, Filter, Info};

/// As many as one byte can tell apart.
const MOST: usize = 256;
/// How many pixels are compared at once.
const TOGETHER: usize = 32;

/// A colour with its alpha.
pub type Colour = [u8; 4];

/// All colours of a picture.
#[derive(Debug)]
pub struct Palette(BTreeSet<Colour>);

/// What fewer bytes are worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// The time in which a picture is drawn.
    Little,
    /// Any time: it is done once.
    Much,
}

impl Palette {
    /// The colours of pixels; nothing where there are many.
    pub fn of(pixels: impl IntoIterator<Item = Colour>) -> Option<Self> {
        let (mut colours, mut last) = (BTreeSet::new(), None);
        for colour in pixels {
            if last != Some(colour) && colours.insert(colour) && colours.len() > MOST {
                return None;
            }
            last = Some(colour);
        }
        Some(Self(colours))
    }

    /// A PNG of a print: in the colours of its picture, and in as many of those between them
    /// as there is room for.
    pub fn png(
        &self,
        pixels: &[Colour],
        size: (u32, u32),
        profile: Option<&[u8]>,
        effort: Effort,
    ) -> Option<Vec<u8>> {
        let runs: Vec<_> = runs(pixels).collect();
        let counts = counted(&runs);
        let colours = self.chosen(&counts);
        let names: BTreeMap<Colour, u8> = counts
            .into_keys()
            .map(|it| Some((it, nearest(&colours, it)?)))
            .collect::<Option<_>>()?;
        let mut named = Vec::with_capacity(pixels.len());
        for (colour, length) in runs {
            named.resize(named.len() + length, names[&colour]);
        }

        let mut info = Info::with_size(size.0, size.1);
        (info.color_type, info.bit_depth) = (ColorType::Indexed, BitDepth::Eight);
        info.palette = Some(colours.iter().flat_map(|it| it[..3].to_vec()).collect());
        if colours.iter().any(|it| it[3] < u8::MAX) {
            info.trns = Some(colours.iter().map(|it| it[3]).collect());
        }
        info.icc_profile = profile.map(|it| it.to_vec().into());
        let mut out = Vec::new();
        let mut encoder = Encoder::with_info(&mut out, info).ok()?;
        let (compression, filter) = match effort {
            // Most rows of what is drawn are as the one above.
            Effort::Little => (Compression::Fast, Filter::Up),
            Effort::Much => (Compression::High, Filter::NoFilter),
        };
        encoder.set_compression(compression);
        encoder.set_filter(filter);
        let mut writer = encoder.write_header().ok()?;
        writer.write_image_data(&named).ok()?;
        writer.finish().ok()?;
        Some(out)
    }

    // What is rare in a print may be what it is about: the colours of the picture go first.
    fn chosen(&self, counts: &BTreeMap<Colour, usize>) -> Vec<Colour> {
        let mut all: Vec<Colour> = counts.keys().copied().collect();
        all.sort_by_key(|it| (!self.0.contains(it), Reverse(counts[it]), *it));
        all.truncate(MOST);
        all
    }
}

/// Pixels of three or four channels.
pub fn pixels(bytes: &[u8], channels: usize) -> impl Iterator<Item = Colour> {
    bytes.chunks_exact(channels).map(|it| match *it {
        [red, green, blue, alpha] => [red, green, blue, alpha],
        [red, green, blue] => [red, green, blue, u8::MAX],
        _ => [0; 4],
    })
}

/// The colours that follow each other, each with how many pixels have it.
pub fn runs(mut pixels: &[Colour]) -> impl Iterator<Item = (Colour, usize)> {
    std::iter::from_fn(move || {
        let colour = *pixels.first()?;
        let length = run(pixels, colour);
        pixels = &pixels[length..];
        Some((colour, length))
    })
}

/// How many of the first pixels have a colour. Most of what is drawn is ground: many are looked
/// at together.
fn run(pixels: &[Colour], colour: Colour) -> usize {
    let many = [colour; TOGETHER];
    let chunks = pixels.as_chunks::<TOGETHER>().0.iter();
    let whole = chunks.take_while(|it| **it == many).count() * TOGETHER;
    whole + pixels[whole..].iter().take_while(|it| **it == colour).count()
}

/// How often each colour occurs.
fn counted(runs: &[(Colour, usize)]) -> BTreeMap<Colour, usize> {
    let mut counts = BTreeMap::new();
    for (colour, length) in runs {
        *counts.entry(*colour).or_default() += length;
    }
    counts
}

/// The place of the colour that is least unlike another.
fn nearest(colours: &[Colour], wanted: Colour) -> Option<u8> {
    let unlike = |it: &Colour| -> u32 {
        it.iter().zip(wanted).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
    };
    let at = (0..colours.len()).min_by_key(|at| (unlike(&colours[*at]), *at))?;
    u8::try_from(at).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn runs_are_what_follows_each_other(
            lengths in prop::collection::vec((0..3_u8, 1..100_usize), 0..20),
        ) {
            let pixels: Vec<Colour> = lengths
                .iter()
                .flat_map(|(shade, length)| vec![[*shade, 0, 0, 255]; *length])
                .collect();
            let expected = pixels.chunk_by(PartialEq::eq).map(|it| (it[0], it.len()));
            prop_assert!(runs(&pixels).eq(expected));
        }
    }
}
