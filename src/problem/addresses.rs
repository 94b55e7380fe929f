//! Addresses and output: `E3xx`.

use std::{path::Path, sync::Arc};

use super::{Code, Problem, Severity, catalogue::Entry};
use crate::span::{Place, Span};

const SAME_ADDRESS: Code = Code("E301");
const ALIAS_TAKEN: Code = Code("E302");
const SAME_ID: Code = Code("E303");
const LOOKALIKE: Code = Code("E304");
const BAD_NAME: Code = Code("E305");
const SAME_NAME: Code = Code("E306");
const BAD_LINK: Code = Code("E307");
const TOO_LARGE: Code = Code("E308");
const MISNAMED_PAGE: Code = Code("W309");
const FOREIGN_OUTPUT: Code = Code("E310");
const OUTPUT_IN_SITE: Code = Code("E311");
const IN_THE_WAY: Code = Code("E312");
const PART_OVER_WHOLE: Code = Code("E313");

/// The codes of this group.
pub const ENTRIES: &[Entry] = &[
    Entry {
        code: SAME_ADDRESS,
        level: Severity::Error,
        title: "two pages have the same address",
        text: "An address is the path of the file below `content/`, its last part replaced \
               by `slug` where there is one. Only one page can stand at an address. Change \
               the `slug` of one of the two, or rename its file.",
        wrong: "\
-- content/news/2020/one.md --
---
title: The first of two
date: 2020-02-11
---
-- content/news/2020/two.md --
---
title: The second of two
date: 2020-02-11
slug: one
---
",
        right: "\
-- content/news/2020/one.md --
---
title: The first of two
date: 2020-02-11
---
-- content/news/2020/two.md --
---
title: The second of two
date: 2020-02-11
---
",
    },
    Entry {
        code: ALIAS_TAKEN,
        level: Severity::Error,
        title: "an alias is the address of something else",
        text: "An alias sends readers of an old address to the page that has taken its \
               place. Where a page stands at that address, or another entry claims it too, \
               nobody could say where readers should go.",
        wrong: "\
-- content/pages/about.md --
---
title: About us
---
-- content/pages/contact.md --
---
title: Contact
aliases: [/pages/about/]
---
",
        right: "\
-- content/pages/about.md --
---
title: About us
---
-- content/pages/contact.md --
---
title: Contact
aliases: [/pages/who-we-are/]
---
",
    },
    Entry {
        code: SAME_ID,
        level: Severity::Error,
        title: "two entries of a type have the same id",
        text: "References name an entry by its id: the name of its file, or `id:`. Within a \
               type and a language an id may be used once. Rename one of the files or give \
               it an `id:` of its own. News and others that are listed by date may have one \
               name in two folders: there they are named by their paths.",
        wrong: "\
-- content/topics/cybercrime.md --
---
title: Cybercrime
---
-- content/topics/crime/cybercrime.md --
---
title: Crime online
---
",
        right: "\
-- content/topics/cybercrime.md --
---
title: Cybercrime
---
-- content/topics/crime/cybercrime.md --
---
title: Crime online
id: crime-online
---
",
    },
    Entry {
        code: LOOKALIKE,
        level: Severity::Error,
        title: "two addresses differ only in capitals or in Unicode form",
        text: "On many computers and servers `Report.pdf` and `report.pdf` are one file, so \
               one of the two would be lost. Rename one of them.",
        wrong: "",
        right: "",
    },
    Entry {
        code: BAD_NAME,
        level: Severity::Error,
        title: "a file has a name that cannot be part of an address",
        text: "Names of files become addresses. They must be valid UTF-8 without control \
               characters and without `\\`. Rename the file.",
        wrong: "",
        right: "",
    },
    Entry {
        code: SAME_NAME,
        level: Severity::Error,
        title: "two files have the same name in different Unicode forms",
        text: "An accented letter can be stored as one character or as a letter and an \
               accent. The two look the same and make one address. Delete or rename one of \
               the two files.",
        wrong: "",
        right: "",
    },
    Entry {
        code: BAD_LINK,
        level: Severity::Error,
        title: "a link in a folder of the site cannot be followed",
        text: "A symbolic link must lead to a file or folder of this site, and not back to \
               a folder it is in. Files that are neither files nor folders (sockets, pipes) \
               cannot be published. Replace the link by a copy, or remove it.",
        wrong: "",
        right: "",
    },
    Entry {
        code: TOO_LARGE,
        level: Severity::Error,
        title: "a file is too large",
        text: "A Markdown file of more than 4 MiB, or another text of more than 64 MiB, is \
               a mistake more often than a text. Files over 2 GiB cannot be published.",
        wrong: "",
        right: "",
    },
    Entry {
        code: MISNAMED_PAGE,
        level: Severity::Warning,
        title: "a text below `content/` becomes no page",
        text: "Only files whose names end in `.md` are entries, and those that begin with `_` \
               are left out: notes, drafts of drafts. Other generators know other endings, \
               and describe a section in its `_index.md`. Rename the file; what such a \
               description says can become an entry in `content/pages/`.",
        wrong: "",
        right: "",
    },
    Entry {
        code: FOREIGN_OUTPUT,
        level: Severity::Error,
        title: "the output folder was not made by Dateline",
        text: "Dateline writes into an empty or new folder, or into one it has made itself \
               (there is a file `.dateline` in it). This folder has files in it and no such \
               mark, so it may be something you need. Choose another folder with \
               `--output-dir`, or add `--force`: files of the folder stay, except those that \
               have the name of a page. Where Dateline has made it and only the mark is gone \
               (an upload without hidden files leaves it out), remove the folder: with \
               `--force`, pages that are no longer in the site would stay too.",
        wrong: "",
        right: "",
    },
    Entry {
        code: OUTPUT_IN_SITE,
        level: Severity::Error,
        title: "the output folder is a part of the site",
        text: "Pages written into `content/`, `static/` or the site's own folder would \
               become a part of the site, or replace it. Choose another folder with \
               `--output-dir`.",
        wrong: "",
        right: "",
    },
    Entry {
        code: IN_THE_WAY,
        level: Severity::Error,
        title: "a file that Dateline did not make stands where a page should go",
        text: "Files that something else has put into the output folder are left as they \
               are. This one has the name of a page or file of the site. Move it away, put \
               it into `static/` if it should be published, or add `--force` to replace it.",
        wrong: "",
        right: "",
    },
    Entry {
        code: PART_OVER_WHOLE,
        level: Severity::Error,
        title: "a part of a site would take the place of a whole one",
        text: "`build --shard 2/4` makes a fourth of the site, for `publish --merge` to put \
               together with the others; readers would miss the rest. Give each part a \
               folder of its own with `--output-dir`, or add `--force` to remove the site \
               that is there.",
        wrong: "",
        right: "",
    },
];

