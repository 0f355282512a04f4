# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every file that is made for editors, by its path in the hub; and which of them a hub has not, or has otherwise."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from porchlight.exchange.editors.issue_forms import issue_forms
from porchlight.exchange.editors.json_schema import json_schema
from porchlight.exchange.editors.vscode import SCHEMAS, schema_path, vscode_extensions, vscode_settings
from porchlight.model.hub import Settings
from porchlight.model.schema import Package
from porchlight.problems import HubHasProblems
from porchlight.putting import put_file, refuse_link
from porchlight.reading.package import read_package
from porchlight.reading.settings import read_settings


def files_of_hub(root: Path) -> dict[str, str]:
    """The text of each file for the hub at `root`; HubHasProblems where its schemas or settings can't be read."""
    package, problems = read_package(root)
    settings, more = read_settings(root)
    if problems or more:
        raise HubHasProblems([*problems, *more])
    return editor_files(package, settings)


def editor_files(package: Package, settings: Settings) -> dict[str, str]:
    """The text of each file, by path below the hub's folder."""
    schemas = {schema_path(each.resource): json_schema(each, package, settings.languages) for each in package.schemas}
    vscode = {
        ".vscode/settings.json": vscode_settings(package),
        ".vscode/extensions.json": vscode_extensions(),
    }
    return {path: _json(whole) for path, whole in (schemas | vscode).items()} | issue_forms(package)


def out_of_date(root: Path, files: Mapping[str, str]) -> list[str]:
    """The paths whose file in the hub is missing, holds another text, or is of a resource that is gone."""
    differ = [path for path, text in files.items() if not _holds(root / path, text)]
    return differ + _left_over(root, files)


def write_files(root: Path, files: Mapping[str, str]) -> list[str]:
    """Bring the hub's folder to these files, and tell the paths that this changed; raises LeadsOut."""
    differ = out_of_date(root, files)
    for path in differ:
        refuse_link(root, path)
    for path in differ:
        put_file(root / path, files[path].encode() if path in files else None)
    return differ


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode()


def _left_over(root: Path, files: Mapping[str, str]) -> list[str]:
    """Only the folder that holds nothing else is cleared: a hub may have issue forms of its own."""
    found = (path.relative_to(root).as_posix() for path in sorted((root / SCHEMAS).glob("*.json")))
    return [path for path in found if path not in files]


def _json(whole: Any) -> str:
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
