# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words of a poll that changed although people have answered them: only the store knows of the first answer."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from porchlight.model.questionnaire import Questionnaire
from porchlight.model.wording import wording_hash
from porchlight.operating.polls import Polls
from porchlight.problems import Place, Problem
from porchlight.reading.files import leads_out


def changed_after_answers(answered: Iterable[Questionnaire], asked: Iterable[Questionnaire]) -> Iterator[Problem]:
    """A problem for each poll whose words are not those that people have answered."""
    before = {(each.id, each.version): wording_hash(each) for each in answered}
    for poll in asked:
        if before.get((poll.id, poll.version), wording_hash(poll)) != wording_hash(poll):
            yield Problem(
                Place(poll.place.file),
                "poll-wording-changed",
                f"People have answered version {poll.version} in other words.",
                hint="Were their answers only a try? Then delete var/responses.sqlite3. Else put the old words back, "
                "or ask the new ones as a new version, in a new wave:",
                paste=f"version: {poll.version + 1}",
            )


def wording_problems(root: Path, questionnaires: Iterable[Questionnaire]) -> list[Problem]:
    """The same, of the answers that are stored beside the hub or where PORCHLIGHT_STORE says; none where none are.

    Raises CannotOpen for a store that PORCHLIGHT_STORE names.
    """
    where = os.environ.get("PORCHLIGHT_STORE", "") or _beside(root)
    if not where:
        return []
    from porchlight.form_service.opening import open_store

    with open_store(where) as store:
        answered = Polls((), (), ()).with_answered(store).former
    return list(changed_after_answers(answered, questionnaires))


def _beside(root: Path) -> str:
    file = "var/responses.sqlite3"
    return str(root / file) if (root / file).is_file() and not leads_out(root, file) else ""
