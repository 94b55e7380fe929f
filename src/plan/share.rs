//! Links that share a page, without any script.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::{
    plan::{context::Context, url},
    site::EntryId,
    view::ShareLink,
};

/// What stays as it is in a query (RFC 3986, section 2.3).
const QUERY: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Services, with the address that takes a title and an address.
const SERVICES: &[(&str, &str)] = &[
    ("Facebook", "https://www.facebook.com/sharer/sharer.php?u={url}"),
    ("LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url={url}"),
    ("WhatsApp", "https://wa.me/?text={title}%20{url}"),
    ("X", "https://x.com/intent/post?text={title}&url={url}"),
];

/// Links that share the page of an entry: by mail, then by services in alphabetical order.
pub fn links(cx: Context, id: EntryId) -> Vec<ShareLink> {
    let encode = |text: &str| utf8_percent_encode(text, QUERY).to_string();
    let title = encode(&cx.entry(id).card.title);
    let page = encode(&url::absolute(&cx.site.config, &cx.page_address()));
    let filled = |form: &str| form.replace("{title}", &title).replace("{url}", &page);
    let mail = ShareLink {
        label: cx.words().text("share_email").to_owned(),
        url: filled("mailto:?subject={title}&body={url}"),
    };
    let services = SERVICES
        .iter()
        .map(|(label, form)| ShareLink { label: (*label).to_owned(), url: filled(form) });
    std::iter::once(mail).chain(services).collect()
}
