# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Files looked at without being read as YAML: which ids may stand in them, and which of them name something.

Every answer here may hold too much, never too little: an id that stands in a file stands in its bytes, letter by
letter, unless an escape hides it, and a file with such an escape is taken to hold everything.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from porchlight.model.alike import folded
from porchlight.model.schema import Package
from porchlight.model.short_codes import code_of
from porchlight.reading.files import YAML_ENDINGS, files_in, read_bytes

_WORD = re.compile(rb"[a-z0-9]+(?:-[a-z0-9]+)*")
_ID = re.compile(rb"""\bid["']?\s*:\s*["']?([a-z0-9]+(?:-[a-z0-9]+)*)["']?[ \t]*(?=[\r\n,}#]|\Z)""")
_ANY_ID = re.compile(rb"""\bid["']?\s*:|^[ \t-]*\?\s|[{,]\s*\?\s""", re.MULTILINE)
_ONE = re.compile(rb"(?:#[^\n]*\n|\s*\n)*id: ([a-z0-9]+(?:-[a-z0-9]+)*)\r?\n")
"""How nearly every file begins: its one record, and that record's id."""
_ELSEWHERE = (b'id"', b"id'", b"id :", b"id\t", b" ?", b"\n?", b"{?", b",?")
_HIDES = re.compile(rb"\\(?:[xuU]|\r?\n)")
_NAME = re.compile(rb"""\bname["']?\s*:\s*(?:[>|][-+]?\s*)?([^\n]+)""")
_PHONE = re.compile(rb"""\bnumber["']?\s*:\s*["']?([^\n,}"']+)""")
_HOST = re.compile(rb"(?:://(?:www\.)?|@)([\w.-]+)")
_NO_DIGIT = re.compile(rb"\D")
_LETTERS = re.compile(r"\w+")
_AFTER_ESCAPE = rb"(?:(?<![a-z0-9-])|(?<=\\[a-zA-Z0]))"


@dataclass(frozen=True, eq=False)
class Glance:
    """One file of records, by what its bytes show."""

    file: str
    resource: str
    content: bytes

    @cached_property
    def _one(self) -> str:
        """The id of a file that surely has one only, told without a slow look; "" where a slow one is needed."""
        content = self.content
        found = _ONE.match(content)
        times = content.count(b"id:") - content.count(b"_id:")  # a question is called no_id
        alone = times == 1 and not any(other in content for other in _ELSEWHERE)
        return found[1].decode() if found and alone else ""

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every id that may stand here."""
        return (frozenset((self._one,)) if self._one else ids_in(self.content)) | {PurePosixPath(self.file).stem}

    @property
    def plain(self) -> bool:
        """True where `ids` are surely all of them: each stands behind its name, and nothing is hidden."""
        if hides(self.content):
            return False
        return bool(self._one) or len(_ANY_ID.findall(self.content)) == len(_ID.findall(self.content))

    @cached_property
    def words(self) -> frozenset[str]:
        """Every text of an id's form."""
        return words_in(self.content)

    @cached_property
    def codes(self) -> frozenset[str]:
        """The short codes of its ids."""
        return frozenset(code_of(f"{self.resource}/{name}") for name in self.ids)

    @cached_property
    def signs(self) -> frozenset[bytes]:
        """What records that look alike share: numbers, hosts, words of names and their initials."""
        return signs_in(self.content)

    def look(self) -> None:
        """Find beforehand what is asked of every file, whichever was touched."""
        _ = (self.ids, self.codes, self.signs)

    def holds(self, names: Collection[str]) -> bool:
        """True where one of these fields may be filled here."""
        return holds(self.content, names)


def holds(content: bytes, names: Collection[str]) -> bool:
    """True where one of these fields may be filled in a file's bytes."""
    met = (name.encode() for name in names if name.encode() in content)
    return hides(content) or any(re.search(rb"\b" + name + rb"""["']?\s*:""", content) for name in met)


def hides(content: bytes) -> bool:
    """True where an escape may hide a letter of an id."""
    return b"\\" in content and bool(_HIDES.search(content))


def ids_in(content: bytes) -> frozenset[str]:
    """What follows “id:”."""
    return frozenset(found.decode() for found in _ID.findall(content))


def words_in(content: bytes) -> frozenset[str]:
    """Every text of an id's form, also where an escape stands before it."""
    found = _WORD.findall(content)
    if b"\\" in content:
        found += _WORD.findall(re.sub(rb"\\[a-zA-Z0]", b" ", content))
    return frozenset(word.decode() for word in found)


def glances(root: Path, package: Package) -> Iterator[Glance]:
    """Every file of records of the hub."""
    for schema in package.schemas:
        for file in files_in(root, schema.folder, YAML_ENDINGS)[0]:
            yield Glance(file, schema.resource, read_bytes(root, file))


def signs_in(content: bytes) -> frozenset[bytes]:
    """What may show that two records look alike: numbers, hosts, words of names and their initials."""
    return frozenset(
        (
            *(_NO_DIGIT.sub(b"", number).removeprefix(b"1")[:10] for number in _PHONE.findall(content)),
            *(host.lower() for host in _HOST.findall(content)),
            *(word.encode() for name in _NAME.findall(content) for word in _of_name(name.decode("utf-8", "replace"))),
        )
    )


def _of_name(name: str) -> Iterator[str]:
    """The words of a name, and their first letters together: one name may be short for the other."""
    words = _LETTERS.findall(folded(name))
    yield from words
    yield "".join(word[0] for word in words)


class Naming:
    """Finds files in which one of some names stands as a whole word."""

    def __init__(self, names: Collection[str]) -> None:
        self._names = [name.encode() for name in names]
        either = b"|".join(map(re.escape, sorted(self._names, reverse=True)))
        self._pattern = re.compile(_AFTER_ESCAPE + b"(?:" + either + b")(?![a-z0-9-])")

    def __call__(self, content: bytes) -> bool:
        """True where a name stands in the content, or may be hidden in it."""
        if hides(content):
            return True
        return any(name in content for name in self._names) and bool(self._pattern.search(content))


def defined(known: Collection[Glance]) -> Mapping[str, list[Glance]]:
    """The files in which each id may stand as a record's own."""
    found: dict[str, list[Glance]] = {}
    for glance in known:
        for name in glance.ids:
            found.setdefault(name, []).append(glance)
    return found
