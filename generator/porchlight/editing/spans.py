# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where each part of a YAML text begins and ends, so that it can be cut out and nothing else is touched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from yaml._yaml import CParser, Mark
from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from porchlight.reading.yaml_text import DEPTH_CAP

Kind = Literal["scalar", "mapping", "sequence"]


@dataclass(frozen=True, slots=True)
class Span:
    """One node: `text[start:end]` is all of it, without the comment or the line break behind it.

    `style` is that of a scalar ("" for plain, or one of `' " | >`). A mapping's `keys` and `parts` go together; the
    `parts` of a list are its items. `flow` is true inside and at brackets.
    """

    kind: Kind
    start: int
    end: int
    style: str = ""
    text: str = ""
    flow: bool = False
    keys: tuple[Span, ...] = ()
    parts: tuple[Span, ...] = ()

    def at(self, step: str | int) -> Span | None:
        """The node one step below, or None."""
        if isinstance(step, int):
            return self.parts[step] if self.kind == "sequence" and 0 <= step < len(self.parts) else None
        found = self.position(step)
        return None if found is None else self.parts[found]

    def position(self, name: str) -> int | None:
        """How many entries stand before the one of that name, or None where there is none."""
        names = [key.text for key in self.keys]
        return names.index(name) if name in names else None


def spans_of(text: str) -> Span | None:
    """The root of the one document in the text, None where it holds nothing.

    Raises yaml.YAMLError where the text is no YAML, refers to another part of itself or is nested too deep.
    """
    parser = CParser(text)
    while (event := parser.get_event()) is not None:
        if isinstance(event, (MappingStartEvent, SequenceStartEvent, ScalarEvent)):
            return _node(parser, text, event, flow=False, depth=0)
    return None


def _node(parser: CParser, text: str, event: Event, flow: bool, depth: int) -> Span:
    if isinstance(event, AliasEvent) or depth > DEPTH_CAP:
        raise YAMLError("No record has this.")
    if isinstance(event, ScalarEvent):
        return _scalar(text, event, flow)
    inside = flow or bool(getattr(event, "flow_style", False))
    keys: list[Span] = []
    parts: list[Span] = []
    is_mapping = isinstance(event, MappingStartEvent)
    while not isinstance(below := _next(parser), (MappingEndEvent, SequenceEndEvent)):
        (keys if is_mapping and len(keys) == len(parts) else parts).append(
            _node(parser, text, below, inside, depth + 1)
        )
    end = _index(below.end_mark) if inside else max(each.end for each in parts)
    kind: Kind = "mapping" if is_mapping else "sequence"
    return Span(kind, _index(event.start_mark), end, flow=inside, keys=tuple(keys), parts=tuple(parts))


def _scalar(text: str, event: ScalarEvent, flow: bool) -> Span:
    start, end = _index(event.start_mark), _index(event.end_mark)
    if event.style in ("|", ">"):  # libyaml counts the empty lines and comments below to the block
        end = start + len(text[start:end].rstrip())
    return Span("scalar", start, end, event.style or "", event.value, flow)


def _next(parser: CParser) -> Event:
    event = parser.get_event()
    assert isinstance(event, Event), "libyaml ended inside a node"
    return event


def _index(mark: object) -> int:
    """Libyaml gives every event both marks; only the types leave it open."""
    assert isinstance(mark, Mark)
    return mark.index
