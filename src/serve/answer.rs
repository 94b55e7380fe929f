//! From a request to what stands at its address. Addresses are looked up in the plan of the
//! site; none ever becomes a path on disk.

use std::{
    ops::Range,
    path::{Path, PathBuf},
};

use percent_encoding::percent_decode_str;

use super::{
    http::{Request, Response},
    range, reload,
    shown::{Published, Shown},
};
use crate::{
    build::{Asked, Darkroom, Drawer, Ready},
    key::Key,
    picture::{Fonts, Poster, Print},
    plan::{Page, Route, url},
    problem::Problem,
    publish::{Prints, Stop},
    search::File,
    site::FileUse,
    source::{self, Sources},
    terminal::human,
};

/// The policy that pages are made for, which a site should have when it is published:
/// whatever it stops, it stops in the preview. The script that reloads pages is a file of
/// this server, and so allowed.
const POLICY: &str = "default-src 'self'; img-src * data:; media-src *; object-src 'none'; \
                      base-uri 'none'; frame-ancestors 'self'";

/// What stands at an address.
#[derive(Debug)]
pub enum Place<'a> {
    /// An output.
    Page(&'a Page),
    /// A file of the index of the search.
    Index(&'a File),
    /// Nothing, but something at this address.
    Elsewhere(String),
    /// Nothing; the page that says so.
    Missing(Option<&'a Page>),
}

/// The files of the site, and what is made of them.
#[derive(Debug)]
pub struct Files {
    /// The folder of the site.
    pub root: PathBuf,
    /// The sizes of pictures that were made before.
    pub prints: Prints,
    /// The key of the program itself.
    pub tool: Key,
}

/// The answer to a request for anything of the site.
pub fn answer(shown: &Shown, request: &Request, files: &Files) -> Response {
    let published = shown.look();
    let Some(ready) = &published.ready else {
        return page(&published, 503, &unready(&published));
    };
    let (status, found) = match find(ready, &request.target) {
        Place::Elsewhere(address) => {
            let response = Response::text(302, &address).with("Location", address);
            return response.with("Cache-Control", "no-store");
        }
        Place::Page(page) => (200, Some(page)),
        Place::Index(it) => {
            return file(request, &it.name, it.key, || Ok(it.bytes.clone()));
        }
        Place::Missing(page) => (404, page),
    };
    let Some(found) = found else { return Response::text(404, "nothing stands here") };
    match ready.show(found, files.tool) {
        Err(problem) => page(&published, 500, &failed(&published, &problem)),
        Ok(Asked::Bytes(bytes)) if is_html(&found.path) => {
            page(&published, status, &bytes)
        }
        Ok(Asked::Bytes(bytes)) => {
            file(request, &found.path, Key::of_bytes(&bytes), || Ok(bytes))
        }
        Ok(Asked::Copy(it)) => {
            let name = published.sources.value.file_name(&it.source).to_path_buf();
            let (path, key, size) = (found.path.clone(), it.key, it.size);
            // The disk may be slow, and nobody else should wait for it.
            drop(published);
            stored(request, &path, key, size, |part| files.copy(&name, part))
        }
        Ok(Asked::Print(it, print, key)) => {
            let (it, path) = (it.clone(), found.path.clone());
            let sources = published.sources.clone();
            drop(published);
            file(request, &path, key, || files.print(&sources.value, &it, print, key))
        }
        Ok(Asked::Poster(poster, key)) => {
            let (path, sources) = (&found.path, &published.sources.value);
            file(request, path, key, || {
                files.poster(sources, (&poster, &ready.fonts()), key)
            })
        }
    }
}

impl Files {
    fn copy(&self, name: &Path, part: Option<Range<u64>>) -> Result<Vec<u8>, String> {
        let part = part.unwrap_or(0..u64::MAX);
        source::part(&self.root, name, part).map_err(|it| it.to_string())
    }

    fn poster(
        &self,
        sources: &Sources,
        (poster, fonts): (&Poster, &Fonts),
        key: Key,
    ) -> Result<Vec<u8>, String> {
        let darkroom = Darkroom { root: &self.root, sources, prints: &self.prints };
        darkroom.poster(poster, fonts, key).map_err(|it| it.to_string())
    }

    fn print(
        &self,
        sources: &Sources,
        file: &FileUse,
        print: Print,
        key: Key,
    ) -> Result<Vec<u8>, String> {
        let darkroom = Darkroom { root: &self.root, sources, prints: &self.prints };
        let made = darkroom.print(file, print, key, &mut Drawer::default());
        made.map_err(|it| match it {
            Stop::Failure(failure) => failure.to_string(),
            Stop::Problems(found) => {
                found.iter().map(|it| human::one(it, sources, false)).collect()
            }
        })
    }
}

/// What stands at the address that a request names.
pub fn find<'a>(ready: &'a Ready, target: &str) -> Place<'a> {
    let config = &ready.site.config;
    let address = target.split(['?', '#']).next().unwrap_or(target);
    let address = percent_decode_str(address).decode_utf8_lossy();
    let base = percent_decode_str(&config.base_path).decode_utf8_lossy();
    let Some(path) = address.strip_prefix(&*base) else {
        let is_start = *address == *"/" || *address == *base.trim_end_matches('/');
        let start = config.base_path.clone();
        return if is_start { Place::Elsewhere(start) } else { missing(ready, "/") };
    };
    let address = format!("/{path}");
    // A redirect to `//news/` would lead to a host of that name.
    if path.starts_with('/') {
        return missing(ready, &address);
    }
    if let Some(page) = ready.plan.page_at(&address) {
        return match alias(ready, page) {
            Some(address) => Place::Elsewhere(address),
            None => Place::Page(page),
        };
    }
    let folder = format!("{address}/");
    if ready.plan.page_at(&folder).is_some() {
        return Place::Elsewhere(url::href(config, &folder));
    }
    match ready.index_file(path) {
        Some(file) => Place::Index(file),
        None => missing(ready, &address),
    }
}

