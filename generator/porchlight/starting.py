# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""`porchlight new`: a small working hub of one's own, from what travels inside the package."""

from __future__ import annotations

import shutil
from pathlib import Path

from porchlight.reading.shipped import starter_parts

STAYS = ("datapackage.yaml", "schemas", "search.yaml", "vocabularies.yaml")
"""Parts of the starter that a new hub takes from the program instead of copying: they then grow with it."""


class FolderNotEmpty(Exception):
    """The folder holds something already; nothing was written."""


def new_hub(folder: Path, name: str) -> None:
    """Make a hub in `folder`, which must be empty or not there yet: settings, a poll, pages, national crisis lines."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderNotEmpty(f"{folder} is not empty. Name a new folder, so that nothing of yours is overwritten.")
    for source, place in starter_parts():
        shutil.copytree(source, folder / place, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*STAYS))
    if name:
        settings = folder / "data" / "hub.yaml"
        text = settings.read_text(encoding="utf-8")
        settings.write_text(text.replace("name: Porchlight\n", f"name: {quoted(name)}\n"), encoding="utf-8")


def quoted(text: str) -> str:
    """The text as a YAML scalar that can't be read as anything else."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
