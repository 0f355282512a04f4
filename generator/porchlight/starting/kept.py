# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a hub remembers of how it was made: the version, what each file was then, and which fields records had."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from porchlight.model.schema import Package

KEPT = ".porchlight.json"


@dataclass(frozen=True, slots=True)
class Kept:
    """`files` holds a digest per path, `fields` the names of fields per resource."""

    version: str
    files: Mapping[str, str]
    fields: Mapping[str, tuple[str, ...]]


def digest(content: bytes) -> str:
    """What tells one content of a file from another; line ends of Windows count for nothing."""
    return sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def kept_text(files: Mapping[str, bytes], package: Package) -> str:
    """The file that remembers this version of the program and what it makes."""
    told = {
        "version": version("porchlight-hub"),
        "files": {path: digest(content) for path, content in sorted(files.items())},
        "fields": {schema.resource: [field.name for field in schema.fields] for schema in package.schemas},
    }
    return json.dumps(told, indent=1) + "\n"


def read_kept(root: Path) -> Kept | None:
    """What the hub remembers; None where it remembers nothing that can be read."""
    try:
        told = json.loads((root / KEPT).read_text(encoding="utf-8"))
        fields = {str(name): tuple(map(str, names)) for name, names in told["fields"].items()}
        return Kept(str(told["version"]), {str(path): str(mark) for path, mark in told["files"].items()}, fields)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