impl Problem {
    /// Two entries with one address.
    pub fn same_address(address: &str, second: &Place, first: &Place) -> Self {
        let message = format!("the address `{address}` belongs to another entry");
        Self::new(SAME_ADDRESS, message)
            .at(&second.path, second.span, "has this address too")
            .note(&first.path, first.span, "the other entry")
            .help("give one of the two another `slug`, or rename its file")
    }

    /// An entry at an address that the site uses for a list, a feed or another page of its
    /// own (`what`).
    pub fn reserved_address(address: &str, place: &Place, what: &str) -> Self {
        let message = format!("the address `{address}` belongs to {what}");
        Self::new(SAME_ADDRESS, message)
            .at(&place.path, place.span, "has this address too")
            .help("give the entry another `slug`, or rename its file")
    }

    /// An alias of two entries.
    pub fn alias_shared(alias: &str, place: &Place, other: &Place) -> Self {
        let message = format!("the alias `{alias}` belongs to another entry too");
        Self::new(ALIAS_TAKEN, message)
            .at(&place.path, place.span, "readers can be sent to one page only")
            .note(&other.path, other.span, "the alias of the other entry")
            .help("remove one of the two")
    }

    /// An alias at the address of a page.
    pub fn alias_taken(alias: &str, place: &Place, other: &Place) -> Self {
        let message = format!("the alias `{alias}` is the address of another entry");
        Self::new(ALIAS_TAKEN, message)
            .at(&place.path, place.span, "readers could not be sent on from here")
            .note(&other.path, other.span, "the entry at this address")
            .help("remove the alias, or move the other entry")
    }

