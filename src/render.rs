//! Views to bytes: templates by Tera (which lives only here), feeds and sitemaps by an XML
//! writer. Knows no site and no disk.

pub mod feed;
pub mod machine;
pub mod sitemap;
mod xml;
