//! Views to bytes: templates by Tera (which lives only here), feeds, sitemaps and graphs by an
//! XML writer. Knows no site and no disk.

mod failure;
pub mod feed;
mod filters;
pub mod graph;
pub mod machine;
pub mod sitemap;
mod template;
mod xml;

pub use template::Renderer;
