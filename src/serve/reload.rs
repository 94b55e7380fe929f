//! Keeps open pages fresh: a script in every page listens to a stream of server-sent events
//! (<https://html.spec.whatwg.org/multipage/server-sent-events.html>).
//!
//! A page carries the key of what it shows, and says it when it opens its stream. The stream
//! sends `reload` once the key of the page differs from that, so that a page that was hidden,
//! or shown by an earlier run of this program, catches up too.

use std::{io, net::TcpStream, time::Duration};

use percent_encoding::percent_decode_str;
use serde_json::Value;
use url::form_urlencoded;

use super::{
    answer::{self, Place},
    http::{self, Request, Response},
    shown::{Published, Shown},
};
use crate::{
    build::{Asked, Ready},
    key::Key,
    plan::{self, Page, Route, url::href},
};

/// The address of the script.
pub const SCRIPT: &str = "/.dateline/live.js";
/// The address of the stream.
pub const STREAM: &str = "/.dateline/live";

const TEXT: &str = include_str!("live.js");

/// A line is sent at least this often, to find out who has gone.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// What a browser knows of the page it shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Known {
    /// The key of the page.
    page: String,
    /// The key of its stylesheets.
    sheets: String,
    /// How many saves there had been.
    saved: u64,
    /// What was wrong.
    trouble: Option<String>,
}

/// The script.
pub fn script() -> Response {
    let fields = vec![("Content-Type", "text/javascript; charset=utf-8".to_owned())];
    let body = TEXT.as_bytes().to_vec();
    Response { status: 200, fields, body }.with("Cache-Control", "no-cache")
}

/// A page with the script in it.
pub fn inject(published: &Published, html: &[u8]) -> Vec<u8> {
    let known = Known::of(published, page_key(published, html));
    let tag = format!(
        "<script src=\"{SCRIPT}\" data-page=\"{}\" data-sheets=\"{}\" data-saved=\"{}\"></script>\n",
        known.page, known.sheets, known.saved
    );
    let end = b"</body>";
    let at = html.windows(end.len()).rposition(|it| it.eq_ignore_ascii_case(end));
    let (head, tail) = html.split_at(at.unwrap_or(html.len()));
    [head, tag.as_bytes(), tail].concat()
}

/// Sends events until the client or the server goes.
///
/// # Errors
/// When the client has gone.
pub fn stream(shown: &Shown, request: &Request, out: &mut TcpStream) -> io::Result<()> {
    let fields = vec![("Content-Type", "text/event-stream".to_owned())];
    let head = Response { status: 200, fields, body: Vec::new() };
    http::write_open(out, &head.with("Cache-Control", "no-store"))?;
    let (target, mut known) = asked(&request.target);
    // Whatever the page says of trouble may be out of date.
    known.trouble = Some(String::new());
    send(out, "retry: 500\n\n")?;
    let mut seen = shown.swaps();
    loop {
        let (now, events) = {
            let published = shown.look();
            let now = Known::of(&published, key_of(&published, &target));
            let events = events(&published, &known, &now);
            (now, events)
        };
        send(out, if events.is_empty() { ":\n\n" } else { &events })?;
        known = now;
        match shown.wait(seen, HEARTBEAT) {
            Some(swaps) => seen = swaps,
            None => return Ok(()),
        }
    }
}

fn send(out: &mut dyn io::Write, text: &str) -> io::Result<()> {
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// The page that a stream is opened for, and what the browser knows of it.
fn asked(target: &str) -> (String, Known) {
    let query = target.split_once('?').map_or("", |it| it.1);
    let (mut page, mut known) = (String::new(), Known::default());
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        match &*name {
            "path" => page = value.into_owned(),
            "page" => known.page = value.into_owned(),
            "sheets" => known.sheets = value.into_owned(),
            "saved" => known.saved = value.parse().unwrap_or(u64::MAX),
            _ => {}
        }
    }
    (page, known)
}

impl Known {
    fn of(published: &Published, page: Key) -> Self {
        let sheets = published.ready.as_ref().map(|it| Key::of(&it.theme.stylesheets));
        Self {
            page: page.to_string(),
            sheets: sheets.unwrap_or_default().to_string(),
            saved: published.saved.as_ref().map_or(0, |it| it.0),
            trouble: published.trouble.clone(),
        }
    }
}

/// What a browser that knows `old` must be told.
fn events(published: &Published, old: &Known, new: &Known) -> String {
    let mut text = String::new();
    let mut event = |name: &str, data: Value| {
        text += &format!("event: {name}\ndata: {data}\n\n");
    };
    if new.trouble != old.trouble {
        event("trouble", new.trouble.clone().into());
    }
    if let Some((count, address)) = &published.saved
        && *count > old.saved
    {
        event("jump", address.clone().into());
    }
    if new.page != old.page {
        event("reload", Value::Null);
    } else if new.sheets != old.sheets
        && let Some(ready) = &published.ready
    {
        let address = |it: &String| href(&ready.site.config, &format!("/{it}"));
        event("sheets", ready.theme.stylesheets.iter().map(address).collect());
    }
    text
}

/// The key of what a request for `target` would show.
fn key_of(published: &Published, target: &str) -> Key {
    let Some(ready) = &published.ready else {
        return page_key(published, &answer::unready(published));
    };
    let page = match answer::find(ready, target) {
        Place::Page(page) | Place::Missing(Some(page)) => page,
        Place::Elsewhere(address) => return Key::of_bytes(address.as_bytes()),
        Place::Index(it) => return it.key,
        Place::Missing(None) => return Key::NONE,
    };
    match ready.show(page, Key::NONE) {
        Ok(Asked::Bytes(bytes)) => page_key(published, &bytes),
        Ok(Asked::Copy(file)) => file.key,
        Ok(Asked::Print(_, _, key) | Asked::Poster(_, key)) => key,
        Err(problem) => page_key(published, &answer::failed(published, &problem)),
    }
}

/// The key of all that a page shows: its text, and the pictures and scripts it names; not
/// its stylesheets, which can be exchanged while it is shown.
fn page_key(published: &Published, html: &[u8]) -> Key {
    let mut text = String::from_utf8_lossy(html).into_owned();
    let Some(ready) = &published.ready else { return Key::of_bytes(text.as_bytes()) };
    for name in &ready.theme.stylesheets {
        text = text.replace(&**name, "");
    }
    let files = files(ready, &text);
    Key::of(&(text, files))
}

/// The keys of the files that a page names in its attributes, as far as they are the site's.
fn files(ready: &Ready, html: &str) -> Vec<Key> {
    let base = &*ready.site.config.base_path;
    let values = html.split("=\"").skip(1).filter_map(|it| it.split_once('"'));
    let paths = values.filter_map(|it| it.0.strip_prefix(base));
    let file = |path: &str| {
        let path = percent_decode_str(path).decode_utf8().ok()?;
        let page = ready.plan.page(&path)?;
        let is_file =
            matches!(page.route, Route::File(_) | Route::Print(_) | Route::ThemeFile(_));
        is_file.then(|| key(ready, page))
    };
    paths.filter_map(file).collect()
}

fn key(ready: &Ready, page: &Page) -> Key {
    let content = plan::view(&ready.plan, &ready.site, &ready.theme, page);
    ready.plan.key(page, &content, &ready.theme)
}
