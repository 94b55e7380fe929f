//! The fonts that posters are lettered in, and the measure of words in them.

use std::sync::Arc;

use resvg::usvg::{FontResolver, ImageHrefResolver, Node, Options, Text, Tree, fontdb};

use super::{lines::Word, written};

/// The size that words are measured at.
const MEASURE: f32 = 64.0;

/// Fonts, ready to letter with: the first one that has a letter draws it.
#[derive(Debug)]
pub struct Fonts(Options<'static>);

impl Fonts {
    /// None, for where nothing is drawn.
    pub fn none() -> Self {
        Self::read(std::iter::empty())
    }

    /// Reads fonts in the format WOFF 2. What is none is left out.
    pub fn read<'a>(files: impl Iterator<Item = &'a [u8]>) -> Self {
        let mut fonts = fontdb::Database::new();
        files
            .filter_map(|it| wuff::decompress_woff2(it).ok())
            .for_each(|it| fonts.load_font_data(it));
        let font_resolver = FontResolver {
            select_font: Box::new(|_, fonts| fonts.faces().next().map(|it| it.id)),
            select_fallback: FontResolver::default_fallback_selector(),
        };
        // A drawing names no other file: nothing else is read.
        let image_href_resolver = ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        };
        let fontdb = Arc::new(fonts);
        Self(Options { fontdb, font_resolver, image_href_resolver, ..Options::default() })
    }

    /// A drawing; none where it cannot be read.
    pub(super) fn tree(&self, svg: &[u8]) -> Option<Tree> {
        Tree::from_data(svg, &self.0).ok()
    }

    /// The words of a text, each with its width; none where a letter is in no font.
    pub(super) fn measure<'a>(
        &self,
        text: &'a str,
        weight: u16,
    ) -> Option<Vec<Word<'a>>> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let set = (0..).zip(&words).map(|(at, word): (usize, _)| {
            format!("<text id=\"w{at}\">{}</text>", written(word, false))
        });
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\">\
             <g font-size=\"{MEASURE}\" font-weight=\"{weight}\">{}</g></svg>",
            set.collect::<String>()
        );
        let tree = self.tree(svg.as_bytes())?;
        let words = words.into_iter().enumerate();
        let measured = |(at, word)| match tree.node_by_id(&format!("w{at}"))? {
            Node::Text(it) if is_whole(it) => {
                Some((word, it.bounding_box().width() / MEASURE))
            }
            _ => None,
        };
        words.map(measured).collect()
    }
}

/// Whether there is a letter for each part of a text: the first of every font is the sign
/// for what it lacks.
fn is_whole(text: &Text) -> bool {
    let glyphs = text.layouted().iter().flat_map(|it| &it.positioned_glyphs);
    glyphs.map(|it| it.id.0).all(|it| it != 0)
}
