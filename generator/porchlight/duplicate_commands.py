# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The commands for one thing that stands in a hub twice: find it, and make one record of it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from porchlight.command_line import DATA_NEEDS_A_CHANGE, FINE, CannotDo, hub_folder

Commands = Any
"""What argparse gives for a group of commands; its type has no public name."""


def add_duplicate_commands(commands: Commands, hub: argparse.ArgumentParser) -> None:
    """Add them to the program's commands; `hub` holds what every command of a hub takes."""
    duplicates = commands.add_parser("duplicates", parents=[hub], help="show records that may be one thing twice")
    duplicates.add_argument("--format", choices=("text", "json", "csv"), default="text", help="for people or tools")
    duplicates.add_argument(
        "--with",
        dest="others",
        type=Path,
        nargs="+",
        default=[],
        metavar="HUB",
        help="other hubs' folders to compare with",
    )
    duplicates.add_argument(
        "--engine", choices=("duckdb", "spark"), default="duckdb", help="what compares several hubs"
    )
    duplicates.set_defaults(run=_duplicates)

    merge = commands.add_parser("merge", parents=[hub], help="make one record of two, and lose nothing")
    merge.add_argument("keep", help="the record that stays, such as housing/maple-house")
    merge.add_argument("gone", help="the record that goes into it; its page leads on")
    merge.add_argument("--write", action="store_true", help="write the files; without it you only see the lines")
    merge.set_defaults(run=_merge)


def _duplicates(chosen: argparse.Namespace) -> int:
    from porchlight.duplicates.finding import look_alikes
    from porchlight.duplicates.sides import sides_of
    from porchlight.duplicates.telling import told
    from porchlight.reading.hub import read_hub

    root = hub_folder(chosen.root)
    if chosen.others:
        return _linked([root, *map(hub_folder, chosen.others)], chosen.engine, chosen.format)
    sides = sides_of(read_hub(root).hub)
    print(told(look_alikes(sides), f"{len(sides):,} records were compared.", chosen.format))
    return FINE


def _linked(roots: Sequence[Path], engine: str, form: str) -> int:
    from porchlight.duplicates.linking import EngineMissing, linked
    from porchlight.duplicates.sides import sides_of
    from porchlight.duplicates.telling import told
    from porchlight.reading.hub import read_hub

    hubs = {root.name: sides_of(read_hub(root).hub) for root in roots}
    if len(hubs) < len(roots):
        raise CannotDo("Two of these folders have the same name. Records are told by it, so rename one.")
    try:
        pairs = linked(hubs, engine)
    except EngineMissing as problem:
        raise CannotDo(str(problem)) from None
    compared = f"{sum(map(len, hubs.values())):,} records of {len(hubs)} hubs were compared."
    print(told(pairs, compared, form))
    return FINE


def _merge(chosen: argparse.Namespace) -> int:
    from porchlight.editing.changing import write
    from porchlight.editing.finding import NotFound, find_record
    from porchlight.editing.merging import CannotMerge, merged
    from porchlight.editing.yaml_edit import CannotEdit
    from porchlight.putting import NotWritten
    from porchlight.reading.package import read_package

    root = hub_folder(chosen.root)
    package, _ = read_package(root)
    try:
        keep, gone = (find_record(root, package, called) for called in (chosen.keep, chosen.gone))
        result = merged(root, package, keep, gone)
    except (NotFound, CannotMerge, CannotEdit) as problem:
        raise CannotDo(str(problem)) from None
    print("\n".join([*(change.lines for change in result.changes), *result.left]))
    if not chosen.write:
        print("\nNothing was written. To write it, add --write.")
        return FINE
    try:
        write(root, result.changes)
    except NotWritten as would:
        print(f"\n{would}\nNothing was written.")
        return DATA_NEEDS_A_CHANGE
    return FINE
