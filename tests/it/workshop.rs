//! Sites on disk for tests, built by the program itself.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use tempfile::TempDir;

/// The instant that sites of tests are built for.
pub const AS_OF: &str = "2026-11-24T12:00:00Z";

const REPOSITORY: &str = env!("CARGO_MANIFEST_DIR");

/// A folder with a site in it, gone when dropped.
pub struct Workshop {
    folder: TempDir,
}

impl Workshop {
    /// A site of the files of an archive (`-- path --` lines).
    pub fn new(archive: &str) -> Self {
        let workshop = Self { folder: TempDir::new().expect("a temporary folder") };
        workshop.add(archive);
        workshop
    }

    /// A copy of the seed site, which stays as it is.
    pub fn seed() -> Self {
        Self::copy(&Path::new(REPOSITORY).join("tests/golden/seed-site"))
    }

    /// A copy of the repository's own site, which grows.
    pub fn own() -> Self {
        Self::copy(Path::new(REPOSITORY))
    }

    fn copy(root: &Path) -> Self {
        let workshop = Self::new("");
        let folders = ["content", "data", "static", "overrides"];
        for folder in folders.into_iter().filter(|it| root.join(it).is_dir()) {
            for (name, bytes) in tree(&root.join(folder)) {
                workshop.write(&format!("{folder}/{name}"), &bytes);
            }
        }
        let settings = fs::read(root.join("site.yaml")).expect("the site's settings");
        workshop.write("site.yaml", &settings);
        workshop
    }

    /// Writes the files of an archive.
    pub fn add(&self, archive: &str) {
        for source in dateline::source::Sources::of_archive(archive).texts {
            self.write(&source.path, &source.bytes);
        }
    }

    /// Writes one file.
    pub fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }

    /// A path below the site.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs `dateline` on the site, at [`AS_OF`] unless the arguments say otherwise.
    pub fn run(&self, arguments: &[&str]) -> Output {
        let mut command = self.command();
        command.args(arguments).output().expect("the program runs")
    }

    /// The program, about to run on the site in a bare environment.
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
        let instant: jiff::Timestamp = AS_OF.parse().expect("an instant");
        command.env_clear().env("SOURCE_DATE_EPOCH", instant.as_second().to_string());
        command.current_dir(self.folder.path());
        command
    }

    /// Builds the site, which must succeed, and gives its output.
    pub fn build(&self, arguments: &[&str]) -> BTreeMap<String, Vec<u8>> {
        let all: Vec<&str> = ["build"].iter().chain(arguments).copied().collect();
        let run = self.run(&all);
        let said = String::from_utf8_lossy(&run.stderr);
        assert!(run.status.success(), "{said}");
        tree(&self.path("public"))
    }
}

/// All files below a folder: path with `/` → bytes.
pub fn tree(top: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut todo = vec![top.to_owned()];
    while let Some(folder) = todo.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                todo.push(path);
                continue;
            }
            let name = path.strip_prefix(top).expect("it is below").to_string_lossy();
            found.insert(name.replace('\\', "/"), fs::read(&path).expect("a file"));
        }
    }
    found
}
