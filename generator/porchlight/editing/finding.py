# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""From what a person calls a record to the file that it stands in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from porchlight.model.schema import Package, Schema
from porchlight.reading import nodes
from porchlight.reading.files import leads_out, read_bytes, read_node
from porchlight.reading.records import RawRecord, read_records
from porchlight.reading.saying import did_you_mean, listed


class NotFound(Exception):
    """No record is called so, or more than one; the message says what to write."""


@dataclass(frozen=True, slots=True)
class Found:
    """A record in its file: `path` leads to it from the top of the file, `text` is the whole file."""

    schema: Schema
    file: str
    path: tuple[int, ...]
    node: nodes.Mapping
    text: str

    @property
    def id(self) -> str:
        """The text in its id."""
        return RawRecord(self.schema, self.node).id


def find_record(root: Path, package: Package, called: str) -> Found:
    """The record called `housing/maple-house` or just `maple-house`; raises NotFound."""
    resource, _, name = called.strip("/").rpartition("/")
    schemas = [schema for schema in package.schemas if resource in ("", schema.resource)]
    named = [found for schema in schemas if (found := _by_file_name(root, schema, name))]
    raws = [] if named else read_records(root, package)[0]
    named = named or [_found(root, raw) for raw in raws if raw.schema in schemas and raw.id == name]
    if len(named) == 1:
        return named[0]
    raise NotFound(_several(named) if named else _none(called, raws))


def _by_file_name(root: Path, schema: Schema, name: str) -> Found | None:
    file = f"{schema.folder}/{name}.yaml"
    if leads_out(root, file) or not (root / file).is_file():
        return None
    node, _ = read_node(root, file)
    raw = RawRecord(schema, node) if isinstance(node, nodes.Mapping) else None
    return Found(schema, file, (), raw.node, _text(root, file)) if raw and raw.id == name else None


def _found(root: Path, raw: RawRecord) -> Found:
    file = raw.node.place.file
    return Found(raw.schema, file, way_to(root, raw), raw.node, _text(root, file))


def way_to(root: Path, raw: RawRecord) -> tuple[int, ...]:
    """The way from the top of its file to the record: its position in a list, or nothing where it is the whole file."""
    whole, _ = read_node(root, raw.node.place.file)
    items = whole.items if isinstance(whole, nodes.Sequence) else ()
    return tuple(position for position, item in enumerate(items) if item.place == raw.node.place)


def _text(root: Path, file: str) -> str:
    """The file with its line ends as they are."""
    return read_bytes(root, file).decode("utf-8", "replace")


def _several(found: Iterable[Found]) -> str:
    keys = [f"{each.schema.resource}/{each.id}" for each in found]
    return f"More than one record is called so. Write {listed(keys)}."


def _none(called: str, raws: Iterable[RawRecord]) -> str:
    keys = {f"{raw.schema.resource}/{raw.id}" for raw in raws}
    known = keys if "/" in called else {key.partition("/")[2] for key in keys}
    hint = did_you_mean(called, known) or "Write the list and the short name, like housing/maple-house."
    return f"No record is called “{called}”. {hint}"
