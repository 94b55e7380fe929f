//! Exceptions from the house style.

use crate::{
    problem::{Code, Problem, Severity, catalogue::Entry},
    span::Place,
};

pub(super) const W390: Entry = Entry {
    code: Code("W390"),
    level: Severity::Warning,
    title: "an exception allows nothing",
    text: "The rule finds nothing here, or not with this `value`: the text was changed, or \
           the value has a slip. An exception that is left behind would hide the next, \
           real problem. Rules that time alone sets off (W341, a review) may wait.",
    wrong: news!(
        "lint: { allow: [{ rule: W340, value: KNPA, reason: known here }] }\n",
        ""
    ),
    right: news!("", ""),
};

pub(super) const W391: Entry = Entry {
    code: Code("W391"),
    level: Severity::Warning,
    title: "an exception names no rule of the house style",
    text: "`lint.allow` takes codes of the house style: W301 to W361, E323, E324. Other \
           errors cannot be allowed.",
    wrong: news!("lint: { allow: [{ rule: W999, reason: it is fine }] }\n", ""),
    right: news!("", ""),
};

impl Problem {
    /// An exception from the rule `entry` that covers nothing.
    pub fn exception_idle(at: &Place, entry: &Entry, value: Option<&str>) -> Self {
        let rule = entry.code.0;
        let about = value.map(|it| format!(" about `{it}`")).unwrap_or_default();
        Self::new(W390.code, format!("{rule} finds nothing{about} here to allow"))
            .at(&at.path, at.span, format!("the rule: {}", entry.title))
            .help("take the exception out, or correct its `value`")
    }

    /// An exception from a rule that is none.
    pub fn exception_unknown(at: &Place, rule: &str) -> Self {
        Self::new(W391.code, format!("there is no rule `{rule}` to allow"))
            .at(&at.path, at.span, "no rule of the house style")
            .help("`dateline explain W311` shows a rule; a message begins with its code")
    }
}
