//! What an entry is connected with: what the news that name it name beside it, as a drawing
//! and as a list.

use crate::{
    drawing::{
        Classes,
        tree::{Branch, Leaf, Side, Tree, WIDTH},
    },
    plan::{context::Context, entries},
    site::EntryId,
    view::{Neighbour, NeighbourGroup, NeighbourhoodView},
};

/// The relations of news that connect, which are also called so, in the order of the groups.
const RELATIONS: [&str; 4] = ["topics", "countries", "organisations", "people"];

/// The most that is drawn: the entry itself, the groups, and what is in them.
const NODES: usize = 24;

/// The most of a group.
const GROUP: usize = 8;

/// With fewer connections than these, the lists of a page say enough.
const LEAST: usize = 4;

/// The letters of a name that have room beside its dot.
const LETTERS: usize = 30;

/// What the news of an entry name by one relation, with the number of news, most first.
struct Group {
    relation: &'static str,
    counts: Vec<(EntryId, usize)>,
}

/// The neighbourhood of an entry; none where its news name too little.
pub fn view(cx: Context<'_>, id: EntryId) -> Option<NeighbourhoodView<'_>> {
    let groups = groups(cx, id);
    let all = || groups.iter().flat_map(|it| &it.counts);
    if all().count() < LEAST {
        return None;
    }
    let classes = Classes::of(all().map(|it| it.1).max()?);
    let sizes: Vec<usize> = groups.iter().map(|it| it.counts.len()).collect();
    let tree = Tree::of(&sizes, if cx.is_rtl() { Side::Right } else { Side::Left });
    let branches = groups.into_iter().zip(tree.branches);
    Some(NeighbourhoodView {
        width: WIDTH,
        height: tree.height,
        root: tree.root,
        groups: branches.map(|it| group(cx, it.0, it.1, &classes)).collect(),
    })
}

fn groups(cx: Context, id: EntryId) -> Vec<Group> {
    let group = |relation| {
        let mut counts = entries::counts_in_news(cx, id, relation);
        cx.sort_counts(&mut counts);
        Group { relation, counts }
    };
    let mut groups: Vec<Group> = RELATIONS.into_iter().map(group).collect();
    groups.retain(|it| !it.counts.is_empty());
    let each = GROUP.min((NODES - 1 - groups.len()) / groups.len().max(1));
    groups.iter_mut().for_each(|it| it.counts.truncate(each));
    groups
}

fn group<'a>(
    cx: Context<'a>,
    group: Group,
    branch: Branch,
    classes: &Classes,
) -> NeighbourGroup<'a> {
    let leaves = group.counts.into_iter().zip(branch.leaves);
    NeighbourGroup {
        label: cx.words().text(group.relation).to_owned(),
        at: branch.at,
        path: branch.path,
        left: branch.side == Side::Left,
        items: leaves.map(|(it, leaf)| neighbour(cx, it, leaf, classes)).collect(),
    }
}

fn neighbour<'a>(
    cx: Context<'a>,
    (id, count): (EntryId, usize),
    leaf: Leaf,
    classes: &Classes,
) -> Neighbour<'a> {
    let link = cx.list_link(id);
    let (name, level) = (shortened(link.title), classes.level(count));
    Neighbour { link, count, name, level, at: leaf.at, path: leaf.path }
}

fn shortened(name: &str) -> String {
    match name.char_indices().nth(LETTERS) {
        Some((end, _)) => format!("{}…", name[..end].trim_end()),
        None => name.to_owned(),
    }
}
