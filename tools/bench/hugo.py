# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The same records with Hugo: a page each, lists whole and narrowed, in two languages, in one folder with Pagefind.

Hugo reads one JSON file, the quickest way for it, and checks nothing. Its pages carry the very head and foot of
Porchlight's, so that they weigh about the same.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tools.bench.measuring import Command
from tools.bench.records import Frame, Record, labels, write

SITE = {
    "hugo.toml": """
baseURL = "https://example.org/"
title = "A made-up hub"
defaultContentLanguage = "en"
disableKinds = ["taxonomy", "rss", "sitemap", "robotstxt", "404"]
languages = {en = {weight = 1}, es = {weight = 2}}
taxonomies = {a = "by_kind", b = "by_place", c = "by_cost", d = "by_level", e = "by_group"}
pagination = {pagerSize = 40, disableAliases = true}
""",
    "content/_content.gotmpl": """
{{ .EnableAllLanguages }}
{{ range hugo.Data.records }}
{{ $lists := dict "by_kind" .kind "by_place" .serves "by_cost" .cost "by_level" .narr_level "by_group" .populations }}
{{ $.AddPage (dict "path" (printf "%s/%s" .resource .id) "title" .name "params" (merge $lists (dict "record" .))) }}
{{ end }}
""",
    "layouts/baseof.html": """{{ block "main" . }}{{ end }}""",
    "layouts/home.html": """{{ define "main" }}<a href="housing/">A place to stay</a>{{ end }}""",
    "layouts/list.html": """HEAD<main id="main" class="wrap flow" data-pagefind-body>
<h1>{{ .Title }}</h1>
{{ with .Paginator }}<p class="count">{{ .TotalNumberOfElements }}. {{ .PageNumber }}/{{ .TotalPages }}</p>
<div class="cards">{{ range .Pages }}{{ partial "card.html" . }}{{ end }}</div>
{{ with .Prev }}<a href="{{ .URL }}">Back</a>{{ end }}{{ with .Next }}<a href="{{ .URL }}">More</a>{{ end }}{{ end }}
</main>FOOT""",
    "layouts/_partials/card.html": """{{ $r := .Params.record }}
{{ $words := index hugo.Data.labels .Site.Language.Lang }}
{{ $t := cond (eq .Site.Language.Lang "es") (merge $r $r.translations.es) $r }}<article class="card">
<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
<p class="kind">{{ index $words $r.kind }}</p>
<dl><dt>Who it is for</dt><dd>{{ $t.who }}</dd>{{ with $r.cost }}<dt>Cost</dt><dd>{{ index $words . }}</dd>{{ end }}
<dt>Place</dt><dd>{{ range $r.serves }}{{ index $words . }} {{ end }}</dd></dl>
{{ range $r.checks }}<p class="soft"><span class="checked" data-enhance="checked" data-kind="checked">Checked on
<time datetime="{{ .as_of }}" data-days="180">{{ dateFormat "January 2, 2006" .as_of }}</time></span></p>{{ end }}
{{ with index $r.phones 0 }}<p><a class="button" href="tel:{{ .number }}">Call {{ .number }}</a></p>{{ end }}
</article>""",
    "layouts/page.html": """HEAD{{ $r := .Params.record }}{{ $words := index hugo.Data.labels .Site.Language.Lang }}
{{ $t := cond (eq .Site.Language.Lang "es") (merge $r $r.translations.es) $r }}
<main id="main" class="wrap record" data-pagefind-body><div class="flow"><div class="words"><h1>{{ .Title }}</h1>
<p class="lead">{{ index $words $r.kind }} · {{ range $r.serves }}{{ index $words . }} {{ end }}</p>
<p>{{ delimit $r.also_called ", " }}</p><p>{{ $t.summary }} {{ $t.who }}</p>
<p>{{ with $r.cost }}{{ index $words . }}{{ end }} {{ range $question, $given := $r.answers }}
{{ if in "yes case_by_case" $given.answer }}{{ index $words $question }}. {{ end }}{{ end }}</p></div>
<h2>Will they take me?</h2><ul class="answers">
{{ range $question, $given := $r.answers }}<li><div class="answer"><b>{{ index $words $question }}</b>
<span class="said"><svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" focusable="false"><circle
class="ring" cx="12" cy="12" r="9.5"/><path d="M12 2.5v19a9 9 0 0 0 0-19"/></svg>{{ index $words $given.answer }}</span>
{{ with $given.words }}<span class="soft">“{{ . }}”</span>{{ end }}
{{ with $given.as_of }}<span class="soft"><span class="checked" data-enhance="checked" data-kind="checked">by phone,
<time datetime="{{ . }}" data-days="180">{{ dateFormat "January 2, 2006" . }}</time></span></span>{{ end }}</div></li>
{{ end }}</ul><dl class="details">
{{ with $r.narr_level }}<dt>NARR level</dt><dd>{{ index $words . }}</dd>{{ end }}
{{ with $r.cost }}<dt>Cost</dt><dd>{{ index $words . }}</dd>{{ end }}
{{ range $name := slice "cost_note" "how_to" "hours" "beds" "address" "city" "postal_code" }}
{{ with index $t $name }}<dt>{{ $name }}</dt><dd>{{ . }}</dd>{{ end }}{{ end }}
<dt>Languages spoken</dt><dd>{{ range $r.languages }}{{ index $words . }} {{ end }}</dd></dl></div>
<section class="caveat flow"><h2>What we are not sure of</h2><p>{{ $t.caveat }}</p></section>
<section class="call-card flow" aria-label="How to reach them">{{ $name := .Title }}{{ range $r.phones }}
<div class="call"><p class="number">{{ .number }}</p>
<p><a class="button wide" href="tel:{{ .number }}">Call {{ $name }}</a></p>
<p class="soft"><b>{{ index $words .check }}</b></p></div>{{ end }}
<ul class="list">{{ range $r.links }}<li><a href="{{ .url }}">{{ .label }}</a></li>{{ end }}</ul></section>
<div class="flow after"><h2 id="sources">Where this comes from</h2><ol class="sources">{{ range $r.sources }}
<li><a href="{{ .url }}">{{ .title }}</a> <span>{{ .kind }} · {{ dateFormat "January 2, 2006" .read_on }}</span></li>
{{ end }}</ol><ul class="list">{{ with .NextInSection }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}
{{ with .PrevInSection }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></div>
</main>FOOT""",
}

