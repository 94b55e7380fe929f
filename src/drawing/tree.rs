//! What something is connected with, in groups, as a tree that grows to both sides of it.
//! Every line is a row, so that names have room beside their dots.

/// How wide a tree is.
pub const WIDTH: i32 = 760;

/// The height of a row.
const ROW: i32 = 28;
/// The space between two groups.
const BETWEEN: i32 = 14;
/// How far the knots of groups are from the middle.
const KNOT: i32 = 70;
/// How far the dots of a group are from the middle.
const LEAF: i32 = 100;

/// A side of a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The left one.
    Left,
    /// The right one.
    Right,
}

/// Where everything stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tree {
    /// How high it is.
    pub height: i32,
    /// The thing in the middle.
    pub root: (i32, i32),
    /// The groups.
    pub branches: Vec<Branch>,
}

/// A group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// On which side it is.
    pub side: Side,
    /// Its knot.
    pub at: (i32, i32),
    /// Path data of the line from the root to its knot.
    pub path: String,
    /// What belongs to it.
    pub leaves: Vec<Leaf>,
}

/// A thing of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// Its dot.
    pub at: (i32, i32),
    /// Path data of the line from the knot to its dot.
    pub path: String,
}

impl Tree {
    /// A tree of groups with so many things each. The first group stands on the side `first`,
    /// each other one where fewer rows are taken.
    pub fn of(groups: &[usize], first: Side) -> Self {
        let mut ends = [0_i32; 2];
        let mut places = Vec::new();
        for count in groups {
            let at = usize::from(ends[1] < ends[0]);
            let top = ends[at] + if ends[at] > 0 { BETWEEN } else { 0 };
            ends[at] = top + ROW * (rows(*count) + 1);
            places.push((at, top, *count));
        }
        let height = ends[0].max(ends[1]);
        let root = (WIDTH / 2, height / 2);
        let branch = |(at, top, count): (usize, i32, usize)| {
            let side = if at == 0 { first } else { first.other() };
            // The shorter side stands in the middle of the higher one.
            branch(side, top + (height - ends[at]) / 2 + ROW / 2, rows(count), root)
        };
        Self { height, root, branches: places.into_iter().map(branch).collect() }
    }
}

impl Side {
    fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }

    fn sign(self) -> i32 {
        match self {
            Self::Left => -1,
            Self::Right => 1,
        }
    }
}

fn rows(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX / ROW / 4)
}

fn branch(side: Side, y: i32, count: i32, root: (i32, i32)) -> Branch {
    let sign = side.sign();
    let (x, half) = (root.0 + sign * KNOT, root.0 + sign * KNOT / 2);
    let path = format!("M{} {}C{half} {} {half} {y} {x} {y}", root.0, root.1, root.1);
    let leaf = |row: i32| {
        let (right, below) = (root.0 + sign * LEAF, y + row * ROW);
        let path = format!("M{x} {y}V{}q0 8 {} 8H{right}", below - 8, sign * 8);
        Leaf { at: (right, below), path }
    };
    Branch { side, at: (x, y), path, leaves: (1..=count).map(leaf).collect() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn groups_share_the_two_sides() {
        let tree = Tree::of(&[2, 1, 1], Side::Right);
        let sides: Vec<Side> = tree.branches.iter().map(|it| it.side).collect();
        assert_eq!(sides, [Side::Right, Side::Left, Side::Left]);
        assert_eq!((tree.height, tree.root), (126, (380, 63)));
        let first = &tree.branches[0];
        assert_eq!((first.at, &*first.path), ((450, 35), "M380 63C415 63 415 35 450 35"));
        assert_eq!(first.leaves[1].path, "M450 35V83q0 8 8 8H480");
        assert_eq!(Tree::of(&[], Side::Left).branches, []);
    }

    proptest! {
        #[test]
        fn nothing_leaves_the_drawing_and_no_two_names_share_a_row(
            groups in prop::collection::vec(0_usize..9, 0..6),
        ) {
            let tree = Tree::of(&groups, Side::Left);
            let mut rows: Vec<(bool, i32)> = Vec::new();
            for branch in &tree.branches {
                let left = branch.side == Side::Left;
                rows.push((left, branch.at.1));
                rows.extend(branch.leaves.iter().map(|it| (left, it.at.1)));
            }
            prop_assert!(rows.iter().all(|it| it.1 >= ROW / 2 && it.1 <= tree.height - ROW / 2));
            rows.sort_unstable();
            for two in rows.windows(2) {
                prop_assert!(two[0].0 != two[1].0 || two[1].1 - two[0].1 >= ROW);
            }
            let leaves: usize = tree.branches.iter().map(|it| it.leaves.len()).sum();
            prop_assert_eq!(leaves, groups.iter().sum::<usize>());
        }
    }
}
