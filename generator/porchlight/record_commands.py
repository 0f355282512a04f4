# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The commands that change records: mend a field, write down a call, take up what readers told."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from porchlight.command_line import DATA_NEEDS_A_CHANGE, FINE, CannotDo, hub_folder, store_of

if TYPE_CHECKING:
    from porchlight.editing.changing import Change

Commands = Any
"""What argparse gives for a group of commands; its type has no public name."""


def add_record_commands(commands: Commands, hub: argparse.ArgumentParser) -> None:
    """Add them to the program's commands; `hub` holds what every command of a hub takes."""
    edit = commands.add_parser("edit", parents=[hub], help="change fields of a record, and nothing else in its file")
    edit.add_argument("record", help="the record, such as housing/maple-house")
    edit.add_argument(
        "fields", nargs="+", metavar="FIELD=VALUE", help="what to write; with nothing behind “=”, it goes"
    )
    edit.add_argument("--dry-run", action="store_true", help="only show the lines that would change")
    edit.set_defaults(run=_edit)

    confirm = commands.add_parser(
        "confirm", parents=[hub], help="write down that you called or looked, and it is right"
    )
    confirm.add_argument("records", nargs="+", metavar="RECORD", help="the records, such as housing/maple-house")
    confirm.add_argument("--how", required=True, choices=("phone", "visit", "website", "email", "letter"), help="how")
    confirm.add_argument("--by", default="volunteer of this hub", metavar="ROLE", help="who: a role, never a name")
    confirm.add_argument("--on", type=date.fromisoformat, metavar="DAY", help="the day, if it was not today")
    confirm.add_argument(
        "--result", default="right", choices=("right", "changed", "no_answer", "wrong"), help="what came out (right)"
    )
    confirm.add_argument("--number", default="", help="the number that you called, where a record has several")
    confirm.add_argument("--dry-run", action="store_true", help="only show the lines that would change")
    confirm.set_defaults(run=_confirm)

    inbox = commands.add_parser("inbox", parents=[hub], help="turn what readers told into changes to look over")
    inbox.add_argument("--store", default="", metavar="URL", help="where reports are kept (or PORCHLIGHT_STORE)")
    inbox.add_argument("--branch", default="", metavar="NAME", help="put them on this new branch, one commit each")
    inbox.add_argument("--all", action="store_true", help="also what was put on a branch before")
    inbox.set_defaults(run=_inbox)


def _edit(chosen: argparse.Namespace) -> int:
    from porchlight.editing.changing import Change
    from porchlight.editing.fields import NoSuchField, path_and_value
    from porchlight.editing.finding import NotFound, find_record
    from porchlight.editing.mending import mended
    from porchlight.editing.yaml_edit import CannotEdit
    from porchlight.reading.package import read_package

    root = hub_folder(chosen.root)
    package, _ = read_package(root)
    try:
        record = find_record(root, package, chosen.record)
        new = mended(record, [path_and_value(package, record, said) for said in chosen.fields])
    except (NotFound, NoSuchField, CannotEdit) as problem:
        raise CannotDo(str(problem)) from None
    return _written(root, [Change(record.file, record.text, new.text)], chosen.dry_run, new.told)


def _confirm(chosen: argparse.Namespace) -> int:
    from porchlight.editing.changing import Change
    from porchlight.editing.confirming import Confirmed, WhichNumber, confirmed
    from porchlight.editing.finding import NotFound, find_record
    from porchlight.editing.yaml_edit import CannotEdit
    from porchlight.reading.package import read_package

    root = hub_folder(chosen.root)
    package, _ = read_package(root)
    found = Confirmed(chosen.how, chosen.on or date.today(), chosen.by, chosen.result, chosen.number)
    try:
        records = [find_record(root, package, called) for called in dict.fromkeys(chosen.records)]
        after: dict[str, str] = {}
        for record in records:  # several may stand in one file
            text = after.get(record.file, record.text)
            after[record.file] = confirmed(replace(record, text=text), found)
        before = {record.file: record.text for record in records}
        changes = [Change(file, before[file], text) for file, text in after.items()]
    except (NotFound, WhichNumber, CannotEdit) as problem:
        raise CannotDo(str(problem)) from None
    return _written(root, changes, chosen.dry_run)


def _inbox(chosen: argparse.Namespace) -> int:
    from porchlight.editing.branch import branch_of, tried
    from porchlight.editing.git import GitCannot
    from porchlight.editing.taken import not_taken, take
    from porchlight.editing.telling import told
    from porchlight.form_service.database import CannotOpen
    from porchlight.form_service.kept_reports import reports_kept

    root = hub_folder(chosen.root)
    try:
        reports = reports_kept(store_of(chosen, root))
        reports = reports if chosen.all else not_taken(root, reports)
        made = branch_of(root, reports, chosen.branch) if chosen.branch else tried(root, reports)
    except (CannotOpen, GitCannot) as problem:
        raise CannotDo(str(problem)) from None
    if chosen.branch:
        take(root, [proposal.report for proposal in made if proposal.change])
    print(told(made, chosen.branch, _branch_for(root)))
    return FINE


def _branch_for(root: Path) -> str:
    """A name for the next branch; where git can't tell which are free, the usual one."""
    from porchlight.editing.branch import USUAL, free_name
    from porchlight.editing.git import GitCannot

    try:
        return free_name(root, USUAL)
    except GitCannot:
        return USUAL


def _written(root: Path, changes: Iterable[Change], dry_run: bool, told: Iterable[str] = ()) -> int:
    """Show the lines and what is told of them, and write them unless they would make the hub unsound."""
    from porchlight.editing.changing import write
    from porchlight.putting import NotWritten

    due = [change for change in changes if change.before != change.after]
    print("\n".join(change.lines for change in due) or "Nothing to change: it says so already.")
    for each in told:
        print(f"\n{each}")
    if dry_run:
        return FINE
    try:
        write(root, due)
    except NotWritten as why:
        print(f"\n{why}\nNothing was written.")
        return DATA_NEEDS_A_CHANGE
    return FINE
