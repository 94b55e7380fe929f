//! Which outputs there are: one row for every page, feed and file, and none for what would
//! be empty.

use crate::{
    picture::Print,
    plan::{
        FeedOf, List, ListOf, Page, PosterOf, Route, album, context::flag_path,
        country_topics, dates, feed, pagination, poster, sitemap, tables::Tables, url,
        web_manifest,
    },
    schema::{Order, TypeId},
    site::{EntryId, LangId, Site},
    theme::Theme,
};

/// How many news the page of an entry shows; with more, it has a list of its own.
pub const LATEST: usize = 20;

/// All outputs, in no order, and the lists that they are pages of.
pub fn all(
    site: &Site,
    theme: &Theme,
    tables: &Tables,
    prints: &[(u32, Print)],
) -> (Vec<Page>, Vec<List>) {
    let feeds = feeds(site, tables);
    let (pages, lists) = (Vec::new(), Vec::new());
    let mut routes = Routes { site, theme, tables, feeds, pages, lists };
    let languages = (0..).map(LangId).take(tables.shelves.len());
    languages.filter(|it| tables.shelf(*it).filled).for_each(|it| routes.language(it));
    site.ids().for_each(|id| routes.entry(id));
    routes.feeds();
    routes.files(prints);
    routes.theme();
    routes.machine();
    (routes.pages, routes.lists)
}

/// The feeds that have something in them.
pub fn feeds(site: &Site, tables: &Tables) -> Vec<(FeedOf, LangId)> {
    let empty = |(of, lang): &(FeedOf, LangId)| {
        *of == FeedOf::Site && tables.shelf(*lang).months.is_empty()
    };
    feed::all(site).into_iter().filter(|it| !empty(it)).collect()
}

struct Routes<'a> {
    site: &'a Site,
    theme: &'a Theme,
    tables: &'a Tables,
    feeds: Vec<(FeedOf, LangId)>,
    pages: Vec<Page>,
    lists: Vec<List>,
}

