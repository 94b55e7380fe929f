//! Pictures as they are published: taken from the cache, or made from the files of the site,
//! or drawn.

use std::path::Path;

use crate::{
    key::Key,
    picture::{Film, Fonts, Poster, Print},
    problem::{Problem, machine::Failure},
    publish::{Prints, Stop},
    site::FileUse,
    source::{self, Sources},
};

/// Where pictures come from.
#[derive(Clone, Copy, Debug)]
pub struct Darkroom<'a> {
    /// The folder of the site.
    pub root: &'a Path,
    /// Its files.
    pub sources: &'a Sources,
    /// What was made of them before.
    pub prints: &'a Prints,
}

/// The last picture that was decoded: its next size needs it again.
#[derive(Debug, Default)]
pub struct Drawer(Option<(Key, Film)>);

impl Darkroom<'_> {
    /// The bytes of a print of a file, which is made from something with the key `input`.
    ///
    /// # Errors
    /// When the picture is damaged, the file has changed since the site was read, or the
    /// disk refuses.
    pub fn print(
        &self,
        file: &FileUse,
        print: Print,
        input: Key,
        drawer: &mut Drawer,
    ) -> Result<Vec<u8>, Stop> {
        if let Some(bytes) = self.prints.find(input) {
            return Ok(bytes);
        }
        let damaged = |it| Stop::from(Problem::undecoded_picture(&file.source, it));
        let film = match drawer.0.take() {
            Some((key, film)) if key == file.key => film,
            _ => Film::decode(&self.bytes(file)?).map_err(damaged)?,
        };
        let bytes = film.print(print).map_err(damaged)?;
        drawer.0 = Some((file.key, film));
        self.prints.keep(input, &bytes);
        Ok(bytes)
    }

    /// The bytes of a poster, which is made from something with the key `input`.
    ///
    /// # Errors
    /// When there is not enough memory.
    pub fn poster(
        &self,
        poster: &Poster,
        fonts: &Fonts,
        input: Key,
    ) -> Result<Vec<u8>, Failure> {
        if let Some(bytes) = self.prints.find(input) {
            return Ok(bytes);
        }
        let failure = || {
            let what = format!("the picture of `{}`", poster.name);
            Failure::because("draw", Path::new(&what), "there is not enough memory")
        };
        let bytes = poster.draw(fonts).ok_or_else(failure)?;
        self.prints.keep(input, &bytes);
        Ok(bytes)
    }

    fn bytes(&self, file: &FileUse) -> Result<Vec<u8>, Failure> {
        let name = self.sources.file_name(&file.source);
        let (bytes, key) = source::picture(self.root, name)?;
        if key == file.key {
            return Ok(bytes);
        }
        let why = "it changed while the site was built; build again";
        Err(Failure::because("read", name, why))
    }
}

impl Drawer {
    /// Throws the picture away.
    pub fn empty(&mut self) {
        self.0 = None;
    }
}
