//! Commands that look at a site: `list query backlinks related suggest schedule explain`.

use rayon::prelude::*;

use super::options::Context;
use crate::{
    cli::{
        Exit,
        args::{
            AnyFormat, Backlinks, Levels, List, Query, Reading, Related, Suggest, Which,
        },
    },
    command::{self, rows},
    site::{
        EntryId, Site,
        related::{Pins, Ranking, Wanted, tune},
    },
    source::Sources,
    terminal::{self, table::TableFormat},
};

/// How many entries are explained before any of them is printed.
const EXPLAINED_TOGETHER: usize = 1024;

/// Reads the site as of the arguments and does `work` with it.
fn look(
    context: &Context,
    reading: &Reading,
    work: impl FnOnce(&Site) -> Result<(), String>,
) -> Exit {
    look_at_files(context, reading, |site, _| work(site))
}

/// Does `work` with the files of the site, too.
fn look_at_files(
    context: &Context,
    reading: &Reading,
    work: impl FnOnce(&Site, &Sources) -> Result<(), String>,
) -> Exit {
    let overrides = match context.overrides(reading, &Levels::default()) {
        Ok(overrides) => overrides,
        Err(message) => return context.misused(&message),
    };
    let (site, sources, exit) = match context.site(&overrides) {
        Ok(found) => found,
        Err(exit) => return exit,
    };
    match work(&site, &sources) {
        Ok(()) => exit,
        Err(message) => context.misused(&message),
    }
}

/// `dateline list`.
pub fn list(context: &Context, arguments: &List) -> Exit {
    use command::list::{self, State};
    let which = arguments.which;
    let hidden = matches!(which, Which::Drafts | Which::Future | Which::Expired);
    let reading = Reading {
        drafts: hidden,
        future: hidden,
        expired: hidden,
        as_of: arguments.as_of.clone(),
        ..Reading::default()
    };
    look_at_files(context, &reading, |site, sources| {
        context.table(&match which {
            Which::All => list::run(site, State::All),
            Which::Drafts => list::run(site, State::Drafts),
            Which::Future => list::run(site, State::Future),
            Which::Expired => list::run(site, State::Expired),
            Which::Orphans => list::orphans(site),
            Which::Stale => list::run(site, State::Stale),
            Which::Stubs => list::run(site, State::Stubs),
            Which::Unlinked => command::unlinked::run(site, sources),
        });
        Ok(())
    })
}

/// `dateline query`.
pub fn query(context: &Context, arguments: &Query) -> Exit {
    look(context, &arguments.reading, |site| {
        context.table(&command::query::run(site, &arguments.expression.join(" "))?);
        Ok(())
    })
}

/// `dateline backlinks`.
pub fn backlinks(context: &Context, arguments: &Backlinks) -> Exit {
    look(context, &arguments.reading, |site| {
        let table = command::backlinks::run(site, &arguments.id);
        context.table(&table.ok_or_else(|| rows::unknown(site, &arguments.id))?);
        Ok(())
    })
}

/// `dateline schedule`.
pub fn schedule(context: &Context, arguments: &Reading) -> Exit {
    look(context, arguments, |site| {
        context.table(&command::schedule::run(site));
        Ok(())
    })
}

/// `dateline related`.
pub fn related(context: &Context, arguments: &Related) -> Exit {
    look(context, &arguments.reading, |site| {
        if let Some(id) = &arguments.id {
            return one(context, arguments, site, id);
        }
        if arguments.tune {
            tune(context, site);
            return Ok(());
        }
        all(context, arguments, site);
        Ok(())
    })
}

