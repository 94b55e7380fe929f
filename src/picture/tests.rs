//! Pictures as bytes.

use std::io::Cursor;

use image::{DynamicImage, GrayImage, ImageFormat, RgbImage, RgbaImage};
use proptest::prelude::*;

use super::{Bare, Facts, Film, Focus, Form, Print, Trouble, bare, look};

fn write(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn sample(width: u32, height: u32) -> DynamicImage {
    let level = |it: u32| u8::try_from(it % 256).unwrap();
    RgbImage::from_fn(width, height, |x, y| {
        image::Rgb([level(x), level(y), level(x * y)])
    })
    .into()
}

/// A segment of a JPEG.
fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [&[0xff, marker], &length[..], content].concat()
}

fn exif(turn: u8) -> Vec<u8> {
    let head = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0";
    segment(0xe1, &[&head[..], &[turn, 0, 0, 0, 0, 0, 0], b"SECRET"].concat())
}

/// A chunk of a PNG, its checksum left out: nobody looks at it here.
fn chunk(name: &[u8], content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).unwrap().to_be_bytes();
    [&length[..], name, content, &[0; 4]].concat()
}

fn holds(bytes: &[u8], text: &[u8]) -> bool {
    bytes.windows(text.len()).any(|it| it == text)
}

#[test]
fn a_jpeg_loses_what_it_says_and_keeps_its_pixels() {
    let plain = write(&sample(40, 30), ImageFormat::Jpeg);
    let profile = segment(0xe2, b"ICC_PROFILE\0\x01\x01colours");
    let said = [exif(1), segment(0xfe, b"SECRET"), segment(0xed, b"SECRET")].concat();
    let wordy = [&plain[..2], &said, &profile, &plain[2..], b"SECRET film"].concat();
    let found = bare(&wordy).unwrap();
    assert!(!holds(&found.bytes, b"SECRET") && holds(&found.bytes, b"colours"));
    assert_eq!(found.bytes.len(), plain.len() + profile.len());
    let before = image::load_from_memory(&plain).unwrap();
    assert_eq!(image::load_from_memory(&found.bytes).unwrap(), before);
    assert_eq!(bare(&plain).unwrap().bytes, plain);
}

#[test]
fn a_turned_jpeg_says_that_alone_and_is_measured_as_it_is_seen() {
    let plain = write(&sample(40, 30), ImageFormat::Jpeg);
    for turn in 2..=8 {
        let turned = [&plain[..2], &exif(turn), &plain[2..]].concat();
        let Bare { bytes, turn: found } = bare(&turned).unwrap();
        assert_eq!(found, turn);
        assert!(!holds(&bytes, b"SECRET"));
        assert_eq!(bare(&bytes).unwrap(), Bare { bytes: bytes.clone(), turn });
        let pixels = if turn > 4 { (30, 40) } else { (40, 30) };
        let facts = Facts { form: Form::Jpeg, pixels, as_is: false };
        assert_eq!(look(&bytes), Ok(facts));
        let film = Film::decode(&bytes).unwrap();
        let print = film.print(Print::whole(pixels, pixels.0)).unwrap();
        assert_eq!(look(&print), Ok(Facts { form: Form::Jpeg, pixels, as_is: true }));
    }
}

#[test]
fn a_png_loses_its_texts() {
    let plain = write(&sample(20, 10), ImageFormat::Png);
    let said = [chunk(b"tEXt", b"SECRET"), chunk(b"eXIf", b"SECRET")].concat();
    let wordy = [&plain[..33], &said, &plain[33..], b"SECRET"].concat();
    assert_eq!(bare(&wordy).unwrap().bytes, plain);
    assert!(!look(&wordy).unwrap().as_is && look(&plain).unwrap().as_is);
}

#[test]
fn a_webp_loses_its_texts() {
    let file = |flags: u8, chunks: &[u8]| {
        let head = [b"VP8X\x0a\0\0\0", &[flags, 0, 0, 0, 9, 0, 0, 9, 0, 0][..]].concat();
        let body = [b"WEBP", &head[..], b"VP8 \x01\0\0\0x\0", chunks].concat();
        let size = u32::try_from(body.len()).unwrap().to_le_bytes();
        [b"RIFF", &size[..], &body].concat()
    };
    let wordy = file(0x0c, b"EXIF\x06\0\0\0SECRETXMP \x07\0\0\0SECRET!\0");
    assert_eq!(bare(&wordy).unwrap().bytes, file(0, b""));
}

#[test]
fn what_is_cut_short_is_damaged() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png] {
        let whole = write(&sample(64, 64), format);
        for end in [9, whole.len() / 2, whole.len() - 1] {
            assert_eq!(look(&whole[..end]), Err(Trouble::Damaged), "{format:?} {end}");
        }
    }
    assert_eq!(look(b"no picture"), Err(Trouble::Damaged));
}

