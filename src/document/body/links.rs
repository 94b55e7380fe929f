//! What the address of a link means: a page, a file, another site, or nothing that is
//! allowed.

use percent_encoding::percent_decode_str;

use super::LinkTo;
use crate::schema::Schema;

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Somewhere on this site, at an anchor.
    Site(LinkTo, Option<String>),
    /// Another site.
    Out,
    /// A mailbox or a telephone.
    Person,
    /// Nowhere: the address is empty.
    Nowhere,
    /// Somewhere links must not lead: the scheme.
    Refused(String),
}

/// What a Markdown link means, in a file of `folder` (below `content/`).
pub fn target(address: &str, folder: &str) -> Target {
    if address.is_empty() {
        return Target::Nowhere;
    }
    if let Some(scheme) = scheme(address) {
        return match scheme.to_ascii_lowercase().as_str() {
            "http:" | "https:" => Target::Out,
            "mailto:" | "tel:" => Target::Person,
            _ => Target::Refused(scheme),
        };
    }
    if address.starts_with("//")
        || address.starts_with("/\\")
        || address.starts_with('\\')
    {
        return Target::Refused("//".to_owned());
    }
    let (place, anchor) = split_anchor(address);
    let to = match place {
        "" => LinkTo::Here,
        _ if place.starts_with('/') => LinkTo::Address(place.to_owned()),
        _ => below(place, folder),
    };
    Target::Site(to, anchor)
}

/// What `[[name]]`, `[[type:name]]` or `[[name#anchor]]` means.
pub fn wiki(text: &str, schema: &Schema) -> Target {
    // In a table the `|` is escaped, and the sign of that is left behind.
    let text = text.strip_suffix('\\').unwrap_or(text);
    let (name, anchor) = split_anchor(text.trim());
    if name.is_empty() {
        return match anchor {
            Some(_) => Target::Site(LinkTo::Here, anchor),
            None => Target::Nowhere,
        };
    }
    let (ty, name) = match name.split_once(':') {
        Some((ty, name)) if schema.named(ty.trim()).is_some() => {
            (Some(ty.trim().to_owned()), name.trim())
        }
        _ => (None, name),
    };
    Target::Site(LinkTo::Wiki { ty, name: name.to_owned() }, anchor)
}

// `@/path` and relative paths: a document, or a file beside it.
fn below(place: &str, folder: &str) -> LinkTo {
    let path = place.split('?').next().unwrap_or(place);
    let decoded = percent_decode_str(path).decode_utf8_lossy();
    let joined = match decoded.strip_prefix("@/") {
        Some(path) => join("", path),
        None => join(folder, &decoded),
    };
    // What leads out of `content/` is kept as written, and found by nobody.
    let path = joined.unwrap_or_else(|| decoded.into_owned());
    let is_document = path.strip_suffix(".md").is_some_and(|it| !it.ends_with('/'));
    if is_document { LinkTo::File(path) } else { LinkTo::Asset(path) }
}

fn join(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|it| !it.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            _ => parts.push(part),
        }
    }
    let end = if path.ends_with('/') { "/" } else { "" };
    Some(parts.join("/") + end)
}

fn split_anchor(text: &str) -> (&str, Option<String>) {
    match text.split_once('#') {
        Some((place, anchor)) => {
            let anchor = percent_decode_str(anchor).decode_utf8_lossy().into_owned();
            (place.trim_end(), Some(anchor).filter(|it| !it.is_empty()))
        }
        None => (text, None),
    }
}

// A browser drops white space and control characters from an address before it looks for
// the scheme (<https://url.spec.whatwg.org/#concept-basic-url-parser>), so they do not hide
// one here either.
fn scheme(address: &str) -> Option<String> {
    let mut found = String::new();
    for c in address.chars() {
        match c {
            ':' if found.starts_with(|c: char| c.is_ascii_alphabetic()) => {
                found.push(':');
                return Some(found);
            }
            c if c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.') => {
                found.push(c);
            }
            c if c.is_whitespace() || c.is_control() => {}
            _ => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_a_link_is_understood() {
        let folder = "news/2020";
        let site = |to, anchor: Option<&str>| Target::Site(to, anchor.map(str::to_owned));
        let file = |path: &str| LinkTo::File(path.to_owned());
        let asset = |path: &str| LinkTo::Asset(path.to_owned());
        let address = |path: &str| LinkTo::Address(path.to_owned());
        let cases = [
            ("@/countries/kr.md#history", site(file("countries/kr.md"), Some("history"))),
            ("../../countries/kr.md", site(file("countries/kr.md"), None)),
            ("a%20b.md", site(file("news/2020/a b.md"), None)),
            ("../../../x.md", site(file("../../../x.md"), None)),
            ("photo.jpg", site(asset("news/2020/photo.jpg"), None)),
            ("./files/", site(asset("news/2020/files/"), None)),
            ("/news/2020/x/?a#b", site(address("/news/2020/x/?a"), Some("b"))),
            ("#caf%C3%A9", site(LinkTo::Here, Some("café"))),
            ("#", site(LinkTo::Here, None)),
            ("https://example.org", Target::Out),
            ("MAILTO:a@b.c", Target::Person),
            ("", Target::Nowhere),
        ];
        for (text, expected) in cases {
            assert_eq!(target(text, folder), expected, "{text}");
        }
    }

    #[test]
    fn no_disguise_hides_a_scheme() {
        let disguises = [
            "javascript:alert(1)",
            " JaVaScRiPt:alert(1)",
            "java\nscript:alert(1)",
            "\u{1}java\tscript:x",
            "vbscript:x",
            "data:text/html,x",
            "//evil.org",
            "/\\evil.org",
            "\\\\evil.org",
            "ftp://example.org",
        ];
        for text in disguises {
            assert!(matches!(target(text, ""), Target::Refused(_)), "{text:?}");
        }
    }

    #[test]
    fn a_name_may_have_a_type_in_front() {
        let schema = Schema::builtin();
        let name = |text: &str| match wiki(text, &schema) {
            Target::Site(LinkTo::Wiki { ty, name }, anchor) => {
                format!(
                    "{} {name} {}",
                    ty.unwrap_or_default(),
                    anchor.unwrap_or_default()
                )
            }
            other => format!("{other:?}"),
        };
        assert_eq!(name("kr#history"), " kr history");
        assert_eq!(name("country:KR"), "country KR ");
        assert_eq!(name("Fraud: a primer"), " Fraud: a primer ");
        assert_eq!(name("#top"), "Site(Here, Some(\"top\"))");
    }
}
