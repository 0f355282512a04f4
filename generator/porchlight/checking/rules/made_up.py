# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""An example that was copied is no place to send anyone: numbers and hosts that are kept for examples are known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from porchlight.checking.context import Context
from porchlight.problems import Place, Problem
from porchlight.reading.saying import shown

_STORY = re.compile(r"1?((?!8(?:00|33|44|55|66|77|88))\d{3}55501\d\d|8005550199)", re.ASCII)
"""555-0100 to 555-0199; behind the free area codes, all but one of them belong to someone."""

_EXAMPLE = re.compile(r"([^@/]+\.)?example\.(com|net|org)")


def made_up(context: Context) -> Iterator[Problem]:
    """A hub whose places are real shows no number, page or mail address that is kept for examples."""
    settings = context.hub.settings
    if settings.made_up or not settings.name:  # without a name they could not be read, which is told
        return
    for record, path, row in context.rows("phones"):
        if _STORY.match(re.sub(r"\D", "", str(row["number"]))):
            message = "This number is kept for stories, so nobody answers it."
            yield _problem(context.place_of(record, *path, "number"), message, str(row["number"]))
    for place, address in _addresses(context):
        yield _problem(place, "This address is kept for examples, so nothing is behind it.", address)


def _addresses(context: Context) -> Iterator[tuple[Place, str]]:
    """Every such address of a page or for mail, with its place."""
    for part in ("links", "sources"):
        for record, path, row in context.rows(part):
            url = str(row["url"])
            if _EXAMPLE.fullmatch(_host(url)):
                yield context.place_of(record, *path, "url"), url
    for schema, record in context.records():
        for field in schema.fields:
            mail = record.text(field.name) if field.format == "email" else ""
            if _EXAMPLE.fullmatch(mail.rpartition("@")[2].lower()):
                yield context.place_of(record, field.name), mail


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:  # told as an address that can't be taken apart
        return ""


def _problem(place: Place, message: str, says: str) -> Problem:
    hint = "Write the real one. Only trying things out? Then write into data/hub.yaml:"
    return Problem(place, "made-up", message, shown(says), hint, "made_up: true")
