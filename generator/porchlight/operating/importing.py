# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""`porchlight poll import`: look at an export of another form service, and keep its answers if asked."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from secrets import token_bytes

from porchlight.exchange.answers.rows import Where
from porchlight.exchange.answers.run import Said, read_answers
from porchlight.exchange.answers.telling import band, tell_import
from porchlight.exchange.sheets.saying import Say
from porchlight.exchange.sheets.sheet import CannotImport
from porchlight.exchange.yaml_out import record_yaml
from porchlight.model.import_map import ImportMap
from porchlight.model.questionnaire import Wave
from porchlight.operating.import_keeping import Keeps, People, keep
from porchlight.operating.polls import Polls, read_all_polls, wave_named
from porchlight.operating.unpublished import would_be_published
from porchlight.problems import HubHasProblems
from porchlight.reading.files import leads_out
from porchlight.reading.import_maps import FOLDER, read_import_maps

KEY = "var/import.key"
"""Hides what a row said in the word that keeps it from being stored twice. Without it, old files would count anew."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for, as typed."""

    file: Path
    poll: str
    wave: str = ""
    maps: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    people: People = ""


def import_answers(
    root: Path,
    asked: Asked,
    today: date,
    write: bool,
    open_store: Callable[[], AbstractContextManager[Keeps]],
    say: Say,
    command: str = "porchlight poll import",
) -> None:
    """Say what the file holds; with `write`, keep its answers and remember its columns.

    CannotImport tells what has to be said or done first; then nothing was kept. Only the mapping goes into the hub's
    data: the answers go to the store alone, and the file stays where it is.
    """
    polls = read_all_polls(root)
    questionnaire, known = polls.named(asked.poll), _known(root, polls)
    _refuse_in_git(root, asked.file)
    _refuse_link(root)
    wave = wave_named(questionnaire, asked.wave, today)
    where = Where(wave.id, today, _key(root))
    found = read_answers(asked.file, questionnaire, Said(asked.maps, asked.values, known), where, polls.services)
    say(tell_import(found, questionnaire, asked.file.name))
    if found.problems:
        raise CannotImport("\nNothing was kept. Look at each line above, then add it to the command.")
    if not write:
        say(f"\nNothing was kept. To keep these answers in the wave “{wave.id}”:\n    {_again(asked, wave, command)}")
        return
    _write_key(root, where.key)
    new = keep(open_store, questionnaire, found, asked.people)
    say(f"\nKept in the wave “{wave.id}”: {band(new)}.{_seen_before(len(found.responses) - new)}")
    say(_remember(root, found.mapping))
    say(f"{asked.file} is still there, and it may say who answered. Delete it when you are done.")


def _known(root: Path, polls: Polls) -> tuple[ImportMap, ...]:
    maps, problems = read_import_maps(root, polls.asked)
    if problems:
        raise HubHasProblems(problems)
    return maps


def _refuse_in_git(root: Path, file: Path) -> None:
    """A file of people's answers must not be where the next commit would take it along."""
    if file.is_file() and would_be_published(root, file):
        raise CannotImport(
            f"{file.name} lies in the hub’s folder, where git would publish it with everything that people said.\n"
            "Move it out first:\n"
            f"    mv {shlex.quote(str(file))} {shlex.quote(str(root.resolve().parent))}"
        )


def _refuse_link(root: Path) -> None:
    """The key must not land where others could read it."""
    if leads_out(root, KEY):
        raise CannotImport(f"{KEY} leads out of the hub’s folder by a link. Take the link away first.")


def _key(root: Path) -> bytes:
    path = root / KEY
    return path.read_bytes() if path.is_file() else token_bytes(32)


def _write_key(root: Path, key: bytes) -> None:
    path = root / KEY
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_bytes(key)


def _seen_before(count: int) -> str:
    return f" Kept by an import before, so that they count once: {band(count)}." if count else ""


def _remember(root: Path, mapping: ImportMap) -> str:
    """Write the mapping beside the polls, and say so."""
    file = f"{FOLDER}/{mapping.poll}-{mapping.service}.yaml"
    text = record_yaml(
        {"poll": mapping.poll, "service": mapping.service, "columns": mapping.columns, "values": mapping.values}
    )
    if leads_out(root, file):
        return f"{file} leads out of the hub’s folder, so how its columns are to be read was not written down."
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return f"How its columns are to be read stands in {file}, for the next time."


def _again(asked: Asked, wave: Wave, command: str) -> str:
    said = [part for each in asked.maps for part in ("--map", each)]
    said += [part for each in asked.values for part in ("--value", each)]
    said += ["--people", asked.people] if asked.people else []
    words = [str(asked.file), "--poll", asked.poll, "--wave", wave.id, *said, "--write"]
    return f"{command} {shlex.join(words)}"
