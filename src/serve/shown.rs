//! What is shown right now: the last good site and what is wrong with the one on disk. The
//! lock that requests wait for: everything behind it is as it was made.

use std::{
    sync::{Arc, Condvar, Mutex, PoisonError, RwLock, RwLockReadGuard},
    time::Duration,
};

use crate::{build::Ready, problem::Checked, source::Sources};

/// What browsers get to see.
#[derive(Debug, Default)]
pub struct Published {
    /// The last site without an error; none where there has been none yet.
    pub ready: Option<Ready>,
    /// The files it was made of.
    pub sources: Arc<Checked<Sources>>,
    /// What is wrong with the files on disk, in words, where that keeps them from being
    /// shown.
    pub trouble: Option<String>,
    /// The address of the page that was saved last, with the number of saves so far.
    pub saved: Option<(u64, String)>,
}

/// The place where [`Published`] is swapped, and where streams wait for it.
#[derive(Debug, Default)]
pub struct Shown {
    now: RwLock<Published>,
    swaps: Mutex<Swaps>,
    swapped: Condvar,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Swaps {
    count: u64,
    closed: bool,
}

impl Shown {
    /// Looks at what is shown; it stays the same until the guard is dropped.
    pub fn look(&self) -> RwLockReadGuard<'_, Published> {
        self.now.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes what is shown, and tells all who wait. What `change` returns is dropped after
    /// everybody can look again: a whole site takes its time.
    pub fn change<T>(&self, change: impl FnOnce(&mut Published) -> T) {
        let old = {
            let mut now = self.now.write().unwrap_or_else(PoisonError::into_inner);
            change(&mut now)
        };
        self.tell(|it| it.count += 1);
        drop(old);
    }

    /// Ends all waiting.
    pub fn close(&self) {
        self.tell(|it| it.closed = true);
    }

    /// How many swaps there have been.
    pub fn swaps(&self) -> u64 {
        self.swaps.lock().unwrap_or_else(PoisonError::into_inner).count
    }

    /// Waits for another swap than the `seen` first ones, but not longer than `patience`;
    /// gives how many there have been, and nothing once all is closed.
    pub fn wait(&self, seen: u64, patience: Duration) -> Option<u64> {
        let swaps = self.swaps.lock().unwrap_or_else(PoisonError::into_inner);
        let (swaps, _) = self
            .swapped
            .wait_timeout_while(swaps, patience, |it| it.count == seen && !it.closed)
            .unwrap_or_else(PoisonError::into_inner);
        (!swaps.closed).then_some(swaps.count)
    }

    fn tell(&self, change: impl FnOnce(&mut Swaps)) {
        change(&mut self.swaps.lock().unwrap_or_else(PoisonError::into_inner));
        self.swapped.notify_all();
    }
}
