//! Pixels as a WebP file.

use webp::{Encoder, PixelLayout};

use super::{EXTENDED, chunks, file};

/// The bits that say what an extended file has: a colour profile, pixels that are not opaque.
const PROFILE: u8 = 0x20;
const ALPHA: u8 = 0x10;

/// What writing a picture may lose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// Nothing: what was written without loss is a drawing.
    None,
    /// What is not seen at this quality, of 100.
    Some(u8),
}

impl Loss {
    /// As in a file that is there, or of this quality.
    pub fn as_in(bytes: &[u8], quality: u8) -> Self {
        let is_lossless = |it: Vec<(&[u8], _)>| it.iter().any(|it| it.0 == b"VP8L");
        if chunks(bytes).is_some_and(is_lossless) {
            Self::None
        } else {
            Self::Some(quality)
        }
    }
}

/// A file of pixels of three or four channels, of a width and height, with what their colours mean
/// where that is not sRGB.
pub fn written(
    pixels: &[u8],
    channels: u8,
    size: (u32, u32),
    loss: Loss,
    profile: Option<&[u8]>,
) -> Option<Vec<u8>> {
    let layout = match channels {
        3 => PixelLayout::Rgb,
        4 => PixelLayout::Rgba,
        _ => return None,
    };
    let length = u64::from(size.0) * u64::from(size.1) * u64::from(channels);
    if pixels.len() as u64 != length {
        return None;
    }
    let (is_lossless, quality) = match loss {
        Loss::None => (true, 75.0),
        Loss::Some(quality) => (false, f32::from(quality)),
    };
    let encoder = Encoder::new(pixels, layout, size.0, size.1);
    let bytes = encoder.encode_simple(is_lossless, quality).ok()?;
    match profile {
        Some(it) => with_profile(&bytes, size, channels == 4, it),
        None => Some(bytes.to_vec()),
    }
}

/// The file with a colour profile, which libwebp leaves to others: RFC 9649, 2.7.
fn with_profile(
    bytes: &[u8],
    (width, height): (u32, u32),
    has_alpha: bool,
    profile: &[u8],
) -> Option<Vec<u8>> {
    let flags = PROFILE | if has_alpha { ALPHA } else { 0 };
    let [width, height] = [width, height].map(|it| (it - 1).to_le_bytes());
    let mut all = [EXTENDED, &10_u32.to_le_bytes(), &[flags, 0, 0, 0]].concat();
    all.extend([&width[..3], &height[..3], b"ICCP"].concat());
    all.extend(u32::try_from(profile.len()).ok()?.to_le_bytes());
    all.extend(profile);
    all.resize(all.len().next_multiple_of(2), 0);
    for (name, chunk) in chunks(bytes)? {
        if name != EXTENDED {
            all.extend(chunk);
        }
    }
    file(&all)
}

#[cfg(test)]
mod tests;
