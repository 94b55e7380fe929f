//! What becomes of Markdown: the HTML of each block with its kind and text, what is still
//! missing in braces, then the problems.

use expect_test::{Expect, expect};

use super::*;
use crate::{document::tests::reading, problem::shown, schema::Schema};

fn read(text: &str) -> Checked<Body> {
    let schema = Schema::builtin();
    let path = &"content/news/2020/x.md".into();
    let reading = reading(&schema);
    parse(Markdown { path, file: text, start: 0, first: 7, reading })
}

/// The body of a text.
pub fn body(text: &str) -> Body {
    read(text).value
}

/// What becomes of a text.
pub fn check(text: &str, expect: &Expect) {
    let checked = read(text);
    let blocks = checked.value.text.blocks();
    let blocks: String = blocks.iter().map(|it| show(it, &checked.value)).collect();
    expect.assert_eq(&(blocks + &shown::all(&checked.problems, text)));
}

fn show(block: &Block, body: &Body) -> String {
    let html: String = block.parts.iter().map(|it| show_part(it, block, body)).collect();
    format!("{:?} {:?}\n{}\n", block.kind, block.text, html.trim_end())
}

fn show_part(part: &Part, block: &Block, body: &Body) -> String {
    match part {
        Part::Text => block.text.clone(),
        Part::Html(html) => html.clone(),
        Part::Href(at) => {
            let link = &body.links[*at as usize - 7];
            let anchor =
                link.anchor.as_deref().map_or(String::new(), |it| format!("#{it}"));
            match &link.to {
                LinkTo::File(path) => format!("{{file {path}{anchor}}}"),
                LinkTo::Asset(path) => format!("{{asset {path}{anchor}}}"),
                LinkTo::Address(path) => format!("{{address {path}{anchor}}}"),
                LinkTo::Here => format!("{{here {anchor}}}"),
                LinkTo::Wiki { ty, name } => {
                    format!("{{wiki {} {name}{anchor}}}", ty.as_deref().unwrap_or("any"))
                }
            }
        }
        Part::Title(_) => "{title}".to_owned(),
        Part::Word(word) => format!("{{{word}}}"),
        Part::Picture(at) => format!("{{picture {at}}}"),
    }
}