YAML_READER = {
    "hugo.toml": """
baseURL = "https://example.org/"
disableKinds = ["page", "section", "taxonomy", "term", "rss", "sitemap", "robotstxt", "404"]
dataDir = "../hub/data"
""",
    "layouts/home.html": """{{ range slice "housing" "services" "employers" }}
{{ len (index hugo.Data .) }}{{ end }}""",
}
"""A site that reads the YAML of our hub beside it, and writes one page."""


def write_site(site: Path, frame: Frame) -> None:
    """The templates and the words of codes; a page says its language, so that Pagefind makes an index for each."""
    frame = replace(frame, head=frame.head.replace(' lang="en"', ' lang="{{ .Site.Language.Lang }}"', 1))
    for file, text in {**SITE, "data/labels.json": json.dumps(labels())}.items():
        write(site / file, frame.around(text))


def write_yaml_reader(site: Path) -> None:
    """The site that only reads, beside a folder `hub`."""
    for file, text in YAML_READER.items():
        write(site / file, text)


def write_records(site: Path, records: Sequence[Record], _fresh: Sequence[Record]) -> None:
    """All records in the one file that Hugo reads."""
    write(site / "data" / "records.json", json.dumps(records, ensure_ascii=False))


def pages(site: Path, output: Path) -> list[Command]:
    """Pages without search."""
    program = Path(sys.executable).with_name("hugo")
    return [[program, "--source", site, "--destination", output, "--quiet"]]


def build(site: Path, output: Path) -> list[Command]:
    """Pages, and search over all that they say."""
    return [*pages(site, output), [*_pagefind(output)]]


def build_with_our_words(site: Path, output: Path) -> list[Command]:
    """Pages, and search over the few words that ours knows of a record."""
    return [*pages(site, output), [*_pagefind(output), "--root-selector", ".words"]]


def _pagefind(output: Path) -> list[str | Path]:
    return [sys.executable, "-m", "pagefind", "--site", output]
