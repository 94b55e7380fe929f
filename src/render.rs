//! Views to bytes: templates by Tera (which lives only here), feeds and sitemaps by an XML
//! writer. Knows no site and no disk.

mod failure;
pub mod feed;
mod filters;
pub mod machine;
pub mod sitemap;
mod template;
mod xml;

pub use template::Renderer;
