# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What nobody may see, whatever a schema says: neither a page nor a message ever quotes it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from porchlight.model.schema import Field
from porchlight.problems import Problem

WITHHELD = frozenset({"address", "address_1", "address_2", "postal_code", "latitude", "longitude"})
PRIVATE = frozenset({"maintainer_note"})
NAMES = WITHHELD | PRIVATE
_KEY = re.compile(r"[\s-]*[\"']?([A-Za-z_][\w-]*)[\"']?\s*:", re.ASCII)


def guarded(field: Field) -> Field:
    """The field with the care that its name or role asks for, so that one lost line of a schema shows no street."""
    withheld = field.withheld or field.role in WITHHELD or field.name in WITHHELD or field.hsds in WITHHELD
    return replace(field, withheld=withheld, private=field.private or field.name in PRIVATE)


def is_hidden(field: Field) -> bool:
    """True for a field whose value no message may quote."""
    return field.private or field.withheld


def unquoted(problem: Problem, hint: str = "") -> Problem:
    """The problem without what stands there and without the lines to paste."""
    hint = hint or (f"{problem.hint[:-1]}." if problem.hint.endswith(":") else problem.hint)
    return replace(problem, says="", paste="", hint=hint)


def sealed(problems: Iterable[Problem], lines: list[str], names: frozenset[str]) -> Iterator[Problem]:
    """The problems, unquoted where their line belongs to a field with one of these names."""
    secret = _hidden_lines(lines, names)
    for problem in problems:
        quotes = problem.says or problem.paste
        yield unquoted(problem) if quotes and problem.place.line - 1 in secret else problem


def names_hidden(text: str, names: frozenset[str] = NAMES) -> bool:
    """True where one of the names stands in the text as the name of a field."""
    return any(name in text and re.search(rf"\b{re.escape(name)}[\"']?\s*:", text) for name in names)


def _hidden_lines(lines: list[str], names: frozenset[str]) -> set[int]:
    """Where a hidden name stands on the line, or on the nearest line above that names a field."""
    found: set[int] = set()
    owner = ""
    for index, line in enumerate(lines):
        named = _KEY.match(line)
        owner = named[1] if named else owner
        if owner in names or names_hidden(line, names):
            found.add(index)
    return found
