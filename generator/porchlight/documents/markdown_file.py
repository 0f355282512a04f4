# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A template as a file of Markdown: the text as it was written, with words in its places."""

from __future__ import annotations

import re
from collections.abc import Mapping

from porchlight.documents.filling import gap_of
from porchlight.documents.from_markdown import PLACE, Point
from porchlight.documents.packing import printable
from porchlight.model.template import Template

_MEANT = re.compile(r"[\\`*_\[\]<>#|&~$]")
_AT_START = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))", re.MULTILINE)
_LINK = re.compile(r"\[([^\]\n]*)\]\(((?:page|record):[^)\s]*)\)")
_NAME = re.compile(r"[ \t]*\{#[a-z0-9-]+\}$", re.MULTILINE)
_LESS = re.compile(r"<(?!https?://)")
_ONE_LINE = ("#", "|")
"""How a line begins that can't be broken: a heading, and a line of a table."""


def markdown_file(
    title: str, note: str, markdown: str, template: Template, values: Mapping[str, str], point: Point
) -> bytes:
    """The file; words that are put in keep their line breaks where Markdown can; neither they nor a tag is markup."""
    text = _LESS.sub("&lt;", _NAME.sub("", _LINK.sub(lambda link: _link(link, point), markdown.strip("\n"))))
    body = "\n".join(_line(line, template, values) for line in text.split("\n"))
    head = f"**{escaped(note)}**\n\n" if note else ""
    return f"{head}# {escaped(title)}\n\n{body}\n".encode()


def escaped(text: str) -> str:
    """The words so that Markdown shows them as they stand, a break of a line too."""
    text = _MEANT.sub(r"\\\g<0>", printable(text).strip())
    return _AT_START.sub(_no_list, text).replace("\n", "\\\n")


def _no_list(found: re.Match[str]) -> str:
    return f"{found[1]}{found[2]}\\" if found[2].isdigit() else f"{found[1]}\\{found[2]}"


def _line(line: str, template: Template, values: Mapping[str, str]) -> str:
    def put(place: re.Match[str]) -> str:
        field = template.field(place[1])
        if not field:
            return place[0]
        value = values.get(field.name, "").strip()
        words = escaped(value) if value else gap_of(field).blank.replace("\n", "\\\n")
        return words.replace("\\\n", " ") if line.lstrip().startswith(_ONE_LINE) else words

    return PLACE.sub(put, line)


def _link(link: re.Match[str], point: Point) -> str:
    """A link that works from a file of one's own; the words alone where there is none."""
    there = point(link[2])
    return f"[{link[1]}]({there})" if there else link[1]
