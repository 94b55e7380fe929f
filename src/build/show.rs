//! One output at a time, made when somebody asks for it.

use super::{Ready, render::Made};
use crate::{
    plan::{Content, Page},
    problem::Problem,
    site::FileUse,
};

/// What stands at an address.
#[derive(Debug)]
pub enum Asked<'a> {
    /// These bytes.
    Bytes(Vec<u8>),
    /// Those of a file of the site.
    Copy(&'a FileUse),
}

impl Ready {
    /// Makes one output of the plan.
    ///
    /// # Errors
    /// What is wrong with its template.
    pub fn show<'a>(&'a self, page: &'a Page) -> Result<Asked<'a>, Box<Problem>> {
        let content = self.content(page);
        if let Content::Copy(file) = content {
            return Ok(Asked::Copy(file));
        }
        let mut buffer = Vec::new();
        let bytes = match self.bytes(page, &content, &mut buffer)? {
            Made::Bytes(bytes) => bytes.to_vec(),
            Made::Copy(_) => Vec::new(),
        };
        Ok(Asked::Bytes(bytes))
    }
}
