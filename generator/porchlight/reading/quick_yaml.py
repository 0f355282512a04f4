# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The plain part of YAML, in which nearly every file is written, read line by line: several times faster than libyaml.

It never says what is wrong, and takes nothing that it is not sure of: whatever else stands in a file, libyaml reads
(yaml_text.py). The nodes are the same, with the same places: tested.
"""

from __future__ import annotations

import re
from sys import intern

from porchlight.problems import Place
from porchlight.reading.nodes import Entry, Mapping, Node, Scalar, Sequence
from porchlight.reading.quick_parts import DEEP, InDoubt, begins_plain, folded, in_brackets, in_quotes, new, sure

_KEY = re.compile(r"([A-Za-z0-9_$][A-Za-z0-9_.$/-]{0,80}):(?: +|$)")
_FIELD = re.compile(_KEY.pattern + r"""(?:([^\s\-?:,\[\]{}#&*!|>'"%@`][^:#]*)$)?""")
"""A field, and the text behind it where that is plain for certain, to the end of the line."""
_DASH = re.compile("- +")
_ONLY_COMMENT = re.compile("#(?: .*)?$")
_HEADER = re.compile("([|>])(-?) *$")


def quick_node(text: str, file: str) -> Node | None:
    """The one document of a text without odd characters, or None where libyaml must read it."""
    if "\t" in text or "\r" in text or text[-1:] != "\n":
        return None
    try:
        return _Reader(text, file).document()
    except InDoubt:
        return None


class _Reader:
    """Stands at the line `_at`; its first `_indent` characters are done, its `_rest` is not."""

    def __init__(self, text: str, file: str) -> None:
        self._lines = text.split("\n")
        self._rests = [line.lstrip(" ") for line in self._lines]
        self._indents = [len(line) - len(rest) for line, rest in zip(self._lines, self._rests, strict=True)]
        self._file = file
        self._at = -1
        self._indent = 0
        self._rest = ""

    def document(self) -> Node:
        """All of it."""
        self._next_line()
        if self._indent:
            raise InDoubt
        node = self._block(0)
        if self._indent >= 0:
            raise InDoubt
        return node

    def _next_line(self) -> None:
        """Go to the next line that holds something; `_indent` is -1 where none does."""
        rests, at = self._rests, self._at + 1
        while at < len(rests):
            rest = rests[at]
            if rest and rest[0] != "#":
                self._at, self._rest, self._indent = at, rest, self._indents[at]
                return
            at += 1
        self._at, self._rest, self._indent = at, "", -1

    def _place(self, column: int) -> Place:
        place: Place = new(Place, (self._file, self._at + 1, column + 1))
        return place

    def _block(self, depth: int) -> Node:
        if depth > DEEP:
            raise InDoubt
        return self._sequence(depth) if self._rest[:2] == "- " else self._mapping(depth)

    def _mapping(self, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        indent, file = self._indent, self._file
        place = self._place(indent)
        while self._indent == indent:
            field = _FIELD.match(self._rest)
            if field is None or field[1] in entries:
                raise InDoubt
            text, plain = intern(field[1]), field[2]  # each record names the same fields
            name = new(Scalar, (text, new(Place, (file, self._at + 1, indent + 1)), ""))
            if plain:
                begins = new(Place, (file, self._at + 1, indent + field.start(2) + 1))
                value = new(Scalar, (self._and_below(plain.rstrip(" "), indent), begins, ""))
                self._next_line()
            else:
                value = self._other(field, depth)
            entries[text] = new(Entry, (name, value))
        if self._indent > indent:
            raise InDoubt
        return Mapping(entries, place)

    def _other(self, field: re.Match[str], depth: int) -> Node:
        """What belongs to a field that has no plain text behind it."""
        rest = self._rest[field.end() :]
        if rest and rest[0] != "#":
            return self._behind(rest, self._indent + field.end(), self._indent, depth)
        return self._below(field, depth)

    def _below(self, key: re.Match[str], depth: int) -> Node:
        """What stands below a field that has nothing behind it."""
        if key.end() < len(self._rest) and not _ONLY_COMMENT.match(self._rest, key.end()):
            raise InDoubt
        indent, nothing = self._indent, self._place(self._indent + key.end(1) + 1)
        self._next_line()
        if self._indent > indent or (self._indent == indent and self._rest[:2] == "- "):
            return self._block(depth + 1)
        return Scalar("", nothing)

    def _sequence(self, depth: int) -> Sequence:
        items: list[Node] = []
        indent, place = self._indent, self._place(self._indent)
        while self._indent == indent and (dash := _DASH.match(self._rest)):
            rest, column = self._rest[dash.end() :], indent + dash.end()
            if not rest:
                raise InDoubt
            if _KEY.match(rest):
                self._rest, self._indent = rest, column
                items.append(self._mapping(depth + 1))
            else:
                items.append(self._behind(rest, column, indent, depth))
        if self._indent > indent:
            raise InDoubt
        return Sequence(tuple(items), place)

    def _behind(self, rest: str, column: int, indent: int, depth: int) -> Node:
        """What stands behind a field or a dash; then goes on to the next line that is not part of it."""
        place, sign = self._place(column), rest[0]
        if begins_plain(rest):
            node: Node = new(Scalar, (self._plain(rest, indent), place, ""))
        elif sign in "|>":
            node = Scalar(self._lined(rest, indent), place, sign)
        elif sign in "[{":
            node = in_brackets(rest, place, depth + 1)
        elif sign in "'\"":
            node = in_quotes(rest, place)
        else:
            raise InDoubt
        self._next_line()
        return node

    def _plain(self, rest: str, indent: int) -> str:
        """A text without quotes, with the lines right below it that stand further in."""
        text, comment, more = rest.partition(" #")
        if more[:1].strip():
            raise InDoubt
        return sure(text) if comment else self._and_below(sure(text), indent)

    def _and_below(self, text: str, indent: int) -> str:
        """The text, and the lines right below it that stand further in."""
        at = self._at + 1
        while self._indents[at] > indent and (line := self._rests[at]) and line[0] != "#":
            if not begins_plain(line):
                raise InDoubt
            text += " " + sure(line)
            self._at = at
            at += 1
        return text

    def _lined(self, rest: str, indent: int) -> str:
        """The lines below “|” or “>”: as many as stand further in."""
        header = _HEADER.match(rest)
        inner = self._indents[self._at + 1]
        if header is None or not self._rests[self._at + 1] or inner <= indent:
            raise InDoubt
        lines = list(self._further_in(inner, indent))
        while not lines[-1]:
            lines.pop()
        if header[1] == ">" and any(line[:1] == " " for line in lines):
            raise InDoubt
        text = "\n".join(lines) if header[1] == "|" else folded(lines)
        return text if header[2] else text + "\n"

    def _further_in(self, inner: int, indent: int) -> list[str]:
        """The lines of a block without the `inner` spaces before them, up to one that stands no further in."""
        found: list[str] = []
        for at in range(self._at + 1, len(self._lines)):
            is_blank, before = not self._rests[at], self._indents[at]
            if before <= indent and not is_blank:
                break
            if before > inner if is_blank else before < inner:
                raise InDoubt
            found.append(self._lines[at][inner:])
        self._at += len(found)
        return found
