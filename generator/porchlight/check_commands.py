# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The commands that look and tell: what to mend, what a problem is about, what readers will see change."""

from __future__ import annotations

import argparse
import logging
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from porchlight.checking.translating import languages, words_in
from porchlight.command_line import DATA_NEEDS_A_CHANGE, FINE, CannotDo, hub_folder

if TYPE_CHECKING:
    from porchlight.checking.run import Checked

log = logging.getLogger("porchlight")

Commands = Any
"""What argparse gives for a group of commands; its type has no public name."""


def add_check_commands(commands: Commands, hub: argparse.ArgumentParser) -> None:
    """Add them to the program's commands; `hub` holds what every command of a hub takes."""
    check = commands.add_parser("check", parents=[hub], help="read every record and say what to mend")
    check.add_argument(
        "--format", choices=("text", "json", "github", "gitlab", "sarif"), default="text", help="for people or tools"
    )
    check.add_argument("--lang", choices=languages(), default="en", help="the language of the messages")
    check.add_argument("--fix", action="store_true", help="first mend what is certain, and show the lines")
    much = check.add_mutually_exclusive_group()
    much.add_argument("--changed", action="store_true", help="only what this branch touches, and what points at it")
    much.add_argument("--thorough", action="store_true", help="take no shortcut: slower, and must say the same")
    check.add_argument("--since", default="", metavar="REF", help="with --changed: a branch or commit to compare with")
    check.set_defaults(run=_check)

    explain = commands.add_parser("explain", help="tell what a kind of problem is about, with an example")
    explain.add_argument("code", help="its name, such as hash-in-text")
    explain.add_argument("--lang", choices=languages(), default="en", help="the language to tell it in")
    explain.set_defaults(run=_explain)

    changes = commands.add_parser("changes", parents=[hub], help="say in sentences what readers will see change")
    changes.add_argument("--since", default="", metavar="REF", help="a branch or commit (where this branch began)")
    changes.add_argument("--format", choices=("text", "markdown", "json"), default="text", help="for people or tools")
    changes.set_defaults(run=_changes)


def _check(chosen: argparse.Namespace) -> int:
    from porchlight.checking.report import report
    from porchlight.checking.run import check_hub
    from porchlight.form_service.database import CannotOpen
    from porchlight.operating.wordings import wording_problems

    root = hub_folder(chosen.root)
    if chosen.fix:
        _fix(root)
    if chosen.changed:
        checked = _check_changed(root, chosen.since)
    else:
        checked = check_hub(root, date.today(), thorough=chosen.thorough)
        try:
            checked = checked.with_more(wording_problems(root, checked.hub.questionnaires))
        except CannotOpen as problem:
            raise CannotDo(str(problem)) from None
    print(report(checked, chosen.format, words_in(chosen.lang)))
    return DATA_NEEDS_A_CHANGE if checked.stopping else FINE


def _check_changed(root: Path, since: str) -> Checked:
    """What is told of what was changed; what was looked at goes where it can't be taken for the report."""
    from porchlight.changes.checking import check_since, looked_at
    from porchlight.changes.git import CannotCompare

    try:
        looked = check_since(root, since, date.today())
    except CannotCompare as problem:
        raise CannotDo(str(problem)) from None
    log.info(looked_at(looked))
    return looked.checked


def _fix(root: Path) -> None:
    """Mend what is certain; what is told goes where it can't be taken for the report."""
    from porchlight.editing.changing import write_apart
    from porchlight.editing.fixing import fixes
    from porchlight.putting import NotWritten

    changes = fixes(root)
    try:
        written = write_apart(root, changes)
    except NotWritten as why:
        log.info("Nothing was mended.\n%s", why)
        return
    for change in written:
        log.info("%s\n", change.lines)
    log.info("Mended what is certain in %s.", "1 file" if len(written) == 1 else f"{len(written)} files")
    for change in changes:
        if change not in written:
            log.info("%s stays as it is: mended, it would no longer fit to the rest. Look at it.", change.file)


def _explain(chosen: argparse.Namespace) -> int:
    from porchlight.checking.explaining import NoSuchCode, explained

    try:
        print(explained(chosen.code, words_in(chosen.lang)))
    except NoSuchCode as problem:
        raise CannotDo(str(problem)) from None
    return FINE


def _changes(chosen: argparse.Namespace) -> int:
    from porchlight.changes.comment import report
    from porchlight.changes.gathering import gathered
    from porchlight.changes.git import CannotCompare
    from porchlight.changes.sides import both_sides

    try:
        sides = both_sides(hub_folder(chosen.root), chosen.since, date.today())
    except CannotCompare as problem:
        raise CannotDo(str(problem)) from None
    print(report(gathered(sides), chosen.format))
    return FINE
