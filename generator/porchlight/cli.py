# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The command and what it can do. Exit 1: the data needs a change; 2: a fault of ours."""

from __future__ import annotations

import argparse
import gc
import logging
import os
import shlex
import sys
import time
import traceback
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from porchlight.care_commands import add_care_commands
from porchlight.check_commands import add_check_commands
from porchlight.command_line import (
    DATA_NEEDS_A_CHANGE,
    FAULT_OF_OURS,
    FINE,
    CannotDo,
    hub_folder,
    program,
    say,
    store_of,
)
from porchlight.command_slips import Parser
from porchlight.duplicate_commands import add_duplicate_commands
from porchlight.history_commands import add_history_commands
from porchlight.hours_commands import add_hours_commands
from porchlight.join_commands import add_join_commands
from porchlight.poll_commands import add_poll_commands
from porchlight.problems import HubHasProblems
from porchlight.putting import NotWritten
from porchlight.reading.files import plain
from porchlight.record_commands import add_record_commands
from porchlight.template_commands import add_template_commands
from porchlight.words_commands import add_words_commands

log = logging.getLogger("porchlight")

_NEW_AT_MOST = 50_000
"""How many objects are made before Python looks for rings of them. We make hardly any ring and keep what we read, so
looking at each 700, as it does by itself, takes a fifth of a check and frees nothing."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status; a problem in the data is told in sentences, never as a traceback."""
    logging.basicConfig(stream=sys.stderr, format="%(message)s", level=logging.WARNING, force=True)
    log.setLevel(logging.INFO)
    gc.set_threshold(_NEW_AT_MOST)
    try:
        chosen = parser().parse_args(arguments)
        status: int = chosen.run(chosen)
        sys.stdout.flush()
    except HubHasProblems as found:
        print(found)
        print(f"\n{_sum(len(found.problems))} Nothing was built.")
        return DATA_NEEDS_A_CHANGE
    except (CannotDo, NotWritten) as problem:
        print(problem)
        return DATA_NEEDS_A_CHANGE
    except KeyboardInterrupt:
        return FINE
    except BrokenPipeError:  # `porchlight check | head` has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except Exception:
        return _our_fault()
    return status


def parser() -> argparse.ArgumentParser:
    """Every command with its help; what is typed wrong raises CannotDo."""
    whole = Parser(prog="porchlight", description="Keep a resource hub in YAML; publish it as a site.")
    commands = whole.add_subparsers(title="commands", required=True, metavar="COMMAND")
    hub = Parser(add_help=False)
    hub.add_argument("--root", type=Path, default=Path(), help="the hub's folder (this one, unless you say another)")

    new = commands.add_parser("new", help="make a small working hub of your own")
    new.add_argument("folder", type=Path, help="where to make it; the folder must be empty or not there yet")
    new.add_argument("--name", default="", help="what the hub is called")
    new.add_argument("--place", default="", help="the county, city or state that it is for")
    new.add_argument("--languages", default="", help="its languages, the first one first, such as 'en es'")
    new.add_argument("--contact", default="", metavar="ADDRESS", help="a mail or web address to write to")
    new.add_argument("--repository", default="", metavar="URL", help="where its files will be kept")
    new.add_argument("--no-build", action="store_true", help="write its files only; check and build it yourself")
    new.set_defaults(run=_new)

    upgrade = commands.add_parser("upgrade", parents=[hub], help="show what a newer Porchlight brings to a hub")
    upgrade.add_argument("--write", action="store_true", help="bring the files up to date that you did not change")
    upgrade.set_defaults(run=_upgrade)

    add_check_commands(commands, hub)

    build = commands.add_parser("build", parents=[hub], help="check, then write the whole site")
    build.add_argument("--output", type=Path, help="where to write it (output/ in the hub's folder)")
    again = build.add_mutually_exclusive_group()
    again.add_argument("--thorough", action="store_true", help="look at each value, and keep nothing of the last build")
    again.add_argument(
        "--check-keys", action="store_true", help="make each page, and fail where a kept one would have been another"
    )
    build.set_defaults(run=_build)

    serve = commands.add_parser(
        "serve", parents=[hub], help="build, show it in your browser, build again at each change"
    )
    serve.add_argument("--output", type=Path, help="where to write it (output/ in the hub's folder)")
    serve.add_argument("--port", type=int, default=8000, help="the local port (8000, or the next one that is free)")
    serve.set_defaults(run=_serve)

    table = commands.add_parser("import", parents=[hub], help="turn a spreadsheet into records, one file per row")
    table.add_argument("kind", choices=("csv", "xlsx"), help="what the file is")
    table.add_argument("file", type=Path, help="the spreadsheet")
    table.add_argument("--to", required=True, metavar="RESOURCE", help="the resource, such as housing or services")
    table.add_argument("--map", action="append", default=[], metavar="COLUMN=FIELD", help="where a column goes")
    table.add_argument("--set", action="append", default=[], metavar="FIELD=VALUE", help="where a row says none")
    table.add_argument("--source", default="", metavar="URL", help="the page that the spreadsheet comes from")
    table.add_argument("--read-on", type=date.fromisoformat, metavar="DAY", help="the day when you read that page")
    table.add_argument("--write", action="store_true", help="write the files; without it you only see what would be")
    table.set_defaults(run=_import)

    editors = commands.add_parser("editors", parents=[hub], help="write what editors and forms show of your schemas")
    editors.add_argument("--check", action="store_true", help="only say what is out of date")
    editors.set_defaults(run=_editors)

    reports = commands.add_parser("reports", parents=[hub], help="show what people said is wrong on a page")
    reports.add_argument("--store", default="", metavar="URL", help="where reports are kept (or PORCHLIGHT_STORE)")
    reports.add_argument("--format", choices=("text", "json"), default="text", help="for people or tools")
    reports.set_defaults(run=_reports)

    add_record_commands(commands, hub)
    add_care_commands(commands, hub)
    add_duplicate_commands(commands, hub)
    add_history_commands(commands, hub)
    add_template_commands(commands, hub)
    add_hours_commands(commands, hub)
    add_join_commands(commands)
    add_poll_commands(commands, hub)
    add_words_commands(commands, hub)
    return whole


