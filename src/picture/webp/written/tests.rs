//! WebP pictures in other sizes.

use std::io::Cursor;

use image::{ImageDecoder, ImageFormat, codecs::webp::WebPDecoder};

use super::{Loss, written};
use crate::picture::{Facts, Film, Form, Print, Trouble, look};

const SIZE: (u32, u32) = (90, 60);

/// A picture of three or four channels.
fn sample(channels: u8, loss: Loss, profile: Option<&[u8]>) -> Vec<u8> {
    let pixels: Vec<u8> = (0..SIZE.0 * SIZE.1)
        .flat_map(|it| {
            let level = u8::try_from(it / SIZE.0 * 4).unwrap();
            [level, 255 - level, 128, 100].into_iter().take(channels.into())
        })
        .collect();
    written(&pixels, channels, SIZE, loss, profile).unwrap()
}

/// What is needed of a profile to be taken for one of such pixels.
fn profile() -> Vec<u8> {
    [&[7; 16][..], b"RGB ", &[7; 109]].concat()
}

fn print(bytes: &[u8]) -> Vec<u8> {
    Film::decode(bytes).unwrap().print(Print::whole(SIZE, 30)).unwrap()
}

#[test]
fn a_print_of_a_webp_is_one() {
    for channels in [3, 4] {
        for loss in [Loss::None, Loss::Some(82)] {
            let picture = sample(channels, loss, None);
            assert_eq!(
                look(&picture),
                Ok(Facts { form: Form::Webp, pixels: SIZE, as_is: true })
            );
            let print = print(&picture);
            assert_eq!(
                look(&print),
                Ok(Facts { form: Form::Webp, pixels: (30, 20), as_is: true })
            );
            assert_eq!(Loss::as_in(&print, 82), loss, "{channels}");
            let made = image::load_from_memory_with_format(&print, ImageFormat::WebP);
            let made = made.unwrap();
            assert_eq!(made.color().channel_count(), channels);
            let middle = made.into_rgba8().get_pixel(15, 10).0;
            let wanted = [124, 131, 128, if channels == 4 { 100 } else { 255 }];
            let is_near = |(a, b): (&u8, u8)| a.abs_diff(b) < 8;
            assert!(middle.iter().zip(wanted).all(is_near), "{middle:?} {wanted:?}");
        }
    }
}

#[test]
fn a_print_keeps_what_its_colours_mean() {
    for channels in [3, 4] {
        let picture = sample(channels, Loss::Some(82), Some(&profile()));
        let print = print(&picture);
        assert!(look(&print).unwrap().as_is);
        let mut decoder = WebPDecoder::new(Cursor::new(&print)).unwrap();
        assert_eq!(decoder.icc_profile().unwrap(), Some(profile()));
        assert_eq!(decoder.dimensions(), (30, 20));
        assert_eq!(decoder.color_type().channel_count(), channels);
    }
}

#[test]
fn what_moves_stays_as_it_is() {
    let head = b"VP8X\x0a\0\0\0\x02\0\0\0\x09\0\0\x09\0\0";
    let body = [b"WEBP", &head[..], b"ANIM\x06\0\0\0\0\0\0\0\0\0"].concat();
    let size = u32::try_from(body.len()).unwrap().to_le_bytes();
    let moving = [b"RIFF", &size[..], &body].concat();
    assert_eq!(look(&moving).unwrap().form, Form::Other);
    assert_eq!(Film::decode(&moving).err(), Some(Trouble::Damaged));
}

#[test]
fn damage_is_trouble_and_no_panic() {
    let whole = sample(3, Loss::Some(82), Some(&profile()));
    for at in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[at] ^= 0xff;
        if let Ok(film) = Film::decode(&bytes) {
            film.print(Print::whole(SIZE, 10)).ok();
        }
        Film::decode(&whole[..at]).unwrap_err();
    }
}
