//! JSON-LD: what a page is, in the words of <https://schema.org>, one `@graph` a page.
//!
//! Nodes point at each other by `@id`; whatever a page points at stands in its own graph.

mod article;
mod node;
mod thing;

use self::node::Node;
use super::{Route, context::Context, pagination, publisher, url};
use crate::{
    site::{EntryId, LangId},
    view::Crumb,
};

/// How many entries of a list are named.
const LISTED: usize = 20;

/// A page, as far as JSON-LD tells of it.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// Where it stands.
    pub cx: Context<'a>,
    /// Its absolute address.
    pub url: &'a str,
    /// Title.
    pub title: &'a str,
    /// Description; may be empty.
    pub description: &'a str,
    /// The trail to it; the addresses are those of [`url::href`].
    pub breadcrumb: &'a [Crumb],
    /// Absolute address of its picture.
    pub image: &'a str,
}

/// The graph of a page: JSON that may stand in a `<script>`.
pub fn graph(page: &Page) -> String {
    let mut nodes = match page.cx.page.route {
        Route::Home => vec![collection(page)],
        Route::Entry(id) => thing::nodes(page, id),
        Route::NotFound => Vec::new(),
        _ => vec![collection(page), breadcrumb(page)],
    };
    nodes.push(website(page));
    nodes.push(publisher(page));
    let graph = Node::bare().with("@context", "https://schema.org");
    graph.with("@graph", nodes).text()
}

/// A page of a kind, with what all pages say.
fn web_page(page: &Page, ty: &str) -> Node {
    let trail = has_trail(page).then(|| Node::reference(&fragment(page, "breadcrumb")));
    Node::of(ty)
        .with("@id", page.url)
        .with("url", page.url)
        .with("name", name(page))
        .with("description", page.description)
        .with("inLanguage", tag(page.cx, page.cx.lang()))
        .with("isPartOf", Node::reference(&site_id(page)))
        .with("breadcrumb", trail)
}

fn collection(page: &Page) -> Node {
    web_page(page, "CollectionPage").with("mainEntity", item_list(page))
}

/// The entries of a page that have an address.
fn item_list(page: &Page) -> Option<Node> {
    let cards = listed(page.cx).iter().map(|id| &page.cx.entry(*id).card);
    let items: Vec<Node> = cards
        .filter_map(|card| Some((card.address.as_deref()?, &card.title)))
        .take(LISTED)
        .zip(1_u32..)
        .map(|((address, title), position)| {
            let url = url::absolute(&page.cx.site.config, address);
            list_item(position).with("url", url).with("name", title)
        })
        .collect();
    let list = Node::of("ItemList").with("numberOfItems", items.len());
    (!items.is_empty()).then(|| list.with("itemListElement", items))
}

fn list_item(position: u32) -> Node {
    Node::of("ListItem").with("position", position)
}

/// The entries of a page, the first ones first.
fn listed(cx: Context<'_>) -> &[EntryId] {
    match cx.page.route {
        Route::Home => cx.news(),
        Route::Entry(id) => cx.news_of(id),
        Route::Index(ty) => cx.plan.tables.shelf(cx.lang()).entries(ty),
        Route::List { list, page } => {
            let list = &cx.plan.lists[list as usize];
            let entries = cx.plan.listed(cx.site, list);
            pagination::shown(&cx.site.config, entries, page)
        }
        _ => &[],
    }
}

// A step without an address can only be the last one.
fn breadcrumb(page: &Page) -> Node {
    let last = page.breadcrumb.len().saturating_sub(1);
    let steps = page.breadcrumb.iter().enumerate();
    let steps = steps.filter(|(at, crumb)| *at == last || crumb.url.is_some());
    let steps = steps.map(|it| it.1).zip(1..);
    let items: Vec<Node> = steps.map(|(crumb, at)| step(page, crumb, at)).collect();
    let list = Node::of("BreadcrumbList").with("@id", fragment(page, "breadcrumb"));
    list.with("itemListElement", items)
}

fn step(page: &Page, crumb: &Crumb, position: u32) -> Node {
    let config = &page.cx.site.config;
    let below = |url: &str| url.strip_prefix(&config.base_path).map(str::to_owned);
    let own = crumb.url.as_deref().and_then(below);
    let item =
        own.map_or_else(|| page.url.to_owned(), |it| config.base_url.clone() + &it);
    list_item(position).with("name", &crumb.title).with("item", item)
}

fn website(page: &Page) -> Node {
    let (config, home) =
        (&page.cx.site.config, url::home(&page.cx.site.config, page.cx.lang()));
    Node::of("WebSite")
        .with("@id", site_id(page))
        .with("url", url::absolute(config, &home))
        .with("name", publisher::title(config, page.cx.lang()))
        .with("description", publisher::description(config, page.cx.lang()))
        .with("inLanguage", tag(page.cx, page.cx.lang()))
        .with("publisher", Node::reference(&publisher_id(page.cx)))
}

fn publisher(page: &Page) -> Node {
    let publisher = publisher::of(page.cx.site, page.cx.lang());
    Node::of("NewsMediaOrganization")
        .with("@id", publisher_id(page.cx))
        .with("name", publisher.name)
        .with("url", publisher.url)
        .with("logo", publisher.entry.and_then(|id| thing::logo(page.cx, id)))
}

/// The title of a page; the home page has that of the site.
fn name<'a>(page: &Page<'a>) -> &'a str {
    match page.title {
        "" => publisher::title(&page.cx.site.config, page.cx.lang()),
        title => title,
    }
}

fn has_trail(page: &Page) -> bool {
    page.cx.page.route != Route::Home && !page.breadcrumb.is_empty()
}

fn fragment(page: &Page, name: &str) -> String {
    format!("{}#{name}", page.url)
}

fn site_id(page: &Page) -> String {
    let home = url::home(&page.cx.site.config, page.cx.lang());
    format!("{}#website", url::absolute(&page.cx.site.config, &home))
}

fn publisher_id(cx: Context) -> String {
    format!("{}#publisher", cx.site.config.base_url)
}

fn tag(cx: Context<'_>, lang: LangId) -> &str {
    &cx.site.config.languages[usize::from(lang.0)].tag
}
