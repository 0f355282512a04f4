# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""An example that was copied is no place to send anyone: numbers and hosts that are kept for examples are known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from porchlight.checking.context import Context
from porchlight.model.places import states_of
from porchlight.problems import Place, Problem
from porchlight.reading.saying import shown

_STORY = re.compile(r"1?((?!8(?:00|33|44|55|66|77|88))\d{3}55501\d\d|8005550199)", re.ASCII)
"""555-0100 to 555-0199; behind the free area codes, all but one of them belong to someone."""

_REAL = re.compile(r"1?\d{3}(?!555)\d{7}", re.ASCII)
"""Nobody has a number behind 555; shorter ones are for a whole country."""

_EXAMPLE = re.compile(r"([^@/]+\.)?example\.(com|net|org)")


_NOWHERE = (".example", ".invalid", ".test")
"""Endings of hosts that nobody can have."""


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


def not_made_up(context: Context) -> Iterator[Problem]:
    """A hub whose pages say that nothing in it is real sends nobody away from a number that would have helped.

    A line for the whole country is left in it for whoever tries things out; it is told, and stops nothing.
    """
    if not context.hub.settings.made_up:
        return
    real = [found for found in context.rows("phones") if _REAL.fullmatch(re.sub(r"\D", "", str(found[2]["number"])))]
    for record, path, row in real:
        if states_of(context.hub.package.schema_of(record.resource).codes_of(record, "where")):
            message = "This number can be someone’s, but each page says that nothing here is real."
            hint = "Is it real? Take “made_up” out of data/hub.yaml. Else write one from 555-0100 to 555-0199."
            place = context.place_of(record, *path, "number")
            yield Problem(place, "made-up", message, shown(str(row["number"])), hint)
    if real or any(_is_real(_host(str(row["url"]))) for part in ("links", "sources") for *_, row in context.rows(part)):
        message = "Each page will say that nothing here is real, but some numbers or web addresses are."
        hint = "Does your group want that? Else take “made_up” out."
        yield Problem(Place("data/hub.yaml"), "not-made-up", message, hint=hint, weight="care")


def _is_real(host: str) -> bool:
    return "." in host and not _EXAMPLE.fullmatch(host) and not host.endswith(_NOWHERE)


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
