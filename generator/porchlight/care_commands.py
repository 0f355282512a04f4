# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The commands that tell what to do next: a list to check, a look at links, what places lack, and a sheet of paper."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from porchlight.command_line import FINE, CannotDo, hub_folder, say, store_of

if TYPE_CHECKING:
    from porchlight.care.tasks import Who
    from porchlight.exchange.care_list import CareList

CALLS = 20
"""Places on a sheet to call from: an evening's work."""

Commands = Any
"""What argparse gives for a group of commands; its type has no public name."""


def add_care_commands(commands: Commands, hub: argparse.ArgumentParser) -> None:
    """Add them to the program's commands; `hub` holds what every command of a hub takes."""
    care = commands.add_parser("care", parents=[hub], help="show what to check next, the worst harm first")
    care.add_argument(
        "--format", choices=("text", "csv", "markdown", "json"), default="text", help="for people, sheets or tools"
    )
    _take_queue(care, None)
    care.set_defaults(run=_care)

    links = commands.add_parser(
        "links", parents=[hub], help="open every page that records lead to, and tell of the dead"
    )
    links.set_defaults(run=_links)

    gaps = commands.add_parser("gaps", parents=[hub], help="show what each place has behind each door, in numbers")
    gaps.add_argument("--place", default="", metavar="CODE", help="only this place, such as US-OH")
    gaps.add_argument("--json", action="store_true", help="for programs")
    gaps.set_defaults(run=_gaps)

    sheet = commands.add_parser("call-sheet", parents=[hub], help="make a sheet of paper to call from")
    _take_queue(sheet, CALLS)
    sheet.add_argument("--paper", choices=("letter", "a4"), default="letter", help="what the printer holds (letter)")
    sheet.add_argument("--output", type=Path, default=Path("call-sheet.pdf"), help="the file to write (call-sheet.pdf)")
    sheet.set_defaults(run=_call_sheet)


def _take_queue(command: argparse.ArgumentParser, limit: int | None) -> None:
    told = f"only the first N things ({limit or 'all'})"
    command.add_argument("--limit", type=_count, default=limit, metavar="N", help=told)
    command.add_argument("--store", default="", metavar="URL", help="where reports are kept (or PORCHLIGHT_STORE)")
    command.add_argument("--day", type=date.fromisoformat, default=None, metavar="DAY", help="as if it were this day")
    command.add_argument("--language", default="", help="the language of the words (the hub's first)")


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ValueError(text)
    return int(text)


def _care(chosen: argparse.Namespace) -> int:
    from porchlight.exchange.care_list import care_list

    print(care_list(_due(chosen), chosen.format))
    return FINE


def _links(chosen: argparse.Namespace) -> int:
    from porchlight.operating.links import NoNetwork, look, told
    from porchlight.operating.lychee import NoLychee, Patience
    from porchlight.reading.hub import read_hub

    root = hub_folder(chosen.root)
    try:
        print(told(look(root, read_hub(root).hub, date.today(), Patience())))
    except (NoLychee, NoNetwork) as problem:
        raise CannotDo(str(problem)) from None
    return FINE


def _gaps(chosen: argparse.Namespace) -> int:
    from porchlight.operating.gaps import NoSuchPlace, as_json, as_table, gaps_in

    try:
        gaps = gaps_in(hub_folder(chosen.root), date.today(), chosen.place)
    except NoSuchPlace as problem:
        raise CannotDo(str(problem)) from None
    print(as_json(gaps) if chosen.json else as_table(gaps))
    return FINE


def _call_sheet(chosen: argparse.Namespace) -> int:
    from porchlight.operating.caring import write_call_sheet
    from porchlight.paper.typesetting import CannotPrint
    from porchlight.reading.saying import listed

    try:
        lacking = write_call_sheet(hub_folder(chosen.root), _due(chosen, "phone"), chosen.paper, chosen.output)
    except CannotPrint as signs:
        raise CannotDo(f"The fonts for paper do not have “{signs}”. Take it out of the record that holds it.") from None
    if lacking:
        say(f"A “?” stands where the fonts for paper lack a sign, in {listed(lacking, 'and')}.")
    say(f"The sheet is in {chosen.output}. Print it on one side.")
    return FINE


def _due(chosen: argparse.Namespace, who: Who | None = None) -> CareList:
    from porchlight.form_service.database import CannotOpen
    from porchlight.form_service.kept_reports import reports_kept
    from porchlight.operating.caring import due_in
    from porchlight.operating.editions import NoSuchLanguage

    root, day = hub_folder(chosen.root), chosen.day or date.today()
    try:
        reports = reports_kept(store_of(chosen, root))
        return due_in(root, day, reports, language=chosen.language, limit=chosen.limit, who=who)
    except (NoSuchLanguage, CannotOpen) as problem:
        raise CannotDo(str(problem)) from None
