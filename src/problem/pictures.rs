//! Pictures that cannot be shown: `E22x`.

use std::{path::Path, sync::Arc};

use super::{Code, Problem, Severity, catalogue::Entry};
use crate::{
    picture::{MOST_PIXELS, Trouble},
    span::{Place, Span},
};

const DAMAGED: Code = Code("E220");
const TOO_LARGE: Code = Code("E221");
const OTHER_MEDIA: Code = Code("E222");

/// The codes of this group.
pub const ENTRIES: &[Entry] = &[
    Entry {
        code: DAMAGED,
        level: Severity::Error,
        title: "a picture is damaged",
        text: "The file is no picture, or a part of it is missing: it may have been cut \
               short when it was copied or sent. Open it in a program for pictures, save \
               it again, or get it anew from where it came.",
        wrong: "",
        right: "",
    },
    Entry {
        code: TOO_LARGE,
        level: Severity::Error,
        title: "a picture has too many pixels",
        text: "A picture is made smaller for the screens of readers, and for that all of it \
               must fit into memory: 64 million pixels do, more than any screen shows. \
               Make it smaller in a program for pictures.",
        wrong: "",
        right: "",
    },
    Entry {
        code: OTHER_MEDIA,
        level: Severity::Error,
        title: "a file is not what is shown in this place",
        text: "Where a picture is shown there must be one: AVIF, GIF, JPEG, PNG, SVG or WebP. A \
               film is MP4, WebM or another form that browsers play, and what is said in it \
               a WebVTT file. The end of the name says what a file is.",
        wrong: "\
-- content/pages/about.md --
---
title: About us
image: { src: team.pdf, alt: The team }
---
-- content/pages/team.pdf --
%PDF-1.7
",
        right: "\
-- content/pages/about.md --
---
title: About us
image: { src: team.svg, alt: The team }
---
-- content/pages/team.svg --
<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>
",
    },
];

impl Problem {
    /// A file that is not what it must be: `src` as it is written at `place` is no `name`, files
    /// of which end in one of `suffixes`.
    pub fn other_media(src: &str, name: &str, suffixes: &[&str], place: &Place) -> Self {
        let suffixes: Vec<String> =
            suffixes.iter().map(|it| format!("`.{it}`")).collect();
        Self::new(OTHER_MEDIA, format!("`{src}` is no {name}"))
            .at(&place.path, place.span, format!("a {name} is shown here"))
            .help(format!("name a file that ends in {}", suffixes.join(", ")))
    }

    /// A picture that cannot be used: `src` as it is written at `place`.
    pub fn picture(src: &str, trouble: Trouble, place: &Place) -> Self {
        match trouble {
            Trouble::Damaged => {
                Self::new(DAMAGED, format!("the picture `{src}` is damaged"))
                    .at(&place.path, place.span, "this file cannot be read as a picture")
                    .help("save it again in a program for pictures, or get it anew")
            }
            Trouble::TooLarge(width, height) => {
                let most = MOST_PIXELS / 1_000_000;
                let text = format!("the picture `{src}` has {width} × {height} pixels");
                Self::new(TOO_LARGE, text)
                    .at(&place.path, place.span, format!("over {most} million"))
                    .help("make it smaller: 2400 pixels are as wide as any page shows it")
            }
        }
    }

    /// A picture at `path` that turns out to be damaged when it is decoded.
    pub fn undecoded_picture(path: &Arc<str>, trouble: Trouble) -> Self {
        let name = Path::new(&**path).file_name().unwrap_or_default().to_string_lossy();
        let place = Place { path: path.clone(), span: Span::default() };
        Self { label: String::new(), ..Self::picture(&name, trouble, &place) }
    }
}
