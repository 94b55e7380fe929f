//! Pictures that are drawn: a name in large letters on the colours of a theme, a flag or a
//! globe beside it. They stand in for a picture where a page without one is shared.

mod fonts;
mod lines;

use resvg::tiny_skia::{IntRect, Pixmap, Transform};
use serde::Serialize;

pub use self::fonts::Fonts;
use self::lines::Lines;
use super::film;
use crate::key::{Key, Keyed};

/// Width and height in pixels: what the services that show them ask for.
pub const SIZE: (u32, u32) = (1200, 630);

/// The space around everything.
const EDGE: f32 = 80.0;
/// Room for the emblem, beside the name.
const EMBLEM: (f32, f32) = (380.0, 300.0);
/// The space between the name and the emblem.
const GUTTER: f32 = 50.0;
/// The middle of the name and of the emblem, from the top.
const MIDDLE: f32 = 300.0;
/// How high the name may be.
const NAME: f32 = 310.0;

/// What is drawn.
#[derive(Clone, Debug, Serialize)]
pub struct Poster<'a> {
    /// What kind of thing is named; may be empty.
    pub label: String,
    /// The name.
    pub name: &'a str,
    /// The site; may be empty.
    pub site: &'a str,
    /// Whether all that is read from right to left.
    pub rtl: bool,
    /// What stands beside the name.
    pub emblem: Emblem<'a>,
    /// The colour of the ground, as SVG has it.
    pub ground: &'a str,
    /// The colour of the letters.
    pub ink: &'a str,
    /// How bold the name is: 100, 200 … 900.
    pub weight: u16,
    /// The key of the fonts.
    pub fonts: Key,
}

/// What stands beside a name.
#[derive(Clone, Copy, Debug, Serialize)]
pub enum Emblem<'a> {
    /// Nothing.
    None,
    /// A flag: the bytes of an SVG.
    Flag(Keyed<&'a [u8]>),
    /// A globe of 200 × 200 units.
    Globe {
        /// Path data of the land.
        land: Keyed<&'a str>,
        /// Path data of the country, in tenths of a unit; empty where it is too small.
        shape: Keyed<&'a str>,
    },
}

