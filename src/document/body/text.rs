//! The blocks of a body: in memory, or aside until somebody asks for them.

use std::{borrow::Cow, sync::Arc};

use super::{Block, BlockKind};
use crate::aside::{Aside, Slot};

/// The top-level blocks of a body, in order.
#[derive(Clone, Debug, Default)]
pub struct Text {
    kept: Kept,
    len: usize,
    opening: Option<BlockKind>,
}

#[derive(Clone, Debug)]
enum Kept {
    Here(Vec<Block>),
    Aside(Arc<Aside>, Slot),
}

impl Default for Kept {
    fn default() -> Self {
        Self::Here(Vec::new())
    }
}

impl Text {
    /// The text of these blocks.
    pub fn of(mut blocks: Vec<Block>) -> Self {
        blocks.shrink_to_fit();
        let (len, opening) = (blocks.len(), blocks.first().map(|it| it.kind));
        Self { kept: Kept::Here(blocks), len, opening }
    }

    /// All blocks; read from the disk where they are aside, so better asked for once.
    pub fn blocks(&self) -> Cow<'_, [Block]> {
        match &self.kept {
            Kept::Here(blocks) => blocks.into(),
            Kept::Aside(aside, slot) => {
                aside.get::<Vec<Block>>(*slot).unwrap_or_default().into()
            }
        }
    }

    /// The texts of all blocks, without markup; read from the disk like [`Self::blocks`].
    pub fn plain(&self) -> impl Iterator<Item = Cow<'_, str>> {
        let (here, aside) = match self.blocks() {
            Cow::Borrowed(here) => (here, Vec::new()),
            Cow::Owned(aside) => (&[][..], aside),
        };
        let here = here.iter().map(|it| it.text.as_str().into());
        here.chain(aside.into_iter().map(|it| it.text.into()))
    }

    /// How many blocks there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// What the first of them is.
    pub fn opening(&self) -> Option<BlockKind> {
        self.opening
    }

    /// Leaves the blocks aside, if they can be.
    pub fn put_aside(&mut self, aside: &Arc<Aside>) {
        if let Kept::Here(blocks) = &self.kept
            && !blocks.is_empty()
            && let Some(slot) = aside.put(blocks)
        {
            self.kept = Kept::Aside(aside.clone(), slot);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::body::{Part, tests::body};

    #[test]
    fn a_text_is_the_same_wherever_it_is_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        let aside = Arc::new(Aside::below(folder.path().into()));
        let here =
            body("Plain.\n\n## A *heading*\n\n- [x](@/pages/x.md) & ![y](y.jpg)\n").text;
        let mut there = here.clone();
        there.put_aside(&aside);
        assert!(matches!(there.kept, Kept::Aside(..)));
        assert_eq!(here.blocks(), there.blocks());
        assert!(here.plain().eq(there.plain()));
        assert!(
            here.blocks().iter().flat_map(|it| &it.parts).any(|it| *it == Part::Text)
        );
        assert_eq!((here.len(), here.opening()), (there.len(), there.opening()));
    }
}
