//! The sizes that a picture is published in. Nothing is ever made larger than it was.

use serde::{Deserialize, Serialize};

/// A part of a picture in one size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Print {
    /// Width and height in pixels.
    pub size: (u32, u32),
    /// The part of the picture that it shows.
    pub part: Part,
}

/// A rectangle of a picture that stands upright, in its pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Part {
    /// From the left edge.
    pub left: u32,
    /// From the top.
    pub top: u32,
    /// How wide.
    pub width: u32,
    /// How high.
    pub height: u32,
}

/// The point of a picture that stays in view when it is cropped, in thousandths of its width
/// and height.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Focus {
    /// From the left edge.
    pub x: u32,
    /// From the top.
    pub y: u32,
}

impl Focus {
    /// The middle.
    pub const MIDDLE: Self = Self { x: 500, y: 500 };

    /// A point written as CSS has it: `50% 30%`, with up to one decimal.
    pub fn parse(text: &str) -> Option<Self> {
        let (x, y) = text.trim().split_once(char::is_whitespace)?;
        Some(Self { x: thousandths(x)?, y: thousandths(y.trim_start())? })
    }
}

fn thousandths(text: &str) -> Option<u32> {
    let number = text.strip_suffix('%')?;
    let (whole, tenth) = number.split_once('.').unwrap_or((number, "0"));
    let digits = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    if !digits(whole) || !digits(tenth) || whole.len() > 3 || tenth.len() != 1 {
        return None;
    }
    let value = whole.parse::<u32>().ok()? * 10 + tenth.parse::<u32>().ok()?;
    (value <= 1000).then_some(value)
}

impl Print {
    /// A whole picture of these pixels, `width` wide, or as wide as it is.
    pub fn whole(pixels: (u32, u32), width: u32) -> Self {
        let (full, height) = (pixels.0.max(1), pixels.1.max(1));
        let width = width.clamp(1, full);
        let part = Part { left: 0, top: 0, width: full, height };
        Self { size: (width, scaled(height, width, full)), part }
    }

    /// As much of a picture of these pixels around a point as has the `shape` (width and
    /// height), as wide as the shape, or as wide as that part is.
    pub fn filling(pixels: (u32, u32), focus: Focus, shape: (u32, u32)) -> Self {
        let (full, tall) = (pixels.0.max(1), pixels.1.max(1));
        let width = full.min(scaled(tall, shape.0, shape.1));
        let height = tall.min(scaled(width, shape.1, shape.0));
        let left = start(full, width, focus.x);
        let part = Part { left, top: start(tall, height, focus.y), width, height };
        let size = if width >= shape.0 { shape } else { (width, height) };
        Self { size: (size.0, size.1.min(height)), part }
    }

    /// Whether it shows all of a picture of these pixels.
    pub fn is_whole(&self, pixels: (u32, u32)) -> bool {
        (self.part.width, self.part.height) == pixels
    }

    /// What tells it from the other prints of a picture of these pixels, for the names of
    /// files: `800w`, `800x533-120-0`.
    pub fn name(&self, pixels: (u32, u32)) -> String {
        let Self { size: (width, height), part } = self;
        if self.is_whole(pixels) {
            return format!("{width}w");
        }
        format!("{width}x{height}-{}-{}", part.left, part.top)
    }
}

/// `length × by ÷ of`, rounded, and never nothing.
fn scaled(length: u32, by: u32, of: u32) -> u32 {
    let (length, by, of) = (u64::from(length), u64::from(by), u64::from(of.max(1)));
    let rounded = (length * by + of / 2) / of;
    u32::try_from(rounded).unwrap_or(u32::MAX).max(1)
}

/// Where a part of this length begins so that the point is as near to its middle as can be.
fn start(full: u32, length: u32, focus: u32) -> u32 {
    let middle = scaled(full, focus, 1000);
    middle.saturating_sub(length / 2).min(full - length)
}
