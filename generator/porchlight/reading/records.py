# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""data/<resource folder>/*.yaml → raw records: a file holds one record or a list of them."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from porchlight.model.schema import Package, Schema
from porchlight.problems import Place, Problem
from porchlight.reading.files import YAML_ENDINGS, files_in, id_not_file_name, listing, read_node
from porchlight.reading.hidden import NAMES, is_hidden, names_hidden
from porchlight.reading.nodes import Mapping, Node, Scalar, Sequence, place_at
from porchlight.reading.saying import did_you_mean, shown

OTHER_FOLDERS = ("schemas", "polls", "results")


@dataclass(frozen=True, slots=True, eq=False)
class RawRecord:
    """A record as it was written. Two are the same only where they are one object."""

    schema: Schema
    node: Mapping

    @property
    def id(self) -> str:
        """The text in its id, or ""."""
        value = self.node.get("id")
        return value.value if isinstance(value, Scalar) else ""


def read_records(
    root: Path, package: Package, only: Container[str] | None = None
) -> tuple[list[RawRecord], list[Problem]]:
    """Every record of the hub, or of these files `only`, file by file, and every problem of the files themselves."""
    problems: list[Problem] = []
    records: list[RawRecord] = []
    for schema in package.schemas:
        files, more = files_in(root, schema.folder, YAML_ENDINGS)
        problems.extend(more)
        records.extend(_in_files(root, schema, files if only is None else filter(only.__contains__, files), problems))
    return records, problems


def read_records_again(root: Path, package: Package, only: Collection[str]) -> tuple[list[RawRecord], list[Problem]]:
    """The records of these files, and every problem of the files; no folder is looked through for others."""
    problems: list[Problem] = []
    records: list[RawRecord] = []
    for schema in package.schemas:
        files = sorted(file for file in only if str(PurePosixPath(file).parent) == schema.folder)
        records.extend(_in_files(root, schema, (file for file in files if (root / file).is_file()), problems))
    return records, problems


def _in_files(root: Path, schema: Schema, files: Iterable[str], problems: list[Problem]) -> Iterator[RawRecord]:
    hidden = NAMES.union(field.name for field in schema.fields if is_hidden(field))
    for file in files:
        node, more = read_node(root, file, hidden)
        problems.extend(more)
        if node:
            yield from _records(schema, node, problems)


def _records(schema: Schema, node: Node, problems: list[Problem]) -> Iterator[RawRecord]:
    if isinstance(node, Mapping):
        record = RawRecord(schema, node)
        problems.extend(_name_differs(record))
        yield record
        return
    for item in node.items if isinstance(node, Sequence) else (node,):
        if isinstance(item, Mapping):
            yield RawRecord(schema, item)
        else:
            problems.append(no_record(item))


def no_record(node: Node) -> Problem:
    """The problem of something else where a record should stand."""
    message = "Here should stand a record: fields, each on its own line."
    says = shown(node.value) if isinstance(node, Scalar) and not names_hidden(node.value) else ""
    return Problem(
        node.place, "record-expected", message, says, "Write a space behind each colon:", "name: Maple House"
    )


def _name_differs(record: RawRecord) -> Iterator[Problem]:
    place = place_at(record.node, ["id"])
    if record.id and record.id != Path(place.file).stem:
        yield id_not_file_name(place, record.id)


def strange_folders(root: Path, package: Package) -> Iterator[Problem]:
    """Folders beside those of the resources, which nobody reads."""
    known = {Path(schema.folder).name for schema in package.schemas}.union(OTHER_FOLDERS)
    for path in listing(root / "data"):
        if path.is_dir() and path.name not in known:
            hint = did_you_mean(path.name, known, at_least=75) or "Its folders are named in data/datapackage.yaml."
            place = Place(f"data/{shown(path.name)}")
            yield Problem(place, "folder-unknown", "No resource of this hub has this folder.", hint=hint)
