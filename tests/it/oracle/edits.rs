//! What can happen to a site between two builds.

use std::{collections::BTreeMap, fs, path::Path};

use proptest::prelude::*;

use super::site::{News, Site};
use crate::workshop::tree;

/// Something that happens. Numbers choose which one, modulo how many there are.
#[derive(Clone, Debug)]
pub enum Edit {
    Add,
    Remove(usize),
    Rename(usize),
    Retag(usize, u8),
    Retitle(usize),
    Move(usize),
    Redate(usize, i16),
    Body(usize),
    Draft(usize),
    Embargo(usize, i16),
    Topic(usize),
    Template,
    Words,
    Style,
    Settings,
    Data,
    File,
    Clock(i16),
    /// A reference breaks, or is mended.
    Break,
    /// An output file is deleted by somebody.
    Lose(usize),
    /// An output file is written to by somebody.
    Spoil(usize),
    /// The cache is deleted.
    Forget,
    /// Somebody puts a file into the output folder.
    Stranger,
    /// All files get another time and place on the disk, as when a checkout is restored.
    Restore,
    /// A byte of a file of the cache changes.
    Damage(usize),
}

/// Any of them.
pub fn any_edit() -> impl Strategy<Value = Edit> {
    let n = || 0..50_usize;
    let content = prop_oneof![
        3 => Just(Edit::Add),
        2 => n().prop_map(Edit::Remove),
        1 => n().prop_map(Edit::Rename),
        1 => (n(), 0..3_u8).prop_map(|it| Edit::Retag(it.0, it.1)),
        1 => n().prop_map(Edit::Retitle),
        1 => n().prop_map(Edit::Move),
        1 => (n(), 0..60_i16).prop_map(|it| Edit::Redate(it.0, it.1)),
        1 => n().prop_map(Edit::Body),
        2 => n().prop_map(Edit::Draft),
        2 => (n(), 40..80_i16).prop_map(|it| Edit::Embargo(it.0, it.1)),
        1 => n().prop_map(Edit::Topic),
    ];
    let rest = prop_oneof![
        1 => Just(Edit::Template),
        1 => Just(Edit::Words),
        1 => Just(Edit::Style),
        1 => Just(Edit::Settings),
        1 => Just(Edit::Data),
        1 => Just(Edit::File),
        2 => (0..5_i16).prop_map(Edit::Clock),
        1 => Just(Edit::Break),
        1 => n().prop_map(Edit::Lose),
        1 => n().prop_map(Edit::Spoil),
        1 => Just(Edit::Forget),
        1 => Just(Edit::Stranger),
        1 => Just(Edit::Restore),
        2 => (0..1_000_000_usize).prop_map(Edit::Damage),
    ];
    prop_oneof![2 => content, 1 => rest]
}

impl Edit {
    /// Does it to the site, or to the folder it is in.
    pub fn apply(&self, site: &mut Site, folder: &Path) {
        match *self {
            Self::Add => site.add(),
            Self::Remove(n) if site.news.len() > 1 => {
                site.news.remove(n % site.news.len());
            }
            Self::Remove(_) => {}
            Self::Rename(n) => {
                site.made += 1;
                let name = site.made;
                of(site, n, |it| it.name = name + 1000);
            }
            Self::Retag(n, topic) => of(site, n, |it| {
                if !it.topics.remove(&topic) {
                    it.topics.insert(topic);
                }
            }),
            Self::Retitle(n) => of(site, n, |it| it.title = it.title.wrapping_add(1)),
            Self::Move(n) => of(site, n, |it| it.country = it.country.wrapping_add(1)),
            Self::Redate(n, day) => of(site, n, |it| it.day = day),
            Self::Body(n) => of(site, n, |it| it.text = it.text.wrapping_add(1)),
            Self::Draft(n) => of(site, n, |it| it.draft = !it.draft),
            Self::Embargo(n, day) => of(site, n, |it| {
                it.embargo = if it.embargo.is_some() { None } else { Some(day) };
            }),
            Self::Clock(days) => site.today += days,
            Self::Break => site.broken = !site.broken,
            Self::Lose(_) | Self::Spoil(_) | Self::Forget | Self::Stranger => {
                self.disturb(site, folder);
            }
            Self::Restore => ["content", "overrides", "public"].iter().for_each(|it| {
                restore(&folder.join(it));
            }),
            Self::Damage(n) => damage(&folder.join(".dateline"), n),
            _ => *self.counter(site) += 1,
        }
    }

    fn counter<'a>(&self, site: &'a mut Site) -> &'a mut u8 {
        match *self {
            Self::Topic(n) => &mut site.topics[n % 3],
            Self::Template => &mut site.template,
            Self::Words => &mut site.words,
            Self::Style => &mut site.style,
            Self::Data => &mut site.data,
            Self::File => &mut site.file,
            _ => &mut site.settings,
        }
    }

    fn disturb(&self, site: &mut Site, folder: &Path) {
        let public = folder.join("public");
        let outputs: Vec<String> = tree(&public)
            .into_keys()
            .filter(|it| it != ".dateline" && !site.strangers.contains(it.as_str()))
            .collect();
        let output = |n: usize| public.join(&outputs[n % outputs.len()]);
        match *self {
            Self::Lose(n) if !site.broken => fs::remove_file(output(n)).unwrap(),
            Self::Spoil(n) if !site.broken => fs::write(output(n), "spoilt").unwrap(),
            // It may be forgotten already.
            Self::Forget => drop(fs::remove_dir_all(folder.join(".dateline"))),
            Self::Stranger => {
                fs::write(public.join("CNAME"), "example.org").unwrap();
                site.strangers.insert("CNAME");
            }
            _ => {}
        }
    }
}

fn restore(folder: &Path) {
    for name in tree(folder).into_keys() {
        let (file, copy) = (folder.join(&name), folder.join("copy"));
        fs::copy(&file, &copy).and_then(|_| fs::rename(&copy, &file)).unwrap();
    }
}

// Of the manifests and the record: what else is in the folder is no cache.
fn damage(folder: &Path, n: usize) {
    let kept = |it: &String| it.ends_with(".manifest") || it.ends_with("/record");
    let there = if folder.exists() { tree(folder) } else { BTreeMap::new() };
    let files: Vec<String> = there.into_keys().filter(kept).collect();
    let Some(name) = files.get(n % files.len().max(1)) else { return };
    let mut bytes = fs::read(folder.join(name)).unwrap();
    let at = n % bytes.len();
    bytes[at] ^= 1 << (n % 8);
    if n.is_multiple_of(3) {
        bytes.truncate(at);
    }
    fs::write(folder.join(name), bytes).unwrap();
}

fn of(site: &mut Site, n: usize, change: impl FnOnce(&mut News)) {
    let n = n % site.news.len();
    change(&mut site.news[n]);
}
