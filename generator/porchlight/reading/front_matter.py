# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page of Markdown with fields before it, between two lines of `---`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from porchlight.problems import Place, Problem
from porchlight.reading.taking import Taker, take
from porchlight.reading.yaml_text import decoded, read_yaml

_LINE = re.compile(r"\r\n|\r|\n")
_FENCE = "---"


@dataclass(frozen=True, slots=True)
class Written:
    """The fields, ready to be taken, and the text below them with the place where it begins."""

    taker: Taker
    markdown: str
    place: Place


def read_written(data: bytes, file: str, owner: str) -> tuple[Written | None, list[Problem]]:
    """The file in its two parts. Its taker adds to the same list of problems that is given back."""
    text, problems = decoded(data, file)
    if problems:
        return None, problems
    lines = _LINE.split(text)
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), 0)
    if lines[0].rstrip() != _FENCE or not end:
        return None, [_no_front_matter(file)]
    # An empty first line in place of the fence: so every place in the front matter is right as it is.
    node, problems = read_yaml("\n".join(["", *lines[1:end]]).encode(), file)
    taker = take(node, owner, problems)
    if taker is None:
        return None, problems or [_no_front_matter(file)]
    return Written(taker, "\n".join(lines[end + 1 :]), Place(file, end + 2)), problems


def _no_front_matter(file: str) -> Problem:
    return Problem(
        Place(file),
        "front-matter-missing",
        "An article begins with its title between two lines of “---”.",
        hint="Write at the top:",
        paste="---\ntitle: What peers do\ndescription: What a peer is, in short.\n---",
    )
