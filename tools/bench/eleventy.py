# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The same records with Eleventy: Nunjucks, a page each, lists whole and narrowed, in two languages, and no search.

It is put into a folder of its own while the bench runs, where npm can fetch it.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

from tools.bench.measuring import Command
from tools.bench.records import A_PAGE, FACETS, LANGUAGES, Frame, Record, in_language, labels, write

VERSION = "3.1.8"

CONFIG = """module.exports = () => ({ dir: { input: "content", includes: "../layouts" } });"""

ENTRIES = """const records = require("./records.json"), languages = ["en", "es"];
module.exports = languages.flatMap((language) => records[language].map((record) => (
  { language, record, path: `${language}/${record.resource}/${record.id}` })));"""

LISTS = f"""const entries = require("./entries.js"), facets = {json.dumps(FACETS)}, lists = new Map();
const add = (path, entry) => lists.get(path)?.push(entry) ?? lists.set(path, [entry]);
for (const entry of entries) {{
  add(`${{entry.language}}/${{entry.record.resource}}`, entry);
  for (const facet of facets) for (const code of [entry.record[facet] ?? []].flat())
    add(`${{entry.language}}/by_${{facet}}/${{code}}`, entry);
}}
module.exports = [...lists].flatMap(([title, all]) => {{
  const last = Math.ceil(all.length / {A_PAGE});
  const path = (page) => page > 1 ? `${{title}}/page/${{page}}` : title;
  return Array.from({{ length: last }}, (_, at) => ({{ title, path: path(at + 1), page: at + 1, last, count: all.length,
    language: all[0].language, cards: all.slice(at * {A_PAGE}, (at + 1) * {A_PAGE}),
    back: at > 0 && path(at), more: at + 1 < last && path(at + 2) }}));
}});"""

CARD = """<article class="card"><h2><a href="/{{ entry.path }}/">{{ r.name }}</a></h2>
<p class="kind">{{ words[r.kind] }}</p>
<dl><dt>Who it is for</dt><dd>{{ r.who }}</dd>{% if r.cost %}<dt>Cost</dt><dd>{{ words[r.cost] }}</dd>{% endif %}
<dt>Place</dt><dd>{% for code in r.serves %}{{ words[code] }} {% endfor %}</dd></dl>
{% for check in r.checks %}<p class="soft"><span class="checked" data-enhance="checked" data-kind="checked">Checked on
<time datetime="{{ check.as_of }}" data-days="180">{{ check.as_of }}</time></span></p>{% endfor %}
<p><a class="button" href="tel:{{ r.phones[0].number }}">Call {{ r.phones[0].number }}</a></p></article>"""

LIST = """---
pagination: {data: lists, size: 1, alias: list}
permalink: "{{ list.path }}/index.html"
---
HEAD{% set words = labels[list.language] %}<main id="main" class="wrap flow"><h1>{{ list.title }}</h1>
<p class="count">{{ list.count }}. {{ list.page }}/{{ list.last }}</p>
<div class="cards">{% for entry in list.cards %}{% set r = entry.record %}{% include "card.njk" %}{% endfor %}</div>
{% if list.back %}<a href="/{{ list.back }}/">Back</a>{% endif %}{% if list.more %}<a href="/{{ list.more }}/">More</a>
{% endif %}</main>FOOT"""

PAGE = """---
pagination: {data: entries, size: 1, alias: entry}
permalink: "{{ entry.path }}/index.html"
---
HEAD{% set r = entry.record %}{% set words = labels[entry.language] %}
<main id="main" class="wrap record"><div class="flow"><h1>{{ r.name }}</h1>
<p class="lead">{{ words[r.kind] }} · {% for code in r.serves %}{{ words[code] }} {% endfor %}</p>
<p>{{ r.also_called | join(", ") }}</p><p>{{ r.summary }} {{ r.who }}</p><h2>Will they take me?</h2><ul class="answers">
{% for question, given in r.answers %}<li><div class="answer"><b>{{ words[question] }}</b>
<span class="said"><svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" focusable="false"><circle
class="ring" cx="12" cy="12" r="9.5"/><path d="M12 2.5v19a9 9 0 0 0 0-19"/></svg>{{ words[given.answer] }}</span>
{% if given.words %}<span class="soft">“{{ given.words }}”</span>
<span class="soft"><span class="checked" data-enhance="checked" data-kind="checked">by phone,
<time datetime="{{ given.as_of }}" data-days="180">{{ given.as_of }}</time></span></span>{% endif %}</div></li>
{% endfor %}</ul><dl class="details">
{% if r.narr_level %}<dt>NARR level</dt><dd>{{ words[r.narr_level] }}</dd>{% endif %}
{% if r.cost %}<dt>Cost</dt><dd>{{ words[r.cost] }}</dd>{% endif %}
{% for name in ["cost_note", "how_to", "hours", "beds", "address", "city", "postal_code"] %}
{% if r[name] %}<dt>{{ name }}</dt><dd>{{ r[name] }}</dd>{% endif %}{% endfor %}</dl></div>
<section class="caveat flow"><h2>What we are not sure of</h2><p>{{ r.caveat }}</p></section>
<section class="call-card flow" aria-label="How to reach them">{% for phone in r.phones %}
<div class="call"><p class="number">{{ phone.number }}</p>
<p><a class="button wide" href="tel:{{ phone.number }}">Call {{ r.name }}</a></p>
<p class="soft"><b>{{ words[phone.check] }}</b></p></div>{% endfor %}
<ul class="list">{% for link in r.links %}<li><a href="{{ link.url }}">{{ link.label }}</a></li>{% endfor %}</ul>
</section><div class="flow after"><h2 id="sources">Where this comes from</h2>
<ol class="sources">{% for source in r.sources %}
<li><a href="{{ source.url }}">{{ source.title }}</a> <span>{{ source.kind }} · {{ source.read_on }}</span></li>
{% endfor %}</ol></div></main>FOOT"""


def install(site: Path) -> list[Command]:
    """The command that puts it into the folder of the site; none where this machine has no npm."""
    npm = shutil.which("npm")
    quiet = ("--no-audit", "--no-fund", "--silent", "--prefix")
    return [[npm, "install", *quiet, site, f"@11ty/eleventy@{VERSION}"]] if npm else []


def write_site(site: Path, frame: Frame) -> None:
    """The settings, the templates and the words of codes."""
    data = {"labels.json": json.dumps(labels()), "entries.js": ENTRIES, "lists.js": LISTS}
    texts = {"record.njk": PAGE, "list.njk": LIST, **{f"_data/{name}": text for name, text in data.items()}}
    write(site / "eleventy.config.cjs", CONFIG)
    write(site / "layouts" / "card.njk", CARD)
    for name, text in texts.items():
        write(site / "content" / name, text if name.startswith("_") else frame.as_is(text))


def write_records(site: Path, records: Sequence[Record], _fresh: Sequence[Record]) -> None:
    """All records in one file, per language."""
    told = {language: [in_language(record, language) for record in records] for language in LANGUAGES}
    write(site / "content" / "_data" / "records.json", json.dumps(told, ensure_ascii=False))


def build(site: Path, output: Path) -> list[Command]:
    """Pages without search; to be run in the folder of the site."""
    return [[site / "node_modules" / ".bin" / "eleventy", "--output", output, "--quiet"]]
