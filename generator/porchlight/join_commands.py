# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The command that makes one site of several."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from porchlight.command_line import FINE, CannotDo, say


def add_join_commands(commands: Any) -> None:
    """Add it to the program's commands."""
    join = commands.add_parser("join", help="make one site of the built sites of several hubs")
    join.add_argument("output", type=Path, help="where to write the whole")
    join.add_argument("parts", type=Path, nargs="+", metavar="part", help="a folder that porchlight build wrote")
    join.set_defaults(run=_join)


def _join(chosen: argparse.Namespace) -> int:
    from porchlight.operating.join import join
    from porchlight.operating.join_parts import CannotJoin

    try:
        joined = join(chosen.output, chosen.parts)
    except CannotJoin as problem:
        raise CannotDo(str(problem)) from None
    front = joined.front.about
    for folder, part in joined.parts.items():
        of_another = f", by Porchlight {part.about.porchlight}" if part.about.porchlight != front.porchlight else ""
        say(f"{folder}/ is {part.about.name}, from {part.folder}{of_another}.")
    say(f"Joined below {front.name}, made by Porchlight {front.porchlight}: {joined.files:,} files in {chosen.output}.")
    return FINE
