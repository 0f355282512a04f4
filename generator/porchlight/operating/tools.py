# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The operator's pages and the commands do the same things: what the pages need of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from porchlight.form_service.operator.desk import Hand, Told, Tools
from porchlight.form_service.store import SqlStore
from porchlight.operating.keying import CannotKey, Typing, key_in
from porchlight.operating.polls import NoSuchPoll, read_all_polls
from porchlight.operating.releasing import release
from porchlight.problems import HubHasProblems


def operator_tools(root: Path, store: SqlStore) -> Tools:
    """Keying in and releasing, for a hub and its answers."""

    def key(lines: str, hand: Hand, poll: str, wave: str) -> Told:
        said: list[str] = []
        try:
            polls = read_all_polls(root).with_answered(store).on_paper
            key_in(
                lines, [each for each in polls if each.id == poll], store, Typing(hand, date.today(), wave), said.append
            )
        except (CannotKey, HubHasProblems, NoSuchPoll) as problem:
            return Told(tuple(str(problem).splitlines()), done=False)
        return Told(tuple(said), done=True)

    def let_see(poll: str, wave: str) -> Told:
        try:
            made = release(root, read_all_polls(root), poll, wave, store, date.today())
        except (HubHasProblems, NoSuchPoll) as found:
            return Told(tuple(str(found).splitlines()), done=False)
        return Told((*made.words, *(f"Written: {file}" for file in made.files)), done=bool(made.files))

    return Tools(key, let_see)
