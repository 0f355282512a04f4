# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The same records with Pelican as it comes: an article of Markdown for each record and language, and no search.

Its theme is its own “simple” one, in the head and foot of our pages. It lists articles in the first language only.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from tools.bench.measuring import Command
from tools.bench.records import A_PAGE, LANGUAGES, Frame, Record, facets_of, in_language, labels, write

SETTINGS = f"""
SITENAME = "A made-up hub"
SITEURL = ""
PATH = "content"
THEME = "theme"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
DEFAULT_PAGINATION = {A_PAGE}
ARTICLE_URL = "{{category}}/{{slug}}/"
ARTICLE_SAVE_AS = "{{category}}/{{slug}}/index.html"
ARTICLE_LANG_URL = "{{lang}}/{{category}}/{{slug}}/"
TAG_SAVE_AS = "tag/{{slug}}/index.html"
CATEGORY_SAVE_AS = "category/{{slug}}/index.html"
ARTICLE_LANG_SAVE_AS = "{{lang}}/{{category}}/{{slug}}/index.html"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
"""

BASE = """HEAD<main id="main" class="wrap record">{% block content %}{% endblock %}</main>FOOT"""

DETAILS = ("cost_note", "how_to", "hours", "beds", "address", "city", "postal_code")


def write_site(site: Path, frame: Frame) -> None:
    """The settings, and a theme that takes all but the head and the foot from “simple”."""
    write(site / "pelicanconf.py", SETTINGS)
    write(site / "theme" / "templates" / "base.html", frame.as_is(BASE))


def write_records(site: Path, _records: Sequence[Record], fresh: Sequence[Record]) -> None:
    """An article for each record and language."""
    words = labels()
    for record in fresh:
        for language in LANGUAGES:
            path = site / "content" / record["resource"] / f"{record['id']}.{language}.md"
            write(path, _article(in_language(record, language), language, words[language]))


def build(site: Path, output: Path) -> list[Command]:
    """Pages without search."""
    return [[sys.executable, "-m", "pelican", "--settings", site / "pelicanconf.py", "--output", output, "--quiet"]]


def _article(record: Record, language: str, words: dict[str, str]) -> str:
    tags = ", ".join(facets_of(record)) if language == LANGUAGES[0] else ""
    about = {
        "Title": record["name"],
        "Date": record["checks"][0]["as_of"],
        "Slug": record["id"],
        "Lang": language,
        "Category": record["resource"],
        "Tags": tags,
        "Summary": f"{words[record['kind']]}. {record['who']}",
    }
    told = chain(_first(record, words), _answers(record, words), _details(record), _sources(record))
    return "\n".join([*(f"{name}: {said}" for name, said in about.items() if said), "", *told])


def _first(record: Record, words: dict[str, str]) -> Iterator[str]:
    yield f"{words[record['kind']]} · {' '.join(words[code] for code in record['serves'])}\n"
    yield f"{record['summary']} {record['who']}\n"


def _answers(record: Record, words: dict[str, str]) -> Iterator[str]:
    yield "## Will they take me?\n"
    for question, given in record["answers"].items():
        said = f" “{given['words']}” by phone, {given['as_of']}" if "words" in given else ""
        yield f"- **{words[question]}**: {words[given['answer']]}{said}"


def _details(record: Record) -> Iterator[str]:
    yield "\n## More\n"
    yield from (f"- {name}: {record[name]}" for name in DETAILS if name in record)
    yield f"\n## What we are not sure of\n\n{record['caveat']}\n"
    yield from (f"- [Call {phone['number']}](tel:{phone['number']})" for phone in record["phones"])
    yield from (f"- [{link['label']}]({link['url']})" for link in record["links"])


def _sources(record: Record) -> Iterator[str]:
    yield "\n## Where this comes from\n"
    yield from (f"1. [{each['title']}]({each['url']}) {each['read_on']}" for each in record["sources"])
