//! Pages as parts of a site: `W361`.

use crate::{document::Heading, problem::Problem};

use super::{Finding, article::Article, phrases::has};

/// Types whose entries are found through others; news and countries have lists of their own.
const CONNECTED: &str = "topic, region, organisation, person, document, page";

/// A page that no other one leads to.
pub fn orphan(article: &Article, found: &mut Vec<Finding>) {
    if has(CONNECTED, article.type_name()) && !article.survey.is_led_to(article.id) {
        let at = article.place("title");
        found.push(Finding::of("orphan", Problem::orphan(&at, article.type_name())));
    }
}

/// A page that somebody should have looked at again.
pub fn overdue(article: &Article, found: &mut Vec<Finding>) {
    let Some(day) = article.document.fields.moment("review_by") else { return };
    let config = &article.site.config;
    if day.instant(&config.timezone) < config.as_of {
        let problem = Problem::review_overdue(&article.place("review_by"));
        found.push(Finding::of("review", problem));
    }
}

/// A heading two levels below the one before it.
pub fn headings(article: &Article, found: &mut Vec<Finding>) {
    // The title of the page is its heading of level 1.
    let mut level = 1;
    for Heading { level: next, span, .. } in &article.document.body.headings {
        if *next > level + 1 {
            let at = article.at(*span);
            found.push(Finding::of(
                "heading",
                Problem::heading_skipped(&at, level, *next),
            ));
        }
        level = *next;
    }
}

/// A page with the title of another one of its type.
pub fn title(article: &Article, found: &mut Vec<Finding>) {
    let Some(twin) = article.survey.twin(article.id) else { return };
    let Some(twin) = article.survey.article(twin) else { return };
    let problem = Problem::title_twice(&article.place("title"), &twin.place("title"));
    found.push(Finding::of("title", problem));
}
