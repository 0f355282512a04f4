# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The command that brings sums of volunteers' hours into a hub."""

from __future__ import annotations

import argparse
import shlex
from datetime import date
from pathlib import Path
from typing import Any

from porchlight.command_line import FINE, CannotDo, hub_folder, program, say


def add_hours_commands(commands: Any, hub: argparse.ArgumentParser) -> None:
    """Add them to the program's commands; `hub` holds what every command of a hub takes."""
    hours = commands.add_parser("hours", help="sums of the hours that volunteers gave")
    below = hours.add_subparsers(title="commands", required=True, metavar="COMMAND")
    bring = below.add_parser("import", parents=[hub], help="add up a sign-in sheet; no names go any further")
    bring.add_argument("file", type=Path, help="the sheet, typed up as .csv or .xlsx")
    bring.add_argument(
        "--by", default="coordinator of volunteers", metavar="ROLE", help="who counted: a role, never a name"
    )
    bring.add_argument("--replace", action="store_true", help="this sheet takes the place of what the month says now")
    bring.add_argument("--write", action="store_true", help="write the sums; without it you only see them")
    bring.set_defaults(run=_import)


def _import(chosen: argparse.Namespace) -> int:
    from porchlight.exchange.sheets.sheet import CannotImport
    from porchlight.operating.hours import Asked, import_hours

    root = hub_folder(chosen.root)
    asked = Asked(chosen.file, chosen.by, chosen.replace)
    try:
        import_hours(root, asked, date.today(), chosen.write, say, lambda more: _again(chosen, more))
    except CannotImport as problem:
        raise CannotDo(str(problem)) from None
    return FINE


def _again(chosen: argparse.Namespace, more: str) -> str:
    """The command once more, with one option more."""
    options = [f"--{name}" for name in ("replace", "write") if getattr(chosen, name)]
    root = [] if chosen.root == Path() else ["--root", str(chosen.root)]
    return f"{program()} {shlex.join(['hours', 'import', *root, str(chosen.file), '--by', chosen.by, *options, more])}"
