# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is told of a change: our own words, and in between what other people wrote, which is never obeyed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from porchlight.reading.saying import in_code as as_code
from porchlight.reading.saying import seen

CLIPPED_AT = 160
_TICKS = re.compile("`+")
_ONLY_WORDS = re.compile(r"[^\W\d_]+([ -][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Said:
    """A text that someone else wrote: a name, a value, a label, an address. `quoted` puts it between marks."""

    text: str
    quoted: bool = True


Sentence = tuple[str | Said, ...]


def as_text(sentence: Sentence) -> str:
    """The sentence for a terminal: on one line, with every character that can't be seen by its name."""
    return "".join(part if isinstance(part, str) else _marked(part) for part in sentence)


def as_markdown(sentence: Sentence) -> str:
    """The sentence for a comment: what others wrote stands in code, where no link, mention, picture or tag works."""
    return "".join(part if isinstance(part, str) else _safe(part) for part in sentence)


def several(texts: Iterable[str]) -> Sentence:
    """“a”, “b” and “c”."""
    parts: list[str | Said] = []
    known = list(texts)
    for position, text in enumerate(known):
        before = "" if position == 0 else " and " if position == len(known) - 1 else ", "
        parts += [before, Said(text)] if before else [Said(text)]
    return tuple(parts)


def clipped(text: str) -> str:
    """The text on one line and short enough for a sentence."""
    line = " ".join(text.split())
    return line if len(line) <= CLIPPED_AT else line[: CLIPPED_AT - 1].rstrip() + "…"


def in_code(text: str) -> str:
    """The text as code on one line, short enough for a sentence."""
    return as_code(clipped(text))


def in_block(text: str) -> str:
    """The text as a block of code, line by line, behind a longer fence than any in it."""
    lines = [seen(line) for line in text.splitlines()]
    fence = "`" * max(3, _longest(text) + 1)
    return "\n".join([f"{fence}text", *lines, fence])


def _safe(said: Said) -> str:
    return said.text if not said.quoted and _ONLY_WORDS.fullmatch(said.text) else in_code(said.text)


def _longest(text: str) -> int:
    return max((len(run) for run in _TICKS.findall(text)), default=0)


def _marked(said: Said) -> str:
    line = seen(clipped(said.text))
    return f"“{line}”" if said.quoted else line
