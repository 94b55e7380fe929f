//! The way out: brings the output directory up to date, all or nothing. Knows not what a
//! page means.
