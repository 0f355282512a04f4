# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The commands about polls: take answers, on the web and on paper, look after them, and let counts be seen."""

from __future__ import annotations

import argparse
import shlex
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from porchlight.command_line import FINE, CannotDo, hub_folder, program, say, store_of

if TYPE_CHECKING:
    from porchlight.form_service.store import SqlStore

Commands = Any
"""What argparse gives for a group of commands; its type has no public name."""

Run = Callable[[argparse.Namespace], int]


def add_poll_commands(commands: Commands, hub: argparse.ArgumentParser) -> None:
    """Add them to the program's commands; `hub` holds what every command of a hub takes."""
    stored = argparse.ArgumentParser(add_help=False, parents=[hub])
    stored.add_argument("--store", default="", metavar="URL", help="where answers are kept (or PORCHLIGHT_STORE)")
    _add_forms(commands, stored)
    _add_ballot(commands, hub)
    operate = commands.add_parser("operate", parents=[stored], help="look after the answers, on pages for you alone")
    operate.add_argument("--port", type=int, default=8010, help="the local port (8010, or the next one that is free)")
    operate.set_defaults(run=_operate)
    poll = commands.add_parser("poll", help="count, key in, bring in, release and keep the answers of polls")
    _add_answers(poll.add_subparsers(title="commands", required=True, metavar="COMMAND"), stored)


def _add_forms(commands: Commands, stored: argparse.ArgumentParser) -> None:
    forms = commands.add_parser("forms", parents=[stored], help="take the answers of polls, behind a web server")
    forms.add_argument("--host", default="127.0.0.1", help="the address to listen on (127.0.0.1: this machine only)")
    forms.add_argument("--port", type=int, default=8000, help="the port to listen on (8000)")
    forms.add_argument("--unix", default="", metavar="PATH", help="listen on a socket at this path, not on a port")
    forms.add_argument("--proxy", action="append", metavar="ADDRESS", help="a web server to believe (this machine's)")
    forms.set_defaults(run=_forms)


def _add_ballot(commands: Commands, hub: argparse.ArgumentParser) -> None:
    ballot = commands.add_parser("ballot", parents=[hub], help="make a poll as a sheet of paper to print")
    ballot.add_argument("poll", help="the poll's id, such as needs")
    ballot.add_argument("--language", default="", help="the language of the sheet, such as es (the hub's first)")
    ballot.add_argument("--large", action="store_true", help="large print, on as many sheets as it needs")
    ballot.add_argument("--paper", choices=("letter", "a4"), default="letter", help="what the printer holds (letter)")
    ballot.add_argument("--output", type=Path, help="the file to write (POLL-LANGUAGE.pdf in this folder)")
    ballot.set_defaults(run=_ballot)


def _add_answers(polls: Commands, stored: argparse.ArgumentParser) -> None:
    one = argparse.ArgumentParser(add_help=False, parents=[stored])
    one.add_argument("poll", help="the poll's id, such as needs")

    def add(name: str, run: Run, words: str, parent: argparse.ArgumentParser) -> argparse.ArgumentParser:
        command: argparse.ArgumentParser = polls.add_parser(name, parents=[parent], help=words)
        command.set_defaults(run=run)
        return command

    add("count", _count, "say how many answers there are, in bands", stored)
    key = add("key", _key, "count sheets of paper that two people typed", stored)
    key.add_argument("file", help="the lines, one a sheet; - reads what you type or paste")
    key.add_argument("--hand", type=int, choices=(1, 2), required=True, help="the first or the second to type them")
    key.add_argument("--wave", default="", help="the wave that the sheets are of")
    _add_import(add("import", _import, "bring in answers from another form service", stored))
    release = add("release", _release, "let the counts be seen: write them into data/results/", one)
    release.add_argument("--wave", default="", help="the wave to release")
    aside = add("quarantine", _quarantine, "show what looks like a robot's, and say what it is", one)
    aside.add_argument("--person", action="append", default=[], metavar="MARK", help="count this one after all")
    aside.add_argument("--robot", action="append", default=[], metavar="MARK", help="delete this one")
    export = add("export", _export, "write every answer into a file, for your eyes only", one)
    export.add_argument("file", type=Path, help="the CSV file to write, outside the hub's folder")
    purge = add("purge", _purge, "delete answers from before a day", one)
    purge.add_argument("--before", type=date.fromisoformat, required=True, metavar="DAY", help="such as 2026-11-30")
    purge.add_argument("--sure", action="store_true", help="delete; without it you only see how many")
    backup = add("backup", _backup, "copy all that is stored into a new file", stored)
    backup.add_argument("file", type=Path, help="the file to write")
    restore = add("restore", _restore, "fill an empty store from such a file", stored)
    restore.add_argument("file", type=Path, help="the file to read")
    copy = add("copy", _copy, "move to another store: from a file to PostgreSQL, or back", stored)
    copy.add_argument("to", metavar="URL", help="the store to fill: a file, or postgresql://…")


