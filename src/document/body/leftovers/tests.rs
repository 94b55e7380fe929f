//! Signs in a text that mean nothing here.

use expect_test::expect;

use crate::document::body::tests::check;

#[test]
fn what_is_left_over_from_elsewhere_is_reported() {
    check(
        r#"
One.[^1][^0] Two \[^2], [^3](https://example.org), `[^4] {{ five }}`, x[^y z], a^b.

Before {{< figure src="x.png" >}} between {{% note %}} after {% include "x" %} {{

    {{ code }} [^1]

[^6]: A note{{ six }}.

Six.[^6]
"#,
        &expect![[r##"
            Paragraph "One.[^1][^0] Two [^2], ^3, [^4] {{ five }}, x[^y z], a^b."
            One.[^1][^0] Two [^2], <a href="https://example.org">^3</a>, <code>[^4] {{ five }}</code>, x[^y z], a^b.
            Paragraph "Before {{< figure src=\"x.png\" >}} between {{% note %}} after {% include \"x\" %} {{"
            Before {{&lt; figure src="x.png" &gt;}} between {{% note %}} after {% include "x" %} {{
            Other "{{ code }} [^1]"
            <pre tabindex="0"><code>{{ code }} [^1]
            </code></pre>
            Paragraph "Six."
            Six.<sup id="fnref:1"><a href="#fn:1" role="doc-noteref">1</a></sup>
            Other "A note{{ six }}."
            <section class="footnotes" role="doc-endnotes" aria-label="{footnotes}">
            <ol>
            <li id="fn:1">
            <p>A note{{ six }}. <a href="#fnref:1" role="doc-backlink" aria-label="{back_to_text} 1">↩</a></p>
            </li>
            </ol>
            </section>
            W038 2:5 "[^1]"
            there is no footnote `1`
            readers see this sign
            write the footnote: `[^1]: …`
            W038 2:9 "[^0]"
            there is no footnote `0`
            readers see this sign
            write the footnote: `[^0]: …`
            W039 4:8 "{{< figure src=\"x.png\" >}}"
            `{{< figure src="x.png" >}}` means nothing here
            readers see it as it is
            write it in Markdown, or in backticks where they should see it
            W039 4:43 "{{% note %}}"
            `{{% note %}}` means nothing here
            readers see it as it is
            write it in Markdown, or in backticks where they should see it
            W039 4:80 "{{"
            `{{` means nothing here
            readers see it as it is
            write it in Markdown, or in backticks where they should see it
            W039 4:62 "{% include \"x\" %}"
            `{% include "x" %}` means nothing here
            readers see it as it is
            write it in Markdown, or in backticks where they should see it
            W039 8:13 "{{ six }}"
            `{{ six }}` means nothing here
            readers see it as it is
            write it in Markdown, or in backticks where they should see it
        "##]],
    );
}
