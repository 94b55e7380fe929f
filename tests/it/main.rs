//! Tests of the whole program, in one binary.

#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests make sites on disk and stop where something is amiss"
)]

mod commands;
mod commonmark;
mod demo;
mod determinism;
mod embargo;
mod golden;
mod kill;
mod links;
mod mistakes;
mod oracle;
mod pictures;
mod serve;
mod shards;
mod themes;
mod tidy;
mod workshop;
