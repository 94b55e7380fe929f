//! Templates that entries and types ask for by name: whether the theme has them. Knows
//! nothing of what is in one.

use crate::{
    problem::Problem,
    site::{EntryId, Site},
    span::Place,
    theme::Theme,
};

/// Everything that asks for a template the theme does not have.
pub fn check(site: &Site, theme: &Theme) -> Vec<Problem> {
    let names = theme.template_names();
    let has = |name: &str| names.binary_search_by(|it| it.as_str().cmp(name)).is_ok();
    // Those in folders are parts of others.
    let whole =
        || names.iter().filter(|it| !it.contains('/')).cloned().collect::<Vec<_>>();
    let of_entries = site.ids().filter_map(|id| of_entry(site, id));
    let lacking = of_types(site).chain(of_entries).filter(|it| !has(it.0));
    lacking.map(|(name, place)| Problem::no_template(name, &place, &whole())).collect()
}

fn of_types(site: &Site) -> impl Iterator<Item = (&str, Place)> {
    site.config.schema.types.iter().filter_map(|ty| {
        let place = site.config.places.value(&["types", &ty.name, "template"])?;
        Some((ty.template.as_str(), place))
    })
}

fn of_entry(site: &Site, id: EntryId) -> Option<(&str, Place)> {
    let entry = site.entry(id);
    let document = entry.document.as_deref().filter(|_| !entry.is_lent())?;
    let item = document.fields.item("template")?;
    let place = Place { path: document.path.clone(), span: item.span };
    Some((document.fields.text("template")?, place))
}
