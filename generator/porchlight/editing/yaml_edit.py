# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Changing one value of a YAML text: comments, order, quotes and line ends of all the rest stay to the byte.

No library keeps a file to the byte (ruamel.yaml wraps and indents anew), so the change is cut in where libyaml says
that the value stands. Each change is read back: one that says anything but what was asked is never handed out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date

from yaml.error import YAMLError

from porchlight.editing.plain_data import as_read, put_into, taken_from
from porchlight.editing.scalars import scalar_like
from porchlight.editing.spans import Span, spans_of
from porchlight.exchange.yaml_out import WIDTH, Value, dashed_yaml, entry_yaml, flow_yaml
from porchlight.reading.nodes import Path, plain
from porchlight.reading.yaml_text import read_yaml


class CannotEdit(Exception):
    """The text can't be changed in this way by a machine; nothing was changed."""


@contextmanager
def naming(file: str) -> Iterator[None]:
    """Where a text can't be changed, say in which file, for who has several before her."""
    try:
        yield
    except CannotEdit as why:
        raise CannotEdit(f"{file}  {why}") from None


def put(text: str, path: Path, value: Value, order: Sequence[str] = ()) -> str:
    """The text with `value` where the path leads: in place of what is there, or as a new field or a new last item.

    A new field of the whole record goes behind those that stand before it in `order`. Raises CannotEdit.
    """
    said = _said(text)
    after = put_into(said, path, value)
    return text if as_read(after) == said else _edited(text, lambda unix: _put(unix, path, value, order), after)


def take_out(text: str, path: Path) -> str:
    """The text without the field or item that the path leads to, and without what holds nothing else.

    Raises CannotEdit.
    """
    after = taken_from(_said(text), path)
    return _edited(text, lambda unix: _without(unix, path), after)


def _said(text: str) -> object:
    node, problems = read_yaml(text.encode(), "")
    if node is None or problems:
        raise CannotEdit("This file has something to mend before a machine may change it.")
    return plain(node)


def _edited(text: str, change: Callable[[str], str], after: object) -> str:
    """Change it with plain line ends, give it its own again, and believe it only when it reads as it should."""
    windows = text.count("\r\n") == text.count("\n") > 0
    with suppress(YAMLError, ValueError, IndexError):
        new = change(text.replace("\r\n", "\n") if windows else text)
        new = new.replace("\n", "\r\n") if windows else new
        node, problems = read_yaml(new.encode(), "")
        if node and not problems and plain(node) == as_read(after):
            return new
    raise CannotEdit("This place is written in a way that a machine can't change safely.")


# --- Putting in -------------------------------------------------------------------------------------------------------


def _put(text: str, path: Path, value: Value, order: Sequence[str]) -> str:
    chain = _chain(text, path)
    missing = path[len(chain) - 1 :]
    if not missing:
        return _replaced(text, chain, path, value)
    for step in reversed(missing[1:]):
        value = [value] if isinstance(step, int) else {step: value}
    holder, step = chain[-1], missing[0]
    if not holder.parts:  # nothing, {} or []: what holds it is written anew
        return _replaced(text, chain, path[: len(chain) - 1], [value] if isinstance(step, int) else {step: value})
    if isinstance(step, int):
        return _appended(text, holder, value)
    of_record = holder is chain[0] or (len(chain) == 2 and chain[0].kind == "sequence")
    return _entered(text, holder, step, value, order if of_record else ())


def _chain(text: str, path: Path) -> list[Span]:
    """The root and every node on the path that exists."""
    root = spans_of(text)
    if root is None or not path:
        raise ValueError("There is nothing to change.")
    chain = [root]
    for step in path:
        below = chain[-1].at(step)
        if below is None:
            break
        chain.append(below)
    return chain


def _replaced(text: str, chain: list[Span], path: Path, value: Value) -> str:
    holder, old, step = chain[-2], chain[-1], path[-1]
    if old.kind == "scalar" and isinstance(value, (str, int, float, date)):
        short = scalar_like(text, old, value)
        if short is not None:
            return _spliced(text, old, short)
    if holder.flow:
        return _spliced(text, old, flow_yaml(value))
    if isinstance(step, int):
        if isinstance(value, (list, tuple)):
            raise CannotEdit("A list can't stand in a list.")
        indent = _column(text, holder.start)
        return text[: _line_start(text, old.start) + indent] + dashed_yaml(value, indent).strip("\n ") + text[old.end :]
    key = holder.keys[holder.position(step) or 0]
    indent = _column(text, key.start)
    return text[: key.start] + entry_yaml(step, value, indent)[indent:-1] + text[_end(text, key, old) :]