def _add_import(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, help="the export, CSV or XLSX")
    command.add_argument("--poll", required=True, help="the poll's id, such as needs")
    command.add_argument("--wave", default="", help="the wave that the answers are of")
    command.add_argument("--map", action="append", default=[], metavar="COLUMN=ITEM", help="which item a column is")
    command.add_argument("--value", action="append", default=[], metavar="TEXT=CODE", help="which option a text is")
    same = "whether rows that say what an import before said are the same people"
    command.add_argument("--people", choices=("same", "other"), default="", help=same)
    command.add_argument("--write", action="store_true", help="keep the answers; without it you only see what would be")


def _forms(chosen: argparse.Namespace) -> int:
    from porchlight.form_service.serving import THIS_MACHINE
    from porchlight.serving.forms import Listening, serve_forms

    root = hub_folder(chosen.root)
    listening = Listening(chosen.host, chosen.port, chosen.unix, tuple(chosen.proxy or THIS_MACHINE))
    with _told_plainly():
        serve_forms(root, store_of(chosen, root), listening, say=say)
    return FINE


def _operate(chosen: argparse.Namespace) -> int:
    from porchlight.operating.tools import operator_tools
    from porchlight.serving.operate import operate

    root = hub_folder(chosen.root)
    with _told_plainly():
        operate(root, store_of(chosen, root), chosen.port, lambda store: operator_tools(root, store), say=say)
    return FINE


def _ballot(chosen: argparse.Namespace) -> int:
    from porchlight.build import sound_hub
    from porchlight.operating.ballot import write_ballot
    from porchlight.paper.ballot import Wanted

    root = hub_folder(chosen.root)
    hub = sound_hub(root)
    wanted = Wanted(chosen.language or hub.settings.languages[0], chosen.large, chosen.paper)
    with _told_plainly():
        written = write_ballot(root, hub, chosen.poll, wanted, chosen.output)
    say(f"The sheet is in {written}. Print it on both sides.")
    return FINE


def _count(chosen: argparse.Namespace) -> int:
    from porchlight.operating.looking import counted
    from porchlight.operating.polls import read_all_polls

    with _store(chosen) as (root, store):
        say("\n".join(counted(read_all_polls(root), store)))
    return FINE


def _key(chosen: argparse.Namespace) -> int:
    from porchlight.operating.keying import Typing, key_in
    from porchlight.operating.polls import read_all_polls

    with _store(chosen) as (root, store):
        polls = read_all_polls(root).with_answered(store)
        text = sys.stdin.read() if chosen.file == "-" else Path(chosen.file).read_text(encoding="utf-8-sig")
        key_in(text, polls.on_paper, store, Typing(chosen.hand, date.today(), chosen.wave), say)
    return FINE


def _import(chosen: argparse.Namespace) -> int:
    from porchlight.form_service.opening import open_store
    from porchlight.operating.importing import Asked, import_answers

    root = hub_folder(chosen.root)
    asked = Asked(chosen.file, chosen.poll, chosen.wave, tuple(chosen.map), tuple(chosen.value), chosen.people)
    where, command = store_of(chosen, root), _again("poll import", chosen)
    with _told_plainly():
        import_answers(root, asked, date.today(), chosen.write, lambda: open_store(where), say, command)
    return FINE


def _release(chosen: argparse.Namespace) -> int:
    from porchlight.operating.polls import read_all_polls
    from porchlight.operating.releasing import release

    with _store(chosen) as (root, store):
        released = release(root, read_all_polls(root), chosen.poll, chosen.wave, store, date.today())
    say("\n".join(released.words))
    if released.files:
        check = f"{program()} check --root {shlex.quote(str(chosen.root))}"
        say("Written: " + ", ".join(released.files) + f"\nLook at them, then: {check}")
    return FINE


