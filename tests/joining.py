# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Made-up hubs of two states and a front above them, built apart from each other, to be joined."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tools.made_up_records import made_up_records, write_hub

ADDRESS = "https://coalition.example.org"
FRONT, OHIO, INDIANA = "front", "ohio", "indiana"
CODES = {OHIO: "US-OH", INDIANA: "US-IN"}
NAMES = {FRONT: "The coalition (made up)", OHIO: "Ohio hub (made up)", INDIANA: "Indiana hub (made up)"}


def hub_of(folder: Path, name: str, seed: int) -> Path:
    """A hub in the folder; every name of its records says which hub it is of."""
    records = [
        (resource, record | {"id": f"{name}-{record['id']}", "serves": [CODES.get(name, "US")]})
        for resource, record in made_up_records(10, seed)
    ]
    write_hub(folder, records)
    below = "" if name == FRONT else f"/{name}"
    settings = f"made_up: true\nname: {NAMES[name]}\nlanguages: [en, es]\naddress: {ADDRESS}{below}\n"
    (folder / "data" / "hub.yaml").write_text(settings, encoding="utf-8")
    return folder


def with_places(front: Path) -> Path:
    """The front, in which each state leads to its own hub."""
    (front / "data" / "places").mkdir()
    for name, code in CODES.items():
        place = f"id: {name}\ncode: {code}\nname: {name.title()}\nkind: state\nown_hub: {name}\n"
        (front / "data" / "places" / f"{name}.yaml").write_text(place, encoding="utf-8")
    return front


def built_parts(folder: Path) -> list[Path]:
    """The three sites: the states built by two processes at once, as two machines would."""
    hubs = {name: hub_of(folder / "hubs" / name, name, seed) for seed, name in enumerate(NAMES)}
    with_places(hubs[FRONT])
    running = [_build(hubs[name], folder / "pages" / name) for name in (OHIO, INDIANA)]
    assert [each.wait() for each in (*running, _build(hubs[FRONT], folder / "pages" / FRONT))] == [0, 0, 0]
    return [folder / "pages" / name for name in NAMES]


def _build(hub: Path, output: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "porchlight", "build", "--root", str(hub), "--output", str(output)]
    return subprocess.Popen(command)
