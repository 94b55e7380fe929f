//! The colours of what was drawn and not photographed: few enough for one byte a pixel.

mod names;

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use png::{BitDepth, ColorType, Compression, Encoder, Filter, Info};

use self::names::Names;

/// As many as one byte can tell apart.
const MOST: usize = 256;
/// How many pixels are compared at once.
const TOGETHER: usize = 32;

/// A colour with its alpha.
pub type Colour = [u8; 4];

/// All colours of a picture.
#[derive(Debug)]
pub struct Palette(BTreeSet<Colour>);

/// A picture of one byte a pixel.
struct Indexed<'a> {
    colours: &'a [Colour],
    /// Of each pixel, the place of its colour.
    places: &'a [u8],
    /// Width and height.
    size: (u32, u32),
    /// What its colours mean, where that is not sRGB.
    profile: Option<&'a [u8]>,
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
        let (colours, places) = (&colours, &named);
        Indexed { colours, places, size, profile }
            .png((Compression::High, Filter::NoFilter))
    }

    // What is rare in a print may be what it is about: the colours of the picture go first.
    fn chosen(&self, counts: &BTreeMap<Colour, usize>) -> Vec<Colour> {
        let mut all: Vec<Colour> = counts.keys().copied().collect();
        all.sort_by_key(|it| (!self.0.contains(it), Reverse(counts[it]), *it));
        all.truncate(MOST);
        all
    }
}

/// A PNG of a picture as it is, in little time; nothing where it has many colours.
pub fn png(pixels: &[Colour], size: (u32, u32)) -> Option<Vec<u8>> {
    let mut names = Names::default();
    let mut places = Vec::with_capacity(pixels.len());
    for (colour, length) in runs(pixels) {
        places.resize(places.len() + length, names.place(colour)?);
    }
    let (colours, places) = (names.colours(), &places);
    // Most rows of what is drawn are as the one above.
    Indexed { colours, places, size, profile: None }.png((Compression::Fast, Filter::Up))
}

impl Indexed<'_> {
    fn png(&self, (compression, filter): (Compression, Filter)) -> Option<Vec<u8>> {
        let mut info = Info::with_size(self.size.0, self.size.1);
        (info.color_type, info.bit_depth) = (ColorType::Indexed, BitDepth::Eight);
        let colours = self.colours.iter();
        info.palette = Some(colours.clone().flat_map(|it| it[..3].to_vec()).collect());
        if colours.clone().any(|it| it[3] < u8::MAX) {
            info.trns = Some(colours.map(|it| it[3]).collect());
        }
        info.icc_profile = self.profile.map(|it| it.to_vec().into());
        let mut out = Vec::new();
        let mut encoder = Encoder::with_info(&mut out, info).ok()?;
        encoder.set_compression(compression);
        encoder.set_filter(filter);
        let mut writer = encoder.write_header().ok()?;
        writer.write_image_data(self.places).ok()?;
        writer.finish().ok()?;
        Some(out)
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
fn runs(mut pixels: &[Colour]) -> impl Iterator<Item = (Colour, usize)> {
    std::iter::from_fn(move || {
        let colour = *pixels.first()?;
        let length = run(pixels, colour);
        pixels = &pixels[length..];
        Some((colour, length))
    })
}

/// How many of the first pixels have a colour. Most runs are short, at the edges of letters; most
/// of what is drawn is ground: there many are looked at together.
fn run(pixels: &[Colour], colour: Colour) -> usize {
    let count = |it: &[Colour]| it.iter().take_while(|it| **it == colour).count();
    let (first, rest) = pixels.split_at(pixels.len().min(TOGETHER));
    let short = count(first);
    if short < TOGETHER {
        return short;
    }
    let many = [colour; TOGETHER];
    let chunks = rest.as_chunks::<TOGETHER>().0.iter();
    let whole = chunks.take_while(|it| **it == many).count() * TOGETHER;
    TOGETHER + whole + count(&rest[whole..])
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