/// Where a page that is an alias leads to.
fn alias(ready: &Ready, page: &Page) -> Option<String> {
    let Route::Redirect(id, _) = page.route else { return None };
    let address = ready.site.entry(id).card.address.as_deref()?;
    Some(url::href(&ready.site.config, address))
}

/// The page for what is not found, in the language of its address.
fn missing<'a>(ready: &'a Ready, address: &str) -> Place<'a> {
    let pages = ready.plan.pages.iter().filter(|it| it.route == Route::NotFound);
    let home = |it: &Page| url::home(&ready.site.config, it.lang);
    let fitting = pages.filter(|it| address.starts_with(&home(it)));
    Place::Missing(fitting.max_by_key(|it| home(it).len()))
}

/// The page for a template that fails.
pub fn failed(published: &Published, problem: &Problem) -> Vec<u8> {
    let text = human::one(problem, &published.sources.value, false);
    plain("This page cannot be rendered", &text)
}

/// The page for a site of which there is no good version yet.
pub fn unready(published: &Published) -> Vec<u8> {
    let trouble = published.trouble.as_deref().unwrap_or_default();
    plain("The site cannot be shown yet", trouble)
}

fn plain(title: &str, text: &str) -> Vec<u8> {
    let escape = |it: &str| it.replace('&', "&amp;").replace('<', "&lt;");
    let (title, text) = (escape(title), escape(text));
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
         <title>{title}</title>\n<body>\n<h1>{title}</h1>\n<pre>{text}</pre>\n</body>\n</html>\n"
    )
    .into_bytes()
}

/// A page that browsers show, with the script that keeps it fresh.
fn page(published: &Published, status: u16, html: &[u8]) -> Response {
    let body = reload::inject(published, html);
    let html = ("Content-Type", "text/html; charset=utf-8".to_owned());
    Response { status, fields: vec![html], body }
        .with("Cache-Control", "no-store")
        .with("Content-Security-Policy", POLICY)
        .with("Referrer-Policy", "same-origin")
}

/// Anything else; a browser may keep it if it asks each time whether it is still the same.
/// `key` stands for the bytes, which are only made where they are not known there.
fn file(
    request: &Request,
    path: &str,
    key: Key,
    bytes: impl FnOnce() -> Result<Vec<u8>, String>,
) -> Response {
    let tag = tag(key);
    let known = request.if_none_match.as_deref().unwrap_or_default();
    let (status, bytes) =
        if known.contains(&tag) { (304, Ok(Vec::new())) } else { (200, bytes()) };
    let body = match bytes {
        Ok(body) => body,
        Err(reason) => return Response::text(404, &reason),
    };
    let fields = vec![("Content-Type", mime(path).to_owned())];
    let response = Response { status, fields, body };
    response.with("ETag", tag).with("Cache-Control", "no-cache")
}

/// A file of so many bytes that may be asked for in parts; `read` gives one, or all.
fn stored(
    request: &Request,
    path: &str,
    key: Key,
    size: u64,
    read: impl FnOnce(Option<Range<u64>>) -> Result<Vec<u8>, String>,
) -> Response {
    let response = match range::asked(request, &tag(key), size) {
        Some(part) if part.is_empty() => range::beyond(size),
        Some(part) => match file(request, path, key, || read(Some(part.clone()))) {
            response if response.status == 200 => range::partial(response, &part, size),
            other => other,
        },
        None => file(request, path, key, || read(None)),
    };
    response.with("Accept-Ranges", "bytes")
}

fn tag(key: Key) -> String {
    format!("\"{key}\"")
}

fn is_html(path: &str) -> bool {
    mime(path).starts_with("text/html")
}

/// The media type of a file by its suffix
/// (<https://www.iana.org/assignments/media-types/>).
fn mime(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or(path);
    let suffix = name.rsplit_once('.').map_or("", |it| it.1).to_ascii_lowercase();
    match suffix.as_str() {
        "html" | "htm" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "txt" | "md" | "" => "text/plain; charset=utf-8",
        "vtt" => "text/vtt; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml",
        "pdf" => "application/pdf",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "ttf" => "font/ttf",
        "otf" => "font/otf",
        "mp3" => "audio/mpeg",
        "mp4" => "video/mp4",
        "webm" => "video/webm",
        "zip" => "application/zip",
        _ => "application/octet-stream",
    }
}
