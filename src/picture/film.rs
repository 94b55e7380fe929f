//! A picture, decoded: from its pixels the prints are made.

use std::io::Cursor;

use fast_image_resize::{
    FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer,
    images::{Image, ImageRef},
};
use image::{
    ColorType, DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageFormat,
    ImageReader,
    codecs::{
        jpeg::JpegEncoder,
        png::{CompressionType, FilterType as RowFilter, PngEncoder},
    },
};

#[cfg(feature = "webp")]
use super::webp;
use super::{
    Form, Print, Trouble, look,
    palette::{self, Colour, Palette},
};

/// The quality of a JPEG or WebP, of 100: no difference is seen beside the original.
const QUALITY: u8 = 82;

/// A picture in memory, upright, eight bits a channel.
#[derive(Debug)]
pub struct Film {
    form: Form,
    pixels: DynamicImage,
    /// What its colours mean, where that is not sRGB.
    profile: Option<Vec<u8>>,
    /// The colours of a PNG that has few.
    palette: Option<Palette>,
    /// What a WebP may lose.
    #[cfg(feature = "webp")]
    loss: webp::Loss,
}

impl Film {
    /// Decodes a picture that has sizes, and turns it upright.
    ///
    /// # Errors
    /// When it is damaged, has too many pixels or another form.
    pub fn decode(bytes: &[u8]) -> Result<Self, Trouble> {
        let form = look(bytes)?.form;
        let format = match form {
            Form::Jpeg => ImageFormat::Jpeg,
            Form::Png => ImageFormat::Png,
            Form::Webp => ImageFormat::WebP,
            Form::Other => return Err(Trouble::Damaged),
        };
        let damaged = |_| Trouble::Damaged;
        let reader = ImageReader::with_format(Cursor::new(bytes), format);
        let mut decoder = reader.into_decoder().map_err(damaged)?;
        let profile = decoder.icc_profile().map_err(damaged)?;
        // Others have their pixels as they are looked at; what `bare` took does not count.
        let turn = match form {
            Form::Jpeg => decoder.orientation().ok(),
            _ => None,
        };
        let mut pixels = DynamicImage::from_decoder(decoder).map_err(damaged)?;
        turn.into_iter().for_each(|it| pixels.apply_orientation(it));
        let pixels = narrowed(pixels);
        let profile = profile.filter(|it| fits(it, &pixels));
        let palette = match (form, channels(&pixels)) {
            (Form::Png, 3 | 4) => {
                Palette::of(palette::pixels(pixels.as_bytes(), channels(&pixels)))
            }
            _ => None,
        };
        Ok(Self {
            form,
            pixels,
            profile,
            palette,
            #[cfg(feature = "webp")]
            loss: webp::Loss::as_in(bytes, QUALITY),
        })
    }

    /// The bytes of a print.
    ///
    /// # Errors
    /// When it shows a part that the picture does not have.
    pub fn print(&self, print: Print) -> Result<Vec<u8>, Trouble> {
        let resized = self.resized(print).ok_or(Trouble::Damaged)?;
        self.encoded(&resized, print.size).ok_or(Trouble::Damaged)
    }

    fn resized(&self, print: Print) -> Option<Vec<u8>> {
        let kind = kind(self.pixels.color())?;
        let (width, height) = (self.pixels.width(), self.pixels.height());
        let source = ImageRef::new(width, height, self.pixels.as_bytes(), kind).ok()?;
        let mut target = Image::new(print.size.0, print.size.1, kind);
        let part = print.part;
        let [left, top, width, height] =
            [part.left, part.top, part.width, part.height].map(f64::from);
        let options = ResizeOptions::new()
            .crop(left, top, width, height)
            .resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
        Resizer::new().resize(&source, &mut target, &options).ok()?;
        Some(target.into_vec())
    }

    fn encoded(&self, pixels: &[u8], (width, height): (u32, u32)) -> Option<Vec<u8>> {
        if let Some(palette) = &self.palette {
            let pixels: Vec<Colour> =
                palette::pixels(pixels, channels(&self.pixels)).collect();
            let (size, profile) = ((width, height), self.profile.as_deref());
            return palette.png(&pixels, size, profile);
        }
        let colour = ExtendedColorType::from(self.pixels.color());
        let mut out = Vec::new();
        let written = match self.form {
            Form::Jpeg => {
                let mut encoder = JpegEncoder::new_with_quality(&mut out, QUALITY);
                self.add_profile(&mut encoder);
                encoder.write_image(pixels, width, height, colour)
            }
            Form::Png => {
                let (best, adaptive) = (CompressionType::Best, RowFilter::Adaptive);
                let mut encoder = PngEncoder::new_with_quality(&mut out, best, adaptive);
                self.add_profile(&mut encoder);
                encoder.write_image(pixels, width, height, colour)
            }
            #[cfg(feature = "webp")]
            Form::Webp => {
                let channels = self.pixels.color().channel_count();
                let (size, profile) = ((width, height), self.profile.as_deref());
                return webp::written(pixels, channels, size, self.loss, profile);
            }
            _ => return None,
        };
        written.ok().map(|()| out)
    }

    // Both forms can hold one.
    fn add_profile(&self, encoder: &mut impl ImageEncoder) {
        if let Some(profile) = &self.profile {
            encoder.set_icc_profile(profile.clone()).ok();
        }
    }
}

/// A PNG of opaque pixels, in a short time: indexed where they have few colours.
pub(super) fn png(pixels: &[Colour], (width, height): (u32, u32)) -> Option<Vec<u8>> {
    if let Some(indexed) = palette::png(pixels, (width, height)) {
        return Some(indexed);
    }
    let bytes: Vec<u8> = pixels.iter().flat_map(|it| [it[0], it[1], it[2]]).collect();
    let mut out = Vec::new();
    // More effort takes seven times as long for half the bytes.
    let (level, rows) = (CompressionType::Level(1), RowFilter::Up);
    PngEncoder::new_with_quality(&mut out, level, rows)
        .write_image(&bytes, width, height, ExtendedColorType::Rgb8)
        .ok()?;
    Some(out)
}

fn channels(pixels: &DynamicImage) -> usize {
    usize::from(pixels.color().channel_count())
}

/// Eight bits a channel.
fn narrowed(image: DynamicImage) -> DynamicImage {
    match image.color() {
        ColorType::L8 | ColorType::La8 | ColorType::Rgb8 | ColorType::Rgba8 => image,
        ColorType::L16 => image.into_luma8().into(),
        ColorType::La16 => image.into_luma_alpha8().into(),
        it if it.has_alpha() => image.into_rgba8().into(),
        _ => image.into_rgb8().into(),
    }
}

fn kind(colour: ColorType) -> Option<PixelType> {
    match colour {
        ColorType::L8 => Some(PixelType::U8),
        ColorType::La8 => Some(PixelType::U8x2),
        ColorType::Rgb8 => Some(PixelType::U8x3),
        ColorType::Rgba8 => Some(PixelType::U8x4),
        _ => None,
    }
}

/// Whether a profile is one for such pixels (ICC.1:2022, 7.2.6): that of a picture in the
/// colours of print, which are not kept, is not.
fn fits(profile: &[u8], pixels: &DynamicImage) -> bool {
    let wanted: &[u8] = if pixels.color().has_color() { b"RGB " } else { b"GRAY" };
    profile.get(16..20) == Some(wanted)
}
