//! The way in: everything a site is made of, read once. Knows nothing of Markdown or YAML.

use std::sync::Arc;

use crate::key::Key;

/// A text file of the site, whole.
#[derive(Clone, Debug)]
pub struct Source {
    /// Path from the root of the site, with `/` between its parts, in Unicode form NFC.
    pub path: Arc<str>,
    /// The bytes as they are on disk.
    pub bytes: Arc<[u8]>,
    /// The key of the bytes.
    pub key: Key,
}

impl Source {
    /// A source of `bytes` at `path`.
    pub fn new(path: &str, bytes: impl Into<Arc<[u8]>>) -> Self {
        let bytes = bytes.into();
        Self { path: path.into(), key: Key::of_bytes(&bytes), bytes }
    }
}

/// A file that is copied and not read: a picture, a PDF, anything below `static/`.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Path from the root of the site, like [`Source::path`].
    pub path: Arc<str>,
    /// The key of its bytes.
    pub key: Key,
    /// Its size in bytes.
    pub size: u64,
    /// Width and height in pixels, where it is a picture.
    pub pixels: Option<(u32, u32)>,
    /// The SHA-256 of its bytes in hexadecimal, where it is below `content/` or `static/`.
    pub sha256: Option<String>,
}

/// All files of a site, each list sorted by path.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// What is read: `site.yaml`, Markdown, data, themes, overrides.
    pub texts: Vec<Source>,
    /// What is copied.
    pub assets: Vec<Asset>,
}

impl Sources {
    /// The text at `path`.
    pub fn text(&self, path: &str) -> Option<&Source> {
        let at = self.texts.binary_search_by(|it| (*it.path).cmp(path)).ok()?;
        self.texts.get(at)
    }

    /// The asset at `path`.
    pub fn asset(&self, path: &str) -> Option<&Asset> {
        let at = self.assets.binary_search_by(|it| (*it.path).cmp(path)).ok()?;
        self.assets.get(at)
    }

    /// The texts below `folder` (which ends in `/`), in order.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a Source> {
        let start = self.texts.partition_point(|it| *it.path < *folder);
        self.texts[start..].iter().take_while(move |it| it.path.starts_with(folder))
    }
}
