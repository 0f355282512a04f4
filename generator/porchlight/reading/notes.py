# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Notes that keepers leave in a file behind `#`: YAML itself forgets them, and so do programs that write it anew."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaml._yaml import CParser, Mark
from yaml.error import YAMLError
from yaml.events import ScalarEvent

_NOTE = re.compile(r"(?<![^\s])#(.*)$", re.MULTILINE)
_FOR_PROGRAMS = re.compile(r"\s*(yaml-language-server:|SPDX-)")


def notes_in(text: str) -> tuple[str, ...]:
    """What stands behind each `#` that begins a note, in order; nothing where the text is no YAML.

    Lines that are meant for programs are left out.
    """
    try:
        values = list(_values(text))
    except YAMLError:
        return ()
    found = []
    for match in _NOTE.finditer(text):
        if not any(start <= match.start() < end for start, end in values) and not _FOR_PROGRAMS.match(match[1]):
            found.append(match[1].strip())
    return tuple(filter(None, found))


def _values(text: str) -> Iterator[tuple[int, int]]:
    parser = CParser(text)
    while (event := parser.get_event()) is not None:
        if isinstance(event, ScalarEvent):
            start, end = _index(event.start_mark), _index(event.end_mark)
            yield start, start + _length(text[start:end]) if event.style in ("|", ">") else end


def _index(mark: object) -> int:
    """Libyaml gives every event both marks; only the types leave it open."""
    assert isinstance(mark, Mark)
    return mark.index


def _length(block: str) -> int:
    """How long a block's own lines are: libyaml counts notes below them to it, which stand further left."""
    head, *lines = block.splitlines(keepends=True)
    depth = next((_depth(line) for line in lines if line.strip()), 0)
    own = len(head)
    for line in lines:
        if line.strip() and _depth(line) < depth:
            break
        own += len(line)
    return own


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
