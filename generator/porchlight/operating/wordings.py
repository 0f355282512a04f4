# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words of a poll that changed although people have answered them: only the store knows of the first answer."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

from porchlight.model.questionnaire import Questionnaire
from porchlight.model.wording import wording_hash
from porchlight.problems import Place, Problem


class Remembers(Protocol):
    """What is asked of a store."""

    def wording(self, poll: str, version: int) -> str | None:
        """The hash of the wording that the first answer to this version was given to; None where there is none."""


def changed_after_answers(store: Remembers, questionnaires: Iterable[Questionnaire]) -> Iterator[Problem]:
    """A problem for each poll whose words are not those that people have answered."""
    for poll in questionnaires:
        answered = store.wording(poll.id, poll.version)
        if answered and answered != wording_hash(poll):
            yield Problem(
                Place(f"data/polls/{poll.id}.yaml"),
                "poll-wording-changed",
                f"People have answered version {poll.version} in other words.",
                hint="Were their answers only a try? Then delete var/responses.sqlite3. Else put the old words back, "
                "or ask the new ones as a new version:",
                paste=f"version: {poll.version + 1}",
            )


def wording_problems(root: Path, questionnaires: Iterable[Questionnaire]) -> list[Problem]:
    """The same, of the answers that are stored beside the hub or where PORCHLIGHT_STORE says; none where none are."""
    file = root / "var" / "responses.sqlite3"
    where = os.environ.get("PORCHLIGHT_STORE", "") or (str(file) if file.is_file() else "")
    if not where:
        return []
    from porchlight.form_service.opening import open_store

    with open_store(where) as store:
        return list(changed_after_answers(store, questionnaires))
