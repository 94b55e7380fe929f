//! `dateline schedule`: when the output will change by itself.

use serde_json::json;

use crate::{command::Table, date::rfc3339, site::Site};

/// The instants to come, soonest first.
pub fn run(site: &Site) -> Table {
    let zone = &site.config.timezone;
    let rows = site
        .calendar
        .iter()
        .map(|it| vec![json!(rfc3339(it.at, zone)), json!(it.what), json!(&*it.path)])
        .collect();
    Table { columns: super::columns(["at", "what", "file"]), rows }
}
