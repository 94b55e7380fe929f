//! The `dateline` program.

fn main() {}
