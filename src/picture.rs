//! Pictures as bytes: what a file says of itself, the same file without what it gives away
//! of its maker, and its pixels in other sizes; and posters, which are drawn. Knows no site and no disk.

mod bare;
mod film;
mod jpeg;
mod palette;
mod png;
mod poster;
mod print;
mod webp;

use std::borrow::Cow;

pub use self::{
    bare::{Bare, bare},
    film::Film,
    poster::{Emblem, Fonts, Poster, SIZE as POSTER},
    print::{Focus, Part, Print},
};

/// How many pixels a picture may have to be decoded: a camera's, and 200 MB of memory.
pub const MOST_PIXELS: u64 = 64_000_000;

/// How a picture is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// JPEG, which is published in several sizes.
    Jpeg,
    /// PNG, which is published in several sizes.
    Png,
    /// WebP that does not move, which is published in several sizes by a program that was
    /// built with the feature `webp`, and as it is by others.
    Webp,
    /// Another form, published as it is.
    Other,
}

impl Form {
    /// Whether pictures of this form are published in several sizes.
    pub fn has_sizes(self) -> bool {
        match self {
            Self::Jpeg | Self::Png => true,
            Self::Webp => cfg!(feature = "webp"),
            Self::Other => false,
        }
    }
}

/// What a picture says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// How it is written, whatever its name says.
    pub form: Form,
    /// Width and height in pixels, as it is looked at.
    pub pixels: (u32, u32),
    /// Whether it can be published as it is: it stands upright and, as a JPEG, PNG or WebP, says
    /// nothing about the place where it was taken, the camera or the program it was made with.
    pub as_is: bool,
}

/// Why a picture cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Its bytes are not those of a picture, or not all of them.
    Damaged,
    /// It has more than [`MOST_PIXELS`]: width and height.
    TooLarge(u32, u32),
}

/// What a picture says of itself, found without decoding it.
///
/// # Errors
/// When it is none, is cut short, or has too many pixels.
pub fn look(bytes: &[u8]) -> Result<Facts, Trouble> {
    let form = form(bytes);
    let size = imagesize::blob_size(bytes).map_err(|_| Trouble::Damaged)?;
    let side = |it: usize| u32::try_from(it).map_err(|_| Trouble::Damaged);
    let (width, height) = (side(size.width)?, side(size.height)?);
    if width == 0 || height == 0 {
        return Err(Trouble::Damaged);
    }
    if form.has_sizes() && u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Trouble::TooLarge(width, height));
    }
    let Bare { bytes: rest, turn } = bare(bytes).ok_or(Trouble::Damaged)?;
    let pixels = if turn > 4 { (height, width) } else { (width, height) };
    let as_is = matches!(rest, Cow::Borrowed(_)) && turn == 1;
    Ok(Facts { form, pixels, as_is })
}

/// How some bytes are written.
fn form(bytes: &[u8]) -> Form {
    match bytes {
        _ if bytes.starts_with(jpeg::START) => Form::Jpeg,
        _ if bytes.starts_with(png::START) => Form::Png,
        _ if webp::is_still(bytes) => Form::Webp,
        _ => Form::Other,
    }
}

#[cfg(test)]
mod tests;
