# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What an operator sees of the stored answers, and does about them: counts in bands, what was set aside, deleting."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from porchlight.form_service.operator.bands import band
from porchlight.form_service.operator.desk import OperatorStore
from porchlight.form_service.operator.export import csv_lines
from porchlight.model.questionnaire import Questionnaire
from porchlight.operating.polls import Polls
from porchlight.operating.unpublished import refuse_published


def counted(polls: Polls, store: OperatorStore) -> Iterator[str]:
    """A line for each wave: how many answers, told so that nobody can see one person's come in."""
    for poll in polls.asked:
        by_wave: Counter[str] = Counter()
        for (wave, _), count in store.counts(poll.id).items():
            by_wave[wave] += count
        yield from (f"{poll.id}  {wave.id}  {band(by_wave[wave.id])}" for wave in poll.waves)
    if not polls.asked:
        yield "This hub has no poll."


def set_aside(poll: Questionnaire, store: OperatorStore) -> Iterator[str]:
    """A line for each response that was set aside, by the mark that names it."""
    aside = store.quarantined(poll.id)
    yield f"Set aside: {len(aside)}. Each is deleted 30 days after it came." if aside else "Nothing is set aside."
    for response in aside:
        marks = "".join(response.answers.get(item.id, ".")[:1] for item in poll.items())
        yield f"{response.sid}  {response.day}  {response.language}  {marks}"


def export(root: Path, poll: Questionnaire, store: OperatorStore, file: Path) -> None:
    """Write every response into a new file that nobody else can read, one a line.

    WouldBePublished where git would take the file along, FileExistsError where there is one.
    """
    refuse_published(root, file)
    with open(file, "x", encoding="utf-8", newline="", opener=_for_its_owner) as out:
        out.writelines(csv_lines(poll, store.responses(poll.id)))


def _for_its_owner(file: str, flags: int) -> int:
    return os.open(file, flags, 0o600)


def purge(poll: str, before: date, sure: bool, store: OperatorStore) -> str:
    """Delete what is older than a day, or only say how much that would be."""
    if sure:
        return f"Deleted: {store.purge(poll, before):,} answers."
    count = sum(response.day < before.isoformat() for response in store.responses(poll))
    return f"Answers from before {before}: {band(count)}. They can't come back. To delete them, add --sure."
