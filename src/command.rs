//! What each command of the program does, one module a command. Knows no argument parser
//! and prints nothing: commands return what there is to say.

pub mod backlinks;
pub mod build;
pub mod check;
pub mod clean;
pub mod explain;
pub mod export;
pub mod init;
pub mod list;
pub mod new;
pub mod publish;
pub mod query;
pub mod related;
pub mod rows;
pub mod schedule;
pub mod suggest;
pub mod theme;
pub mod threads;
pub mod tune;
pub mod unlinked;

use std::borrow::Cow;

use serde_json::Value;

/// A result in rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The names of the columns, in lower case.
    pub columns: Vec<Cow<'static, str>>,
    /// The rows, each as long as `columns`.
    pub rows: Vec<Vec<Value>>,
}

/// The names of columns.
fn columns<const N: usize>(names: [&'static str; N]) -> Vec<Cow<'static, str>> {
    names.map(Cow::Borrowed).to_vec()
}
