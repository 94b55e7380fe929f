//! Pictures that cannot be shown: `E22x`.

use std::{path::Path, sync::Arc};

use super::{Code, Problem, Severity, catalogue::Entry};
use crate::{
    picture::{MOST_PIXELS, Trouble},
    span::{Place, Span},
};

const DAMAGED: Code = Code("E220");
const TOO_LARGE: Code = Code("E221");

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
];

impl Problem {
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
