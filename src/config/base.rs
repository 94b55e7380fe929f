//! The public address of a site. The only user of the `url` crate for it; every other
//! address is joined to the result as text.

use url::Url;

/// Why a text is no public address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadBase {
    /// The reason: lower case, no full stop.
    pub why: &'static str,
    /// An address that was perhaps meant.
    pub meant: Option<String>,
}

/// Reads `https://example.org/kb`; gives it with a final `/`, and its path with both slashes.
pub fn read(text: &str) -> Result<(String, String), BadBase> {
    let url = Url::parse(text.trim()).map_err(|_| not_absolute(text))?;
    let bad = |why| Err(BadBase { why, meant: None });
    if !matches!(url.scheme(), "http" | "https") {
        return Err(not_absolute(text));
    }
    if url.host_str().is_none_or(str::is_empty) {
        return bad("it names no host");
    }
    if !url.username().is_empty() || url.password().is_some() {
        return bad("it holds a user name or password, which every page would show");
    }
    if url.query().is_some() || url.fragment().is_some() {
        return bad("it has a `?` or `#`, and no page could be joined to it");
    }
    let path = format!("{}/", url.path().trim_end_matches('/'));
    let origin = url.origin().ascii_serialization();
    Ok((format!("{origin}{path}"), path))
}

fn not_absolute(text: &str) -> BadBase {
    let bare = text.trim().rsplit("://").next().unwrap_or_default();
    let bare = bare.trim_matches('/');
    let host = bare.split(['/', ':']).next().unwrap_or_default();
    let meant = host == "localhost" || host.contains('.') && !host.contains(' ');
    BadBase {
        why: "it does not begin with `https://` or `http://`",
        meant: meant.then(|| format!("https://{bare}/")),
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn an_address_ends_in_a_slash_and_gives_its_path() {
        let good = |text| read(text).ok().map(|(url, path)| format!("{url} {path}"));
        for (text, both) in [
            ("https://example.org", "https://example.org/ /"),
            ("https://example.org/kb", "https://example.org/kb/ /kb/"),
            ("HTTP://Example.org:8080//", "http://example.org:8080/ /"),
            ("https://bücher.example/", "https://xn--bcher-kva.example/ /"),
        ] {
            assert_eq!(good(text).as_deref(), Some(both), "{text}");
        }
    }

    #[test]
    fn what_is_no_public_address_is_refused_with_what_was_meant() {
        let meant = |text| read(text).err().map(|it| it.meant.unwrap_or_default());
        for (text, suggestion) in [
            ("example.org", "https://example.org/"),
            ("example.org:8080/kb/", "https://example.org:8080/kb/"),
            ("ftp://example.org/", "https://example.org/"),
            ("our site", ""),
            ("javascript:alert(1)", ""),
            ("https://", ""),
            ("https://me:pw@example.org/", ""),
            ("https://example.org/?x", ""),
            ("", ""),
        ] {
            assert_eq!(meant(text).as_deref(), Some(suggestion), "{text}");
        }
    }
}
