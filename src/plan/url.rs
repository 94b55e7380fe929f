//! Addresses: from the path an entry has below the base to what stands in a page, a feed
//! or a file name. Knows no page.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::{
    config::Config,
    site::{LangId, Site},
};

/// What a path must not hold as it is (RFC 3986, section 3.3); `?` stays, since a link may
/// have a query.
const PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The address of `/news/x/` in a page: with the path of the base, percent-encoded. An
/// absolute address stays as it is.
pub fn href(config: &Config, address: &str) -> String {
    join(&config.base_path, address)
}

/// The absolute address of `/news/x/`, percent-encoded.
pub fn absolute(config: &Config, address: &str) -> String {
    join(&config.base_url, address)
}

/// The address of the home page of a language: `/` or `/fr/`.
pub fn home(config: &Config, lang: LangId) -> String {
    let tag = &config.languages[usize::from(lang.0)].tag;
    if lang == LangId(0) { "/".to_owned() } else { format!("/{tag}/") }
}

/// The absolute address of a file that pages refer to, by its source path.
pub fn file(site: &Site, source: &str) -> Option<String> {
    let output = &site.file(source)?.output;
    Some(absolute(&site.config, &format!("/{output}")))
}

/// A path or an anchor with nothing in it that an address must not hold.
pub fn encode(path: &str) -> String {
    encoded(path).into_owned()
}

/// The output path of an address: `news/x/index.html`, `news/x/feed.xml`.
pub fn output(address: &str) -> String {
    let path = address.trim_start_matches('/');
    let page = path.is_empty() || path.ends_with('/');
    format!("{path}{}", if page { "index.html" } else { "" })
}

fn join(base: &str, address: &str) -> String {
    let below = address.strip_prefix('/');
    below.map_or_else(|| address.to_owned(), |path| [base, &encoded(path)].concat())
}

// Nearly all addresses are made of these letters alone.
fn encoded(path: &str) -> Cow<'_, str> {
    let plain = |it: u8| it.is_ascii_alphanumeric() || b"/-._~".contains(&it);
    if path.bytes().all(plain) {
        return Cow::Borrowed(path);
    }
    Cow::Owned(utf8_percent_encode(&lone_percents(path), PATH).to_string())
}

// Addresses come raw (from names of files) and encoded (from links): `%C3` is left alone,
// a `%` that encodes nothing is encoded.
fn lone_percents(path: &str) -> Cow<'_, str> {
    let hex = |rest: &str| {
        rest.len() >= 2 && rest.bytes().take(2).all(|it| it.is_ascii_hexdigit())
    };
    let mut parts = path.split('%');
    if parts.clone().skip(1).all(hex) {
        return Cow::Borrowed(path);
    }
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str(if hex(part) { "%" } else { "%25" });
        text.push_str(part);
    }
    Cow::Owned(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_encoded_once() {
        let base = "https://example.org/kb/";
        let cases = [
            ("/news/x/", "news/x/"),
            ("/a b/#", "a%20b/%23"),
            ("/été/", "%C3%A9t%C3%A9/"),
            ("/%C3%A9/", "%C3%A9/"),
            ("/100%/5%é", "100%25/5%25%C3%A9"),
            ("/search/?q=a&b", "search/?q=a&b"),
        ];
        for (address, path) in cases {
            assert_eq!(join(base, address), format!("{base}{path}"));
        }
    }

    #[test]
    fn addresses_of_other_sites_stay() {
        assert_eq!(join("/kb/", "https://other.org/a b"), "https://other.org/a b");
    }

    #[test]
    fn pages_are_index_files() {
        let paths = ["/", "/fr/", "/a/feed.xml"].map(output);
        assert_eq!(paths, ["index.html", "fr/index.html", "a/feed.xml"]);
    }
}
