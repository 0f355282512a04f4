# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The responses of an import go into the store, each person once, also where an earlier import knew them otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import AbstractContextManager
from itertools import islice
from typing import Literal, Protocol

from porchlight.exchange.answers.again import perhaps_stored, stored_before
from porchlight.exchange.answers.run import Imported
from porchlight.exchange.sheets.saying import counted
from porchlight.exchange.sheets.sheet import CannotImport
from porchlight.form_service.writer import StoreFailed, StoreIsBusy
from porchlight.model.questionnaire import Questionnaire
from porchlight.model.wording import frozen
from porchlight.polls.response import Response

People = Literal["", "same", "other"]
"""Whether rows that only say what others said are the same people; "" where nobody was asked."""

AT_ONCE = 200
"""Responses on their way to the store; it takes no more than 2,000 at a time."""


class Keeps(Protocol):
    """What an import needs of a store."""

    def keep(self, kept: Response) -> Future[bool]:
        """Store it; False where one with its sid was there."""

    def freeze(self, poll: str, version: int, wording: str) -> str:
        """Keep a questionnaire as it is asked, unless there is one of this version; says which one is kept."""

    def responses(self, poll: str) -> Iterator[Response]:
        """Each response, in no order that means anything."""

    def rename(self, poll: str, sids: Mapping[str, str]) -> None:
        """Keep responses by other sids from now on, each by the one beside it."""


def keep(
    open_store: Callable[[], AbstractContextManager[Keeps]], poll: Questionnaire, found: Imported, people: People
) -> int:
    """How many were new; CannotImport where someone has to say first whether they are."""
    try:
        with open_store() as store:
            stored = [each for each in store.responses(poll.id) if each.mode == "import"]
            store.rename(poll.id, _known_otherwise(found, stored, people))
            new = _put(store, found.responses)
            store.freeze(poll.id, poll.version, frozen(poll))
    except (StoreIsBusy, StoreFailed):
        raise CannotImport(
            "The store did not take all of it. Run the same command again: what is there already counts once."
        ) from None
    return new


def _put(store: Keeps, responses: Sequence[Response]) -> int:
    """They go in a few at a time, so that the store is never asked for more than it takes."""
    waiting = iter(responses)
    new = 0
    while group := [store.keep(response) for response in islice(waiting, AT_ONCE)]:
        new += sum(future.result() for future in group)
    return new


def _known_otherwise(found: Imported, stored: Sequence[Response], people: People) -> dict[str, str]:
    """Stored sids of people who are in the file under another one, with that one."""
    sure = stored_before(found.formerly, [each.sid or "" for each in stored])
    waves = {each.wave for each in found.responses}
    left = [each for each in stored if each.wave in waves and each.sid not in sure]
    rest = [each for each in found.responses if each.sid not in sure.values()]
    perhaps = {} if people == "other" else perhaps_stored(rest, left)
    if perhaps and not people:
        raise CannotImport(_ask(len(perhaps)))
    return sure | perhaps


def _ask(count: int) -> str:
    return (
        f"\nNothing was kept. {counted(count, 'row says', 'rows say')} what an import before said, but with another "
        "number or time.\nAre they the same people? Then they count once. Add this to the command:\n    --people same\n"
        "Are they other people? Then each one counts. Add this:\n    --people other"
    )
