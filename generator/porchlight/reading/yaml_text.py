# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Bytes of one file → one node with places, or problems. Every scalar stays text; nothing is guessed or resolved."""

from __future__ import annotations

import re
from functools import cached_property

from yaml._yaml import CParser, Mark
from yaml.error import MarkedYAMLError
from yaml.events import (
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from porchlight.problems import Place, Problem
from porchlight.reading.hidden import NAMES, sealed
from porchlight.reading.nodes import Entry, Mapping, Node, Scalar, Sequence
from porchlight.reading.quick_yaml import quick_node
from porchlight.reading.saying import character_name, shown
from porchlight.reading.yaml_mistakes import LINE_END, PASTED_AT_MOST, explain, with_quotes

SIZE_CAP = 262_144
DEPTH_CAP = 20

# What YAML forbids, line breaks that no editor counts as one, and what has no width or turns the order of letters
# around, so that a reader sees another text than the one that stands there.
_ODD = re.compile(
    "[^\t\n\r -~\u00a0-\u200a\u2010-\u2027\u202f-\u205f\u2070-\ud7ff\ue000-\ufefe\uff00-\ufff8\ufffc\ufffd"
    "\U00010000-\U000dffff]|[\u061c\u180e]"
)
_COMMENT_GLUED = re.compile(r"[ \t]+#[^\s#]")


def read_yaml(data: bytes, file: str, hidden: frozenset[str] = NAMES) -> tuple[Node | None, list[Problem]]:
    """The one document in the bytes as a node, or None, and every problem on the way.

    A node that comes with problems is still worth judging: what could not be read in it is left out. `file` is the
    name that places carry; what belongs to a field that is `hidden` is quoted in no problem.
    """
    text, problems = decoded(data, file)
    if problems:
        return None, problems
    if (node := quick_node(text, file)) is not None:
        return node, []
    node, problems = composed(text, file)
    return node, list(sealed(problems, LINE_END.split(text), hidden)) if problems else []


def composed(text: str, file: str) -> tuple[Node | None, list[Problem]]:
    """What libyaml reads in a text that was `decoded`, and every problem, which may quote what is hidden."""
    return _Composer(text, file).document()


def decoded(data: bytes, file: str) -> tuple[str, list[Problem]]:
    """The bytes as text without a byte order mark; or "" and why not, so that libyaml never has to say so."""
    if len(data) > SIZE_CAP:
        return "", [_too_big(file)]
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        return "", [_not_utf8(data, error.start, file)]
    odd = _ODD.search(text)
    return ("", [_odd_character(text, odd.start(), file)]) if odd else (text, [])


def _too_big(file: str) -> Problem:
    message = f"This file is too big: a file may hold {SIZE_CAP // 1024} kB."
    return Problem(Place(file), "file-too-big", message, hint="Split it: one record, one file.")


def _place_in(text: str, index: int, file: str) -> Place:
    ends = [match.end() for match in LINE_END.finditer(text, 0, index)]
    return Place(file, len(ends) + 1, index - (ends[-1] if ends else 0) + 1)


def _not_utf8(data: bytes, start: int, file: str) -> Problem:
    before = data[:start].decode("utf-8")
    place = _place_in(before, len(before), file)
    message = "From here on the file is not written in UTF-8, so its letters can't be told."
    return Problem(place, "not-utf8", message, hint="Save it again with the encoding UTF-8.")


def _odd_character(text: str, index: int, file: str) -> Problem:
    return Problem(_place_in(text, index, file), "odd-character", odd_words(text[index]), hint="Delete it.")


def odd_words(character: str) -> str:
    """The sentence for a character that no text may hold."""
    return f"Here stands a character that nobody can see: {character_name(character)}."


class _TooDeep(Exception):
    """The nesting passed the cap; what came before is kept out too, because it would be half a record."""


class _Composer:
    """Builds the nodes of one text from libyaml's events."""

    def __init__(self, text: str, file: str) -> None:
        self._text = text
        self._file = file
        self._parser = CParser(text)
        self._problems: list[Problem] = []

    def document(self) -> tuple[Node | None, list[Problem]]:
        """The first document and all problems; a second document is one of them."""
        try:
            node = self._first_document()
        except MarkedYAMLError as error:
            fatal = explain(error, self._text, self._file)
            # What was noted on this line before says the same, less well.
            return None, [*(each for each in self._problems if each.place.line != fatal.place.line), fatal]
        except _TooDeep:
            return None, self._problems
        return node, self._problems

    def _first_document(self) -> Node | None:
        node: Node | None = None
        while (event := self._next()) is not None:
            if not isinstance(event, DocumentStartEvent):
                continue
            if node is not None:
                message = "A line of “---” starts a second document here."
                hint = "Take the line out, or give each record its own file."
                self._add(self._place(event), "several-documents", message, hint)
                return node
            node = self._node(self._must(), 0)
        return node

    def _next(self) -> Event | None:
        event: Event | None = self._parser.get_event()
        return event

    def _must(self) -> Event:
        event = self._next()
        assert event is not None, "libyaml ended inside a node"
        return event

    def _place(self, event: Event) -> Place:
        start = _mark(event.start_mark)
        return Place(self._file, start.line + 1, start.column + 1)

    def _add(self, place: Place, code: str, message: str, hint: str, paste: str = "") -> None:
        self._problems.append(Problem(place, code, message, hint=hint, paste=paste))

    @cached_property
    def _lines(self) -> list[str]:
        return LINE_END.split(self._text)

    def _line(self, place: Place) -> str:
        return self._lines[place.line - 1]

    def _node(self, event: Event, depth: int) -> Node:
        if depth > DEPTH_CAP:
            message = f"This is nested more than {DEPTH_CAP} levels deep."
            hint = "Look at the brackets and at the spaces at the start of the lines."
            self._add(self._place(event), "too-deep", message, hint)
            raise _TooDeep
        self._refuse_signs(event)
        if isinstance(event, MappingStartEvent):
            return self._mapping(event, depth)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(event, depth)
        return self._scalar(event)

    def _refuse_signs(self, event: Event) -> None:
        """A text that begins with `&`, `*` or `!` is an anchor, an alias or a tag to YAML: here it is a slip."""
        code = "anchor" if getattr(event, "anchor", None) else "tag" if getattr(event, "tag", None) else ""
        if code:
            place = self._place(event)
            line = self._line(place)
            message = f"A text that begins with “{line[place.column - 1]}” means something else in YAML."
            self._add(place, code, message, "Put quotes around all of it:", _to_paste(line))

    def _scalar(self, event: Event) -> Scalar:
        place = self._place(event)
        if not isinstance(event, ScalarEvent):
            return Scalar("", place)
        odd = _ODD.search(event.value)
        if odd:  # written as an escape: what stands there as itself never gets this far
            self._add(place, "odd-character", odd_words(odd[0]), "Take it out.")
        if not event.style:
            self._refuse_glued_comment(_mark(event.end_mark))
        return Scalar(event.value, place, event.style or "")

    def _refuse_glued_comment(self, end: Mark) -> None:
        """“Apt #4” would lose its “#4” without a word."""
        found = _COMMENT_GLUED.match(self._text, end.index)
        if found:
            place = Place(self._file, end.line + 1, end.column + len(found[0]) - 1)
            message = "From “#” on, the rest of this line is a comment and is not read."
            hint = "Put a space after “#”; or, if it belongs to the text, use quotes:"
            self._add(place, "hash-in-text", message, hint, _to_paste(self._line(place)))

    def _sequence(self, start: Event, depth: int) -> Sequence:
        items: list[Node] = []
        while not isinstance(event := self._must(), SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return Sequence(tuple(items), self._place(start))

    def _mapping(self, start: Event, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        while not isinstance(event := self._must(), MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(self._must(), depth + 1)
            self._enter(entries, key, value)
        return Mapping(entries, self._place(start))

    def _enter(self, entries: dict[str, Entry], key: Node, value: Node) -> None:
        if not isinstance(key, Scalar) or not key.text:
            hint = "Write a field as “name: text”. A text that begins with a bracket needs quotes."
            self._add(key.place, "key-missing", "Here the name of a field is missing.", hint)
        elif key.text in entries:
            line = entries[key.text].key.place.line
            message = f"“{shown(key.text)}” stands here twice; the first is on line {line}."
            self._add(key.place, "doubled-key", message, "Keep one of them.")
        else:
            entries[key.text] = Entry(key, value)


def _to_paste(line: str) -> str:
    """The line in quotes; nothing where it is too long to be pasted by anyone."""
    return with_quotes(line) if len(line) <= PASTED_AT_MOST else ""


def _mark(mark: object) -> Mark:
    """Libyaml gives every event both marks; only the types leave it open."""
    assert isinstance(mark, Mark)
    return mark
