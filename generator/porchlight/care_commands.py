# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The commands that tell what to check next: a list, and a sheet of paper to call from."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from porchlight.command_line import FINE, CannotDo, hub_folder

Commands = Any
"""What argparse gives for a group of commands; its type has no public name."""


def add_care_commands(commands: Commands, hub: argparse.ArgumentParser) -> None:
    """Add them to the program's commands; `hub` holds what every command of a hub takes."""
    care = commands.add_parser("care", parents=[hub], help="show what to check next, the worst harm first")
    care.add_argument(
        "--format", choices=("text", "csv", "markdown", "json"), default="text", help="for people, sheets or tools"
    )
    _take_queue(care)
    care.set_defaults(run=_care)


def _take_queue(command: argparse.ArgumentParser) -> None:
    command.add_argument("--limit", type=_count, metavar="N", help="only the first N things")
    command.add_argument("--day", type=date.fromisoformat, default=None, metavar="DAY", help="as if it were this day")
    command.add_argument("--language", default="", help="the language of the words (the hub's first)")


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"should be a number from 1 on. It says {text}")
    return int(text)


def _care(chosen: argparse.Namespace) -> int:
    from porchlight.exchange.care_list import care_list

    print(care_list(_due(chosen), chosen.format))
    return FINE


def _due(chosen: argparse.Namespace) -> Any:
    from porchlight.form_service.migrations import StoreIsNewer
    from porchlight.operating.caring import NoSuchLanguage, due_in

    try:
        return due_in(hub_folder(chosen.root), chosen.day or date.today(), chosen.language, chosen.limit)
    except (NoSuchLanguage, StoreIsNewer) as problem:
        raise CannotDo(str(problem)) from None
