# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The commands for one thing that stands in a hub twice: find it."""

from __future__ import annotations

import argparse
from typing import Any

from porchlight.command_line import FINE, hub_folder

Commands = Any
"""What argparse gives for a group of commands; its type has no public name."""


def add_duplicate_commands(commands: Commands, hub: argparse.ArgumentParser) -> None:
    """Add them to the program's commands; `hub` holds what every command of a hub takes."""
    duplicates = commands.add_parser("duplicates", parents=[hub], help="show records that may be one thing twice")
    duplicates.add_argument("--format", choices=("text", "json", "csv"), default="text", help="for people or tools")
    duplicates.set_defaults(run=_duplicates)


def _duplicates(chosen: argparse.Namespace) -> int:
    from porchlight.duplicates.finding import look_alikes
    from porchlight.duplicates.sides import sides_of
    from porchlight.duplicates.telling import told
    from porchlight.reading.hub import read_hub

    sides = sides_of(read_hub(hub_folder(chosen.root)).hub)
    print(told(look_alikes(sides), f"{len(sides):,} records were compared.", chosen.format))
    return FINE
