//! `robots.txt`: everything may be read, and where the sitemaps are.

use std::fmt::Write;

use super::url;
use crate::config::Config;

/// The text; `sitemaps` are output paths.
pub fn text(config: &Config, sitemaps: &[&str]) -> String {
    let mut text = "User-agent: *\nAllow: /\n".to_owned();
    for path in sitemaps {
        let address = url::absolute(config, &format!("/{path}"));
        _ = write!(text, "\nSitemap: {address}");
    }
    text + "\n"
}
