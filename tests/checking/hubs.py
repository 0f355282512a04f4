# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Hubs to check: the shipped schemas, vocabularies and polls, the made-up records, and what a test lays over them."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path

from porchlight.model.schema import Package

ROOT = Path(__file__).parents[2]
HUBS = ROOT / "tests" / "hubs"
BROKEN = HUBS / "broken"
TODAY = date(2026, 11, 24)
SHIPPED = ("datapackage.yaml", "hub.yaml", "vocabularies.yaml", "schemas", "polls")
NOT_OVERLAID = ("expected.txt", "expected.es.txt", "remove.txt", "links.txt", "tracked.txt")


def say_made_up(folder: Path) -> Path:
    """The hub, whose settings say now that nothing in it is real."""
    with (folder / "data" / "hub.yaml").open("a", encoding="utf-8") as settings:
        settings.write("made_up: true\n")
    return folder


def minimal_hub(folder: Path) -> Path:
    """A sound hub in the folder: what is shipped, with one made-up record or so per resource."""
    for name in SHIPPED:
        source = ROOT / "data" / name
        copy = shutil.copytree if source.is_dir() else shutil.copy2
        (folder / "data").mkdir(parents=True, exist_ok=True)
        copy(source, folder / "data" / name)
    shutil.copytree(HUBS / "minimal", folder, dirs_exist_ok=True)
    return say_made_up(folder)


def hub_with_a_template(folder: Path) -> Path:
    """The minimal hub with one template, “log”, which has a place for a name."""
    head = "title: Log\ndescription: A log.\naudience: Anyone.\nfields:\n  - {name: who, label: Who}\n"
    (templates := minimal_hub(folder) / "content" / "en" / "templates").mkdir(parents=True)
    (templates / "log.md").write_text(f"---\n{head}---\nA log of {{{{who}}}}.\n", encoding="utf-8")
    return folder


def small_hub(folder: Path) -> Path:
    """The minimal hub without all but two of its folders, since every table more makes a check slower."""
    for path in (minimal_hub(folder) / "data").iterdir():
        if path.is_dir() and path.name not in (*SHIPPED, "housing", "organizations"):
            shutil.rmtree(path)
    return folder


def small_hub_in_git(folder: Path) -> Path:
    """The small hub as the folder of a repository that tracks nothing yet."""
    git(small_hub(folder), "init", "-q")
    return folder


def git(hub: Path, *words: str) -> str:
    """What git prints for the words in the hub's folder."""
    return subprocess.run(["git", "-C", str(hub), *words], check=True, capture_output=True, text=True).stdout


def broken_hub(code: str, folder: Path) -> Path:
    """The small hub with one fault laid over it.

    `remove.txt` names what is taken away; `links.txt` holds links, each with where it leads; `tracked.txt` what git
    tracks. Links stand there as text, since this repository is a hub that may have none.
    """
    small_hub(folder)
    overlay = BROKEN / code
    ignored = shutil.ignore_patterns(*NOT_OVERLAID)
    for name in _lines(overlay / "remove.txt"):
        path = folder / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.copytree(overlay, folder, ignore=ignored, dirs_exist_ok=True)
    for name, leads_to in map(str.split, _lines(overlay / "links.txt")):
        (folder / name).symlink_to(leads_to)
    if tracked := _lines(overlay / "tracked.txt"):
        for words in (("init", "-q"), ("add", "-f", *tracked)):
            git(folder, *words)
    return folder


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def descriptions(package: Package) -> set[str]:
    """What the schemas say of their fields, which some hints repeat."""
    fields = [each.fields for each in package.schemas] + [each.fields for each in package.parts.values()]
    return {field.description for each in fields for field in each}


def with_file(folder: Path, name: str, content: str | bytes) -> Path:
    """The small hub with one more file in it."""
    path = small_hub(folder) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder
