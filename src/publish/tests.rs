//! What is published, seen from outside.

#![expect(clippy::disallowed_methods, reason = "tests look at what was published")]

use std::{
    fmt::Write as _,
    fs, io,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
};

use expect_test::{Expect, expect};

use super::*;

/// A site of which only the outputs matter.
struct World {
    folder: tempfile::TempDir,
    strangers: Strangers,
}

impl World {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { folder, strangers: Strangers::Respect }
    }

    fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn put(&self, path: &str, text: &str) {
        let file = self.at(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    fn folders(&self) -> Folders {
        Folders::find(self.folder.path(), None).unwrap()
    }

    /// Publishes `path=text` outputs and says what was done.
    fn publish(&self, outputs: &str) -> Result<String, Stop> {
        self.until(outputs, usize::MAX)
    }

    /// The same, given up after `writes` files.
    fn until(&self, outputs: &str, writes: usize) -> Result<String, Stop> {
        let mut outputs: Vec<_> =
            outputs.split(' ').filter_map(|it| it.split_once('=')).collect();
        outputs.sort_unstable();
        let wanted: Vec<&str> = outputs.iter().map(|it| it.0).collect();
        let folders = self.folders();
        let lock = folders.lock()?;
        folders.recover(&lock)?;
        let front = Front::read(&folders, Cache::Use, self.strangers)?;
        self.strangers.judge(front.in_the_way(&wanted))?;
        let key = |text: &str| Key::of_bytes(text.as_bytes());
        let all_held = outputs.iter().all(|it| front.held(it.0, key(it.1)).is_some());
        let stage = if all_held && front.is_made_of(&wanted, None) {
            None
        } else {
            let stage = Stage::open(&front, &wanted)?;
            self.strangers.judge(stage.in_the_way(&wanted))?;
            Some(stage)
        };
        let mut made = Vec::new();
        for (path, text) in &outputs {
            let held = front.held(path, key(text));
            made.push(match held.map(|it| Output::held(path, key(text), it)) {
                Some(held) => held,
                None => stage.as_ref().expect("a stage for what is not held").put(
                    path,
                    key(text),
                    text.as_bytes(),
                )?,
            });
            if made.iter().filter(|it| it.written).count() >= writes {
                return Ok("killed".into());
            }
        }
        let written = made.iter().filter(|it| it.written).count();
        let removed = front.stale(&wanted).len();
        let how = super::publish(&front, stage, made, None)?.exchange;
        Ok(format!("{written} written, {removed} removed, {how:?}"))
    }

    /// The output folder: files with their text.
    fn shows(&self, expected: &Expect) {
        let mut text = String::new();
        list(&self.at("public"), "", &mut text);
        expected.assert_eq(&text);
    }
}

fn list(folder: &Path, prefix: &str, text: &mut String) {
    let mut all: Vec<_> = fs::read_dir(folder).unwrap().map(Result::unwrap).collect();
    all.sort_by_key(fs::DirEntry::file_name);
    for entry in all {
        let name = format!("{prefix}{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            list(&entry.path(), &format!("{name}/"), text);
        } else if name == LISTING {
            writeln!(text, "{name}").unwrap();
        } else {
            let read = fs::read_to_string(entry.path()).unwrap();
            writeln!(text, "{name}={read}").unwrap();
        }
    }
}

/// All there is below a folder, with everything that would betray a touch.
fn traces(folder: &Path) -> Vec<(PathBuf, u64, i64, i64)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let data = entry.metadata().unwrap();
        let trace = (entry.path(), data.ino(), data.mtime_nsec(), data.ctime_nsec());
        if entry.file_name() != "lock" {
            all.push(trace);
        }
        if data.is_dir() {
            all.extend(traces(&entry.path()));
        }
    }
    all.sort();
    all
}

#[test]
fn a_build_writes_what_changed_and_removes_what_is_gone() {
    let world = World::new();
    let first = world.publish("a/index.html=1 b/index.html=1 c=1").unwrap();
    assert_eq!(first, "3 written, 0 removed, Some(Atomic)");
    let second = world.publish("a/index.html=2 c=1 d/e/f=1").unwrap();
    assert_eq!(second, "2 written, 1 removed, Some(Atomic)");
    let after = expect![[r"
        .dateline
        a/index.html=2
        c=1
        d/e/f=1
    "]];
    world.shows(&after);
    // The tree behind is two builds old by now.
    let third = world.publish("a/index.html=2 c=1 d=1").unwrap();
    assert_eq!(third, "1 written, 1 removed, Some(Atomic)");
    let after = expect![[r"
        .dateline
        a/index.html=2
        c=1
        d=1
    "]];
    world.shows(&after);
}

#[test]
fn an_unchanged_build_touches_nothing() {
    let world = World::new();
    world.publish("a/b=1 c=1").unwrap();
    world.publish("a/b=2 c=1").unwrap();
    let before = traces(world.folder.path());
    assert_eq!(world.publish("a/b=2 c=1").unwrap(), "0 written, 0 removed, None");
    assert_eq!(traces(world.folder.path()), before);
}

#[test]
fn what_others_did_to_the_output_is_undone() {
    let world = World::new();
    let site = "a/b=1 c=1 d=1";
    world.publish(site).unwrap();
    world.publish("a/b=1 c=1 d=2").unwrap();
    world.publish(site).unwrap();
    fs::remove_dir_all(world.at("public/a")).unwrap();
    world.put("public/c", "2");
    assert_eq!(world.publish(site).unwrap(), "2 written, 0 removed, Some(Atomic)");
    let whole = expect![[r"
        .dateline
        a/b=1
        c=1
        d=1
    "]];
    world.shows(&whole);
    fs::remove_dir_all(world.at("public")).unwrap();
    assert_eq!(world.publish(site).unwrap(), "3 written, 0 removed, Some(Atomic)");
    world.shows(&whole);
}

#[test]
fn a_copy_of_the_output_is_as_good_as_the_output() {
    let world = World::new();
    world.publish("a=1 b=1").unwrap();
    fs::rename(world.at("public"), world.at("old")).unwrap();
    for name in ["a", "b", LISTING] {
        world.put(
            &format!("public/{name}"),
            &fs::read_to_string(world.at("old").join(name)).unwrap(),
        );
    }
    assert_eq!(world.publish("a=1 b=1").unwrap(), "0 written, 0 removed, None");
}

#[test]
fn a_lost_or_damaged_cache_changes_nothing_of_the_outcome() {
    let world = World::new();
    world.publish("a=1 b=1 c=1").unwrap();
    fs::remove_dir_all(world.at(STATE)).unwrap();
    let said = world.publish("a=1 b=2").unwrap();
    assert_eq!(said, "1 written, 1 removed, Some(Atomic)");
    let state = fs::read_dir(world.folders().state).unwrap().map(Result::unwrap);
    let manifest =
        state.map(|it| it.path()).find(|it| it.to_string_lossy().ends_with('t'));
    fs::write(manifest.unwrap(), "nonsense").unwrap();
    assert_eq!(world.publish("a=1 b=2").unwrap(), "0 written, 0 removed, None");
}

#[test]
fn files_of_others_stay() {
    let world = World::new();
    world.publish("a/b=1 c=1").unwrap();
    world.put("public/.git/HEAD", "ref");
    world.put("public/a/notes.txt", "mine");
    std::os::unix::fs::symlink("a/notes.txt", world.at("public/link")).unwrap();
    world.publish("a/b=1 c=2").unwrap();
    world.publish("c=3").unwrap();
    world.shows(&expect![[r"
        .dateline
        .git/HEAD=ref
        a/notes.txt=mine
        c=3
        link=mine
    "]]);
    let stop = world.publish("a=1 c=3").unwrap_err();
    let Stop::Problems(problems) = stop else { panic!("{stop:?}") };
    assert_eq!(problems[0].message, "`public/a/notes.txt` was not made by Dateline");
}

#[test]
fn a_folder_of_others_is_refused_and_taken_over_by_force_alone() {
    let mut world = World::new();
    world.put("public/thesis.txt", "the only copy");
    world.put("public/index.html", "old");
    let stop = world.publish("index.html=new").unwrap_err();
    let Stop::Problems(problems) = stop else { panic!("{stop:?}") };
    assert_eq!(problems[0].code.0, "E310");
    world.strangers = Strangers::Overrule;
    world.publish("index.html=new").unwrap();
    world.strangers = Strangers::Respect;
    world.publish("index.html=newer").unwrap();
    world.shows(&expect![[r"
        .dateline
        index.html=newer
        thesis.txt=the only copy
    "]]);
}

#[test]
fn a_link_in_the_place_of_the_tree_behind_leads_nowhere() {
    let publish = |world: &World| _ = world.publish("a=3").unwrap();
    let clean = |world: &World| _ = clean(&world.folders()).unwrap();
    for (work, is_exchanging) in
        [(publish as fn(&World), false), (publish, true), (clean, false)]
    {
        let world = World::new();
        world.publish("a=1").unwrap();
        world.publish("a=2").unwrap();
        let folders = world.folders();
        let back = folders.back();
        fs::remove_dir_all(&back).unwrap();
        let other = World::new();
        other.publish("b=1").unwrap();
        other.put("public/theirs", "kept");
        std::os::unix::fs::symlink(other.at("public"), &back).unwrap();
        if is_exchanging {
            fs::write(folders.note(), "").unwrap();
        }
        work(&world);
        assert!(!world.at("public").is_symlink());
        assert!(!world.at("public/theirs").exists());
        other.shows(&expect![[r"
            .dateline
            b=1
            theirs=kept
        "]]);
    }
}

#[test]
fn a_killed_build_leaves_the_old_tree_and_the_next_one_is_right() {
    for writes in 1..4 {
        let world = World::new();
        world.publish("a=1 b=1 c/d=1 e=1").unwrap();
        world.publish("a=2 b=1 c/d=1 e=1").unwrap();
        world.until("a=3 b=3 c=3", writes).unwrap();
        world.shows(&expect![[r"
            .dateline
            a=2
            b=1
            c/d=1
            e=1
        "]]);
        let said = world.publish("a=2 b=3 c/d=1").unwrap();
        assert_eq!(said, "1 written, 1 removed, Some(Atomic)");
        world.shows(&expect![[r"
            .dateline
            a=2
            b=3
            c/d=1
        "]]);
    }
}

#[test]
fn strangers_survive_a_kill_at_the_moment_of_the_exchange() {
    let world = World::new();
    world.publish("a=1").unwrap();
    world.publish("a=2").unwrap();
    let folders = world.folders();
    // As if the exchange had been the last thing to happen.
    fs::write(folders.back().join("CNAME"), "example.org").unwrap();
    fs::write(folders.note(), "").unwrap();
    assert_eq!(world.publish("a=2").unwrap(), "0 written, 0 removed, None");
    world.shows(&expect![[r"
        .dateline
        CNAME=example.org
        a=2
    "]]);
}

#[test]
fn what_somebody_puts_there_during_a_build_stays() {
    let world = World::new();
    world.publish("a=1").unwrap();
    world.publish("a=2").unwrap();
    // As if it had come after the last build had looked.
    fs::write(world.folders().back().join("CNAME"), "example.org").unwrap();
    for build in 3..6 {
        world.publish(&format!("a={build}")).unwrap();
        assert!(world.at("public/CNAME").exists(), "after build {build}");
    }
    fs::write(world.folders().back().join("b"), "mine").unwrap();
    let stop = world.publish("a=6 b=6").unwrap_err();
    assert!(matches!(stop, Stop::Problems(_)), "{stop:?}");
    assert_eq!(fs::read_to_string(world.at("public/b")).unwrap(), "mine");
}

#[test]
fn a_folder_with_a_damaged_list_is_taken_over_with_all_that_is_in_it() {
    let mut world = World::new();
    world.publish("a=1").unwrap();
    world.put("public/.dateline", "<<<<<<< ours");
    world.put("public/notes.txt", "mine");
    world.strangers = Strangers::Overrule;
    world.publish("a=2").unwrap();
    let back = world.folders().back().join(LISTING);
    assert!(listing::Listing::parse(&fs::read_to_string(back).unwrap()).is_some());
    assert!(world.at("public/notes.txt").exists());
}

#[test]
fn a_refusing_disk_leaves_the_old_tree() {
    let world = World::new();
    world.publish("a=1 b=1").unwrap();
    // A folder that cannot be made where the tree behind should be.
    fs::write(world.folders().back(), "").unwrap();
    let stop = world.publish("a=2 b=1").unwrap_err();
    let Stop::Failure(failure) = stop else { panic!("{stop:?}") };
    assert!(failure.to_string().starts_with("cannot write `"), "{failure}");
    world.shows(&expect![[r"
        .dateline
        a=1
        b=1
    "]]);
}

#[test]
fn two_builds_do_not_interleave() {
    let world = World::new();
    let folders = world.folders();
    let lock = folders.lock().unwrap();
    let stop = world.publish("a=1").unwrap_err();
    let Stop::Failure(failure) = stop else { panic!("{stop:?}") };
    let text = failure.to_string();
    assert_eq!(text, "cannot build `public`: another build is at work on it");
    drop(lock);
    world.publish("a=1").unwrap();
}

#[test]
fn the_output_is_no_part_of_the_site() {
    let world = World::new();
    world.put("content/a.md", "");
    for (output, part) in [
        (".", "the folder of the site itself"),
        ("..", "a folder that the site is in"),
        ("content", "in `content/`, a part of the site"),
        ("static/x/../y", "in `static/`, a part of the site"),
        (".dateline/x", "in `.dateline/`, a part of the site"),
    ] {
        let found = Folders::find(world.folder.path(), Some(Path::new(output)));
        let Err(Stop::Problems(problems)) = found else { panic!("{output}") };
        let text = format!("the output folder `{output}` is {part}");
        assert_eq!(problems[0].message, text);
    }
    for output in ["public", "../elsewhere", "contents"] {
        assert!(Folders::find(world.folder.path(), Some(Path::new(output))).is_ok());
    }
}

#[test]
fn cleaning_takes_away_what_was_made_and_no_more() {
    let world = World::new();
    world.publish("a/b=1 c=1").unwrap();
    world.put("public/CNAME", "example.org");
    clean(&world.folders()).unwrap();
    world.shows(&expect![[r"
        CNAME=example.org
    "]]);
    assert!(!world.at(STATE).exists());
    let stop = clean(&world.folders()).unwrap_err();
    assert!(matches!(stop, Stop::Problems(_)), "{stop:?}");
    fs::remove_file(world.at("public/CNAME")).unwrap();
    world.publish("a/b=1").unwrap();
    let elsewhere = Folders::find(world.folder.path(), Some(Path::new("other"))).unwrap();
    let at_work = elsewhere.lock().unwrap();
    clean(&world.folders()).unwrap();
    assert!(elsewhere.state.exists() && !world.folders().state.exists());
    drop(at_work);
    let gone = fs::metadata(world.at("public")).unwrap_err();
    assert_eq!(gone.kind(), io::ErrorKind::NotFound);
}
