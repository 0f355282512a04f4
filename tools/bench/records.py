# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What every peer is given: the same made-up records, words for their codes, and the head and foot of our pages."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tools.bench.measuring import ROOT

Record = dict[str, Any]

LANGUAGES = ("en", "es")
FACETS = ("kind", "serves", "cost", "narr_level", "populations")
"""The fields that have a narrowed list for each of their codes."""

A_PAGE = 40
"""Records on a page of a list."""

AGAIN = "Someone looked again. "
"""What a changed record begins with."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands before and behind the main part of a page."""

    head: str
    foot: str

    def around(self, text: str) -> str:
        """The text with HEAD and FOOT filled in."""
        return text.replace("HEAD", self.head).replace("FOOT", self.foot)

    def as_is(self, text: str) -> str:
        """The same for templates in which braces mean something (Jinja, Nunjucks)."""
        return Frame(f"{{% raw %}}{self.head}{{% endraw %}}", f"{{% raw %}}{self.foot}{{% endraw %}}").around(text)


def read_records(file: Path) -> list[Record]:
    """The records as tools/made_up_records.py wrote them."""
    records: list[Record] = json.loads(file.read_text(encoding="utf-8"))
    return records


def frame_of(page: Path) -> Frame:
    """The head and the foot of one of our pages."""
    head, _, rest = page.read_text(encoding="utf-8").partition("<main")
    return Frame(head, rest.partition("</main>")[2])


def labels() -> dict[str, dict[str, str]]:
    """The words for each code, per language."""
    lists = yaml.safe_load((ROOT / "data" / "vocabularies.yaml").read_text(encoding="utf-8"))
    return {language: _labels(lists, language) for language in LANGUAGES}


def _labels(lists: Mapping[str, Mapping[str, Mapping[str, Mapping[str, str]]]], lang: str) -> dict[str, str]:
    return {str(code): words[lang] for each in lists.values() for code, words in each["values"].items()}


def in_language(record: Record, language: str) -> Record:
    """The record with its texts in the language."""
    return {**record, **record["translations"].get(language, {})}


def facets_of(record: Record) -> Iterator[str]:
    """All codes by which a list is narrowed to the record and its like."""
    for field in FACETS:
        given = record.get(field, ())
        yield from (given,) if isinstance(given, str) else given


def changed(records: Sequence[Record], at: int) -> tuple[list[Record], Record]:
    """All records, one of them with a longer summary; and that one."""
    record = {**records[at], "summary": AGAIN + records[at]["summary"]}
    return [*records[:at], record, *records[at + 1 :]], record


def write(path: Path, text: str) -> None:
    """The text as a file; its folders are made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
