//! Views to bytes: templates by Tera (which lives only here), feeds and sitemaps by an XML
//! writer. Knows no site and no disk.
