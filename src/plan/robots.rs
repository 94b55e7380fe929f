//! `robots.txt`: everything may be read, and where the sitemaps are.

/// The text; `sitemaps` are absolute addresses.
pub fn text(sitemaps: &[String]) -> String {
    let lines: String = sitemaps.iter().map(|it| format!("Sitemap: {it}\n")).collect();
    format!("User-agent: *\nAllow: /\n\n{lines}")
}
