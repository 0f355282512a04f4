# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pieces of the plain part of YAML: what may stand behind a field on one line. quick_yaml.py puts them together."""

from __future__ import annotations

import re
from typing import Any

from porchlight.problems import Place
from porchlight.reading.nodes import Entry, Mapping, Node, Scalar, Sequence

DEEP = 9
"""As deep as this goes; libyaml goes on."""

_SIGNS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_COMMENT = r" *(?:(?<= )#(?: .*)?)?$"
_DOUBLE = re.compile(r'"([^"\\]*)"' + _COMMENT)
_SINGLE = re.compile(r"'([^']*(?:''[^']*)*)'" + _COMMENT)
_END = re.compile(_COMMENT)
_FLOW_KEY = re.compile(r"([A-Za-z0-9_][\w.-]{0,80}): +", re.ASCII)
_FLOW_PLAIN = re.compile(r"""[^\s\-?:,\[\]{}#&*!|>'"%@`](?:[^?:,\[\]{}#]|:(?=[A-Za-z0-9/]))*(?=[,\]}])""")
_FLOW_QUOTED = re.compile(r"""(?:"([^"\\]*)"|'([^']*(?:''[^']*)*)')(?= *[,\]}])""")
_COMMA = re.compile(" *, +")
new: Any = tuple.__new__
"""Makes a node of a tuple without the detour over names, which takes three times as long."""


class InDoubt(Exception):
    """Something stands here that is not certain to be plain."""


def begins_plain(text: str) -> bool:
    """True for the beginning of a text without quotes: no sign that means something, but perhaps a negative number."""
    return text[0] not in _SIGNS or (text[0] == "-" and text[1:2].isdigit())


def sure(text: str) -> str:
    """The text without the spaces behind it, if no colon in it may make a field of it, and no “#” a comment."""
    text = text.rstrip(" ")
    if ": " in text or text[-1:] == ":" or " #" in text:
        raise InDoubt
    return text


def in_quotes(text: str, place: Place) -> Scalar:
    """A text in quotes that ends on its line."""
    found = (_DOUBLE if text[0] == '"' else _SINGLE).match(text)
    if found is None:
        raise InDoubt
    return Scalar(found[1] if text[0] == '"' else found[1].replace("''", "'"), place, text[0])


def folded(lines: list[str]) -> str:
    """The lines of a “>” block as one text: a line's end is a space, each blank line a line break."""
    text, breaks = lines[0], 0
    for line in lines[1:]:
        if line:
            text += ("\n" * breaks or " ") + line
        breaks = 0 if line else breaks + 1
    return text


def in_brackets(text: str, place: Place, depth: int) -> Node:
    """A list or a mapping in brackets that ends on its line."""
    flow = _Flow(text, place)
    node = flow.node(depth)
    if not _END.match(text, flow.at):
        raise InDoubt
    return node


class _Flow:
    """Reads one line in brackets from the position `at`."""

    def __init__(self, text: str, place: Place) -> None:
        self._text = text
        self._place = place
        self.at = 0

    def node(self, depth: int) -> Node:
        """What stands here."""
        sign = self._text[self.at : self.at + 1]
        if depth > DEEP:
            raise InDoubt
        if sign == "[":
            return self._list(depth)
        return self._mapping(depth) if sign == "{" else self._scalar(sign)

    def _here(self) -> Place:
        file, line, column = self._place
        place: Place = new(Place, (file, line, column + self.at))
        return place

    def _scalar(self, sign: str) -> Scalar:
        quoted = sign in ("'", '"')
        found = (_FLOW_QUOTED if quoted else _FLOW_PLAIN).match(self._text, self.at)
        if found is None:
            raise InDoubt
        place, self.at = self._here(), found.end()
        if not quoted:
            return Scalar(found[0].rstrip(" "), place)
        return Scalar(found[1] if sign == '"' else found[2].replace("''", "'"), place, sign)

    def _list(self, depth: int) -> Sequence:
        place = self._here()
        items: list[Node] = []
        while self._more("]", first=not items):
            items.append(self.node(depth + 1))
        return Sequence(tuple(items), place)

    def _mapping(self, depth: int) -> Mapping:
        place = self._here()
        entries: dict[str, Entry] = {}
        while self._more("}", first=not entries):
            key = _FLOW_KEY.match(self._text, self.at)
            if key is None or key[1] in entries:
                raise InDoubt
            name = Scalar(key[1], self._here())
            self.at = key.end()
            entries[key[1]] = Entry(name, self.node(depth + 1))
        return Mapping(entries, place)

    def _more(self, closing: str, *, first: bool) -> bool:
        """Step over the bracket or the comma; False where the bracket closes, which is stepped over too."""
        if first:
            self.at += 1
        elif comma := _COMMA.match(self._text, self.at):
            self.at = comma.end()
            return True
        while self._text[self.at : self.at + 1] == " ":
            self.at += 1
        if self._text[self.at : self.at + 1] == closing:
            self.at += 1
            return False
        if not first:
            raise InDoubt
        return True
