# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every way to a record in the whole hub, turned to another: in records, in articles, in the words of the search."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from porchlight.editing.finding import Found, way_to
from porchlight.editing.yaml_edit import naming, put, take_out
from porchlight.model.schema import Package, Schema
from porchlight.reading import nodes
from porchlight.reading.files import whole_text
from porchlight.reading.records import RawRecord, read_records

_KEYS = ("about", "not_duplicate")
"""Roles of lists that hold keys, `resource/id`."""


def repointed(
    root: Path, package: Package, keep: Found, gone: Found, texts: Mapping[str, str]
) -> Iterator[tuple[str, str, str]]:
    """Each file that names `gone`: its path, its text and the text that names `keep` instead.

    `texts` are files that are changed already; what stands in them counts, not what is on the disk.
    """
    done = dict(texts)
    for raw in read_records(root, package)[0]:
        file = raw.node.place.file
        if raw.node.place in (keep.node.place, gone.node.place) or not any(_ways(raw.schema, raw.node, gone)):
            continue
        before = done.get(file) or whole_text(root, file)
        if before is None:
            continue  # someone has changed it since it was read
        with naming(file):
            done[file] = _record(root, raw, keep, gone, before)
        yield file, before, done[file]
    for file in _other_files(root):
        before = done.get(file) or whole_text(root, file)
        if before is not None and (after := _word(gone).sub(_key(keep), before)) != before:
            yield file, before, after


def not_looked_through(root: Path, keep: Found, gone: Found) -> Iterator[str]:
    """A line for each file that can't be looked through whole, and so is not written either."""
    for file in _other_files(root):
        if whole_text(root, file) is None:
            yield f"{file} was left alone: it is too big, or not written in UTF-8."
            yield f"    Where it names {_key(gone)}, write {_key(keep)}."


def _ways(schema: Schema, node: nodes.Mapping, gone: Found) -> list[tuple[str, int | None]]:
    """Where a record names it: the field, and the position in a list."""
    found: list[tuple[str, int | None]] = []
    for each in schema.fields:
        value = node.get(each.name)
        if each.reference == gone.schema.resource and isinstance(value, nodes.Scalar) and value.value == gone.id:
            found.append((each.name, None))
        elif each.role in _KEYS:
            found += [(each.name, at) for at, key in enumerate(_texts(value)) if key == _key(gone)]
    return found


def _texts(value: nodes.Node | None) -> list[str]:
    return [str(item.value) for item in getattr(value, "items", ()) if isinstance(item, nodes.Scalar)]


def _key(record: Found) -> str:
    return f"{record.schema.resource}/{record.id}"


def _record(root: Path, raw: RawRecord, keep: Found, gone: Found, text: str) -> str:
    path = way_to(root, raw)
    for name, position in _ways(raw.schema, raw.node, gone):
        if position is None:
            text = put(text, [*path, name], keep.id)
        elif _key(keep) in _texts(raw.node.get(name)):
            text = take_out(text, [*path, name, position])
        else:
            text = put(text, [*path, name, position], _key(keep))
    return text


def _other_files(root: Path) -> Iterator[str]:
    """Articles and the words of the search, where a record is named by its key."""
    found = [*(root / "content").rglob("*.md"), root / "data" / "search.yaml"]
    yield from (path.relative_to(root).as_posix() for path in sorted(found) if path.is_file() and not path.is_symlink())


def _word(gone: Found) -> re.Pattern[str]:
    """The key as a word of its own, so that no longer key and no web address is meant."""
    key = re.escape(_key(gone))
    return re.compile(rf"(?<![\w/.-]){key}(?![\w/-])")
