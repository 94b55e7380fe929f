//! What stands at each route; and the pages that stand alone: home, corrections, feeds,
//! what is not found, redirects.

use crate::{
    key::Keyed,
    plan::{
        Content, FeedOf, Route,
        context::Context,
        country, coverage, documents, entries, entry_json, feed, free, graph,
        head::{self, Subject},
        index, lists, news, organisations, people, poster, publisher, redirects, robots,
        routes, search, sitemap, topics, url, web_manifest,
    },
    schema::TypeId,
    site::EntryId,
    view::{
        CorrectionView, CorrectionsView, CountedLink, FeedGroup, FeedListView, FeedRow,
        HomeView, Link, NotFoundView, RedirectView, TopicBlock, View, machine::Machine,
    },
};

/// How many news the home page shows below the first one.
const LATEST: usize = 12;

/// How many topics the home page shows, and how many news of each.
const TOPICS: (usize, usize) = (6, 3);

/// What stands at the page of a context.
pub fn content(cx: Context<'_>) -> Content<'_> {
    let template = |name, view| Content::Template { name, view };
    match cx.page.route {
        Route::Home => template("home", View::Home(Box::new(home(cx)))),
        Route::Entry(id) => entry(cx, id),
        Route::List { list, page } => {
            let list = &cx.plan.lists[list as usize];
            template("list", View::List(Box::new(lists::view(cx, list, page))))
        }
        Route::Index(ty) => template("index", View::Index(Box::new(index::view(cx, ty)))),
        Route::Archive => {
            template("archive", View::Archive(Box::new(lists::archive(cx))))
        }
        Route::Year(year) => {
            template("archive", View::Archive(Box::new(lists::year(cx, year))))
        }
        Route::Corrections => {
            template("corrections", View::Corrections(Box::new(corrections(cx))))
        }
        Route::FeedList => template("feeds", View::FeedList(Box::new(feed_list(cx)))),
        Route::NotFound => template("404", View::NotFound(Box::new(not_found(cx)))),
        Route::Redirect(id, _) => {
            template("redirect", View::Redirect(Box::new(redirect(cx, id))))
        }
        Route::Search => template("search", View::Search(Box::new(search::view(cx)))),
        Route::SearchFile(at) => Content::Search(&cx.plan.search[at as usize]),
        Route::ThemeFile(at) => theme_file(cx, at),
        Route::File(at) => Content::Copy(&cx.site.files[at as usize]),
        Route::Print(at) => {
            let (file, print) = cx.plan.prints[at as usize];
            Content::Print(&cx.site.files[file as usize], print)
        }
        Route::Poster(of) => Content::Poster(Box::new(poster::view(cx, of))),
        _ => machine(cx),
    }
}

fn entry(cx: Context<'_>, id: EntryId) -> Content<'_> {
    let view = match cx.site.type_name(id) {
        "news" => View::News(Box::new(news::view(cx, id))),
        "country" => View::Country(Box::new(country::view(cx, id))),
        "topic" => View::Topic(Box::new(topics::topic(cx, id))),
        "region" => View::Region(Box::new(topics::region(cx, id))),
        "organisation" => View::Organisation(Box::new(organisations::view(cx, id))),
        "person" => View::Person(Box::new(people::view(cx, id))),
        "document" => View::Document(Box::new(documents::view(cx, id))),
        _ => View::Page(Box::new(free::view(cx, id))),
    };
    let own = cx.fields(id).text("template");
    let of_type = &cx.site.config.schema.get(cx.entry(id).ty).template;
    Content::Template { name: own.unwrap_or(of_type), view }
}

fn theme_file(cx: Context<'_>, at: u32) -> Content<'_> {
    match cx.theme.assets.values().nth(at as usize) {
        Some(asset) => Content::Bytes(asset),
        None => Content::Text(String::new()),
    }
}

fn home(cx: Context<'_>) -> HomeView<'_> {
    let type_of = |name| cx.site.config.schema.named(name);
    let entries = |ty: TypeId| cx.plan.tables.shelf(cx.lang()).entries(ty);
    let news = type_of("news").map_or(&[][..], entries);
    let featured = news.iter().find(|id| cx.fields(**id).flag("featured"));
    let lead = featured.or(news.first()).copied();
    let latest = news.iter().copied().filter(|id| Some(*id) != lead).take(LATEST);
    let latest: Vec<EntryId> = latest.collect();
    HomeView {
        head: head::of_list(cx, home_subject(cx)),
        lead: lead.map(|it| cx.card(it)),
        latest: cx.cards(&latest),
        all_news: cx.href_if_there("news/").map(|url| {
            let title = cx.words().text("news");
            let link = Link { title, url: Some(url), lang: None };
            CountedLink { link, count: news.len() }
        }),
        topics: type_of("topic")
            .map_or_else(Vec::new, |it| topic_blocks(cx, entries(it))),
        coverage: type_of("country")
            .and_then(|it| coverage::world(cx, coverage::counts(cx, entries(it)))),
        letters: index::letters_of_countries(cx),
    }
}

fn home_subject(cx: Context) -> Subject {
    let (config, lang) = (&cx.site.config, cx.lang());
    let title = publisher::title(config, lang).to_owned();
    let description = match publisher::description(config, lang) {
        "" => title.clone(),
        said => said.to_owned(),
    };
    Subject { description, section: "home".into(), ..Subject::default() }
}

/// Topics that have news, in the editor's order, each with its latest.
fn topic_blocks<'a>(cx: Context<'a>, topics: &[EntryId]) -> Vec<TopicBlock<'a>> {
    let covered = topics.iter().filter(|id| !cx.news_of(**id).is_empty());
    let block = |id: &EntryId| {
        let news = cx.news_of(*id);
        TopicBlock {
            topic: cx.counted(*id),
            latest: cx.cards(&news[..news.len().min(TOPICS.1)]),
        }
    };
    covered.take(TOPICS.0).map(block).collect()
}

fn corrections(cx: Context<'_>) -> CorrectionsView<'_> {
    let subject = plain(cx, "corrections", "described_corrections");
    let found = &cx.plan.tables.shelf(cx.lang()).corrections;
    let item = |(id, at): &(EntryId, usize)| {
        let change =
            entries::change(cx, *id, cx.fields(*id).records("changes").nth(*at)?)?;
        Some(CorrectionView { change, link: cx.link(*id) })
    };
    let (title, items) = (subject.title.clone(), found.iter().filter_map(item).collect());
    CorrectionsView { head: head::of_list(cx, subject), title, items }
}

fn feed_list(cx: Context<'_>) -> FeedListView {
    let subject = plain(cx, "feeds", "described_feeds");
    let mut groups: Vec<FeedGroup> = Vec::new();
    for (of, lang) in
        routes::feeds(cx.site, &cx.plan.tables).into_iter().filter(|it| it.1 == cx.lang())
    {
        let (group, title) = match of {
            FeedOf::Site => ("news", publisher::title(&cx.site.config, lang)),
            FeedOf::Entry(id) => {
                let entry = cx.entry(id);
                (&*cx.site.config.schema.get(entry.ty).label, &*entry.card.list_title)
            }
        };
        let title = title.to_owned();
        let row = FeedRow { title, feeds: feed::links(cx.site, of, lang) };
        let group = cx.words().text(group);
        match groups.iter_mut().find(|it| it.title == group) {
            Some(known) => known.items.push(row),
            None => groups.push(FeedGroup { title: group.to_owned(), items: vec![row] }),
        }
    }
    for group in &mut groups {
        group.items.sort_by(|a, b| cx.words().compare(&a.title, &b.title));
    }
    let title = subject.title.clone();
    FeedListView { head: head::of_list(cx, subject), title, groups }
}

fn not_found(cx: Context<'_>) -> NotFoundView {
    let subject = plain(cx, "not_found", "described_not_found");
    let title = subject.title.clone();
    NotFoundView { head: head::of_list(cx, subject), title }
}

/// A page of the site's own, by the keys of its title and of its description.
fn plain(cx: Context, title: &str, description: &str) -> Subject {
    let title = cx.words().text(title).to_owned();
    Subject {
        name: title.clone(),
        title,
        description: cx.words().text(description).to_owned(),
        ..Subject::default()
    }
}

fn redirect(cx: Context<'_>, id: EntryId) -> RedirectView {
    let card = &cx.entry(id).card;
    let address = card.address.as_deref().unwrap_or("/");
    RedirectView {
        to: cx.href(address),
        canonical: url::absolute(&cx.site.config, address),
        title: card.title.clone(),
    }
}

fn machine(cx: Context<'_>) -> Content<'_> {
    let (site, lang) = (cx.site, cx.lang());
    Content::Machine(match cx.page.route {
        Route::Feed(of, format) => {
            Machine::Feed(Box::new(feed::view(site, of, lang, format)))
        }
        Route::Sitemap(part) => Machine::Sitemap(sitemap::view(cx, part)),
        Route::SitemapIndex => Machine::SitemapIndex(sitemap::index(cx)),
        Route::NewsSitemap => Machine::NewsSitemap(sitemap::news(site)),
        Route::Graph => Machine::Graph(graph::view(site)),
        Route::EntryJson(id) => {
            let tag = &site.config.languages[usize::from(lang.0)].tag;
            let words = Keyed { key: cx.theme.key, value: cx.theme.strings_of(tag) };
            Machine::Entry(Box::new(entry_json::view(site, id, &words)))
        }
        Route::WebManifest => {
            return Content::Text(web_manifest::text(
                &cx.plan.frames[usize::from(lang.0)],
            ));
        }
        Route::Robots => {
            return Content::Text(robots::text(&sitemap::entrances(cx.plan, site)));
        }
        _ => return Content::Text(redirects::text(site)),
    })
}
