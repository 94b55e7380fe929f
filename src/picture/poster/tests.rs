//! Posters as pictures: that they are whole, say what they should, and read nothing.

use image::{GenericImageView, Rgba};

use super::*;

fn fonts() -> Fonts {
    let files =
        include_dir::include_dir!("$CARGO_MANIFEST_DIR/themes/bureau/assets/fonts");
    let fonts =
        files.files().filter(|it| it.path().extension().is_some_and(|it| it == "woff2"));
    Fonts::read(fonts.map(include_dir::File::contents))
}

fn poster<'a>(name: &'a str, emblem: Emblem<'a>) -> Poster<'a> {
    let (label, site) = (String::new(), "");
    let (ground, ink, weight, fonts) = ("#0b2545", "#ffffff", 700, Key::NONE);
    Poster { label, name, site, rtl: false, emblem, ground, ink, weight, fonts }
}

fn drawn(poster: &Poster) -> image::DynamicImage {
    image::load_from_memory(&poster.draw(&fonts()).expect("a picture")).expect("a PNG")
}

/// The columns and rows that a picture has other colours in than its ground, but for the
/// rule near its foot: left, top, right, bottom.
fn inked(picture: &image::DynamicImage) -> Option<[u32; 4]> {
    let ground = Rgba([0x0b, 0x25, 0x45, 0xff]);
    let marks = picture.pixels().filter(|it| it.2 != ground && it.1 < 490);
    marks.fold(None, |found, (x, y, _)| {
        let [left, top, right, bottom] = found.unwrap_or([x, y, x, y]);
        Some([left.min(x), top.min(y), right.max(x), bottom.max(y)])
    })
}

#[test]
fn names_stand_at_the_edge_that_they_are_read_from() {
    let korea = drawn(&poster("Korea", Emblem::None));
    assert_eq!(korea.dimensions(), SIZE);
    let [left, top, right, bottom] = inked(&korea).expect("letters");
    assert!((80..95).contains(&left) && right < 600, "{left} to {right}");
    assert!(
        (200..400).contains(&top) && (200..400).contains(&bottom),
        "{top} to {bottom}"
    );
    let arabic = Poster { rtl: true, ..poster("كوريا", Emblem::None) };
    let [left, _, right, _] = inked(&drawn(&arabic)).expect("letters");
    assert!(left > 600 && (1105..1121).contains(&right), "{left} to {right}");
}

#[test]
fn arabic_letters_join() {
    // Beside each other, and not each alone, as with a mark between them that keeps them apart.
    let wide = |name| {
        let poster = Poster { rtl: true, ..poster(name, Emblem::None) };
        let [left, _, right, _] = inked(&drawn(&poster)).expect("letters");
        right - left
    };
    let (joined, apart) = (wide("بيب"), wide("ب\u{200c}ي\u{200c}ب"));
    assert!(joined * 10 < apart * 8, "{joined} and {apart}");
}

#[test]
fn a_line_from_right_to_left_keeps_its_order_around_latin_words() {
    let fonts = fonts();
    let line = |text: &str| {
        let poster = Poster { rtl: true, ..poster("", Emblem::None) };
        let svg = poster.text(text, 300.0, 60.0);
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\"><g fill=\"#fff\">{svg}</g></svg>"
        );
        let mut canvas = Pixmap::new(1200, 630).expect("memory");
        let tree = fonts.tree(svg.as_bytes()).expect("a drawing");
        resvg::render(&tree, Transform::identity(), &mut canvas.as_mut());
        let is_ink = |x: &u32| {
            (200..340).any(|y| canvas.pixel(*x, y).expect("in it").alpha() > 99)
        };
        (0..1200).rev().find(is_ink).map(|right| {
            (0..=right)
                .rev()
                .take_while(|x| (x.saturating_sub(6)..=*x).any(|x| is_ink(&x)))
                .count()
        })
    };
    // The first word, at the right edge, is the same whether a Latin one follows or not.
    let (alone, followed) = (line("كوريا"), line("كوريا ABCDEF"));
    assert_eq!(alone, followed);
}

#[test]
fn what_no_font_has_is_left_out() {
    assert_eq!(inked(&drawn(&poster("日本", Emblem::None))), None);
    let tree = fonts().measure("São Tomé & Príncipe", 700);
    assert!(tree.is_some_and(|it| it.len() == 4 && it.iter().all(|it| it.1 > 0.5)));
    assert_eq!(fonts().measure("日本", 700), None);
}

#[test]
fn long_names_stay_in_the_picture_and_clear_of_the_emblem() {
    let name = "South Georgia and the South Sandwich Islands <&> Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch";
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 3 2'><path d='M-9-9h20v20h-20z' fill='#f00'/></svg>";
    let flag = Emblem::Flag(Keyed { key: Key::NONE, value: svg });
    let picture = drawn(&poster(name, flag));
    let red = |it: &(u32, u32, Rgba<u8>)| it.2[0] > 200 && it.2[1] < 60;
    let flags: Vec<_> = picture.pixels().filter(red).collect();
    let left = flags.iter().map(|it| it.0).min().expect("a flag");
    let right = flags.iter().map(|it| it.0).max().expect("a flag");
    assert!(left >= 740 && right < 1120, "{left} to {right}");
    let letters = (700..740).any(|x| (150..490).any(|y| picture.get_pixel(x, y)[0] > 99));
    assert!(!letters, "nothing stands between the name and the flag");
}

#[test]
fn a_flag_reads_no_file_and_a_damaged_one_is_left_out() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/themes/base/assets/icon-192.png");
    let own = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 3 2'><image href='{file}' width='3' height='2'/></svg>"
    );
    let empty = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 3 2'/>";
    let with = |svg: &str| {
        let flag = Emblem::Flag(Keyed { key: Key::NONE, value: svg.as_bytes() });
        drawn(&poster("Korea", flag)).into_rgb8()
    };
    assert!(with(&own) == with(empty));
    assert!(with("no flag").dimensions() == SIZE);
}

#[test]
fn a_small_country_is_a_dot_on_its_globe() {
    let (land, none) = ("M40 40h120v120h-120z", "");
    let keyed = |value| Keyed { key: Key::NONE, value };
    let globe = |shape| Emblem::Globe { land: keyed(land), shape: keyed(shape) };
    let middle = |shape| {
        let picture = drawn(&poster("Korea", globe(shape)));
        *picture.get_pixel(1200 - 80 - 150, 300).0.first().expect("red")
    };
    assert_eq!([middle(none), middle("M900 900h200v200h-200z")], [255, 255]);
    assert!(middle("M0 0h1v1h-1z") < 200);
}