#[test]
fn paragraphs_come_without_their_tags_and_know_their_text() {
    check(
        r#"One *two* `three` & “four”.
Five\
six.

> Quoted

1. a
2. b
   - c
"#,
        &expect![[r#"
            Paragraph "One two three & “four”. Five six."
            One <em>two</em> <code>three</code> &amp; “four”.
            Five<br>
            six.
            Other "Quoted"
            <blockquote>
            <p>Quoted</p>
            </blockquote>
            Other "a\nb\nc"
            <ol>
            <li>a</li>
            <li>b
            <ul>
            <li>c</li>
            </ul>
            </li>
            </ol>
        "#]],
    );
}

#[test]
fn headings_have_anchors_of_their_own() {
    check(
        r#"## News

## News

### Événements *de* 2020 {#events .lead}

# Title

Other
=====

## Again {#events}
"#,
        &expect![[r###"
            Heading(2) "News"
            <h2 id="news">News</h2>
            Heading(2) "News"
            <h2 id="news-1">News</h2>
            Heading(3) "Événements de 2020"
            <h3 id="events" class="lead">Événements <em>de</em> 2020</h3>
            Heading(2) "Title"
            <h2 id="title">Title</h2>
            Heading(2) "Other"
            <h2 id="other">Other</h2>
            Heading(2) "Again"
            <h2 id="events">Again</h2>
            W033 7:1 "# Title"
            a page has one heading of the first level
            printed one level lower: that one is the title
            ## Title
            "## News\n\n## News\n\n### Événements *de* 2020 {#events .lead}\n\n## Title\n\nOther\n=====\n\n## Again {#events}\n"
            W033 9:1 "Other\n====="
            a page has one heading of the first level
            printed one level lower: that one is the title
            underline it with `---`
            E034 12:1 "## Again {#events}"
            there is already an anchor `events`
            the second one
            give one of the two another name
        "###]],
    );
}

#[test]
fn links_wait_for_their_addresses() {
    check(
        r#"[a](@/countries/kr.md#history "t") [b](../2019/x.md) [[kr]] [[kr#history|Ko*rea*]] [[country:KR]] `[[no]]`
[c](#d) [e](/news/) [f](report.pdf) <https://example.org/?a&b> <a@b.org> [g][r]

[r]: https://example.org/r "T"
"#,
        &expect![[r#"
            Paragraph "a b kr Korea country:KR [[no]] c e f https://example.org/?a&b a@b.org g"
            <a href="{file countries/kr.md#history}" title="t">a</a> <a href="{file news/2019/x.md}">b</a> <a href="{wiki any kr}">{title}</a> <a href="{wiki any kr#history}">Ko<em>rea</em></a> <a href="{wiki country KR}">{title}</a> <code>[[no]]</code>
            <a href="{here #d}">c</a> <a href="{address /news/}">e</a> <a href="{asset news/2020/report.pdf}">f</a> <a href="https://example.org/?a&amp;b">https://example.org/?a&amp;b</a> <a href="mailto:a@b.org">a@b.org</a> <a href="https://example.org/r" title="T">g</a>
        "#]],
    );
}

#[test]
fn links_that_lead_nowhere_or_too_far_are_reported() {
    check(
        r#"[a](javascript:alert) [b]() [c](//evil.org) [](https://example.org) <vbscript:x>
"#,
        &expect![[r#"
            Paragraph "a b c  vbscript:x"
            a b c <a href="https://example.org"></a> vbscript:x
            E030 1:5 "javascript:alert"
            a link cannot begin with `javascript:`
            not allowed here
            links begin with `https://`, `http://`, `mailto:` or `tel:`, or lead to a page: `@/pages/about.md`
            E031 1:23 "[b]()"
            the link has no address
            leads nowhere
            write between the parentheses where it leads
            E030 1:33 "//evil.org"
            a link cannot begin with `//`
            not allowed here
            write the address in full, with `https://`
            W037 1:45 "[](https://example.org)"
            the link has no text
            nobody would see it
            write in the brackets what readers will find there
            E030 1:70 "vbscript:x"
            a link cannot begin with `vbscript:`
            not allowed here
            links begin with `https://`, `http://`, `mailto:` or `tel:`, or lead to a page: `@/pages/about.md`
        "#]],
    );
}

#[test]
fn pictures_wait_for_address_and_size() {
    check(
        r#"![A *man* & "dog"](photo.jpg "By the sea")

Text ![b](/b.png) and ![c](https://example.org/c.png)

[![d](d.png)](@/pages/a.md)

![e](e.png "At sea | Photograph: A. Person")
"#,
        &expect![[r#"
            Other "By the sea"
            <figure><img {picture 7} alt="A man &amp; &quot;dog&quot;" loading="lazy" decoding="async"><figcaption>By the sea</figcaption></figure>
            Paragraph "Text  and"
            Text <img {picture 8} alt="b" loading="lazy" decoding="async"> and
            Paragraph ""
            <a href="{file pages/a.md}"><img {picture 10} alt="d" loading="lazy" decoding="async"></a>
            Other "At sea Photograph: A. Person"
            <figure><img {picture 11} alt="e" loading="lazy" decoding="async"><figcaption>At sea <span class="credit">Photograph: A. Person</span></figcaption></figure>
            E036 3:28 "https://example.org/c.png"
            the picture lies on another site
            not a file of this site
            put the file beside the text and write its name
        "#]],
    );
}

#[test]
fn tables_scroll_and_are_named() {
    check(
        r#"| Country | Since |
| :-- | --: |
| [[kr\|Korea]] | **1964** |
"#,
        &expect![[r#"
            Other "Country\nSince\nKorea\n1964"
            <div class="table" tabindex="0" role="region" aria-label="Country, Since"><table><thead><tr><th scope="col" class="left">Country</th><th scope="col" class="right">Since</th></tr></thead><tbody>
            <tr><td class="left"><a href="{wiki any kr}">Korea</a></td><td class="right"><strong>1964</strong></td></tr>
            </tbody></table></div>
        "#]],
    );
}

#[test]
fn footnotes_stand_below_the_text() {
    check(
        r#"One[^b] two[^a] three[^b].

[^a]: First *note*.
[^b]: Second

    with two paragraphs.
[^c]: Nobody.
"#,
        &expect![[r##"
            Paragraph "One two three."
            One<sup id="fnref:1"><a href="#fn:1" role="doc-noteref">1</a></sup> two<sup id="fnref:2"><a href="#fn:2" role="doc-noteref">2</a></sup> three<sup id="fnref:1-2"><a href="#fn:1" role="doc-noteref">1</a></sup>.
            Other "Second\nwith two paragraphs.\nFirst note."
            <section class="footnotes" role="doc-endnotes" aria-label="{footnotes}">
            <ol>
            <li id="fn:1">
            <p>Second</p>
            <p>with two paragraphs. <a href="#fnref:1" role="doc-backlink" aria-label="{back_to_text} 1">↩</a></p>
            </li>
            <li id="fn:2">
            <p>First <em>note</em>. <a href="#fnref:2" role="doc-backlink" aria-label="{back_to_text} 2">↩</a></p>
            </li>
            </ol>
            </section>
            W035 7:1 "[^c]: Nobody."
            nothing refers to the footnote `c`
            not printed
            write `[^c]` where the text refers to it
        "##]],
    );
}

#[test]
fn alerts_tasks_and_code_are_marked() {
    check(
        r#"> [!WARNING]
> Careful.

- [x] done
- [ ] ~~not~~

```rust x
a < b
```
"#,
        &expect![[r#"
            Other "Careful."
            <div class="alert warning" role="note">
            <p><strong>{warning}</strong></p>
            <p>Careful.</p>
            </div>
            Other "done\nnot"
            <ul>
            <li><span class="task">☑</span> done</li>
            <li><span class="task">☐</span> <del>not</del></li>
            </ul>
            Other "a < b"
            <pre tabindex="0"><code class="language-rust">a &lt; b
            </code></pre>
        "#]],
    );
}

#[test]
fn an_element_may_stand_around_paragraphs() {
    check(
        "\
<details id=\"more\">
<summary>More</summary>

Some *text*.

- a

<div>

> b

</div>

</details>

Behind it.
",
        &expect![[r#"
            Other "More\nSome text.\na\nb"
            <details id="more">
            <summary>More</summary>
            <p>Some <em>text</em>.</p>
            <ul>
            <li>a</li>
            </ul>
            <div>
            <blockquote>
            <p>b</p>
            </blockquote>
            </div>
            </details>
            Paragraph "Behind it."
            Behind it.
        "#]],
    );
}

#[test]
fn elements_that_cross_are_shown_as_written() {
    check(
        "\
<div>

<details>

</div>

- <details>

a

</details>

<p>

</p>
",
        &expect![[r#"
            Other "<div>"
            <p>&lt;div&gt;</p>
            Other "</div>\n<details>\na"
            <details>
            <p>&lt;/div&gt;</p>
            <ul>
            <li>
            <p>&lt;details&gt;</p>
            </li>
            </ul>
            <p>a</p>
            </details>
            Other "<p>"
            <p>&lt;p&gt;</p>
            Other "</p>"
            <p>&lt;/p&gt;</p>
            W032 1:1 "<div>"
            `<div>` is shown as it is written
            its closing tag does not stand alone between empty lines
            write it in Markdown, or remove it
            W032 5:1 "</div>"
            `</div>` is shown as it is written
            not one of the tags that are allowed, or not closed in this block
            write it in Markdown, or remove it
            W032 7:3 "<details>"
            `<details>` is shown as it is written
            its closing tag does not stand alone between empty lines
            write it in Markdown, or remove it
            W032 13:1 "<p>"
            `<p>` is shown as it is written
            not one of the tags that are allowed, or not closed in this block
            write it in Markdown, or remove it
            W032 15:1 "</p>"
            `</p>` is shown as it is written
            not one of the tags that are allowed, or not closed in this block
            write it in Markdown, or remove it
        "#]],
    );
}

#[test]
fn raw_html_of_the_list_goes_out_and_the_rest_is_shown() {
    check(
        r#"Press <kbd>F1</kbd><!-- why --> or <font color="red">red</font> <kbd>*a</kbd>* <sup>b

<details>
<summary>More</summary>
Text
</details>

<div onclick="x">
Text
</div>
"#,
        &expect![[r#"
            Paragraph "Press F1 or <font color=\"red\">red</font> a</kbd> b"
            Press <kbd>F1</kbd> or &lt;font color="red"&gt;red&lt;/font&gt; &lt;kbd&gt;<em>a&lt;/kbd&gt;</em> &lt;sup&gt;b
            Other "More\nText"
            <details>
            <summary>More</summary>
            Text
            </details>
            Other "<div onclick=\"x\">\nText\n</div>"
            <p>&lt;div onclick="x"&gt;
            Text
            &lt;/div&gt;</p>
            W032 1:36 "<font color=\"red\">"
            `<font color="red">` is shown as it is written
            not one of the tags that are allowed
            write it in Markdown, or remove it
            W032 1:57 "</font>"
            `</font>` is shown as it is written
            not one of the tags that are allowed
            write it in Markdown, or remove it
            W032 1:72 "</kbd>"
            `</kbd>` is shown as it is written
            closes nothing that was opened before it
            write it in Markdown, or remove it
            W032 1:80 "<sup>"
            `<sup>` is shown as it is written
            not closed where it was opened
            write it in Markdown, or remove it
            W032 1:65 "<kbd>"
            `<kbd>` is shown as it is written
            not closed where it was opened
            write it in Markdown, or remove it
            W032 8:1 "<div onclick=\"x\">"
            `<div onclick="x">` is shown as it is written
            not one of the tags that are allowed, or not closed in this block
            write it in Markdown, or remove it
        "#]],
    );
}
