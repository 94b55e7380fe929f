//! A picture without what it gives away: where it was taken, by whom, with what.

use std::borrow::Cow;

use super::{jpeg, png, webp};

/// A picture without metadata.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bare<'a> {
    /// Its bytes: borrowed where there was nothing to take away.
    pub bytes: Cow<'a, [u8]>,
    /// How it must be turned to stand upright, as EXIF has it: 1 where it does, 5 to 8 where
    /// width and height change places. A turned picture still says so.
    pub turn: u8,
}

/// Takes everything away from a JPEG, PNG or WebP that is not needed to show it; nothing
/// where its structure is damaged. What has another form stays as it is.
///
/// Colour profiles stay, and the pixels are not touched.
pub fn bare(bytes: &[u8]) -> Option<Bare<'_>> {
    let (kept, turn) = match bytes {
        _ if bytes.starts_with(jpeg::START) => jpeg::bare(bytes)?,
        _ if bytes.starts_with(png::START) => (png::bare(bytes)?, 1),
        _ if webp::is_one(bytes) => (webp::bare(bytes)?, 1),
        _ => return Some(Bare { bytes: Cow::Borrowed(bytes), turn: 1 }),
    };
    let same = kept == bytes;
    let bytes = if same { Cow::Borrowed(bytes) } else { Cow::Owned(kept) };
    Some(Bare { bytes, turn })
}
