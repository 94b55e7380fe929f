//! The colours of what was drawn and not photographed: few enough for one byte a pixel.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use png::{BitDepth, ColorType, Compression, Encoder, Filter, Info};

/// As many as one byte can tell apart.
const MOST: usize = 256;

/// A colour with its alpha.
type Colour = [u8; 4];

/// All colours of a picture.
#[derive(Debug)]
pub struct Palette {
    colours: BTreeSet<Colour>,
    channels: usize,
}

impl Palette {
    /// The colours of pixels with three or four channels; nothing where there are many.
    pub fn of(pixels: &[u8], channels: usize) -> Option<Self> {
        let (mut colours, mut last) = (BTreeSet::new(), None);
        for colour in each(pixels, channels) {
            if last != Some(colour) && colours.insert(colour) && colours.len() > MOST {
                return None;
            }
            last = Some(colour);
        }
        Some(Self { colours, channels })
    }

    /// A PNG of a print: in the colours of its picture, and in as many of those between them
    /// as there is room for.
    pub fn png(
        &self,
        pixels: &[u8],
        size: (u32, u32),
        profile: Option<&[u8]>,
    ) -> Option<Vec<u8>> {
        let counts = counted(each(pixels, self.channels));
        let colours = self.chosen(&counts);
        let names: BTreeMap<Colour, u8> = counts
            .into_keys()
            .map(|it| Some((it, nearest(&colours, it)?)))
            .collect::<Option<_>>()?;
        let named: Vec<u8> = each(pixels, self.channels).map(|it| names[&it]).collect();

        let mut info = Info::with_size(size.0, size.1);
        (info.color_type, info.bit_depth) = (ColorType::Indexed, BitDepth::Eight);
        info.palette = Some(colours.iter().flat_map(|it| it[..3].to_vec()).collect());
        if self.channels == 4 {
            info.trns = Some(colours.iter().map(|it| it[3]).collect());
        }
        info.icc_profile = profile.map(|it| it.to_vec().into());
        let mut out = Vec::new();
        let mut encoder = Encoder::with_info(&mut out, info).ok()?;
        encoder.set_compression(Compression::High);
        encoder.set_filter(Filter::NoFilter);
        let mut writer = encoder.write_header().ok()?;
        writer.write_image_data(&named).ok()?;
        writer.finish().ok()?;
        Some(out)
    }

    // What is rare in a print may be what it is about: the colours of the picture go first.
    fn chosen(&self, counts: &BTreeMap<Colour, usize>) -> Vec<Colour> {
        let mut all: Vec<Colour> = counts.keys().copied().collect();
        all.sort_by_key(|it| (!self.colours.contains(it), Reverse(counts[it]), *it));
        all.truncate(MOST);
        all
    }
}

fn each(pixels: &[u8], channels: usize) -> impl Iterator<Item = Colour> {
    pixels.chunks_exact(channels).map(|it| match *it {
        [red, green, blue, alpha] => [red, green, blue, alpha],
        [red, green, blue] => [red, green, blue, u8::MAX],
        _ => [0; 4],
    })
}

/// How often each colour occurs.
fn counted(colours: impl Iterator<Item = Colour>) -> BTreeMap<Colour, usize> {
    let mut counts = BTreeMap::new();
    for it in colours {
        *counts.entry(it).or_default() += 1;
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
