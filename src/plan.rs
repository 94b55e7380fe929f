//! Which pages the site has: output path → what is shown there. Knows no template text and
//! no disk.
