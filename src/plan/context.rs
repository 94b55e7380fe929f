//! What every view is made with: links, cards and pictures, as seen from a page of one
//! language.

use crate::{
    date::Moment,
    document::{Named, Record},
    plan::{
        Page, Plan,
        album::{self, Size},
        collisions, dates, links, url,
        words::Words,
    },
    site::{CardImage, Entry, EntryId, FileUse, LangId, Site, Target},
    theme::Theme,
    view::{CardView, CountedLink, CountryLink, DateText, ImageView, Link},
};

/// The page a view is made for, and what it is made of.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The site.
    pub site: &'a Site,
    /// The theme.
    pub theme: &'a Theme,
    /// The page.
    pub page: &'a Page,
}

impl<'a> Context<'a> {
    /// The language of the page.
    pub fn lang(&self) -> LangId {
        self.page.lang
    }

    /// Whether the language of the page is read from right to left.
    pub fn is_rtl(&self) -> bool {
        self.site.config.languages[usize::from(self.page.lang.0)].rtl
    }

    /// The address of the page, below the base.
    pub fn page_address(&self) -> String {
        collisions::address(&self.page.path)
    }

    /// The words of the page's language.
    pub fn words(&self) -> &'a Words {
        &self.plan.words[usize::from(self.page.lang.0)]
    }

    /// An entry.
    pub fn entry(&self, id: EntryId) -> &'a Entry {
        self.site.entry(id)
    }

    /// The front matter of an entry; empty for a country without a file.
    pub fn fields(&self, id: EntryId) -> &'a Record {
        dates::fields(self.site, id)
    }

    /// The news that name an entry, newest first.
    pub fn news_of(&self, id: EntryId) -> &'a [EntryId] {
        self.site.inverse_of(id, "news")
    }

    /// The news of the page's language, newest first.
    pub fn news(&self) -> &'a [EntryId] {
        let ty = self.site.config.schema.named("news");
        ty.map_or(&[], |it| self.plan.tables.shelf(self.page.lang).entries(it))
    }

    /// An address as this page links to it.
    pub fn href(&self, address: &str) -> String {
        url::href(&self.site.config, address)
    }

    /// The address of something in the page's language: `news/` → `/fr/news/`.
    pub fn address(&self, rest: &str) -> String {
        format!("{}{rest}", url::home(&self.site.config, self.page.lang))
    }

    /// The link to a page of the site in the page's language, if there is such a page.
    pub fn href_if_there(&self, rest: &str) -> Option<String> {
        let address = self.address(rest);
        self.plan.page_at(&address).map(|_| self.href(&address))
    }

    /// The tag of the page's language.
    pub fn tag(&self) -> &'a str {
        &self.site.config.languages[usize::from(self.page.lang.0)].tag
    }

    /// The tag and the direction of a language, where it is not the page's.
    pub fn other(&self, lang: LangId) -> Option<(&'a str, &'static str)> {
        let language = &self.site.config.languages[usize::from(lang.0)];
        let dir = if language.rtl { "rtl" } else { "ltr" };
        (lang != self.page.lang).then_some((&*language.tag, dir))
    }

    /// The tag of a language, where it is not the page's.
    pub fn other_tag(&self, lang: LangId) -> Option<&'a str> {
        self.other(lang).map(|it| it.0)
    }

    /// The language of the file of an entry, where it is not the page's.
    pub fn tag_of_file(&self, id: EntryId) -> Option<&'a str> {
        self.other_tag(self.entry(id).body_lang)
    }

    /// A link to an entry by its title.
    pub fn link(&self, id: EntryId) -> Link<'a> {
        self.link_named(id, &self.entry(id).card.title)
    }

    /// A link to an entry by its name in lists.
    pub fn list_link(&self, id: EntryId) -> Link<'a> {
        self.link_named(id, &self.entry(id).card.list_title)
    }

    fn link_named(&self, id: EntryId, title: &'a str) -> Link<'a> {
        let entry = self.entry(id);
        let url = entry.card.address.as_deref().map(|it| self.href(it));
        Link { title, url, lang: self.other_tag(entry.card.lang) }
    }

    /// Links to entries by their titles.
    pub fn links(&self, ids: &[EntryId]) -> Vec<Link<'a>> {
        ids.iter().map(|id| self.link(*id)).collect()
    }

    /// A link by the name in lists, with the number of news.
    pub fn counted(&self, id: EntryId) -> CountedLink<'a> {
        CountedLink { link: self.list_link(id), count: self.news_of(id).len() }
    }

    /// Sorts entries with a count each: most first, then in the order of names.
    pub fn sort_counts(&self, counts: &mut [(EntryId, usize)]) {
        let name = |id: EntryId| &*self.entry(id).card.sort_key;
        counts.sort_by(|a, b| {
            let names = || self.words().compare(name(a.0), name(b.0)).then(a.0.cmp(&b.0));
            b.1.cmp(&a.1).then_with(names)
        });
    }

    /// A country in a list.
    pub fn country(&self, id: EntryId) -> CountryLink<'a> {
        CountryLink { link: self.list_link(id), flag: self.flag(id), globe: None }
    }

    /// The address of the flag of a country: its own picture, else the theme's.
    pub fn flag(&self, id: EntryId) -> Option<String> {
        if let Some(own) = self.fields(id).text("flag") {
            return self
                .site
                .file_of(id, own)
                .map(|it| self.href(&format!("/{}", it.output)));
        }
        let code = self.site.countries.get(self.entry(id).country?).iso2;
        let path = flag_path(code);
        self.theme.assets.contains_key(&path).then(|| self.href(&format!("/{path}")))
    }

    /// What others show of an entry.
    pub fn card(&self, id: EntryId) -> CardView<'a> {
        let card = &self.entry(id).card;
        let kind = card.kind.as_deref().map(|it| self.kind(it));
        CardView {
            link: self.link(id),
            date: self.card_date(id),
            standfirst: card.standfirst.as_deref(),
            kind,
            country: card.primary_country.map(|it| self.list_link(it)),
            image: card.image.as_ref().and_then(|it| self.card_image(id, it)),
            reason: String::new(),
        }
    }

    /// What others show of entries.
    pub fn cards(&self, ids: &[EntryId]) -> Vec<CardView<'a>> {
        ids.iter().map(|id| self.card(*id)).collect()
    }

    /// The day of an entry.
    pub fn card_date(&self, id: EntryId) -> Option<DateText> {
        let iso = self.entry(id).card.date.as_ref()?;
        let text = self.plan.tables.shelf(self.lang()).days.get(iso)?;
        Some(DateText { iso: iso.clone(), text: text.clone() })
    }

    /// A moment for people and machines.
    pub fn date(&self, moment: &Moment) -> DateText {
        let zone = &self.site.config.timezone;
        let text = self.words().day(moment.day(zone));
        DateText { iso: moment.iso(zone), text }
    }

    /// A kind in words: those of the theme, else its own with a capital.
    pub fn kind(&self, kind: &str) -> String {
        let key = format!("kind_{}", kind.replace('-', "_"));
        self.words().find(&key).map_or_else(|| capital(kind), str::to_owned)
    }

    /// The kind of an entry, as addresses and as readers call it: its own, else its type.
    pub fn kind_of(&self, id: EntryId) -> (&'a str, String) {
        if let Some(kind) = self.entry(id).card.kind.as_deref() {
            return (kind, self.kind(kind));
        }
        let ty = self.site.config.schema.get(self.entry(id).ty);
        let own = self.words().find(&format!("kind_{}", ty.name));
        (&ty.name, own.unwrap_or_else(|| self.words().text(&ty.label)).to_owned())
    }

    /// The entry that a reference in the front matter of `id` leads to.
    pub fn named(&self, id: EntryId, name: &Named) -> Option<EntryId> {
        match self.site.target(id, name.ordinal) {
            Target::Entry(entry) | Target::Anchor(entry, _) => Some(*entry),
            _ => None,
        }
    }

    /// The entry that the reference in field `key` of a record of `id` leads to.
    pub fn named_in(&self, id: EntryId, record: &Record, key: &str) -> Option<EntryId> {
        self.named(id, record.name(key)?)
    }

    /// A picture of an entry by its source path.
    pub fn picture(
        &self,
        id: EntryId,
        source: &str,
        alt: &'a str,
    ) -> Option<ImageView<'a>> {
        let file = self.site.file(source)?;
        let image = self.image_of(file, alt, &album::sizes(file));
        Some(ImageView { lang: self.tag_of_file(id), ..image })
    }

    /// The picture of the card of an entry, cropped where its focus is known.
    fn card_image(&self, id: EntryId, image: &'a CardImage) -> Option<ImageView<'a>> {
        let file = self.site.file(&image.source)?;
        let sizes = album::card_sizes(file, image.focus.as_deref());
        let image = self.image_of(file, &image.alt, &sizes);
        Some(ImageView { lang: self.tag_of_file(id), ..image })
    }

    /// A picture from the front matter: a record of `src`, `alt`, `caption`, `credit`.
    pub fn image(&self, id: EntryId, record: &'a Record) -> Option<ImageView<'a>> {
        let file = self.site.file_of(id, record.text("src")?)?;
        let alt = record.text("alt").unwrap_or_default();
        let image = self.image_of(file, alt, &album::sizes(file));
        Some(ImageView {
            focus: record.text("focus"),
            caption: record.text("caption"),
            credit: record.text("credit"),
            lang: self.tag_of_file(id),
            ..image
        })
    }

    fn image_of(&self, file: &FileUse, alt: &'a str, sizes: &[Size]) -> ImageView<'a> {
        let plain = album::plain(sizes);
        let path = plain.map_or(&file.output, |it| &it.path);
        let url = self.href(&format!("/{path}"));
        let size = plain.map(|it| it.pixels);
        let srcset = links::srcset(&self.site.config, sizes, url::href);
        let (focus, caption, credit, lang) = (None, None, None, None);
        ImageView { url, alt, size, srcset, focus, caption, credit, lang }
    }
}

/// The output path of a flag, by alpha-2 code.
pub fn flag_path(iso2: &str) -> String {
    format!("assets/flags/{}.svg", iso2.to_ascii_lowercase())
}

/// A text with its first letter in upper case.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(chars).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_without_words_get_a_capital() {
        assert_eq!(capital("police"), "Police");
        assert_eq!(capital("état"), "État");
        assert_eq!(capital(""), "");
    }
}