def _quarantine(chosen: argparse.Namespace) -> int:
    from porchlight.operating.looking import set_aside
    from porchlight.operating.polls import read_all_polls

    with _store(chosen) as (root, store):
        questionnaire = read_all_polls(root).named(chosen.poll)
        if chosen.person:
            say(f"Counted after all: {store.release_from_quarantine(chosen.poll, chosen.person)}.")
        if chosen.robot:
            say(f"Deleted: {store.delete_from_quarantine(chosen.poll, chosen.robot)}.")
        say("\n".join(set_aside(questionnaire, store)))
    return FINE


def _export(chosen: argparse.Namespace) -> int:
    from porchlight.operating.looking import export
    from porchlight.operating.polls import read_all_polls

    with _store(chosen) as (root, store):
        export(root, read_all_polls(root).named(chosen.poll), store, chosen.file)
    say(f"Every answer is in {chosen.file}, one person a line. Show it to nobody; delete it when you are done.")
    return FINE


def _purge(chosen: argparse.Namespace) -> int:
    from porchlight.operating.looking import purge
    from porchlight.operating.polls import read_all_polls

    with _store(chosen) as (root, store):
        poll = read_all_polls(root).named(chosen.poll).id
        say(purge(poll, chosen.before, chosen.sure, store))
    return FINE


def _backup(chosen: argparse.Namespace) -> int:
    from porchlight.form_service.copies import backup
    from porchlight.operating.unpublished import refuse_published

    root = hub_folder(chosen.root)
    with _told_plainly():
        refuse_published(root, chosen.file)
        _copied(backup(store_of(chosen, root), chosen.file))
    say(f"The copy is {chosen.file}. It holds every answer: keep it where nobody else can read it.")
    return FINE


def _restore(chosen: argparse.Namespace) -> int:
    from porchlight.form_service.copies import restore

    with _told_plainly():
        _copied(restore(chosen.file, store_of(chosen, hub_folder(chosen.root))))
    return FINE


def _copy(chosen: argparse.Namespace) -> int:
    from porchlight.form_service.copies import copy
    from porchlight.form_service.opening import is_postgres
    from porchlight.operating.unpublished import refuse_published

    root = hub_folder(chosen.root)
    with _told_plainly():
        if not is_postgres(chosen.to):
            refuse_published(root, Path(chosen.to))
        _copied(copy(store_of(chosen, root), chosen.to))
    say("Both stores hold the same. Let the form service use the new one: PORCHLIGHT_STORE, or --store.")
    return FINE


def _again(command: str, chosen: argparse.Namespace) -> str:
    """The command for the same hub and the same store; the address of a database may hold a password, so it is left."""
    store = ["--store", chosen.store] if chosen.store and "://" not in chosen.store else []
    root = ["--root", str(chosen.root)] if chosen.root != Path() else []
    return " ".join([program(), command, *map(shlex.quote, (*root, *store))])


def _copied(counts: Any) -> None:
    say(", ".join(f"{count} in {table}" for table, count in counts.items() if count) or "There was nothing to copy.")


@contextmanager
def _store(chosen: argparse.Namespace) -> Iterator[tuple[Path, SqlStore]]:
    """The hub's folder and its answers, without those whose time is over."""
    from porchlight.form_service.opening import open_store
    from porchlight.operating.forgetting import forget_what_is_over

    root = hub_folder(chosen.root)
    with _told_plainly(), open_store(store_of(chosen, root)) as store:
        forget_what_is_over(root, store, date.today())
        yield root, store


@contextmanager
def _told_plainly() -> Iterator[None]:
    """What must be said or done first, in words instead of a traceback."""
    from porchlight.exchange.sheets.sheet import CannotImport
    from porchlight.form_service.copies import CopyRefused
    from porchlight.form_service.database import CannotOpen
    from porchlight.form_service.writer import StoreFailed
    from porchlight.operating.ballot import NoBallot
    from porchlight.operating.keying import CannotKey
    from porchlight.operating.polls import NoSuchPoll
    from porchlight.operating.unpublished import WouldBePublished
    from porchlight.serving.server import NoPort

    plain = (CannotImport, CannotKey, CannotOpen, CopyRefused, NoBallot, NoPort, NoSuchPoll)
    try:
        yield
    except (*plain, WouldBePublished) as problem:
        raise CannotDo(str(problem)) from None
    except FileExistsError as there:
        raise CannotDo(f"There is a file {there.filename} already. Delete it, or name another.") from None
    except FileNotFoundError as missing:
        raise CannotDo(f"There is no file {missing.filename}. Look at the name again.") from None
    except StoreFailed:
        raise CannotDo("The store of answers did not do that. Is its disk full, or its database not running?") from None