fn one(
    context: &Context,
    arguments: &Related,
    site: &Site,
    id: &str,
) -> Result<(), String> {
    let found = rows::named(site, id);
    let first = *found.first().ok_or_else(|| rows::unknown(site, id))?;
    let news = found.iter().copied().find(|it| site.is(*it, "news"));
    let news = news.ok_or_else(|| {
        let ty = site.type_name(first);
        format!("`{id}` names a {ty}: only news have related news")
    })?;
    let (ranking, wanted) = (Ranking::some(site), wanted(arguments, site));
    let explained = ranking.explain(news, wanted);
    if explained.choice.list.is_empty() {
        context.terminal.say(&format!(
            "nothing is related to `{id}`: {}",
            command::related::why_none(site, news, &explained.choice)
        ));
    }
    if !arguments.explain {
        context.table(&command::related::table(site, &explained.choice));
        return Ok(());
    }
    match context.global.format {
        Some(AnyFormat::Json) => {
            let object = command::related::object(site, news, &explained);
            terminal::result(&format!("{object:#}\n"));
        }
        _ => context.table(&command::related::explained(site, &explained)),
    }
    Ok(())
}

fn all(context: &Context, arguments: &Related, site: &Site) {
    let (ranking, wanted) = (Ranking::all(site), wanted(arguments, site));
    let news = |it: &EntryId| site.is(*it, "news") && !site.entry(*it).is_lent();
    let explain = |it: &EntryId| (*it, ranking.explain(*it, wanted));
    let ids: Vec<EntryId> = site.ids().filter(news).collect();
    // On every core, and no more of them in memory than are printed soon.
    let some = |ids: &[EntryId]| ids.par_iter().map(explain).collect::<Vec<_>>();
    let mut explained = ids.chunks(EXPLAINED_TOGETHER).flat_map(some);
    if context.global.format == Some(AnyFormat::Jsonl) {
        for (id, explained) in explained {
            let object = command::related::object(site, id, &explained);
            terminal::result(&format!("{object}\n"));
        }
    } else {
        context.table(&command::related::all(site, &mut explained));
    }
}

fn tune(context: &Context, site: &Site) {
    let (truth, tuning) = tune::tune(site);
    let json = context.global.format == Some(AnyFormat::Json);
    terminal::result(&if json {
        command::tune::json(&truth, tuning.as_ref())
    } else {
        command::tune::text(&truth, tuning.as_ref(), &site.config.related)
    });
}

fn wanted(arguments: &Related, site: &Site) -> Wanted {
    Wanted {
        limit: arguments.limit.unwrap_or(site.config.related.limit),
        most: arguments.limit.unwrap_or(usize::MAX),
        pins: if arguments.ignore_pins { Pins::Ignored } else { Pins::Count },
        earlier_only: arguments.earlier_only,
    }
}

/// `dateline suggest`.
pub fn suggest(context: &Context, arguments: &Suggest) -> Exit {
    look(context, &arguments.reading, |site| {
        let first = rows::named(site, &arguments.id).first().copied();
        let id = first.ok_or_else(|| rows::unknown(site, &arguments.id))?;
        let advice = command::suggest::run(site, id, arguments.limit)?;
        let format = context.global.format.map(AnyFormat::of_tables);
        match format.unwrap_or_default() {
            TableFormat::Json => terminal::result(&format!("{:#}\n", advice.json())),
            TableFormat::Human if advice.fields.is_empty() => {
                context.terminal.say("the text and its neighbours call for nothing more");
            }
            TableFormat::Human => {
                context.table(&advice.table());
                terminal::result(&format!("\n{}", advice.yaml()));
            }
            _ => context.table(&advice.table()),
        }
        Ok(())
    })
}

/// `dateline explain`.
pub fn explain(context: &Context, code: Option<&str>) -> Exit {
    let Some(code) = code else {
        context.table(&command::explain::list());
        return Exit::Ok;
    };
    match command::explain::run(code, context.around.clock) {
        Some(explained) => {
            terminal::result(&terminal::explained::text(
                &explained,
                context.terminal.color,
            ));
            Exit::Ok
        }
        None => context.misused(&format!(
            "there is no code `{code}`: `dateline explain` lists them all"
        )),
    }
}
