# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings for VS Code and its relatives: which schema explains which folder, and nothing that asks the net."""

from __future__ import annotations

from typing import Any

from porchlight.model.schema import Package

SCHEMAS = ".vscode/schemas"
ENDINGS = ("yaml", "yml")


def schema_path(resource: str) -> str:
    """Where the resource's JSON Schema lies, from the hub's folder."""
    return f"{SCHEMAS}/{resource}.json"


def schema_line(resource: str) -> str:
    """The first line of a record, by which an editor finds the schema without any settings."""
    return f"# yaml-language-server: $schema=../../{schema_path(resource)}\n"


def vscode_settings(package: Package) -> dict[str, Any]:
    """The workspace's settings: the schemas of its folders, text as the check wants it, no schema from elsewhere."""
    folders = {each.resource: each.folder for each in package.schemas}
    return {
        "yaml.schemas": {
            schema_path(name): [f"{folder}/*.{ending}" for ending in ENDINGS] for name, folder in folders.items()
        },
        "yaml.schemaStore.enable": False,
        "yaml.yamlVersion": "1.2",
        # A formatter would lay the lines out anew, and a change of one word would look like a change of all.
        "yaml.format.enable": False,
        "redhat.telemetry.enabled": False,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.formatOnSave": False},
    }


def vscode_extensions() -> dict[str, Any]:
    """The extension that reads the schemas."""
    return {"recommendations": ["redhat.vscode-yaml"]}
