# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the hub has already: ids that are taken, and names that a column may refer to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from porchlight.model.alike import folded
from porchlight.model.schema import Package
from porchlight.reading.nodes import plain
from porchlight.reading.records import read_records


def records_of(root: Path, package: Package, resources: Iterable[str]) -> dict[str, dict[str, Any]]:
    """What the hub has of each resource: by id, as plain texts."""
    schemas = tuple(schema for schema in package.schemas if schema.resource in set(resources))
    raws, _ = read_records(root, replace(package, schemas=schemas))
    found: dict[str, dict[str, Any]] = {schema.resource: {} for schema in schemas}
    for raw in raws:
        found[raw.schema.resource][raw.id] = plain(raw.node)
    for schema in schemas:
        for path in (root / schema.folder).glob("*.y*ml"):
            found[schema.resource].setdefault(path.stem.casefold(), {})
    return found


def by_name(records: Mapping[str, Any]) -> dict[str, str]:
    """The id for each name and each id; names without regard to capitals and accents."""
    names = {folded(record["name"]): id_ for id_, record in records.items() if isinstance(record.get("name"), str)}
    return names | {id_: id_ for id_ in records}