impl Poster<'_> {
    /// Draws it, as a PNG. Words that the fonts have no letters for are left out.
    /// None where there is not enough memory.
    pub fn draw(&self, fonts: &Fonts) -> Option<Vec<u8>> {
        let mut canvas = Pixmap::new(SIZE.0, SIZE.1)?;
        let tree = fonts.tree(self.svg(fonts).as_bytes())?;
        resvg::render(&tree, Transform::identity(), &mut canvas.as_mut());
        if let Emblem::Flag(svg) = self.emblem {
            self.add_flag(&mut canvas, fonts, svg.value);
        }
        // Nothing shines through: the ground covers all.
        film::png(canvas.data().as_chunks().0, SIZE)
    }

    fn svg(&self, fonts: &Fonts) -> String {
        let (width, height) = SIZE;
        let Self { ground, ink, weight, .. } = self;
        let parts = [self.name(fonts), self.words(fonts), self.globe()].concat();
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\">\
             <rect width=\"100%\" height=\"100%\" fill=\"{ground}\" \
             shape-rendering=\"crispEdges\"/>\
             <g fill=\"{ink}\" font-weight=\"{weight}\">{parts}</g></svg>"
        )
    }

    /// The name, as large as it can be.
    fn name(&self, fonts: &Fonts) -> String {
        let Some(words) = fonts.measure(self.name, self.weight) else {
            return String::new();
        };
        let beside = match self.emblem {
            Emblem::None => 0.0,
            _ => EMBLEM.0 + GUTTER,
        };
        let room = (across() - 2.0 * EDGE - beside, NAME);
        let lines = Lines::fit(&words, room, self.rtl);
        let first = MIDDLE - lines.height() / 2.0 + lines.size;
        let line = |(at, text): (f32, &String)| {
            self.text(text, first + at * lines.step(), lines.size)
        };
        (0_u8..).map(f32::from).zip(&lines.texts).map(line).collect()
    }

    /// What stands above and below the name.
    fn words(&self, fonts: &Fonts) -> String {
        let small = |text: &str, y: f32| {
            let words = fonts.measure(text, self.weight);
            words.map_or_else(String::new, |_| self.text(text, y, 32.0))
        };
        let (label, site) = (small(&self.label, 108.0), small(self.site, 566.0));
        let right = across() - 2.0 * EDGE;
        format!(
            "<g font-weight=\"500\">{label}{site}</g>\
             <rect x=\"{EDGE}\" y=\"498\" width=\"{right}\" height=\"2\" fill-opacity=\"0.4\"/>"
        )
    }

    fn text(&self, text: &str, baseline: f32, size: f32) -> String {
        let (x, anchor) =
            if self.rtl { (across() - EDGE, "end") } else { (EDGE, "start") };
        let text = written(text, self.rtl);
        format!(
            "<text x=\"{x}\" y=\"{baseline}\" font-size=\"{size}\" \
             text-anchor=\"{anchor}\">{text}</text>"
        )
    }

    fn globe(&self) -> String {
        let Emblem::Globe { land, shape } = self.emblem else { return String::new() };
        let scale = EMBLEM.1 / 200.0;
        let x = self.beside((EMBLEM.1, EMBLEM.1));
        let y = MIDDLE - EMBLEM.1 / 2.0;
        let here = match shape.value {
            "" => "<circle cx=\"100\" cy=\"100\" r=\"3\"/>".to_owned(),
            shape => format!("<path transform=\"scale(.1)\" d=\"{shape}\"/>"),
        };
        format!(
            "<g transform=\"translate({x} {y}) scale({scale})\">\
             <circle cx=\"100\" cy=\"100\" r=\"98\" fill-opacity=\"0.12\"/>\
             <path d=\"{}\" fill-opacity=\"0.35\"/>{here}\
             <circle cx=\"100\" cy=\"100\" r=\"14\" fill=\"none\" stroke=\"{}\" \
             stroke-width=\"2\"/></g>",
            land.value, self.ink
        )
    }

    /// A flag in the room for emblems, in a thin frame. One that is no SVG is left out.
    fn add_flag(&self, canvas: &mut Pixmap, fonts: &Fonts, svg: &[u8]) -> Option<()> {
        let tree = fonts.tree(svg)?;
        let (width, height) = (tree.size().width(), tree.size().height());
        let scale = (EMBLEM.0 / width).min(EMBLEM.1 / height);
        let size = (width * scale, height * scale);
        let (x, y) = (self.beside(size), MIDDLE - size.1 / 2.0);
        let room = IntRect::from_xywh(near(x), near(y), whole(size.0), whole(size.1))?;
        // On a sheet cut out of the canvas, so that what stands out of it is cut off.
        let mut sheet = Pixmap::new(room.width(), room.height())?;
        let all = IntRect::from_xywh(0, 0, room.width(), room.height())?;
        rows(&mut sheet, all)
            .zip(rows(canvas, room))
            .for_each(|(own, row)| own.copy_from_slice(row));
        let (mut small, scaled) = (sheet.as_mut(), Transform::from_scale(scale, scale));
        resvg::render(&tree, scaled, &mut small);
        let frame = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\">\
             <rect width=\"{0}\" height=\"{1}\" fill=\"none\" stroke=\"{2}\" \
             stroke-width=\"4\" stroke-opacity=\"0.35\"/></svg>",
            size.0, size.1, self.ink
        );
        resvg::render(&fonts.tree(frame.as_bytes())?, Transform::identity(), &mut small);
        rows(canvas, room)
            .zip(rows(&mut sheet, all))
            .for_each(|(row, own)| row.copy_from_slice(own));
        Some(())
    }

    /// Where an emblem of this size begins, from the left.
    fn beside(&self, size: (f32, f32)) -> f32 {
        if self.rtl { EDGE } else { across() - EDGE - size.0 }
    }
}

/// How wide a poster is.
#[expect(clippy::cast_precision_loss, reason = "a small number")]
fn across() -> f32 {
    SIZE.0 as f32
}

/// The bytes of a part of a canvas, row by row.
fn rows(canvas: &mut Pixmap, part: IntRect) -> impl Iterator<Item = &mut [u8]> {
    let [across, left, wide] = [canvas.width(), part.left().unsigned_abs(), part.width()]
        .map(|it| 4 * it as usize);
    let rows = canvas.data_mut().chunks_exact_mut(across);
    let rows = rows.skip(part.top().unsigned_abs() as usize);
    rows.map(move |it| &mut it[left..left + wide])
}

/// The whole pixel that a place on a poster is nearest to.
#[expect(clippy::cast_possible_truncation, reason = "it is in the picture")]
fn near(place: f32) -> i32 {
    place.round() as i32
}

/// A length of a poster in whole pixels, at least one.
#[expect(clippy::cast_possible_truncation, reason = "it is in the picture")]
#[expect(clippy::cast_sign_loss, reason = "no length is negative")]
fn whole(length: f32) -> u32 {
    (length.round() as u32).clamp(1, SIZE.0)
}

/// A text as XML has it. The marks of the Unicode standard for a text that runs from right
/// to left stand around it where it does: a line is otherwise laid out from left to right.
fn written(text: &str, rtl: bool) -> String {
    let mut out = String::with_capacity(text.len() + 6);
    out.extend(rtl.then_some('\u{202b}'));
    for c in text.chars().filter(|it| !it.is_control()) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            _ => out.push(c),
        }
    }
    out.extend(rtl.then_some('\u{202c}'));
    out
}

#[cfg(test)]
mod tests;