#[test]
fn too_many_pixels_are_seen_without_decoding() {
    let mut bytes = write(&sample(4, 4), ImageFormat::Png);
    bytes[16..24].copy_from_slice(&[0, 0, 0x80, 0, 0, 0, 0x80, 0]);
    assert_eq!(look(&bytes), Err(Trouble::TooLarge(0x8000, 0x8000)));
}

#[test]
fn every_kind_of_pixel_stays_what_it_is() {
    let kinds: [DynamicImage; 5] = [
        GrayImage::new(90, 60).into(),
        RgbaImage::new(90, 60).into(),
        sample(90, 60),
        DynamicImage::new_luma_a8(90, 60),
        DynamicImage::new_rgb16(90, 60),
    ];
    for image in kinds {
        let film = Film::decode(&write(&image, ImageFormat::Png)).unwrap();
        let print = film.print(Print::whole((90, 60), 30)).unwrap();
        let made = image::load_from_memory(&print).unwrap();
        assert_eq!((made.width(), made.height()), (30, 20));
        let channels = |it: &DynamicImage| it.color().channel_count();
        assert_eq!(channels(&made), channels(&image));
    }
}

/// A ring on a ground, as somebody draws it: two colours, no shades between them.
fn drawing(ring: [u8; 3]) -> DynamicImage {
    RgbImage::from_fn(400, 400, |x, y| {
        let from_middle = x.abs_diff(200).pow(2) + y.abs_diff(200).pow(2);
        let inside = (100 * 100..150 * 150).contains(&from_middle);
        image::Rgb(if inside { ring } else { [250, 240, 230] })
    })
    .into()
}

#[test]
fn a_print_of_few_colours_names_them() {
    let film = Film::decode(&write(&drawing([20, 40, 90]), ImageFormat::Png)).unwrap();
    let print = film.print(Print::whole((400, 400), 150)).unwrap();
    assert_eq!(print[25], 3, "its pixels are names of colours");
    let made = image::load_from_memory(&print).unwrap().into_rgb8();
    assert_eq!(made.get_pixel(0, 0).0, [250, 240, 230]);
    assert_eq!(made.get_pixel(75, 28).0, [20, 40, 90]);
    let shades: std::collections::BTreeSet<_> = made.pixels().map(|it| it.0).collect();
    assert!(shades.len() > 20, "its edge is smooth: {}", shades.len());
    let full = write(&made.into(), ImageFormat::Png).len();
    assert!(print.len() < full, "{} bytes instead of {full}", print.len());
}

#[test]
fn a_print_of_many_colours_has_them_all() {
    let film = Film::decode(&write(&sample(400, 400), ImageFormat::Png)).unwrap();
    let print = film.print(Print::whole((400, 400), 150)).unwrap();
    assert_eq!(print[25], 2);
}

#[test]
fn a_focus_is_written_as_in_style_sheets() {
    assert_eq!(Focus::parse(" 50%  33.5% "), Some(Focus { x: 500, y: 335 }));
    assert_eq!(Focus::parse("0% 100%"), Some(Focus { x: 0, y: 1000 }));
    for wrong in ["", "50%", "50 50", "101% 0%", "-1% 0%", "left top", "1.55% 0%"] {
        assert_eq!(Focus::parse(wrong), None, "{wrong}");
    }
}

#[test]
fn a_crop_goes_round_the_focus_and_stays_inside() {
    let crop = |x, y| {
        let print = Print::filling((1600, 900), Focus { x, y }, (400, 400));
        (print.size, print.part.left, print.part.top, print.part.width)
    };
    assert_eq!(crop(500, 500), ((400, 400), 350, 0, 900));
    assert_eq!(crop(0, 0), ((400, 400), 0, 0, 900));
    assert_eq!(crop(1000, 1000), ((400, 400), 700, 0, 900));
}

proptest! {
    #[test]
    fn no_print_is_larger_than_its_picture(
        pixels in (1..5000_u32, 1..5000_u32),
        shape in (1..3000_u32, 1..3000_u32),
        (x, y) in (0..=1000_u32, 0..=1000_u32),
    ) {
        let prints =
            [Print::whole(pixels, shape.0), Print::filling(pixels, Focus { x, y }, shape)];
        for Print { size, part } in prints {
            prop_assert!(part.left + part.width <= pixels.0);
            prop_assert!(part.top + part.height <= pixels.1);
            prop_assert!(size.0 <= part.width && size.1 <= part.height);
            prop_assert!(size.0 > 0 && size.1 > 0);
        }
    }

    #[test]
    fn damage_is_trouble_and_no_panic(at in 0..2000_usize, byte: u8, jpeg: bool, end in 0..4000_usize) {
        let format = if jpeg { ImageFormat::Jpeg } else { ImageFormat::Png };
        let mut bytes = write(&sample(60, 40), format);
        let at = at % bytes.len();
        bytes[at] = byte;
        bytes.truncate(end.max(20));
        if let Ok(film) = Film::decode(&bytes) {
            let pixels = look(&bytes).map_or((1, 1), |it| it.pixels);
            film.print(Print::whole(pixels, 10)).ok();
        }
    }
}
