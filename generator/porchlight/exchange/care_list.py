# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The care queue as a list for people, for a spreadsheet, for programs, and as the text of one issue."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from porchlight.exchange.host_text import MOST, fitting
from porchlight.model import paths
from porchlight.model.cells import table
from porchlight.reading.saying import in_code, seen
from porchlight.views.care import CareLine, public_lines
from porchlight.views.edition import Edition

MARKER = "<!-- porchlight: care list -->"
"""The first line of the issue, which nobody sees: by it the issue is found and written anew."""

COLUMNS = ("place", "name", "kind", "city", "urgent", "who", "how", "ask", "last_known", "waits_since", "days", "then")
"""The heads of the table: the same in every language, for programs."""

_PLAIN = re.compile(r"(?:(?!www\.|GH-)[^\W_]|[ ,.?!:;()’'“”¿¡+-])*", re.IGNORECASE)
"""What Markdown and hosts take as nothing but words."""


@dataclass(frozen=True, slots=True)
class CareList:
    """The first lines of the queue in the language of the edition, for a day; `total` is how many there are in all."""

    edition: Edition
    lines: Sequence[CareLine]
    total: int
    day: date


def care_list(found: CareList, form: str) -> str:
    """The list in one of the forms `text`, `csv`, `markdown` or `json`."""
    return _FORMS[form](found)


def care_table(lines: Iterable[CareLine], day: date) -> str:
    """A table with a line for each task. No cell of it is run by a spreadsheet."""
    return table([COLUMNS, *(_cells(line, day) for line in lines)])


def care_files(edition: Edition) -> dict[str, bytes]:
    """The table of all that anyone can help with, beside the edition's page of it; none where nobody counted."""
    if edition.due is None:
        return {}
    lines = care_table(public_lines(edition, edition.due), edition.due.day)
    return {edition.path(paths.CARE_TABLE): lines.encode("utf-8-sig")}


def _cells(line: CareLine, day: date) -> Iterator[str]:
    yield from (line.key, line.name.value, line.kind, line.city, line.urgent, line.helper)
    yield from ("; ".join(line.ways), " ".join(ask.words for ask in line.asks))
    yield max((ask.known.day for ask in line.asks), default="")
    yield from (line.due.isoformat(), str((day - line.due).days), "; ".join(line.settle))


def _csv(found: CareList) -> str:
    return care_table(found.lines, found.day).removesuffix("\r\n")


def _sum(found: CareList) -> str:
    return found.edition.t("care.sum", n=found.total) if found.total else found.edition.t("care.none")


def _rest(found: CareList, told: int) -> list[str]:
    return [found.edition.t("care.more", n=found.total - told)] if told < found.total else []


def _text(found: CareList) -> str:
    entries = ["\n".join(_entry(found.edition, n, line)) for n, line in enumerate(found.lines, start=1)]
    return "\n\n".join([_sum(found), *entries, *_rest(found, len(entries))])


def _entry(edition: Edition, number: int, line: CareLine) -> Iterator[str]:
    where = f" ({seen(line.city)})" if line.city else ""
    waits = edition.t("care.waits", day=edition.day(line.due))
    yield f"{number}. {line.urgent}: {seen(line.name.value)}{where}. {waits}"
    yield f"   {line.helper}. {seen('; '.join(line.ways))}"
    yield from [f"   {line.note}"] if line.note else []
    yield from (f"   - {seen(ask.words)} {ask.known.words}" for ask in line.asks)
    yield f"   {edition.t('care.then')}"
    yield from (f"     {seen(command)}" for command in line.settle)


def _json(found: CareList) -> str:
    tasks = [
        {
            "record": line.key,
            "name": line.name.value,
            "harm": line.harm,
            "who": line.who,
            "how": line.ways,
            "asks": [{"words": ask.words, "last_known": ask.known.day} for ask in line.asks],
            "waits_since": line.due.isoformat(),
            "days": (found.day - line.due).days,
            "then": line.settle,
        }
        for line in found.lines
    ]
    # Plain ASCII: JSON leaves characters that turn a line round as they are.
    return json.dumps({"day": found.day.isoformat(), "total": found.total, "tasks": tasks}, indent=2)


def _markdown(found: CareList) -> str:
    """As many whole tasks as an issue can hold, under a head for each harm."""
    first = f"{MARKER}\n{_sum(found)}"
    tasks = list(_under_heads(found))
    told = fitting(tasks, MOST - len(first) - 100)
    return "\n\n".join([first, *tasks[:told], *_rest(found, told)])


def _under_heads(found: CareList) -> Iterator[str]:
    """Each task; the first one of each harm has its head."""
    for urgent, lines in groupby(found.lines, key=lambda line: line.urgent):
        head = f"## {urgent}\n\n"
        for line in lines:
            yield head + "\n".join(_item(found.edition, line))
            head = ""


def _item(edition: Edition, line: CareLine) -> Iterator[str]:
    city = f", {_plain(line.city)}" if line.city else ""
    waits = edition.t("care.waits", day=edition.day(line.due))
    yield f"- {in_code(line.name.value)}{city}. {line.helper}: {', '.join(map(in_code, line.ways))}. {waits}"
    yield from [f"    - {line.note}"] if line.note else []
    yield from (f"    - {_plain(ask.words)} {ask.known.words}" for ask in line.asks)
    yield f"    - {edition.t('care.then')}"
    yield from (f"        - {in_code(command)}" for command in line.settle)


def _plain(text: str) -> str:
    """The text as it is where it is only words; else as code, since someone else may have written part of it."""
    return text if _PLAIN.fullmatch(text) else in_code(text)


_FORMS: dict[str, Callable[[CareList], str]] = {"text": _text, "csv": _csv, "markdown": _markdown, "json": _json}