def _spliced(text: str, old: Span, new: str) -> str:
    if old.start < old.end:
        return text[: old.start] + new + text[old.end :]
    colon = text.rindex(":", 0, old.start) + 1  # behind a key that nothing stands behind
    return f"{text[:colon]} {new}{text[colon:]}"


def _appended(text: str, holder: Span, value: Value) -> str:
    last = holder.parts[-1].end
    if holder.flow:
        return f"{text[:last]}, {flow_yaml(value)}{text[last:]}"
    end, indent = _line_end(text, last), _column(text, holder.start)
    in_line = " " * indent + f"- {flow_yaml(value)}"  # as the entry before it is written, where it fits
    alike = isinstance(value, Mapping) and holder.parts[-1].flow and len(in_line) <= WIDTH
    new = in_line if alike else dashed_yaml(value, indent).rstrip("\n")
    return f"{text[:end]}\n{new}{text[end:]}"


def _entered(text: str, holder: Span, name: str, value: Value, order: Sequence[str]) -> str:
    before = _predecessor(holder, name, order)
    if holder.flow:
        new = flow_yaml({name: value})[1:-1]
        at = holder.keys[0].start if before is None else holder.parts[before].end
        return text[:at] + (f"{new}, " if before is None else f", {new}") + text[at:]
    indent = _column(text, holder.keys[0].start)
    new = entry_yaml(name, value, indent).rstrip("\n")
    if before is None:
        at = holder.keys[0].start
        return f"{text[:at]}{new[indent:]}\n{' ' * indent}{text[at:]}"
    end = _line_end(text, _end(text, holder.keys[before], holder.parts[before]))
    return f"{text[:end]}\n{new}{text[end:]}"


def _predecessor(holder: Span, name: str, order: Sequence[str]) -> int | None:
    """Behind which entry a new one goes: None for before all of them."""
    places = {each: place for place, each in enumerate(order)}
    if name not in places:
        return len(holder.keys) - 1
    earlier = [n for n, key in enumerate(holder.keys) if places.get(key.text, len(order)) < places[name]]
    return max(earlier, default=None)


# --- Taking out -------------------------------------------------------------------------------------------------------


def _without(text: str, path: Path) -> str:
    chain = _chain(text, path)
    if len(chain) <= len(path):
        raise ValueError("There is nothing to take out.")
    while len(chain) > 2 and len(chain[-2].parts) == 1:  # what would be left empty goes, too
        chain.pop()
        path = path[: len(chain) - 1]
    holder, step = chain[-2], path[-1]
    position = step if isinstance(step, int) else holder.position(step) or 0
    starts = [each.start for each in holder.keys or holder.parts]
    if holder.flow:
        return _without_flow(text, holder, starts, position)
    if position == 0 and holder.keys and len(starts) > 1:  # it may stand behind a dash, which the next one needs
        return text[: starts[0]] + text[starts[1] :]
    key = holder.keys[position] if holder.keys else holder.parts[position]
    begin, end = _line_start(text, starts[position]), _line_end(text, _end(text, key, holder.parts[position]))
    return text[:begin] + text[end + 1 :]


def _without_flow(text: str, holder: Span, starts: list[int], position: int) -> str:
    if position + 1 < len(starts):
        return text[: starts[position]] + text[starts[position + 1] :]
    begin = holder.parts[position - 1].end if position else starts[0]
    return text[:begin] + text[holder.parts[position].end :]


# --- Where things stand -----------------------------------------------------------------------------------------------


def _line_start(text: str, index: int) -> int:
    return text.rfind("\n", 0, index) + 1


def _line_end(text: str, index: int) -> int:
    found = text.find("\n", index)
    return len(text) if found < 0 else found


def _column(text: str, index: int) -> int:
    return index - _line_start(text, index)


def _end(text: str, key: Span, value: Span) -> int:
    """Where an entry ends; one without a value ends at its colon."""
    return value.end if value.start < value.end else text.index(":", key.end) + 1