def _new(chosen: argparse.Namespace) -> int:
    from porchlight.build import build
    from porchlight.reading.package import read_package
    from porchlight.starting.asking import Answers, ask
    from porchlight.starting.making import (
        INTO_GIT,
        NOTHING,
        CannotStand,
        FolderNotEmpty,
        must_be_free,
        new_hub,
        wrong_with,
    )
    from porchlight.starting.places import told_of

    given = Answers(chosen.name, chosen.place, chosen.languages, chosen.contact, chosen.repository)
    try:
        must_be_free(chosen.folder)  # before anyone has typed five answers
        answers = ask(input, wrong_with) if given == NOTHING and sys.stdin.isatty() else given
        new_hub(chosen.folder, answers)
    except (CannotStand, FolderNotEmpty) as problem:
        raise CannotDo(str(problem)) from None
    if answers.place:
        print(told_of(answers.place, read_package(chosen.folder)[0]))
    if not chosen.no_build:
        build(chosen.folder.resolve(), (chosen.folder / "output").resolve())
        pages = sum(1 for _ in (chosen.folder / "output").rglob("*.html"))
        print(f"Checked: nothing to mend. Built: {pages} pages in {chosen.folder / 'output'}.")
    folder = shlex.quote(str(chosen.folder))
    print(f"Your hub is in {chosen.folder}. Next:\n    {program()} serve --root {folder}")
    print("\n    ".join(["\nWhen you want it on the web, put it into git first:", f"cd {folder}", *INTO_GIT]))
    return FINE


def _upgrade(chosen: argparse.Namespace) -> int:
    from porchlight.starting.upgrading import NotMadeHere, take_over, told, upgrade_of

    root = hub_folder(chosen.root)
    try:
        upgrade = upgrade_of(root)
    except NotMadeHere as problem:
        raise CannotDo(str(problem)) from None
    print(told(root, upgrade))
    if chosen.write:
        take_over(root, upgrade)
        print(f"\nWritten: {len(upgrade.fresh)} files. Look it over with git diff, then run porchlight check.")
    elif upgrade.fresh:
        print(f"\nTo write what is new: {program()} upgrade --write --root {shlex.quote(str(chosen.root))}")
    return FINE


def _build(chosen: argparse.Namespace) -> int:
    from porchlight.build import build

    root = hub_folder(chosen.root)
    output = plain(chosen.output or root / "output")
    began = time.monotonic()
    log.info("Reading, checking and building. This takes a few seconds.")
    build(root, output, thorough=chosen.thorough, check_keys=chosen.check_keys)
    pages = sum(1 for _ in output.rglob("*.html"))
    print(f"{pages} pages are in {output}. It took {time.monotonic() - began:.1f} seconds.")
    return FINE


def _serve(chosen: argparse.Namespace) -> int:
    from porchlight.form_service.database import CannotOpen
    from porchlight.serving.server import NoPort, serve

    root = hub_folder(chosen.root)
    try:
        serve(root, plain(chosen.output or root / "output"), chosen.port, say=say)
    except (NoPort, CannotOpen) as problem:
        raise CannotDo(str(problem)) from None
    return FINE


def _import(chosen: argparse.Namespace) -> int:
    from porchlight.exchange.sheets.run import Asked, import_sheet
    from porchlight.exchange.sheets.sheet import CannotImport

    maps, sets = tuple(chosen.map), tuple(chosen.set)
    asked = Asked(chosen.file, chosen.kind, chosen.to, maps, sets, chosen.source, chosen.read_on)
    then = f"{program()} check --root {shlex.quote(str(chosen.root))}"
    try:
        import_sheet(hub_folder(chosen.root), asked, chosen.write, say=say, then=then)
    except CannotImport as problem:
        raise CannotDo(str(problem)) from None
    return FINE


def _editors(chosen: argparse.Namespace) -> int:
    from porchlight.exchange.editors.files import files_of_hub, out_of_date, write_files

    root = hub_folder(chosen.root)
    files = files_of_hub(root)
    differ = out_of_date(root, files) if chosen.check else write_files(root, files)
    print("\n".join(differ) or "All is up to date.")
    if not (chosen.check and differ):
        return FINE
    print(f"\nThese are not what your schemas say now. Write them again: {program()} editors")
    return DATA_NEEDS_A_CHANGE


def _reports(chosen: argparse.Namespace) -> int:
    from porchlight.form_service.database import CannotOpen
    from porchlight.form_service.kept_reports import reports_kept
    from porchlight.serving.reports import told

    try:
        reports = reports_kept(store_of(chosen, hub_folder(chosen.root)))
    except CannotOpen as problem:
        raise CannotDo(str(problem)) from None
    print(told(reports, chosen.format))
    return FINE


def _sum(count: int) -> str:
    return "1 thing to mend." if count == 1 else f"{count} things to mend."


def _our_fault() -> int:
    traceback.print_exc()
    print("\nThis is a fault of Porchlight, not of your data. Please report it with the lines above.", file=sys.stderr)
    return FAULT_OF_OURS


if __name__ == "__main__":
    sys.exit(main())
