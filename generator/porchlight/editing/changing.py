# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Files as they are and as they should be: shown as lines that go and come, tried, and written if that is sound."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from porchlight.checking.run import Checked, check_hub
from porchlight.editing.trying import beside
from porchlight.problems import Problem
from porchlight.putting import NotWritten, put_file, refuse_link
from porchlight.reading.saying import seen


@dataclass(frozen=True, slots=True)
class Change:
    """One file of the hub before and after; before is None for a new file, after is None for one that goes."""

    file: str
    before: str | None
    after: str | None

    @property
    def lines(self) -> str:
        """The lines that go and come with one around them; what nobody can see is named."""
        before, after = ((text or "").splitlines() for text in (self.before, self.after))
        told = difflib.unified_diff(before, after, self.file, self.file if self.after is not None else "(gone)", n=1)
        return "\n".join(seen(line.rstrip("\n")) for line in told)


class WouldBreak(NotWritten):
    """Written so, the hub would have problems that it did not have before; no file was touched."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, problems)))


class ChangedMeanwhile(NotWritten):
    """Someone saved a file while it was worked on; what they saved stays."""


def write(root: Path, changes: Iterable[Change], known: Checked | None = None) -> Checked | None:
    """Write the changes, all or none of them; gives the check of the hub as it is then, `known` where nothing changed.

    `known` is what an earlier call gave, for who writes one after the other: a check reads the whole hub. Raises
    LeadsOut, WouldBreak before any file was touched, and ChangedMeanwhile where a file holds no longer what the change
    began with: what someone else saved in between is never lost.
    """
    due = _due(root, changes)
    if not due:
        return known
    with beside(root) as trial:
        before = _told((known or check_hub(trial, date.today())).stopping)
        for change in due:
            put_file(trial / change.file, _bytes(change.after))
        after = check_hub(trial, date.today())
    if new := [each for each in after.stopping if not before & _told([each])]:
        raise WouldBreak(new)
    _put(root, due)
    return after


def write_apart(root: Path, changes: Iterable[Change]) -> list[Change]:
    """Write each file's change by itself, and give those that were written; raises LeadsOut.

    A file that was sound stays so, or stays as it is. What comes to light in one that was not, was there before.
    """
    due = _due(root, changes)
    if not due:
        return []
    with beside(root) as trial:
        unsound = _files(check_hub(trial, date.today()).stopping)
        _put(trial, due)
        while worse := (_files(check_hub(trial, date.today()).stopping) - unsound) & {each.file for each in due}:
            _back(trial, [each for each in due if each.file in worse])
            due = [each for each in due if each.file not in worse]
    _put(root, due)
    return due


def _files(problems: Iterable[Problem]) -> set[str]:
    return {each.place.file for each in problems}


def _due(root: Path, changes: Iterable[Change]) -> list[Change]:
    """Those that change anything; raises LeadsOut."""
    due = [change for change in changes if change.before != change.after]
    for change in due:
        refuse_link(root, change.file)
    return due


def _put(root: Path, changes: Sequence[Change]) -> None:
    done: list[Change] = []
    try:
        for change in changes:
            _refuse_changed(root, change.file, change.before)
            done.append(change)
            put_file(root / change.file, _bytes(change.after))
    except BaseException:
        _back(root, done)
        raise


def _told(problems: Iterable[Problem]) -> set[tuple[str, ...]]:
    """The problems without their lines, which a change moves."""
    return {(each.place.file, each.code, each.message, each.says) for each in problems}


def _back(root: Path, changes: Iterable[Change]) -> None:
    """Put back what was written; a file that someone saved since then keeps what they saved."""
    for change in changes:
        with suppress(ChangedMeanwhile):
            _refuse_changed(root, change.file, change.after)
            put_file(root / change.file, _bytes(change.before))


def _refuse_changed(root: Path, file: str, known: str | None) -> None:
    path = root / file
    if (path.read_bytes() if path.is_file() else None) != _bytes(known):
        raise ChangedMeanwhile(f"{file} was changed meanwhile, so it was left alone. Run the same again.")


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else text.encode()