impl Routes<'_> {
    fn add(&mut self, address: &str, lang: LangId, route: Route) {
        self.pages.push(Page { path: url::output(address), lang, route });
    }

    fn language(&mut self, lang: LangId) {
        let home = url::home(&self.site.config, lang);
        self.add(&home, lang, Route::Home);
        self.add(&format!("{home}404.html"), lang, Route::NotFound);
        let manifest = format!("{home}{}", web_manifest::NAME);
        if !self.has(&manifest[1..]) {
            self.add(&manifest, lang, Route::WebManifest);
        }
        if poster::of_site(self.site, self.theme) {
            self.poster(PosterOf::Site, lang);
        }
        for ty in (0..self.site.config.schema.types.len()).filter_map(type_id) {
            if !self.tables.shelf(lang).entries(ty).is_empty() {
                self.listing(ty, lang, &home);
            }
        }
        if !self.tables.shelf(lang).months.is_empty() {
            self.archive(lang, &home);
        }
        let shelf = self.tables.shelf(lang);
        if !shelf.months.is_empty() || !shelf.corrections.is_empty() {
            self.add(&format!("{home}corrections/"), lang, Route::Corrections);
        }
        if self.feeds.iter().any(|it| it.1 == lang) {
            self.add(&format!("{home}feeds/"), lang, Route::FeedList);
        }
    }

    /// The list of all entries of a type. Free pages have none: menus lead to them.
    fn listing(&mut self, ty: TypeId, lang: LangId, home: &str) {
        let schema = self.site.config.schema.get(ty);
        let address = format!("{home}{}/", schema.folder);
        match schema.order {
            _ if schema.name == "page" => {}
            Order::Date => {
                let total = self.tables.shelf(lang).entries(ty).len();
                self.list(ListOf::Type(ty), lang, address, total);
            }
            Order::Name | Order::Order => self.add(&address, lang, Route::Index(ty)),
        }
    }

    fn list(&mut self, of: ListOf, lang: LangId, address: String, total: usize) {
        let Ok(list) = u32::try_from(self.lists.len()) else { return };
        self.add(&address, lang, Route::List { list, page: 0 });
        for page in 1..=pagination::pages(total, self.site.config.pagination.per_page) {
            let at = format!("{address}page/{page}/");
            self.add(&at, lang, Route::List { list, page });
        }
        self.lists.push(List { of, lang, address });
    }

    fn archive(&mut self, lang: LangId, home: &str) {
        self.add(&format!("{home}news/archive/"), lang, Route::Archive);
        let tables = self.tables;
        for (year, months) in tables.shelf(lang).years() {
            let address = format!("{home}news/{year:04}/");
            self.add(&address, lang, Route::Year(year));
            for month in months {
                let of = ListOf::Month(month.year, month.month);
                let address = format!("{address}{:02}/", month.month);
                self.list(of, lang, address, month.news.len());
            }
        }
    }

    /// The page of an entry with what stands beside it; nothing for what has no page here.
    fn entry(&mut self, id: EntryId) {
        let site = self.site;
        let (entry, json) = (site.entry(id), site.config.outputs.page_json);
        let address = entry.card.address.as_deref();
        let Some(address) = address.filter(|it| it.starts_with('/')) else { return };
        self.add(address, entry.lang, Route::Entry(id));
        if json {
            self.add(&format!("{address}index.json"), entry.lang, Route::EntryJson(id));
        }
        if poster::of_entry(site, id) {
            self.poster(PosterOf::Entry(id), entry.lang);
        }
        let news = site.inverse_of(id, "news").len();
        if news > LATEST && !site.is(id, "news") {
            let address = format!("{address}news/");
            self.list(ListOf::NewsOf(id), entry.lang, address, news);
        }
        self.country_topics(id);
        for (at, alias) in (0..).zip(&entry.aliases) {
            self.add(alias, entry.lang, Route::Redirect(id, at));
        }
    }

    /// The lists of what a country and a topic have in common.
    fn country_topics(&mut self, country: EntryId) {
        let (first, last) = ((country, EntryId(0)), (country, EntryId(u32::MAX)));
        for (of, news) in self.tables.country_topics.range(first..=last) {
            if let Some(address) = country_topics::address(self.site, *of) {
                let lang = self.site.entry(country).lang;
                self.list(ListOf::CountryTopic(of.0, of.1), lang, address, news.len());
            }
        }
    }

    fn poster(&mut self, of: PosterOf, lang: LangId) {
        self.add(&poster::address(self.site, of, lang), lang, Route::Poster(of));
    }

    fn feeds(&mut self) {
        let site = self.site;
        for (of, lang) in std::mem::take(&mut self.feeds) {
            for format in &site.config.feeds.formats {
                let address = feed::address(site, of, lang, *format);
                self.add(&address, lang, Route::Feed(of, *format));
            }
        }
    }

    /// Files of the site. A print as large as its picture stands in the place of the file.
    fn files(&mut self, prints: &[(u32, Print)]) {
        let (site, lang) = (self.site, LangId(0));
        let mut replaced = Vec::new();
        for (at, (file, print)) in (0..).zip(prints) {
            let source = &site.files[*file as usize];
            let path = album::path(source, print);
            if path == source.output {
                replaced.push(*file);
            }
            self.pages.push(Page { path, lang, route: Route::Print(at) });
        }
        for (at, file) in (0..).zip(&site.files) {
            if replaced.binary_search(&at).is_err() {
                let path = file.output.clone();
                self.pages.push(Page { path, lang, route: Route::File(at) });
            }
        }
    }

    /// Files of the theme; of its flags, those of the countries of the site.
    fn theme(&mut self) {
        let (theme, countries) = (self.theme, &self.site.countries);
        let used = self.site.entries.iter().filter_map(|it| it.country);
        let used: Vec<String> =
            used.map(|it| flag_path(countries.get(it).iso2)).collect();
        for (at, path) in (0..).zip(theme.assets.keys()) {
            if !path.starts_with("assets/flags/") || used.contains(path) {
                let route = Route::ThemeFile(at);
                self.pages.push(Page { path: path.clone(), lang: LangId(0), route });
            }
        }
    }

    /// Whether the site has a file of its own at an output path.
    fn has(&self, path: &str) -> bool {
        self.site.files.iter().any(|it| it.output == path)
    }

    /// What the site has once. A `robots.txt` or `_redirects` of its own takes the place of
    /// ours.
    fn machine(&mut self) {
        let (robots, redirects) = (!self.has("robots.txt"), !self.has("_redirects"));
        let aliases = self.site.entries.iter().any(|it| !it.aliases.is_empty());
        let news = !sitemap::recent(self.site).is_empty();
        let graph = self.site.config.outputs.graph;
        let once = [
            (robots, "/robots.txt", Route::Robots),
            (redirects && aliases, "/_redirects", Route::Redirects),
            (news, "/sitemap-news.xml", Route::NewsSitemap),
            (graph, "/api/graph.json", Route::Graph),
        ];
        for (_, address, route) in once.into_iter().filter(|it| it.0) {
            self.add(address, LangId(0), route);
        }
        self.sitemaps();
    }

    fn sitemaps(&mut self) {
        let pages = self.pages.iter().filter(|it| indexed(self.site, it)).count();
        for (address, route) in sitemap::routes(pages, sitemap::SIZE) {
            self.add(&address, LangId(0), route);
        }
    }
}

/// Whether search engines should know a page: those of entries that do not say otherwise,
/// were not withdrawn and are not the same text as in another language, and lists.
pub fn indexed(site: &Site, page: &Page) -> bool {
    match page.route {
        Route::Entry(id) => {
            let entry = site.entry(id);
            !dates::fields(site, id).flag("noindex")
                && !entry.card.withdrawn
                && !entry.is_untranslated()
        }
        Route::Home
        | Route::List { .. }
        | Route::Index(_)
        | Route::Archive
        | Route::Year(_)
        | Route::Corrections
        | Route::FeedList => true,
        _ => false,
    }
}

fn type_id(at: usize) -> Option<TypeId> {
    u16::try_from(at).ok().map(TypeId)
}