    /// An alias at an address of the site's own: a list, a feed, a file (`what`).
    pub fn alias_reserved(alias: &str, place: &Place, what: &str) -> Self {
        let message = format!("the alias `{alias}` is the address of {what}");
        Self::new(ALIAS_TAKEN, message)
            .at(&place.path, place.span, "readers could not be sent on from here")
            .help("remove the alias")
    }

    /// Two entries of a type and a language with one id.
    pub fn same_id(ty: &str, id: &str, second: &Place, first: &Place) -> Self {
        Self::new(SAME_ID, format!("there is already a {ty} with the id `{id}`"))
            .at(&second.path, second.span, "the second one")
            .note(&first.path, first.span, "the first one")
            .help("rename one of the files, or give it an `id:` of its own")
    }

    /// Two output paths that some file systems take for one; `place` is the source of the
    /// second where it has one.
    pub fn lookalike(path: &str, other: &str, place: Option<&Place>) -> Self {
        let message = format!("`{path}` and `{other}` are one file on many computers");
        let problem = Self::new(LOOKALIKE, message)
            .help("rename one of the two: they differ only in capitals or accents");
        match place {
            Some(place) => problem.at(&place.path, place.span, "becomes this file"),
            None => problem,
        }
    }

    /// A file whose name cannot be part of an address; `path` is shown with the bad parts
    /// replaced.
    pub fn bad_name(path: &str, why: &'static str) -> Self {
        Self::new(BAD_NAME, format!("the name of `{path}` {why}"))
            .at(&Arc::from(path), Span::default(), "")
            .help("rename the file")
    }

    /// Two files whose names differ only in their Unicode form.
    pub fn same_name(path: &Arc<str>) -> Self {
        Self::new(SAME_NAME, format!("there are two files that read `{path}`"))
            .at(path, Span::default(), "")
            .help("delete or rename one of the two")
    }

    /// A link that leads out of the site, nowhere, or round in a circle.
    pub fn bad_link(path: &str, why: &'static str) -> Self {
        Self::new(BAD_LINK, format!("`{path}` {why}"))
            .at(&Arc::from(path), Span::default(), "")
            .help("replace it by a copy, or remove it")
    }

    /// A file over the limit for its kind.
    pub fn too_large(path: &str, size: u64, limit: u64) -> Self {
        let mib = |bytes: u64| bytes.div_ceil(1 << 20);
        let text = format!("`{path}` has {} MiB", mib(size));
        Self::new(TOO_LARGE, text)
            .at(&Arc::from(path), Span::default(), "")
            .help(format!("at most {} MiB are read", mib(limit)))
    }

    /// A file that somebody takes for an entry and that is none, for a reason.
    pub fn misnamed_page(path: &str, why: &'static str, help: &'static str) -> Self {
        Self::new(MISNAMED_PAGE, format!("`{path}` becomes no page: {why}"))
            .at(&Arc::from(path), Span::default(), "")
            .help(help)
    }

    /// An output folder with files in it that Dateline did not make.
    pub fn foreign_output(folder: &Path) -> Self {
        let folder = folder.display();
        let message = format!("`{folder}` has files in it and was not made by Dateline");
        Self::new(FOREIGN_OUTPUT, message).help(
            "choose another folder with `--output-dir`, or add `--force`, which keeps the files \
             that are in it; if it was, and its list `.dateline` is lost, remove it",
        )
    }

    /// An output folder that holds the site or is one of its folders.
    pub fn output_in_site(folder: &Path, part: &str) -> Self {
        let message = format!("the output folder `{}` is {part}", folder.display());
        Self::new(OUTPUT_IN_SITE, message)
            .help("choose another folder with `--output-dir`")
    }

    /// A file in the output folder that Dateline did not make, where a page should go.
    pub fn in_the_way(file: &Path) -> Self {
        let message = format!("`{}` was not made by Dateline", file.display());
        Self::new(IN_THE_WAY, message)
            .help("move it away, put it into `static/`, or add `--force` to replace it")
    }

    /// A whole site in the output folder of a part of one.
    pub fn part_over_whole(folder: &Path) -> Self {
        let message = format!("`{}` has a whole site in it", folder.display());
        Self::new(PART_OVER_WHOLE, message).help(
            "give the part a folder of its own with `--output-dir`, or add `--force` to put it \
             in the place of the site",
        )
    }
}
