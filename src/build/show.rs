//! One output at a time, made when somebody asks for it.

use super::Ready;
use crate::{
    key::Key,
    picture::{Poster, Print},
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
    /// Those of a picture of the site in one of its sizes, which is made from something
    /// with this key.
    Print(&'a FileUse, Print, Key),
    /// Those of a poster, which is made from something with this key.
    Poster(Box<Poster<'a>>, Key),
}

impl Ready {
    /// Makes one output of the plan with this `tool`; files of the site are only named.
    ///
    /// # Errors
    /// What is wrong with its template.
    pub fn show<'a>(
        &'a self,
        page: &'a Page,
        tool: Key,
    ) -> Result<Asked<'a>, Box<Problem>> {
        let content = self.content(page);
        let key = || self.key(page, &content, tool);
        match &content {
            Content::Copy(file) => Ok(Asked::Copy(file)),
            Content::Print(file, print) => Ok(Asked::Print(file, *print, key())),
            Content::Poster(it) => Ok(Asked::Poster(it.clone(), key())),
            _ => {
                let mut bytes = Vec::new();
                self.write(page, &content, &mut bytes)?;
                Ok(Asked::Bytes(bytes))
            }
        }
    }
}
