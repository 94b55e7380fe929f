//! A progress bar for work that takes longer than a second.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

// Shorter work is over before anybody has read a bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// A bar on standard error that appears only when the work is slow.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// A bar that is still invisible; it stays so where `interactive` is false.
    pub fn new(interactive: bool) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        let style =
            ProgressStyle::with_template("{msg:>10} {wide_bar} {pos}/{len} {eta}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        if !interactive {
            bar.finish();
        }
        Self { bar }
    }

    /// `done` of `total` in the stage of this name.
    pub fn update(&self, stage: &'static str, done: u64, total: u64) {
        if self.bar.is_finished() {
            return;
        }
        if self.bar.is_hidden() && self.bar.elapsed() > PATIENCE {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.set_message(stage);
        self.bar.set_length(total);
        self.bar.set_position(done);
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
